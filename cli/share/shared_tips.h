// SPDX-License-Identifier: MIT
//
// What others have of a branch: the tips as last fetched. Where those were before, and whether one
// was taken back since, cli/share/seen_branches knows.
#pragma once

#include <string>
#include <vector>

#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// The tips that decide who keeps a name in a result that goes to the branch, foremost first: of a
// proposal the branch `into` that it is for, as last fetched from its remote and as it is here;
// then the branch itself, as last fetched.
std::vector<store::View> shared_tips(Session& session, const std::string& branch,
                                     const std::string& into = "");

}  // namespace aver::cli
