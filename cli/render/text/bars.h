// SPDX-License-Identifier: MIT
//
// The bars of a row of the chart: where each begins, and how it is drawn. Columns, no days.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aver::cli {

// A stretch of a row: from its column up to the next one's, or to the end of the row.
struct Bar {
  int column = 0;
  std::string word;  // empty: a gap
  // Of the days of the row: up to this column it is not certain that this is so.
  int certain_from = 0;
};

// Returns `bars` (by column, all of them below `cells`) with distinct columns: crowded bars are
// moved aside, no further than needed. Where there are more bars than cells, only the last of the
// bars that begin in one column is kept.
std::vector<Bar> spread(std::vector<Bar> bars, int cells);

// Returns a bar of exactly `width` columns (1 at least): "│", as much of the word as fits, "~" for
// the first `vague` columns, a line for the first `solid` ones, and dots.
std::string drawn(std::string_view word, int width, int solid, int vague = 0);

std::string repeated(std::string_view piece, int times);

}  // namespace aver::cli
