// SPDX-License-Identifier: MIT
//
// Brings git's index along for some paths, in the place of `git update-index --add --remove`, which
// reads and writes the whole index of a large store several times as slowly.
//
// The new file is made beside the index, and without a lock. Then git's own lock (index.lock) is
// taken for as long as it takes to see that the index is still the one that was read, and to put
// the new one in its place. The lock is a second name of the new file: so whoever comes after a
// writer that was killed in between knows whose lock it is (remove_left_update()).
//
// Never decides what git should: where anything is not as it mostly is, nothing is done, and git is
// asked to.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "store/repository/author.h"
#include "store/repository/repository.h"
#include "store/write/git_index.h"
#include "store/write/worktree.h"

namespace aver::store {

class IndexUpdate {
 public:
  // Makes the new file, for paths whose files hold `after`. Nothing where git must do it.
  // REQUIRES: WriteLock is held; the contents are in the store.
  static std::optional<IndexUpdate> prepare(const Repository& repository,
                                            const IndexSettings& settings,
                                            const std::vector<TouchedPath>& paths);
  ~IndexUpdate();
  IndexUpdate(IndexUpdate&&) noexcept;
  IndexUpdate& operator=(IndexUpdate&&) = delete;

  // Puts it in place. Returns false, and has changed nothing, where the index is locked or is
  // another one by now, and where it cannot be written.
  bool place();

 private:
  IndexUpdate(std::filesystem::path git_dir, GitIndex before);
  bool make(const std::filesystem::path& work_tree, const IndexSettings& settings,
            const std::vector<TouchedPath>& paths);

  std::filesystem::path git_dir_;
  GitIndex before_;
  bool is_there_ = false;  // the new file
  bool changes_ = false;   // anything
};

// Removes what a writer that was killed has left: the new file, and the lock, if it is that file's.
// REQUIRES: WriteLock is held.
void remove_left_update(const std::filesystem::path& git_dir);

}  // namespace aver::store
