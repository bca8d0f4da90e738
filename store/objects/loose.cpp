// SPDX-License-Identifier: MIT
//
// Reads a loose object whole, inflates it whole, and checks its header before a byte is handed on.
//
// Our own, as libgit2 1.5 never comes back from a loose object that is cut off, and writes past its
// memory where one holds more than it says. Not for speed.
#include "store/objects/loose.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <new>
#include <vector>

#include "store/objects/deflate.h"
#include "store/objects/object_source.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFanout = 2;  // digits of an id that name its folder

class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : fd_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (fd_ >= 0) close(fd_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

[[noreturn]] void unreadable(const std::string& path) {
  throw StoreError(Fault::io, path + ": " + std::strerror(errno));
}

// The folders whose objects `objects` borrows, as libgit2 has them: a line each, relative ones in
// the store's own list alone.
void add_alternates(const fs::path& objects, int depth, std::vector<std::string>& to) {
  constexpr int kDeepest = 5;
  if (depth > kDeepest) return;
  std::ifstream list(objects / "info" / "alternates");
  for (std::string line; std::getline(list, line);) {
    while (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const fs::path alternate = line.front() == '.' && depth == 0 ? objects / line : fs::path(line);
    to.push_back(alternate.string());
    add_alternates(alternate, depth + 1, to);
  }
}

class LooseObjects : public ObjectSource {
 public:
  explicit LooseObjects(const fs::path& objects) : folders_{objects.string()} {}

  std::optional<Object> read(const git_oid& id) override {
    std::string hex = to_hex(id);
    hex.insert(kFanout, 1, '/');
    for (std::size_t i = 0; i < folders_.size() || add_borrowed(); ++i) {
      path_.assign(folders_[i]).append("/").append(hex);
      if (!read_file()) continue;
      const Decoded object = decoded();
      return copy_of(object.type, object.bytes);
    }
    return std::nullopt;
  }

  // Headers, and lists of objects, are safe with libgit2; contents that it reads by a part of an id
  // are looked at first.
  void before_reading_all(const std::string& prefix) override {
    for (std::size_t i = 0; i < folders_.size() || add_borrowed(); ++i) {
      const fs::path folder = fs::path(folders_[i]) / prefix.substr(0, kFanout);
      std::error_code none;
      for (fs::directory_iterator at(folder, none), end; !none && at != end; at.increment(none)) {
        const std::string name = at->path().filename().string();
        if (name.size() != GIT_OID_HEXSZ - kFanout || !name.starts_with(prefix.substr(kFanout))) {
          continue;
        }
        path_ = at->path().string();
        if (read_file()) decoded();
      }
    }
  }

 private:
  struct Decoded {
    git_object_t type;
    std::string_view bytes;  // good until the next call
  };

  // Returns whether there are folders that were not known before.
  bool add_borrowed() {
    if (with_borrowed_) return false;
    with_borrowed_ = true;
    const std::size_t own = folders_.size();
    add_alternates(folders_.front(), 0, folders_);
    const char* const more = std::getenv("GIT_ALTERNATE_OBJECT_DIRECTORIES");
    for (std::string_view rest = more == nullptr ? "" : more; !rest.empty();) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      if (end > 0) folders_.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return folders_.size() > own;
  }

  // Reads the file at path_ into file_. False where there is none.
  bool read_file() {
    const OpenFile file(path_);
    if (file.fd() < 0) {
      if (errno == ENOENT || errno == ENOTDIR) return false;
      unreadable(path_);
    }
    struct stat about {};
    if (fstat(file.fd(), &about) != 0) unreadable(path_);
    file_.resize(static_cast<std::size_t>(about.st_size));
    std::size_t size = 0;
    while (size < file_.size()) {
      const ssize_t count = ::read(file.fd(), file_.data() + size, file_.size() - size);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) unreadable(path_);
      if (count == 0) break;
      size += static_cast<std::size_t>(count);
    }
    file_.resize(size);
    return true;
  }

  [[noreturn]] void damaged(const char* how) const {
    throw StoreError(Fault::corrupt, path_ + how);
  }

  // What file_ holds: deflated, "blob 12\0" and twelve bytes.
  Decoded decoded() {
    if (file_.empty()) damaged(" is empty");
    const std::optional<std::string_view> whole = inflate_(file_);
    if (!whole) damaged(" is cut off or damaged");
    const std::size_t blank = whole->find(' ');
    const std::size_t zero = whole->find('\0');
    if (zero == whole->npos || blank > zero) damaged(" holds no object");
    const Decoded object{git_object_string2type(std::string(whole->substr(0, blank)).c_str()),
                         whole->substr(zero + 1)};
    std::size_t size = 0;
    const auto [end, error] =
        std::from_chars(whole->data() + blank + 1, whole->data() + zero, size);
    if (git_object_typeisloose(object.type) == 0 || error != std::errc() ||
        end != whole->data() + zero || size != object.bytes.size()) {
      damaged(" holds no object");
    }
    return object;
  }

  std::vector<std::string> folders_;  // the store's own first
  bool with_borrowed_ = false;
  std::string path_, file_;
  Inflate inflate_;
};

}  // namespace

void read_loose_safely(git_odb* odb, const fs::path& objects) {
  add_source(odb, std::make_unique<LooseObjects>(objects), SourcePriority::loose);
}

}  // namespace aver::store
