// SPDX-License-Identifier: MIT
//
// Writes to a temporary file beside the target and gives it its name at the end: an interrupted
// command leaves nothing behind. Unless it may replace a file, it takes the name by link(2), which
// never overwrites.
#include "cli/session/target.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/own_umask.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using store::Fault;
using store::StoreError;

constexpr std::string_view kPart = ".aver-part-";

[[noreturn]] void failed(const std::string& path, const std::string& doing) {
  throw StoreError(Fault::io, "cannot " + doing + " " + path, {std::strerror(errno)});
}

void refuse_existing(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(path, ignored))) return;
  throw StoreError(Fault::dirty, path + " exists", {}, "--force replaces it");
}

// Removes what exports to this path that were killed have left. A part is locked while its export
// lives; a database has files beside it, with longer names.
void remove_left_parts(const std::string& path) {
  constexpr std::size_t kRandom = 6;
  const fs::path file(path);
  const std::string begin = file.filename().string() + std::string(kPart);
  std::error_code ignored;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(begin) || name.size() < begin.size() + kRandom) continue;
    const fs::path part = folder / name.substr(0, begin.size() + kRandom);
    const int fd = open(part.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    const bool lives = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0;
    if (!lives) fs::remove(entry.path(), ignored);
    if (fd >= 0) close(fd);
  }
}

}  // namespace

Target::Target(Session& session, const std::optional<std::string>& path, bool replace)
    : session_(session), replace_(replace) {
  if (!path || *path == "-") return;
  path_ = session.user_path(*path);
  if (std::error_code none; replace_ && fs::is_symlink(path_)) {
    const fs::path real = fs::canonical(path_, none);
    if (!none) path_ = real.string();
  }
  remove_left_parts(path_);
  if (!replace_) refuse_existing(path_);
  if (fs::is_directory(path_)) throw StoreError(Fault::usage, path_ + " is a folder");
  part_ = path_ + std::string(kPart) + "XXXXXX";
  fd_ = mkostemp(part_.data(), O_CLOEXEC);
  if (fd_ < 0) {
    part_.clear();
    failed(path_, "write");
  }
  flock(fd_, LOCK_EX | LOCK_NB);  // without locks, nobody takes it for a dead one's either
  struct stat old {};
  const bool replaces = replace_ && stat(path_.c_str(), &old) == 0;
  if (fchmod(fd_, replaces ? old.st_mode & 07777 : 0666 & ~store::own_umask()) != 0) {
    const int reason = errno;
    close(fd_);
    unlink(part_.c_str());
    errno = reason;
    failed(path_, "write");
  }
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

void Target::finish(Flush flush) {
  if (!to_file()) return;
  if (flush == Flush::disk && fsync(fd_) != 0) failed(part_, "write");
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
