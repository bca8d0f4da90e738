// SPDX-License-Identifier: MIT
//
// The status of each stance of a claim on a day: in force, followed by a later one, corrected, and
// so on.
#pragma once

#include <string_view>
#include <vector>

#include "claims/positions/in_force.h"

namespace aver::claims {

enum class StanceStatus {
  in_force,    // its holder's position on the day
  possible,    // it may be that: dates leave it open
  lapsed,      // the last one, but the day is past its `until`
  earlier,     // another came after it, or it ended
  later,       // it begins after the day
  corrected,   // another stance corrects it
  ended,       // another stance says the same, and when it ended
  retracted,   // a retraction says that it was never so
  retraction,  // is itself one, and no position
  check,       // somebody looked again; no position either
};

std::string_view to_string(StanceStatus standing);

// One for each of `stances`, in their order.
std::vector<StanceStatus> standings(const std::vector<Stance>& stances, Day day,
                                    const Vocabulary& vocabulary);

}  // namespace aver::claims
