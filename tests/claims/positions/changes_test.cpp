// SPDX-License-Identifier: MIT
#include "claims/positions/changes.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/claims/positions/ask.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

// The steps of the first line: "first 2024-01-01, reversal 2024-02-01 by way of declined".
std::string steps_of(const Stances& stances, const char* until = "2030-01-01",
                     const Vocabulary& words = default_vocabulary()) {
  const Lines lines(stances, words);
  std::string text;
  for (const Step& step : steps(lines.all().front(), *parse_day(until))) {
    if (!text.empty()) text += ", ";
    text += std::string(to_string(step.change)) + " " + to_string(date_of(step.when));
    for (std::size_t i = 0; i < step.by_way_of.size(); ++i)
      text += (i == 0 ? " by way of " : ", ") + std::string(step.by_way_of[i]);
  }
  return text;
}

// The class of the last step, of one word a month.
std::string change(std::initializer_list<const char*> chain,
                   const Vocabulary& words = default_vocabulary()) {
  Stances stances;
  int month = 1;
  for (const char* position : chain)
    stances.push_back(stance("2024-0" + std::to_string(month++) + "-01", position));
  const Lines lines(stances, words);
  REQUIRE(lines.all().size() == 1);
  const std::vector<Step> all = steps(lines.all().front(), *parse_day("2030-01-01"));
  REQUIRE(all.size() == chain.size());
  std::string text(to_string(all.back().change));
  for (const std::string_view word : all.back().by_way_of) text += " by " + std::string(word);
  return text;
}

Stance ending(Stance stance, const std::string& until) {
  stance.until = date(until);
  return stance;
}

}  // namespace

TEST_CASE("every change on the opposed scale has its class") {
  CHECK(change({"affirm"}) == "first");
  CHECK(change({"affirm", "affirm"}) == "restated");
  CHECK(change({"affirm", "deny"}) == "reversal");
  CHECK(change({"deny", "affirm"}) == "reversal");
  CHECK(change({"affirm", "qualified"}) == "shift");
  CHECK(change({"neutral", "deny"}) == "shift");
  CHECK(change({"affirm", "silent"}) == "lapsed");
  CHECK(change({"silent", "silent"}) == "restated");
  CHECK(change({"silent", "affirm"}) == "shift");
  CHECK(change({"true", "mostly-false"}) == "reversal");
  CHECK(change({"true", "mostly-true"}) == "shift");
}

TEST_CASE("a reversal is told whatever stood between the two signs") {
  CHECK(change({"affirm", "declined", "deny"}) == "reversal by declined");
  CHECK(change({"affirm", "declined", "query", "deny"}) == "reversal by declined by query");
  CHECK(change({"affirm", "silent", "deny"}) == "reversal by silent");
  CHECK(change({"affirm", "declined", "affirm"}) == "shift");
  CHECK(change({"deny", "affirm", "declined", "affirm"}) == "shift");
}

TEST_CASE("out of an absence the last position before it is resumed") {
  CHECK(change({"affirm", "silent", "affirm"}) == "resumed");
  CHECK(change({"affirm", "silent", "silent", "affirm"}) == "resumed");
  CHECK(change({"affirm", "silent", "query"}) == "shift");
  CHECK(change({"silent", "silent", "deny"}) == "shift");
}

TEST_CASE("on an ordered scale the order decides, absences included") {
  CHECK(change({"not-acted", "announced"}) == "advance");
  CHECK(change({"announced", "done"}) == "advance");
  CHECK(change({"done", "reversed"}) == "setback");
  CHECK(change({"in-works", "not-acted"}) == "setback");
  CHECK(change({"in-works", "stalled"}) == "shift");
  CHECK(change({"broken", "in-works"}) == "advance");
  CHECK(change({"not-acted", "not-acted"}) == "restated");
}

TEST_CASE("a renamed word is no change") {
  const Vocabulary renamed(
      {Scale{"progress",
             Order::ordered,
             {{"not-acted", 0, true, {"notStarted", "Not started"}}, {"done", 4, false, {}}}}});
  CHECK(change({"notStarted", "Not started"}, renamed) == "restated");
}

TEST_CASE("a time line tells what ran out, and what came back") {
  Stances stances = {stance("2024-01-01", "affirm"), stance("2024-03-01", "affirm")};
  CHECK(steps_of(stances) == "first 2024-01-01, restated 2024-03-01");
  stances[0].until = date("2024-01-31");
  CHECK(steps_of(stances) == "first 2024-01-01, lapsed 2024-02-01, resumed 2024-03-01");
  stances[1].until = date("2024-04-30");
  CHECK(steps_of(stances, "2024-04-30") ==
        "first 2024-01-01, lapsed 2024-02-01, resumed 2024-03-01");
  CHECK(steps_of(stances, "2024-05-01") ==
        "first 2024-01-01, lapsed 2024-02-01, resumed 2024-03-01, lapsed 2024-05-01");
}

TEST_CASE("a record that never comes into force makes no step") {
  CHECK(steps_of({stance("2024-10-01", "affirm"), stance("2024-10-01", "silent", "b")}) ==
        "first 2024-10-01");
  CHECK(steps_of({ending(stance("2024-10-01", "affirm"), "2024-12-31"),
                  stance("2024-11-01", "silent")}) == "first 2024-10-01, lapsed 2025-01-01");
  // It says the same, and is nobody's return to anything.
  Stances corrected = {stance("2024-10-01", "affirm", "a"), stance("2024-10-01", "affirm", "b")};
  corrected[1].corrects = "a";
  CHECK(steps_of(corrected) == "first 2024-10-01");
}

TEST_CASE("what times order within one day is told, each with its time") {
  const Stance morning = stance("2024-03-01T09:00:00Z", "affirm", "morning");
  const Stance evening = stance("2024-03-01T18:00:00Z", "deny", "evening");
  CHECK(steps_of({morning, evening}) == "first 2024-03-01, reversal 2024-03-01");
  CHECK(steps_of({stance("2024-02-01", "deny"), morning, evening}) ==
        "first 2024-02-01, reversal 2024-03-01, reversal 2024-03-01");
  const Stance noon = stance("2024-03-01T14:00:00+02:00", "declined", "noon");
  CHECK(steps_of({morning, noon, evening}) ==
        "first 2024-03-01, shift 2024-03-01, reversal 2024-03-01 by way of declined");
  // By the moment, as the day is the same.
  CHECK(steps_of({stance("2024-03-01T09:00:00-12:00", "affirm", "far"), evening}) ==
        "first 2024-03-01, reversal 2024-03-01");
  // Two of one moment have no order, nor has one without a time.
  const Stance other = stance("2024-03-01T09:00:00Z", "query", "other");
  CHECK(steps_of({morning, other, evening}) == "first 2024-03-01");
  CHECK(steps_of({morning, evening, stance("2024-03-01", "query", "day")}) ==
        "undecided 2024-03-01");
}

TEST_CASE("between two days the days count, as they are written, and not the moments") {
  // Said six hours later, and on the day before.
  const Stance west = stance("2024-03-01T20:00:00-05:00", "affirm", "west");
  const Stance east = stance("2024-03-02T01:00:00+09:00", "deny", "east");
  CHECK(steps_of({west, east}) == "first 2024-03-01, reversal 2024-03-02");
  CHECK(told_on({west, east}, "2024-03-01") == "affirm");
  CHECK(told_on({west, east}, "2024-03-02") == "deny");
}

TEST_CASE("a position of some days goes, and what went on resumes") {
  CHECK(steps_of({ending(stance("2024-09-01", "affirm"), "2024-12-31"),
                  ending(stance("2024-10-15", "deny"), "2024-10-20")}) ==
        "first 2024-09-01, reversal 2024-10-15, resumed 2024-10-21, lapsed 2025-01-01");
  CHECK(steps_of(
            {stance("2024-09-01", "affirm"), ending(stance("2024-10-15", "deny"), "2024-10-15")}) ==
        "first 2024-09-01, reversal 2024-10-15, resumed 2024-10-16");
}

TEST_CASE("a vague date makes one step, with the span of days that it may be") {
  CHECK(steps_of({stance("2024-10", "affirm")}) == "first 2024-10");
  CHECK(steps_of({stance("2024-09-01", "deny"), stance("2024-10", "affirm")}) ==
        "first 2024-09-01, reversal 2024-10");
  CHECK(steps_of({ending(stance("2024-09-01", "deny"), "2024-10")}) ==
        "first 2024-09-01, lapsed [2024-10-02..2024-11-01]");
}

TEST_CASE("where the order of two records is open, nothing is called a reversal") {
  CHECK(steps_of({stance("2024-10-15", "deny"), stance("2024-10", "affirm")}) ==
        "undecided 2024-10");
  CHECK(steps_of({stance("2024-10-15", "deny", "a"), stance("2024-10-15", "affirm", "b")}) ==
        "undecided 2024-10-15");
  CHECK(steps_of({stance("2024-10-15", "deny", "b"), stance("2024-10-15", "affirm", "a")}) ==
        "undecided 2024-10-15");
  CHECK(steps_of({stance("2024", "deny"), stance("2024-02-01", "affirm")}) == "undecided 2024");
  // It may have been on any day on which one of them may have begun.
  CHECK(steps_of({stance("2024-09", "affirm"), stance("2024-10", "deny"),
                  stance("2024-10-01", "affirm", "c")}) == "first 2024-09, undecided 2024-10");
}

TEST_CASE("another pair of records that reads like the one before is a step") {
  const Stances pairs = {stance("2024-10-15", "affirm", "a"), stance("2024-10-15", "deny", "b"),
                         stance("2024-11-15", "affirm", "c"), stance("2024-11-15", "deny", "d")};
  CHECK(steps_of(pairs) == "undecided 2024-10-15, undecided 2024-11-15");
  CHECK(steps_of({stance("2024-10", "affirm", "a"), stance("2024-10", "deny", "b"),
                  stance("2024-11", "affirm", "c"), stance("2024-11", "deny", "d")}) ==
        "undecided 2024-10, undecided 2024-11");
  // One record less is none.
  CHECK(steps_of({pairs[0], pairs[1], ending(stance("2024-10-15", "deny", "e"), "2024-10-20")}) ==
        "undecided 2024-10-15");
}

TEST_CASE("correcting a correction is no move of the holder") {
  Stances stances = {stance("2024-03-01", "affirm"), stance("2024-01-01", "deny"),
                     stance("2024-01-01", "qualified", "2024-01-01-calda-2")};
  stances[1].corrects = "2024-03-01-calda";
  stances[2].corrects = "2024-01-01-calda";
  CHECK(steps_of(stances) == "first 2024-01-01");
}

TEST_CASE("what one does is no change of what one says") {
  const Stances stances = {stance("2024-10-31", "not-acted"),
                           stance("2024-10-31", "silent", "2024-10-31-calda-2")};
  const Lines lines(stances, default_vocabulary());
  for (const Line& line : lines.all()) {
    const std::vector<Step> all = steps(line, *parse_day("2030-01-01"));
    REQUIRE(all.size() == 1);
    CHECK(all.front().change == Change::first);
  }
}

TEST_CASE("a late find and a correction: what each question is told, and the changes") {
  Stances stances = {stance("2024-10-31", "silent"), stance("2024-11-04", "affirm"),
                     stance("2024-11-02", "deny")};
  CHECK(steps_of(stances) == "first 2024-10-31, shift 2024-11-02, reversal 2024-11-04");
  stances.push_back(stance("2024-11-04", "qualified", "2024-11-04-calda-2"));
  stances.back().corrects = "2024-11-04-calda";
  CHECK(steps_of(stances) == "first 2024-10-31, shift 2024-11-02, shift 2024-11-04");
}

namespace {

// "a b" for each contradiction, "~" behind those that may be none.
std::string contradicting(const Stances& stances) {
  const Lines lines(stances, default_vocabulary());
  std::string text;
  for (const Contradiction& one : contradictions(lines)) {
    text +=
        (text.empty() ? "" : ", ") + one.a->name + " " + one.b->name + (one.certain ? "" : " ~");
  }
  return text;
}

}  // namespace

TEST_CASE("opposed positions that begin on one day without an order contradict each other") {
  const Stance a = stance("2024-10-31", "affirm", "a");
  CHECK(contradicting({a, stance("2024-10-31", "deny", "b")}) == "a b");
  CHECK(contradicting({a, stance("2024-11-01", "deny", "b")}).empty());
  CHECK(contradicting({a, stance("2024-10-31", "query", "b")}).empty());
  CHECK(contradicting({stance("2024-10", "affirm", "a"), stance("2024-10", "deny", "b")}) ==
        "a b ~");
  CHECK(contradicting({stance("2024", "affirm", "a"), stance("2024-10", "deny", "b")}) == "a b ~");
  CHECK(contradicting({stance("2024-10-31T08:00:00Z", "affirm", "a"),
                       stance("2024-10-31T09:00:00Z", "deny", "b")})
            .empty());
  CHECK(contradicting({stance("2024-10-31T08:00:00Z", "affirm", "a"),
                       stance("2024-10-31", "deny", "b")}) == "a b");
  // A later one is a change, also where the earlier one states a later end.
  CHECK(contradicting({ending(stance("2024-10-01", "affirm", "a"), "2024-10-31"),
                       stance("2024-10-15", "deny", "b")})
            .empty());
  Stance other = stance("2024-10-31", "deny", "b");
  other.holder = "uw";
  CHECK(contradicting({a, other}).empty());
  Stance correction = stance("2024-10-31", "deny", "b");
  correction.corrects = "a";
  CHECK(contradicting({a, correction}).empty());
}

namespace {

std::set<Day> days_of(const std::vector<Step>& all) {
  std::set<Day> days;
  for (const Step& step : all) {
    // What is held [..2024-01-31] may have begun long ago: no question here goes behind 2023.
    const Day first = std::max(step.when.first, *parse_day("2022-12-01"));
    for (Day day = first; day <= step.when.last; day += kOneDay) days.insert(day);
  }
  return days;
}

// Whether in some world what is in force on the day is not what it was on the day before.
bool may_change(const ModelLine& line, Day day) {
  bool found = false;
  each_world(line, {day - kOneDay, day}, [&](const World& world) {
    found = found || in_force_in(world, day - kOneDay) != in_force_in(world, day);
  });
  return found;
}

}  // namespace

TEST_CASE(
    "the steps tell every day on which the answer is another, and no day that has no change") {
  CHECK(rc::check("days of steps", [] {
    const Day day = any_day();
    const Stances stances = any_store({day - kOneDay, day});
    const Lines lines(stances, default_vocabulary());
    const auto model = model_lines(stances);
    for (const Line& line : lines.all()) {
      const LineDays all(line);
      const std::set<Day> told = days_of(steps(line, *parse_day("2024-06-01")));
      const bool exact =
          std::all_of(line.records.begin(), line.records.end(), [](const LineRecord& record) {
            const Stance& one = *record.stance;
            return one.held.exact() && (!one.until || one.until->exact());
          });
      const auto before = all.possible(all.at(day - kOneDay));
      const auto after = all.possible(all.at(day));
      const bool differs = said_of(before) != said_of(after);
      if (differs) RC_ASSERT(told.contains(day));
      // Where nothing is open; else a change may be told over more days than it can have been on.
      std::set<Day> begun;
      for (const LineRecord& record : line.records) begun.insert(record.stance->held.earliest());
      if (exact && begun.size() == line.records.size() && told.contains(day))
        RC_ASSERT(may_change(model.at(key_of(line)), day));
      if (exact && records_of(before) != records_of(after) && after.size() == 1)
        RC_ASSERT(told.contains(day));
    }
  }));
}

TEST_CASE("each record that may be in force comes after a step") {
  CHECK(rc::check("records of steps", [] {
    const Stances stances = drawn_store();
    const Day until = any_day();
    const Lines lines(stances, default_vocabulary());
    for (const Line& line : lines.all()) {
      std::set<const Stance*> told;
      for (const Step& step : steps(line, until)) {
        for (const Possible& one : step.after)
          if (!one.lapsed) told.insert(one.stances.begin(), one.stances.end());
      }
      const LineDays all(line);
      for (std::size_t span = 0; span <= all.at(until); ++span) {
        for (const LineDays::Candidate& one : all.candidates(span)) {
          if (one.record != LineDays::Candidate::kNoRecord && !one.lapsed)
            RC_ASSERT(told.contains(line.records[one.record].stance));
        }
      }
    }
  }));
}

TEST_CASE("a step goes from one answer to the next, and each begins where the last one ended") {
  CHECK(rc::check("chain of steps", [] {
    const Stances stances = drawn_store();
    const Day until = any_day();
    const Lines lines(stances, default_vocabulary());
    for (const Line& line : lines.all()) {
      const LineDays all(line);
      const std::vector<Step> steps_of_line = steps(line, until);
      std::set<Said> now = {Said{}};
      Day last = Day::min();
      for (const Step& step : steps_of_line) {
        RC_ASSERT(said_of(step.before) == now);
        RC_ASSERT(step.when.first <= step.when.last);
        RC_ASSERT(step.when.last <= until);
        if (step.timed) {
          RC_ASSERT(last <= step.when.first);
          RC_ASSERT(step.when.first == step.when.last);
          RC_ASSERT(step.entered()->held.time().has_value());
        } else {
          RC_ASSERT(last < step.when.first);
        }
        // Of a day with several, the last.
        const bool more = &step != &steps_of_line.back() &&
                          (&step + 1)->when.first == step.when.last && (&step + 1)->timed;
        if (!more)
          RC_ASSERT(records_of(step.after) == records_of(all.possible(all.at(step.when.last))));
        RC_ASSERT((step.change == Change::undecided) ==
                  (step.before.size() > 1 || step.after.size() > 1));
        RC_ASSERT(
            (step.change == Change::first) ==
            (step.before.size() == 1 && step.after.size() == 1 && step.before.front().no_record()));
        RC_ASSERT((step.entered() == nullptr) ==
                  (step.after.size() > 1 || step.after.front().lapsed));
        now = said_of(step.after);
        last = step.when.last;
      }
      RC_ASSERT(now == said_of(all.possible(all.at(until))));
    }
  }));
}

TEST_CASE("all dates a day later, all steps a day later") {
  CHECK(rc::check("steps a day later", [] {
    const Stances stances = drawn_store();
    const auto moved = [&](int days) {
      Stances all = stances;
      const auto move = [&](Date& date) {
        date = date.time() ? Date{date.earliest() + days * kOneDay}.with_time(*date.time())
                           : Date::between(date.earliest() + days * kOneDay,
                                           date.latest() + days * kOneDay);
      };
      for (Stance& one : all) {
        move(one.held);
        if (one.until) move(*one.until);
      }
      return all;
    };
    const Stances now = moved(0);
    const Stances later = moved(1);
    const Lines a(now, default_vocabulary());
    const Lines b(later, default_vocabulary());
    const Day until = *parse_day("2026-01-01");
    for (std::size_t i = 0; i < a.all().size(); ++i) {
      const std::vector<Step> before = steps(a.all()[i], until);
      const std::vector<Step> after = steps(b.all()[i], until + kOneDay);
      RC_ASSERT(before.size() == after.size());
      for (std::size_t k = 0; k < before.size(); ++k) {
        RC_ASSERT(before[k].when.first + kOneDay == after[k].when.first);
        RC_ASSERT(before[k].when.last + kOneDay == after[k].when.last);
        RC_ASSERT(before[k].change == after[k].change);
        RC_ASSERT(records_of(before[k].after) == records_of(after[k].after));
      }
    }
  }));
}
