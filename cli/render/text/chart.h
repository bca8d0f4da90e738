// SPDX-License-Identifier: MIT
//
// Time lines as a chart: a row a holder, time across, each position from the day it was held.
#pragma once

#include <string>
#include <vector>

#include "cli/answers/answers.h"
#include "cli/terminal/output.h"

namespace aver::cli {

// Returns the chart from the first step to `until`, as wide as the output; empty where there is
// nothing to compare (one day, one step) or no room. Each stretch begins with "|" and its word, as
// much of it as fits; a position that had run out leaves a gap, and one that nobody has checked
// since is dotted.
//
//            2024-10-24                       2024-12-02
//   calda           |silent---------------|affirm-
//   rastia   |declined---------------------|query-
std::string chart(const std::vector<TimeLine>& lines, bool by_holder, claims::Day until,
                  const claims::Vocabulary& words, const Output& out);

}  // namespace aver::cli
