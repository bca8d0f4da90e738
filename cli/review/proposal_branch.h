// SPDX-License-Identifier: MIT
//
// The branch of a proposal in this repository, for commands that write to it. They aim the store at
// the branch; the work tree is never touched.
#pragma once

#include <functional>

#include "cli/review/proposals.h"

namespace aver::cli {

// Creates the branch here, or moves it forward to the proposal's tip at a remote; a branch that is
// ahead of that stays. Throws StoreError(locked) where another process has moved it meanwhile.
void bring_here(Session& session, const ProposalPlace& place);

// Does what follows on a deed that is done, and can be left: a failure is told as a warning, and
// the result is false.
bool done_besides(Session& session, const std::function<bool()>& deed);

// To be called when the branch has ended: where the user was recording on it, records go on the
// checked-out branch again, and the user is told so.
void leave_proposal(Session& session, const std::string& branch);

// The present time, in the form of a review.
claims::Moment moment_now(Session& session);

// A path for the review that is free in `tip`.
std::string free_review_path(const store::View& tip, const std::string& proposal,
                             const claims::Review& review);

// Reopens a withdrawn proposal, on its branch here and on the branch of reviews, with a review that
// says so. This additional commit shows every clone that the proposal waits again. Throws
// StoreError.
void reopen(Session& session, const ProposalPlace& withdrawn);

}  // namespace aver::cli
