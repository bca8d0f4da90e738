// SPDX-License-Identifier: MIT
//
// The size of a piece follows what is asked for: it doubles while one thing is asked for behind the
// other, and halves where the next one is far away.
#include "store/objects/file_in_pieces.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace aver::store {
namespace {

// Sizes of a piece. Most objects of a pack fit into the smallest, and many into the largest.
constexpr std::size_t kSmallest = 1 << 10;
constexpr std::size_t kLargest = 16 << 10;

// More room than this is given back when it is no longer needed.
constexpr std::size_t kLargestKept = 256 << 10;

}  // namespace

FileInPieces::FileInPieces(const std::string& path)
    : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  struct stat about {};
  if (fd_ >= 0 && fstat(fd_, &about) == 0 && about.st_size > 0) {
    size_ = static_cast<std::size_t>(about.st_size);
  }
}

FileInPieces::~FileInPieces() {
  if (fd_ >= 0) ::close(fd_);
}

FileInPieces::FileInPieces(FileInPieces&& other) noexcept { *this = std::move(other); }

FileInPieces& FileInPieces::operator=(FileInPieces&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(size_, other.size_);
  std::swap(piece_, other.piece_);
  std::swap(room_, other.room_);
  std::swap(begin_, other.begin_);
  std::swap(held_, other.held_);
  std::swap(usual_, other.usual_);
  return *this;
}

std::string_view FileInPieces::at(std::size_t offset, std::size_t least) {
  if (offset >= size_) return {};
  least = std::min(least, size_ - offset);
  if (offset < begin_ || offset + least > begin_ + held_) {
    const bool goes_on = offset >= begin_ && offset <= begin_ + held_ + kLargest;
    usual_ = std::clamp(goes_on ? usual_ * 2 : usual_ / 2, kSmallest, kLargest);
    const std::size_t wanted = std::max(least, usual_);
    if (room_ < wanted || (room_ > kLargestKept && wanted <= kLargestKept)) {
      piece_.reset(new char[wanted]);
      room_ = wanted;
    }
    begin_ = offset;
    held_ = 0;
    while (held_ < least) {
      const ssize_t got =
          ::pread(fd_, piece_.get() + held_, wanted - held_, static_cast<off_t>(begin_ + held_));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      held_ += static_cast<std::size_t>(got);
    }
  }
  return std::string_view(piece_.get(), held_).substr(offset - begin_);
}

}  // namespace aver::store
