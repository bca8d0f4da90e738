// SPDX-License-Identifier: MIT
//
// Finds what must be looked at again: absences that nobody has checked for long, reviews and
// deadlines that have passed or are near.
#pragma once

#include <string>
#include <vector>

#include "claims/positions/deadline.h"
#include "cli/answers/answers.h"
#include "cli/names/filter.h"

namespace aver::cli {

// Adds to `answer`, in the order of the folders. What it is made with outlives it.
class DueFinder {
 public:
  DueFinder(DueAnswer& answer, const Filter& filter, const claims::Vocabulary& words,
            claims::Day today, int days, int near)
      : answer_(answer), filter_(filter), words_(words), today_(today), days_(days), near_(near) {}

  void look_at(const claims::ClaimFolder& folder);

 private:
  void look_at_claim(const claims::Claim& claim);
  void look_at_deadline(const claims::Claim& claim, const claims::query::ClaimFacts& facts,
                        const std::vector<Held>& held);
  void add_deadline(const claims::Claim& claim, const claims::LineDeadline& line,
                    const claims::Position& position);
  std::string held_then(const claims::Claim& claim) const;
  void add_deadline_without_a_line(const claims::Claim& claim);
  void look_at_position(const claims::Lines& lines, const Held& held, bool several);
  void add_if_due(const claims::Date& when, const char* why, const std::string& claim,
                  const std::string& holder, const std::string& what, const std::string& command);

  DueAnswer& answer_;
  const Filter& filter_;
  const claims::Vocabulary& words_;
  claims::Day today_;
  int days_;
  int near_;
};

}  // namespace aver::cli
