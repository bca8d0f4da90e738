// SPDX-License-Identifier: MIT
//
// Brings the work tree along, for single paths.
//
// The order is: objects, journal, files and index, then the branch. So wherever the program is
// killed, the branch is never ahead of an index that lacks the record (a later `git commit` would
// delete it), and the journal (journal.h) tells the next writer what to finish or take back.
// Nothing a user has not committed is touched.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/process.h"
#include "store/repository/repository.h"
#include "store/store.h"

namespace aver::store {

// A file that a commit changes: an id is empty where the file is absent on that side.
struct TouchedPath {
  std::string path;
  BlobId before, after;
  std::string content;    // of `after`
  bool in_store = false;  // `after` is a blob of the store already
  FileMode before_mode = FileMode::plain;
  FileMode after_mode = FileMode::plain;
};

// Held by one aver at a time while it writes to one work tree; the kernel frees it with the
// process.
class WriteLock {
 public:
  // Waits until `deadline`; then throws StoreError(locked).
  WriteLock(const std::filesystem::path& folder, std::chrono::steady_clock::time_point deadline);
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

 private:
  int fd_ = -1;
};

// Whether the work tree is clean, of some paths: git answers, in the background, or its index was
// read at once.
struct StatusQuestion {
  std::optional<Running> git;
  std::vector<std::string> in_index;  // of new paths: those that are in the index for all that
};

// What git's index has of some paths; the same.
struct EntriesQuestion {
  std::optional<Running> git;
  std::map<std::string, FileEntry> entries;

  // Waits for git. Throws StoreError(io).
  std::map<std::string, FileEntry> finish();
};

class WorkTree {
 public:
  explicit WorkTree(const Repository& repository) : repository_(repository) {}

  // Asks git whether index and work tree have the paths as the tip has them; require_clean() takes
  // the answer.
  StatusQuestion ask_status(const std::vector<TouchedPath>& paths) const;

  // Throws StoreError(dirty) where a path holds something that is not in the tip: in the index, in
  // the work tree, or a file or link where a folder must be. `status` is ask_status()'s.
  void require_clean(const std::vector<TouchedPath>& paths, StatusQuestion status) const;

  // Throws StoreError(dirty) where a file does not hold the content that is to be committed.
  void require_as_edited(const std::vector<TouchedPath>& paths) const;

  // Writes (or removes) the files, the index unchanged. Never replaces a file where there was none.
  // On a failure throws, and leaves what it did to settle().
  void write_files(const std::vector<TouchedPath>& paths) const;

  // Updates git's index from the files, in the background; finish_index() waits for it, and tries
  // again until `deadline` while another git holds index.lock. Throws StoreError: locked, io.
  Running begin_index(const std::vector<std::string>& paths) const;
  void finish_index(Running begun, const std::vector<std::string>& paths,
                    std::chrono::steady_clock::time_point deadline) const;
  void update_index(const std::vector<std::string>& paths,
                    std::chrono::steady_clock::time_point deadline) const;

  // What git's index has, of these paths at least; those that it does not have are absent.
  // set_index() makes entries anew, whatever the files are; one without a blob is removed. Throw
  // StoreError: locked, io.
  std::map<std::string, FileEntry> index_entries(const std::vector<TouchedPath>& paths) const;
  EntriesQuestion ask_entries(const std::vector<TouchedPath>& paths) const;
  void set_index(const std::vector<std::pair<std::string, FileEntry>>& entries,
                 std::chrono::steady_clock::time_point deadline) const;

  // The bytes of a file; nothing where there is none. Throws StoreError(dirty) where a link is in
  // the way.
  std::optional<std::string> read(const std::string& path) const;

  // The same with its mode; a link is one, and its bytes are where it leads.
  struct File {
    std::string bytes;
    FileMode mode = FileMode::plain;
  };
  std::optional<File> file(const std::string& path) const;

  // What git's index has of a path that a sparse checkout leaves out; nothing where it does not.
  std::optional<BlobId> left_out(const std::string& path) const;
  void set_left_out(const std::string& path, const FileEntry& file) const;

 private:
  void require_unchanged(const std::vector<TouchedPath>& paths, Running status) const;
  void require_own_bytes(const std::vector<TouchedPath>& paths) const;
  [[noreturn]] void differs(const std::string& path) const;
  Running start_update(std::vector<std::string> words, const std::string& input) const;
  void finish_update(Running begun, const std::vector<std::string>& words, const std::string& input,
                     std::chrono::steady_clock::time_point deadline) const;
  void update_index(const std::vector<std::string>& words, const std::string& input,
                    std::chrono::steady_clock::time_point deadline) const;

  const Repository& repository_;
};

// For tests that kill a write at a certain step: `fault_point` is called by reach() with its name.
using FaultPoint = void (*)(const char* step);
void set_fault_point(FaultPoint fault_point);
void reach(const char* step);

}  // namespace aver::store
