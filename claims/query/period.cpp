// SPDX-License-Identifier: MIT
//
// Few days of a period differ from the day before: those on which a record may begin or end, was
// looked at, or is overdue. Only these are asked.
#include "claims/query/period.h"

#include <map>
#include <set>
#include <utility>

#include "claims/query/keys.h"

namespace aver::claims::query {
namespace {

constexpr std::chrono::days kOneDay{1};

// The days of the period on which any answer about the claim may differ from the day before; the
// first of the period comes first.
std::set<Day> days_to_ask(const Query& query, const ClaimFolder& folder, ClaimLines& lines,
                          const DaySpan& asked, Day today) {
  std::set<Day> days = {asked.first};
  const auto add = [&](Day day) {
    if (asked.first < day && day <= asked.last) days.insert(day);
  };
  for (const Line& line : lines.all().all()) {
    const LineDays& spans = lines.days_of(line);
    for (std::size_t i = spans.at(asked.first); i < spans.size() && spans.from(i) <= asked.last;
         ++i)
      add(spans.from(i));
  }
  // Checks and times of one day are on no line.
  for (const Stance& stance : folder.stances) {
    add(stance.held.earliest());
    add(stance.held.latest() + kOneDay);
  }
  if (folder.claim && folder.claim->deadline) add(folder.claim->deadline->latest() + kOneDay);
  // Of a change within a month, more days are possible on each day of it: until one that the query
  // compares it with.
  each_term(query, [&](const Query& one) {
    if (one.term.key != Key::changed) return;
    for (const Match& match : one.term.any) {
      for (const std::string* text : {&match.value, &match.to}) {
        if (text->empty()) continue;
        const Date date = date_in(*text, today);
        add(date.earliest());
        add(date.latest() + kOneDay);
      }
    }
  });
  return days;
}

}  // namespace

FittingPositions fitting_within(const Query* query, const ClaimFolder& folder,
                                const Setting& setting, const DaySpan& days) {
  FittingPositions answer;
  if (query == nullptr) {
    answer.positions = positions_within(Lines(folder.stances, setting.words), days);
    answer.fits = true;
    return answer;
  }
  std::map<std::pair<std::string_view, std::string_view>, std::vector<Position>> by_line;
  const auto lines = std::make_shared<ClaimLines>(folder, setting.words);
  const std::set<Day> asked = days_to_ask(*query, folder, *lines, days, setting.today);
  for (auto at = asked.begin(); at != asked.end(); ++at) {
    const Day last = std::next(at) == asked.end() ? days.last : *std::next(at) - kOneDay;
    Setting on_day = setting;
    on_day.day = last;
    const ClaimFacts facts(folder, on_day, lines);
    if (facts.positions().empty()) answer.fits |= facts.fits(*query, Pair{}) != Truth::no;
    answer.fits |= facts.fits_without_a_position(*query);
    for (const Position& position : facts.positions()) {
      if (facts.fits(*query, pair_of(position)) == Truth::no) continue;
      answer.fits = true;
      std::vector<Position>& all = by_line[{position.holder, position.scale_name()}];
      Day first = *at;
      if (!all.empty() && all.back().within->last + kOneDay == first &&
          all.back().possible == position.possible) {
        first = all.back().within->first;
        all.pop_back();
      }
      all.push_back(position);
      all.back().within = DaySpan{first, last};
    }
  }
  for (auto& [line, positions] : by_line) {
    for (Position& position : positions) answer.positions.push_back(std::move(position));
  }
  return answer;
}

}  // namespace aver::claims::query
