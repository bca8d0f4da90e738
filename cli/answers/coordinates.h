// SPDX-License-Identifier: MIT
//
// A point on both clocks: a day of the world, and what was known.
#pragma once

#include <optional>
#include <string>

#include "claims/positions/in_force.h"
#include "claims/text/date.h"

namespace aver::cli {

// A point on both clocks, and how it was asked for.
struct Coordinates {
  claims::Day on;  // of a period its last day
  std::optional<claims::DaySpan> period{};
  bool on_given = false;
  std::string known_at;  // as given; empty: now

  // The day or the period: "2024-10-31", "2024-10".
  std::string day_text() const {
    return claims::to_string(period ? claims::date_of(*period) : claims::Date{on});
  }
  // The same in a sentence: "on 2024-10-31", "in 2024-10".
  std::string on_text() const { return (period ? "in " : "on ") + day_text(); }
};

}  // namespace aver::cli
