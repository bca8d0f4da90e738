// SPDX-License-Identifier: MIT
//
// Puts back into git's index what a git beside us has written over.
//
// `git commit` reads its index, locks it, and then writes what it has read: an entry that another
// program has put there in between is gone. Where that program has moved the branch, too, git's
// commit fails; but its index stays, and the next commit by hand would take back what the branch
// has. So the journal of a write that took place is kept for a while as a note, and whoever writes
// next, or asks for the status, looks whether the index still has what was written.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"
#include "store/watcher.h"
#include "store/write/worktree.h"

namespace aver::store {

// Where the notes are, below a work tree's folder of aver.
inline constexpr const char* kNotes = "written";

class LostEntries {
 public:
  // Asks git, in the background, what its index has of the paths in the notes, if there are any.
  // REQUIRES: WriteLock is held.
  LostEntries(const Repository& repository, const std::filesystem::path& folder);

  // Waits for the answer, and puts back each entry that is what it was before the write, while
  // `tip` and the file have what was written: a file that somebody has removed or changed since is
  // their own work, as is an entry with other contents. Lets go of notes that are old. Tells the
  // watcher, which may be null, what it has put back. Returns whether it has put back any.
  // Where it fails, the notes stay for the next.
  bool put_back(const View& tip, std::chrono::steady_clock::time_point deadline, Watcher* watcher);

 private:
  bool was_before(const std::string& path, const FileEntry& entry) const;

  const Repository& repository_;
  const WorkTree work_tree_;
  std::vector<std::filesystem::path> old_notes_;
  std::vector<TouchedPath> paths_;                // each as the newest note has it
  std::multimap<std::string, FileEntry> before_;  // what each path was before any of the writes
  std::optional<EntriesQuestion> question_;
};

}  // namespace aver::store
