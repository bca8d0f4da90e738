// SPDX-License-Identifier: MIT
//
// "aver help query": the language, with each of its keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal/output.h"

namespace aver::cli {

std::string query_help(const Output& out);

// The commands that it shows as examples.
std::vector<std::string_view> query_examples();

}  // namespace aver::cli
