// SPDX-License-Identifier: MIT
//
// Where the rounds of proposals are kept.
#pragma once

#include <string_view>

namespace aver::store {

// Whether a path, or a folder that ends in "/", is that of a round, or below it: "KEY/rounds/…",
// "2024/KEY/rounds/…".
inline bool is_in_rounds(std::string_view path) {
  constexpr std::string_view kRounds = "rounds/";
  for (int depth = 0; depth < 2; ++depth) {
    const std::size_t slash = path.find('/');
    if (slash == path.npos) return false;
    path.remove_prefix(slash + 1);
    if (path.starts_with(kRounds)) return true;
  }
  return false;
}

// No file of reviews lies so deep: what somebody has put there is not looked at.
inline constexpr std::size_t kDeepestReview = 256;

}  // namespace aver::store
