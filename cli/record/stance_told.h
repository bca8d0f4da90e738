// SPDX-License-Identifier: MIT
//
// A stance in the words of who has just recorded it, and in those of its commit.
#pragma once

#include <string>
#include <vector>

#include "claims/records/records.h"
#include "claims/records/vocabulary.h"
#include "cli/terminal/output.h"

namespace aver::cli {

// Which change of position the record makes on its day, beside `others` of its holder and claim:
// "recorded calda deny on dorn/talks, held 2024-10-03: reversal, was affirm since 2024-10-02". One
// line, without a break.
std::string change_told(const claims::Stance& stance, const std::vector<claims::Stance>& others,
                        const claims::Vocabulary& words, const Output& out);

// The message of the commit that records it.
std::string message_for(const claims::Stance& stance);

}  // namespace aver::cli
