// SPDX-License-Identifier: MIT
//
// The lines "Name: value" of a commit's message that say what it did.
#pragma once

#include <string>
#include <string_view>

namespace aver::cli {

// The value of the last trailer of that name; empty where there is none.
std::string trailer_of(std::string_view message, std::string_view name);

// Whether a trailer of the name has the value.
bool has_trailer(std::string_view message, std::string_view name, std::string_view value);

// Why a commit takes records out on purpose, as its message says; empty where it does not.
std::string drops_of(std::string_view message);

// The line that says so.
std::string drops_line(std::string_view why);

}  // namespace aver::cli
