// SPDX-License-Identifier: MIT
//
// Bulk writes: tens of thousands of commits a second, for imports.
//
// Objects go into packs that are written here, in a stream; only the trees on the way to a path are
// touched, and written once a commit. Others see nothing of it before checkpoint() or finish():
// these complete the pack, move the branch by compare-and-swap, and bring the work tree along.
// Killed anywhere, the store is as at the last of them; at most a temporary file is left in
// objects/pack, which `git gc` removes. Memory stays flat, however much is written.
//
// Not as in Store::commit: contents are not checked, which is for the caller to do, and hooks are
// run otherwise. prepare-commit-msg and commit-msg are run for each commit, without an index;
// pre-commit and post-commit once for all that comes onto the branch at once, as for one commit. A
// pre-commit that changes what is committed is a refusal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/store.h"

namespace aver::store {

// The times of a commit, in seconds since 1970. An absent time is that of the call.
struct CommitTimes {
  std::optional<std::int64_t> authored = {};  // "AuthorDate": when it was first recorded, say
  // What --known-at goes by: to be given in a store without records alone.
  std::optional<std::int64_t> committed = {};
  int offset = 0;  // of what is given, in minutes east of UTC
};

class Bulk {
 public:
  // Begins on the tip of the branch that `store` is on or aims at; the store must outlive it, and
  // may be written to by others, through git or aver, meanwhile. Author and committer are git's,
  // as everywhere.
  // Throws StoreError: identity; conflict (a merge is under way). add(), commit() and checkpoint()
  // throw unsupported for a path that git would put through a filter (store/repository/filters.h).
  explicit Bulk(Store& store);

  // Commits made since the last checkpoint are dropped, unless finish() was called. After a
  // StoreError(io) from any call, the only valid operation is to destroy it.
  ~Bulk();
  Bulk(Bulk&&) noexcept;
  Bulk& operator=(Bulk&&) noexcept;

  // Sets a file for the next commit; the last word on a path counts. `path` is from the store's
  // root, without "." and "..". A path below a file, or that of a folder, throws
  // StoreError(conflict). With a work tree the bytes are those that `git add` would make of them
  // (line ends); a capture that would not keep its bytes throws StoreError(unsupported). No mode:
  // an executable stays one, and all else becomes a plain file.
  void add(std::string_view path, std::string_view bytes, std::optional<FileMode> mode = {});

  // Removes a file with the next commit; nothing happens where there is none. Folders that are left
  // empty go, as in git.
  void remove(std::string_view path);

  // The blob at `path` as the next commit would have it, or nothing where there is no file.
  // Cheap: folders that were looked at stay in memory, within a budget.
  std::optional<BlobId> blob_id(std::string_view path) const;
  bool has(std::string_view path) const { return blob_id(path).has_value(); }

  // The id that add() would give to `bytes`: for comparing with blob_id().
  static BlobId blob_id_of(std::string_view bytes);

  // Commits what was added and removed. Returns false, and makes no commit, where that changes
  // nothing. `message` is taken as it is, with one line break at its end.
  // Throws StoreError: usage for a message without a word; refused by a hook, for a stamp later
  // than now, or a day or more before the day of what the write began on, and for the second commit
  // since a checkpoint where commit.gpgSign is set (one commit is signed as git would; a signature
  // for each of thousands is not to be had); io.
  bool commit(std::string_view message, const CommitTimes& times = {});

  // Makes everything committed so far permanent: the pack is complete and on disk, the branch
  // moved, the work tree brought along. Costs a few fsyncs, and in a store with a work tree what
  // `git read-tree -m -u` costs: so one for some ten thousand commits or ten seconds. Small packs
  // are merged into the next. Returns the branch's new tip; empty where the branch is unborn still.
  //
  // Where somebody moved the branch meanwhile, the commits since the last checkpoint are made anew
  // on top of theirs, if no path was changed by both. Throws StoreError: refused by a hook;
  // conflict where one was (named), or where the branch does not hold the last checkpoint any more;
  // dirty where a touched file has uncommitted changes or something not committed is in the way;
  // locked; io. The branch and the work tree are then as after the last checkpoint, and this Bulk
  // can only be destroyed.
  CommitId checkpoint();

  // checkpoint(), and the end of this Bulk. Without any commit nothing is written at all.
  CommitId finish();

  // The work done so far, whether it was kept or dropped.
  struct Counts {
    std::uint64_t commits = 0;
    std::uint64_t files = 0;       // written or removed by them
    std::uint64_t objects = 0;     // in packs
    std::uint64_t pack_bytes = 0;  // of what was written to packs
  };
  const Counts& counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aver::store
