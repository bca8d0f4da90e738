// SPDX-License-Identifier: MIT
//
// The state of a proposal in a few facts: for a line of the list, and for the head of aver review
// show.
#pragma once

#include "claims/text/diagnostic.h"
#include "cli/answers/answers.h"
#include "cli/review/proposals.h"

namespace aver::cli {

// Never throws for a broken proposal: `problem` then says what is wrong.
ProposalSummary summary_of(Session& session, const ProposalPlace& place, const std::string& into,
                           const ReviewEvents& events);

// The same for a loaded proposal, with the findings of check.
ProposalSummary summary_of(Session& session, const Proposal& proposal,
                           const claims::Diagnostics& problems);

// How a proposal has ended; `empty`: it was begun, and has nothing yet.
enum class Ending { none, accepted, withdrawn, empty };

// The word for how it stands: "needs approval".
std::string state_of(Ending ending, const claims::reviews::Verdict& verdict, std::size_t approvals);

// Who approved, and who waits for a change. `approvals` is how many the file has that has the
// fewest, `needed` how many the one needs that needs the most.
void add_verdict(const claims::reviews::Verdict& verdict, ProposalSummary& summary);

// What check finds in what accepting the proposal would make, as compared with its target: errors
// and warnings. Of an accepted one, in what it changed.
claims::Diagnostics problems_of(Session& session, const Proposal& proposal);

}  // namespace aver::cli
