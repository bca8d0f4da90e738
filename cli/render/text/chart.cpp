// SPDX-License-Identifier: MIT
//
// Scales days to columns, makes one row of bars for each time line, and labels it with the shortest
// tail of its id that no other row has.
#include "cli/render/text/chart.h"

#include <algorithm>
#include <cstdint>

#include "claims/text/paths.h"
#include "cli/render/text/bars.h"
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

constexpr int kMinCells = 24;
constexpr int kMaxLabel = 24;

class TimeAxis {
 public:
  TimeAxis(claims::Day first, claims::Day last, int cells)
      : first_(first), days_((last - first).count() + 1), cells_(cells) {}

  // The column that a day falls into; the last one for days behind the axis.
  int column(claims::Day day) const {
    const auto since = (day - first_).count();
    return static_cast<int>(std::clamp<std::int64_t>(since * cells_ / days_, 0, cells_ - 1));
  }
  int cells() const { return cells_; }

 private:
  claims::Day first_;
  std::int64_t days_;
  int cells_;
};

// A vague date begins where it is written: what "[..2024-10-31]" may mean has no beginning.
claims::Day drawn_from(const claims::Step& step) { return claims::date_of(step.when).written(); }

// The stretches of a line, in the columns where they would begin.
std::vector<Bar> bars_of(const TimeLine& line, const TimeAxis& axis,
                         const claims::Vocabulary& words) {
  std::vector<Bar> found;
  std::optional<claims::Day> begun;
  for (const claims::Step& step : line.steps) {
    // What is only said again is no new stretch.
    if (!found.empty() && !found.back().word.empty() && step.change == claims::Change::restated) {
      continue;
    }
    // Where two begin on one day, the later one is seen.
    const claims::Day day = drawn_from(step);
    if (begun == day) found.pop_back();
    begun = day;
    const bool ended =
        step.after.size() == 1 && (step.after.front().lapsed || step.after.front().no_record());
    std::string word;
    for (const claims::Possible& one : by_value(step.after, words)) {
      if (!one.no_record()) word += (word.empty() ? "" : " or ") + safe_line(one.word);
    }
    const bool open = step.after.size() > 1;
    if (open) word += " ~";
    const int from = step.when.first == step.when.last ? 0 : axis.column(step.when.last);
    found.push_back({axis.column(day), ended ? "" : word, open ? axis.cells() : from});
  }
  return found;
}

// True where some stretch of the line is not certain.
bool is_vague(const TimeLine& line) {
  return std::any_of(line.steps.begin(), line.steps.end(), [](const claims::Step& step) {
    return step.after.size() > 1 || step.when.first != step.when.last;
  });
}

std::string row(const TimeLine& line, const TimeAxis& axis, const claims::Vocabulary& words,
                const Output& out) {
  const int unchecked =
      line.last_checked ? axis.column(line.last_checked->latest()) + 1 : axis.cells();
  const std::vector<Bar> bars = spread(bars_of(line, axis, words), axis.cells());
  std::string text = repeated(" ", bars.empty() ? 0 : bars.front().column);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    const bool last = i + 1 == bars.size();
    const int width = (last ? axis.cells() : bars[i + 1].column) - bar.column;
    if (bar.word.empty()) {
      text += repeated(" ", width);
      continue;
    }
    text += out.paint(style_of(words, bar.word),
                      drawn(bar.word, width, last ? unchecked - bar.column : width,
                            bar.certain_from - bar.column));
  }
  return text;
}

// The last part of an id that no other row has.
std::string label_of(const TimeLine& line, bool by_holder) {
  const std::string& id = by_holder ? line.holder : line.claim;
  if (by_holder || width_of(id) <= kMaxLabel) return id;
  return std::string(claims::last_part(id));
}

}  // namespace

std::string chart(const std::vector<TimeLine>& lines, bool by_holder, claims::Day until,
                  const claims::Vocabulary& words, const Output& out) {
  std::optional<claims::Day> first;
  claims::Day last = until;
  std::size_t steps = 0;
  int label_width = 0;
  for (const TimeLine& line : lines) {
    steps += line.steps.size();
    for (const claims::Step& step : line.steps) {
      const claims::Day begin = drawn_from(step);
      if (!first || begin < *first) first = begin;
      last = std::max(last, begin);
    }
    if (!line.steps.empty())
      label_width = std::max(label_width, width_of(label_of(line, by_holder)));
  }
  label_width = std::min(label_width, kMaxLabel);
  const int cells = out.width() - 2 - label_width - 2;
  if (!first || last <= *first || steps < 2 || cells < kMinCells) return "";

  const TimeAxis axis(*first, last, cells);
  const std::string from = claims::to_string(*first);
  const std::string to = claims::to_string(last);
  const std::string margin = repeated(" ", 2 + label_width + 2);
  std::string page =
      margin +
      out.paint(Style::dim, from + repeated(" ", cells - width_of(from) - width_of(to)) + to) +
      "\n";
  bool dotted = false;
  bool vague = false;
  const TimeLine* above = nullptr;
  for (const TimeLine& line : lines) {
    if (line.steps.empty()) continue;
    // A holder is named once for all its scales.
    const bool again =
        above != nullptr && above->holder == line.holder && above->claim == line.claim;
    above = &line;
    dotted |= line.last_checked.has_value();
    vague |= is_vague(line);
    page +=
        "  " +
        padded(out.paint(Style::strong,
                         again ? "" : shortened(safe_line(label_of(line, by_holder)), label_width)),
               label_width) +
        "  " + row(line, axis, words, out);
    while (page.ends_with(' ')) page.pop_back();
    page += "\n";
  }
  if (vague) page += margin + out.paint(Style::dim, "~~~ not certain") + "\n";
  if (dotted) page += margin + out.paint(Style::dim, "··· not checked since") + "\n";
  return page;
}

}  // namespace aver::cli
