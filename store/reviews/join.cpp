// SPDX-License-Identifier: MIT
//
// Trees first; then the commits that are new here are asked what they took away.
#include "store/reviews/join.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "store/objects/tree_entries.h"
#include "store/reviews/review_walk.h"

namespace aver::store {
namespace {

constexpr std::uint32_t kPlainFile = 0100644;

git_oid tree_of_commit(const Repository& repository, const CommitId& commit) {
  const git_oid id = from_hex(commit);
  const auto handle =
      acquire<GitCommit>("reading the reviews", git_commit_lookup, repository.get(), &id);
  return *git_commit_tree_id(handle.get());
}

bool is_below_any(const std::set<std::string>& names, std::string_view path) {
  for (std::size_t end = path.size(); end != path.npos && end > 0; end = path.rfind('/', end - 1)) {
    if (names.contains(std::string(path.substr(0, end)))) return true;
  }
  return false;
}

std::vector<CommitId> heads_of(const Branches& branches, const std::vector<ReviewTip>& tips) {
  std::vector<CommitId> all;
  const auto add = [&](bool remote) {
    for (const ReviewTip& tip : tips) {
      if (tip.ref.starts_with("refs/remotes/") != remote) continue;
      if (std::find(all.begin(), all.end(), tip.tip) == all.end()) all.push_back(tip.tip);
    }
  };
  add(true);
  add(false);
  std::vector<CommitId> heads;
  for (const CommitId& one : all) {
    const bool is_passed = std::any_of(all.begin(), all.end(), [&](const CommitId& other) {
      return other != one && branches.is_ancestor(one, other);
    });
    if (!is_passed) heads.push_back(one);
  }
  return heads;
}

class Joining {
 public:
  Joining(const Repository& repository, const Branches& branches, const UniteOptions& options)
      : repository_(repository),
        branches_(branches),
        options_(options),
        joined_(ReviewTree(repository, std::nullopt)) {}

  JoinedReviews run(const std::vector<ReviewTip>& tips) {
    joined_.heads = heads_of(branches_, tips);
    std::vector<CommitId> seen;
    for (const ReviewTip& tip : tips) {
      if (tip.ref == kSeenReviews) seen.push_back(tip.tip);
    }
    // What was seen has what a branch that goes on from it may have lost.
    std::vector<CommitId> all = joined_.heads;
    all.insert(all.end(), seen.begin(), seen.end());
    for (const CommitId& one : all) {
      joined_.tree.take_in(tree_of_commit(repository_, one), options_.settle, joined_.altered);
    }
    give_back(seen);
    leave_out_forgotten();
    if (joined_.heads.size() == 1) {
      const git_oid only = tree_of_commit(repository_, joined_.heads.front());
      joined_.has_all = git_oid_equal(&only, &*joined_.tree.root()) != 0;
    }
    return std::move(joined_);
  }

 private:
  void give_back(const std::vector<CommitId>& seen) {
    std::vector<VanishedReview> removed;
    const auto visit = [&](const WalkedCommit& commit) {
      for (const ReviewFile& file : commit.files) {
        if (is_below_any(options_.forgotten, file.path)) continue;
        removed.push_back({file.path, file.blob, commit.commit});
      }
    };
    walk_reviews(repository_, ReviewWalk::removed, joined_.heads, seen, visit);
    for (const CommitId& head : joined_.heads) {
      heads_.push_back({head, ReviewTree(repository_, tree_of_commit(repository_, head)), {}});
    }
    std::set<std::pair<std::string, BlobId>> told;
    for (VanishedReview& one : removed) {
      if (is_lost_still(one) && told.emplace(one.path, one.blob).second)
        joined_.vanished.push_back(std::move(one));
    }
    for (const VanishedReview& one : joined_.vanished) put_back(one);
  }

  // Whether a tip that has the commit which removed it has not got it again.
  bool is_lost_still(const VanishedReview& one) {
    return std::any_of(heads_.begin(), heads_.end(), [&](Head& head) {
      const auto [has, is_new] = head.has.try_emplace(one.by, false);
      if (is_new) has->second = branches_.is_ancestor(one.by, head.commit);
      if (!has->second) return false;
      const auto there = head.tree.find(one.path);
      return !there || to_hex(there->id) != one.blob;
    });
  }

  void put_back(const VanishedReview& one) {
    std::vector<ReviewTree::Change> changes;
    if (const auto there = joined_.tree.in_the_way_of(one.path)) {
      const auto& [path, entry] = *there;
      const bool is_there = path == one.path;
      if (is_there && to_hex(entry.id) == one.blob) return;
      if (is_there && entry.folder()) {
        joined_.altered.push_back({path, {one.blob}, ""});
        return;
      }
      if (is_there && !is_right(one, to_hex(entry.id))) return;
      // A file where a folder was.
      if (!is_there) joined_.altered.push_back({path, {to_hex(entry.id)}, ""});
      changes.push_back({path, std::nullopt});
    }
    changes.push_back({one.path, ReviewTree::Entry{from_hex(one.blob), kPlainFile}});
    joined_.tree.change(changes);
  }

  // Whether the contents that were removed are the ones to keep.
  bool is_right(const VanishedReview& one, const BlobId& there) {
    std::vector<BlobId> blobs = {there, one.blob};
    std::sort(blobs.begin(), blobs.end());
    const auto same = [&](const AlteredReview& other) {
      return other.path == one.path && other.blobs == blobs;
    };
    auto& altered = joined_.altered;
    const auto known = std::find_if(altered.begin(), altered.end(), same);
    if (known != altered.end()) return known->kept == one.blob;
    AlteredReview& fresh = altered.emplace_back(AlteredReview{one.path, blobs, std::nullopt});
    if (options_.settle) fresh.kept = options_.settle(one.path, blobs);
    if (fresh.kept != one.blob && fresh.kept != there) fresh.kept.reset();
    return fresh.kept == one.blob;
  }

  void leave_out_forgotten() {
    std::vector<ReviewTree::Change> changes;
    for (const std::string& path : options_.forgotten) {
      if (joined_.tree.find(path)) changes.push_back({path, std::nullopt});
    }
    if (!changes.empty()) joined_.tree.change(changes);
    std::erase_if(joined_.altered, [&](const AlteredReview& one) {
      return is_below_any(options_.forgotten, one.path);
    });
  }

  // What is asked of a tip for each file that was removed is kept.
  struct Head {
    CommitId commit;
    ReviewTree tree;
    std::map<CommitId, bool> has;  // whether it has the commit
  };

  const Repository& repository_;
  const Branches& branches_;
  const UniteOptions& options_;
  std::vector<Head> heads_;
  JoinedReviews joined_;
};

}  // namespace

bool JoinedReviews::settled() const {
  return std::all_of(altered.begin(), altered.end(),
                     [](const AlteredReview& one) { return one.kept.has_value(); });
}

JoinedReviews join_reviews(const Repository& repository, const Branches& branches,
                           const std::vector<ReviewTip>& tips, const UniteOptions& options) {
  return Joining(repository, branches, options).run(tips);
}

}  // namespace aver::store
