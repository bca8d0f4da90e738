// SPDX-License-Identifier: MIT
//
// The entries of a tree, and what their modes mean.
#pragma once

#include <algorithm>
#include <cstddef>
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

// Goes over the entries of a tree, one after the other. Null is an empty tree; another one must
// outlive this, and the names that it gave.
class TreeEntries {
 public:
  explicit TreeEntries(const git_tree* tree) : tree_(tree) { read(); }

  explicit operator bool() const { return there_; }
  const TreeEntry& operator*() const { return entry_; }
  const TreeEntry* operator->() const { return &entry_; }

  void next() {
    ++at_;
    read();
  }

 private:
  void read() {
    const git_tree_entry* entry = tree_ == nullptr ? nullptr : git_tree_entry_byindex(tree_, at_);
    there_ = entry != nullptr;
    if (!there_) return;
    entry_.name = git_tree_entry_name(entry);
    entry_.side = {*git_tree_entry_id(entry),
                   static_cast<std::uint32_t>(git_tree_entry_filemode_raw(entry))};
  }

  const git_tree* tree_;
  std::size_t at_ = 0;
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
