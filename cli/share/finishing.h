// SPDX-License-Identifier: MIT
//
// Ends what git has begun: the conflicts that are left are told, and without any git commits.
#pragma once

#include <string>

#include "cli/share/unfinished.h"

namespace aver::cli {

// The text of a conflict: base, ours and theirs, with their evidence. `source`: of a saved text,
// the id of the source that is unsettled, too.
std::string conflict_text(const claims::UnmergedFile& file, const Output& out,
                          const std::string& source = "");

// Commits, or goes on with, what is under way once no conflict is left, what it brings has no
// errors and nothing is lost in it. `drops` says why something is, on purpose. Returns the exit
// code: kConflict where a conflict is left.
int finish(Session& session, const Unfinished& state, const std::string& drops = "");

}  // namespace aver::cli
