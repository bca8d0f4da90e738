// SPDX-License-Identifier: MIT
//
// SHA-256 of whole texts, by which captures are identified.
#pragma once

#include <string>
#include <string_view>

namespace aver::store {

// The SHA-256 of the bytes, as 64 lower-case hex digits.
std::string sha256(std::string_view bytes);

}  // namespace aver::store
