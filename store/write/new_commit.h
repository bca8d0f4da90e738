// SPDX-License-Identifier: MIT
//
// A commit as an object: signed where the user's settings ask for it.
#pragma once

#include <string>
#include <vector>

#include "store/repository/author.h"
#include "store/repository/repository.h"
#include "store/values.h"

namespace aver::store {

// A commit that no branch has yet, and its bytes.
struct NewCommit {
  git_oid id;
  std::string raw;
};

// Writes the commit. All that it names must be where other processes can read it. Throws
// StoreError: refused where it cannot be signed; io.
NewCommit write_commit(const Repository& repository, const std::vector<CommitId>& parent_ids,
                       const git_oid& tree, const Author& who, const std::string& message);

}  // namespace aver::store
