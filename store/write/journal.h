// SPDX-License-Identifier: MIT
//
// The journal of one write, and what makes files, index and branch agree again.
//
// The branch decides, as it moves last: whatever of a write the tip has is finished, and whatever
// it has not is taken back. A journal goes only when that is done, so that a write that was killed,
// or that could not be taken back at once, is settled by whoever writes next or asks for the
// status. Nothing a user has not committed is touched.
#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

#include "store/error.h"
#include "store/store.h"
#include "store/watcher.h"
#include "store/write/worktree.h"

namespace aver::store {

// What a write brings along besides the branch.
enum class Brings {
  nothing,  // a bare store, or a branch that is not checked out
  index,    // the files are the user's own edits already
  files,    // --no-commit
  both,
};

// The journal of one write. Held locked while its process lives. If it goes without done(), it
// stays for the next recover().
class Journal {
 public:
  // For Brings::index, `before` of a path is what git's index has of it.
  Journal(const std::filesystem::path& folder, Brings brings,
          const std::vector<TouchedPath>& paths);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // The state is known to be that before the write, or that after it.
  void done();

  // The write took place: what is done(), but leaves a note (store/write/lost_entries).
  void published();

  // The descriptor whose lock says that the writer is alive: to be inherited by a program that
  // writes on our behalf.
  int lock() const { return fd_; }

 private:
  std::filesystem::path file_;
  int fd_ = -1;
};

// Who settles a write: its own process, which knows that nobody has worked on its files since, or
// a later one.
enum class Settler { writer, successor };

// The paths of a journal, without their contents; none where it cannot be read.
std::vector<TouchedPath> paths_in_journal(const std::filesystem::path& file);

// Brings each path, in what the write brings along, to what `tip` has of it. A file is touched only
// while it holds one of its two contents, or a part of the new one: whatever else it holds is a
// user's work. Throws StoreError: io; locked where git's index stays locked until `deadline`.
void settle(const Repository& repository, const View& tip, Brings brings,
            const std::vector<TouchedPath>& paths, Settler settler,
            std::chrono::steady_clock::time_point deadline);

// Settles what writers that died have left, and removes their journals. Waits for a program that a
// dead writer left running.
// REQUIRES: WriteLock is held.
void recover(const Repository& repository, const View& tip, const std::filesystem::path& folder,
             std::chrono::steady_clock::time_point deadline);

// Says that something of a write that failed is still there, and who takes it back.
void note_left(Watcher& watcher, const StoreError& why) noexcept;

// Removes what processes that were killed have left besides: .keep files of packs, indices of our
// own.
void clear_leftovers(const Repository& repository);

}  // namespace aver::store
