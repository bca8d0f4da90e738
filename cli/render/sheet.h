// SPDX-License-Identifier: MIT
//
// Answers as rows and columns, for spreadsheets and pages: CSV (RFC 4180), Markdown, and JSON
// Lines, one object a row.
#pragma once

#include <string>
#include <vector>

#include "cli/answers.h"

namespace aver::cli {

struct Sheet {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

std::string csv(const Sheet& sheet);
std::string csv_row(const std::vector<std::string>& cells);
std::string markdown(const Sheet& sheet);
std::string json_lines(const Sheet& sheet);  // empty cells are null

Sheet sheet(const ListAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const ActorListAnswer& answer);
Sheet sheet(const SourceListAnswer& answer);
Sheet sheet(const HistoryAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const LogAnswer& answer);
Sheet sheet(const DiffAnswer& answer);
Sheet sheet(const PositionsAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const FlipsAnswer& answer, const claims::Vocabulary& words);
Sheet sheet(const DueAnswer& answer);
Sheet sheet(const QuotationsAnswer& answer);
Sheet sheet(const BlameAnswer& answer);

}  // namespace aver::cli
