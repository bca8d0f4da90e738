// SPDX-License-Identifier: MIT
//
// One turn of the loop is one attempt: all tips as they are then, the objects, the branch by
// compare-and-swap, and then refs/aver/seen, which only goes forward. In between nothing is half
// done: what one of the two references has, everybody reads.
#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "claims/text/paths.h"
#include "store/branches.h"
#include "store/objects/sha1.h"
#include "store/repository/author.h"
#include "store/repository/contents.h"
#include "store/repository/reference.h"
#include "store/repository/repository.h"
#include "store/reviews.h"
#include "store/reviews/join.h"
#include "store/reviews/review_tree.h"
#include "store/reviews/review_walk.h"
#include "store/write/branch_update.h"
#include "store/write/new_commit.h"
#include "store/write/object_batch.h"
#include "store/write/stamp.h"
#include "store/write/worktree.h"

namespace aver::store {
namespace {

constexpr std::uint32_t kPlainFileMode = 0100644;
constexpr std::uint32_t kFolderMode = 0040000;

class ReviewWriter {
 public:
  ReviewWriter(const Store& store, const Repository& repository, const Reviews& reviews,
               const UniteOptions& options, bool moves = true)
      : moves_(moves),
        store_(store),
        repository_(repository),
        branches_(store),
        reviews_(reviews),
        options_(options),
        ref_("refs/heads/" + reviews.branch()) {}

  // `files` is null where nothing is added.
  UnitedReviews run(const std::vector<NewReviewFile>* files, const std::string& message) {
    const auto deadline = std::chrono::steady_clock::now() + patience();
    BackOff back_off;
    while (true) {
      if (auto done = attempt(files, message)) return std::move(*done);
      if (std::chrono::steady_clock::now() > deadline) give_up(repository_, head_of(std::nullopt));
      back_off.wait();
    }
  }

 private:
  Head head_of(const std::optional<git_oid>& tip) const {
    Head head;
    head.ref = ref_;
    head.unborn = !tip;
    if (tip) head.tip = *tip;
    return head;
  }

  // Returns nothing where somebody else was quicker.
  std::optional<UnitedReviews> attempt(const std::vector<NewReviewFile>* files,
                                       const std::string& message) {
    std::vector<ReviewTip> tips = reviews_.tips();
    for (const CommitId& one : options_.also) tips.push_back({"", one});
    if (tips.empty() && (files == nullptr || files->empty())) return UnitedReviews{};
    JoinedReviews joined = tips.empty() ? JoinedReviews(ReviewTree(repository_, std::nullopt))
                                        : join_reviews(repository_, branches_, tips, options_);
    UnitedReviews united;
    united.altered = joined.altered;
    united.vanished = joined.vanished;
    if (!joined.settled()) return united;

    new_blobs_.clear();
    const std::optional<git_oid> before = joined.tree.root();
    if (files != nullptr && !add(*files, joined.tree, united.altered)) return united;
    const std::optional<git_oid>& after = joined.tree.root();
    const bool adds = !before || git_oid_equal(&*before, &*after) == 0;
    commits_.clear();
    std::shared_ptr<void> kept;
    if (adds || !joined.has_all) kept = write(joined.tree);
    std::vector<CommitId> parents = joined.heads;
    if (before && !joined.has_all) parents = {commit(parents, *before, "Merge reviews\n")};
    if (adds) parents = {commit(parents, *after, message)};
    united.tip = parents.front();
    reach("objects");
    if (!moves_) return united;
    if (!publish(tips, *united.tip, adds)) return std::nullopt;
    see_to_objects(joined.tree);
    return united;
  }

  // Puts the files into the tree. False where one is there with other contents.
  bool add(const std::vector<NewReviewFile>& files, ReviewTree& tree,
           std::vector<AlteredReview>& altered) {
    std::vector<ReviewTree::Change> changes;
    std::map<std::string, BlobId> seen;
    bool is_good = true;
    for (const NewReviewFile& file : files) {
      const ReviewTree::Entry entry = entry_of(file);
      const BlobId id = to_hex(entry.id);
      const auto [known, is_new] = seen.emplace(file.path, id);
      if (!claims::is_plain_path(file.path) || known->second != id) {
        throw StoreError(Fault::bug, "a review has the path \"" + file.path + "\"");
      }
      if (!is_new) continue;
      const auto there = tree.in_the_way_of(file.path);
      if (!there) {
        changes.push_back({file.path, entry});
        continue;
      }
      const bool is_same = there->first == file.path && to_hex(there->second.id) == id &&
                           there->second.folder() == entry.folder();
      if (is_same) continue;
      altered.push_back({there->first, {to_hex(there->second.id), id}, std::nullopt});
      is_good = false;
    }
    if (is_good && !changes.empty()) tree.change(changes);
    return is_good;
  }

  ReviewTree::Entry entry_of(const NewReviewFile& file) {
    if (file.content) {
      const git_oid id = object_id("blob", *file.content);
      new_blobs_.emplace_back(id, &*file.content);
      return {id, kPlainFileMode};
    }
    const bool is_folder = file.blob.empty();
    const git_oid id = from_hex(is_folder ? file.tree : file.blob);
    const auto odb =
        acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository_.get());
    if (git_odb_exists(odb.get(), &id) == 0 && !is_partial(repository_)) {
      throw StoreError(Fault::not_found, "the contents of " + file.path + " are not in this store",
                       {to_hex(id)}, "git fsck");
    }
    return {id, is_folder ? kFolderMode : kPlainFileMode};
  }

  void add_objects(ReviewTree& tree, ObjectBatch& to) const {
    for (const auto& [id, text] : new_blobs_) to.add(Packed::blob, id, *text, "writing a review");
    tree.add_new_trees(to);
  }

  std::shared_ptr<void> write(ReviewTree& tree) const {
    ObjectBatch objects(repository_);
    add_objects(tree, objects);
    return objects.write();
  }

  CommitId commit(const std::vector<CommitId>& parents, const git_oid& tree,
                  const std::string& message) {
    if (!who_) {
      who_ = AuthorQuestion(repository_.directory()).finish();
      StampRule(store_, CommitId(), [] {
        return std::vector<CommitId>();
      }).require_good(who_->committer->when.time);
      git_repository_set_ident(repository_.get(), who_->committer->name, who_->committer->email);
    }
    commits_.push_back(write_commit(repository_, parents, tree, *who_, message));
    return to_hex(commits_.back().id);
  }

  // Moves the branch, where there is need for one, and refs/aver/seen. False where somebody else
  // has moved the branch.
  bool publish(const std::vector<ReviewTip>& tips, const CommitId& tip, bool adds) const {
    const git_oid to = from_hex(tip);
    const auto tip_at = [&](std::string_view ref) {
      const auto at = std::find_if(tips.begin(), tips.end(),
                                   [&](const ReviewTip& one) { return one.ref == ref; });
      return at == tips.end() ? std::nullopt : std::optional(from_hex(at->tip));
    };
    const std::optional<git_oid> here = tip_at(ref_);
    const bool is_at_a_remote = std::any_of(tips.begin(), tips.end(), [&](const ReviewTip& one) {
      return one.tip == tip && one.ref.starts_with("refs/remotes/");
    });
    const bool is_wanted = here || adds || !is_at_a_remote;
    if (is_wanted && !(here && git_oid_equal(&*here, &to) != 0)) {
      require_not_checked_out(here);
      const Swapped moved = move_here(here, to);
      if (moved.swap != Swap::done && !has_passed(ref_, tip)) return false;
      if (!moved.oddity.empty()) note_unsafe(store_.watcher(), moved.oddity);
    }
    reach("reviews");
    try {
      move_seen(to);
    } catch (const StoreError& error) {
      // The branch has it: it is said. What this clone has seen is brought up by whoever comes
      // next.
      note_unsafe(store_.watcher(), error.reason());
    }
    return true;
  }

  Swapped move_here(const std::optional<git_oid>& here, const git_oid& to) const {
    try {
      return move_reference(repository_, ref_, here.value_or(git_oid{}), to, "aver: reviews");
    } catch (const StoreError&) {
      if (here) throw;
      // Says which other branch leaves no room for it.
      branches_.create(reviews_.branch(), to_hex(to));
      return {};
    }
  }

  bool has_passed(const std::string& ref, const CommitId& tip) const {
    const std::optional<git_oid> now = target_of(repository_, ref);
    return now && branches_.is_ancestor(tip, to_hex(*now));
  }

  void require_not_checked_out(const std::optional<git_oid>& here) const {
    if (repository_.head().branch() == reviews_.branch()) {
      throw StoreError(Fault::conflict, reviews_.branch() + " is checked out", {},
                       "git switch another branch: reviews are written without a work tree");
    }
    refuse_if_checked_out_elsewhere(repository_, head_of(here));
  }

  // What another process has put there meanwhile is joined by whoever comes next.
  void move_seen(const git_oid& to) const {
    const std::string seen(kSeenReviews);
    constexpr int kTries = 100;
    for (int i = 0; i < kTries; ++i) {
      const std::optional<git_oid> now = target_of(repository_, seen);
      if (now && branches_.is_ancestor(to_hex(to), to_hex(*now))) return;
      if (now && !branches_.is_ancestor(to_hex(*now), to_hex(to))) return;
      const Swapped moved =
          move_reference(repository_, seen, now.value_or(git_oid{}), to, "aver: reviews");
      if (moved.swap == Swap::done) return;
      BackOff().wait();
    }
    note_unsafe(store_.watcher(), seen + " is locked");
  }

  // A garbage collection beside us may have taken away what no branch named until now.
  void see_to_objects(ReviewTree& tree) const {
    if (commits_.empty()) return;
    try {
      ObjectBatch objects(repository_);
      add_objects(tree, objects);
      for (const NewCommit& one : commits_) {
        objects.add(Packed::commit, one.id, one.raw, "writing the commit");
      }
      objects.write_what_is_gone();
    } catch (const StoreError& error) {
      note_unsafe(store_.watcher(), error.reason());
    }
  }

  const bool moves_;
  const Store& store_;
  const Repository& repository_;
  const Branches branches_;
  const Reviews& reviews_;
  const UniteOptions& options_;
  const std::string ref_;
  std::optional<Author> who_;
  std::vector<std::pair<git_oid, const std::string*>> new_blobs_;
  std::vector<NewCommit> commits_;
};

}  // namespace

std::vector<VanishedReview> Reviews::vanished(const CommitId& since, const CommitId& tip) const {
  std::vector<CommitId> without;
  if (!since.empty()) without.push_back(since);
  std::vector<VanishedReview> found;
  walk_reviews(repository_, ReviewWalk::removed, {tip}, without, [&](const WalkedCommit& commit) {
    for (const ReviewFile& file : commit.files) {
      found.push_back({file.path, file.blob, commit.commit});
    }
  });
  return found;
}

ObjectId Reviews::tree_of(const std::vector<ReviewFile>& files) const {
  ReviewTree tree(repository_, std::nullopt);
  std::vector<ReviewTree::Change> changes;
  for (const ReviewFile& file : files)
    changes.push_back({file.path, ReviewTree::Entry{from_hex(file.blob), kPlainFileMode}});
  tree.change(changes);
  return tree.root() ? to_hex(*tree.root()) : "";
}

UnitedReviews Reviews::unite(const UniteOptions& options) const {
  return ReviewWriter(store_, repository_, *this, options).run(nullptr, "");
}

UnitedReviews Reviews::add(const std::vector<NewReviewFile>& files, const std::string& message,
                           const UniteOptions& options) const {
  return ReviewWriter(store_, repository_, *this, options).run(&files, message);
}

UnitedReviews Reviews::prepare(const std::vector<NewReviewFile>& files, const std::string& message,
                               const UniteOptions& options) const {
  return ReviewWriter(store_, repository_, *this, options, /*moves=*/false).run(&files, message);
}

}  // namespace aver::store
