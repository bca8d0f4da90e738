// SPDX-License-Identifier: MIT
//
// What several tips of the branch of reviews come to together. Writes nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/branches.h"
#include "store/repository/repository.h"
#include "store/reviews.h"
#include "store/reviews/review_tree.h"

namespace aver::store {

struct JoinedReviews {
  explicit JoinedReviews(ReviewTree made) : tree(std::move(made)) {}

  ReviewTree tree;
  // The tips that no other one has among its ancestors: those of remotes first.
  std::vector<CommitId> heads;
  bool has_all = false;  // the only head has that very tree: no commit is needed
  std::vector<AlteredReview> altered;
  std::vector<VanishedReview> vanished;

  // Every altered file was settled.
  bool settled() const;
};

// The union of the tips, and what their histories have lost since refs/aver/seen, which has
// everything that this clone ever saw, but for what was forgotten.
JoinedReviews join_reviews(const Repository& repository, const Branches& branches,
                           const std::vector<ReviewTip>& tips, const UniteOptions& options);

}  // namespace aver::store
