// SPDX-License-Identifier: MIT
//
// The formats of an export. Each is written as it is produced; none keeps the store in memory.
#pragma once

#include "cli/exchange/export.h"
#include "cli/session/target.h"

namespace aver::cli {

// The whole store as JSON Lines, file by file: an import of it gives the same files, to the byte,
// and executables as such. Symbolic links are left out, and named on stderr.
void export_all_lines(Session& session, const store::View& view, Target& target);

// The claims that fit the query, and the actors and sources (with captures) that they refer to.
void export_lines(Session& session, const ExportScope& scope, Target& target);

// One row a stance, as CSV; with a `guard` of cells that a spreadsheet would run as formulas, or
// exactly.
void export_rows(Session& session, const ExportScope& scope, ExportNames& names, Target& target,
                 bool guard);

// The verdicts in force, as ClaimReview.
void export_reviews(Session& session, const ExportScope& scope, ExportNames& names, Target& target);

// An SQLite database. Throws StoreError(usage) on a terminal.
void export_database(Session& session, const ExportScope& scope, Target& target);

}  // namespace aver::cli
