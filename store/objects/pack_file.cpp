// SPDX-License-Identifier: MIT
//
// Maps a pack and its index, and finds objects in them by interpolation. Trusts nothing: every
// offset and length is checked against the file, and what does not fit is left to libgit2.
#include "store/objects/pack_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace aver::store {
namespace {

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size = 4) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < size; ++i) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

// The system maps what is around, too, where a page is read for the first time.
constexpr std::size_t kBlock = 64 << 10;

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  struct stat about {};
  if (fstat(fd, &about) == 0 && about.st_size > 0) {
    size_ = static_cast<std::size_t>(about.st_size);
    at_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at_ == MAP_FAILED) at_ = nullptr;
  }
  close(fd);  // a store may have more packs than files may be open
}

MappedFile::~MappedFile() {
  if (at_ != nullptr) munmap(at_, size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : at_(std::exchange(other.at_, nullptr)), size_(other.size_) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(at_, other.at_);
  std::swap(size_, other.size_);
  return *this;
}

std::string_view MappedFile::bytes() const {
  return at_ == nullptr ? std::string_view()
                        : std::string_view(static_cast<const char*>(at_), size_);
}

PackFile::PackFile(std::string path, unsigned number)
    : path_(std::move(path)), number_(number), index_file_(path_ + ".idx") {
  const std::string_view index = index_file_.bytes();
  if (index.size() < kIds + kTrailer || !index.starts_with(std::string_view("\377tOc\0\0\0\2", 8)))
    return;
  const std::uint64_t count = number_at(index, kIds - 4);
  if ((index.size() - kIds - kTrailer) / (GIT_OID_RAWSZ + 8) < count) return;
  index_ = index;
  count_ = count;
}

std::optional<std::size_t> PackFile::find(const git_oid& id) const {
  if (count_ == 0) return std::nullopt;
  const std::size_t first = id.id[0];
  std::size_t low = first == 0 ? 0 : number_at(index_, kFanout + (first - 1) * 4);
  std::size_t high = std::min(count_, number_at(index_, kFanout + first * 4));
  // Ids are spread evenly, so that an id stands about where its next bytes say. A few such guesses;
  // of ids that were made to be elsewhere, the rest is halved.
  constexpr int kGuesses = 4;
  constexpr std::size_t kKey = 1;  // the bytes behind the first
  const auto key_at = [&](std::size_t position) {
    return number_at(index_, kIds + position * GIT_OID_RAWSZ + kKey);
  };
  const std::uint64_t key = number_at({reinterpret_cast<const char*>(id.id), GIT_OID_RAWSZ}, kKey);
  std::uint64_t from = 0;
  std::uint64_t up_to = std::uint64_t{1} << 32;
  for (int tries = 0; low < high; ++tries) {
    std::size_t middle = (low + high) / 2;
    if (tries < kGuesses && from <= key && key < up_to) {
      middle = low + static_cast<std::size_t>((high - low) * (key - from) / (up_to - from));
    }
    const int order =
        std::memcmp(index_.data() + kIds + middle * GIT_OID_RAWSZ, id.id, GIT_OID_RAWSZ);
    if (order == 0) return offset_of(middle);
    if (order < 0) {
      low = middle + 1;
      from = key_at(middle);
    } else {
      high = middle;
      up_to = key_at(middle) + std::uint64_t{1};
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> PackFile::offset_of(std::size_t position) const {
  constexpr std::uint64_t kFar = 0x80000000U;
  const std::size_t offsets = kIds + count_ * (GIT_OID_RAWSZ + 4);
  const std::uint64_t offset = number_at(index_, offsets + position * 4);
  if ((offset & kFar) == 0) return offset;
  const std::size_t far = offsets + count_ * 4 + (offset & ~kFar) * 8;
  if (far + 8 + kTrailer > index_.size()) return std::nullopt;
  return number_at(index_, far, 8);
}

std::size_t PackFile::end() {
  if (is_open_) return end_;
  is_open_ = true;
  end_ = 0;
  std::size_t size = 0;
  if (in_pieces_) {
    pieces_ = FileInPieces(path_ + ".pack");
    size = pieces_.size();
  } else {
    mapped_ = MappedFile(path_ + ".pack");
    size = mapped_.bytes().size();
    blocks_.resize(size / kBlock + 1);
  }
  constexpr std::size_t kHead = 12;
  if (count_ == 0 || size <= kHead + GIT_OID_RAWSZ) return end_;
  const std::size_t behind = size - GIT_OID_RAWSZ;
  const std::string_view head = at(0, kHead);
  if (head.size() < kHead || !head.starts_with("PACK") || number_at(head, 4) != 2) return end_;
  // The index names the checksum of its pack: another one may have taken the place since.
  const std::string_view checksum = index_.substr(index_.size() - kTrailer, GIT_OID_RAWSZ);
  if (at(behind, GIT_OID_RAWSZ) == checksum) end_ = behind;
  return end_;
}

std::string_view PackFile::at(std::size_t offset, std::size_t least) {
  return in_pieces_ ? pieces_.at(offset, least) : mapped_.bytes().substr(offset);
}

std::string_view PackFile::bytes_at(std::size_t offset, std::size_t least) {
  if (offset >= end()) return {};
  const std::size_t rest = end() - offset;
  return at(offset, std::min(least, rest)).substr(0, rest);
}

std::optional<PackFile::Entry> PackFile::entry_at(std::size_t offset) {
  constexpr std::size_t kLongestHead = 32;
  const std::string_view head = offset < 12 ? std::string_view() : bytes_at(offset, kLongestHead);
  if (head.size() < kLongestHead) {
    // The last ones of a pack may be as short as that: libgit2 reads them.
    return std::nullopt;
  }
  std::size_t at = 0;
  const auto next = [&] { return static_cast<unsigned char>(head[at++]); };
  unsigned byte = next();
  Entry entry;
  entry.kind = byte >> 4 & 7;
  entry.size = byte & 15;
  for (unsigned bits = 4; (byte & 0x80) != 0; bits += 7) {
    if (bits > 46) return std::nullopt;
    byte = next();
    entry.size |= static_cast<std::size_t>(byte & 0x7f) << bits;
  }
  if (entry.kind == Entry::by_offset) {
    byte = next();
    std::size_t back = byte & 0x7f;
    for (unsigned count = 0; (byte & 0x80) != 0; ++count) {
      if (count > 7) return std::nullopt;
      byte = next();
      back = (back + 1) << 7 | (byte & 0x7f);
    }
    if (back == 0 || back > offset) return std::nullopt;
    entry.base = offset - back;
  } else if (entry.kind == Entry::by_id) {
    git_oid id;
    std::memcpy(id.id, head.data() + at, GIT_OID_RAWSZ);
    at += GIT_OID_RAWSZ;
    const auto base = find(id);
    if (!base) return std::nullopt;
    entry.base = *base;
  }
  entry.stream = offset + at;
  return entry;
}

std::size_t PackFile::touch(std::size_t offset, std::size_t size) {
  std::size_t fresh = 0;
  if (in_pieces_) return fresh;
  const std::size_t last = std::min((offset + size) / kBlock, blocks_.size() - 1);
  for (std::size_t block = offset / kBlock; block <= last; ++block) {
    if (!blocks_[block]) fresh += kBlock;
    blocks_[block] = true;
  }
  return fresh;
}

void PackFile::read_in_pieces() {
  in_pieces_ = true;
  is_open_ = false;
  mapped_ = MappedFile();
  pieces_ = FileInPieces();
  blocks_.clear();
}

}  // namespace aver::store
