// SPDX-License-Identifier: MIT
//
// What reviewers have seen of a proposal: all that it had when they reviewed it, whatever records
// their reviews name.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/review/proposals.h"

namespace aver::cli {

// Path to blob (claims::kRemoved for a removed one) of what the proposal changed.
using ReviewedState = std::map<std::string, std::string>;

struct Rounds {
  std::vector<ReviewedState> states;  // that reviews were given on, oldest first, each once
  std::size_t last = 0;  // the round, from 1, of the user's last review; else of anybody's
  bool mine = false;     // whether it is the user's own
};

// What its own authors say of it is no review of theirs. `last` is 0 where nobody has reviewed.
Rounds rounds(Session& session, const Proposal& proposal);

// The files of `proposal` that differ from what was seen, and those seen that it changes no more.
std::vector<std::string> unseen(const Proposal& proposal, const ReviewedState& seen);

}  // namespace aver::cli
