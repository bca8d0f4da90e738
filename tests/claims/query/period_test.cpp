// SPDX-License-Identifier: MIT
//
// A period against all of its days, each asked by itself.
#include "claims/query/period.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <set>
#include <tuple>

#include "tests/claims/build.h"
#include "tests/claims/positions/worlds.h"
#include "tests/claims/query/build.h"

using namespace aver::claims;
using namespace aver::claims::query;
using namespace aver::tests;

namespace {

constexpr std::chrono::days kNextDay{1};

// What one line says on one day, as text.
using DailyAnswers = std::map<std::tuple<Day, std::string, std::string>, std::string>;

std::string as_text(const Position& position) {
  std::string text;
  for (const Possible& one : position.possible) {
    text += std::string(one.word) + (one.lapsed ? " lapsed" : "");
    for (const Stance* stance : one.stances) text += " " + stance->name;
    text += "; ";
  }
  return text;
}

DailyAnswers said_in(const FittingPositions& found) {
  DailyAnswers said;
  for (const Position& position : found.positions) {
    for (Day day = position.within->first; day <= position.within->last; day += kNextDay) {
      const auto key =
          std::tuple(day, std::string(position.holder), std::string(position.scale_name()));
      RC_ASSERT(said.emplace(key, as_text(position)).second);
    }
  }
  return said;
}

ClaimFolder folder_of(std::vector<Stance> stances) {
  ClaimFolder folder;
  folder.id = "topic/x";
  folder.claim.emplace();
  folder.claim->id = folder.id;
  folder.claim->text = "Troops";
  if (*rc::gen::arbitrary<bool>()) folder.claim->deadline = date("2024-01-20");
  folder.stances = std::move(stances);
  for (Stance& one : folder.stances) one.claim = folder.id;
  return folder;
}

const Source* no_source(const std::string&) { return nullptr; }

}  // namespace

TEST_CASE(
    "what fits in a period fits on some day of it, and is told with all days on which it does") {
  CHECK(rc::check("period", [] {
    const Day first = any_day();
    const DaySpan days{first, first + std::chrono::days{*rc::gen::inRange(0, 40)}};
    const ClaimFolder folder = folder_of(any_store({days.first, days.last}));
    const Query query = any_query(2, false);
    const bool all = *rc::gen::inRange(0, 3) == 0;
    const Setting setting{days.last, days.first, default_vocabulary(), no_source};
    const FittingPositions found = fitting_within(all ? nullptr : &query, folder, setting, days);

    DailyAnswers wanted;
    bool fits = all;
    for (Day day = days.first; day <= days.last; day += kNextDay) {
      Setting on_day = setting;
      on_day.day = day;
      const ClaimFacts facts(folder, on_day);
      if (!all && facts.positions().empty()) fits |= facts.fits(query, Pair{}) != Truth::no;
      if (!all) fits |= facts.fits_without_a_position(query);
      for (const Position& position : facts.positions()) {
        if (!all && facts.fits(query, pair_of(position)) == Truth::no) continue;
        fits = true;
        wanted.emplace(
            std::tuple(day, std::string(position.holder), std::string(position.scale_name())),
            as_text(position));
      }
    }
    RC_ASSERT(said_in(found) == wanted);
    RC_ASSERT(found.fits == fits);
  }));
}

TEST_CASE("a change within a month is asked about on each day of a period") {
  ClaimFolder folder;
  folder.id = "topic/x";
  folder.stances = {stance("2024-01", "affirm")};
  const DaySpan days{date("2024-01-05").earliest(), date("2024-01-08").earliest()};
  const Setting setting{days.last, days.first, default_vocabulary(), no_source};
  const Query query = *parse("changed:<=2024-01-06").query;
  const FittingPositions found = fitting_within(&query, folder, setting, days);
  REQUIRE(found.positions.size() == 1);
  CHECK(found.positions[0].within->first == days.first);
  CHECK(found.positions[0].within->last == date("2024-01-06").earliest());
}

TEST_CASE("days that follow one another with the same position are told as one span") {
  CHECK(rc::check("spans", [] {
    const Day first = any_day();
    const DaySpan days{first, first + std::chrono::days{*rc::gen::inRange(0, 40)}};
    const ClaimFolder folder = folder_of(any_store({days.first, days.last}));
    const Setting setting{days.last, days.first, default_vocabulary(), no_source};
    const std::vector<Position> found = fitting_within(nullptr, folder, setting, days).positions;
    for (std::size_t i = 1; i < found.size(); ++i) {
      const Position &a = found[i - 1], &b = found[i];
      const bool one_line = a.holder == b.holder && a.scale_name() == b.scale_name();
      const bool adjacent = one_line && a.within->last + kNextDay == b.within->first;
      RC_ASSERT(!(adjacent && as_text(a) == as_text(b)));
      RC_ASSERT(!(one_line && b.within->first <= a.within->last));
    }
  }));
}
