// SPDX-License-Identifier: MIT
//
// Bytes as text in JSON: RFC 4648's base64, padded, on one line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aver::claims {

void append_base64(std::string& to, std::string_view bytes);

// Returns the bytes, or nothing where the text is no base64 as append_base64 writes it.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace aver::claims
