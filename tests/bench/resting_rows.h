// SPDX-License-Identifier: MIT
//
// What rests on a source that a tenth of all stances cite, beside the same questions without it.
#pragma once

#include <filesystem>
#include <string>

namespace aver::bench {

// Rows 31 and 32. Makes a store of its own in `folder`.
void measure_resting(const std::string& program, const std::filesystem::path& folder, bool quick);

}  // namespace aver::bench
