// SPDX-License-Identifier: MIT
//
// Fills the index of the history up to a commit. Few commits are read by libgit2, many by several
// programs of git at once.
#pragma once

#include <functional>
#include <map>

#include "store/history/raw_log.h"
#include "store/repository/repository.h"
#include "store/sqlite/database.h"
#include "store/store.h"

namespace aver::store {

// Called now and then while many commits are read: how many so far, of how many; the total is 0
// until it is known. Where the function is empty, the commits are not counted.
using HistoryProgress = std::function<void(std::size_t done, std::size_t total)>;

// Adds `tip` and its ancestors where they are missing. Commits that were added stay, even if a
// later step fails: the next call continues from them. Returns false where git could not read the
// history; asking git then gives the reason. Throws DatabaseError.
bool bring_history_to(const Repository& repository, const Database& database, const CommitId& tip,
                      const HistoryProgress& progress);

// The two ways separately. add_few() returns nothing, and adds nothing, where more than `most`
// commits are missing, or one that only git can read.
std::optional<bool> add_few(const Repository& repository, const Database& database,
                            const CommitId& tip, std::size_t most);
bool add_many(const Repository& repository, const Database& database, const CommitId& tip,
              const HistoryProgress& progress);

// How many ancestors of `tip` are missing, itself among them.
std::size_t missing_commits(const Repository& repository, const Database& database,
                            const CommitId& tip);

// Has git compare each of the commits with its first parent, as add_many() does, and hands the
// result to `to`. Returns false where git could not.
bool tell_commits(const Repository& repository,
                  const std::map<CommitId, std::vector<CommitId>>& commits, RawLog::Sink& to);

}  // namespace aver::store
