// SPDX-License-Identifier: MIT
#include "store/tree_changes.h"

#include <algorithm>
#include <cstring>

namespace aver::store {
namespace {

constexpr std::uint32_t kTypeBits = 0170000;
constexpr std::uint32_t kTree = 0040000;

struct Entry {
  std::string_view name;
  TreeSide side;
  bool folder() const { return (side.mode & kTypeBits) == kTree; }
};

// The entries of a tree, one after the other: "<mode in octal> <name>\0<20 bytes>".
class Entries {
 public:
  explicit Entries(const GitOdbObject* tree) {
    if (tree == nullptr) return;
    rest_ = {static_cast<const char*>(git_odb_object_data(tree->get())),
             git_odb_object_size(tree->get())};
    next();
  }
  explicit operator bool() const { return there_; }
  const Entry& operator*() const { return entry_; }
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
  Entry entry_;
  bool there_ = false;
};

// git's order: a folder's name counts as if it ended in a slash.
int order_of(const Entry& a, const Entry& b) {
  const std::size_t common = std::min(a.name.size(), b.name.size());
  if (const int order = std::memcmp(a.name.data(), b.name.data(), common); order != 0) return order;
  const auto next = [&](const Entry& entry) -> int {
    if (entry.name.size() > common) return static_cast<unsigned char>(entry.name[common]);
    return entry.folder() ? '/' : 0;
  };
  return next(a) - next(b);
}

}  // namespace

TreeChanges::TreeChanges(git_repository* repository)
    : odb_(acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository)) {}

TreeChanges::Bytes TreeChanges::load(const git_oid& id) {
  for (auto at = kept_.begin(); at != kept_.end(); ++at) {
    if (!git_oid_equal(&at->first, &id)) continue;
    kept_.splice(kept_.begin(), kept_, at);
    return kept_.front().second;
  }
  auto tree = std::make_shared<const GitOdbObject>(
      acquire<GitOdbObject>("reading a folder of the store", git_odb_read, odb_.get(), &id));
  if (git_odb_object_type(tree->get()) != GIT_OBJECT_TREE) {
    throw StoreError(Fault::corrupt, "a folder of the store is no folder", {}, "git fsck");
  }
  kept_.emplace_front(id, tree);
  constexpr std::size_t kKept = 16;
  if (kept_.size() > kKept) kept_.pop_back();
  return tree;
}

void TreeChanges::compare(const git_oid* before, const git_oid* after, const Visit& visit) {
  std::string path;
  compare(before, after, path, visit);
}

void TreeChanges::compare(const git_oid* before, const git_oid* after, std::string& path,
                          const Visit& visit) {
  if (before != nullptr && after != nullptr && git_oid_equal(before, after)) return;
  const Bytes before_bytes = before == nullptr ? nullptr : load(*before);
  const Bytes after_bytes = after == nullptr ? nullptr : load(*after);
  Entries a(before_bytes.get());
  Entries b(after_bytes.get());
  const std::size_t length = path.size();
  while (a || b) {
    const int order = !a ? 1 : !b ? -1 : order_of(*a, *b);
    const Entry* const left = order <= 0 ? &*a : nullptr;
    const Entry* const right = order >= 0 ? &*b : nullptr;
    const bool same = left != nullptr && right != nullptr && left->side.mode == right->side.mode &&
                      git_oid_equal(&left->side.id, &right->side.id);
    if (!same) {
      path += (left != nullptr ? left : right)->name;
      if ((left != nullptr ? left : right)->folder()) {
        path += '/';
        compare(left == nullptr ? nullptr : &left->side.id,
                right == nullptr ? nullptr : &right->side.id, path, visit);
      } else {
        visit(path, left == nullptr ? TreeSide{} : left->side,
              right == nullptr ? TreeSide{} : right->side);
      }
      path.resize(length);
    }
    if (order <= 0) a.next();
    if (order >= 0) b.next();
  }
}

}  // namespace aver::store
