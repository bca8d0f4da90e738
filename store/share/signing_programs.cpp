// SPDX-License-Identifier: MIT
//
// git is asked for all of its settings at once.
#include "store/share/signing_programs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

#include "claims/text/lines.h"
#include "store/error.h"
#include "store/process.h"

namespace aver::store {

namespace fs = std::filesystem;

bool is_in_path(const std::string& program) {
  if (program.find('/') != program.npos) return access(program.c_str(), X_OK) == 0;
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    const std::string file = std::string(folders.substr(0, end)) + "/" + program;
    if (access(file.c_str(), X_OK) == 0) return true;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return false;
}

SigningSettings::SigningSettings(std::string directory) : directory_(std::move(directory)) {
  const RunResult listed =
      run_git({"config", "-z", "--type=path", "--get-regexp", "^(gpg\\..*|user\\.signingkey)$"},
              {.directory = directory_});
  // A setting that git cannot read is no setting that is not there: a key may be taken back in it.
  constexpr int kNoneSet = 1;
  if (!listed.ok() && listed.status != kNoneSet) {
    throw StoreError(Fault::refused, "git's settings of signatures cannot be read",
                     {claims::first_line(listed.errors)}, "git config --get-regexp gpg");
  }
  for (const std::string& setting : claims::split_at_zero(listed.output)) {
    const std::size_t line = setting.find('\n');
    if (line != setting.npos) all_[setting.substr(0, line)] = setting.substr(line + 1);
  }
}

std::string SigningSettings::get(const std::string& name) const {
  const auto found = all_.find(name);
  return found == all_.end() ? "" : found->second;
}

std::string SigningSettings::program(SignatureKind kind) const {
  const auto or_else = [](std::string value, std::string other) {
    return value.empty() ? std::move(other) : std::move(value);
  };
  switch (kind) {
    case SignatureKind::ssh:
      return or_else(get("gpg.ssh.program"), "ssh-keygen");
    case SignatureKind::x509:
      return or_else(get("gpg.x509.program"), "gpgsm");
    case SignatureKind::openpgp:
      break;
  }
  return or_else(get("gpg.openpgp.program"), or_else(get("gpg.program"), "gpg"));
}

SignatureKind SigningSettings::format() const {
  const std::string format = get("gpg.format");
  if (format == "ssh") return SignatureKind::ssh;
  if (format == "x509") return SignatureKind::x509;
  if (format.empty() || format == "openpgp") return SignatureKind::openpgp;
  throw StoreError(Fault::refused, "git's setting gpg.format is none that aver knows", {format},
                   "git config gpg.format ssh");
}

PrivateFolder::PrivateFolder() {
  std::error_code error;
  std::string pattern = (fs::temp_directory_path(error) / "aver-signing-XXXXXX").string();
  if (!error && mkdtemp(pattern.data()) == nullptr) {
    error = std::error_code(errno, std::generic_category());
  }
  if (error) {
    throw StoreError(Fault::io, "no folder could be made for signing", {error.message()});
  }
  path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string PrivateFolder::write(const std::string& name, std::string_view text) const {
  const std::string file = path(name);
  const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
  bool is_good = fd >= 0;
  while (is_good && !text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    is_good = written > 0 || (written < 0 && errno == EINTR);
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  const int error = errno;
  if (fd >= 0 && close(fd) != 0) is_good = false;
  if (is_good) return file;
  throw StoreError(Fault::io, file + " cannot be written", {std::strerror(error)});
}

}  // namespace aver::store
