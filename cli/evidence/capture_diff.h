// SPDX-License-Identifier: MIT
//
// aver diff --source: compares two captures of one source.
#pragma once

#include <string>

#include "cli/session/session.h"

namespace aver::cli {

// `range` is "A..B", captures counted from 1; empty: the last two. Returns the exit code.
int diff_captures(Session& session, const Reading& reading, const std::string& source,
                  const std::string& range, bool exit_code);

}  // namespace aver::cli
