// SPDX-License-Identifier: MIT
//
// Two actors that one side made one, and of which the other side made something of the gone one:
// its former ids go along to the actor that it became part of.
//
// Pure. Works on a finished merge, and settles only such conflicts.
#pragma once

#include <vector>

#include "claims/merge/tree_merge.h"

namespace aver::claims {

// Settles the conflicts over an actor that one side merged into another, where the other side only
// gave it more aliases: by merging a third actor into it, or that very other one. Of two that were
// merged into each other, that one stays which others have seen; else that with the smaller digest.
// What else was changed is left to a person.
void follow_merged_actors(const std::vector<FileChange>& ours,
                          const std::vector<FileChange>& theirs, const MergeFiles& files,
                          TreeMerge& merge);

}  // namespace aver::claims
