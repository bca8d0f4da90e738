// SPDX-License-Identifier: MIT
//
// A .keep file is locked before it gets its name, so that nobody takes a new one for a dead
// process's.
#include "store/write/pack_keep.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "store/write/files.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kKeep = ".keep";
constexpr std::string_view kOurs = "aver, until a branch has it\n";

}  // namespace

PackKeep::PackKeep(const fs::path& folder, const std::string& pack) : pack_(pack) {
  const fs::path file = folder / (pack + std::string(kKeep));
  // git gc removes what begins like this, where it is old.
  std::string temporary = (folder / "tmp_keep_XXXXXX").string();
  fd_ = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (fd_ < 0) io_error("the file " + file.string() + " could not be written");
  try {
    if (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
      io_error("the file " + file.string() + " could not be locked");
    }
    write_all(fd_, kOurs, file.string());
    if (::link(temporary.c_str(), file.c_str()) == 0) {
      ::unlink(temporary.c_str());
      file_ = file;
      return;
    }
    std::error_code ignored;
    const bool is_there = errno == EEXIST || fs::exists(file, ignored);
    if (!is_there && ::rename(temporary.c_str(), file.c_str()) != 0) {
      io_error("the file " + file.string() + " could not be written");
    }
    if (is_there) {
      ::unlink(temporary.c_str());
    } else {
      file_ = file;
    }
  } catch (...) {
    ::unlink(temporary.c_str());
    close(fd_);
    throw;
  }
}

PackKeep::~PackKeep() {
  if (!file_.empty()) ::unlink(file_.c_str());
  if (fd_ >= 0) close(fd_);
}

PackKeep::PackKeep(PackKeep&& other) noexcept
    : pack_(std::move(other.pack_)),
      file_(std::exchange(other.file_, {})),
      fd_(std::exchange(other.fd_, -1)) {}

PackKeep& PackKeep::operator=(PackKeep&& other) noexcept {
  std::swap(pack_, other.pack_);
  std::swap(file_, other.file_);
  std::swap(fd_, other.fd_);
  return *this;
}

void remove_left_keeps(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() != kKeep) continue;
    const int fd = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) continue;
    std::string text(kOurs.size(), '\0');
    const bool ours = ::read(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                      text == kOurs && flock(fd, LOCK_EX | LOCK_NB) == 0;
    if (ours) ::unlink(entry.path().c_str());
    close(fd);
  }
}

}  // namespace aver::store
