// SPDX-License-Identifier: MIT
//
// Any bytes as CSV: the rows' own bytes make up the file, and rows without an error are read back
// equal when they are written.
#include "claims/exchange/csv/csv.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aver::claims;
  if (size < 2) return 0;
  const csv::Format format{"\t,;|"[data[0] % 4], data[1] % 4 != 0};
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  csv::Reader reader(csv::more_of(text), format, 1000);
  csv::Row row;
  std::size_t bytes = 0;
  bool whole = true;
  std::vector<std::vector<std::string>> rows;
  std::string again;
  for (unsigned line = 1; reader.next(row);) {
    if (row.line < line) std::abort();
    line = row.line;
    bytes += row.raw.size();
    whole = whole && !row.raw.empty();
    for (const Diagnostic& one : row.problems) {
      if (one.place.line < row.line || one.place.column == 0) std::abort();
    }
    if (has_errors(row.problems)) continue;
    for (std::size_t i = 0; i < row.fields.size(); ++i) (void)row.place(i);
    rows.emplace_back(row.fields.begin(), row.fields.end());
    csv::append_row(again, row.fields, {format.delimiter});
  }
  const bool mark = text.starts_with("\xEF\xBB\xBF");
  if (whole && bytes + (mark ? 3 : 0) != text.size()) std::abort();
  csv::Reader second(csv::more_of(again), {format.delimiter, true}, 4000);
  for (const std::vector<std::string>& wanted : rows) {
    if (!second.next(row) || has_errors(row.problems)) std::abort();
    if (std::vector<std::string>(row.fields.begin(), row.fields.end()) != wanted) std::abort();
  }
  return second.next(row) ? (std::abort(), 1) : 0;
}
