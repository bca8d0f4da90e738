// SPDX-License-Identifier: MIT
//
// A pack and its index, mapped into memory; or the pack read in pieces, where it is to take no
// memory. Layout: git's gitformat-pack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/file_in_pieces.h"
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

  std::string_view bytes() const;

 private:
  void* at_ = nullptr;
  std::size_t size_ = 0;
};

// A pack with an index of version 2; with any other index nothing is found.
class PackFile {
 public:
  PackFile(std::string path, unsigned number);  // the path without its ending

  const std::string& path() const { return path_; }
  unsigned number() const { return number_; }  // as it was given

  // Where the object stands in the pack.
  std::optional<std::size_t> find(const git_oid& id) const;

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

  // Returns what stands at `offset`: `least` bytes or more, fewer only at the pack's end. Valid
  // until the next call of anything here.
  std::string_view bytes_at(std::size_t offset, std::size_t least);

  // Records that this part of the pack is read. Returns how many bytes of memory that adds.
  std::size_t touch(std::size_t offset, std::size_t size);

  // Unmaps or closes the pack, and reads it in pieces from now on. The file is opened for that when
  // it is needed, and stays open.
  void read_in_pieces();
  bool holds_no_file() const { return in_pieces_ && !is_open_; }

 private:
  static constexpr std::size_t kFanout = 8;  // behind the signature and the version
  static constexpr std::size_t kIds = kFanout + 256 * 4;
  static constexpr std::size_t kTrailer = 2 * GIT_OID_RAWSZ;

  std::optional<std::size_t> offset_of(std::size_t position) const;

  std::size_t end();  // where the checksum begins; 0 where the pack is gone, or is another one
  std::string_view at(std::size_t offset, std::size_t least);  // in the open file

  std::string path_;
  unsigned number_ = 0;
  MappedFile index_file_, mapped_;
  FileInPieces pieces_;  // instead of mapped_
  std::string_view index_;
  std::vector<bool> blocks_;  // of the pack, that were read
  std::uint64_t count_ = 0;   // 0 as well for an index that is not known
  std::size_t end_ = 0;
  bool is_open_ = false;
  bool in_pieces_ = false;
};

}  // namespace aver::store
