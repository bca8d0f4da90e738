// SPDX-License-Identifier: MIT
//
// What of a proposal was on the screen of this clone last: nobody approves what they were not
// shown.
#pragma once

#include <string>
#include <vector>

#include "cli/review/proposals.h"

namespace aver::cli {

// Remembers, below the private folder, that all of it was shown. Where that cannot be written, it
// was not shown.
void was_shown(Session& session, const Proposal& proposal);

// The files that are other now than what was shown, or rest on other values, in path order;
// nothing where none of it was ever shown.
std::optional<std::vector<std::string>> other_than_shown(Session& session,
                                                         const Proposal& proposal);

}  // namespace aver::cli
