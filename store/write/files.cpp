// SPDX-License-Identifier: MIT
//
// A file is written under a passing name beside its place, synced, and given its own name by one
// call of the system.
#include "store/write/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "claims/text/record_folders.h"
#include "store/error.h"
#include "store/own_umask.h"
#include "store/process/random_name.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHalfFile = ".aver-";
constexpr std::string_view kHalfFileEnd = ".tmp";

[[noreturn]] void cannot_write(const char* kind, const std::string& path) {
  io_error("the " + std::string(kind) + " " + path + " could not be written");
}

// Makes the file in the folder, and returns its passing name. git, too, gives an executable the
// rights to be executed that the user's umask leaves.
fs::path make_file(const fs::path& folder, const std::string& path, const std::string& content,
                   FileMode mode) {
  fs::path temporary =
      folder / (std::string(kHalfFile) + random_name() + std::string(kHalfFileEnd));
  if (mode == FileMode::link) {
    if (::symlink(content.c_str(), temporary.c_str()) != 0) cannot_write("link", path);
    return temporary;
  }
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                        mode == FileMode::executable ? 0777 : 0666);
  if (fd < 0) cannot_write("file", path);
  try {
    write_all(fd, content, path);
    if (fsync(fd) != 0) cannot_write("file", path);
    close(fd);
  } catch (...) {
    close(fd);
    ::unlink(temporary.c_str());
    throw;
  }
  return temporary;
}

// Some file systems do not know a call, or not with these flags.
bool is_unknown_here(int error) {
  return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP || error == EPERM ||
         error == EMLINK;
}

// Gives the file its name unless something has that name already.
void place_new(const fs::path& temporary, const fs::path& target, const std::string& path) {
  if (::renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0) {
    return;
  }
  if (errno == EEXIST) in_the_way(path);
  if (!is_unknown_here(errno)) cannot_write("file", path);
  // A second name for the file, and the first one goes: two names for good would make an edit of
  // the one an edit of the other.
  if (::link(temporary.c_str(), target.c_str()) == 0) {
    if (::unlink(temporary.c_str()) == 0) return;
    const int reason = errno;
    ::unlink(target.c_str());
    errno = reason;
    cannot_write("file", path);
  }
  if (errno == EEXIST) in_the_way(path);
  if (!is_unknown_here(errno)) cannot_write("file", path);
  // Neither is known, as on exFAT. No other aver writes here meanwhile.
  struct stat about {};
  if (lstat(target.c_str(), &about) == 0) in_the_way(path);
  if (::rename(temporary.c_str(), target.c_str()) != 0) cannot_write("file", path);
}

// Syncs the names in a folder to disk, on file systems that know how.
void sync_names(const fs::path& folder, const std::string& path) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) {
    if (errno == EACCES) return;  // may be written to, and not read
    cannot_write("file", path);
  }
  const bool synced = fsync(fd) == 0 || errno == EINVAL || errno == EOPNOTSUPP;
  const int reason = errno;
  close(fd);
  errno = reason;
  if (!synced) cannot_write("file", path);
}

}  // namespace

void io_error(const std::string& what) {
  throw StoreError(Fault::io, what, {std::strerror(errno)});
}

// Files of the store are shown and committed by aver, all others by git.
std::string how_to_commit(const std::string& path, const char* it) {
  const bool ours = path == "aver.toml" || claims::is_in_record_folder(path);
  const std::string program = ours ? "aver" : "git";
  return program + " status shows " + it + ", " + program + " commit records " + it;
}

void in_the_way(const std::string& path) {
  throw StoreError(Fault::dirty, path + " has changes that are not committed", {},
                   how_to_commit(path, "them"));
}

bool has_written_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

void write_all(int fd, std::string_view bytes, const std::string& path) {
  if (!has_written_all(fd, bytes)) io_error("the file " + path + " could not be written");
}

void put_file(const fs::path& root, const std::string& path, const std::string& content,
              FileMode mode, bool is_new) {
  const fs::path target = root / path;
  const OwnUmask own_umask;  // git shares its own files, and not those of the work tree
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) {
    throw StoreError(Fault::io, "no folder could be made for " + path, {error.message()});
  }
  const fs::path temporary = make_file(target.parent_path(), path, content, mode);
  try {
    if (is_new) {
      place_new(temporary, target, path);
    } else if (::rename(temporary.c_str(), target.c_str()) != 0) {
      cannot_write("file", path);
    }
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  sync_names(target.parent_path(), path);
}

void remove_file(const fs::path& root, const std::string& path) {
  if (::unlink((root / path).c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) {
    io_error("the file " + path + " could not be removed");
  }
  remove_empty_folders(root, path);
}

void remove_empty_folders(const fs::path& root, const std::string& path) {
  fs::path folder = fs::path(path).parent_path();
  while (!folder.empty() && (::rmdir((root / folder).c_str()) == 0 || errno == ENOENT)) {
    folder = folder.parent_path();
  }
}

void remove_half_files(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kHalfFile) && name.ends_with(kHalfFileEnd)) {
      fs::remove(entry.path(), ignored);
    }
  }
}

}  // namespace aver::store
