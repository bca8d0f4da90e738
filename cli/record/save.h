// SPDX-License-Identifier: MIT
//
// What every record-making command does at its end: one commit (or just the files), and one line
// that names it and says how to undo it.
#pragma once

#include <optional>
#include <string>

#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// Commits what `prepare` makes of the tip, or, with --no-commit, writes the files. Returns the line
// to tell: "3f2a91c on main; undo: aver undo 3f2a91c". `prepare` may run several times; the last
// run counts. Returns nothing where there was nothing to commit.
std::optional<std::string> save(Session& session, const Writing& writing,
                                const store::Prepare& prepare);

// Throws StoreError(usage) with what is wrong with a record that a command made from its words;
// does nothing where there is no error. Warnings are told on standard error.
void require_sound(Session& session, const claims::Diagnostics& problems);

// Throws StoreError(usage) where `id` is taken or cannot be one.
void require_free(const store::View& tip, const claims::RecordRef& record);

// A text as people type it: no blanks around, no line breaks where `lines` is false. Throws
// StoreError(usage) naming `what` where it is no UTF-8 or has control characters.
std::string clean_text(const std::string& what, const std::string& text, bool lines);

}  // namespace aver::cli
