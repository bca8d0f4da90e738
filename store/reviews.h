// SPDX-License-Identifier: MIT
//
// The branch of reviews, aver/reviews: an orphan branch of files that are written once. Here they
// are names with bytes; what they say is claims/review's to read.
//
// What is read is the union of the branch here, of the remotes' as last fetched, and of all that
// this clone ever saw (refs/aver/seen, which never moves back): nobody takes a review away by
// moving a branch. Where none of them is here, that is a value of its own: unknown, not none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace aver::store {

inline constexpr std::string_view kReviewBranch = "aver/reviews";
// Not refs/aver/reviews: "aver/reviews" would be ambiguous.
inline constexpr std::string_view kSeenReviews = "refs/aver/seen";

struct ReviewFile {
  std::string path;  // from the branch's root: "KEY/20241101t0930-ann-open-3fa1c9d2e0b4.toml"
  BlobId blob;
  friend bool operator==(const ReviewFile&, const ReviewFile&) = default;
};

struct ReviewTip {
  std::string ref;  // "refs/remotes/origin/aver/reviews"
  CommitId tip;
  friend bool operator==(const ReviewTip&, const ReviewTip&) = default;
};

// Whether the reviews that are here have all of a tip's. Untold: the history is cut off, as in a
// shallow clone, before the tip was found.
enum class ContainsTip { yes, no, untold };

// All files of all tips, as they were when this was made. Lives no longer than its Store.
class ReviewFiles {
 public:
  const std::vector<ReviewTip>& tips() const { return tips_; }

  // The names of the folders in one ("" is the root), in git's order.
  std::vector<std::string> folders(std::string_view folder = "") const;

  // All files below a folder ("" is all), by path: plain ones alone, no links. A file that has
  // several contents, as somebody altered it, is there with each of them. Reads the trees of that
  // folder, and no file.
  std::vector<ReviewFile> below(std::string_view folder = "") const;

  // The bytes of a file. Throws StoreError: corrupt, not_found; remote in a partial clone.
  std::string read(const BlobId& blob) const;

  // For the trailer `Reviews: TIP` of a commit on main.
  ContainsTip contains(const CommitId& tip) const;

 private:
  friend class Reviews;
  ReviewFiles(const Store& store, std::vector<ReviewTip> tips);

  const Store* store_;
  std::vector<ReviewTip> tips_;
  std::vector<View> views_;  // one for each tip of its own
};

class Reviews {
 public:
  // `branch` is what the branch is called here and at the remotes. Throws StoreError(usage) where
  // that is no name of a branch, or that of a proposal. The store must outlive it.
  explicit Reviews(const Store& store, std::string branch = std::string(kReviewBranch));

  const std::string& branch() const { return branch_; }

  // The references that are here, the one that was seen first, then that of the branch, then those
  // of the remotes, by name.
  std::vector<ReviewTip> tips() const;

  // Nothing where no tip is here: a clone of a single branch, a fork, or a store without reviews.
  std::optional<ReviewFiles> files() const;

  // For `git fetch`: brings the branch of a remote, whatever the clone fetches otherwise.
  std::string fetch_spec(std::string_view remote) const;

 private:
  const Store& store_;
  const Repository& repository_;
  std::string branch_;
};

}  // namespace aver::store
