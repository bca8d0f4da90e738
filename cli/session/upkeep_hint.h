// SPDX-License-Identifier: MIT
//
// A reminder that the store would be faster after `aver maintain`.
#pragma once

#include "cli/session/session.h"

namespace aver::cli {

// Called after a command: prints, on a terminal and at most once a day, that the store would profit
// from `aver maintain`. Never maintains anything itself.
void hint_at_upkeep(Session& session);

}  // namespace aver::cli
