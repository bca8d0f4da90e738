// SPDX-License-Identifier: MIT
//
// The history of the branch of reviews, commit by commit: which files each brought, and which it
// took away.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "store/objects/git.h"
#include "store/repository/repository.h"
#include "store/reviews.h"

namespace aver::store {

struct WalkedCommit {
  CommitId commit;
  std::vector<CommitId> parents;  // that are here
  bool cut_off = false;           // it has parents that are not here: what it brought is not known
  std::string author, committer;  // "Name <address>"
  std::int64_t committed_at = 0;
  std::vector<ReviewFile> brought;  // that no parent has
  std::vector<ReviewFile> removed;  // that a parent has, and it has not, or with other contents
};

// Calls `visit` for the commits that `tips` have and `without` have not, parents first. Throws
// StoreError(corrupt).
void walk_reviews(const Repository& repository, const std::vector<CommitId>& tips,
                  const std::vector<CommitId>& without,
                  const std::function<void(const WalkedCommit&)>& visit);

}  // namespace aver::store
