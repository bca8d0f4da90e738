// SPDX-License-Identifier: MIT
//
// The branch of a proposal in this repository, for commands that write to it. Never the work tree:
// they aim the store at it.
#pragma once

#include "cli/review/proposals.h"

namespace aver::cli {

// Makes the branch here, or brings it to where the proposal stands at a remote. Throws
// StoreError(locked) where it has moved meanwhile.
void bring_here(Session& session, const ProposalPlace& place);

// Where the user was recording on the branch, which has ended: tells that records go on what is
// checked out again.
void leave_proposal(Session& session, const std::string& branch);

// Now, as a review says it.
claims::Moment moment_now(Session& session);

// A path for the review on the proposal's branch that `tip` has nothing at.
std::string free_review_path(const store::View& tip, const std::string& proposal,
                             const claims::Review& review);

// Takes up a proposal that was withdrawn, on its branch here, with a record that says so: that it
// has more than the withdrawn branch tells everybody that it waits again. Throws StoreError.
void reopen(Session& session, const ProposalPlace& withdrawn);

}  // namespace aver::cli
