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
  // As asked for: files that no parent has; or those that a parent has, and this has not, or with
  // other contents.
  std::vector<ReviewFile> files;
};

// What is asked of each commit. A round's files, which lie in "KEY/rounds/" or "2024/KEY/rounds/",
// may be very many: they are known by their tree, and nobody asks who brought them.
enum class ReviewWalk { brought_without_rounds, removed };

// Calls `visit` for the commits that `tips` have and `without` have not, parents first. Throws
// StoreError(corrupt).
void walk_reviews(const Repository& repository, ReviewWalk what, const std::vector<CommitId>& tips,
                  const std::vector<CommitId>& without,
                  const std::function<void(const WalkedCommit&)>& visit);

}  // namespace aver::store
