// SPDX-License-Identifier: MIT
//
// One folder as git stores it, a tree object, changed in memory; each change also gives the git
// delta from the old tree to the new one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/git.h"
#include "store/values.h"

namespace aver::store {

enum class EntryKind { file, folder };

// The change of one name: to an entry, or (without an id) removed.
struct EntryChange {
  std::string name;
  EntryKind kind = EntryKind::file;
  std::optional<git_oid> id;
  FileMode mode = FileMode::plain;  // of a file
};

class TreeBuilder {
 public:
  TreeBuilder() = default;
  // Throws StoreError(corrupt) where the bytes are no tree.
  explicit TreeBuilder(std::string tree);

  struct Entry {
    EntryKind kind;
    git_oid id;
    FileMode mode;  // of a file
  };
  std::optional<Entry> find(std::string_view name) const;

  bool empty() const { return at_.empty(); }
  const std::string& tree() const { return tree_; }
  std::size_t memory() const { return tree_.capacity() + at_.capacity() * sizeof at_[0]; }

  // Applies the changes; each name and kind at most once, in any order. Removing what is not there,
  // and setting what is there already, are no changes. Returns the delta, or nothing where nothing
  // changed.
  std::optional<std::string> apply(std::vector<EntryChange> changes);

 private:
  // Where `name` stands, or would, in git's order; folders are ordered as if they ended in "/".
  std::size_t position(std::string_view name, EntryKind kind) const;
  bool holds(std::size_t position, std::string_view name, EntryKind kind) const;
  std::string_view name_at(std::size_t position) const;
  EntryKind kind_at(std::size_t position) const;
  FileMode mode_at(std::size_t position) const;
  std::size_t id_at(std::size_t position) const;  // offset of its id
  std::size_t end_at(std::size_t position) const;
  void set_ids(const std::vector<EntryChange>& changes, const std::vector<std::size_t>& positions);

  std::string tree_;
  std::vector<std::uint32_t> at_;  // offsets of the entries
};

}  // namespace aver::store
