// SPDX-License-Identifier: MIT
//
// Private to store/: writing git packs, version 2, each with its index.
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

// Where an object stands in a pack, and how many deltas have to be applied to read it.
struct PackPlace {
  std::uint64_t offset = 0;
  std::uint32_t depth = 0;
};

// A file that is removed with its owner, unless it got its name.
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

// The bytes of an object of a pack of ours: whole, or a delta of one that is further back.
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
  void publish();            // the folder is to be synced by the caller

 private:
  TemporaryFile pack_, index_;
  git_oid checksum_;
  const unsigned char* map_ = nullptr;  // the index
  std::size_t size_ = 0;
};

// What becomes of large folders that are written whole. They are mostly ids: deflating takes a
// third off them, and more time than all else. Where each is written once, gc will make deltas.
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

  // Goes on behind what was closed and is published as `name` now, in a file of its own: the other
  // can be removed once this one is published. Returns false, and is of no more use, where it is
  // gone.
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
  std::string buffer_;                // behind what is in the file
  std::uint64_t end_ = 0;             // of what was appended
  std::deque<Entry> entries_;         // a vector would be held twice while it grows
  std::vector<std::uint32_t> table_;  // open addressing; a number of an entry, + 1
  Deflate small_{6}, large_{1}, none_{0};
  Deflate& large_folder_;  // one of these
};

void sync_folder(const std::filesystem::path& folder);

}  // namespace aver::store
