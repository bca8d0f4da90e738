// SPDX-License-Identifier: MIT
//
// What `git log` would say, from the tables of the index of the history.
//
// The same commits in the same order: newest first by the committer's clock, a commit only after
// one of its children. Where paths are given, no side of a merge is left out (`--full-history`),
// and of the merges those are told that differ from each of their parents; where merges are opened,
// from any.
#pragma once

#include <functional>

#include "store/history.h"
#include "store/history/tables.h"
#include "store/repository/repository.h"

namespace aver::store {

// Visits the log of `tip` as `options` ask; their revision is not used. Throws DatabaseError where
// the index is damaged: what was visited until then is right, but not everything.
void walk_history(HistoryTables& tables, const Repository& repository, Number tip,
                  const LogOptions& options, const EntryVisit& visit);

// The stretches of chains from `to` down to `from`, along first parents, each without its lower
// end; the uppermost first. Nothing where `from` is not among the first parents of `to`.
struct Stretch {
  Number chain = 0;
  Number above = 0;
  Number up_to = 0;
};
std::optional<std::vector<Stretch>> first_parents_between(HistoryTables& tables, Number from,
                                                          Number to);

}  // namespace aver::store
