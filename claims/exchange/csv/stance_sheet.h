// SPDX-License-Identifier: MIT
//
// A stance as a row of a table, for spreadsheets and databases: which columns there are, what they
// mean, and a stance's cells in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/exchange/stance_status.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"

namespace aver::claims {

struct Column {
  std::string_view name;
  std::string_view meaning;  // one line
};

// The columns in order. New ones are added at the end.
const std::vector<Column>& stance_columns();

// The values of a row that are not in the stance itself; empty where unknown.
struct StanceContext {
  const Claim* claim = nullptr;
  StanceStatus standing = StanceStatus::earlier;
  std::string holder_name;
  std::string source_title;
  std::string source_url;
};

// One cell a column; lists are joined by "; ". Absent is empty.
std::vector<std::string> stance_cells(const Stance& stance, const StanceContext& context,
                                      const Vocabulary& vocabulary);

}  // namespace aver::claims
