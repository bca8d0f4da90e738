// SPDX-License-Identifier: MIT
//
// How a proposal stands, in one line's worth of facts: for the list, and for the head of one.
#pragma once

#include "claims/text/diagnostic.h"
#include "cli/answers/answers.h"
#include "cli/review/proposals.h"

namespace aver::cli {

// Never throws for what is wrong with the proposal: that is told in `problem`.
ProposalSummary summary_of(Session& session, const ProposalPlace& place, const std::string& into);

// The same of one that is loaded already, with what check found in it.
ProposalSummary summary_of(Session& session, const Proposal& proposal,
                           const claims::Diagnostics& problems);

// What check finds in the files that the proposal changes: errors and warnings.
claims::Diagnostics problems_of(Session& session, const Proposal& proposal);

}  // namespace aver::cli
