// SPDX-License-Identifier: MIT
//
// A point on both clocks: a day of the world, and what was known.
#pragma once

#include <string>

#include "claims/text/date.h"

namespace aver::cli {

// A point on both clocks, and how it was asked for.
struct Coordinates {
  claims::Day on;
  bool on_given = false;
  std::string known_at;  // as given; empty: now
};

}  // namespace aver::cli
