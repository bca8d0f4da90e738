// SPDX-License-Identifier: MIT
//
// A verdict in lines, as refusals and commit messages have it.
#pragma once

#include <string>
#include <vector>

#include "claims/review/event_judge.h"

namespace aver::cli {

// What is missing, a line a file; the same sentence for many files is said once, with their number.
// Then the reviews that do not count.
std::vector<std::string> missing_lines(const claims::reviews::Verdict& verdict);

// Those whose approval counted for any file, in the order of the reviews.
std::vector<std::string> approvers(const claims::reviews::Verdict& verdict);

}  // namespace aver::cli
