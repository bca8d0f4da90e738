// SPDX-License-Identifier: MIT
//
// The user's hooks around one commit, in git's order. Before it: pre-commit, or pre-merge-commit of
// a merge, then prepare-commit-msg and commit-msg; after it: post-commit, or post-merge.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/repository/hooks.h"
#include "store/repository/passing_index.h"
#include "store/repository/repository.h"
#include "store/watcher.h"

namespace aver::store {

// Without trailing blanks, with one line break at the end, as `git commit` cleans a message.
std::string prettified(const std::string& message);

class CommitHooks {
 public:
  enum class Of { commit, merge };

  // Both must outlive it.
  CommitHooks(const Repository& repository, const Hooks& hooks, Of what);

  // Whether one runs before the commit.
  bool any() const;
  bool any_of_message() const;

  // Makes the index that the hooks see: that of `tree_ish` (empty: none), changed by `entries` as
  // `git update-index -z --index-info` reads them. Their objects must be in the store. Throws
  // StoreError(io). Without it the hooks of the message see the index as it is.
  void show(const std::string& tree_ish, const std::string& entries = "");

  // Runs the first hook. Returns the tree of the index as the hook left it; nothing where there is
  // no such hook. Throws StoreError(refused).
  // REQUIRES: show()
  std::optional<git_oid> run_first() const;

  // Returns the message as the hooks left it. Throws StoreError(refused), for an empty one as well.
  std::string run_for_message(std::string message) const;

  // The commit is made by then, whatever the hook does; `watcher` (may be null) is told what went
  // wrong.
  void run_last(Watcher* watcher) const;

 private:
  std::string git(std::vector<std::string> words, const std::string& input = "") const;

  const Repository& repository_;
  const Hooks& hooks_;
  const bool is_merge_;
  const std::string first_;
  std::optional<PassingIndex> index_;
  std::vector<std::pair<std::string, std::string>> environment_;
};

}  // namespace aver::store
