// SPDX-License-Identifier: MIT
//
// How a proposal and its reviews are put into words, in text and in Markdown alike.
#pragma once

#include <string>

#include "cli/answers/answers.h"

namespace aver::cli {

// The name of somebody given as "Name <address>", or the address where there is no name.
std::string name_of(const std::string& user);

// "1 of 2 approvals"; empty where none is needed and none is there.
std::string approvals_of(const ProposalSummary& summary);

// "2 errors", "1 warning" or "sound".
std::string check_of(const ProposalSummary& summary);

// "merges cleanly", "conflicts with main"; empty where there is nothing to say.
std::string merge_of(const ProposalSummary& summary);

// "approves", "asks for a change of", "says of", or "says" where it speaks of no record.
std::string verdict_words(const claims::Review& review);

// "2024-11-01 09:30"; empty where the review has no date.
std::string when_of(const claims::Review& review);

}  // namespace aver::cli
