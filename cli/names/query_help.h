// SPDX-License-Identifier: MIT
//
// "aver help query": the language, with each of its keys.
#pragma once

#include <string>

#include "cli/terminal/output.h"

namespace aver::cli {

std::string query_help(const Output& out);

}  // namespace aver::cli
