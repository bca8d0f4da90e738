// SPDX-License-Identifier: MIT
//
// git's index, read by us: starting git to ask for one entry of a large one takes longer than all
// else that a write does.
//
// Never guesses: what has a part that is not known here is no index to us, and git is asked. Reads
// versions 2 to 4, as `man gitformat-index` has them; neither split nor sparse indexes.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aver::store {

class GitIndex {
 public:
  // What the file of a git directory has now; it is mapped, and stays what it was when others put
  // another in its place. Nothing where there is none, where GIT_INDEX_FILE names another, or where
  // git must be asked.
  static std::optional<GitIndex> open(const std::filesystem::path& git_dir);

  GitIndex(GitIndex&&) noexcept = default;
  GitIndex& operator=(GitIndex&&) noexcept = default;

  std::size_t size() const { return entries_.size(); }
  std::string_view name(std::size_t i) const {
    return {entries_[i].name_in_file ? bytes_ + entries_[i].name : names_.data() + entries_[i].name,
            entries_[i].length};
  }
  std::uint32_t mode(std::size_t i) const { return number(entries_[i].offset + kMode); }
  std::string_view id(std::size_t i) const {  // 20 bytes
    return {bytes_ + entries_[i].offset + kId, kIdSize};
  }
  int stage(std::size_t i) const { return flags(i) >> kStageShift & 3; }

  // Neither assumed unchanged nor one side of a conflict, left out of the work tree, or added in
  // intention only.
  bool is_plain(std::size_t i) const { return (flags(i) & ~kNameMask) == 0; }

  // The entries of exactly this path, one a stage: [first, last).
  std::pair<std::size_t, std::size_t> entries_of(std::string_view path) const;

  // Whether there is an entry at a folder that the path is in, or one below the path.
  bool has_neighbour_in_the_way(std::string_view path) const;

  // --- for those who write it anew (index_bytes.h)
  struct Extension {
    std::string_view signature, content;
  };
  static constexpr std::size_t kHeader = 12, kMode = 24, kUid = 28, kGid = 32, kSize = 36, kId = 40,
                               kFlags = 60, kIdSize = 20;
  static constexpr unsigned kNameMask = 0xfff, kStageShift = 12, kExtended = 0x4000;

  unsigned version() const { return version_; }
  std::string_view bytes(std::size_t from, std::size_t to) const {
    return {bytes_ + from, to - from};
  }
  // Where entry i begins; size() is where the last one ends.
  std::size_t offset(std::size_t i) const {
    return i < entries_.size() ? entries_[i].offset : end_of_entries_;
  }
  // Of the part of an entry before its name.
  std::size_t fixed_size(std::size_t i) const {
    return (flags(i) & kExtended) != 0 ? kFlags + 4 : kFlags + 2;
  }
  std::uint32_t number(std::size_t at) const;  // of four bytes
  const std::vector<Extension>& extensions() const { return extensions_; }
  bool has_checksum() const { return has_checksum_; }
  const struct stat& file() const { return file_; }

  // Whether the file of the git directory is still the one that was read.
  bool is_current(const std::filesystem::path& git_dir) const;

 private:
  struct Entry {
    std::uint32_t offset, name;
    std::uint32_t length : 31, name_in_file : 1;
  };
  struct Mapping;

  GitIndex() = default;
  bool parse(std::size_t size);
  bool parse_entries(std::uint32_t count, std::size_t end);
  bool parse_extensions(std::size_t end);
  unsigned flags(std::size_t i) const;
  std::size_t lower_bound(std::string_view name) const;

  std::shared_ptr<Mapping> mapping_;
  const char* bytes_ = nullptr;
  struct stat file_ {};
  unsigned version_ = 0;
  std::vector<Entry> entries_;
  std::string names_;  // of version 4, whose names are cut
  std::size_t end_of_entries_ = 0;
  std::vector<Extension> extensions_;
  bool has_checksum_ = false;
};

}  // namespace aver::store
