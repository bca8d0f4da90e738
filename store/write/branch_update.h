// SPDX-License-Identifier: MIT
//
// Moves a branch by compare-and-swap, and refuses where something stands in its way.
#pragma once

#include <chrono>
#include <random>
#include <string>

#include "store/repository/author.h"
#include "store/repository/reference.h"
#include "store/repository/repository.h"
#include "store/watcher.h"

namespace aver::store {

// How long a lock is waited for: ten seconds; AVER_PATIENCE_MS changes it.
std::chrono::milliseconds patience();

// Throws StoreError(conflict) where a merge, rebase or the like of git's is unfinished.
// What git has begun and not ended: "merge", "rebase", "patch series", "cherry-pick", "revert"; or
// empty.
std::string under_way(const Repository& repository);

void refuse_while_under_way(const Repository& repository);

// Throws StoreError(conflict) where another work tree has the branch checked out: its index and
// files would be left behind, and its next commit would take back what is written here.
void refuse_if_checked_out_elsewhere(const Repository& repository, const Head& head);

// Moves the branch from the tip to the commit, unless somebody was quicker. `message` is the
// commit's, for the reflog. `watcher`, which may be null, is told where the branch has moved but
// not all went well. Throws StoreError, as refuse_if_checked_out_elsewhere() does, too; the branch
// has not moved then.
Swap move_branch(const Repository& repository, const Head& head, const git_oid& commit,
                 const Author& who, const std::string& message, Watcher* watcher);

// Tells the watcher, which may be null, that a write took place but something behind it failed.
void note_unsafe(Watcher* watcher, const std::string& failure);

// Throws StoreError(locked), with what is known of the lock.
[[noreturn]] void give_up(const Repository& repository, const Head& head);

// Waits longer each time, by a random share, so that two waiters do not meet again and again.
class BackOff {
 public:
  void wait();

 private:
  int microseconds_ = 500;
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace aver::store
