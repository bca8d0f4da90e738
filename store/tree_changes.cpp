// SPDX-License-Identifier: MIT
#include "store/tree_changes.h"

namespace aver::store {
namespace {

std::string_view bytes_of(const GitOdbObject* tree) {
  if (tree == nullptr) return {};
  return {static_cast<const char*>(git_odb_object_data(tree->get())),
          git_odb_object_size(tree->get())};
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
  TreeEntries a(bytes_of(before_bytes.get()));
  TreeEntries b(bytes_of(after_bytes.get()));
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
