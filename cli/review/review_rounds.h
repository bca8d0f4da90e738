// SPDX-License-Identifier: MIT
//
// What the reviewers of a proposal have seen: everything in it at the time of each review, not only
// the records that the review names.
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
  std::vector<ReviewedState> states;  // the distinct ones, oldest first
  std::size_t last = 0;  // the round, from 1, of the user's last review; else of anybody's
  bool mine = false;     // whether it is the user's own
};

// A comment by an author of the proposal counts as no review. `last` is 0 where nobody has
// reviewed.
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
std::vector<std::string> unseen(const std::vector<claims::reviews::ProposedFile>& files,
                                const ReviewedState& seen);

}  // namespace aver::cli
