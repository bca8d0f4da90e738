// SPDX-License-Identifier: MIT
//
// Settles what git left to a person: what aver merges without one, and what is kept twice.
#pragma once

#include "cli/share/unfinished.h"

namespace aver::cli {

// As merged_by_record(), with those records apart of which both are kept by now.
std::optional<store::Merge> merged_as_settled(Session& session, const Unfinished& state);

// Settles what needs no person, and says which names that came to. A file that somebody has changed
// by hand meanwhile stays as it is.
void settle_by_record(Session& session, const Unfinished& state, const store::Merge& merge);

// Whether both sides of an unsettled file can be kept: as two records, or as two saved texts of one
// source.
bool can_keep_both(const claims::UnmergedFile& file);

// The commands that do it.
// REQUIRES: can_keep_both(file).
std::string how_to_keep_both(Session& session, const Unfinished& state,
                             const claims::UnmergedFile& file);

// Keeps both sides of an unsettled file.
// REQUIRES: can_keep_both(file). Throws StoreError(refused) where git has still to apply commits
// that would mean the other one then.
void keep_both(Session& session, const Unfinished& state, const claims::UnmergedFile& file);

}  // namespace aver::cli
