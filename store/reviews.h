// SPDX-License-Identifier: MIT
//
// The branch of reviews, aver/reviews: an orphan branch of files that are written once. Here they
// are names with bytes; what they say is claims/review's to read.
//
// It is only ever added to, and what two clones have added is united file by file: the same tree in
// any order. So nothing conflicts but two contents under one name, and that is an error's trace
// (review/altered), as is a file that somebody took away (review/vanished): it is given back.
//
// What is read is the union of the branch here, of the remotes' as last fetched, and of all that
// this clone ever saw (refs/aver/seen, which never moves back): nobody takes a review away by
// moving a branch. Where none of them is here, that is a value of its own: unknown, not none.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
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

// A path that has several contents: each file is written once, so somebody has altered it.
struct AlteredReview {
  std::string path;
  std::vector<BlobId> blobs;
  // Which was kept, where that could be settled; empty where it is none of them, as there is a
  // folder of that name.
  std::optional<BlobId> kept;
};

// A file that somebody took away, or whose contents they changed.
struct VanishedReview {
  std::string path;
  BlobId blob;
  CommitId by;  // the commit that did
  friend bool operator==(const VanishedReview&, const VanishedReview&) = default;
};

// The commit that brought a file to the branch: it has the file, and none of its parents has. So it
// is no commit that merely merges. Where several have brought it, each on a line of its own, there
// is one of these for each.
struct BroughtReview {
  std::string path;
  BlobId blob;
  CommitId commit;                // empty, as the next two, where the history is cut off there
  std::string author, committer;  // "Name <address>"
  // By the recorded clock (claims/check/clock.h), in seconds since 1970: the latest stamp among the
  // commit and its first parents. Nothing where none of them counts.
  std::optional<std::int64_t> at;
  // The same of the first commit on the line of first parents of a tip that has it; the latest of
  // all tips. Whoever stamps a commit of their own long ago, beside that line, comes in by the
  // commit that joins the two.
  std::optional<std::int64_t> arrived_at;
};

// Which of several contents is the right one, as the digest in its name says; nothing where none.
// Must not depend on what else there is: two clones that ask it must come to one answer.
using SettleReview =
    std::function<std::optional<BlobId>(const std::string& path, const std::vector<BlobId>& blobs)>;

struct UniteOptions {
  // Files and folders that were forgotten on purpose: they are left out, and nobody is told. To be
  // given with each call: one without them would take them for lost.
  std::set<std::string> forgotten = {};
  SettleReview settle = {};
  // Further tips to be taken in: of a push that the remote has taken, or of a fork.
  std::vector<CommitId> also = {};
};

struct UnitedReviews {
  // The tip that has everything; nothing where no reviews are here, or where something is altered
  // that nobody settled: then nothing was written.
  std::optional<CommitId> tip;
  std::vector<AlteredReview> altered;
  std::vector<VanishedReview> vanished;  // they are given back
};

// A file that is to be written, by its bytes; or by what is in the store already: a blob, or a
// whole folder as a tree.
struct NewReviewFile {
  std::string path;
  std::optional<std::string> content = {};
  BlobId blob = {};
  ObjectId tree = {};
};

// Rounds may have very many files.
enum class Rounds { with, without };

// All files of all tips, as they were when this was made. Lives no longer than its Store.
class ReviewFiles {
 public:
  const std::vector<ReviewTip>& tips() const { return tips_; }

  // The names of the folders in one ("" is the root), in git's order.
  std::vector<std::string> folders(std::string_view folder = "") const;

  // All files below a folder ("" is all), by path: plain ones alone, no links. A file that has
  // several contents, as somebody altered it, is there with each of them. Reads the trees of that
  // folder, and no file.
  std::vector<ReviewFile> below(std::string_view folder = "", Rounds rounds = Rounds::with) const;

  // The tree of a folder in each tip that has it, each once: a round is the one that its event
  // names.
  std::vector<ObjectId> trees(std::string_view folder) const;

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
  // `also`: further tips; of a push, to the hook that is asked about it.
  std::optional<ReviewFiles> files(const std::vector<CommitId>& also = {}) const;

  // What the commits that `tip` has and `since` has not have taken away or written over; `since`
  // may be empty. Tells of each commit, whether or not it was given back later.
  std::vector<VanishedReview> vanished(const CommitId& since, const CommitId& tip) const;

  // Brings all tips together, in the branch here and in refs/aver/seen; makes no commit where one
  // of them has all. The branch is made where there is none only if a remote lacks something. Of
  // two tips that are joined, a remote's is the first parent. On a lost race begins anew. Throws
  // StoreError: locked, identity, refused, io; conflict where the branch is checked out. Killed
  // anywhere, it leaves what was before, or what is after.
  UnitedReviews unite(const UniteOptions& options = {}) const;

  // Adds files to what unite() gives, as one commit of the user's; no commit where all of them are
  // there already. The first makes the branch, without a parent. A path that is there with other
  // contents is told as altered, and nothing is written then. Work tree and index are never
  // touched. Throws as unite() does, and StoreError(bug) for a path that is none.
  UnitedReviews add(const std::vector<NewReviewFile>& files, const std::string& message,
                    const UniteOptions& options = {}) const;

  // The same, but moves no reference: the commit is made for an attempt to push it, and is dropped
  // with it. What a remote has taken is brought here by unite(), with `also`.
  UnitedReviews prepare(const std::vector<NewReviewFile>& files, const std::string& message,
                        const UniteOptions& options = {}) const;

  // Who brought each file below a folder ("" is all), also those that are gone by now; by path,
  // then in the order of their clocks. Without the files of rounds. Commits in `wrong` have no say
  // in a clock. Nothing where no tip is here. Linear in the history the first time; from then on
  // only new commits are read from git, and what is known of the others is read, and written where
  // there are new ones, as one file below the private folder.
  std::vector<BroughtReview> brought(std::string_view folder = "",
                                     const std::vector<CommitId>& wrong = {},
                                     const std::vector<CommitId>& also = {}) const;

  // The id of a folder with these files, as a tree of git. Nothing is written.
  ObjectId tree_of(const std::vector<ReviewFile>& files) const;

  // For `git fetch`: brings the branch of a remote, whatever the clone fetches otherwise.
  std::string fetch_spec(std::string_view remote) const;

 private:
  const Store& store_;
  const Repository& repository_;
  std::string branch_;
};

}  // namespace aver::store
