// SPDX-License-Identifier: MIT
//
// The rules about when records were committed: recorded/clock and recorded/foxtrot. Reads the line
// of first parents, and no record.
#pragma once

#include <string>
#include <vector>

#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// Adds what is wrong with the stamps of a commit and its first parents. Those of commits in `wrong`
// have no say.
void check_recorded(Session& session, const store::View& view,
                    const std::vector<store::CommitId>& wrong, claims::Diagnostics& to);

// The same of what is new since the base.
void check_recorded_since(Session& session, const store::View& base, const store::View& view,
                          const std::vector<store::CommitId>& wrong, claims::Diagnostics& to);

// For a branch whose tip is moved: adds that the old one is no first parent any more, if so.
void check_first_parents(Session& session, const store::View& before, const store::View& after,
                         claims::Diagnostics& to);

}  // namespace aver::cli
