// SPDX-License-Identifier: MIT
//
// A store of the size and shape of the votes of the UN General Assembly, 1946 to 2019: what a
// million stances cost.
#pragma once

#include <cstddef>
#include <filesystem>

namespace aver::bench {

inline constexpr std::size_t kVotes = 870'109;
inline constexpr std::size_t kRollCalls = 6'203;
inline constexpr std::size_t kCountries = 200;

// Makes a bare store of `place`, one commit a record, through store/bulk, and prints its rate for
// each 100,000 stances, the memory that was used at the most, and the disk's. Nothing is done where
// it is there already.
void generate_votes(const std::filesystem::path& place);

}  // namespace aver::bench
