// SPDX-License-Identifier: MIT
//
// Two passes keep bars apart: the first, from the left, pushes a crowded bar right, the second,
// from the right, brings back those pushed past the end.
#include "cli/render/text/bars.h"

#include <algorithm>

#include "cli/terminal/layout.h"

namespace aver::cli {

std::vector<Bar> spread(std::vector<Bar> bars, int cells) {
  if (bars.size() > static_cast<std::size_t>(cells)) {
    std::vector<Bar> last_of_each;
    for (Bar& bar : bars) {
      if (!last_of_each.empty() && last_of_each.back().column == bar.column)
        last_of_each.pop_back();
      last_of_each.push_back(std::move(bar));
    }
    bars = std::move(last_of_each);
  }
  int next = 0;
  for (Bar& bar : bars) {
    bar.column = std::max(bar.column, next);
    next = bar.column + 1;
  }
  int end = cells;
  for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar) {
    bar->column = std::min(bar->column, end - 1);
    end = bar->column;
  }
  return bars;
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

std::string drawn(std::string_view word, int width, int solid, int vague) {
  const std::string text = "│" + fitting(word, width - 1);
  const int used = width_of(text);
  const int open = std::clamp(vague, used, std::max(used, width));
  const int line = std::clamp(solid, open, std::max(open, width));
  return text + repeated("~", open - used) + repeated("─", line - open) +
         repeated("·", width - line);
}

}  // namespace aver::cli
