// SPDX-License-Identifier: MIT
//
// What differs between two trees.
//
// Equal subtrees are never read. The last few trees are kept, as the tree after one commit is the
// tree before the next.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/objects/git.h"
#include "store/objects/tree_entries.h"
#include "store/repository/repository.h"
#include "store/store.h"

namespace aver::store {

// Throws StoreError(corrupt) where the object is no tree, or cannot be read.
GitTree read_tree(git_repository* repository, const git_oid& id);

class TreeChanges {
 public:
  // `repository` outlives it.
  explicit TreeChanges(git_repository* repository) : repository_(repository) {}

  using Visit =
      std::function<void(std::string_view path, const TreeSide& before, const TreeSide& after)>;

  // Never looks into this folder ("claims/a").
  void leave_out(std::string_view folder) { left_out_ = std::string(folder) + "/"; }

  // Nor into those that `skips` says yes to. `folder` ends in "/"; null is a side without it.
  using Skips =
      std::function<bool(std::string_view folder, const TreeSide* before, const TreeSide* after)>;
  void skip(Skips skips) { skips_ = std::move(skips); }

  // Visits each differing path, in path order. A null tree is empty.
  void compare(const git_oid* before, const git_oid* after, const Visit& visit);

 private:
  using Tree = std::shared_ptr<git_tree>;
  Tree load(const git_oid& id);
  void compare(const git_oid* before, const git_oid* after, std::string& path, const Visit& visit);

  git_repository* repository_;
  std::string left_out_;
  Skips skips_;
  std::list<std::pair<git_oid, Tree>> kept_;  // the latest first
};

// Appends the paths that differ, in path order, each with `path` and "/" before it (unless that is
// empty). Either tree may be null: then everything in the other is added or removed. What is below
// `except`, a folder as the trees have it, is left out.
void add_changes(const Repository& repository, const git_tree* before, const git_tree* after,
                 const std::string& path, std::vector<ChangedPath>& to,
                 std::string_view except = "");

}  // namespace aver::store
