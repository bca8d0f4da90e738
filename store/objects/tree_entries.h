// SPDX-License-Identifier: MIT
//
// The entries of a tree, read from its raw bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "store/objects/git.h"
#include "store/values.h"

namespace aver::store {

// One side of a path: a file, a link, a submodule or a folder; where it is absent, the mode is 0.
struct TreeSide {
  git_oid id{};
  std::uint32_t mode = 0;
};

struct TreeEntry {
  static constexpr std::uint32_t kTypeBits = 0170000;
  static constexpr std::uint32_t kFolder = 0040000;
  static constexpr std::uint32_t kFile = 0100000;
  static constexpr std::uint32_t kLink = 0120000;

  std::string_view name;
  TreeSide side;
  bool folder() const { return (side.mode & kTypeBits) == kFolder; }
};

// A file, executable or not, or a link: neither a folder nor a submodule, nor absent.
inline bool is_blob(const TreeSide& side) {
  const std::uint32_t type = side.mode & TreeEntry::kTypeBits;
  return type == TreeEntry::kFile || type == TreeEntry::kLink;
}

// True of what is absent, too; false of links, executables, submodules and folders.
inline bool is_plain(const TreeSide& side) {
  constexpr std::uint32_t kExecutable = 0111;
  return side.mode == 0 ||
         ((side.mode & TreeEntry::kTypeBits) == TreeEntry::kFile && (side.mode & kExecutable) == 0);
}

// The mode of a blob's entry, in whatever way an old tree writes it.
inline FileMode file_mode(std::uint32_t mode) {
  if ((mode & TreeEntry::kTypeBits) == TreeEntry::kLink) return FileMode::link;
  return (mode & 0111) != 0 ? FileMode::executable : FileMode::plain;
}

// As git writes it in trees, and in the answers of its programs.
inline std::string_view octal(FileMode mode) {
  switch (mode) {
    case FileMode::executable:
      return "100755";
    case FileMode::link:
      return "120000";
    case FileMode::plain:
      break;
  }
  return "100644";
}

// Of plain files the contents alone count: old trees have them with other rights.
inline bool same(const TreeSide& a, const TreeSide& b) {
  if (a.mode == 0 || b.mode == 0) return a.mode == b.mode;
  return git_oid_equal(&a.id, &b.id) != 0 && (a.mode == b.mode || (is_plain(a) && is_plain(b)));
}

// Goes over the entries of a tree, one after the other: "<mode in octal> <name>\0<20 bytes>".
class TreeEntries {
 public:
  explicit TreeEntries(std::string_view tree) : rest_(tree) { next(); }

  explicit operator bool() const { return there_; }
  const TreeEntry& operator*() const { return entry_; }
  const TreeEntry* operator->() const { return &entry_; }

  // Throws StoreError(corrupt) where the bytes are no tree.
  void next() {
    there_ = !rest_.empty();
    if (!there_) return;
    std::size_t at = 0;
    entry_.side.mode = 0;
    for (; at < rest_.size() && rest_[at] != ' '; ++at) {
      entry_.side.mode = entry_.side.mode * 8 + static_cast<std::uint32_t>(rest_[at] - '0');
    }
    const std::size_t end = rest_.find('\0', at);
    if (end == rest_.npos || rest_.size() - end - 1 < GIT_OID_RAWSZ) {
      throw StoreError(Fault::corrupt, "a folder of the store cannot be read", {}, "git fsck");
    }
    entry_.name = rest_.substr(at + 1, end - at - 1);
    std::memcpy(entry_.side.id.id, rest_.data() + end + 1, GIT_OID_RAWSZ);
    rest_.remove_prefix(end + 1 + GIT_OID_RAWSZ);
  }

 private:
  std::string_view rest_;
  TreeEntry entry_;
  bool there_ = false;
};

// git's order: a folder's name counts as if it ended in a slash. 0 for one name and kind.
inline int order_of(const TreeEntry& a, const TreeEntry& b) {
  const std::size_t common = std::min(a.name.size(), b.name.size());
  if (const int order = std::memcmp(a.name.data(), b.name.data(), common); order != 0) return order;
  const auto next = [&](const TreeEntry& entry) -> int {
    if (entry.name.size() > common) return static_cast<unsigned char>(entry.name[common]);
    return entry.folder() ? '/' : 0;
  };
  return next(a) - next(b);
}

}  // namespace aver::store
