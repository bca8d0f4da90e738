// SPDX-License-Identifier: MIT
//
// Asks ssh-keygen, gpg and gpgsm. Of ssh-keygen the exit status counts, of the other two their
// status lines. ssh-keygen has no mark for the end of options: what could be one is never handed
// on.
#include <algorithm>
#include <atomic>
#include <cctype>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "claims/text/lines.h"
#include "store/digest.h"
#include "store/error.h"
#include "store/file_signatures.h"
#include "store/process.h"
#include "store/share/signature_cache.h"
#include "store/share/signature_words.h"
#include "store/share/signing_programs.h"
#include "store/store.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

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

// The same signers, all keys of which are good for ever.
std::string without_times(std::string_view signers) {
  std::string text(signers);
  const auto lower = [&](std::size_t at) {
    return std::tolower(static_cast<unsigned char>(text[at]));
  };
  for (const auto& [word, value] :
       {std::pair<std::string_view, std::string_view>{"valid-before=", "\"99991231\""},
        {"valid-after=", "\"19700102\""}}) {
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
      std::size_t i = 0;
      while (i < word.size() && lower(at + i) == word[i]) ++i;
      if (i < word.size()) continue;
      const std::size_t begin = at + word.size();
      std::size_t end = begin;
      if (end < text.size() && text[end] == '"') {
        end = std::min(text.find('"', end + 1), text.size() - 1) + 1;
      } else {
        end = std::min(text.find_first_of(", \t\n", end), text.size());
      }
      text.replace(begin, end - begin, value);
      at = begin + value.size() - 1;
    }
  }
  return text;
}

// The address in "Name <address>"; empty where there is none.
std::string address_in(std::string_view name) {
  const std::size_t begin = name.rfind('<');
  const std::size_t end = name.rfind('>');
  if (begin == name.npos || end == name.npos || end < begin) return "";
  return std::string(name.substr(begin + 1, end - begin - 1));
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
    const std::string named = address_in(said.signer);
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
      std::string address = address_in(fields[kName]);
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

// What gpg and gpgsm go by, as far as files tell: when they were written last.
std::string state_of_keys() {
  const char* const given = std::getenv("GNUPGHOME");
  const char* const home = std::getenv("HOME");
  const fs::path folder =
      given != nullptr ? fs::path(given) : fs::path(home == nullptr ? "" : home) / ".gnupg";
  std::string state;
  for (const char* name : {"pubring.kbx", "pubring.gpg", "public-keys.d/pubring.db", "trustdb.gpg",
                           "trustlist.txt", "gpg.conf", "gpgsm.conf"}) {
    std::error_code error;
    const auto written = fs::last_write_time(folder / name, error);
    const std::uintmax_t size = error ? 0 : fs::file_size(folder / name, error);
    state += error ? "-\n"
                   : std::to_string(written.time_since_epoch().count()) + " " +
                         std::to_string(size) + "\n";
  }
  return state;
}

// All that an answer hangs on.
class Digests {
 public:
  Digests(const SigningSettings& settings, std::string keys)
      : settings_(settings), keys_(std::move(keys)) {
    const std::string revoked = settings_.get("gpg.ssh.revocationfile");
    if (revoked.empty()) return;
    std::ifstream in(revoked, std::ios::binary);
    revoked_ = revoked + "\n" + sha256(std::string(std::istreambuf_iterator<char>(in), {}));
  }

  std::string of(const SignedFile& file) {
    const std::optional<SignatureKind> kind = signature_kind(file.signature);
    if (!kind) return "";
    std::string text = "1\n" + settings_.program(*kind) + "\n" + std::to_string(file.at) + "\n" +
                       sha256(file.bytes) + sha256(file.signature) + "\n";
    if (*kind == SignatureKind::ssh) {
      text += of_signers(file.signers) + "\n" + revoked_ + "\n";
    } else {
      text += keys_;
    }
    for (const std::string& address : file.asked) {
      text += std::to_string(address.size()) + " " + address + "\n";
    }
    return sha256(text);
  }

 private:
  // Mostly all files are asked about with one text, which may be long.
  const std::string& of_signers(std::string_view signers) {
    if (signers.data() != signers_.data() || signers.size() != signers_.size() || digest_.empty()) {
      signers_ = signers;
      digest_ = sha256(signers);
    }
    return digest_;
  }

  const SigningSettings& settings_;
  const std::string keys_;
  std::string revoked_;
  std::string_view signers_;
  std::string digest_;
};

// Programs that are written to may have gone away; and each thread that runs one would give the
// others their signals back.
class PipesMayBreak {
 public:
  PipesMayBreak() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
  ~PipesMayBreak() { std::signal(SIGPIPE, before_); }
  PipesMayBreak(const PipesMayBreak&) = delete;
  PipesMayBreak& operator=(const PipesMayBreak&) = delete;

 private:
  void (*before_)(int);
};

// Checks the files at these places, several at a time.
void check_all(const SigningSettings& settings, const std::vector<SignedFile>& files,
               const std::vector<std::size_t>& places, std::vector<FileSignature>& to) {
  constexpr std::size_t kMostThreads = 8;
  const std::size_t count = std::min<std::size_t>(
      {places.size(), kMostThreads, std::max(1U, std::thread::hardware_concurrency())});
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      for (std::size_t i = next++; i < places.size(); i = next++) {
        to[places[i]] = SignatureCheck(settings, files[places[i]]).run();
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
      next = places.size();
    }
  };
  const PipesMayBreak pipes_may_break;
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < count; ++i) threads.emplace_back(work);
  work();
  for (std::thread& one : threads) one.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace

std::vector<FileSignature> verify_files(const Store& store, const std::vector<SignedFile>& files) {
  const SigningSettings settings(store.root().string());
  const std::string keys = state_of_keys();
  SignatureCache cache(store.private_dir() / "reviews-signatures");
  Digests digests(settings, keys);
  std::vector<FileSignature> found(files.size());
  std::vector<std::string> digest(files.size());
  std::vector<std::size_t> open;
  std::map<std::string, std::size_t> first;  // of equal ones one is checked
  for (std::size_t i = 0; i < files.size(); ++i) {
    digest[i] = digests.of(files[i]);
    if (auto known = digest[i].empty() ? std::nullopt : cache.find(digest[i])) {
      found[i] = std::move(*known);
    } else if (digest[i].empty() || first.emplace(digest[i], i).second) {
      open.push_back(i);
    }
  }
  check_all(settings, files, open, found);
  const bool keys_stay = state_of_keys() == keys;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto checked = first.find(digest[i]);
    if (checked == first.end()) continue;
    found[i] = found[checked->second];
    const bool is_ssh = signature_kind(files[i].signature) == SignatureKind::ssh;
    if (checked->second == i && (is_ssh || keys_stay)) cache.put(digest[i], found[i]);
  }
  cache.save();
  return found;
}

}  // namespace aver::store
