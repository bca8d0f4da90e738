// SPDX-License-Identifier: MIT
//
// One write: blobs, the trees on the way, a commit, and the branch by compare-and-swap.
#include <algorithm>
#include <chrono>
#include <set>

#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "store/objects/tree_entries.h"
#include "store/process.h"
#include "store/repository/author.h"
#include "store/repository/filters.h"
#include "store/repository/hooks.h"
#include "store/repository/repository.h"
#include "store/view/state.h"
#include "store/write/attempt.h"
#include "store/write/branch_update.h"
#include "store/write/clean_contents.h"
#include "store/write/commit_hooks.h"
#include "store/write/files.h"
#include "store/write/lost_entries.h"
#include "store/write/new_commit.h"
#include "store/write/object_batch.h"
#include "store/write/pack_keep.h"
#include "store/write/stamp.h"
#include "store/write/worktree.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// The edits that differ from the tip, or all of them, each path once, with the ids of both sides.
std::vector<TouchedPath> touched_by(const std::vector<Edit>& edits, const View& tip,
                                    bool with_contents = true, bool with_unchanged = false) {
  std::vector<TouchedPath> paths;
  for (const Edit& edit : edits) {
    TouchedPath path;
    path.path = edit.path;
    if (edit.before) {
      path.before = *edit.before;
    } else if (const std::optional<FileEntry> before = tip.file(edit.path)) {
      path.before = before->blob;
      path.before_mode = before->mode;
    }
    path.after_mode = edit.mode.value_or(
        path.before_mode == FileMode::executable ? FileMode::executable : FileMode::plain);
    if (!edit.blob.empty()) {
      path.after = edit.blob;
      path.in_store = true;
    } else if (edit.content) {
      git_oid id{};
      check(git_odb_hash(&id, edit.content->data(), edit.content->size(), GIT_OBJECT_BLOB),
            "hashing " + edit.path);
      path.after = to_hex(id);
      path.content = *edit.content;
    }
    const bool is_unchanged =
        path.before == path.after && (path.after.empty() || path.before_mode == path.after_mode);
    if (is_unchanged && !with_unchanged) continue;
    if (!edit.blob.empty() && with_contents) path.content = tip.read_blob(edit.blob);
    paths.push_back(std::move(path));
  }
  return paths;
}

// An edit by hand carries the mode that the file has, as `git add` would take it.
std::vector<Edit> with_own_modes(std::vector<Edit> edits, const Repository& repository,
                                 const WorkTree& work_tree) {
  int trusted = 1;
  const auto config = acquire<GitConfig>("reading git's configuration",
                                         git_repository_config_snapshot, repository.get());
  if (git_config_get_bool(&trusted, config.get(), "core.filemode") != 0) git_error_clear();
  if (trusted == 0) return edits;
  for (Edit& edit : edits) {
    if (edit.mode || !edit.content) continue;
    if (const std::optional<WorkTree::File> file = work_tree.file(edit.path))
      edit.mode = file->mode;
  }
  return edits;
}

// What keeps the objects of a write until a branch has them.
using Kept = std::vector<std::shared_ptr<void>>;

void write_blobs(const Repository& repository, const std::vector<TouchedPath>& paths, Kept& kept) {
  ObjectBatch objects(repository);
  add_blobs(paths, objects);
  kept.push_back(objects.write());
}

git_oid write_tree(const Repository& repository, const View::State& tip,
                   const std::vector<TouchedPath>& paths, Kept& kept) {
  ObjectBatch objects(repository);
  const git_oid tree = add_tree(repository, tip, paths, {}, objects);
  kept.push_back(objects.write());
  return tree;
}

// As `git update-index -z --index-info` reads them.
std::string entries_of(const std::vector<TouchedPath>& paths) {
  std::string entries;
  for (const TouchedPath& path : paths) {
    entries += path.after.empty()
                   ? "0 0000000000000000000000000000000000000000\t" + path.path
                   : std::string(octal(path.after_mode)) + " " + path.after + "\t" + path.path;
    entries += '\0';
  }
  return entries;
}

CommitHooks::Of kind_of(const Change& change) {
  return change.merged.empty() ? CommitHooks::Of::commit : CommitHooks::Of::merge;
}

std::vector<CommitId> parents_of(const Head& head, const Change& change) {
  std::vector<CommitId> parents = change.merged;
  if (!head.unborn)
    parents.insert(change.merged_first ? parents.end() : parents.begin(), to_hex(head.tip));
  return parents;
}

// Those that are not removed.
std::vector<std::string> written_names(const std::vector<TouchedPath>& paths) {
  std::vector<std::string> names;
  for (const TouchedPath& path : paths) {
    if (!path.after.empty()) names.push_back(path.path);
  }
  return names;
}

void require_plain_paths(const std::vector<Edit>& edits) {
  std::set<std::string_view> seen;
  for (const Edit& edit : edits) {
    if (!claims::is_plain_path(edit.path) || !seen.insert(edit.path).second) {
      throw StoreError(Fault::bug, "an edit has the path \"" + edit.path + "\"");
    }
  }
}

// Whether a commit beside us, by hand say, has taken in all of what an attempt had staged.
bool has_all(const View& tip, const std::vector<TouchedPath>& paths) {
  return std::all_of(paths.begin(), paths.end(), [&](const TouchedPath& path) {
    const FileEntry wanted =
        path.after.empty() ? FileEntry{} : FileEntry{path.after, path.after_mode};
    return tip.file(path.path).value_or(FileEntry{}) == wanted;
  });
}

// What one attempt is to do, prepared for one tip of the branch.
struct Plan {
  std::vector<TouchedPath> paths;
  Change change;
  std::string message;
};

// Makes single commits: all that is the same for each attempt at one.
class CommitWriter {
 public:
  CommitWriter(const Store& store, const Repository& repository, Brings brings,
               Clock::time_point deadline)
      : store_(store),
        repository_(repository),
        work_tree_(repository),
        brings_(brings),
        deadline_(deadline),
        question_(repository.directory()) {}

  // Begins to look whether git's index still has what was written before.
  // REQUIRES: WriteLock is held.
  void look_for_lost(const fs::path& folder) { lost_.emplace(repository_, folder); }

  // Returns nothing where the result would not differ from the tip.
  std::optional<Plan> plan(Change change, const View& tip) const {
    if (change.result) change.result->state().wait_until_written();
    require_plain_paths(change.edits);
    Plan made;
    made.paths =
        touched_by(brings_ == Brings::index ? with_own_modes(change.edits, repository_, work_tree_)
                                            : change.edits,
                   tip, brings_ == Brings::both, brings_ == Brings::index);
    clean_as_git_adds(repository_, brings_ == Brings::index, made.paths);
    if (made.paths.empty() && change.merged.empty()) return std::nullopt;
    require_unfiltered(repository_, store_.has_work_tree(), tip, written_names(made.paths));
    made.message = prettified(change.message);
    if (made.message.empty()) throw StoreError(Fault::usage, "the commit's message is empty");
    made.change = std::move(change);
    return made;
  }

  // Returns nothing, and has taken everything back, where somebody else moved the branch, or has
  // it locked.
  std::optional<git_oid> write(const Plan& plan, const Head& head, const View& tip) {
    if (brings_ == Brings::index) work_tree_.require_as_edited(plan.paths);
    // git reads its index while the objects are written; an object that is not used harms nobody.
    std::optional<StatusQuestion> status;
    if (brings_ == Brings::both && !plan.paths.empty()) {
      status = work_tree_.ask_status(plan.paths);
    }
    if (!who_) {
      who_ = question_.finish();
      hooks_.emplace(repository_, who_->hooks_path);
    }
    const std::vector<CommitId> parents = parents_of(head, plan.change);
    StampRule(store_, parents.empty() ? CommitId() : parents.front(), [&] {
      return wrong_stamps(tip, plan.change.edits);
    }).require_good(who_->committer->when.time);
    Kept kept;
    write_blobs(repository_, plan.paths, kept);
    if (lost_ && lost_->put_back(tip, deadline_, store_.watcher()) && status) {
      status = work_tree_.ask_status(plan.paths);
    }
    if (status) work_tree_.require_clean(plan.paths, std::move(*status));

    Attempt attempt(store_, repository_, head, brings_, plan.paths);
    attempt.write_files();
    CommitHooks hooks(repository_, *hooks_, kind_of(plan.change));
    if (hooks.any()) hooks.show(tip.commit(), entries_of(plan.paths));
    const std::optional<git_oid> changed = hooks.run_first();
    const std::string message = hooks.run_for_message(plan.message);
    // The index of a large store takes longer to write than everything else: meanwhile, the
    // objects.
    attempt.begin_index(index_settings());
    const git_oid tree = changed ? *changed : tree_of(plan, tip, kept);
    const NewCommit commit = write_commit(repository_, parents, tree, *who_, message);
    reach("objects");
    attempt.finish_index(deadline_);
    reach("index");
    if (attempt.publish(commit.id, *who_, message) == Swap::done) {
      see_to_objects(plan, tip, changed.has_value(), commit);
      return commit.id;
    }
    attempt.take_back();
    return std::nullopt;
  }

  void run_last_hook(const Plan& plan) const {
    CommitHooks(repository_, *hooks_, kind_of(plan.change)).run_last(store_.watcher());
  }

 private:
  // A hook that is told of git's writes is run by git.
  IndexSettings index_settings() const {
    IndexSettings settings = who_->index;
    settings.for_git = settings.for_git || hooks_->has("post-index-change");
    return settings;
  }

  git_oid tree_of(const Plan& plan, const View& tip, Kept& kept) const {
    if (plan.paths.empty()) return *git_tree_id(tip.state().root.get());
    const std::optional<View>& result = plan.change.result;
    if (result) return *git_tree_id(result->state().root.get());
    return write_tree(repository_, tip.state(), plan.paths, kept);
  }

  // A garbage collection beside us may have taken away what no branch named until now.
  void see_to_objects(const Plan& plan, const View& tip, bool tree_is_of_hook,
                      const NewCommit& commit) const {
    if (plan.paths.size() >= kManyObjects) return;  // those are in a pack that was kept
    try {
      ObjectBatch objects(repository_);
      add_blobs(plan.paths, objects);
      if (!tree_is_of_hook && !plan.paths.empty()) {
        add_tree(repository_, tip.state(), plan.paths, {}, objects);
      }
      objects.add(Packed::commit, commit.id, commit.raw, "writing the commit");
      objects.write_what_is_gone();
    } catch (const StoreError& error) {
      note_unsafe(store_.watcher(), error.reason());
    }
  }

  const Store& store_;
  const Repository& repository_;
  const WorkTree work_tree_;
  const Brings brings_;
  const Clock::time_point deadline_;
  AuthorQuestion question_;  // three programs of git that run meanwhile
  std::optional<LostEntries> lost_;
  std::optional<Author> who_;
  std::optional<Hooks> hooks_;
};

}  // namespace

// One turn of the loop is one attempt, and the branch is the last thing that it touches. Others
// (git, an aver with another work tree) may move the branch between our look at the tip and the
// swap. Then everything of the attempt is wrong, not only the parent: names were free, rules held
// and files were clean for that tip. So files and index are brought to the new tip, and `prepare`
// is asked again on it. Objects of a lost attempt stay: nothing refers to them, and git's gc
// removes them.
//
// WriteLock keeps out other avers in this work tree, so that the files have one writer; what is
// raced for is the branch alone, and BackOff keeps two losers from meeting again in step. A
// reference that stays locked, or races that are lost for ten seconds, end in give_up(), which says
// which it was. Whoever was quicker may have committed, by hand, what the attempt had staged: then
// it is done, and to prepare it again would be told that it exists. With `by_hand` the files are
// the user's own edits and are never taken back.
std::optional<CommitId> Store::commit(const Prepare& prepare, const CommitOptions& options) {
  const Repository& repository = *repository_;
  const bool in_tree = has_work_tree();
  if (in_tree || bare()) refuse_while_under_way(repository);
  const Clock::time_point deadline = Clock::now() + patience();
  const Brings brings = !in_tree ? Brings::nothing : options.by_hand ? Brings::index : Brings::both;
  CommitWriter writer(*this, repository, brings, deadline);
  clear_leftovers(repository);
  std::optional<WriteLock> lock;
  if (in_tree) {
    const fs::path folder = repository.git_dir() / "aver";
    lock.emplace(folder, deadline);
    recover(repository, view(), folder, deadline);
    writer.look_for_lost(folder);
  }
  BackOff back_off;
  while (true) {
    const Head head = this->head();
    const View tip = view_of(head);
    const std::optional<Plan> plan = writer.plan(prepare(tip), tip);
    if (!plan) return std::nullopt;
    if (const std::optional<git_oid> commit = writer.write(*plan, head, tip)) {
      lock.reset();
      writer.run_last_hook(*plan);
      return to_hex(*commit);
    }
    const View now = view();
    if (brings != Brings::nothing && plan->change.merged.empty() && now.commit() != tip.commit() &&
        has_all(now, plan->paths)) {
      if (watcher_ != nullptr) watcher_->note("another commit took this in: " + now.commit());
      return now.commit();
    }
    if (Clock::now() > deadline) give_up(repository, head);
    back_off.wait();
  }
}

View Store::view_with(const View& tip, const std::vector<Edit>& edits,
                      const std::vector<MadeTree>& made) const {
  const std::vector<TouchedPath> paths = touched_by(edits, tip, false);
  if (paths.empty()) return tip;
  ObjectBatch objects(*repository_);
  add_blobs(paths, objects);
  const git_oid tree = add_tree(*repository_, *tip.state_, paths, made, objects);
  auto state = std::make_shared<View::State>();
  state->written = objects.begin_to_write();
  state->repository = repository_.get();
  state->index = records_.get();
  state->odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository_->get());
  state->commit = tip.state_->commit;
  if (!state->commit.empty()) {
    const git_oid id = from_hex(state->commit);
    state->handle =
        acquire<GitCommit>("reading the tip", git_commit_lookup, repository_->get(), &id);
  }
  state->root = acquire<GitTree>("reading the tree", git_tree_lookup, repository_->get(), &tree);
  return View(std::move(state));
}

void Store::write_only(const std::vector<Edit>& edits) {
  const Repository& repository = *repository_;
  if (!bare() && !has_work_tree()) {
    throw StoreError(Fault::usage, "the work tree is not on " + branch(), {},
                     "leave out --no-commit, or: aver propose --end");
  }
  if (bare()) {
    throw StoreError(Fault::usage, "a bare store has no work tree to write to", {},
                     "leave out --no-commit");
  }
  require_plain_paths(edits);
  const Clock::time_point deadline = Clock::now() + patience();
  const fs::path folder = repository.git_dir() / "aver";
  const WriteLock lock(folder, deadline);
  recover(repository, view(), folder, deadline);
  const Head head = this->head();
  const View tip = view_of(head);
  const std::vector<TouchedPath> paths = touched_by(edits, tip);
  if (paths.empty()) return;
  const WorkTree work_tree(repository);
  work_tree.require_clean(paths, work_tree.ask_status(paths));
  // Nothing of this is in the store, so that a file taken back could not be had again: blobs first.
  Kept kept;
  write_blobs(repository, paths, kept);
  Attempt attempt(*this, repository, head, Brings::files, paths);
  attempt.write_files();
  attempt.keep();
}

void Store::settle_file(const std::string& path, const std::optional<std::string>& text) {
  const fs::path root = repository_->work_tree();
  const WriteLock lock(repository_->git_dir() / "aver", Clock::now() + patience());
  remove_half_files((root / path).parent_path());
  if (text) {
    put_file(root, path, *text, FileMode::plain, /*is_new=*/false);
  } else {
    remove_file(root, path);
  }
}

}  // namespace aver::store
