// SPDX-License-Identifier: MIT
//
// Private to store/: what differs between two trees.
#pragma once

#include <string>
#include <vector>

#include "store/repository.h"
#include "store/store.h"

namespace aver::store {

// Appends the paths that differ, in path order, each with `path` and "/" before it (unless that is
// empty). Equal subtrees are never read. Either tree may be null: then everything in the other is
// added or removed.
void compare_trees(const Repository& repository, const git_tree* before, const git_tree* after,
                   const std::string& path, std::vector<ChangedPath>& found);

}  // namespace aver::store
