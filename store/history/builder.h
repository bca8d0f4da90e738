// SPDX-License-Identifier: MIT
//
// Private to store/: fills the history index up to a commit. Few commits are read here, many by
// programs of git's at once.
#pragma once

#include <functional>
#include <map>

#include "store/history/raw_log.h"
#include "store/repository/repository.h"
#include "store/sqlite/database.h"
#include "store/store.h"

namespace aver::store {

// Told now and then while many commits are read: how many so far, of how many; 0 as long as that is
// not known. Where it is empty, they are not counted.
using HistoryProgress = std::function<void(std::size_t done, std::size_t total)>;

// Adds `tip` and its ancestors where they are missing. What has been added stays, whatever happens
// then: going on later takes up there. False where git could not read the history: then the answer
// must come from git, with its reasons. Throws DatabaseError.
bool bring_history_to(const Repository& repository, const Database& database, const CommitId& tip,
                      const HistoryProgress& progress);

// Each of the two ways alone. `few` returns nothing where there are more than `most` to read, or
// one that only git can read: then nothing was added.
std::optional<bool> add_few(const Repository& repository, const Database& database,
                            const CommitId& tip, std::size_t most);
bool add_many(const Repository& repository, const Database& database, const CommitId& tip,
              const HistoryProgress& progress);

// How many ancestors of `tip` are missing, itself among them.
std::size_t missing_commits(const Repository& repository, const Database& database,
                            const CommitId& tip);

// Lets git tell of the commits, each compared with its first parent, as add_many has it. False
// where it could not.
bool tell_commits(const Repository& repository,
                  const std::map<CommitId, std::vector<CommitId>>& commits, RawLog::Sink& to);

}  // namespace aver::store
