// SPDX-License-Identifier: MIT
//
// A query asked of a period, a month or a year: of each of its days by itself.
//
// It is true of the period where it is on every day, and possible where it is on some; so what fits
// is told with the days on which it does. Pure.
#pragma once

#include <vector>

#include "claims/positions/in_force.h"
#include "claims/query/facts.h"
#include "claims/query/query.h"

namespace aver::claims::query {

struct FittingPositions {
  // On a day: those in force that fit, by line. Of a period: by line, then by day, each with the
  // days (Position::within) on which it fits, and as of the last of them.
  std::vector<Position> positions;
  // The claim fits: one of them does, or on a day on which nobody has a position, the claim alone;
  // or a line without a position, by what was set aside there.
  bool fits = false;
};

// REQUIRES: `query` as ClaimFacts::fits() does; null: everything fits. `setting.day` is not looked
// at.
FittingPositions fitting_within(const Query* query, const ClaimFolder& folder,
                                const Setting& setting, const DaySpan& days);

}  // namespace aver::claims::query
