// SPDX-License-Identifier: MIT
//
// Reviewers' verdicts as schema.org ClaimReview, in JSON-LD: what search engines and archives of
// fact checks read.
#pragma once

#include <optional>
#include <string>

#include "claims/records/records.h"
#include "claims/records/vocabulary.h"

namespace aver::claims {

// Who made the claim, where that is recorded: a holder who affirms it.
struct Claimant {
  std::string name;
  std::string kind;  // of actor
  Date held;
};

struct ReviewParts {
  const Claim* claim = nullptr;
  const Stance* stance = nullptr;  // position on the scale "rating"
  std::string reviewer;            // name
  std::string reviewer_kind;
  std::string reviewer_url;
  std::string url;    // of the review
  std::string title;  // likewise
  std::optional<Claimant> claimant;
};

// True where the position stands on the scale "rating".
bool is_rating(const Stance& stance, const Vocabulary& vocabulary);

// Appends one ClaimReview, an object on one line without a line break. The number of a rating is
// its word's value brought to 1 (worst) to 5 (best); a word whose value an earlier one has, too
// (unproven, beside mixed), goes without a number.
void append_claimreview(std::string& to, const ReviewParts& parts, const Vocabulary& vocabulary);

}  // namespace aver::claims
