// SPDX-License-Identifier: MIT
//
// Bytes <-> hexadecimal digits, two a byte.
#pragma once

#include <string>
#include <string_view>

namespace aver::claims {

// Lower case; "" for no bytes.
std::string to_hex(std::string_view bytes);

// Digits of either case; a character that is none counts as 0, and a last odd one is dropped.
std::string from_hex(std::string_view digits);

// Whether all of it is lower-case digits.
bool is_hex(std::string_view digits);

}  // namespace aver::claims
