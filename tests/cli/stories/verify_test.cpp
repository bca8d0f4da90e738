// SPDX-License-Identifier: MIT
//
// Who signed which records: with keys of gpg and ssh made for the test, in a HOME of its own.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::tests;

namespace {

namespace fs = std::filesystem;
using aver::store::RunResult;
using Json = nlohmann::json;

// A store in which people sign with what they like.
class SignedStore {
 public:
  SignedStore() : facts(scratch / "facts") {
    setenv("GNUPGHOME", (scratch / "gnupg").c_str(), 1);
    fs::create_directory(scratch / "gnupg");
    fs::permissions(scratch / "gnupg", fs::perms::owner_all);
    setenv("TZ", "UTC", 1);
    REQUIRE(aver({"init"}).ok());
    git(facts, {"config", "gpg.ssh.allowedSignersFile", (scratch / "allowed").string()});
  }
  ~SignedStore() {
    aver::store::run({"gpgconf", "--kill", "all"});
    unsetenv("GNUPGHOME");
  }

  RunResult aver(std::vector<std::string> words) {
    fs::create_directories(facts);
    words.insert(words.begin(), aver_program());
    return aver::store::run(words, {.directory = facts.string()});
  }

  // A key of ssh; its owner is told to git as one who may sign.
  void ssh_key(const std::string& name, bool allowed) {
    const fs::path file = scratch / name;
    REQUIRE(aver::store::run(
                {"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file.string()})
                .ok());
    std::ofstream signers(scratch / "allowed", std::ios::app);
    if (allowed) signers << name << "@example.org " << read(file.string() + ".pub");
  }

  // The fingerprint of a new key of gpg.
  std::string gpg_key(const std::string& name) {
    const RunResult made = aver::store::run(
        {"gpg", "--batch", "--pinentry-mode", "loopback", "--passphrase", "", "--status-fd", "1",
         "--quick-gen-key", name + " <" + name + "@example.org>", "ed25519", "sign", "never"});
    REQUIRE_MESSAGE(made.ok(), made.errors);
    const std::size_t at = made.output.find("KEY_CREATED P ");
    REQUIRE(at != made.output.npos);
    return made.output.substr(at + 14, 40);
  }

  void sign_with(const std::string& format, const std::string& key) {
    git(facts, {"config", "commit.gpgSign", format.empty() ? "false" : "true"});
    if (format.empty()) return;
    git(facts, {"config", "gpg.format", format});
    git(facts, {"config", "user.signingKey", key});
  }
  void sign_with_ssh(const std::string& name) { sign_with("ssh", (scratch / name).string()); }

  // Puts a commit in place of HEAD with a word of it exchanged: its signature fits no more.
  void tamper(const std::string& from, const std::string& to) {
    std::string text = git(facts, {"cat-file", "commit", "HEAD"});
    const std::size_t at = text.rfind(from);
    REQUIRE(at != text.npos);
    text.replace(at, from.size(), to);
    const std::string id = git(facts, {"hash-object", "-t", "commit", "-w", "--stdin"}, text);
    git(facts, {"update-ref", "HEAD", id.substr(0, 40)});
  }

  void add(const std::string& claim) {
    const RunResult added = aver({"add", claim, "Something about " + claim + " is so"});
    REQUIRE_MESSAGE(added.ok(), added.errors);
  }

  Json verify(std::vector<std::string> words = {}, int status = 0) {
    words.insert(words.begin(), {"verify", "--json"});
    const RunResult result = aver(words);
    CHECK_MESSAGE(result.status == status, result.errors);
    return Json::parse(result.output);
  }

  Scratch scratch;
  fs::path facts;
};

// "good ann@example.org" -> the files that this signer touched.
std::map<std::string, std::vector<std::string>> by_signer(const Json& answer) {
  std::map<std::string, std::vector<std::string>> all;
  for (const Json& one : answer["signers"]) {
    const std::string signer = one["signer"].is_null() ? "" : one["signer"].get<std::string>();
    all[one["standing"].get<std::string>() + " " + signer] = one["paths"];
  }
  return all;
}

std::string claim(const std::string& id) { return "claims/" + id + "/claim.toml"; }

}  // namespace

TEST_CASE("ssh: who signed which records, and what is unsigned, by a stranger, or tampered with" *
          needs_program("ssh-keygen")) {
  SignedStore store;
  store.ssh_key("ann", true);
  store.ssh_key("eve", false);
  store.sign_with_ssh("ann");
  store.add("t/a");
  store.add("t/b");
  REQUIRE(store.aver({"tag", "v1", "--sign"}).ok());
  store.sign_with("", "");
  store.add("t/c");
  REQUIRE(store.aver({"tag", "v2"}).ok());
  store.sign_with_ssh("eve");
  store.add("t/d");
  const auto signers = by_signer(store.verify());
  CHECK(signers.at("good ann@example.org") == std::vector{claim("t/a"), claim("t/b")});
  CHECK(signers.at("unknown key ") == std::vector{claim("t/d")});
  const std::vector<std::string> unsigned_files = signers.at("unsigned ");
  CHECK(std::count(unsigned_files.begin(), unsigned_files.end(), claim("t/c")) == 1);
  CHECK(std::count(unsigned_files.begin(), unsigned_files.end(), "aver.toml") == 1);

  const Json answer = store.verify();
  CHECK(answer["commits"] == 5);
  REQUIRE(answer["editions"].size() == 2);
  for (const Json& edition : answer["editions"]) {
    CHECK(edition["standing"] == (edition["edition"] == "v1" ? "good" : "unsigned"));
  }
  // A range speaks of what is in it alone.
  CHECK(store.verify({"v1..v2"})["commits"] == 1);
  CHECK(store.verify({"v1..v2"})["editions"].size() == 1);
  CHECK(store.verify({"HEAD~3..v1", "--require"})["editions"][0]["signer"] == "ann@example.org");
  store.verify({"v1", "--require"}, 1);  // the first commit is not signed
  store.verify({"--require"}, 1);

  store.sign_with_ssh("ann");
  store.add("t/e");
  store.tamper("Add claim t/e", "Add claim t/x");
  const Json tampered = store.verify({}, 1);
  CHECK(by_signer(tampered).at("bad ") == std::vector{claim("t/e")});
  CHECK(store.aver({"verify", "HEAD~1"}).status == 0);
}

TEST_CASE("ssh: an author's address that looks like git's next fields names no other signer" *
          needs_program("ssh-keygen")) {
  SignedStore store;
  store.ssh_key("mallory", true);
  store.ssh_key("boss", true);
  store.sign_with_ssh("mallory");
  store.add("t/a");
  // What is signed is the commit as it is written below.
  const std::string tree = git(store.facts, {"rev-parse", "HEAD^{tree}"}).substr(0, 40);
  const std::string parent = git(store.facts, {"rev-parse", "HEAD"}).substr(0, 40);
  const std::string head = "tree " + tree + "\nparent " + parent +
                           "\nauthor M <boss@example.org\x02" +
                           "boss@example.org\x02Boss\x02x> 1733047200 +0000\n"
                           "committer M <m@example.org> 1733047200 +0000\n";
  write(store.scratch / "commit", head + "\nforged\n");
  REQUIRE(
      aver::store::run({"ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f",
                        (store.scratch / "mallory").string(), (store.scratch / "commit").string()})
          .ok());
  std::string signature = "gpgsig " + read(store.scratch / "commit.sig");
  signature.pop_back();
  for (std::size_t at = 0; (at = signature.find('\n', at)) != signature.npos; at += 2) {
    signature.insert(at + 1, " ");
  }
  const std::string id =
      git(store.facts, {"hash-object", "-t", "commit", "-w", "--literally", "--stdin"},
          head + signature + "\n\nforged\n")
          .substr(0, 40);
  git(store.facts, {"update-ref", "HEAD", id});
  const Json answer = store.verify({"HEAD~1.."});
  REQUIRE(answer["signers"].size() == 1);
  CHECK(answer["signers"][0]["signer"] == "mallory@example.org");
  CHECK(answer["signers"][0]["standing"] == "good");
  const RunResult rows = store.aver({"verify", "HEAD~1..", "--format", "jsonl"});
  CHECK(Json::parse(rows.output)["signer"] == "mallory@example.org");
}

TEST_CASE(
    "ssh: without a list of signers, and without ssh-keygen, what is signed is not called unsigned "
    "or bad" *
    needs_program("ssh-keygen")) {
  SignedStore store;
  store.ssh_key("ann", true);
  store.sign_with_ssh("ann");
  store.add("t/a");
  REQUIRE(store.aver({"tag", "v1", "--sign"}).ok());
  git(store.facts, {"config", "gpg.ssh.allowedSignersFile", "/nowhere/allowed"});
  CHECK(by_signer(store.verify({"HEAD~1.."})).contains("unknown key "));
  git(store.facts, {"config", "--unset", "gpg.ssh.allowedSignersFile"});
  const Json unlisted = store.verify({"HEAD~1.."});
  CHECK(by_signer(unlisted).contains("unknown key "));
  CHECK(unlisted["editions"][0]["standing"] == "unknown key");
  git(store.facts, {"config", "gpg.ssh.program", "/nowhere/ssh-keygen"});
  const Json unchecked = store.verify({"HEAD~1.."});
  CHECK(by_signer(unchecked).contains("unchecked "));
  CHECK(unchecked["editions"][0]["standing"] == "unchecked");
  store.verify({"HEAD~1..", "--require"}, 1);
}

TEST_CASE("gpg: good, expired, unknown, bad, and the record that somebody else changed since" *
          needs_program("gpg")) {
  SignedStore store;
  const std::string ann = store.gpg_key("ann");
  const std::string ben = store.gpg_key("ben");
  store.sign_with("openpgp", ann);
  store.add("t/a");
  store.add("t/b");
  REQUIRE(store.aver({"tag", "v1", "--sign"}).ok());
  store.sign_with("openpgp", ben);
  store.add("t/c");
  write(store.facts / claim("t/a"), read(store.facts / claim("t/a")) + "note = \"Ben\"\n");
  git(store.facts, {"commit", "-qam", "A note"});
  Json answer = store.verify({"HEAD~4.."});
  CHECK(by_signer(answer).at("good ann <ann@example.org>") ==
        std::vector{claim("t/a"), claim("t/b")});
  CHECK(by_signer(answer).at("good ben <ben@example.org>") ==
        std::vector{claim("t/a"), claim("t/c")});
  CHECK(answer["signers"][0]["key"] == ann);
  CHECK(answer["editions"][0]["standing"] == "good");
  CHECK(answer["editions"][0]["key"] == ann);
  for (const Json& record : answer["records"]) {
    const bool of_ann = record["path"] == claim("t/b");
    CHECK(record["signer"] == (of_ann ? "ann <ann@example.org>" : "ben <ben@example.org>"));
  }
  const RunResult shown = store.aver({"verify", "HEAD~4.."});
  CHECK(shown.output.find("changed since: ben <ben@example.org>") != std::string::npos);
  CHECK(shown.output.find("5 good, and nothing else") != std::string::npos);

  // Ann's key is expired, Ben's is gone, and one commit is not what Ann signed.
  store.sign_with("openpgp", ann);
  store.add("t/e");
  store.tamper("Add claim t/e", "Add claim t/x");
  REQUIRE(aver::store::run({"gpg", "--batch", "--pinentry-mode", "loopback", "--passphrase", "",
                            "--quick-set-expire", ann, "seconds=1"})
              .ok());
  REQUIRE(
      aver::store::run({"gpg", "--batch", "--yes", "--delete-secret-and-public-key", ben}).ok());
  usleep(2100000);  // its second is over
  answer = store.verify({"HEAD~5.."}, 1);
  const auto signers = by_signer(answer);
  CHECK(signers.at("bad ann <ann@example.org>") == std::vector{claim("t/e")});
  CHECK(signers.at("expired ann <ann@example.org>") == std::vector{claim("t/a"), claim("t/b")});
  CHECK(signers.at("unknown key ") == std::vector{claim("t/a"), claim("t/c")});
  CHECK(answer["editions"][0]["standing"] == "expired");
  CHECK(answer["not_good"].size() == 5);
  CHECK(answer["records"].size() == 4);
}

TEST_CASE("by row: one for each file that a commit touched, as it comes") {
  SignedStore store;
  store.add("t/a");
  const RunResult csv = store.aver({"verify", "--format", "csv"});
  CHECK(
      csv.output.starts_with("commit,edition,time,author,email,standing,signer,key,file,subject"));
  CHECK(csv.output.find(",unsigned,,,claims/t/a/claim.toml,Add claim t/a\r\n") !=
        std::string::npos);
  const RunResult lines = store.aver({"verify", "HEAD~1..", "--format", "jsonl"});
  CHECK(Json::parse(lines.output)["file"] == claim("t/a"));
  CHECK(store.aver({"verify", "HEAD..", "--format", "markdown"}).output.starts_with("| commit |"));
  CHECK(store.aver({"verify", "HEAD.."}).output.find("0 commits") != std::string::npos);
}
