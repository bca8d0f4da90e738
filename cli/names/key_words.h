// SPDX-License-Identifier: MIT
//
// The words that an enumerated key of a record allows, for the options that set it or ask for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/records/codec.h"

namespace aver::cli {

inline std::vector<std::string> words_of_key(claims::RecordKind kind, std::string_view key) {
  const std::vector<std::string_view>& words = claims::choices(kind, key);
  return {words.begin(), words.end()};
}

}  // namespace aver::cli
