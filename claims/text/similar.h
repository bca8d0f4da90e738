// SPDX-License-Identifier: MIT
//
// Did you mean …: names near to one that is not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

// Edits between two words: insert, delete, replace, swap of neighbours (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b);

// Returns the names nearest to `wanted`, nearest first, at most `most`; only those within a third
// of its length, those that contain it, and, for ids, those whose last part is near.
std::vector<std::string> nearest(std::string_view wanted, const std::vector<std::string>& names,
                                 std::size_t most = 3);

}  // namespace aver::claims
