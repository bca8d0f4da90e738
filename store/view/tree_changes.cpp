// SPDX-License-Identifier: MIT
//
// Goes through two trees side by side in git's order. libgit2's own diff walks all files of both
// trees, which takes ten times as long for the changes of one commit.
#include "store/view/tree_changes.h"

namespace aver::store {

GitTree read_tree(git_repository* repository, const git_oid& id) {
  auto object = acquire<GitObject>("reading a folder of the store", git_object_lookup, repository,
                                   &id, GIT_OBJECT_ANY);
  if (git_object_type(object.get()) != GIT_OBJECT_TREE) {
    throw StoreError(Fault::corrupt, "a folder of the store is no folder", {}, "git fsck");
  }
  return GitTree(reinterpret_cast<git_tree*>(object.release()));
}

TreeChanges::Tree TreeChanges::load(const git_oid& id) {
  for (auto at = kept_.begin(); at != kept_.end(); ++at) {
    if (!git_oid_equal(&at->first, &id)) continue;
    kept_.splice(kept_.begin(), kept_, at);
    return kept_.front().second;
  }
  kept_.emplace_front(id, read_tree(repository_, id));
  constexpr std::size_t kKept = 16;
  if (kept_.size() > kKept) kept_.pop_back();
  return kept_.front().second;
}

void TreeChanges::compare(const git_oid* before, const git_oid* after, const Visit& visit) {
  std::string path;
  compare(before, after, path, visit);
}

void TreeChanges::compare(const git_oid* before, const git_oid* after, std::string& path,
                          const Visit& visit) {
  if (before != nullptr && after != nullptr && git_oid_equal(before, after)) return;
  const Tree before_tree = before == nullptr ? nullptr : load(*before);
  const Tree after_tree = after == nullptr ? nullptr : load(*after);
  TreeEntries a(before_tree.get());
  TreeEntries b(after_tree.get());
  const std::size_t length = path.size();
  while (a || b) {
    const int order = !a ? 1 : !b ? -1 : order_of(*a, *b);
    const TreeEntry* const left = order <= 0 ? &*a : nullptr;
    const TreeEntry* const right = order >= 0 ? &*b : nullptr;
    const bool same = left != nullptr && right != nullptr && left->side.mode == right->side.mode &&
                      git_oid_equal(&left->side.id, &right->side.id);
    if (!same) {
      path += (left != nullptr ? left : right)->name;
      if ((left != nullptr ? left : right)->folder()) {
        path += '/';
        const bool is_skipped = skips_ && skips_(path, left == nullptr ? nullptr : &left->side,
                                                 right == nullptr ? nullptr : &right->side);
        if (path != left_out_ && !is_skipped) {
          compare(left == nullptr ? nullptr : &left->side.id,
                  right == nullptr ? nullptr : &right->side.id, path, visit);
        }
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

void add_changes(const Repository& repository, const git_tree* before, const git_tree* after,
                 const std::string& path, std::vector<ChangedPath>& to, std::string_view except) {
  const auto id_of = [](const git_tree* tree) {
    return tree == nullptr ? nullptr : git_tree_id(tree);
  };
  const auto blob_of = [](const TreeSide& side) {
    return is_blob(side) ? to_hex(side.id) : BlobId();
  };
  const std::string folder = path.empty() ? "" : path + "/";
  TreeChanges changes(repository.get());
  if (!except.empty()) changes.leave_out(except);
  changes.compare(id_of(before), id_of(after),
                  [&](std::string_view below, const TreeSide& a, const TreeSide& b) {
                    if (same(a, b)) return;
                    to.push_back({folder + std::string(below), blob_of(a), blob_of(b),
                                  is_plain(a) && is_plain(b)});
                  });
}

}  // namespace aver::store
