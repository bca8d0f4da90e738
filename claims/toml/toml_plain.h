// SPDX-License-Identifier: MIT
//
// Reads the TOML that nearly every record is: one "key = value" a line, texts without escapes,
// dates, numbers, flags, lists of texts. Some ten times as fast as reading TOML at large.
//
// Private to claims/toml/toml.cpp, which reads everything else: comments, tables, escapes, odd
// spacing, and whatever is wrong. Where both can read a text, they read it alike, places included.
#pragma once

#include <optional>
#include <string_view>

#include "claims/toml/toml.h"

namespace aver::claims::toml {

// Returns nothing where the text has anything but plain lines in it. `text` must be UTF-8.
std::optional<Table> parse_plain(std::string_view text);

}  // namespace aver::claims::toml
