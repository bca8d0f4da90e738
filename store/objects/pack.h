// SPDX-License-Identifier: MIT
//
// Writes git packs, version 2, each with its index.
//
// A pack grows in a temporary file that git knows to be one (objects/pack/tmp_pack_…, which
// `git gc` removes), is closed under its checksum, and gets its name only when it is published.
// Until then its objects can be read through here alone. Layout: git's gitformat-pack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/deflate.h"
#include "store/objects/git.h"

namespace aver::store {

enum class Packed { commit = 1, tree = 2, blob = 3, delta = 6 };

// The position of an object in a pack, and the number of deltas to apply to read it.
struct PackPlace {
  std::uint64_t offset = 0;
  std::uint32_t depth = 0;
};

// A file that the destructor removes, unless it was published.
class TemporaryFile {
 public:
  TemporaryFile() = default;
  TemporaryFile(const std::filesystem::path& folder, const char* prefix);
  ~TemporaryFile();
  TemporaryFile(TemporaryFile&& other) noexcept;
  TemporaryFile& operator=(TemporaryFile&& other) noexcept;

  int fd() const { return fd_; }
  void write(std::string_view bytes);
  void write_at(std::uint64_t offset, std::string_view bytes);
  std::size_t read_at(std::uint64_t offset, char* to, std::size_t size) const;
  void sync();
  // Gives it its name, in the same folder, and takes away the right to write.
  void publish(const std::string& name);

 private:
  std::filesystem::path path_;
  int fd_ = -1;
};

// The bytes of an object in a pack that aver wrote: whole, or a delta of an earlier object.
std::string read_packed(const TemporaryFile& file, std::uint64_t offset);

// A pack that is complete, with its index, and not published yet.
class ClosedPack {
 public:
  ClosedPack(TemporaryFile pack, TemporaryFile index, const git_oid& checksum);
  ~ClosedPack();
  ClosedPack(ClosedPack&&) noexcept;
  ClosedPack& operator=(ClosedPack&&) = delete;

  std::optional<std::uint64_t> find(const git_oid& id) const;
  std::string read(std::uint64_t offset) const;
  std::string name() const;  // "pack-<checksum>"
  void publish();            // the caller must sync the folder

 private:
  TemporaryFile pack_, index_;
  git_oid checksum_;
  const unsigned char* map_ = nullptr;  // the index
  std::size_t size_ = 0;
};

// Whether large folders that are written whole are compressed. They are mostly ids: deflating saves
// a third of their size, and takes more time than all else. A write that makes each folder only
// once may store them, as git's gc turns them into deltas later.
enum class LargeTrees { deflated, stored };

class Pack {
 public:
  Pack(const std::filesystem::path& folder, LargeTrees large_trees);

  std::optional<PackPlace> find(const git_oid& id) const;

  // Appends an object that is not in the pack yet.
  PackPlace put(Packed type, const git_oid& id, std::string_view bytes);
  PackPlace put_delta(const git_oid& id, const PackPlace& base, std::string_view delta);

  std::string read(std::uint64_t offset);

  std::size_t objects() const { return entries_.size(); }
  std::uint64_t size() const { return end_; }

  // Ends the pack; only go_on() may follow.
  ClosedPack close();

  // Goes on, in a new file, behind a copy of the closed pack that is now published as `name`; that
  // one can be removed once this one is published. Returns false, and is of no more use, where the
  // published pack is gone.
  bool go_on(const std::string& name);

 private:
  struct Entry {
    git_oid id;
    std::uint32_t crc;
    std::uint64_t offset : 48;
    std::uint64_t depth : 16;
  };
  PackPlace append(const git_oid& id, std::string_view head, std::string_view bytes,
                   std::uint32_t depth);
  void flush();
  void remember(const git_oid& id, const PackPlace& place, std::uint32_t crc);
  void place_in_table(std::uint32_t number);
  TemporaryFile write_index(const git_oid& checksum);

  std::filesystem::path folder_;
  TemporaryFile file_;
  std::string buffer_;                // the bytes after those in the file
  std::uint64_t end_ = 0;             // of the appended bytes
  std::deque<Entry> entries_;         // a vector would be held twice while it grows
  std::vector<std::uint32_t> table_;  // open addressing; a number of an entry, + 1
  Deflate small_{6}, large_{1}, none_{0};
  Deflate& large_folder_;  // one of these
};

void sync_folder(const std::filesystem::path& folder);

}  // namespace aver::store
