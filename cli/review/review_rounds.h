// SPDX-License-Identifier: MIT
//
// What reviewers have seen of a proposal: all that it had when they reviewed it, whatever records
// their reviews name.
#pragma once

#include <functional>
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

// The same of reviews, oldest first, of what `authors` propose; `me` is the user. `state_at` is
// asked what a review has seen, where `before` is what the one before it had.
using StateAt =
    std::function<ReviewedState(const claims::GivenReview& given, const ReviewedState& before)>;
Rounds rounds(const std::vector<claims::GivenReview>& reviews,
              const std::vector<std::string>& authors, const claims::Person& me,
              const StateAt& state_at);

// The files of `proposal` that differ from what was seen, and those seen that it changes no more.
std::vector<std::string> unseen(const Proposal& proposal, const ReviewedState& seen);
std::vector<std::string> unseen(const std::vector<claims::ProposedFile>& files,
                                const ReviewedState& seen);

}  // namespace aver::cli
