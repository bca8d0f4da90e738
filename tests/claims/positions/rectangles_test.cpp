// SPDX-License-Identifier: MIT
//
// Rectangles answer at every coordinate what the rule of positions answers there.
#include "claims/positions/rectangles.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "claims/positions/in_force.h"
#include "tests/claims/positions/ask.h"
#include "tests/claims/positions/states.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

// The words that are possible on a line, each with its records by name, in order.
using Answer = std::map<Said, std::vector<std::string>>;
using AnswersByLine = std::map<LineKey, Answer>;

Answer answer_of(const std::vector<Possible>& possible, const Vocabulary& now) {
  Answer answer;
  for (const Possible& one : possible) {
    std::vector<std::string>& names = answer[{std::string(now.canonical(one.word)), one.lapsed}];
    for (const Stance* stance : one.stances) names.push_back(stance->name);
  }
  for (auto& [said, names] : answer) std::sort(names.begin(), names.end());
  return answer;
}

AnswersByLine by_rule(const States& states, std::size_t revision, Day day, const Vocabulary& now) {
  const Lines lines(states.state(revision), states.words(revision));
  AnswersByLine all;
  for (const Position& one : positions_on(lines, day))
    all[{std::string(one.holder), std::string(one.scale_name())}] = answer_of(one.possible, now);
  return all;
}

AnswersByLine looked_up(const std::vector<LineRectangles>& lines, std::size_t revision, Day day,
                        const Vocabulary& now) {
  AnswersByLine all;
  for (const LineRectangles& line : lines) {
    std::size_t count = 0;
    for (const Rectangle& one : line.rectangles) count += one.has(day, revision) ? 1 : 0;
    RC_ASSERT(count <= 1U);
    const Rectangle* found = line.at(day, revision);
    RC_ASSERT((found != nullptr) == (count == 1));
    if (found != nullptr)
      all[{std::string(line.holder), std::string(line.scale)}] = answer_of(found->possible, now);
  }
  return all;
}

// The days on which answers may change, the days beside them, and some far off.
std::set<Day> days_of(const States& states) {
  std::set<Day> days = {*parse_day("2023-12-28"), *parse_day("2031-01-01")};
  for (std::size_t i = 0; i < states.size(); ++i) {
    for (const Stance& one : states.state(i)) {
      for (const std::optional<Date>& date : {std::optional(one.held), one.until}) {
        if (!date) continue;
        for (const Day day : {date->earliest(), date->latest()})
          days.insert({day - kOneDay, day, day + kOneDay});
      }
    }
  }
  return days;
}

bool can_be_one(const Rectangle& a, const Rectangle& b, const Vocabulary& now) {
  const bool above = a.from == b.from && a.to == b.to && a.known_to == b.known_from;
  const bool beside = a.known_from == b.known_from && a.known_to == b.known_to && a.to == b.from;
  return (above || beside) && answer_of(a.possible, now) == answer_of(b.possible, now);
}

// "2024-10-31.. / 0..2: silent (2024-10-31-calda)", a line each.
std::string told(const std::vector<LineRectangles>& lines) {
  std::string text;
  for (const LineRectangles& line : lines) {
    text += std::string(line.holder) + " " + std::string(line.scale) + "\n";
    for (const Rectangle& one : line.rectangles) {
      text += "  " + to_string(Date(one.from)) + ".." + (one.to ? to_string(Date(*one.to)) : "") +
              " / " + std::to_string(one.known_from) + ".." +
              (one.known_to ? std::to_string(*one.known_to) : "") + ":";
      for (const Possible& possible : one.possible) {
        text += possible.no_record() ? " (no record)" : " " + std::string(possible.word);
        if (possible.lapsed) text += " lapsed";
        for (const Stance* stance : possible.stances) text += " " + stance->name;
      }
      text += "\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a record divides what was so before it; a correction ends what was known") {
  const Stance silent = stance("2024-10-31", "silent", "one");
  const Stance deny = stance("2024-11-02", "deny", "two");
  Stance affirm = stance("2024-10-31", "affirm", "three");
  affirm.corrects = silent.name;
  States states;
  states.add({silent});
  states.add({silent, deny});
  states.add({silent, deny, affirm});
  CHECK(told(rectangles(states.revisions(), default_vocabulary())) ==
        "calda stance\n"
        "  2024-10-31.. / 0..1: silent one\n"
        "  2024-10-31..2024-11-02 / 1..2: silent one\n"
        "  2024-11-02.. / 1..: deny two\n"
        "  2024-10-31..2024-11-02 / 2..: affirm three\n");
}

TEST_CASE("a vague day has a rectangle of its own, in which nothing is certain") {
  const Stance affirm = stance("2024-10-31", "affirm", "one");
  const Stance deny = stance("2024-11", "deny", "two");
  States states;
  states.add({affirm});
  states.add({affirm, deny});
  states.add({affirm});
  CHECK(told(rectangles(states.revisions(), default_vocabulary())) ==
        "calda stance\n"
        "  2024-10-31.. / 0..1: affirm one\n"
        "  2024-10-31..2024-11-01 / 1..2: affirm one\n"
        "  2024-11-01..2024-11-30 / 1..2: affirm one deny two\n"
        "  2024-11-30.. / 1..2: deny two\n"
        "  2024-10-31.. / 2..: affirm one\n");
}

TEST_CASE("what changes nothing on a line divides none of its rectangles") {
  const Stance affirm = stance("2024-10-31", "affirm", "one");
  Stance quoted = affirm;
  quoted.quote = "So it is.";
  Stance check = stance("2024-11-05", "affirm", "two");
  check.repeats = affirm.name;
  States states;
  states.add({affirm});
  states.add({quoted});
  states.add({quoted, check});
  states.add({quoted, check}, &with_denies());
  CHECK(told(rectangles(states.revisions(), with_denies())) ==
        "calda stance\n  2024-10-31.. / 0..: affirm one\n");
  CHECK(rectangles(states.revisions(), with_denies(), "borland").empty());
}

TEST_CASE("rectangles are, at every coordinate, what the rule says") {
  CHECK(rc::check("rectangles", [] {
    const States states = drawn_states();
    const Vocabulary& now = states.words(states.size() - 1);
    const std::vector<LineRectangles> lines = rectangles(states.revisions(), now);
    for (std::size_t i = 0; i < states.size(); ++i) {
      for (const Day day : days_of(states))
        RC_ASSERT(looked_up(lines, i, day, now) == by_rule(states, i, day, now));
    }
    for (const LineRectangles& line : lines) {
      for (const Rectangle& a : line.rectangles) {
        RC_ASSERT((!a.to || a.from < *a.to) && (!a.known_to || a.known_from < *a.known_to));
        for (const Rectangle& b : line.rectangles) RC_ASSERT(!can_be_one(a, b, now));
      }
    }
    std::string one_by_one;
    for (const char* holder : {"a", "b"})
      one_by_one += told(rectangles(states.revisions(), now, holder));
    RC_ASSERT(one_by_one == told(lines));
  }));
}

TEST_CASE("revisions that are joined say what the last of them says") {
  CHECK(rc::check("joined revisions", [] {
    const States states = drawn_states();
    const Vocabulary& now = states.words(states.size() - 1);
    std::vector<ClaimRevision> joins;
    std::vector<std::size_t> lasts;
    for (std::size_t begin = 0; begin < states.size();) {
      const std::size_t count =
          std::min(*rc::gen::inRange<std::size_t>(1, 4), states.size() - begin);
      joins.push_back(joined(std::span(states.revisions()).subspan(begin, count)));
      begin += count;
      lasts.push_back(begin - 1);
    }
    const std::vector<LineRectangles> lines = rectangles(joins, now);
    for (std::size_t i = 0; i < lasts.size(); ++i) {
      for (const Day day : days_of(states))
        RC_ASSERT(looked_up(lines, i, day, now) == by_rule(states, lasts[i], day, now));
    }
  }));
}

TEST_CASE("a long line costs what each revision changes") {
  constexpr int kRecords = 20'000;
  const Day first = *parse_day("2001-01-01");
  for (const auto& [even, odd] : {std::pair{"affirm", "deny"}, std::pair{"silent", "silent"}}) {
    Stances all;
    for (int i = 0; i < kRecords; ++i)
      all.push_back(stance(to_string(Date(first + std::chrono::days(i))), i % 2 == 0 ? even : odd));
    std::vector<ClaimRevision> revisions;
    for (const Stance& one : all) revisions.push_back({{{nullptr, &one}}, nullptr});
    revisions.front().words = &default_vocabulary();
    const std::vector<LineRectangles> lines = rectangles(revisions, default_vocabulary());
    REQUIRE(lines.size() == 1);
    // Each record once as the last that was known, and once with an end.
    CHECK(lines.front().rectangles.size() == 2 * kRecords - 1);
  }
}
