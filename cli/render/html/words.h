// SPDX-License-Identifier: MIT
//
// What pages say of words, dates and changes: verbs, and dates as people write them. Signs and
// tones are those of the pictures (cli/render/svg).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "claims/positions/changes.h"
#include "claims/positions/in_force.h"
#include "claims/text/date.h"

namespace aver::cli::html {

// "says", "does", "rates it"; the name of any other scale.
std::string verb_of_scale(std::string_view scale);

// How a sentence tells a word: "affirms it", "has not acted on it"; a store's own word as itself.
std::string predicate(std::string_view word);

// "18 Dec 2024", with blanks that do not break; "about Dec 2024", "28 Oct to 3 Nov 2024".
std::string told(claims::Day day);
std::string told(const claims::Date& date);
std::string told(const claims::DaySpan& days);

// What a date is in <time datetime>; empty where it is more than a day, a month or a year.
std::string machine_date(const claims::Date& date);

std::string_view told(claims::Change change);

// "1 claim", "12 claims".
std::string counted(std::size_t number, std::string_view one, std::string_view many);

// With a capital first letter.
std::string capitalised(std::string text);

}  // namespace aver::cli::html
