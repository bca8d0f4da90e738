// SPDX-License-Identifier: MIT
//
// One pass over the mapped file finds where each entry is, and that they are in order; after that a
// name is looked up by halves.
#include "store/write/git_index.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace aver::store {
namespace {

namespace fs = std::filesystem;

std::uint32_t big_endian(const char* at) {
  std::uint32_t number = 0;
  std::memcpy(&number, at, sizeof number);
  return __builtin_bswap32(number);
}

unsigned two_bytes(const char* at) {
  std::uint16_t number = 0;
  std::memcpy(&number, at, sizeof number);
  return __builtin_bswap16(number);
}

// git's numbers of variable length; nothing where it does not end, or is too large to be one here.
std::optional<std::size_t> read_varint(const char*& at, const char* end) {
  std::size_t value = 0;
  for (bool is_first = true;; is_first = false) {
    if (at == end || value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    const auto byte = static_cast<unsigned char>(*at++);
    value = is_first ? byte & 127U : ((value + 1) << 7) + (byte & 127U);
    if ((byte & 128U) == 0) return value;
  }
}

// Extensions without which, too, the entries are what the file has.
bool may_be_ignored(std::string_view signature) {
  return signature[0] >= 'A' && signature[0] <= 'Z';
}

}  // namespace

// The descriptor stays open, so that no other file gets the number of this one meanwhile.
struct GitIndex::Mapping {
  int fd = -1;
  void* bytes = MAP_FAILED;
  std::size_t size = 0;

  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (bytes != MAP_FAILED) munmap(bytes, size);
    if (fd >= 0) close(fd);
  }
};

std::optional<GitIndex> GitIndex::open(const fs::path& git_dir) {
  if (std::getenv("GIT_INDEX_FILE") != nullptr) return std::nullopt;
  GitIndex index;
  index.mapping_ = std::make_shared<Mapping>();
  Mapping& mapping = *index.mapping_;
  // A link's target would be locked and replaced elsewhere.
  mapping.fd = ::open((git_dir / "index").c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (mapping.fd < 0 || fstat(mapping.fd, &index.file_) != 0) return std::nullopt;
  constexpr off_t kSmallest = kHeader + kIdSize;
  constexpr off_t kLargest = std::numeric_limits<std::int32_t>::max();
  if (!S_ISREG(index.file_.st_mode) || index.file_.st_size < kSmallest ||
      index.file_.st_size > kLargest) {
    return std::nullopt;
  }
  mapping.size = static_cast<std::size_t>(index.file_.st_size);
  mapping.bytes = mmap(nullptr, mapping.size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, mapping.fd, 0);
  if (mapping.bytes == MAP_FAILED) return std::nullopt;
  index.bytes_ = static_cast<const char*>(mapping.bytes);
  if (!index.parse(mapping.size)) return std::nullopt;
  return index;
}

std::uint32_t GitIndex::number(std::size_t at) const { return big_endian(bytes_ + at); }

unsigned GitIndex::flags(std::size_t i) const {
  return two_bytes(bytes_ + entries_[i].offset + kFlags);
}

bool GitIndex::parse(std::size_t size) {
  if (std::memcmp(bytes_, "DIRC", 4) != 0) return false;
  version_ = number(4);
  if (version_ < 2 || version_ > 4) return false;
  const std::size_t end = size - kIdSize;
  const std::string_view checksum(bytes_ + end, kIdSize);
  has_checksum_ = checksum.find_first_not_of('\0') != checksum.npos;
  return parse_entries(number(8), end) && parse_extensions(end);
}

bool GitIndex::parse_entries(std::uint32_t count, std::size_t end) {
  const char* const file_end = bytes_ + end;
  const char* at = bytes_ + kHeader;
  constexpr std::size_t kFixed = kFlags + 2;
  if (count > (end - kHeader) / kFixed) return false;
  entries_.reserve(count);
  std::string_view before;
  int stage_before = 0;
  std::string cut, cut_before;  // names of version 4
  for (std::uint32_t i = 0; i < count; ++i) {
    if (static_cast<std::size_t>(file_end - at) < kFixed + 3) return false;
    const char* const begin = at;
    const unsigned flags = two_bytes(at + kFlags);
    const bool is_extended = (flags & kExtended) != 0;
    if (is_extended && version_ < 3) return false;
    at += is_extended ? kFixed + 2 : kFixed;
    Entry entry{};
    entry.offset = static_cast<std::uint32_t>(begin - bytes_);
    std::string_view name;
    if (version_ == 4) {
      const std::optional<std::size_t> strip = read_varint(at, file_end);
      if (!strip || *strip > cut.size()) return false;
      const std::size_t rest = strnlen(at, static_cast<std::size_t>(file_end - at));
      if (at + rest == file_end) return false;
      cut_before = cut;
      before = cut_before;
      cut.resize(cut.size() - *strip);
      cut.append(at, rest);
      at += rest + 1;
      entry.name = static_cast<std::uint32_t>(names_.size());
      names_ += cut;
      if (names_.size() > std::numeric_limits<std::int32_t>::max()) return false;
      name = cut;
    } else {
      std::size_t length = flags & kNameMask;
      const auto room = static_cast<std::size_t>(file_end - at);
      if (length == kNameMask) length = strnlen(at, room);
      const auto fixed = static_cast<std::size_t>(at - begin);
      const std::size_t whole = (fixed + length + 8) & ~std::size_t{7};
      if (fixed + room < whole || at[length] != '\0') return false;
      name = {at, length};
      entry.name = static_cast<std::uint32_t>(at - bytes_);
      entry.name_in_file = 1;
      at = begin + whole;
    }
    entry.length = static_cast<std::uint32_t>(name.size()) & 0x7fffffffU;
    if (name.empty()) return false;
    const int stage = static_cast<int>(flags >> kStageShift & 3);
    if (i > 0) {
      const int order = before.compare(name);
      // As git has it: one stage 0, or some of the others.
      if (order > 0 || (order == 0 && (stage_before == 0 || stage_before >= stage))) return false;
    }
    entries_.push_back(entry);
    stage_before = stage;
    before = name;
  }
  end_of_entries_ = static_cast<std::size_t>(at - bytes_);
  return true;
}

bool GitIndex::parse_extensions(std::size_t end) {
  constexpr std::size_t kHead = 8;
  std::size_t at = end_of_entries_;
  while (at < end) {
    if (end - at < kHead) return false;
    const Extension extension{{bytes_ + at, 4}, {bytes_ + at + kHead, number(at + 4)}};
    if (extension.content.size() > end - at - kHead) return false;
    if (!may_be_ignored(extension.signature)) return false;
    extensions_.push_back(extension);
    at += kHead + extension.content.size();
  }
  return true;
}

std::size_t GitIndex::lower_bound(std::string_view wanted) const {
  std::size_t from = 0;
  for (std::size_t left = entries_.size(); left > 0;) {
    const std::size_t half = left / 2;
    if (name(from + half) < wanted) {
      from += half + 1;
      left -= half + 1;
    } else {
      left = half;
    }
  }
  return from;
}

std::pair<std::size_t, std::size_t> GitIndex::entries_of(std::string_view path) const {
  const std::size_t first = lower_bound(path);
  std::size_t last = first;
  while (last < size() && name(last) == path) ++last;
  return {first, last};
}

bool GitIndex::has_neighbour_in_the_way(std::string_view path) const {
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
    const auto [first, last] = entries_of(path.substr(0, slash));
    if (first != last) return true;
  }
  const std::string folder = std::string(path) + "/";
  const std::size_t below = lower_bound(folder);
  return below < size() && name(below).starts_with(folder);
}

bool GitIndex::is_current(const fs::path& git_dir) const {
  struct stat now {};
  return lstat((git_dir / "index").c_str(), &now) == 0 && now.st_dev == file_.st_dev &&
         now.st_ino == file_.st_ino && now.st_size == file_.st_size &&
         now.st_mtim.tv_sec == file_.st_mtim.tv_sec && now.st_mtim.tv_nsec == file_.st_mtim.tv_nsec;
}

}  // namespace aver::store
