// SPDX-License-Identifier: MIT
//
// Whether an edge of a quote cuts a word or a number of its source in two.
//
// Looks at the source as it is, never at a folded form: there a minus is a dash, and every
// quotation mark an apostrophe. Words: the rules WB5 to WB12 of Unicode's word boundaries (UAX #29)
// as far as they speak of apostrophes and points, and what more belongs to a number.
#pragma once

#include <cstddef>
#include <string_view>

namespace aver::claims {

// True where a word or a number runs across the byte `at`: "can|'t", "-|5", "1| 000", "12:|30",
// "£|5", "50| %", "non-|nuclear", "govern-\n|ment". False between signs of scripts without blanks,
// and at both ends of the text.
// REQUIRES: `at` is the beginning of a code point, or text.size().
bool is_cut(std::string_view text, std::size_t at);

}  // namespace aver::claims
