// SPDX-License-Identifier: MIT
//
// Makes stores of any size for measuring: the same bytes on every machine.
#pragma once

#include <filesystem>
#include <string>

namespace aver::bench {

struct Size {
  std::string name;
  std::size_t claims = 0;
  bool commit_each = true;  // one commit a record; else one in all
};

inline constexpr std::size_t kStancesPerClaim = 5;
inline constexpr std::size_t kFolder = 1000;  // claims a topic folder has at the most

// The id of the n-th claim: "t003/c000123".
std::string claim_id(std::size_t number);

// Writes a bare store to `place`, through `git fast-import`: actors, sources, claims, and five
// times as many stances, skewed towards the first claims (of 20,000, the first has about 3,700).
// Does nothing where it is there already.
void generate(const Size& size, const std::filesystem::path& place);

}  // namespace aver::bench
