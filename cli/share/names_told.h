// SPDX-License-Identifier: MIT
//
// What is said of names that a merge has settled.
#pragma once

#include "claims/merge/tree_merge.h"
#include "cli/session/session.h"

namespace aver::cli {

// Who recorded what gives way: the person who merges, if it is our side, or theirs (in a rebase).
enum class Yours { ours, theirs, neither };

// Says which records have other names now, a line each; nothing where all is as before.
void tell_names(Session& session, const claims::TreeMerge& merge, Yours yours);

}  // namespace aver::cli
