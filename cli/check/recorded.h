// SPDX-License-Identifier: MIT
//
// The rules about when records were committed: recorded/clock and recorded/foxtrot. Reads the line
// of first parents, and no record.
#pragma once

#include <optional>
#include <vector>

#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// What is wrong with the stamps of a commit and its first parents. Those of commits in `wrong` have
// no say.
claims::Diagnostics check_recorded(Session& session, const store::View& view,
                                   const std::vector<store::CommitId>& wrong);

// The same of what is new since the base.
claims::Diagnostics check_recorded_since(Session& session, const store::View& base,
                                         const store::View& view,
                                         const std::vector<store::CommitId>& wrong);

// For a branch whose tip is moved: whether the old one is no first parent any more.
std::optional<claims::Diagnostic> check_first_parents(Session& session, const store::View& before,
                                                      const store::View& after);

}  // namespace aver::cli
