// SPDX-License-Identifier: MIT
//
// Kinds of ASCII characters, whatever the locale. Bytes of longer code points are of none of them.
#pragma once

namespace aver::claims {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }

// What JSON, HTML and git call white space: blank, tab, line feed, carriage return.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// What C calls white space: vertical tab and form feed, too.
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace aver::claims
