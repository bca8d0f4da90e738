// SPDX-License-Identifier: MIT
#include "cli/render/text/bars.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <utility>

#include "cli/terminal/layout.h"

using namespace aver::cli;

namespace {

std::vector<Bar> bars_at(const std::vector<int>& columns) {
  std::vector<Bar> bars;
  for (const int column : columns) bars.push_back({column, "silent"});
  return bars;
}

std::vector<int> columns_of(const std::vector<Bar>& bars) {
  std::vector<int> columns;
  for (const Bar& bar : bars) columns.push_back(bar.column);
  return columns;
}

std::string row_of(const std::vector<Bar>& bars, int cells) {
  std::string row = repeated(" ", bars.empty() ? 0 : bars.front().column);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const int end = i + 1 < bars.size() ? bars[i + 1].column : cells;
    row += drawn(bars[i].word, end - bars[i].column, end - bars[i].column);
  }
  return row;
}

}  // namespace

TEST_CASE("a bar of a day at the end of the row keeps its column, and no more") {
  CHECK(drawn("affirm", 1, 0) == "│");
  CHECK(drawn("affirm", 3, 3) == "│af");
  CHECK(drawn("affirm", 9, 9) == "│affirm──");
  CHECK(drawn("affirm", 9, 8) == "│affirm─·");
  CHECK(drawn("affirm", 9, -3) == "│affirm··");
  CHECK(drawn("affirm", 11, 11, 9) == "│affirm~~──");
  CHECK(drawn("affirm", 11, 8, 9) == "│affirm~~··");
  CHECK(drawn("affirm", 9, 9, 20) == "│affirm~~");
}

TEST_CASE("bars that crowd are moved aside, no further than needed") {
  CHECK(columns_of(spread(bars_at({0, 5, 5, 5, 20}), 24)) == std::vector<int>{0, 5, 6, 7, 20});
  CHECK(columns_of(spread(bars_at({0, 23, 23, 23}), 24)) == std::vector<int>{0, 21, 22, 23});
  CHECK(columns_of(spread(bars_at({0, 0, 1, 1, 2}), 3)) == std::vector<int>{0, 1, 2});
}

TEST_CASE("every row of the chart is as wide as it may be, and shows every bar there is room for") {
  CHECK(rc::check([] {
    const int cells = *rc::gen::inRange(24, 140);
    std::vector<int> columns = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, cells));
    // Crowds at either end are the usual case.
    for (const int many = *rc::gen::inRange(0, 8); std::cmp_less(columns.size(), many);)
      columns.push_back(cells - 1);
    std::sort(columns.begin(), columns.end());
    const std::vector<Bar> bars = spread(bars_at(columns), cells);
    const std::set<int> apart(columns.begin(), columns.end());
    RC_ASSERT(bars.size() ==
              (std::cmp_less_equal(columns.size(), cells) ? columns.size() : apart.size()));
    const std::vector<int> placed = columns_of(bars);
    RC_ASSERT(std::adjacent_find(placed.begin(), placed.end(), std::greater_equal<int>()) ==
              placed.end());
    if (placed.empty()) return;
    RC_ASSERT(placed.front() >= 0);
    RC_ASSERT(placed.back() < cells);
    RC_ASSERT(width_of(row_of(bars, cells)) == cells);
  }));
}
