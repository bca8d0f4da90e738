// SPDX-License-Identifier: MIT
//
// Rows about the index: what it costs to make and to keep, and what it is good for.
#pragma once

#include <filesystem>
#include <string>

namespace aver::bench {

// `store` is bare and stays as it is; copies of it are made in `folder`.
void measure_index(const std::string& program, const std::filesystem::path& store,
                   const std::filesystem::path& folder, bool quick);

}  // namespace aver::bench
