// SPDX-License-Identifier: MIT
//
// Which commits touched which paths: who recorded what, and when. Answers from the index where the
// store has one, else from the git program, which is quicker at this than libgit2 and can use a
// commit-graph. Both give the same answer.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/values.h"

namespace aver::store {

class Store;

struct LogEntry {
  CommitId commit;
  std::string author;  // name
  std::string author_email;
  std::int64_t authored_at = 0;  // seconds since 1970
  std::int64_t committed_at = 0;
  std::string subject;
  bool merge = false;
  std::size_t parents = 0;
  std::vector<ChangedPath> paths;  // against the first parent, limited to the paths asked for
};

struct LogOptions {
  std::string revision;            // empty: HEAD
  std::vector<std::string> paths;  // empty: all
  std::size_t limit = 0;           // 0: no limit
  bool open_merges = false;        // the paths of merges, too
};

// Returns false to stop.
using EntryVisit = std::function<bool(LogEntry&&)>;

// Returns the commits, newest first in the graph's order. No side of a merge is left out, also one
// of which the merge kept nothing. A merge that is like one of its parents is told only where
// merges are opened. Throws StoreError(unsupported) in a shallow clone, where the answer would be
// wrong.
std::vector<LogEntry> log(const Store& store, const LogOptions& options);

// The same, one by one as they are found. Stops where `visit` returns false.
void each_commit(const Store& store, const LogOptions& options, const EntryVisit& visit);

}  // namespace aver::store
