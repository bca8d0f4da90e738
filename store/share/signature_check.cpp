// SPDX-License-Identifier: MIT
//
// Of ssh-keygen the exit status counts, of gpg and gpgsm their status lines. ssh-keygen has no mark
// for the end of options: what could be one is never handed on.
#include "store/share/signature_check.h"

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/review/review.h"
#include "store/process.h"
#include "store/share/allowed_signers.h"
#include "store/share/signature_words.h"

namespace aver::store {
namespace {

bool may_be_asked(std::string_view address) {
  return !address.empty() && !address.starts_with('-') &&
         address.find_first_of(" \t\n*?!,\"") == address.npos;
}

// As ssh-keygen takes it, in the zone that it is told: UTC. Zero is now to it.
std::string ssh_time(std::int64_t at) {
  constexpr std::int64_t kLast = 253370764800;  // 9999-01-01
  const std::time_t time = std::clamp<std::int64_t>(at, 1, kLast);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y%m%d%H%M%S", &parts);
  return text;
}

// One file, in a folder of its own.
class SignatureCheck {
 public:
  SignatureCheck(const SigningSettings& settings, const SignedFile& file)
      : settings_(settings), file_(file) {}

  FileSignature run() {
    if (file_.signature.empty()) return {};
    const std::optional<SignatureKind> kind = signature_kind(file_.signature);
    if (!kind) return {SignatureStatus::bad, {}, ""};
    program_ = settings_.program(*kind);
    if (!is_in_path(program_)) return {SignatureStatus::unchecked, {}, ""};
    signature_ = folder_.write("signature", file_.signature);
    return *kind == SignatureKind::ssh ? by_ssh() : by_gpg(*kind);
  }

 private:
  RunResult keygen(std::vector<std::string> words) const {
    const bool reads = words.front() != "find-principals";
    words.insert(words.begin(), {program_, "-Y"});
    return store::run(words, {.directory = settings_.directory(),
                              .input = std::string(reads ? file_.bytes : ""),
                              .environment = {{"TZ", "UTC"}},
                              .in_english = true});
  }

  std::vector<std::string> principals(const std::string& signers) const {
    std::vector<std::string> found;
    const std::string text = keygen({"find-principals", "-f", signers, "-s", signature_,
                                     "-Overify-time=" + ssh_time(file_.at)})
                                 .output;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string one = text.substr(at, end - at);
      if (!one.empty()) found.push_back(std::move(one));
      at = end + 1;
    }
    return found;
  }

  // Whether it fits, and the key is one of the address's. `revoked`: the user's list of those that
  // are revoked, or empty.
  bool fits(const std::string& signers, const std::string& address, const std::string& revoked,
            std::string& key) const {
    std::vector<std::string> words = {
        "verify", "-f",          signers, "-I",       address,
        "-n",     "aver-review", "-s",    signature_, "-Overify-time=" + ssh_time(file_.at)};
    if (!revoked.empty()) words.insert(words.end(), {"-r", revoked});
    const RunResult result = keygen(words);
    if (result.ok()) key = key_in(result.output);
    return result.ok();
  }

  static std::string key_in(const std::string& text) {
    const std::size_t at = text.rfind("SHA256:");
    return at == text.npos ? "" : text.substr(at, text.find_first_of(" \n", at) - at);
  }

  FileSignature by_ssh() const {
    const std::string signers = folder_.write("signers", file_.signers);
    const std::string revoked = settings_.get("gpg.ssh.revocationfile");
    FileSignature found;
    for (const std::string& address : file_.asked) {
      if (!may_be_asked(address) || !fits(signers, address, revoked, found.key)) continue;
      found.standing = SignatureStatus::good;
      found.addresses = {address};
      return found;
    }
    const RunResult alone = keygen({"check-novalidate", "-n", "aver-review", "-s", signature_});
    if (!alone.ok()) return {SignatureStatus::bad, {}, ""};
    found.key = key_in(alone.output);
    const std::vector<std::string> now = principals(signers);
    const auto those_it_fits = [&](const std::string& list) {
      std::vector<std::string> fitting;
      std::string ignored;
      for (const std::string& one : now) {
        if (may_be_asked(one) && fits(signers, one, list, ignored)) fitting.push_back(one);
      }
      return fitting;
    };
    found.standing = SignatureStatus::good;
    found.addresses = those_it_fits(revoked);
    if (!found.addresses.empty()) return found;
    found.standing = SignatureStatus::revoked;
    if (!revoked.empty()) found.addresses = those_it_fits("");
    if (!found.addresses.empty()) return found;
    // It is there, but not for reviews.
    found.standing = SignatureStatus::untrusted;
    if (!now.empty()) return found;
    found.standing = SignatureStatus::unknown;
    for (std::string& one : principals(folder_.write("ever", without_times(file_.signers)))) {
      found.standing = SignatureStatus::expired;
      if (may_be_asked(one)) found.addresses.push_back(std::move(one));
    }
    return found;
  }

  SignatureWords gpg_says(std::vector<std::string> words) const {
    words.insert(words.begin(), program_);
    words.insert(words.end(), {"--status-fd=1", "--verify", signature_, "-"});
    const RunResult result = store::run(words, {.directory = settings_.directory(),
                                                .input = std::string(file_.bytes),
                                                .in_english = true});
    // A signature that it cannot even read has no line that judges.
    SignatureWords said = read_signature_words(result.output, false);
    if (said.standing == SignatureStatus::unchecked) said.standing = SignatureStatus::bad;
    return said;
  }

  FileSignature by_gpg(SignatureKind kind) const {
    SignatureWords said = gpg_says({});
    if (said.standing == SignatureStatus::expired && kind == SignatureKind::openpgp) {
      SignatureWords then = gpg_says({"--faked-system-time=" + std::to_string(file_.at)});
      if (then.standing == SignatureStatus::good || then.standing == SignatureStatus::untrusted) {
        said = std::move(then);
      }
    }
    FileSignature found{said.standing, {}, said.key};
    const std::string named = claims::person(said.signer).email;
    if (said.standing == SignatureStatus::expired && may_be_asked(named)) {
      found.addresses = {named};
    }
    if (said.standing != SignatureStatus::good) return found;
    const std::vector<std::string> all = addresses_of(kind, said.key);
    const auto is_asked = [&](const std::string& one) {
      return std::find(all.begin(), all.end(), one) != all.end();
    };
    const auto asked = std::find_if(file_.asked.begin(), file_.asked.end(), is_asked);
    found.addresses = asked == file_.asked.end() ? all : std::vector<std::string>{*asked};
    return found;
  }

  // Of an OpenPGP key those of its names that are certified; of a certificate all that it has.
  std::vector<std::string> addresses_of(SignatureKind kind, const std::string& key) const {
    constexpr std::size_t kValidity = 1, kName = 9;
    std::vector<std::string> found;
    const RunResult listed = store::run({program_, "--list-keys", "--with-colons", key},
                                        {.directory = settings_.directory(), .in_english = true});
    for (std::size_t at = 0; at < listed.output.size();) {
      const std::size_t end = std::min(listed.output.find('\n', at), listed.output.size());
      const std::vector<std::string> fields = fields_of(listed.output.substr(at, end - at));
      at = end + 1;
      if (fields.front() != "uid" || fields.size() <= kName) continue;
      const std::string& validity = fields[kValidity];
      if (kind == SignatureKind::openpgp && validity != "u" && validity != "f") continue;
      std::string address = claims::person(fields[kName]).email;
      if (may_be_asked(address)) found.push_back(std::move(address));
    }
    return found;
  }

  static std::vector<std::string> fields_of(std::string_view line) {
    std::vector<std::string> fields;
    while (true) {
      const std::size_t end = std::min(line.find(':'), line.size());
      fields.emplace_back(line.substr(0, end));
      if (end == line.size()) return fields;
      line.remove_prefix(end + 1);
    }
  }

  const SigningSettings& settings_;
  const SignedFile& file_;
  const PrivateFolder folder_;
  std::string program_, signature_;
};

}  // namespace

FileSignature check_signature(const SigningSettings& settings, const SignedFile& file) {
  return SignatureCheck(settings, file).run();
}

}  // namespace aver::store
