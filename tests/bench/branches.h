// SPDX-License-Identifier: MIT
//
// Two branches of a bench store to be merged.
#pragma once

#include <filesystem>

namespace aver::bench {

inline constexpr int kOnEachBranch = 1000;

// Makes a bare clone of `store` at `place`, with the branches "ours" and "theirs": 1,000 records
// each on top of the same commit, nine tenths new, one tenth edited; half of the edited ones on
// both sides, in different fields. Does nothing where it is there already.
void generate_branches(const std::filesystem::path& store, const std::filesystem::path& place);

}  // namespace aver::bench
