// SPDX-License-Identifier: MIT
//
// Steps of time lines, and changes of belief, as stretches of a picture; and the signs and colours
// of words.
#include "cli/render/svg/chart_svg.h"

#include <algorithm>
#include <map>
#include <set>

#include "claims/check/clock.h"
#include "cli/render/svg/picture.h"
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

using std::chrono::days;

std::string worded(const std::vector<claims::Possible>& possible, const claims::Vocabulary& words) {
  std::string text;
  for (const claims::Possible& one : by_value(possible, words)) {
    if (!one.no_record()) text += (text.empty() ? "" : " or ") + std::string(one.word);
  }
  return possible.size() > 1 ? text + " ~" : text;
}

// Nothing is drawn for what has ended, nor where there is no record.
bool is_drawn(const std::vector<claims::Possible>& possible) {
  return possible.size() > 1 || !(possible.front().lapsed || possible.front().no_record());
}

void set_word(const std::vector<claims::Possible>& possible, const claims::Vocabulary& words,
              Stretch& stretch) {
  stretch.word = worded(possible, words);
  stretch.certain = possible.size() == 1;
  stretch.tone = stretch.certain ? tone_of(words, possible.front().word) : "z";
  stretch.sign = stretch.certain ? sign_of(words, possible.front().word) : "~";
  stretch.label = stretch.certain && !stretch.sign.empty()
                      ? std::string(stretch.sign) + " " + stretch.word
                      : stretch.word;
}

// Bars end with the day of the answer, and it is still among them.
void end_stretches(PictureRow& row, claims::Day last) {
  for (std::size_t i = 0; i < row.stretches.size(); ++i) {
    row.stretches[i].to = i + 1 < row.stretches.size() ? row.stretches[i + 1].from : last + days(1);
  }
  std::erase_if(row.stretches, [](const Stretch& one) { return one.word.empty(); });
  const auto is_last = [&](const Stretch& one) { return one.to == last + days(1); };
  if (row.stretches.empty() || !is_last(row.stretches.back())) row.checked_until.reset();
  // Only of the last stretch it is known when somebody looked.
  if (row.checked_until && row.stretches.size() > 1)
    row.checked_until = std::max(*row.checked_until, row.stretches.back().from - days(1));
}

std::string called(const std::string& id, const ChartOptions& options) {
  return options.name ? options.name(id) : id;
}

// What "[..2024-10-31]" may mean has no beginning.
bool has_no_beginning(const Stretch& stretch) {
  static const claims::Day kFirst = claims::Date::until(claims::Day()).earliest();
  return stretch.from <= kFirst;
}

// Those without a beginning reach as far back as the picture does, which gets some room for them.
void begin_stretches(Picture& picture) {
  const auto any = [](const PictureRow& row) {
    return std::any_of(row.stretches.begin(), row.stretches.end(), has_no_beginning);
  };
  if (std::any_of(picture.rows.begin(), picture.rows.end(), any)) {
    const auto span = (picture.last - picture.first).count();
    picture.first -= days(std::max<std::int64_t>(1, span / 8));
  }
  for (PictureRow& row : picture.rows) {
    for (Stretch& one : row.stretches) one.from = std::max(one.from, picture.first);
  }
}

// The last day on which somebody surely looked: what was recorded once, and never looked at again,
// was seen on the day that it was of; on which of a vague date's, nobody knows.
std::optional<claims::Day> last_look(const TimeLine& line) {
  if (line.last_checked) return line.last_checked->earliest();
  std::optional<claims::Day> last;
  if (line.steps.empty()) return last;
  for (const claims::Possible& one : line.steps.back().after) {
    for (const claims::Stance* stance : one.stances) {
      const claims::Date looked = stance->through.value_or(stance->held);
      const claims::Day day =
          looked.exact() || stance->through ? looked.earliest() : looked.earliest() - days(1);
      last = std::max(last.value_or(day), day);
    }
  }
  return last;
}

PictureRow row_of(const TimeLine& line, const claims::Vocabulary& words,
                  const ChartOptions& options) {
  PictureRow row;
  row.checked_until = last_look(line);
  for (const claims::Step& step : line.steps) {
    if (!row.stretches.empty() && !row.stretches.back().word.empty() &&
        step.change == claims::Change::restated) {
      continue;
    }
    Stretch stretch;
    stretch.from = step.when.first;
    stretch.certain_from = step.when.last;
    // Where two begin on one day, the later one is seen.
    if (!row.stretches.empty() && row.stretches.back().from >= stretch.from)
      row.stretches.pop_back();
    if (is_drawn(step.after)) {
      set_word(step.after, words, stretch);
      stretch.title = called(line.holder, options) + " " + stretch.word + ", " + when_text(step) +
                      ": " + std::string(claims::to_string(step.change));
      if (options.link) stretch.link = options.link(line, step);
    }
    row.stretches.push_back(std::move(stretch));
  }
  return row;
}

// What was set aside, by the day that it was of.
void add_aside(const TimeLine& line, PictureRow& row, std::optional<claims::Day>& first) {
  for (const Overruled& one : line.overruled) {
    const claims::Day day = one.held.written();
    row.aside.push_back({day, one.how});
    if (!first || day < *first) first = day;
  }
  std::stable_sort(row.aside.begin(), row.aside.end(),
                   [](const SetAside& a, const SetAside& b) { return a.day < b.day; });
}

// Each row is named by what the answer does not name already; not again where the one above it is
// of the same.
std::string name_of(const std::string& id, const std::string& above, const ChartOptions& options) {
  return id == above ? "" : called(id, options);
}

std::string row_id(bool of_claim, bool of_query, const std::string& claim,
                   const std::string& holder) {
  if (of_query) return holder + " · " + claim;
  return of_claim ? holder : claim;
}

std::string described(const Picture& picture, std::string_view what) {
  std::string text = std::string(what) + " from " + claims::to_string(picture.first) + " to " +
                     claims::to_string(picture.last) + ".";
  for (const PictureRow& row : picture.rows) {
    if (!row.stretches.empty()) text += " " + row.stretches.back().title + ".";
  }
  return text;
}

std::string coordinates_of(const Head& head) {
  std::string text =
      head.line.empty() ? "on " + head.at.day_text() + ", as known at HEAD" : head.line;
  if (head.line.empty() && !head.revision.empty()) text += " (" + short_id(head.revision) + ")";
  if (head.without) text += "; " + without_text(head.without());
  return text;
}

// A picture of more bands is no picture any more.
constexpr std::size_t kMostBands = 40;
constexpr claims::Day kNoEnd = claims::Day::max();

std::string known_text(const BeliefsAnswer::Known& one) {
  const auto day = [](claims::Day which) { return claims::to_string(claims::Date(which)); };
  std::string text = one.rectangle.to ? " until " + day(*one.rectangle.to - days(1)) : "";
  text += ", known from " + day(one.known_from);
  return one.known_to ? text + " until " + day(*one.known_to - days(1)) : text;
}

// A band for each day on which what was known changed; the last ones, where there are many.
PictureRow row_of(const BeliefsAnswer::KnownLine& line, const claims::Vocabulary& words,
                  const ChartOptions& options, std::size_t& left_out) {
  PictureRow row;
  std::set<claims::Day> bands;
  for (const BeliefsAnswer::Known& one : line.known) {
    bands.insert(one.known_from);
    if (one.known_to) bands.insert(*one.known_to);
  }
  row.bands.assign(bands.begin(), bands.end());
  if (row.bands.size() > kMostBands) {
    left_out += row.bands.size() - kMostBands;
    row.bands.erase(row.bands.begin(), row.bands.end() - static_cast<std::ptrdiff_t>(kMostBands));
  }
  const auto band_of = [&](claims::Day day) {
    return static_cast<std::size_t>(std::lower_bound(row.bands.begin(), row.bands.end(), day) -
                                    row.bands.begin());
  };
  for (const BeliefsAnswer::Known& one : line.known) {
    const std::size_t begin = band_of(one.known_from);
    const std::size_t end = one.known_to ? band_of(*one.known_to) : row.bands.size();
    if (begin == end || !is_drawn(one.rectangle.possible)) continue;
    Stretch stretch;
    set_word(one.rectangle.possible, words, stretch);
    stretch.from = one.rectangle.from;
    stretch.to = one.rectangle.to.value_or(kNoEnd);
    stretch.band = begin;
    stretch.bands = end - begin;
    stretch.title =
        called(line.holder, options) + " " + stretch.word +
        (has_no_beginning(stretch) ? ""
                                   : " from " + claims::to_string(claims::Date(stretch.from))) +
        known_text(one);
    row.stretches.push_back(std::move(stretch));
  }
  return row;
}

// What is known last.
std::string described_known(const Picture& picture) {
  if (picture.rows.empty()) return "Nothing was known.";
  std::string text = "Positions over time, from " + claims::to_string(picture.first) + " to " +
                     claims::to_string(picture.last) +
                     ", below each other as they were known from day to day. Known last:";
  for (const PictureRow& row : picture.rows) {
    for (const Stretch& one : row.stretches) {
      if (one.band + one.bands == row.bands.size()) text += " " + one.title + ".";
    }
  }
  return text;
}

std::string known_coordinates(const BeliefsAnswer& answer) {
  const Coordinates& at = answer.head.at;
  return "what was known of each day, up to " +
         (at.known_at.empty() ? "HEAD" : safe_line(at.known_at)) + " (" +
         short_id(answer.head.revision) + ")" +
         (at.on_given ? "; the broken line is " + at.day_text() : "");
}

std::string style_for(const ChartOptions& options) {
  return options.place == ChartPlace::alone ? std::string(chart_style()) : std::string();
}

}  // namespace

std::string chart_svg(const HistoryAnswer& answer, const claims::Vocabulary& words,
                      const ChartOptions& options) {
  Picture picture;
  picture.title = answer.title + (answer.subtitle.empty() ? "" : ": " + answer.subtitle);
  picture.heading = answer.subtitle.empty() ? answer.title : answer.subtitle;
  picture.coordinates = coordinates_of(answer.head);
  picture.last = answer.head.at.on;
  std::optional<claims::Day> first;
  std::string above;
  for (const TimeLine& line : answer.lines) {
    PictureRow row = row_of(line, words, options);
    const std::string id = row_id(answer.of_claim, answer.of_query, line.claim, line.holder);
    row.name = name_of(id, above, options);
    above = id;
    if (line.other_scales) row.scale = line.scale;
    for (const Stretch& one : row.stretches) {
      const claims::Day begin = has_no_beginning(one) ? one.certain_from : one.from;
      if (!first || begin < *first) first = begin;
      picture.last = std::max(picture.last, one.certain_from);
    }
    add_aside(line, row, first);
    picture.rows.push_back(std::move(row));
  }
  picture.first = std::min(first.value_or(picture.last), picture.last);
  begin_stretches(picture);
  for (PictureRow& row : picture.rows) end_stretches(row, picture.last);
  picture.description =
      picture.rows.empty() ? "No record." : described(picture, "Positions over time,");
  if (picture.rows.empty()) picture.coordinates = "no record; " + picture.coordinates;
  if (options.place == ChartPlace::in_page) picture.coordinates.clear();  // the page says so
  return svg_of(picture, style_for(options));
}

std::string chart_svg(const BeliefsAnswer& answer, const claims::Vocabulary& words,
                      const ChartOptions& options) {
  Picture picture;
  picture.title = "What was known of each day, and when: " + answer.title;
  picture.heading = answer.subtitle.empty() ? answer.title : answer.subtitle;
  picture.coordinates = known_coordinates(answer);
  if (answer.head.at.on_given) picture.here = answer.head.at.on;
  std::optional<claims::Day> first;
  std::optional<claims::Day> last;
  std::string above;
  std::size_t left_out = 0;
  for (const BeliefsAnswer::KnownLine& line : answer.all_days) {
    PictureRow row = row_of(line, words, options, left_out);
    const std::string id = row_id(answer.of_claim, false, line.claim, line.holder);
    row.name = name_of(id, above, options);
    above = id;
    if (line.other_scales) row.scale = line.scale;
    for (const Stretch& one : row.stretches) {
      const claims::Day begin = has_no_beginning(one) ? one.to : one.from;
      first = std::min(first.value_or(begin), begin);
      const claims::Day end = one.to == kNoEnd ? begin : one.to;
      last = std::max(last.value_or(end), end);
    }
    first = std::min(first.value_or(row.bands.front()), row.bands.front());
    last = std::max(last.value_or(row.bands.back()), row.bands.back());
    picture.rows.push_back(std::move(row));
  }
  picture.first = first.value_or(answer.head.at.on);
  picture.last = last.value_or(picture.first);
  // What was known last stays so: it gets some room behind its first day.
  picture.last += days(std::max<std::int64_t>(1, (picture.last - picture.first).count() / 8));
  begin_stretches(picture);
  for (PictureRow& row : picture.rows) {
    for (Stretch& one : row.stretches) {
      one.to = std::min(one.to, picture.last + days(1));
      one.certain_from = one.from;
    }
  }
  if (left_out > 0)
    picture.coordinates += "; " + counted(left_out, "earlier change") + " not drawn";
  picture.description = described_known(picture);
  if (picture.rows.empty()) picture.coordinates = "nothing; " + picture.coordinates;
  return svg_of(picture, style_for(options));
}

std::string svg(const HistoryAnswer& answer, const claims::Vocabulary& words) {
  return chart_svg(answer, words);
}
std::string svg(const BeliefsAnswer& answer, const claims::Vocabulary& words) {
  return chart_svg(answer, words);
}

std::string_view sign_of(const claims::Vocabulary& words, std::string_view word) {
  // Of the words that a new store begins with; others by what they mean.
  static const std::map<std::string_view, std::string_view> kSigns = {
      {"affirm", "+"},       {"qualified", "±"},   {"neutral", "="},  {"query", "?"},
      {"relay", "»"},        {"declined", "…"},    {"deny", "−"},     {"silent", "○"},
      {"not-acted", "○"},    {"announced", "◔"},   {"in-works", "◑"}, {"stalled", "◑"},
      {"partial", "◕"},      {"done", "●"},        {"broken", "−"},   {"reversed", "−"},
      {"true", "+"},         {"mostly-true", "+"}, {"mixed", "±"},    {"unproven", "?"},
      {"mostly-false", "−"}, {"false", "−"}};
  const claims::Meaning meaning = words.find(word);
  const auto known = kSigns.find(meaning ? std::string_view(meaning.word->name) : word);
  if (known != kSigns.end()) return known->second;
  if (!meaning) return "·";
  if (meaning.word->absence) return "○";
  if (meaning.word->value > 0) return "+";
  return meaning.word->value < 0 ? "−" : "=";
}

std::string_view tone_of(const claims::Vocabulary& words, std::string_view word) {
  const claims::Meaning meaning = words.find(word);
  if (!meaning) return "z";
  if (meaning.word->absence) return "a";
  if (meaning.word->value > 0) return "p";
  return meaning.word->value < 0 ? "n" : "z";
}

// Blue and ochre are of one lightness: in grey, signs and words tell. Text has a contrast of 4.5
// and more, marks of 3 and more, against the page.
std::string_view chart_style() {
  return R"(.aver-chart { --c-bg: #fff; --c-ink: #16191c; --c-soft: #575d63; --c-line: #d9dcdf;
  --c-p: #1c5c8a; --c-p-fill: #c3dcee; --c-n: #a04600; --c-n-fill: #f6d2b0; --c-z: #5d646b;
  --c-z-fill: #e0e3e5; --c-a: #6a7178;
  font-family: "Helvetica Neue", "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums; }
@media (prefers-color-scheme: dark) { .aver-chart { --c-bg: #121416; --c-ink: #eceeef;
  --c-soft: #a8afb6; --c-line: #33383d; --c-p: #86bfe8; --c-p-fill: #1d4664; --c-n: #f2a56b;
  --c-n-fill: #673510; --c-z: #a5adb5; --c-z-fill: #3a4046; --c-a: #98a0a8; } }
.aver-chart .ground { fill: var(--c-bg); }
.aver-chart text { fill: var(--c-ink); font-size: 13px; }
.aver-chart .axis, .aver-chart .note { fill: var(--c-soft); font-size: 12.5px; }
.aver-chart .head { font-size: 18px; font-weight: 700; }
.aver-chart .end { text-anchor: end; }
.aver-chart .grid, .aver-chart .rail { stroke: var(--c-line); }
.aver-chart .who { font-size: 14px; font-weight: 600; }
.aver-chart .scale { fill: var(--c-soft); font-weight: 400; }
.aver-chart .fill.p { fill: var(--c-p-fill); } .aver-chart .fill.n { fill: var(--c-n-fill); }
.aver-chart .fill.z { fill: var(--c-z-fill); } .aver-chart .fill.a { fill: url(#aver-hatch); }
.aver-chart .dots.p { fill: url(#aver-dots-p); } .aver-chart .dots.n { fill: url(#aver-dots-n); }
.aver-chart .dots.z { fill: url(#aver-dots-z); } .aver-chart .dots.a { fill: url(#aver-dots-a); }
.aver-chart .soft.p { fill: url(#aver-soft-p); } .aver-chart .soft.n { fill: url(#aver-soft-n); }
.aver-chart .soft.z { fill: url(#aver-soft-z); } .aver-chart .soft.a { fill: url(#aver-soft-a); }
.aver-chart .day { paint-order: stroke; stroke: var(--c-bg); stroke-width: 3px; }
.aver-chart .mark { stroke: var(--c-ink); stroke-width: 2; } .aver-chart .here { stroke: var(--c-ink); stroke-dasharray: 2 4; }
.aver-chart .open { fill: none; stroke: var(--c-z); stroke-dasharray: 3 3; }
.aver-chart .base, .aver-chart .edge { stroke-width: 2; stroke: var(--c-a); }
.aver-chart line.p { stroke: var(--c-p); } .aver-chart line.n { stroke: var(--c-n); }
.aver-chart line.z { stroke: var(--c-z); }
.aver-chart .hatch { stroke: var(--c-a); stroke-width: 1.2; }
.aver-chart .dot.p { fill: var(--c-p); } .aver-chart .dot.n { fill: var(--c-n); }
.aver-chart .dot.z { fill: var(--c-z); } .aver-chart .dot.a { fill: var(--c-a); }
.aver-chart .stop.p { stop-color: var(--c-p-fill); } .aver-chart .stop.n { stop-color: var(--c-n-fill); }
.aver-chart .stop.z { stop-color: var(--c-z-fill); } .aver-chart .stop.a { stop-color: var(--c-z-fill); }
.aver-chart .aside { fill: var(--c-bg); stroke: var(--c-a); }
.aver-chart .lab { font-weight: 600; paint-order: stroke; stroke: var(--c-bg); stroke-width: 3px;
  stroke-linejoin: round; }
.aver-chart a { text-decoration: none; } .aver-chart a:hover .lab { text-decoration: underline; }
.aver-chart .w1, .aver-chart .w2, .aver-chart .w3, .aver-chart .w4 { display: none; }
@media (min-width: 480px) { .aver-chart .w1 { display: inline; } .aver-chart .not-w1 { display: none; } }
@media (min-width: 680px) { .aver-chart .w2 { display: inline; } .aver-chart .not-w2 { display: none; } }
@media (min-width: 900px) { .aver-chart .w3 { display: inline; } .aver-chart .not-w3 { display: none; } }
@media (min-width: 1240px) { .aver-chart .w4 { display: inline; } .aver-chart .not-w4 { display: none; } }
@media print { .aver-chart text { fill: #000; } }
)";
}

}  // namespace aver::cli
