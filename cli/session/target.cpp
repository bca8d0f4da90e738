// SPDX-License-Identifier: MIT
//
// Writes to a temporary file beside the target and gives it its name at the end: an interrupted
// export leaves nothing behind. Unless it may replace a file, it takes the name by link(2), which
// never overwrites.
#include "cli/session/target.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using store::Fault;
using store::StoreError;

[[noreturn]] void failed(const std::string& path, const std::string& doing) {
  throw StoreError(Fault::io, "cannot " + doing + " " + path, {std::strerror(errno)});
}

void refuse_existing(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(path, ignored))) return;
  throw StoreError(Fault::dirty, path + " exists", {}, "--force replaces it");
}

}  // namespace

Target::Target(Session& session, const std::optional<std::string>& path, bool replace)
    : session_(session), replace_(replace) {
  if (!path || *path == "-") return;
  path_ = session.user_path(*path);
  if (!replace_) refuse_existing(path_);
  if (fs::is_directory(path_)) throw StoreError(Fault::usage, path_ + " is a folder");
  part_ = path_ + ".part-XXXXXX";
  fd_ = mkostemp(part_.data(), O_CLOEXEC);
  if (fd_ < 0) {
    part_.clear();
    failed(path_, "write");
  }
  const mode_t mask = umask(0);
  umask(mask);
  if (fchmod(fd_, 0666 & ~mask) != 0) failed(part_, "write");
}

Target::~Target() {
  if (fd_ >= 0) close(fd_);
  if (!finished_ && !part_.empty()) unlink(part_.c_str());
}

void Target::write(std::string_view text) {
  if (!to_file()) {
    if (session_.out.terminal()) {
      session_.out.data(safe(text));
    } else {
      session_.out.data(text);
    }
    return;
  }
  while (!text.empty()) {
    const ssize_t n = ::write(fd_, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) failed(part_, "write");
    text.remove_prefix(static_cast<std::size_t>(n));
  }
}

void Target::finish() {
  if (!to_file()) return;
  if (fsync(fd_) != 0) failed(part_, "write");
  if (replace_) {
    if (rename(part_.c_str(), path_.c_str()) != 0) failed(path_, "write");
  } else {
    // link(2) fails where another process has created the file meanwhile. On a file system without
    // hard links, checking before the rename has to do.
    if (link(part_.c_str(), path_.c_str()) == 0) {
      unlink(part_.c_str());
    } else {
      refuse_existing(path_);
      if (rename(part_.c_str(), path_.c_str()) != 0) failed(path_, "write");
    }
  }
  finished_ = true;
}

}  // namespace aver::cli
