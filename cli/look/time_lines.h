// SPDX-License-Identifier: MIT
//
// The time lines of a claim as values, for its history and for its page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/positions/lines.h"
#include "claims/records/records.h"
#include "cli/answers/answers.h"

namespace aver::cli {

// The steps of one line up to the day, the records that never are in force, and those that were set
// aside.
TimeLine time_line(const claims::ClaimFolder& folder, const claims::Lines& lines,
                   const claims::Line& line, claims::Day day);

// The holder's stances that were set aside, with why; those of one scale, if any is named.
std::vector<Overruled> set_aside(const claims::ClaimFolder& folder, const claims::Lines& lines,
                                 std::string_view holder, const claims::Scale* scale,
                                 bool any_scale, claims::Day day);

}  // namespace aver::cli
