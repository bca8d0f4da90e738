// SPDX-License-Identifier: MIT
//
// Whose names others have seen, and what is said of names that a merge has settled.
#pragma once

#include <string>
#include <vector>

#include "claims/merge/tree_merge.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// The tips that decide who keeps a name in a result that goes to the branch, foremost first: of a
// proposal the branch `into` that it is for, as last fetched from its remote and as it is here;
// then the branch itself, as last fetched.
std::vector<store::View> seen_tips(Session& session, const std::string& branch,
                                   const std::string& into = "");

// Who recorded what gives way: the person who merges, if it is our side, or theirs (in a rebase).
enum class Yours { ours, theirs, neither };

// Says which records have other names now, a line each; nothing where all is as before.
void tell_names(Session& session, const claims::TreeMerge& merge, Yours yours);

}  // namespace aver::cli
