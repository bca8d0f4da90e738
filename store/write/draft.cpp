// SPDX-License-Identifier: MIT
//
// A draft and the blob that it was begun from lie beside each other; each is replaced as a whole,
// by rename.
#include "store/draft.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace aver::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void failed(const fs::path& file, const char* what) {
  throw StoreError(Fault::io, "the draft " + file.string() + " could not be " + what,
                   {std::strerror(errno)});
}

void write_whole(const fs::path& file, std::string_view text) {
  const fs::path fresh = file.string() + ".new";
  const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) failed(file, "written");
  bool good = true;
  for (std::size_t at = 0; good && at < text.size();) {
    const ssize_t n = ::write(fd, text.data() + at, text.size() - at);
    if (n > 0) at += static_cast<std::size_t>(n);
    good = n > 0 || errno == EINTR;
  }
  good = good && fsync(fd) == 0;
  const int error = errno;
  ::close(fd);
  errno = error;
  if (!good || ::rename(fresh.c_str(), file.c_str()) != 0) {
    const int why = errno;
    ::unlink(fresh.c_str());
    errno = why;
    failed(file, "written");
  }
}

std::string read_whole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) failed(file, "read");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Draft::Draft(const Store& store, std::string_view path)
    : file_(store.private_dir() / "drafts" / path), base_(file_.string() + ".base") {}

bool Draft::exists() const {
  std::error_code ignored;
  return fs::is_regular_file(file_, ignored);
}

std::string Draft::read() const { return read_whole(file_); }

BlobId Draft::base() const {
  std::error_code ignored;
  return fs::exists(base_, ignored) ? read_whole(base_) : "";
}

void Draft::write(std::string_view text, const BlobId& base) {
  std::error_code error;
  fs::create_directories(file_.parent_path(), error);
  if (error) {
    errno = error.value();
    failed(file_, "written");
  }
  write_whole(base_, base);
  write_whole(file_, text);
}

void Draft::remove() {
  std::error_code ignored;
  fs::remove(file_, ignored);
  fs::remove(base_, ignored);
}

std::vector<std::string> drafts(const Store& store) {
  std::vector<std::string> found;
  const fs::path folder = store.private_dir() / "drafts";
  std::error_code ignored;
  for (fs::recursive_directory_iterator at(folder, ignored), end; at != end;
       at.increment(ignored)) {
    if (ignored) break;
    const std::string name = at->path().filename().string();
    if (!at->is_regular_file(ignored) || name.ends_with(".base") || name.ends_with(".new"))
      continue;
    std::string path = at->path().lexically_relative(folder).generic_string();
    if (!path.starts_with("merge/")) found.push_back(std::move(path));  // told by the merge itself
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace aver::store
