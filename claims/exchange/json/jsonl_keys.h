// SPDX-License-Identifier: MIT
//
// The keys that the format knows. A date under one of them is plain text; under any other key it is
// tagged. Private to jsonl.
#pragma once

#include <string_view>
#include <vector>

#include "claims/records/codec.h"

namespace aver::claims::jsonl {

inline constexpr std::string_view kTag = "$toml";

// The key's row, or null; also for no table.
const FieldInfo* field_of(const std::vector<FieldInfo>* known, std::string_view key);

}  // namespace aver::claims::jsonl
