// SPDX-License-Identifier: MIT
//
// A chart as rows of stretches, whatever they are of, and its SVG.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/date.h"

namespace aver::cli {

struct Stretch {
  claims::Day from;
  claims::Day certain_from;  // later than `from`: it may have begun on any day in between
  claims::Day to;            // the first day on which it is over
  std::string word;          // "deny", "deny or affirm ~"; empty: nothing is drawn
  std::string_view sign;     // instead of the label, where that has no room
  std::string label;         // "− deny"
  std::string_view tone;
  bool certain = true;
  std::string title;  // the whole of it in words
  std::string link{};
  std::size_t band = 0;   // the first of the row's bands that it fills
  std::size_t bands = 1;  // how many
};

// What was set aside, below its row.
struct SetAside {
  claims::Day day;
  std::string text;
};

struct PictureRow {
  std::string name;  // empty: as the row above
  std::string scale;
  std::vector<Stretch> stretches;
  std::optional<claims::Day> checked_until;  // from the next day on, nobody has looked
  std::vector<SetAside> aside{};
  // A row of several bands below each other: the day of each, which is told and marked in it.
  // Empty: one band, of no day.
  std::vector<claims::Day> bands{};
};

struct Picture {
  std::string title;
  std::string heading;  // of a picture that stands alone
  std::string description;
  std::string coordinates;  // below it: which day, known when
  claims::Day first, last;
  std::vector<PictureRow> rows;
  std::optional<claims::Day> here{};  // a broken line through all rows
};

// `style` is put into it; empty: it stands in a page.
std::string svg_of(const Picture& picture, std::string_view style);

}  // namespace aver::cli
