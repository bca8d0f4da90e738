// SPDX-License-Identifier: MIT
//
// Retracts all that rests on a source, or on an actor's word, in one commit.
#pragma once

#include <string>

#include "cli/session/session.h"

namespace aver::cli {

// Retracts each record that falls, and the checks that speak of one, and tells them all. What
// stands by other evidence is told and stays as it is. `dry_run` only tells. Returns the exit code;
// throws StoreError as Resting and save() do.
int retract_resting(Session& session, const Writing& writing, const std::string& on,
                    const std::string& reason, bool dry_run);

}  // namespace aver::cli
