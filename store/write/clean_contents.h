// SPDX-License-Identifier: MIT
//
// What `git add` would make of the contents that a write is about to put into the store: so that
// git's index, the commit and the file agree afterwards.
#pragma once

#include <string>
#include <vector>

#include "store/repository/repository.h"
#include "store/write/worktree.h"

namespace aver::store {

// Puts what git's attributes make of line ends and keywords in the place of each content that has
// some, and leaves out paths that are then as they were. With `by_hand` the contents stay those of
// the files. Throws StoreError: unsupported where what is no record would not keep its bytes, as a
// capture must; io.
void clean_as_git_adds(const Repository& repository, bool by_hand, std::vector<TouchedPath>& paths);

// True where git would add the contents as this blob though they are other bytes: they differ from
// it in line ends or keywords alone. `git status` tells such a file as modified, by its size, until
// it is added again. Throws StoreError(io).
bool is_added_as(const Repository& repository, const std::string& path, const std::string& content,
                 const BlobId& blob);

}  // namespace aver::store
