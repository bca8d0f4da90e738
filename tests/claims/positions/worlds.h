// SPDX-License-Identifier: MIT
//
// Who holds what on a day, by brute force: every way of filling in a vague date, and every order of
// one day, is tried. And stores to ask it of, in which the rules have something to decide.
//
// The rule of claims/FORMAT.md, "In force", said a second time: nothing here asks
// claims/positions/.
#pragma once

#include <rapidcheck.h>

#include <chrono>
#include <compare>
#include <functional>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/claims/build.h"

namespace aver::claims {

// As rapidcheck shows a failing store.
inline void showValue(const Stance& stance, std::ostream& out) {
  out << "\n  " << stance.name << ": " << stance.holder << " " << stance.position << " "
      << to_string(stance.held);
  if (stance.until) out << " until " << to_string(*stance.until);
  if (stance.through) out << " through " << to_string(*stance.through);
  if (!stance.corrects.empty()) out << " corrects " << stance.corrects;
  if (!stance.retracts.empty()) out << " retracts " << stance.retracts;
  if (!stance.repeats.empty()) out << " repeats " << stance.repeats;
  if (!stance.source.empty()) out << " source " << stance.source;
}

}  // namespace aver::claims

namespace aver::tests {

using claims::Day;
using claims::Stance;
using Stances = std::vector<Stance>;

constexpr std::chrono::days kOneDay{1};

// A record that may be in force, by its name; without a name: no record.
struct May {
  std::string record;
  bool lapsed = false;
  friend auto operator<=>(const May&, const May&) = default;
};

// What that says.
struct Said {
  std::string word;
  bool lapsed = false;
  friend auto operator<=>(const Said&, const Said&) = default;
};

using LineKey = std::pair<std::string, std::string>;  // holder and scale
template <class What>
using AnswersOf = std::map<LineKey, std::set<What>>;  // one that is alone in its set is certain

inline const std::set<std::string> kStanceWords = {"affirm", "qualified", "deny", "silent",
                                                   "query"};
inline const std::set<std::string> kProgressWords = {"not-acted", "announced", "done"};

inline std::string scale_of(const std::string& word) {
  return kStanceWords.contains(word) ? "stance" : kProgressWords.contains(word) ? "progress" : "";
}

inline bool is_absence(const Stance& stance) {
  return stance.position == "silent" || stance.position == "not-acted";
}

// What a correction or retraction sets aside: for good, whatever becomes of that record.
inline std::set<std::string> all_set_aside(const Stances& stances) {
  std::set<std::string> names;
  for (const Stance& stance : stances) {
    if (!stance.corrects.empty() && !stance.retracts.empty()) continue;
    const std::string& target = stance.corrects.empty() ? stance.retracts : stance.corrects;
    for (const Stance& other : stances) {
      if (other.name == target && &other != &stance) names.insert(target);
    }
  }
  return names;
}

inline bool is_of_a_line(const Stance& stance, const std::set<std::string>& gone) {
  return !gone.contains(stance.name) && !stance.position.empty() && stance.retracts.empty() &&
         stance.repeats.empty() &&
         !(stance.until && stance.until->latest() < stance.held.earliest());
}

using ModelLine = std::vector<const Stance*>;

inline std::map<LineKey, ModelLine> model_lines(const Stances& stances) {
  const std::set<std::string> gone = all_set_aside(stances);
  std::map<LineKey, ModelLine> lines;
  for (const Stance& stance : stances) {
    if (is_of_a_line(stance, gone))
      lines[{stance.holder, scale_of(stance.position)}].push_back(&stance);
  }
  return lines;
}

// A record in one world, where all is exact.
struct Placed {
  const Stance* stance = nullptr;
  Day begin{};
  std::optional<Day> end{};
};
using World = std::vector<Placed>;

// Of two records of one day.
inline bool states_a_later_time(const Stance& a, const Stance& b) {
  const auto& first = a.held.time();
  const auto& second = b.held.time();
  if (!first || !second || first->offset.has_value() != second->offset.has_value()) return false;
  if (!first->offset && (a.source.empty() || a.source != b.source)) return false;
  const auto moment = [](const claims::TimeOfDay& time) {
    return time.since_midnight - time.offset.value_or(std::chrono::minutes{0});
  };
  return moment(*first) > moment(*second);
}

// Those that may be the last to begin.
inline World latest_of(const World& begun) {
  Day last = begun.front().begin;
  for (const Placed& one : begun) last = std::max(last, one.begin);
  World found;
  for (const Placed& one : begun) {
    bool beaten = one.begin < last;
    for (const Placed& other : begun) {
      beaten |= other.begin == last && states_a_later_time(*other.stance, *one.stance);
    }
    if (!beaten) found.push_back(one);
  }
  return found;
}

inline std::set<May> in_force_in(const World& world, Day day) {
  World begun, positions, absences;
  for (const Placed& one : world) {
    if (one.begin > day) continue;
    begun.push_back(one);
    if (!one.end || *one.end >= day)
      (is_absence(*one.stance) ? absences : positions).push_back(one);
  }
  if (begun.empty()) return {May{}};
  std::set<May> found;
  if (positions.empty() && absences.empty()) {
    Day end = *begun.front().end;
    for (const Placed& one : begun) end = std::max(end, *one.end);
    for (const Placed& one : begun) {
      if (one.end == end) found.insert({one.stance->name, true});
    }
    return found;
  }
  const auto add = [&](const World& all) {
    for (const Placed& one : all) found.insert({one.stance->name, false});
  };
  if (positions.empty()) {
    add(latest_of(absences));
    return found;
  }
  for (const Placed& top : latest_of(positions)) {
    World after;
    for (const Placed& look : absences) {
      if (look.begin > top.begin) after.push_back(look);
    }
    // A look that found nothing does not end what states its own end.
    add(after.empty() || top.end ? World{top} : latest_of(after));
  }
  return found;
}

// The days to try: of a stretch in which no date begins or ends, as many as there are vague dates
// give every order that there is.
inline std::vector<Day> days_to_try(const ModelLine& line, const std::vector<Day>& asked) {
  std::set<Day> marks;
  for (const Day day : asked) marks.insert({day, day + kOneDay});
  int vague = 1;
  for (const Stance* stance : line) {
    for (const std::optional<claims::Date>& date : {std::optional(stance->held), stance->until}) {
      if (!date) continue;
      marks.insert({date->earliest(), date->latest() + kOneDay});
      if (!date->exact()) ++vague;
    }
  }
  std::vector<Day> days;
  for (auto at = marks.begin(); at != marks.end() && std::next(at) != marks.end(); ++at) {
    Day day = *at;
    for (int i = 0; i < vague && day < *std::next(at); ++i, day += kOneDay) days.push_back(day);
  }
  return days;
}

// For each record, its places in all worlds.
inline std::vector<World> places_of(const ModelLine& line, const std::vector<Day>& asked) {
  const std::vector<Day> near = days_to_try(line, asked);
  const auto within = [&](const claims::Date& date) {
    std::vector<Day> days;
    for (const Day day : near) {
      if (date.earliest() <= day && day <= date.latest()) days.push_back(day);
    }
    return days;
  };
  std::vector<World> places;
  for (const Stance* stance : line) {
    World& all = places.emplace_back();
    for (const Day begin : within(stance->held)) {
      if (!stance->until) {
        all.push_back({stance, begin, std::nullopt});
        continue;
      }
      for (const Day end : within(*stance->until)) {
        if (end >= begin) all.push_back({stance, begin, end});
      }
    }
  }
  return places;
}

inline double worlds_of(const ModelLine& line, const std::vector<Day>& asked) {
  double count = 1;
  for (const World& one : places_of(line, asked)) count *= static_cast<double>(one.size());
  return count;
}

// Calls `visit` with every world in which the days that are asked about can be told apart.
template <class Visit>
void each_world(const ModelLine& line, const std::vector<Day>& asked, const Visit& visit) {
  const std::vector<World> places = places_of(line, asked);
  std::vector<std::size_t> at(places.size(), 0);
  World world(places.size());
  while (true) {
    for (std::size_t i = 0; i < places.size(); ++i) world[i] = places[i][at[i]];
    visit(world);
    std::size_t i = 0;
    while (i < places.size() && ++at[i] == places[i].size()) at[i++] = 0;
    if (i == places.size()) return;
  }
}

// Lines that surely have no record on the day are left out.
inline AnswersOf<May> model_records(const Stances& stances, Day day) {
  AnswersOf<May> answers;
  for (const auto& [key, line] : model_lines(stances)) {
    std::set<May> found;
    each_world(line, {day}, [&](const World& world) { found.merge(in_force_in(world, day)); });
    if (found != std::set<May>{May{}}) answers[key] = found;
  }
  return answers;
}

inline const Stance& named(const Stances& stances, const std::string& name) {
  for (const Stance& stance : stances) {
    if (stance.name == name) return stance;
  }
  throw std::out_of_range(name);
}

inline std::set<Said> said_by(const Stances& stances, const std::set<May>& records) {
  std::set<Said> said;
  for (const May& one : records) {
    said.insert(one.record.empty() ? Said{}
                                   : Said{named(stances, one.record).position, one.lapsed});
  }
  return said;
}

inline AnswersOf<Said> model_answers(const Stances& stances, Day day) {
  AnswersOf<Said> answers;
  for (const auto& [key, records] : model_records(stances, day))
    answers[key] = said_by(stances, records);
  return answers;
}

// Stores.

inline bool chance(int percent) { return *rc::gen::inRange(0, 100) < percent; }

template <class T>
T one_of(const std::vector<T>& all) {
  return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

inline const std::vector<std::string> kDays = {"2024-01-10", "2024-01-20", "2024-02-01",
                                               "2024-02-15", "2024-03-01"};
inline const std::vector<std::string> kVague = {
    "2024-01",  "2024-02", "2024",           "2024-02-01~",
    "2024-01~", "2024~",   "[..2024-02-01]", "[2024-01-15..2024-02-01]"};
inline const std::vector<std::string> kAsked = {"2024-01-05", "2024-01-15", "2024-01-20",
                                                "2024-02-10", "2024-02-20", "2024-04-01",
                                                "2025-06-01"};

inline Day any_day() {
  if (chance(50)) return *claims::parse_day(one_of(kAsked));
  return *claims::parse_day("2023-12-28") + std::chrono::days{*rc::gen::inRange(0, 75)};
}

inline std::string any_word(const std::string& scale) {
  const std::set<std::string>& words = scale == "stance" ? kStanceWords : kProgressWords;
  return one_of(std::vector<std::string>(words.begin(), words.end()));
}

// A record sets another one aside; links prefer linked records, so that chains grow.
inline void any_link(Stance& stance, const Stances& all) {
  Stances linked;
  for (const Stance& one : all) {
    if (!one.corrects.empty() || !one.retracts.empty()) linked.push_back(one);
  }
  const Stance target = one_of(!linked.empty() && chance(50) ? linked : all);
  if (chance(80)) stance.holder = target.holder;
  if (chance(30)) {
    stance.retracts = target.name;
    stance.position.clear();
    return;
  }
  stance.corrects = target.name;
  if (chance(30)) stance.held = target.held;
  if (chance(5)) stance.retracts = target.name;
}

inline void any_end(Stance& stance) {
  std::vector<std::string> ends;
  for (const std::string& day : kDays) {
    if (date(day).earliest() >= stance.held.earliest() || chance(3)) ends.push_back(day);
  }
  ends.insert(ends.end(), {"2024-02", "2024-03"});
  stance.until = date(one_of(ends));
  if (stance.held.exact() && chance(30)) stance.until = stance.held.without_time();
}

inline Stances draw() {
  const std::vector<std::string> holders =
      chance(67) ? std::vector<std::string>{"a"} : std::vector<std::string>{"a", "b"};
  const std::vector<std::string> scales = one_of<std::vector<std::string>>(
      {{"stance"}, {"stance"}, {"progress"}, {"stance", "progress"}});
  const int vague = one_of<int>({0, 20, 40, 70});
  const int end = one_of<int>({0, 30, 70});
  const int link = one_of<int>({0, 20, 50});
  const int check = one_of<int>({0, 15});
  Stances all;
  std::map<std::string, int> used;
  for (int i = 0, count = *rc::gen::inRange(1, 9); i < count; ++i) {
    std::string held = one_of(kDays);
    if (chance(vague)) {
      held = one_of(kVague);
    } else if (chance(10)) {
      held += one_of<std::string>(
          {"T09:00:00+02:00", "T18:00:00Z", "T02:00:00-05:00", "T08:00:00", "T20:00:00"});
    }
    Stance one = stance(held, any_word(one_of(scales)), "x");
    one.holder = one_of(holders);
    if (chance(30)) one.source = "s";
    if (!all.empty() && chance(link)) {
      any_link(one, all);
    } else if (!all.empty() && chance(check)) {
      if (const Stance root = one_of(all); !root.position.empty()) {
        one = stance(one_of(kDays), root.position, "x");
        one.holder = root.holder;
        one.repeats = root.name;
      }
    }
    if (!one.position.empty() && one.repeats.empty() && chance(end)) any_end(one);
    if (is_absence(one) && one.held.exact() && chance(40))
      one.through = date(one_of(std::vector<std::string>{"2024-02-15", "2024-03-01"}));
    const std::string stem = written_part(one.held) + "-" + one.holder;
    const int number = ++used[stem];
    one.name = number == 1 ? stem : stem + "-" + std::to_string(number);
    all.push_back(one);
  }
  return all;
}

// One to eight records, in order of recording. Half of the stores keep to one holder and one scale,
// so that lines grow long.
inline Stances drawn_store() { return *rc::gen::exec(draw); }

// The same; what has too many worlds loses its last records.
inline Stances any_store(const std::vector<Day>& asked) {
  constexpr double kMostWorlds = 4000;
  Stances all = drawn_store();
  const auto too_many = [&] {
    for (const auto& [key, line] : model_lines(all)) {
      if (worlds_of(line, asked) > kMostWorlds) return true;
    }
    return false;
  };
  while (too_many()) all.pop_back();
  return all;
}

}  // namespace aver::tests
