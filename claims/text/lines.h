// SPDX-License-Identifier: MIT
//
// Text as it stands in a sentence: its first or last line, or between quote marks; and the parts of
// text that programs write for programs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

// The text up to its first line break (LF); the whole where there is none.
std::string first_line(std::string_view text);

// The text behind its last line break; the whole where there is none.
std::string last_line(std::string_view text);

// The text without those of the characters `what` that it begins and ends with; the result is a
// part of `text`.
std::string_view trimmed(std::string_view text, std::string_view what);

// The text with each run of white space (ASCII) as one blank, and none at its ends.
std::string on_one_line(std::string_view text);

// "a, b and c".
std::string listed(const std::vector<std::string>& items);

// The parts of what a program writes with a zero byte behind each; the last may be without.
std::vector<std::string> split_at_zero(std::string_view text);

// The text between double quote marks; nothing in it is escaped.
std::string quoted(std::string_view text);

// The text; of one longer than `most` bytes as many whole characters as have room, and "…".
std::string shortened(std::string_view text, std::size_t most);

// The shortened text between the marks.
std::string quoted(std::string_view text, std::size_t most);

}  // namespace aver::claims
