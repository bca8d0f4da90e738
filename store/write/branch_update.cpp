// SPDX-License-Identifier: MIT
//
// The compare-and-swap of a branch, what forbids it, and how long to wait for others.
#include "store/write/branch_update.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "claims/text/lines.h"
#include "store/objects/git.h"

namespace aver::store {

namespace fs = std::filesystem;

std::chrono::milliseconds patience() {
  const char* given = std::getenv("AVER_PATIENCE_MS");
  constexpr int kDefault = 10000;
  return std::chrono::milliseconds(given == nullptr ? kDefault : std::atoi(given));
}

std::string under_way(const Repository& repository) {
  // A rebase and `git am` pick commits, and so come first.
  constexpr std::pair<const char*, const char*> kStates[] = {
      {"rebase-merge", "rebase"},          {"rebase-apply/applying", "patch series"},
      {"rebase-apply", "rebase"},          {"MERGE_HEAD", "merge"},
      {"CHERRY_PICK_HEAD", "cherry-pick"}, {"REVERT_HEAD", "revert"}};
  for (const auto& [file, name] : kStates) {
    std::error_code ignored;
    if (fs::exists(repository.git_dir() / file, ignored)) return name;
  }
  return "";
}

void refuse_while_under_way(const Repository& repository) {
  const std::string what = under_way(repository);
  if (what.empty()) return;
  throw StoreError(Fault::conflict, "a " + what + " is under way in this repository", {},
                   "aver resolve; or give it up: aver resolve --give-up");
}

namespace {

// What a HEAD names; empty for a commit, and where the file cannot be read.
std::string branch_in(const fs::path& head) {
  constexpr std::string_view kRef = "ref: ";
  std::ifstream in(head);
  std::string line;
  std::getline(in, line);
  return line.starts_with(kRef) ? line.substr(kRef.size()) : "";
}

// Whether the repository that linked work trees belong to has none of its own.
bool main_is_bare(const fs::path& common) {
  for (const char* name : {"config", "config.worktree"}) {
    git_config* raw = nullptr;
    const int code = git_config_open_ondisk(&raw, (common / name).c_str());
    const GitConfig config(raw);
    int bare = 0;
    if (code == 0 && git_config_get_bool(&bare, config.get(), "core.bare") == 0 && bare != 0) {
      return true;
    }
    git_error_clear();
  }
  return false;
}

}  // namespace

// Not git_branch_is_checked_out(): it does not tell our own work tree from others.
void refuse_if_checked_out_elsewhere(const Repository& repository, const Head& head) {
  if (head.detached) return;
  const fs::path common = repository.common_dir();
  std::error_code ignored;
  if (!fs::exists(common / "worktrees", ignored)) return;
  std::vector<fs::path> others;
  if (!is_same_folder(common, repository.git_dir()) && !main_is_bare(common)) {
    others.push_back(common);
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(common / "worktrees", ignored)) {
    if (is_same_folder(entry.path(), repository.git_dir())) continue;
    // A work tree that somebody removed by hand, and git has not noticed, is none.
    std::ifstream in(entry.path() / "gitdir");
    std::string dot_git;
    std::getline(in, dot_git);
    if (fs::exists(dot_git, ignored)) others.push_back(entry.path());
  }
  for (const fs::path& other : others) {
    if (branch_in(other / "HEAD") != head.ref) continue;
    throw StoreError(Fault::conflict, head.branch() + " is checked out in another work tree", {},
                     "git worktree list says where; go on there");
  }
}

Swap move_branch(const Repository& repository, const Head& head, const git_oid& commit,
                 const Author& who, const std::string& message, Watcher* watcher) {
  refuse_if_checked_out_elsewhere(repository, head);
  git_repository_set_ident(repository.get(), who.committer->name, who.committer->email);
  const Swapped moved = move_reference(repository, head.ref, head.tip, commit,
                                       "aver: " + claims::first_line(message));
  if (!moved.oddity.empty()) note_unsafe(watcher, moved.oddity);
  // Another process may have made the very same commit, in the same second.
  if (moved.swap == Swap::lost && !head.unborn) {
    const std::optional<git_oid> now = target_of(repository, head.ref);
    if (now && git_oid_equal(&*now, &commit) != 0) return Swap::done;
  }
  return moved.swap;
}

void note_unsafe(Watcher* watcher, const std::string& failure) {
  if (watcher == nullptr) return;
  watcher->note("it is written, but may not be safe on disk yet: " + failure);
}

void BackOff::wait() {
  std::uniform_int_distribution<int> jitter(microseconds_ / 2, microseconds_);
  std::this_thread::sleep_for(std::chrono::microseconds(jitter(random_)));
  microseconds_ = std::min(microseconds_ * 2, 10000);
}

void give_up(const Repository& repository, const Head& head) {
  const fs::path lock = repository.common_dir() / (head.ref + ".lock");
  std::error_code error;
  if (const auto written = fs::last_write_time(lock, error); !error) {
    const auto age = std::chrono::duration_cast<std::chrono::seconds>(
        fs::file_time_type::clock::now() - written);
    throw StoreError(Fault::locked, "the branch " + head.ref + " is locked",
                     {lock.string() + " was made " + std::to_string(age.count()) + " seconds ago"},
                     "if no git is running, remove that file");
  }
  throw StoreError(Fault::locked, "others kept moving " + head.ref + " all the while", {},
                   "try again");
}

}  // namespace aver::store
