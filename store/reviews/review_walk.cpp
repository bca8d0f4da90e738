// SPDX-License-Identifier: MIT
//
// libgit2 lists the commits; git where the history is cut off, as libgit2 looks for what is not
// there. The trees of a commit and its parent share all but a folder or two.
#include "store/reviews/review_walk.h"

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "claims/text/lines.h"
#include "store/objects/tree_entries.h"
#include "store/process.h"
#include "store/reviews/rounds.h"
#include "store/view/tree_changes.h"

namespace aver::store {
namespace {

using ReviewRevWalk = Handle<git_revwalk, git_revwalk_free>;

// The commits whose parents a shallow clone lacks.
std::set<CommitId> cut_off_commits(const Repository& repository) {
  std::set<CommitId> commits;
  std::ifstream in(repository.common_dir() / "shallow");
  for (std::string line; std::getline(in, line);) commits.insert(line);
  return commits;
}

std::vector<CommitId> listed_by_git(const Repository& repository, const std::vector<CommitId>& tips,
                                    const std::vector<CommitId>& without) {
  std::vector<std::string> words = {"rev-list", "--topo-order", "--reverse"};
  words.insert(words.end(), tips.begin(), tips.end());
  for (const CommitId& one : without) words.push_back("^" + one);
  const RunResult listed = run_git(std::move(words), {.directory = repository.directory()});
  if (!listed.ok()) {
    throw StoreError(Fault::corrupt, "git could not walk the history",
                     {claims::first_line(listed.errors)});
  }
  std::vector<CommitId> ids;
  std::istringstream lines(listed.output);
  for (std::string line; std::getline(lines, line);) ids.push_back(line);
  return ids;
}

std::vector<CommitId> listed(const Repository& repository, const std::vector<CommitId>& tips,
                             const std::vector<CommitId>& without) {
  constexpr const char* kDoing = "walking the history of the reviews";
  if (repository.is_shallow()) return listed_by_git(repository, tips, without);
  const auto walk = acquire<ReviewRevWalk>(kDoing, git_revwalk_new, repository.get());
  git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
  for (const CommitId& tip : tips) {
    const git_oid id = from_hex(tip);
    check(git_revwalk_push(walk.get(), &id), kDoing);
  }
  for (const CommitId& tip : without) {
    const git_oid id = from_hex(tip);
    check(git_revwalk_hide(walk.get(), &id), kDoing);
  }
  std::vector<CommitId> ids;
  git_oid id{};
  int code = 0;
  while ((code = git_revwalk_next(&id, walk.get())) == 0) ids.push_back(to_hex(id));
  if (code != GIT_ITEROVER) check(code, kDoing);
  git_error_clear();
  return ids;
}

std::string person(const git_signature* who) {
  return std::string(who->name) + " <" + who->email + ">";
}

bool is_review(const TreeSide& side) {
  return is_blob(side) && file_mode(side.mode) != FileMode::link;
}

// How the trees of a commit and of its parents differ.
class ReviewComparison {
 public:
  ReviewComparison(const Repository& repository, ReviewWalk what)
      : repository_(repository), what_(what), changes_(repository.get()) {
    changes_.skip([what](std::string_view folder, const TreeSide* before, const TreeSide* after) {
      if (what == ReviewWalk::removed) return before == nullptr;
      return after == nullptr || is_in_rounds(folder);
    });
  }

  void compare(const git_oid* before, const git_oid* after, WalkedCommit& to, bool is_first) {
    const bool removed = what_ == ReviewWalk::removed;
    std::vector<ReviewFile> found;
    changes_.compare(before, after,
                     [&](std::string_view path, const TreeSide& was, const TreeSide& is) {
                       const TreeSide& asked = removed ? was : is;
                       if (!is_review(asked) || is_in_both(was, is)) return;
                       if (!removed && is_in_rounds(path)) return;
                       found.push_back({std::string(path), to_hex(asked.id)});
                     });
    if (is_first || removed) {
      to.files.insert(to.files.end(), found.begin(), found.end());
      return;
    }
    std::set<std::pair<std::string, BlobId>> also;
    for (ReviewFile& file : found) also.emplace(std::move(file.path), std::move(file.blob));
    std::erase_if(to.files, [&](const ReviewFile& file) {
      return !also.contains({file.path, file.blob});
    });
  }

  git_oid tree_of(const git_oid& commit) {
    const auto handle =
        acquire<GitCommit>("reading a commit", git_commit_lookup, repository_.get(), &commit);
    return *git_commit_tree_id(handle.get());
  }

 private:
  static bool is_in_both(const TreeSide& was, const TreeSide& is) {
    return is_review(was) && is_review(is) && git_oid_equal(&was.id, &is.id) != 0;
  }

  const Repository& repository_;
  const ReviewWalk what_;
  TreeChanges changes_;
};

}  // namespace

void walk_reviews(const Repository& repository, ReviewWalk what, const std::vector<CommitId>& tips,
                  const std::vector<CommitId>& without,
                  const std::function<void(const WalkedCommit&)>& visit) {
  const std::set<CommitId> cut_off = cut_off_commits(repository);
  ReviewComparison comparison(repository, what);
  std::map<CommitId, git_oid> trees;
  const auto tree_of = [&](const git_oid& id) {
    const auto [at, is_new] = trees.try_emplace(to_hex(id));
    if (is_new) at->second = comparison.tree_of(id);
    return at->second;
  };
  for (const CommitId& one : listed(repository, tips, without)) {
    const git_oid id = from_hex(one);
    const auto handle =
        acquire<GitCommit>("reading a commit", git_commit_lookup, repository.get(), &id);
    WalkedCommit commit;
    commit.commit = one;
    commit.cut_off = cut_off.contains(one);
    commit.author = person(git_commit_author(handle.get()));
    commit.committer = person(git_commit_committer(handle.get()));
    commit.committed_at = git_commit_time(handle.get());
    const git_oid tree = *git_commit_tree_id(handle.get());
    trees.emplace(one, tree);
    const unsigned parents = commit.cut_off ? 0 : git_commit_parentcount(handle.get());
    for (unsigned i = 0; i < parents; ++i) {
      const git_oid& parent = *git_commit_parent_id(handle.get(), i);
      commit.parents.push_back(to_hex(parent));
      const git_oid before = tree_of(parent);
      comparison.compare(&before, &tree, commit, i == 0);
    }
    if (parents == 0) comparison.compare(nullptr, &tree, commit, true);
    visit(commit);
  }
}

}  // namespace aver::store
