// SPDX-License-Identifier: MIT
//
// Rows about what comes in by the thousand.
#pragma once

#include <filesystem>
#include <string>

namespace aver::bench {

// The same records are brought into new stores in `folder`, by us and by git.
void measure_imports(const std::string& program, const std::filesystem::path& folder, bool quick);

}  // namespace aver::bench
