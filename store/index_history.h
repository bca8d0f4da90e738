// SPDX-License-Identifier: MIT
//
// The history part of the index: which commits there are, and what each touched.
//
// One file, history.db in the store's private folder, that may be deleted at any moment. What it
// says follows from commit ids, which never change their meaning: it cannot be out of date, only
// behind, and is brought along before it is asked. Where that fails (another process is filling it,
// the medium is read-only, git cannot read the history), there is no index, and the caller asks git
// instead. AVER_INDEX says whether there is one at all: see index_when().
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claims/check/clock.h"
#include "store/history.h"
#include "store/store.h"

namespace aver::store {

class Database;       // private to store/
class HistoryTables;  // likewise

class HistoryIndex {
 public:
  HistoryIndex(HistoryIndex&&) noexcept;
  HistoryIndex& operator=(HistoryIndex&&) noexcept;
  ~HistoryIndex();

  // The index, with `commit` and its ancestors in it; nothing where there is none to use.
  static std::optional<HistoryIndex> with(const Store& store, const CommitId& commit);

  // The same without bringing it along: only where both commits are in it already.
  static std::optional<HistoryIndex> with_both(const Store& store, const CommitId& before,
                                               const CommitId& after);

  // Visits what log() returns. Where the index turns out to be damaged, empties it and returns
  // false: what was visited until then is right, but not everything.
  bool log(const CommitId& tip, const LogOptions& options, const EntryVisit& visit);

  // What was known at a time on the line of first parents that ends in `tip`, as
  // claims::known_at() has it. Nothing where the index is damaged.
  std::optional<claims::KnownThen> known_at(const CommitId& tip, std::int64_t time,
                                            const std::vector<CommitId>& wrong);

  // The latest stamp among a commit and its first parents, from the first that has a record; an
  // empty one where none has. Nothing where the index is damaged.
  std::optional<claims::Stamp> clock_of(const CommitId& tip);

  // The stamps of that line, oldest first, from the first commit that has a record; of a line that
  // has `since`, those behind it alone. Nothing where the index is damaged.
  struct Line {
    std::vector<claims::Stamp> stamps;
    bool has_since = false;
  };
  std::optional<Line> stamps(const CommitId& tip, const CommitId& since = "");

  // The commit that is `steps` first parents back; nothing where there are not so many, or the
  // index is damaged.
  std::optional<CommitId> first_parent(const CommitId& commit, std::size_t steps);

  // The paths that differ, as Store::changes has them; nothing where `before` is not among the
  // first parents of `after`, or the index cannot tell.
  std::optional<std::vector<ChangedPath>> changes(const CommitId& before, const CommitId& after);

  // For `aver index`.
  struct Status {
    std::filesystem::path file;
    bool there = false;
    bool other_version = false;  // sound, made by another version of aver: not there
    std::size_t commits = 0;
    std::uintmax_t size = 0;  // bytes
    std::size_t behind = 0;   // ancestors of the tip that are missing; 0 where it is at the tip
  };
  static Status status(const Store& store, const CommitId& tip);

  // What a comparison with git found. Looks at `sample` commits of all, evenly; 0 is all.
  struct Verified {
    std::vector<std::string> wrong;  // a sentence each; none where all is well
    std::size_t looked_at = 0;       // commits
  };
  static Verified verify(const Store& store, std::size_t sample);

  // Empties it and fills it anew, up to `tip`. False where it cannot be made here.
  static bool rebuild(const Store& store, const CommitId& tip);

 private:
  HistoryIndex(const Store& store, Database&& database);
  static std::optional<Database> open(const Store& store, bool make);
  static bool is_usable(const Store& store);
  static bool pays(const Store& store, const CommitId& commit);
  bool bring_to(const CommitId& commit);
  void give_up_damaged();

  const Store* store_;
  std::unique_ptr<Database> database_;  // behind a pointer, as its statements refer to it
  std::unique_ptr<HistoryTables> tables_;
};

}  // namespace aver::store
