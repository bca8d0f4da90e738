// SPDX-License-Identifier: MIT
//
// Strings of JSON, escaped: whatever hides (hidden.h) stands as \uXXXX, in all JSON that aver
// writes.
#pragma once

#include <string>
#include <string_view>

namespace aver::claims::json {

// Appends `text`, which is UTF-8, as a JSON string. Escaped is, besides what hides, "<", which
// would end a script of a page. A byte that is no UTF-8 becomes U+FFFD.
void append_string(std::string& to, std::string_view text);
std::string string(std::string_view text);

// Returns JSON text of another writer with what hides in its strings escaped. Line breaks and
// indentation stay.
// REQUIRES: `text` is JSON, in which nothing outside ASCII stands outside a string.
std::string escape_hidden(std::string_view text);

}  // namespace aver::claims::json
