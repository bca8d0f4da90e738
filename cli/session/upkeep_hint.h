// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session/session.h"

namespace aver::cli {

// After a command that is done: says on a terminal, once a day at the most, that the store could do
// with `aver maintain`. Does nothing by itself.
void hint_at_upkeep(Session& session);

}  // namespace aver::cli
