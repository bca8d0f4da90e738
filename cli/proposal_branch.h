// SPDX-License-Identifier: MIT
//
// The branch of a proposal in this repository, for commands that write to it. Never the work tree:
// they aim the store at it.
#pragma once

#include "cli/proposals.h"

namespace aver::cli {

// Makes the branch here, or brings it to where the proposal stands at a remote. Throws
// StoreError(locked) where it has moved meanwhile.
void bring_here(Session& session, const ProposalPlace& place);

}  // namespace aver::cli
