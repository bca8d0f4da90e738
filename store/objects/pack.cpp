// SPDX-License-Identifier: MIT
//
// Writes a pack and its index as git's gitformat-pack has them: version 2, offset deltas, one
// checksum over all.
//
// Our own, as an import would otherwise go through `git fast-import` or libgit2's pack builder,
// which hash and compress every tree anew. Here the tree that is changed gives its delta
// (store/trees/): an import with a commit a record takes 0.09 of the time of `git fast-import`, one
// in a single commit half of it (`make bench`).
#include "store/objects/pack.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "store/objects/sha1.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = 1 << 20;
constexpr std::size_t kSmallDelta = 160;  // mostly ids, which cannot be compressed
constexpr std::size_t kLargeTree = 4096;  // likewise
constexpr std::size_t kFirstTable = 1 << 12;
constexpr std::size_t kHead = 12;  // "PACK", the version, the number of objects

[[noreturn]] void io_error() {
  throw StoreError(Fault::io, "the store's objects could not be written", {std::strerror(errno)});
}

void append_number(std::string& to, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) to += static_cast<char>(number >> shift);
}

std::string head_of(std::size_t objects) {
  std::string head = "PACK";
  append_number(head, 2);
  append_number(head, static_cast<std::uint32_t>(objects));
  return head;
}

std::string_view raw(const git_oid& id) {
  return {reinterpret_cast<const char*>(id.id), GIT_OID_RAWSZ};
}

// Three bits of type and the size, seven bits a byte, the lowest first.
std::string entry_head(Packed type, std::size_t size) {
  std::string head;
  std::size_t byte = (static_cast<std::size_t>(type) << 4) | (size & 15);
  for (size >>= 4; size != 0; size >>= 7) {
    head += static_cast<char>(byte | 0x80);
    byte = size & 0x7f;
  }
  head += static_cast<char>(byte);
  return head;
}

// How far back the base is; the highest bits first, each byte but the last counting one more.
std::string distance(std::uint64_t back) {
  std::string bytes(1, static_cast<char>(back & 0x7f));
  while ((back >>= 7) != 0) bytes += static_cast<char>(0x80 | (--back & 0x7f));
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

std::size_t take_size(std::string_view bytes, std::size_t& at) {
  std::size_t size = 0;
  for (unsigned shift = 0; at < bytes.size(); shift += 7) {
    const unsigned char byte = static_cast<unsigned char>(bytes[at++]);
    size |= static_cast<std::size_t>(byte & 0x7f) << shift;
    if ((byte & 0x80) == 0) break;
  }
  return size;
}

std::string apply_delta(std::string_view base, std::string_view delta) {
  std::size_t at = 0;
  take_size(delta, at);
  std::string result;
  result.reserve(take_size(delta, at));
  while (at < delta.size()) {
    const unsigned char op = static_cast<unsigned char>(delta[at++]);
    if ((op & 0x80) == 0) {
      result.append(delta.substr(at, op));
      at += op;
      continue;
    }
    std::size_t parts[7] = {};
    for (unsigned bit = 0; bit < 7; ++bit) {
      if ((op >> bit & 1) != 0) parts[bit] = static_cast<unsigned char>(delta.at(at++));
    }
    const std::size_t from = parts[0] | parts[1] << 8 | parts[2] << 16 | parts[3] << 24;
    const std::size_t size = parts[4] | parts[5] << 8 | parts[6] << 16;
    result.append(base.substr(from, size == 0 ? 0x10000 : size));
  }
  return result;
}

}  // namespace

void sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  fsync(fd);
  ::close(fd);
}

std::string read_packed(const TemporaryFile& file, std::uint64_t offset) {
  char start[32] = {};
  const std::size_t got = file.read_at(offset, start, sizeof start);
  const std::string_view head(start, got);
  const unsigned type = static_cast<unsigned char>(head[0]) >> 4 & 7;
  std::size_t at = 0;
  std::size_t size = static_cast<unsigned char>(head[0]) & 15;
  if ((head[at++] & 0x80) != 0) size |= take_size(head, at) << 4;
  std::uint64_t back = 0;
  if (type == static_cast<unsigned>(Packed::delta)) {
    back = static_cast<unsigned char>(head[at]) & 0x7f;
    while ((head[at++] & 0x80) != 0) {
      back = (back + 1) << 7 | (static_cast<unsigned char>(head[at]) & 0x7f);
    }
  }
  // No stream of ours is longer than its bytes stored.
  std::string stream(size + size / 1000 + 64, '\0');
  stream.resize(file.read_at(offset + at, stream.data(), stream.size()));
  std::string bytes = inflate(stream, size);
  if (back == 0) return bytes;
  return apply_delta(read_packed(file, offset - back), bytes);
}

TemporaryFile::TemporaryFile(const fs::path& folder, const char* prefix) {
  std::error_code ignored;
  fs::create_directories(folder, ignored);
  std::string pattern = (folder / (std::string(prefix) + "XXXXXX")).string();
  fd_ = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (fd_ < 0) io_error();
  path_ = pattern;
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)) {
  other.path_.clear();
}

TemporaryFile& TemporaryFile::operator=(TemporaryFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  return *this;
}

TemporaryFile::~TemporaryFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!path_.empty()) ::unlink(path_.c_str());
}

void TemporaryFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) io_error();
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void TemporaryFile::write_at(std::uint64_t offset, std::string_view bytes) {
  const ssize_t n = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
  if (n != static_cast<ssize_t>(bytes.size())) io_error();
}

std::size_t TemporaryFile::read_at(std::uint64_t offset, char* to, std::size_t size) const {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t n = ::pread(fd_, to + done, size - done, static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) io_error();
    if (n == 0) break;
    done += static_cast<std::size_t>(n);
  }
  return done;
}

void TemporaryFile::sync() {
  if (fsync(fd_) != 0) io_error();
}

void TemporaryFile::publish(const std::string& name) {
  // The file gets the folder's read permissions, as git does in a shared repository.
  struct stat about {};
  if (::stat(path_.parent_path().c_str(), &about) != 0) io_error();
  if (fchmod(fd_, about.st_mode & 0444) != 0) io_error();
  if (::rename(path_.c_str(), (path_.parent_path() / name).c_str()) != 0) io_error();
  path_.clear();
}

Pack::Pack(const fs::path& folder, LargeTrees large_trees)
    : folder_(folder),
      file_(folder, "tmp_pack_"),
      end_(kHead),
      table_(kFirstTable),
      large_folder_(large_trees == LargeTrees::stored ? none_ : large_) {
  buffer_ = head_of(0);
}

bool Pack::go_on(const std::string& name) {
  const int from = ::open((folder_ / (name + ".pack")).c_str(), O_RDONLY | O_CLOEXEC);
  if (from < 0 && errno == ENOENT) return false;
  if (from < 0) io_error();
  file_ = TemporaryFile(folder_, "tmp_pack_");
  std::string piece(kBuffer, '\0');
  for (std::uint64_t at = 0; at < end_;) {
    const ssize_t n = ::pread(from, piece.data(), std::min<std::uint64_t>(kBuffer, end_ - at),
                              static_cast<off_t>(at));
    if (n <= 0) {
      ::close(from);
      io_error();
    }
    file_.write(std::string_view(piece).substr(0, static_cast<std::size_t>(n)));
    at += static_cast<std::uint64_t>(n);
  }
  ::close(from);
  return true;
}

std::optional<PackPlace> Pack::find(const git_oid& id) const {
  std::uint64_t key = 0;
  std::memcpy(&key, id.id, sizeof key);
  for (std::size_t slot = key & (table_.size() - 1); table_[slot] != 0;
       slot = (slot + 1) & (table_.size() - 1)) {
    const Entry& entry = entries_[table_[slot] - 1];
    if (git_oid_equal(&entry.id, &id)) {
      return PackPlace{entry.offset, static_cast<std::uint32_t>(entry.depth)};
    }
  }
  return std::nullopt;
}

void Pack::place_in_table(std::uint32_t number) {
  std::uint64_t key = 0;
  std::memcpy(&key, entries_[number].id.id, sizeof key);
  std::size_t slot = key & (table_.size() - 1);
  while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
  table_[slot] = number + 1;
}

void Pack::remember(const git_oid& id, const PackPlace& place, std::uint32_t crc) {
  entries_.push_back(
      {id, crc, place.offset & 0xffff'ffff'ffffU, static_cast<std::uint16_t>(place.depth)});
  if (entries_.size() * 3 > table_.size() * 2) {
    std::vector<std::uint32_t>().swap(table_);
    std::size_t size = kFirstTable;
    while (entries_.size() * 3 > size) size *= 2;
    table_.resize(size);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      place_in_table(static_cast<std::uint32_t>(i));
    }
  } else {
    place_in_table(static_cast<std::uint32_t>(entries_.size() - 1));
  }
}

PackPlace Pack::append(const git_oid& id, std::string_view head, std::string_view bytes,
                       std::uint32_t depth) {
  const PackPlace place{end_, depth};
  buffer_ += head;
  buffer_ += bytes;
  end_ += head.size() + bytes.size();
  remember(id, place, crc32_of(crc32_of(0, head), bytes));
  if (buffer_.size() >= kBuffer) flush();
  return place;
}

PackPlace Pack::put(Packed type, const git_oid& id, std::string_view bytes) {
  Deflate& deflate = type == Packed::tree && bytes.size() > kLargeTree ? large_folder_ : small_;
  return append(id, entry_head(type, bytes.size()), deflate(bytes), 0);
}

PackPlace Pack::put_delta(const git_oid& id, const PackPlace& base, std::string_view delta) {
  Deflate& deflate = delta.size() > kSmallDelta ? large_ : none_;
  return append(id, entry_head(Packed::delta, delta.size()) + distance(end_ - base.offset),
                deflate(delta), base.depth + 1);
}

void Pack::flush() {
  file_.write(buffer_);
  buffer_.clear();
}

std::string Pack::read(std::uint64_t offset) {
  flush();
  return read_packed(file_, offset);
}

ClosedPack Pack::close() {
  flush();
  // The number of objects is in the header, which the checksum covers, and is known only now.
  file_.write_at(0, head_of(entries_.size()));
  Sha1 sha1;
  std::string piece(kBuffer, '\0');
  for (std::uint64_t at = 0; at < end_;) {
    const std::size_t n = file_.read_at(
        at, piece.data(), static_cast<std::size_t>(std::min<std::uint64_t>(kBuffer, end_ - at)));
    if (n == 0) throw StoreError(Fault::io, "a pack became shorter while it was written");
    sha1.add(std::string_view(piece).substr(0, n));
    at += n;
  }
  const git_oid checksum = sha1.finish();
  file_.write(raw(checksum));
  file_.sync();
  TemporaryFile index = write_index(checksum);
  return ClosedPack(std::move(file_), std::move(index), checksum);
}

TemporaryFile Pack::write_index(const git_oid& checksum) {
  // By the first bytes of the ids, which nearly always differ: the entries lie far apart.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(entries_.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::uint64_t key = 0;
    for (std::size_t byte = 0; byte < sizeof key; ++byte) key = key << 8 | entries_[i].id.id[byte];
    keys[i] = {key, static_cast<std::uint32_t>(i)};
  }
  std::sort(keys.begin(), keys.end(), [this](const auto& x, const auto& y) {
    if (x.first != y.first) return x.first < y.first;
    return git_oid_cmp(&entries_[x.second].id, &entries_[y.second].id) < 0;
  });
  std::vector<std::uint32_t> order(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) order[i] = keys[i].second;
  std::vector<std::pair<std::uint64_t, std::uint32_t>>().swap(keys);
  TemporaryFile file(folder_, "tmp_idx_");
  Sha1 sha1;
  std::string bytes = "\377tOc";
  const auto pass_on = [&](std::size_t from_size) {
    if (bytes.size() < from_size) return;
    sha1.add(bytes);
    file.write(bytes);
    bytes.clear();
  };
  append_number(bytes, 2);
  std::uint32_t counts[256] = {};
  for (const Entry& entry : entries_) ++counts[entry.id.id[0]];
  std::uint32_t sum = 0;
  for (const std::uint32_t count : counts) append_number(bytes, sum += count);
  for (const std::uint32_t number : order) {
    bytes += raw(entries_[number].id);
    pass_on(kBuffer);
  }
  for (const std::uint32_t number : order) {
    append_number(bytes, entries_[number].crc);
    pass_on(kBuffer);
  }
  // An offset beyond two gigabytes stands in a second table, which the first counts through.
  std::vector<std::uint64_t> far;
  for (const std::uint32_t number : order) {
    std::uint64_t offset = entries_[number].offset;
    if (offset >= 0x80000000U) {
      far.push_back(offset);
      offset = 0x80000000U | (far.size() - 1);
    }
    append_number(bytes, static_cast<std::uint32_t>(offset));
    pass_on(kBuffer);
  }
  for (const std::uint64_t offset : far) {
    append_number(bytes, static_cast<std::uint32_t>(offset >> 32));
    append_number(bytes, static_cast<std::uint32_t>(offset));
    pass_on(kBuffer);
  }
  bytes += raw(checksum);
  pass_on(0);
  const git_oid own = sha1.finish();
  file.write(raw(own));
  file.sync();
  return file;
}

}  // namespace aver::store
