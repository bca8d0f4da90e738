// SPDX-License-Identifier: MIT
//
// Time lines as a picture: a row a holder and scale, time across. Solid is held and checked, dotted
// is past the last look, hatched an absence; nothing is drawn where there is no record. What was
// set aside stands outlined below its row. Words and signs tell positions apart, never a colour
// alone.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/answers/answers.h"

namespace aver::cli {

// Where a picture stands: in a file of its own, which brings its colours, or in a page that has
// them (chart_style()).
enum class ChartPlace { alone, in_page };

struct ChartOptions {
  ChartPlace place = ChartPlace::alone;
  // The address of a step, for a picture in a page; empty or none: the stretch is no link.
  std::function<std::string(const TimeLine&, const claims::Step&)> link{};
  // What a row is called: the name for an id. None: the id.
  std::function<std::string(const std::string&)> name{};
};

// The picture of the time lines, up to the day of the answer; where there are none, it says so.
// Widths are shares of the picture's own, and text keeps its size: one picture fits a phone and a
// wide page. Any text is escaped.
std::string chart_svg(const HistoryAnswer& answer, const claims::Vocabulary& words,
                      const ChartOptions& options = {});

// Both clocks: the days of the world across, and a band for each day on which what was known of
// them changed. Needs the answer's `all_days`.
std::string chart_svg(const BeliefsAnswer& answer, const claims::Vocabulary& words,
                      const ChartOptions& options = {});

// CSS for pictures of both kinds, light and dark.
std::string_view chart_style();

// For --format svg.
std::string svg(const HistoryAnswer& answer, const claims::Vocabulary& words);
std::string svg(const BeliefsAnswer& answer, const claims::Vocabulary& words);

// The sign that stands before a word, so that no colour has to be seen: "−" of "deny".
std::string_view sign_of(const claims::Vocabulary& words, std::string_view word);
// How a word stands to the claim, as a class of the style: "p" for it, "n" against it, "z" neither,
// "a" an absence.
std::string_view tone_of(const claims::Vocabulary& words, std::string_view word);

}  // namespace aver::cli
