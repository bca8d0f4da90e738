// SPDX-License-Identifier: MIT
//
// The last step of every record-making command: one commit (or only the files), and one line that
// names the commit and the command that undoes it.
#pragma once

#include <optional>
#include <string>

#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// Commits the change that `prepare` makes on the tip, or, with --no-commit, writes the files.
// Returns the line to print: "3f2a91c on main; undo: aver undo 3f2a91c". `prepare` may run several
// times; the last run counts. Returns nothing where there was nothing to commit.
std::optional<std::string> save(Session& session, const Writing& writing,
                                const store::Prepare& prepare);

// Throws StoreError(usage) with the errors of a record that a command made from its words; does
// nothing where there are none. Warnings are printed on standard error.
void require_sound(Session& session, const claims::Diagnostics& problems);

// Throws StoreError(usage) where `id` is taken or not a valid id.
void require_free(const store::View& tip, const claims::RecordRef& record,
                  std::string_view except = "");

// The typed text without the blanks around it. Throws StoreError(usage) naming `what` where it is
// not UTF-8 or has control characters, and, unless `lines`, where it has line breaks.
std::string clean_text(const std::string& what, const std::string& text, bool lines);

}  // namespace aver::cli
