// SPDX-License-Identifier: MIT
//
// Answers as rows and columns, for spreadsheets and pages: CSV (RFC 4180), Markdown, and JSON
// Lines, one object a row.
#pragma once

#include <string>
#include <vector>

#include "cli/answers/answers.h"
#include "cli/answers/format.h"

namespace aver::cli {

struct Sheet {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  // So many of the last columns are left out of Markdown where no row has them.
  std::size_t where_given = 0;
  // The columns that JSON has as true and false, and as numbers; all others are texts.
  std::vector<std::string> flags{}, numbers{};
};

// The text escaped for Markdown, on one line; also for a table, where "|" ends a cell.
std::string markdown_text(const std::string& text);

struct RowStyle {
  // With what stands above the rows. Answers that come bit by bit have it above the first alone.
  bool head = true;
  // In CSV: with a "'" before a cell that a spreadsheet would run as a formula, which programs that
  // read the cells do not want.
  bool guard = true;
};

std::string csv(const Sheet& sheet, RowStyle style = {});
std::string csv_row(const std::vector<std::string>& cells, bool guard);
std::string markdown(const Sheet& sheet, bool head = true);
// A page for code hosts: what a proposal means.
std::string markdown(const ProposalAnswer& answer, const claims::Vocabulary& words);

// Empty cells are null; flags and numbers are what they are in the answer as one JSON value.
std::string json_lines(const Sheet& sheet);

// One of the above. REQUIRES: `format` is one of rows.
std::string in_rows(Format format, const Sheet& sheet, RowStyle style = {});

// Who signed what: a row for each file that a commit touched, one for an edition. Without an object
// there are only the columns.
Sheet signature_sheet(const store::SignedObject* one);

Sheet sheet(const ListAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const ActorListAnswer& answer);
Sheet sheet(const SourceListAnswer& answer);
Sheet sheet(const HistoryAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const BeliefsAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const LogAnswer& answer);
Sheet sheet(const EditionsAnswer& answer);
Sheet sheet(const DiffAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const PositionsAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const FlipsAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const DueAnswer& answer);
Sheet sheet(const QuotationsAnswer& answer);
Sheet sheet(const SearchAnswer& answer);
Sheet sheet(const ImpactAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const BlameAnswer& answer);
Sheet sheet(const ProposalListAnswer& answer);

}  // namespace aver::cli
