// SPDX-License-Identifier: MIT
//
// What `git add` would make of the contents that a write is about to put into the store: so that
// git's index, the commit and the file agree afterwards.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/repository/repository.h"
#include "store/write/worktree.h"

namespace aver::store {

// Puts what git's attributes make of line ends and keywords in the place of each content that has
// some, and leaves out paths that are then as they were. With `by_hand` the contents stay those of
// the files. Throws StoreError: unsupported where what is no record would not keep its bytes, as a
// capture must; io.
void clean_as_git_adds(const Repository& repository, bool by_hand, std::vector<TouchedPath>& paths);

// What `git add` would make of the contents of one file, where it is something else; nothing in a
// bare store. Throws StoreError: unsupported for a capture, which must keep its bytes; io.
std::optional<std::string> cleaned(const Repository& repository, const std::string& path,
                                   std::string_view content);

// Whether git may add other contents than these: they have line ends or keywords to change.
bool could_change(std::string_view content);

// True where git would add the contents as this blob though they are other bytes: they differ from
// it in line ends or keywords alone. Throws StoreError(io).
bool is_added_as(const Repository& repository, const std::string& path, std::string_view content,
                 const BlobId& blob);

// The blobs that git would add files of the work tree as; "" for one that it cannot read. A file
// with other bytes than its blob may be the same one to git: `git status` tells it as modified, by
// its size, until it is added again.
// REQUIRES: no path has a line break in it, or begins with a quote mark.
std::vector<BlobId> blobs_as_added(const Repository& repository,
                                   const std::vector<std::string>& paths);

}  // namespace aver::store
