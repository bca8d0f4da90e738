// SPDX-License-Identifier: MIT
//
// Dates as other programs write them: ISO 8601 with or without a time, RFC 2822, "October 31,
// 2024", "31.10.2024". What could mean two days is refused, not guessed.
#pragma once

#include <string_view>

#include "claims/text/date.h"

namespace aver::claims {

// The day as it is written: a time and its zone are left away. Also what parse_date reads.
// "03/04/2024" is two days; "31/10/2024" and "10/31/2024" are one.
ParsedDate loose_date(std::string_view text);

}  // namespace aver::claims
