// SPDX-License-Identifier: MIT
//
// Reading a pack that has no name yet, through its index.
#include <sys/mman.h>
#include <sys/stat.h>

#include <cstring>

#include "store/objects/pack.h"

namespace aver::store {
namespace {

constexpr std::size_t kFanout = 8;  // behind the signature and the version
constexpr std::size_t kIds = kFanout + 256 * 4;

std::uint32_t number_at(const unsigned char* at) {
  return static_cast<std::uint32_t>(at[0]) << 24 | static_cast<std::uint32_t>(at[1]) << 16 |
         static_cast<std::uint32_t>(at[2]) << 8 | at[3];
}

}  // namespace

ClosedPack::ClosedPack(TemporaryFile pack, TemporaryFile index, const git_oid& checksum)
    : pack_(std::move(pack)), index_(std::move(index)), checksum_(checksum) {
  struct stat about {};
  if (fstat(index_.fd(), &about) != 0) return;
  size_ = static_cast<std::size_t>(about.st_size);
  void* const map = mmap(nullptr, size_, PROT_READ, MAP_SHARED, index_.fd(), 0);
  if (map == MAP_FAILED) throw StoreError(Fault::io, "a pack's index cannot be read back");
  map_ = static_cast<const unsigned char*>(map);
}

ClosedPack::ClosedPack(ClosedPack&& other) noexcept
    : pack_(std::move(other.pack_)),
      index_(std::move(other.index_)),
      checksum_(other.checksum_),
      map_(std::exchange(other.map_, nullptr)),
      size_(other.size_) {}

ClosedPack::~ClosedPack() {
  if (map_ != nullptr) munmap(const_cast<unsigned char*>(map_), size_);
}

std::optional<std::uint64_t> ClosedPack::find(const git_oid& id) const {
  const std::size_t count = number_at(map_ + kFanout + 255 * 4);
  const unsigned first = id.id[0];
  std::size_t low = first == 0 ? 0 : number_at(map_ + kFanout + (first - 1) * 4);
  std::size_t high = number_at(map_ + kFanout + first * 4);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const int order = std::memcmp(map_ + kIds + middle * GIT_OID_RAWSZ, id.id, GIT_OID_RAWSZ);
    if (order == 0) {
      const unsigned char* const offsets = map_ + kIds + count * (GIT_OID_RAWSZ + 4);
      const std::uint32_t offset = number_at(offsets + middle * 4);
      if ((offset & 0x80000000U) == 0) return offset;
      const unsigned char* const far =
          offsets + count * 4 + (offset & 0x7fffffffU) * std::size_t{8};
      return static_cast<std::uint64_t>(number_at(far)) << 32 | number_at(far + 4);
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return std::nullopt;
}

std::string ClosedPack::read(std::uint64_t offset) const { return read_packed(pack_, offset); }

std::string ClosedPack::name() const { return "pack-" + to_hex(checksum_); }

void ClosedPack::publish() {
  // The pack first: an index alone would be a promise that is not kept.
  pack_.publish(name() + ".pack");
  index_.publish(name() + ".idx");
}

}  // namespace aver::store
