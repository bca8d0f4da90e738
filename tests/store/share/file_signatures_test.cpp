// SPDX-License-Identifier: MIT
#include "store/file_signatures.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>

#include "store/process.h"
#include "store/share/allowed_signers.h"
#include "store/share/signature_words.h"
#include "store/share/signing_programs.h"
#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

constexpr std::int64_t kIn2023 = 1685577600;  // 2023-06-01
constexpr std::int64_t kIn2024 = 1730419200;  // 2024-11-01
const std::string kReview = "event = \"review\"\nverdict = \"approve\"\n";

using Addresses = std::vector<std::string>;

// A store, and people with SSH keys.
class Desk {
 public:
  Desk() : place_(scratch_ / "facts"), store_(Store::init(place_, {})) {
    config("gpg.format", "ssh");
    for (const char* who : {"ben", "cat", "dan", "eve"}) {
      REQUIRE(run({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", who, "-f", key(who)}).ok());
    }
    signers_ = "ben@example.org,ben@desk.example.org namespaces=\"git,aver-review\" " +
               public_key("ben") + "\n# a note\ncat@example.org namespaces=\"git\" " +
               public_key("cat") + "\ndan@example.org Valid-Before=\"20240101Z\" " +
               public_key("dan") + "\n";
  }
  const Store& store() const { return store_; }
  const Scratch& scratch() const { return scratch_; }
  const std::filesystem::path& place() const { return place_; }
  std::string key(const std::string& who) const { return (scratch_ / ("key-" + who)).string(); }
  std::string public_key(const std::string& who) const {
    const std::string line = read(key(who) + ".pub");
    return line.substr(0, line.find(' ', line.find(' ') + 1));
  }
  void config(const std::string& name, const std::string& value) const {
    git(place_, {"config", name, value});
  }
  std::string signed_by(const std::string& who, const std::string& bytes = kReview) const {
    config("user.signingKey", key(who));
    return sign_file(store_, bytes);
  }
  const std::string& signers() const { return signers_; }
  FileSignature verify(const std::string& signature, const Addresses& asked = {},
                       std::int64_t at = kIn2024, const std::string& bytes = kReview) const {
    return verify_file(store_, {bytes, signature, signers_, at, asked});
  }

 private:
  Scratch scratch_;
  std::filesystem::path place_;
  Store store_;
  std::string signers_;
};

void write_program(const std::filesystem::path& file, const std::string& text) {
  write(file, "#!/bin/sh\n" + text);
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
}

}  // namespace

TEST_CASE("a file that is signed by SSH is its signer's wherever it lies") {
  const Desk desk;
  const std::string ben = desk.signed_by("ben");
  CHECK(signature_kind(ben) == SignatureKind::ssh);
  const FileSignature good = desk.verify(ben, {"ben@example.org"});
  CHECK(good.standing == SignatureStatus::good);
  CHECK(good.addresses == Addresses{"ben@example.org"});
  CHECK(good.key.starts_with("SHA256:"));
  CHECK(desk.verify(ben, {"x@example.org", "ben@desk.example.org"}).addresses ==
        Addresses{"ben@desk.example.org"});
  // Of nobody that was asked for it is still its own signer's.
  const FileSignature other = desk.verify(ben, {"cat@example.org"});
  CHECK(other.standing == SignatureStatus::good);
  CHECK(other.addresses == Addresses{"ben@example.org", "ben@desk.example.org"});
  CHECK(desk.verify(ben).addresses == other.addresses);
  CHECK(desk.verify(ben).key == good.key);

  CHECK(desk.verify(ben, {}, kIn2024, kReview + "\n").standing == SignatureStatus::bad);
  CHECK(desk.verify(ben.substr(0, ben.size() / 2)).standing == SignatureStatus::bad);
  CHECK(desk.verify("nonsense").standing == SignatureStatus::bad);
  CHECK(desk.verify("").standing == SignatureStatus::unsigned_);
  CHECK(desk.verify(desk.signed_by("eve"), {"ben@example.org"}).standing ==
        SignatureStatus::unknown);
  // A key that is there for commits alone.
  CHECK(desk.verify(desk.signed_by("cat"), {"cat@example.org"}).standing ==
        SignatureStatus::untrusted);
}

TEST_CASE("a signature of another namespace is none of a review") {
  const Desk desk;
  const std::string file = (desk.scratch() / "review").string();
  write(file, kReview);
  REQUIRE(run({"ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", desk.key("ben"), file}).ok());
  CHECK(desk.verify(read(file + ".sig"), {"ben@example.org"}).standing == SignatureStatus::bad);
}

TEST_CASE("a key is judged at the moment that is given") {
  const Desk desk;
  const std::string dan = desk.signed_by("dan");
  CHECK(desk.verify(dan, {"dan@example.org"}, kIn2023).standing == SignatureStatus::good);
  const FileSignature late = desk.verify(dan, {"dan@example.org"}, kIn2024);
  CHECK(late.standing == SignatureStatus::expired);
  CHECK(late.addresses == Addresses{"dan@example.org"});
  CHECK(desk.verify(dan, {}, 1704067199).standing == SignatureStatus::good);  // the last second
  CHECK(desk.verify(dan, {}, 1704067201).standing == SignatureStatus::expired);
  CHECK(desk.verify(dan, {}, 0).standing == SignatureStatus::good);  // 1970, and not now
  CHECK(desk.verify(dan, {}, 9000000000000).standing == SignatureStatus::expired);
}

TEST_CASE("what could be an option of a program is never handed on") {
  const Desk desk;
  const std::string ben = desk.signed_by("ben");
  const std::string signers = "-Oprint-pubkey,*@example.org " + desk.public_key("ben") + "\n";
  const auto verify = [&](const Addresses& asked) {
    return verify_file(desk.store(), {kReview, ben, signers, kIn2024, asked});
  };
  CHECK(verify({"-Oprint-pubkey"}).standing == SignatureStatus::untrusted);
  CHECK(verify({"*@example.org"}).standing == SignatureStatus::untrusted);
  CHECK(verify({""}).standing == SignatureStatus::untrusted);
  CHECK(verify({"ben@example.org"}).standing == SignatureStatus::good);  // a pattern has it

  desk.config("user.signingKey", "-f");
  CHECK_THROWS_WITH(sign_file(desk.store(), kReview), "a key cannot be called \"-f\"");
}

TEST_CASE("keys that git's settings name are found, or their lack is told") {
  const Desk desk;
  CHECK_THROWS_WITH(sign_file(desk.store(), kReview), "git has no key to sign with");
  desk.config("gpg.ssh.defaultKeyCommand", "echo nothing");
  CHECK_THROWS_WITH(sign_file(desk.store(), kReview), "git has no key to sign with");
  desk.config("user.signingKey", desk.key("nobody"));
  CHECK_THROWS_WITH(sign_file(desk.store(), kReview), "the review could not be signed");
  desk.config("gpg.format", "sealing-wax");
  CHECK_THROWS_WITH(sign_file(desk.store(), kReview),
                    "git's setting gpg.format is none that aver knows");
  desk.config("gpg.format", "ssh");

  // The public half, with the other beside it; below the home.
  desk.config("user.signingKey", "~/key-ben.pub");
  CHECK(desk.verify(sign_file(desk.store(), kReview)).standing == SignatureStatus::good);

  // A key without a file is the agent's: here a program that knows where the file is.
  const auto keygen = desk.scratch() / "keygen";
  write_program(keygen,
                "for last; do :; done\nprev=\nfor word; do\n"
                "  [ \"$prev\" = -f ] && cp \"$word\" \"$last.key\"\n"
                "  [ \"$word\" = -U ] && echo agent > \"$last.agent\"\n"
                "  prev=$word\ndone\n"
                "cp \"$last.key\" " +
                    (desk.scratch() / "asked").string() +
                    "\n[ -e \"$last.agent\" ] || exit 1\n"
                    "exec ssh-keygen -q -Y sign -n aver-review -f " +
                    desk.key("ben") + " \"$last\"\n");
  desk.config("gpg.ssh.program", keygen.string());
  const std::string literal = desk.public_key("ben");
  for (const std::string& key : {literal, "key::" + literal}) {
    desk.config("user.signingKey", key);
    CHECK(signature_kind(sign_file(desk.store(), kReview)) == SignatureKind::ssh);
    CHECK(read(desk.scratch() / "asked") == literal + "\n");
  }
  git(desk.place(), {"config", "--unset", "user.signingKey"});
  desk.config("gpg.ssh.defaultKeyCommand", "echo  " + literal + " x");
  CHECK(signature_kind(sign_file(desk.store(), kReview)) == SignatureKind::ssh);
  CHECK(read(desk.scratch() / "asked") == literal + " x\n");

  const char* const before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  setenv("TMPDIR", "/nonexistent", 1);
  CHECK_THROWS_WITH(sign_file(desk.store(), kReview), "no folder could be made for signing");
  before == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", kept.c_str(), 1);
}

TEST_CASE("settings that git cannot read are not taken for none") {
  const Desk desk;
  const std::string ben = desk.signed_by("ben");
  desk.config("gpg.program", "~nobody-of-this-name/gpg");
  CHECK_THROWS_WITH(desk.verify(ben, {"ben@example.org"}),
                    "git's settings of signatures cannot be read");
  CHECK_THROWS_WITH(sign_file(desk.store(), kReview),
                    "git's settings of signatures cannot be read");
}

TEST_CASE("a program that is missing leaves a signature unchecked, and nothing is kept of that") {
  const Desk desk;
  const std::string ben = desk.signed_by("ben");
  desk.config("gpg.ssh.program", "/nonexistent/ssh-keygen");
  CHECK(desk.verify(ben, {"ben@example.org"}).standing == SignatureStatus::unchecked);
  git(desk.place(), {"config", "--unset", "gpg.ssh.program"});
  CHECK(desk.verify(ben, {"ben@example.org"}).standing == SignatureStatus::good);
}

TEST_CASE("many are verified at once, and once alone") {
  const Desk desk;
  const auto keygen = desk.scratch() / "keygen";
  const auto calls = desk.scratch() / "calls";
  write_program(keygen, "echo \"$2\" >> " + calls.string() + "\nexec ssh-keygen \"$@\"\n");
  std::vector<std::string> bytes, signatures;
  for (int i = 0; i < 6; ++i) bytes.push_back(kReview + std::to_string(i) + "\n");
  for (int i = 0; i < 6; ++i) {
    signatures.push_back(desk.signed_by(i == 3 ? "eve" : "ben", bytes[static_cast<size_t>(i)]));
  }
  signatures[4] = signatures[5];
  desk.config("gpg.ssh.program", keygen.string());
  std::vector<SignedFile> files;
  for (std::size_t i = 0; i < 6; ++i) {
    files.push_back({bytes[i], signatures[i], desk.signers(), kIn2024, {"ben@example.org"}});
  }
  files.push_back(files[0]);
  const std::vector<FileSignature> found = verify_files(desk.store(), files);
  using S = SignatureStatus;
  std::vector<S> standing;
  for (const FileSignature& one : found) standing.push_back(one.standing);
  CHECK(standing ==
        std::vector<S>{S::good, S::good, S::good, S::unknown, S::bad, S::good, S::good});
  const std::string first = read(calls);
  // One program for each that is good: the one of two equal ones, too.
  CHECK(std::count(first.begin(), first.end(), '\n') == 4 + 4 + 2);

  CHECK(verify_files(desk.store(), files) == found);
  CHECK(read(calls) == first);
  // Somebody joins, whose line is broken: that is nothing to the signatures of others.
  const std::string joined = "broken\n" + desk.signers() + "fay@example.org ssh-ed25519 AAAA\n";
  for (SignedFile& file : files) file.signers = joined;
  CHECK(verify_files(desk.store(), files) == found);
  CHECK(read(calls) == first);
  const std::string other = "ben@example.org " + desk.public_key("ben") + "\n";
  files[0].signers = other;
  files[1].at = kIn2023;
  CHECK(verify_files(desk.store(), files) == found);
  CHECK(read(calls).size() == first.size() + 2 * std::string("verify\n").size());

  // A file of verdicts that was cut off is none.
  const auto kept = desk.place() / ".git/aver/reviews-signatures";
  const std::string text = read(kept);
  write(kept, text.substr(0, text.size() - 3));
  CHECK(verify_files(desk.store(), files) == found);
  CHECK(verify_files(desk.store(), {}).empty());
}

TEST_CASE("a key that the revocation file has is revoked") {
  const Desk desk;
  const std::string ben = desk.signed_by("ben");
  const auto file = desk.scratch() / "revoked";
  write(file, "");
  desk.config("gpg.ssh.revocationFile", file.string());
  CHECK(desk.verify(ben, {"ben@example.org"}).standing == SignatureStatus::good);
  write(file, desk.public_key("ben") + "\n");
  CHECK(desk.verify(ben, {"ben@example.org"}).standing == SignatureStatus::revoked);
}

TEST_CASE("a file is signed by gpg as git's settings say, and by nobody else" *
          needs_program("gpg")) {
  const Desk desk;
  const auto home = desk.scratch() / "gpg";
  std::filesystem::create_directories(home);
  std::filesystem::permissions(home, std::filesystem::perms::owner_all);
  setenv("GNUPGHOME", home.c_str(), 1);
  for (const char* who : {"Ben Bow <ben@example.org>", "Cat Cole <cat@example.org>"}) {
    REQUIRE(run({"gpg", "--batch", "-q", "--passphrase", "", "--quick-gen-key", who, "ed25519",
                 "sign", "never"})
                .ok());
  }
  git(desk.place(), {"config", "--unset", "gpg.format"});
  desk.config("user.signingKey", "ben@example.org");
  const std::string ben = sign_file(desk.store(), kReview);
  const std::int64_t then = std::time(nullptr);
  CHECK(signature_kind(ben) == SignatureKind::openpgp);
  const FileSignature good = desk.verify(ben, {"ben@example.org"});
  CHECK(good.standing == SignatureStatus::good);
  CHECK(good.addresses == Addresses{"ben@example.org"});
  CHECK(good.key.size() == 40);
  CHECK(desk.verify(ben, {"cat@example.org"}).addresses == Addresses{"ben@example.org"});
  CHECK(desk.verify(ben, {}, kIn2024, "x").standing == SignatureStatus::bad);
  CHECK(desk.verify("-----BEGIN PGP SIGNATURE-----\nx\n").standing == SignatureStatus::bad);

  // A key that nobody vouches for is not its owner's, whatever it is called.
  const RunResult trust = run({"gpg", "--import-ownertrust"}, {.input = good.key + ":3:\n"});
  CHECK(trust.ok());
  CHECK(desk.verify(ben, {"ben@example.org"}).standing == SignatureStatus::untrusted);
  CHECK(run({"gpg", "--import-ownertrust"}, {.input = good.key + ":6:\n"}).ok());

  // When the key has expired, what it signed before stays good.
  CHECK(run({"gpg", "--batch", "--quick-set-expire", good.key, "seconds=1"}).ok());
  run({"sleep", "2.1"});
  constexpr std::int64_t kHour = 3600;
  CHECK(desk.verify(ben, {"ben@example.org"}, then + kHour).standing == SignatureStatus::expired);
  CHECK(desk.verify(ben, {"ben@example.org"}, then).standing == SignatureStatus::good);
  CHECK(run({"gpg", "--batch", "--yes", "--delete-secret-and-public-key", good.key}).ok());
  CHECK(desk.verify(ben, {"ben@example.org"}).standing == SignatureStatus::unknown);
  run({"gpgconf", "--kill", "gpg-agent"});
  unsetenv("GNUPGHOME");
}

TEST_CASE("a certificate's signature is checked by gpgsm") {
  const Desk desk;
  const auto gpgsm = desk.scratch() / "gpgsm";
  write_program(
      gpgsm,
      "case \"$*\" in\n"
      "*-bsau*) cat > /dev/null; echo '-----BEGIN SIGNED MESSAGE-----'; echo \"$3\" ;;\n"
      "*--list-keys*) echo 'uid:u::::::::CN=Ben Bow::'; echo 'uid:u::::::::<ben@example.org>::' "
      ";;\n"
      "*) cat > /dev/null; echo '[GNUPG:] GOODSIG B0C8 /CN=Ben Bow'\n"
      "   echo '[GNUPG:] VALIDSIG B0C8F4 2026-12-01 x'; echo '[GNUPG:] TRUST_FULLY 0 shell' ;;\n"
      "esac\n");
  desk.config("gpg.format", "x509");
  desk.config("gpg.x509.program", gpgsm.string());
  const std::string ada = sign_file(desk.store(), kReview);
  CHECK(ada == "-----BEGIN SIGNED MESSAGE-----\nAda Fields <ada@example.org>\n");
  const FileSignature good = desk.verify(ada, {"x@example.org"});
  CHECK(good.standing == SignatureStatus::good);
  CHECK(good.addresses == Addresses{"ben@example.org"});
  CHECK(good.key == "B0C8F4");
}

TEST_CASE("the lines of a key are those that have it, and authorities") {
  const Desk desk;
  const std::string key = key_of_signature(desk.signed_by("ben"));
  CHECK("ssh-ed25519 " + key == desk.public_key("ben"));
  const std::string first = desk.signers().substr(0, desk.signers().find('\n') + 1);
  CHECK(lines_of_key(desk.signers(), key) == first);
  const std::string authority = "*@example.org Cert-Authority ssh-ed25519 AAAA\n";
  CHECK(lines_of_key(authority + desk.signers(), key) == authority + first);
  CHECK(lines_of_key("", key) == "");
  for (const char* text :
       {"", "x", "-----BEGIN SSH SIGNATURE-----\n", "U1NIU0lH", "U1NIU0lHAAAAAf////9BQUE="}) {
    CHECK(key_of_signature(text) == "");
  }
  CHECK(without_times("a valid-before=\"20200101\",valid-after=20190101,x KEY\n") ==
        "a valid-before=\"99991231\",valid-after=\"19700102\",x KEY\n");
  CHECK(without_times("a valid-before=\"2020") == "a valid-before=\"99991231\"");
  CHECK(without_times("a valid-before=") == "a valid-before=\"99991231\"");
}

TEST_CASE("of two signatures in one, none counts") {
  const std::string both =
      "[GNUPG:] NEWSIG\n[GNUPG:] GOODSIG AA Dan <dan@example.org>\n[GNUPG:] VALIDSIG AA\n"
      "[GNUPG:] TRUST_ULTIMATE 0 pgp\n[GNUPG:] NEWSIG\n"
      "[GNUPG:] GOODSIG BB Ben <ben@example.org>\n[GNUPG:] VALIDSIG BB\n"
      "[GNUPG:] TRUST_UNDEFINED 0 pgp\n";
  CHECK(read_signature_words(both, true).standing == SignatureStatus::bad);
  CHECK(read_signature_words(both.substr(0, both.find("[GNUPG:] NEWSIG", 1)), true).standing ==
        SignatureStatus::good);
}
