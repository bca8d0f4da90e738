// SPDX-License-Identifier: MIT
//
// Which commits took records out on purpose. A commit says so by a line "Drops: WHY" (aver rm
// writes one; of a merge also a later commit can say it), or by naming in full the commit that had
// brought the record in, as aver undo and git revert do. No other word of a message counts.
#pragma once

#include <map>
#include <set>
#include <string>

#include "store/store.h"

namespace aver::cli {

// The commits that a change came with: those in `tip`, and not in `since`. Empty: none.
struct Brought {
  store::CommitId since;
  store::CommitId tip;
};

// Whether a commit of `tip` after the merge says why that one dropped what it did: its message has
// the line, and names the merge by its id, of seven digits at least.
bool is_said_later(const store::Store& store, const store::CommitId& merge,
                   const store::CommitId& tip);

// Returns, by path, why a file was taken out, for those of `paths` whose last removal was on
// purpose: "recorded twice (1234567)". Reads all commits that were brought.
std::map<std::string, std::string> dropped(const store::Store& store, const Brought& brought,
                                           const std::set<std::string>& paths);

}  // namespace aver::cli
