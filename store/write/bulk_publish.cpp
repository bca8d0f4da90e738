// SPDX-License-Identifier: MIT
//
// How the commits of a bulk write come onto the branch. The order is that of any write (see
// worktree.h): objects, journal, files and index, then the branch; git's read-tree does the files
// and the index, wholesale, and refuses where a user's work is in the way.
#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <thread>

#include "claims/text/lines.h"
#include "store/git_words.h"
#include "store/process.h"
#include "store/view/state.h"
#include "store/write/attempt.h"
#include "store/write/branch_update.h"
#include "store/write/bulk_state.h"
#include "store/write/commit_hooks.h"
#include "store/write/lost_entries.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// git knows it without having it.
constexpr std::string_view kEmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

std::vector<TouchedPath> touched_by(std::vector<ChangedPath> changes, const View& before,
                                    const View& after) {
  std::vector<TouchedPath> paths;
  paths.reserve(changes.size());
  for (ChangedPath& change : changes) {
    TouchedPath path;
    path.path = std::move(change.path);
    path.before = std::move(change.before);
    path.after = std::move(change.after);
    path.in_store = true;
    if (!change.plain) {
      path.before_mode = before.file(path.path).value_or(FileEntry{}).mode;
      path.after_mode = after.file(path.path).value_or(FileEntry{}).mode;
    }
    paths.push_back(std::move(path));
  }
  return paths;
}

// What stands where a file is to come, or where one of its folders must be; nothing, mostly.
std::optional<std::string> obstacle(const fs::path& root, const std::string& path) {
  for (std::size_t slash = path.find('/');; slash = path.find('/', slash + 1)) {
    const std::string part = path.substr(0, slash);
    struct stat about {};
    if (lstat((root / part).c_str(), &about) != 0) return std::nullopt;
    if (slash == path.npos || !S_ISDIR(about.st_mode)) return part;
  }
}

// read-tree would write over what git ignores.
void require_free(const Repository& repository, const std::vector<TouchedPath>& paths) {
  std::set<std::string> going;  // what may be a file where a folder is to come, or a folder's file
  for (const TouchedPath& path : paths) {
    if (path.after.empty()) going.insert(path.path);
  }
  const auto goes = [&going](const std::string& path) {
    const auto at = going.lower_bound(path);
    if (at != going.end() && *at == path) return true;
    const auto below = going.lower_bound(path + "/");
    return below != going.end() && below->starts_with(path + "/");
  };
  for (const TouchedPath& path : paths) {
    if (!path.before.empty()) continue;
    const auto found = obstacle(repository.work_tree(), path.path);
    if (!found || goes(*found)) continue;
    throw StoreError(Fault::dirty, *found + " is in the way: it is not committed", {},
                     "aver status shows it, aver commit records it");
  }
}

// Brings index and work tree from one tree to another. Returns git's words where it refuses.
// `lock` is held by the git that does it, so that nobody takes it for dead while that runs.
RunResult read_tree(const Repository& repository, const std::string& from, const std::string& to,
                    Clock::time_point deadline, int lock) {
  while (true) {
    // A file whose time changed but not its contents counts as unchanged: read-tree alone would not
    // compare the contents.
    run_git({"update-index", "-q", "--refresh"}, {.directory = repository.directory()});
    RunResult result =
        run_git({"read-tree", "-m", "-u", from, to},
                {.directory = repository.directory(), .in_english = true, .keep_open = lock});
    const bool locked = !result.ok() && says_index_is_locked(result);
    if (!locked || Clock::now() > deadline) return result;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

// git refuses before it touches anything; whatever else stops it leaves half of the files.
bool is_refusal(const RunResult& result) {
  return says_index_lock_failed(result) || says_would_lose_files(result);
}

[[noreturn]] void refused(const Repository& repository, const RunResult& result) {
  const std::string words = claims::first_line(result.errors);
  if (says_index_is_locked(result)) {
    throw StoreError(
        Fault::locked, "git's index stays locked", {words},
        "if no git is running, remove " + (repository.git_dir() / "index.lock").string());
  }
  if (says_would_lose_files(result)) {
    throw StoreError(Fault::dirty, "the work tree has changes that are not committed", {words},
                     "aver status shows them, aver commit records them");
  }
  throw StoreError(Fault::io, "git could not bring the work tree along", {words});
}

}  // namespace

Head Bulk::State::head_now() const {
  return base.detached ? repository.head() : repository.branch_head(base.ref);
}

bool Bulk::State::follows() const {
  if (store.bare() || !store.aim_.empty()) return false;
  const Head now = repository.head();
  if (now.ref == base.ref) return true;
  if (base.detached) {
    throw StoreError(Fault::conflict, "HEAD was moved to another branch meanwhile", {},
                     "try again");
  }
  return false;
}

// The commits are objects in a pack that nobody else can see; here they become the branch's. The
// pack is published first: git must be able to read the trees that read-tree is asked for, and a
// branch must never name a commit that is not on disk. `over` is set before anything that can fail,
// as half a checkpoint cannot be gone on from: the caller starts anew from the branch.
//
// If somebody has moved the branch, the commits are made again on top of theirs instead of merged:
// an import is a line of commits of its own, and a file that both have changed is for a person to
// look at. That takes as long as the import did, and the branch may move once more meanwhile; so it
// is tried a few times whatever the clock says, and only then does the deadline count.
void Bulk::State::checkpoint() {
  const auto is_done = [this] { return !tip || (!base.unborn && git_oid_equal(&*tip, &base.tip)); };
  if (is_done()) return;
  require_unasked_unfiltered();
  over = true;  // unless it ends well
  packs.publish();
  reach("objects");
  const Clock::time_point deadline = Clock::now() + patience();
  BackOff back_off;
  // However long it takes to make the commits anew, that is tried a few times.
  for (int tries = 0; !is_done() && !land(); ++tries) {
    constexpr int kFewTries = 5;
    const Head head = head_now();
    if (tries >= kFewTries && Clock::now() > deadline) give_up(repository, head);
    const bool moved = head.unborn != base.unborn || !git_oid_equal(&head.tip, &base.tip);
    if (moved) {
      make_anew_on(head);
      over = true;
      packs.publish();
    } else {
      back_off.wait();
    }
  }
  commits = 0;
  over = false;
  CommitHooks(repository, *hooks, CommitHooks::Of::commit).run_last(store.watcher());
}

// The hook sees what one commit of it all would bring, and the files in the work tree, where they
// are brought along.
void Bulk::State::run_pre_commit() const {
  CommitHooks of_all(repository, *hooks, CommitHooks::Of::commit);
  of_all.show(to_hex(*tip));
  const std::optional<git_oid> left = of_all.run_first();
  if (!left || git_oid_equal(&*left, &*tree)) return;
  throw StoreError(Fault::refused,
                   "the pre-commit hook changed what is to be committed, which an import is not",
                   {}, "have the hook refuse, or leave imports as they are");
}

bool Bulk::State::land() {
  const Clock::time_point deadline = Clock::now() + patience();
  const bool in_tree = follows();
  const fs::path folder = repository.git_dir() / "aver";
  std::optional<WriteLock> lock;
  if (in_tree) {
    lock.emplace(folder, deadline);
    recover(repository, store.view(), folder, deadline);
    LostEntries(repository, folder).put_back(store.view(), deadline, store.watcher());
  }
  if (in_tree || store.bare()) refuse_while_under_way(repository);
  const Head now = head_now();
  if (now.unborn != base.unborn || !git_oid_equal(&now.tip, &base.tip)) return false;

  Head after = base;
  after.tip = *tip;
  after.unborn = false;
  const std::string from = base.unborn ? std::string(kEmptyTree) : to_hex(base.tip);
  std::vector<TouchedPath> paths;
  if (in_tree) {
    const View old = store.view_of(base);
    const View fresh = store.view_of(after);
    paths = touched_by(store.changes(old, fresh), old, fresh);
    require_free(repository, paths);
  }
  std::optional<Uninterrupted> uninterrupted(std::in_place);
  Attempt attempt(store, repository, base, in_tree ? Brings::both : Brings::nothing,
                  std::move(paths));
  if (in_tree) {
    const RunResult result = read_tree(repository, from, to_hex(*tip), deadline, attempt.lock());
    if (!result.ok() && is_refusal(result)) attempt.keep();  // nothing was written
    if (!result.ok()) refused(repository, result);
    reach("index");
  }
  if (hooks->has("pre-commit")) {
    uninterrupted.reset();  // as it may take its time: the journal is there
    run_pre_commit();
    uninterrupted.emplace();
  }
  const std::string message =
      commits == 1 ? subject : std::to_string(commits) + " commits, the last: " + subject;
  if (attempt.publish(*tip, who, message) != Swap::done) {
    attempt.take_back();
    return false;
  }
  packs.take_keeps();  // the branch has them now
  base = after;
  return true;
}

void Bulk::State::require_apart(const View& theirs) const {
  const View before = store.view_of(base);
  Head after = base;
  after.tip = *tip;
  after.unborn = false;
  std::set<std::string> changed;
  for (ChangedPath& change : store.changes(before, theirs)) changed.insert(std::move(change.path));
  const auto overlaps = [&](const std::string& path) {
    if (changed.contains(path)) return true;
    const auto below = changed.lower_bound(path + "/");
    if (below != changed.end() && below->starts_with(path + "/")) return true;
    for (std::size_t slash = path.find('/'); slash != path.npos;
         slash = path.find('/', slash + 1)) {
      if (changed.contains(path.substr(0, slash))) return true;
    }
    return false;
  };
  const View ours = store.view_of(after);
  for (const ChangedPath& change : store.changes(before, ours)) {
    if (!overlaps(change.path)) continue;
    // A commit by hand may have taken in what had come into the index already.
    if (theirs.file(change.path) == ours.file(change.path)) continue;
    throw StoreError(Fault::conflict, change.path + " was changed by somebody else meanwhile",
                     {"their commit is " + theirs.commit()}, "look at it, and try again");
  }
}

// The branch has moved since the import began. Its commits are made anew on the new tip one by one,
// and not merged: the import is one piece of work, whose commits have the days that it was told,
// and a merge would put all of them on one. That is sound only where nobody has touched what it
// made: require_apart() has found no path of theirs in the way, so that each commit's own changes
// can be laid on the new trees. Signatures hold for the old contents alone, and are made anew, too.
void Bulk::State::make_anew_on(const Head& head) {
  const bool gone =
      !base.unborn &&
      (head.unborn || check(git_graph_descendant_of(repository.get(), &head.tip, &base.tip),
                            "comparing branches") != 1);
  if (gone) {
    throw StoreError(Fault::conflict,
                     "the branch was set back meanwhile, behind what the import built on", {},
                     "git reflog " + base.branch() + " shows how, then try again");
  }
  require_apart(store.view_of(head));
  // Oldest first. An id takes 20 bytes, so that even a million of them are few.
  std::vector<git_oid> ours;
  for (git_oid id = *tip; base.unborn || !git_oid_equal(&id, &base.tip);) {
    ours.push_back(id);
    const auto commit =
        acquire<GitCommit>("reading a commit", git_commit_lookup, repository.get(), &id);
    if (git_commit_parentcount(commit.get()) == 0) break;
    id = *git_commit_parent_id(commit.get(), 0);
  }
  std::reverse(ours.begin(), ours.end());

  View before = store.view_of(base);
  begin_on(head);
  commits = 0;
  for (const git_oid& id : ours) {
    Head at = head;
    at.tip = id;
    at.unborn = false;
    const View after = store.view_of(at);
    for (const ChangedPath& change : store.changes(before, after)) {
      std::optional<TreeEditor::File> file;
      if (!change.after.empty()) {
        file = {from_hex(change.after), change.plain
                                            ? FileMode::plain
                                            : after.file(change.path).value_or(FileEntry{}).mode};
      }
      set(change.path, file);
    }
    before = after;
    edits = 0;
    write_folders();
    if (tree && root && git_oid_equal(&*tree, &*root)) continue;
    const auto commit =
        acquire<GitCommit>("reading a commit", git_commit_lookup, repository.get(), &id);
    const std::string header = git_commit_raw_header(commit.get());
    const auto line = [&header](const std::string& key) {
      const std::size_t begin = header.find("\n" + key + " ") + key.size() + 2;
      return header.substr(begin, header.find('\n', begin) - begin);
    };
    const std::string message = git_commit_message_raw(commit.get());
    if (who.sign) {
      const git_signature* const author = git_commit_author(commit.get());
      tip = signed_commit(message, {.authored = author->when.time,
                                    .committed = git_commit_time(commit.get()),
                                    .offset = author->when.offset});
      tree = root;
      ++commits;
    } else {
      this->commit(line("author"), line("committer"), message);
    }
  }
}

}  // namespace aver::store
