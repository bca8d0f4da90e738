// SPDX-License-Identifier: MIT
//
// Keeps a tree as git's bytes with the offset of each entry, changes the bytes, and writes the
// delta as the edits are made, never by comparing two trees.
//
// Our own, as libgit2's tree builder gives no delta, and one that is looked for afterwards costs a
// comparison of both trees. Figures: store/objects/pack.cpp.
#include "store/trees/tree.h"

#include <algorithm>
#include <cstring>

#include "store/objects/tree_entries.h"

namespace aver::store {
namespace {

constexpr std::string_view kFolderMode = "40000";

void append_size(std::string& to, std::size_t size) {
  for (; size >= 0x80; size >>= 7) to += static_cast<char>(size | 0x80);
  to += static_cast<char>(size);
}

// Writes a delta: copies from the old bytes, and new bytes.
class Delta {
 public:
  explicit Delta(std::size_t before) { append_size(head_, before); }

  void copy(std::size_t from, std::size_t to) {
    constexpr std::size_t kMost = 0xffffff;
    put_fresh();
    after_ += to - from;
    for (; from < to; from += std::min(kMost, to - from)) {
      put_copy(from, std::min(kMost, to - from));
    }
  }
  void insert(std::string_view bytes) {
    fresh_ += bytes;
    after_ += bytes.size();
  }
  std::string finish() {
    put_fresh();
    append_size(head_, after_);
    return head_ + ops_;
  }

 private:
  void put_fresh() {
    constexpr std::size_t kMost = 127;
    for (std::size_t at = 0; at < fresh_.size(); at += kMost) {
      const std::string_view piece = std::string_view(fresh_).substr(at, kMost);
      ops_ += static_cast<char>(piece.size());
      ops_ += piece;
    }
    fresh_.clear();
  }
  void put_copy(std::size_t from, std::size_t size) {
    unsigned op = 0x80;
    const std::size_t where = ops_.size();
    ops_ += '\0';
    for (unsigned bit = 0; bit < 4; ++bit) put_byte(op, bit, from >> bit * 8 & 0xff);
    for (unsigned bit = 0; bit < 3; ++bit) put_byte(op, bit + 4, size >> bit * 8 & 0xff);
    ops_[where] = static_cast<char>(op);
  }
  void put_byte(unsigned& op, unsigned bit, std::size_t byte) {
    if (byte == 0) return;
    op |= 1U << bit;
    ops_ += static_cast<char>(byte);
  }

  std::string head_, ops_, fresh_;
  std::size_t after_ = 0;
};

// Less than, equal to or greater than 0, as git orders the entries of a tree.
int order(std::string_view a, EntryKind a_kind, std::string_view b, EntryKind b_kind) {
  const std::size_t shared = std::min(a.size(), b.size());
  if (const int words = std::memcmp(a.data(), b.data(), shared); words != 0) return words;
  const auto next = [shared](std::string_view name, EntryKind kind) {
    return name.size() > shared ? static_cast<unsigned char>(name[shared])
                                : (kind == EntryKind::folder ? '/' : '\0');
  };
  const int difference = next(a, a_kind) - next(b, b_kind);
  // "a" the file and "a/" the folder, or the same: only a whole name is equal.
  return difference != 0 ? difference : static_cast<int>(a.size()) - static_cast<int>(b.size());
}

std::string_view raw(const git_oid& id) {
  return {reinterpret_cast<const char*>(id.id), GIT_OID_RAWSZ};
}

}  // namespace

TreeBuilder::TreeBuilder(std::string tree) : tree_(std::move(tree)) {
  for (std::size_t at = 0; at < tree_.size();) {
    const std::size_t blank = tree_.find(' ', at);
    const std::size_t zero = tree_.find('\0', at);
    if (blank >= zero || zero == tree_.npos || zero + 1 + GIT_OID_RAWSZ > tree_.size()) {
      throw StoreError(Fault::corrupt, "a folder of the store cannot be read", {}, "git fsck");
    }
    at_.push_back(static_cast<std::uint32_t>(at));
    at = zero + 1 + GIT_OID_RAWSZ;
  }
}

std::string_view TreeBuilder::name_at(std::size_t position) const {
  const std::size_t blank = tree_.find(' ', at_[position]);
  return std::string_view(tree_).substr(blank + 1, id_at(position) - blank - 2);
}

EntryKind TreeBuilder::kind_at(std::size_t position) const {
  return tree_[at_[position]] == '4' ? EntryKind::folder : EntryKind::file;
}

FileMode TreeBuilder::mode_at(std::size_t position) const {
  std::uint32_t mode = 0;
  for (std::size_t at = at_[position]; tree_[at] != ' '; ++at) {
    mode = mode * 8 + static_cast<std::uint32_t>(tree_[at] - '0');
  }
  return file_mode(mode);
}

std::size_t TreeBuilder::end_at(std::size_t position) const {
  return position + 1 < at_.size() ? at_[position + 1] : tree_.size();
}

std::size_t TreeBuilder::id_at(std::size_t position) const {
  return end_at(position) - GIT_OID_RAWSZ;
}

std::size_t TreeBuilder::position(std::string_view name, EntryKind kind) const {
  std::size_t low = 0;
  std::size_t high = at_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (order(name_at(middle), kind_at(middle), name, kind) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

bool TreeBuilder::holds(std::size_t position, std::string_view name, EntryKind kind) const {
  return position < at_.size() && name_at(position) == name && kind_at(position) == kind;
}

std::optional<TreeBuilder::Entry> TreeBuilder::find(std::string_view name) const {
  for (const EntryKind kind : {EntryKind::file, EntryKind::folder}) {
    const std::size_t found = position(name, kind);
    if (!holds(found, name, kind)) continue;
    Entry entry{kind, {}, mode_at(found)};
    std::memcpy(entry.id.id, tree_.data() + id_at(found), GIT_OID_RAWSZ);
    return entry;
  }
  return std::nullopt;
}

// Makes the new bytes and the delta that leads to them from the old ones in one pass, as both
// follow from where the changes lie: a folder of 20,000 records is a tree of about a megabyte, of
// which a commit changes one entry. Changes are sorted in git's order, so that the old bytes are
// gone through once; where only ids differ, as on the way to a file that was rewritten, nothing
// moves, and they are replaced where they stand. The entries' positions are kept along, for the
// next change of the same tree.
std::optional<std::string> TreeBuilder::apply(std::vector<EntryChange> changes) {
  std::sort(changes.begin(), changes.end(), [](const EntryChange& a, const EntryChange& b) {
    return order(a.name, a.kind, b.name, b.kind) < 0;
  });
  // Entries that do not change are left out. Where only ids change, they are replaced in place.
  std::vector<std::size_t> positions;
  bool only_ids = true;
  std::erase_if(changes, [&](const EntryChange& change) {
    const std::size_t at = position(change.name, change.kind);
    const bool there = holds(at, change.name, change.kind);
    if (!there && !change.id) return true;
    if (there && change.id && (change.kind == EntryKind::folder || mode_at(at) == change.mode) &&
        std::memcmp(tree_.data() + id_at(at), change.id->id, GIT_OID_RAWSZ) == 0) {
      return true;
    }
    // An old tree may write a mode in another way: what is changed is written as git does now.
    const std::string_view mode = octal(change.mode);
    const bool same_mode = change.kind == EntryKind::folder ||
                           (there && tree_.compare(at_[at], mode.size(), mode) == 0);
    only_ids = only_ids && there && change.id && same_mode;
    positions.push_back(at);
    return false;
  });
  if (changes.empty()) return std::nullopt;

  Delta delta(tree_.size());
  std::size_t cursor = 0;  // in the old bytes
  if (only_ids) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const std::size_t at = id_at(positions[i]);
      delta.copy(cursor, at);
      delta.insert(raw(*changes[i].id));
      cursor = at + GIT_OID_RAWSZ;
    }
    if (cursor < tree_.size()) delta.copy(cursor, tree_.size());
    set_ids(changes, positions);
    return delta.finish();
  }

  std::string tree;
  std::vector<std::uint32_t> at;
  tree.reserve(tree_.size() + changes.size() * 64);
  at.reserve(at_.size() + changes.size());
  std::size_t entry = 0;  // the next of the old ones
  const auto copy_until = [&](std::size_t position) {
    if (position == entry) return;
    const std::size_t from = at_[entry];
    const std::size_t to = end_at(position - 1);
    const std::size_t moved = tree.size() - from;  // wraps around where it moves down: as meant
    for (; entry < position; ++entry) at.push_back(static_cast<std::uint32_t>(at_[entry] + moved));
    tree.append(tree_, from, to - from);
    delta.copy(from, to);
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const EntryChange& change = changes[i];
    copy_until(positions[i]);
    if (holds(positions[i], change.name, change.kind)) ++entry;
    if (!change.id) continue;
    at.push_back(static_cast<std::uint32_t>(tree.size()));
    std::string fresh(change.kind == EntryKind::folder ? kFolderMode : octal(change.mode));
    fresh += ' ';
    fresh += change.name;
    fresh += '\0';
    fresh += raw(*change.id);
    tree += fresh;
    delta.insert(fresh);
  }
  copy_until(at_.size());
  tree_ = std::move(tree);
  at_ = std::move(at);
  return delta.finish();
}

void TreeBuilder::set_ids(const std::vector<EntryChange>& changes,
                          const std::vector<std::size_t>& positions) {
  for (std::size_t i = 0; i < changes.size(); ++i) {
    std::memcpy(tree_.data() + id_at(positions[i]), changes[i].id->id, GIT_OID_RAWSZ);
  }
}

}  // namespace aver::store
