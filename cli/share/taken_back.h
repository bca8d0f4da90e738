// SPDX-License-Identifier: MIT
//
// Merges that were undone: git takes what they merged for known, so that a second merge of it
// brings nothing. Judged by what the commits hold; no message is read. Writes nothing.
#pragma once

#include <optional>

#include "store/store.h"

namespace aver::cli {

struct TakenBack {
  store::CommitId merge;              // brought `theirs` into our branch
  std::optional<store::CommitId> by;  // took all of it back, and no more; undo it, and it is back
};

// Returns the merge by which `theirs` came into `ours`, if none of its changes is left there.
// Nothing where our branch itself went through `theirs`, so that there was no merge.
// REQUIRES: `ours` has all commits of `theirs`.
std::optional<TakenBack> taken_back(const store::Store& store, const store::View& ours,
                                    const store::View& theirs);

}  // namespace aver::cli
