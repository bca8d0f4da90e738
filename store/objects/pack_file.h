// SPDX-License-Identifier: MIT
//
// A pack and its index, mapped into memory. Layout: git's gitformat-pack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/git.h"

namespace aver::store {

// A whole file mapped into memory. Empty where it cannot be opened or mapped.
class MappedFile {
 public:
  MappedFile() = default;
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  // Gives the memory of what was read back to the system; it can be read again.
  void forget() const;
  std::string_view bytes() const;

 private:
  void* at_ = nullptr;
  std::size_t size_ = 0;
};

// A pack with an index of version 2; with any other index nothing is found.
class PackFile {
 public:
  explicit PackFile(std::string path);  // without its ending

  const std::string& path() const { return path_; }

  // Where the object stands in the pack.
  std::optional<std::size_t> find(const git_oid& id) const;

  // All but the checksum at its end; empty where it is gone.
  std::string_view pack();

  struct Entry {
    enum Kind : unsigned { commit = 1, tree, blob, tag, by_offset = 6, by_id };
    unsigned kind = 0;
    std::size_t size = 0;    // of what the stream holds
    std::size_t stream = 0;  // where it begins
    std::size_t base = 0;    // of a delta
    bool is_delta() const { return kind == by_offset || kind == by_id; }
    bool is_object() const { return kind >= commit && kind <= tag; }
  };
  // Returns nothing where the entry is cut off or its base is not in the pack; also for the last
  // entries of a pack, whose head might reach beyond its end.
  std::optional<Entry> entry_at(std::size_t offset);

  // Records that this part of the pack is read. Returns how many bytes of memory that adds.
  std::size_t touch(std::size_t offset, std::size_t size);
  void forget();

 private:
  static constexpr std::size_t kFanout = 8;  // behind the signature and the version
  static constexpr std::size_t kIds = kFanout + 256 * 4;
  static constexpr std::size_t kTrailer = 2 * GIT_OID_RAWSZ;

  std::optional<std::size_t> offset_of(std::size_t position) const;

  std::string path_;
  MappedFile index_file_, pack_;
  std::string_view index_;
  std::vector<bool> blocks_;  // of the pack, that were read
  std::uint64_t count_ = 0;   // 0 as well for an index that is not known
  bool pack_is_open_ = false;
};

}  // namespace aver::store
