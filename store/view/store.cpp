// SPDX-License-Identifier: MIT
//
// Where a store is and what it aims at, and views of its commits.
#include "store/store.h"

#include <ctime>

#include "store/repository/author.h"
#include "store/repository/repository.h"
#include "store/view/state.h"
#include "store/view/tree_changes.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

}  // namespace

bool Store::bare() const { return repository_->bare(); }

bool Store::is_shallow() const { return repository_->is_shallow(); }

void Store::require_whole_history() const {
  if (!is_shallow()) return;
  throw StoreError(Fault::unsupported,
                   "this is a shallow clone: its history is cut off, and the answer would be wrong",
                   {}, "git fetch --unshallow");
}

fs::path Store::root() const {
  fs::path root = bare() ? repository_->git_dir() : repository_->work_tree();
  return root.has_filename() ? root : root.parent_path();  // libgit2 ends folders in "/"
}

fs::path Store::git_dir() const { return repository_->git_dir(); }

fs::path Store::private_dir() const { return repository_->common_dir() / "aver"; }

Head Store::head() const {
  return aim_.empty() ? repository_->head() : repository_->branch_head(aim_);
}

std::string Store::branch() const { return head().branch(); }

void Store::aim_at(const std::string& branch) {
  aim_.clear();
  if (branch.empty() || repository_->head().branch() == branch) return;
  const std::string ref = "refs/heads/" + branch;
  git_reference* raw = nullptr;
  const int found = git_reference_lookup(&raw, repository_->get(), ref.c_str());
  const GitReference owner(raw);
  if (found == GIT_ENOTFOUND) {
    git_error_clear();
    throw StoreError(Fault::not_found, "there is no branch " + branch, {}, "git branch --all");
  }
  check(found, "reading " + ref);
  const int elsewhere = git_branch_is_checked_out(owner.get());
  if (elsewhere < 0) git_error_clear();
  if (elsewhere == 1) {
    throw StoreError(Fault::conflict, branch + " is checked out in another work tree", {},
                     "git worktree list says where; go on there");
  }
  aim_ = ref;
}

std::int64_t Store::now() const { return clock_ ? clock_() : std::time(nullptr); }

std::string Store::checked_out() const { return repository_->head().branch(); }

std::string Store::user() const {
  const Author who = AuthorQuestion(repository_->directory()).finish();
  return std::string(who.author->name) + " <" + who.author->email + ">";
}

bool Store::has_work_tree() const { return !bare() && aim_.empty(); }

View Store::view_of(const Head& head) const {
  auto state = std::make_shared<View::State>();
  state->repository = repository_.get();
  state->index = records_.get();
  state->odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository_->get());
  if (!head.unborn) {
    state->commit = to_hex(head.tip);
    state->handle = acquire<GitCommit>("reading the last commit", git_commit_lookup,
                                       repository_->get(), &head.tip);
    state->root = acquire<GitTree>(
        "reading the last commit",
        [](git_tree** tree, const git_commit* commit) { return git_commit_tree(tree, commit); },
        state->handle.get());
  }
  return View(std::move(state));
}

View Store::view() const { return view_of(head()); }

View Store::same(const View& view) const {
  view.state_->wait_until_written();
  auto state = std::make_shared<View::State>();
  state->repository = repository_.get();
  state->odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository_->get());
  state->commit = view.commit();
  if (view.state_->handle) {
    state->handle = acquire<GitCommit>("reading a commit", git_commit_lookup, repository_->get(),
                                       git_commit_id(view.state_->handle.get()));
  }
  if (view.state_->root) {
    state->root = acquire<GitTree>("reading a commit", git_tree_lookup, repository_->get(),
                                   git_tree_id(view.state_->root.get()));
  }
  return View(std::move(state), view.assumption_);
}

bool Store::view_is_commit(const View& view) const {
  return view.state_->handle && view.state_->root &&
         git_oid_equal(git_commit_tree_id(view.state_->handle.get()),
                       git_tree_id(view.state_->root.get())) != 0;
}

std::vector<ChangedPath> Store::changes(const View& before, const View& after,
                                        std::string_view below) const {
  std::vector<ChangedPath> found;
  add_changes(*repository_, before.state_->tree(below), after.state_->tree(below),
              std::string(below), found);
  return found;
}

}  // namespace aver::store
