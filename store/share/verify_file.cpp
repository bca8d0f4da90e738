// SPDX-License-Identifier: MIT
//
// Looks up what was found out before, and has the rest checked, several at a time.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "store/digest.h"
#include "store/file_signatures.h"
#include "store/process.h"
#include "store/share/allowed_signers.h"
#include "store/share/signature_cache.h"
#include "store/share/signature_check.h"
#include "store/share/signing_programs.h"
#include "store/store.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

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
      text += sha256(file.signers) + "\n" + revoked_ + "\n";
    } else {
      text += keys_;
    }
    for (const std::string& address : file.asked) {
      text += std::to_string(address.size()) + " " + address + "\n";
    }
    return sha256(text);
  }

 private:
  const SigningSettings& settings_;
  const std::string keys_;
  std::string revoked_;
};

// By a text of signers, which is the same where it lies at the same place, and a key.
using LinesOfKeys = std::map<std::tuple<const char*, std::size_t, std::string>, std::string>;

// The files, each with the signers that have to do with its key: so who joins or leaves has no
// other signature checked anew. `lines` holds their texts.
std::vector<SignedFile> with_own_signers(const std::vector<SignedFile>& files, LinesOfKeys& lines) {
  std::vector<SignedFile> own = files;
  for (SignedFile& file : own) {
    if (signature_kind(file.signature) != SignatureKind::ssh) continue;
    std::string key = key_of_signature(file.signature);
    if (key.empty()) continue;
    const auto [known, is_new] =
        lines.try_emplace(std::tuple(file.signers.data(), file.signers.size(), std::move(key)));
    if (is_new) known->second = lines_of_key(file.signers, std::get<2>(known->first));
    file.signers = known->second;
  }
  return own;
}

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
        to[places[i]] = check_signature(settings, files[places[i]]);
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
      next = places.size();
    }
  };
  const NoSigPipe guard;
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < count; ++i) threads.emplace_back(work);
  work();
  for (std::thread& one : threads) one.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace

std::vector<FileSignature> verify_files(const Store& store, const std::vector<SignedFile>& given) {
  if (given.empty()) return {};
  LinesOfKeys lines;
  const std::vector<SignedFile> files = with_own_signers(given, lines);
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
