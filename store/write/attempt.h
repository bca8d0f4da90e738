// SPDX-License-Identifier: MIT
//
// One attempt to bring a commit onto a branch, together with files and index: every write of a
// store is one, or several.
//
// Its steps are: prepare (names, rules and clean files, all for one tip of the branch), write
// (objects, journal, files and index), publish (the branch, by compare-and-swap), or else take
// back. To take back is to bring every touched path to what the branch has *then*: whoever was
// quicker may have committed the very files that this attempt had written.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "store/repository/author.h"
#include "store/store.h"
#include "store/write/branch_update.h"
#include "store/write/index_update.h"
#include "store/write/journal.h"
#include "store/write/worktree.h"

namespace aver::store {

class Attempt {
 public:
  // Begins to write: the journal is on disk. The contents of the paths must be in the store, and
  // nothing but what the tip has may stand at the paths.
  Attempt(const Store& store, const Repository& repository, Head head, Brings brings,
          std::vector<TouchedPath> paths);

  // Takes back what was neither published nor kept. Where that fails, the journal stays, and
  // whoever writes next, or asks for the status, does it.
  ~Attempt();
  Attempt(const Attempt&) = delete;
  Attempt& operator=(const Attempt&) = delete;

  // The files, where they are brought along.
  void write_files();

  // The index, in the background where git writes it; finish_index() waits for it. Throws
  // StoreError: locked, io.
  void begin_index(const IndexSettings& settings);
  void finish_index(std::chrono::steady_clock::time_point deadline);

  // Held by a program that writes on our behalf, so that nobody takes its work for a dead writer's;
  // -1 where nothing is brought along.
  int lock() const { return journal_ ? journal_->lock() : -1; }

  // Moves the branch. After Swap::done the write took place, whatever happens then.
  Swap publish(const git_oid& commit, const Author& who, const std::string& message);

  // What was written stays as it is: it is whole (--no-commit), or there is nothing of it.
  void keep();

  // Throws StoreError: locked, io; the journal stays then.
  void take_back();

 private:
  void look_for_lost();

  const Store& store_;
  const Repository& repository_;
  const Head head_;
  const Brings brings_;
  const std::vector<TouchedPath> paths_;
  const WorkTree work_tree_;
  std::optional<Journal> journal_;        // none where nothing is brought along
  std::optional<Running> index_;          // by git
  std::optional<IndexUpdate> own_index_;  // by us
  bool over_ = false;
};

}  // namespace aver::store
