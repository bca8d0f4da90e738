// SPDX-License-Identifier: MIT
//
// What `git add` would make of the contents that a write is about to put into the store: so that
// git's index, the commit and the file agree afterwards.
#pragma once

#include <vector>

#include "store/repository/repository.h"
#include "store/write/worktree.h"

namespace aver::store {

// Puts what git's attributes make of line ends and keywords in the place of each content that has
// some, and leaves out paths that are then as they were. With `by_hand` the contents stay those of
// the files. Throws StoreError: unsupported where what is no record would not keep its bytes, as a
// capture must; io.
void clean_as_git_adds(const Repository& repository, bool by_hand, std::vector<TouchedPath>& paths);

}  // namespace aver::store
