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

  // The day or the period, in words.
  std::string on_text() const {
    return claims::to_string(period ? claims::date_of(*period) : claims::Date{on});
  }
};

}  // namespace aver::cli
