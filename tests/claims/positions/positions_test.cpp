// SPDX-License-Identifier: MIT
#include "claims/positions/positions.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "claims/text/id.h"
#include "tests/claims/build.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

const Vocabulary& words() { return default_vocabulary(); }

std::string held_on(const std::vector<Stance>& stances, const char* day) {
  const std::optional<Position> position =
      in_force(live(stances, "calda"), *parse_day(day), words());
  if (!position) return "no record";
  std::string text = position->stance->position;
  if (position->uncertain) text += " ~";
  if (position->lapsed) text += " lapsed";
  if (position->last_checked) text += ", checked " + to_string(*position->last_checked);
  return text;
}

// The classes of the steps: "first 2024-01-01, shift 2024-02-01".
std::string steps_of(const std::vector<Stance>& stances, const char* today = "2030-01-01") {
  std::string text;
  for (const Step& step : steps(live(stances, "calda"), words(), *parse_day(today))) {
    if (!text.empty()) text += ", ";
    text += std::string(to_string(step.change)) + " " + to_string(step.when);
  }
  return text;
}

std::string change(const char* from, const char* to) {
  const std::vector<Stance> stances = {stance("2024-01-01", from), stance("2024-02-01", to)};
  return std::string(to_string(classify({&stances[0]}, stances[1], words())));
}

std::string change(std::initializer_list<const char*> chain) {
  std::vector<Stance> stances;
  int month = 1;
  for (const char* position : chain) {
    stances.push_back(stance("2024-0" + std::to_string(month++) + "-01", position));
  }
  Line before;
  for (std::size_t i = 0; i + 1 < stances.size(); ++i) before.push_back(&stances[i]);
  return std::string(to_string(classify(before, stances.back(), words())));
}

}  // namespace

TEST_CASE("the last stance that began is in force") {
  const std::vector<Stance> stances = {stance("2024-10-31", "silent"),
                                       stance("2024-11-04", "affirm")};
  CHECK(held_on(stances, "2024-10-30") == "no record");
  CHECK(held_on(stances, "2024-10-31") == "silent");
  CHECK(held_on(stances, "2024-11-03") == "silent, checked 2024-10-31");
  CHECK(held_on(stances, "2024-11-04") == "affirm");
  CHECK(held_on(stances, "2030-01-01") == "affirm");
  CHECK(held_on({}, "2024-11-04") == "no record");
}

TEST_CASE("past until a position is lapsed, past through it is as last checked") {
  std::vector<Stance> stances = {stance("2024-10-01", "affirm")};
  stances[0].until = date("2024-10-31");
  CHECK(held_on(stances, "2024-10-31") == "affirm");
  CHECK(held_on(stances, "2024-11-01") == "affirm lapsed");
  stances[0].until = date("2024-10");
  CHECK(held_on(stances, "2024-10-01") == "affirm");
  CHECK(held_on(stances, "2024-10-15") == "affirm ~");
  CHECK(held_on(stances, "2024-11-01") == "affirm lapsed");
  stances = {stance("2024-10-01", "silent")};
  stances[0].through = date("2024-11-15");
  CHECK(held_on(stances, "2024-11-15") == "silent");
  CHECK(held_on(stances, "2024-11-16") == "silent, checked 2024-11-15");
}

TEST_CASE("a partial or approximate beginning is shown as uncertain where it may lie ahead") {
  const std::vector<Stance> stances = {stance("2024-10", "affirm")};
  CHECK(held_on(stances, "2024-09-30") == "no record");
  CHECK(held_on(stances, "2024-10-01") == "affirm ~");
  CHECK(held_on(stances, "2024-10-30") == "affirm ~");
  CHECK(held_on(stances, "2024-10-31") == "affirm");
  CHECK(held_on({stance("2024-10-01~", "affirm")}, "2024-12-01") == "affirm ~");
}

TEST_CASE("stances of one day stand in file order") {
  std::vector<Stance> stances = {stance("2024-10-31", "affirm", "2024-10-31-calda-2"),
                                 stance("2024-10-31", "deny", "2024-10-31-calda-10"),
                                 stance("2024-10-31", "query", "2024-10-31-calda")};
  CHECK(held_on(stances, "2024-10-31") == "deny");
  // A whole year is wider than a day that begins with it: the wider one comes later.
  stances = {stance("2024", "affirm"), stance("2024-01-01", "deny")};
  CHECK(held_on(stances, "2024-06-01") == "affirm ~");
}

TEST_CASE("what is corrected or retracted does not stand, and a retraction is no position") {
  std::vector<Stance> stances = {stance("2024-10-31", "affirm", "a"),
                                 stance("2024-10-31", "deny", "b")};
  stances[1].corrects = "a";
  CHECK(held_on(stances, "2024-11-01") == "deny");
  CHECK(overruled_by(stances, stances[0]) == &stances[1]);
  stances[1].corrects = "topic/x/a";  // the whole id says the same
  CHECK(held_on(stances, "2024-11-01") == "deny");
  stances[1].corrects.clear();
  stances[1].retracts = "a";
  stances[1].position.clear();
  CHECK(held_on(stances, "2024-11-01") == "no record");
}

TEST_CASE("a retracted retraction gives the stance back") {
  std::vector<Stance> stances = {stance("2024-10-31", "affirm", "a"), stance("2024-10-31", "", "b"),
                                 stance("2024-10-31", "", "c")};
  stances[1].retracts = "a";
  stances[2].retracts = "b";
  CHECK(held_on(stances, "2024-11-01") == "affirm");
}

TEST_CASE("stances that correct each other in a circle all stand") {
  std::vector<Stance> stances = {stance("2024-10-01", "affirm", "a"),
                                 stance("2024-10-02", "deny", "b"),
                                 stance("2024-10-03", "query", "c")};
  stances[0].corrects = "b";
  stances[1].corrects = "a";
  stances[2].corrects = "a";
  CHECK(live(stances).size() == 2);  // c is no part of the circle, and sets a aside
  stances[2].corrects = "c";
  CHECK(live(stances).size() == 3);
}

TEST_CASE("a correction reaches only its own holder") {
  std::vector<Stance> stances = {stance("2024-10-01", "affirm", "a"),
                                 stance("2024-10-02", "deny", "b")};
  stances[1].holder = "uw";
  stances[1].corrects = "a";
  CHECK(live(stances).size() == 2);
}

TEST_CASE("every change on the opposed scale has its class") {
  CHECK(change("affirm", "affirm") == "restated");
  CHECK(change("affirm", "deny") == "reversal");
  CHECK(change("deny", "affirm") == "reversal");
  CHECK(change("affirm", "qualified") == "shift");
  CHECK(change("neutral", "deny") == "shift");
  CHECK(change("affirm", "silent") == "lapsed");
  CHECK(change("silent", "silent") == "restated");
  CHECK(change("silent", "affirm") == "shift");
  CHECK(change("true", "mostly-false") == "reversal");
  CHECK(change("true", "mostly-true") == "shift");
  CHECK(change("affirm", "done") == "shift");
  CHECK(change("affirm", "no-such-word") == "shift");
}

TEST_CASE("out of an absence the last position before it counts") {
  CHECK(change({"affirm", "silent", "affirm"}) == "resumed");
  CHECK(change({"affirm", "silent", "deny"}) == "reversal");
  CHECK(change({"affirm", "silent", "query"}) == "shift");
  CHECK(change({"affirm", "silent", "silent", "deny"}) == "reversal");
  CHECK(change({"silent", "silent", "deny"}) == "shift");
}

TEST_CASE("on an ordered scale the order decides, absences included") {
  CHECK(change("not-acted", "announced") == "advance");
  CHECK(change("announced", "done") == "advance");
  CHECK(change("done", "reversed") == "setback");
  CHECK(change("in-works", "not-acted") == "setback");
  CHECK(change("in-works", "stalled") == "shift");
  CHECK(change("broken", "in-works") == "advance");
  CHECK(change("not-acted", "not-acted") == "restated");
}

TEST_CASE("a renamed word is no change") {
  const Vocabulary renamed(
      {Scale{"progress",
             Order::ordered,
             {{"not-acted", 0, true, {"notStarted", "Not started"}}, {"done", 4, false, {}}}}});
  const std::vector<Stance> stances = {stance("2024-01-01", "notStarted"),
                                       stance("2024-02-01", "Not started")};
  CHECK(classify({&stances[0]}, stances[1], renamed) == Change::restated);
}

TEST_CASE("a time line tells what ran out, and what came back") {
  std::vector<Stance> stances = {stance("2024-01-01", "affirm"), stance("2024-03-01", "affirm")};
  CHECK(steps_of(stances) == "first 2024-01-01, restated 2024-03-01");
  stances[0].until = date("2024-01-31");
  CHECK(steps_of(stances) == "first 2024-01-01, lapsed 2024-02-01, resumed 2024-03-01");
  stances[1].until = date("2024-04");
  CHECK(steps_of(stances, "2024-04-30") ==
        "first 2024-01-01, lapsed 2024-02-01, resumed 2024-03-01");
  CHECK(steps_of(stances, "2024-05-01") ==
        "first 2024-01-01, lapsed 2024-02-01, resumed 2024-03-01, lapsed 2024-05-01");
}

TEST_CASE("only opposed positions over the same days contradict each other") {
  const auto count = [](std::vector<Stance> stances) {
    return contradictions(stances, words()).size();
  };
  CHECK(count({stance("2024-10-31", "affirm", "a"), stance("2024-10-31", "deny", "b")}) == 1);
  CHECK(count({stance("2024-10-31", "affirm", "a"), stance("2024-11-01", "deny", "b")}) == 0);
  CHECK(count({stance("2024-10-31", "affirm", "a"), stance("2024-10-31", "query", "b")}) == 0);
  CHECK(count({stance("2024-10", "affirm", "a"), stance("2024-10", "deny", "b")}) == 1);
  CHECK(count({stance("2024", "affirm", "a"), stance("2024-10", "deny", "b")}) == 0);
  Stance until = stance("2024-10-01", "affirm", "a");
  until.until = date("2024-10-31");
  CHECK(count({until, stance("2024-10-15", "deny", "b")}) == 1);
  CHECK(count({until, stance("2024-11-15", "deny", "b")}) == 0);
  Stance other = stance("2024-10-31", "deny", "b");
  other.holder = "uw";
  CHECK(count({stance("2024-10-31", "affirm", "a"), other}) == 0);
}

namespace {

// The rule, said again by brute force: who stands, and who of those is last on the day.
const Stance* naive_in_force(const std::vector<Stance>& stances, const std::string& holder,
                             Day day) {
  std::set<std::string> standing;
  for (const Stance& stance : stances) standing.insert(stance.name);
  // A stance stands unless a standing one of the same holder targets it; settled from the outside
  // in. What is left over at the end are circles: they stand.
  std::set<std::string> decided;
  std::set<std::string> fallen;
  const auto target = [&](const Stance& s) { return s.corrects.empty() ? s.retracts : s.corrects; };
  const auto of = [&](const std::string& name) {
    return *std::find_if(stances.begin(), stances.end(),
                         [&](const Stance& s) { return s.name == name; });
  };
  const auto aims_at = [&](const Stance& a, const Stance& b) {
    return target(a) == b.name && a.holder == b.holder;
  };
  const auto in_circle = [&](const Stance& start) {
    Stance at = start;
    for (std::size_t i = 0; i <= stances.size(); ++i) {
      const std::string next = target(at);
      if (next.empty() || standing.count(next) == 0 || of(next).holder != at.holder) return false;
      at = of(next);
      if (at.name == start.name) return true;
    }
    return false;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (const Stance& stance : stances) {
      if (decided.count(stance.name)) continue;
      bool open = false;
      bool falls = false;
      for (const Stance& other : stances) {
        if (!aims_at(other, stance) || in_circle(other)) continue;
        if (!decided.count(other.name)) open = true;
        if (decided.count(other.name) && !fallen.count(other.name)) falls = true;
      }
      if (falls || !open) {
        decided.insert(stance.name);
        if (falls) fallen.insert(stance.name);
        changed = true;
      }
    }
  }
  const Stance* best = nullptr;
  for (const Stance& stance : stances) {
    if (stance.holder != holder || fallen.count(stance.name) || !stance.retracts.empty()) continue;
    if (stance.held.earliest() > day) continue;
    if (best == nullptr) {
      best = &stance;
      continue;
    }
    const auto key = [](const Stance& s) { return std::pair(s.held.earliest(), s.held.latest()); };
    if (key(*best) < key(stance) ||
        (key(*best) == key(stance) && file_order_less(best->name, stance.name))) {
      best = &stance;
    }
  }
  return best;
}

}  // namespace

TEST_CASE("in force agrees with brute force on generated records") {
  CHECK(rc::check("in force is the brute-force answer", [] {
    const auto count = *rc::gen::inRange<std::size_t>(0, 9);
    std::vector<Stance> stances;
    const std::vector<std::string> dates = {"2024",    "2024-01",    "2024-01-01", "2024-01-15~",
                                            "2024-02", "2024-02-10", "2024-03-01", "2023-12-31"};
    for (std::size_t i = 0; i < count; ++i) {
      Stance one = stance(*rc::gen::elementOf(dates),
                          *rc::gen::element<std::string>("affirm", "deny", "silent", "query"),
                          "n" + std::to_string(i));
      one.holder = *rc::gen::element<std::string>("calda", "calda", "uw");
      const int aim = *rc::gen::inRange(0, 6);
      const std::string other = "n" + std::to_string(*rc::gen::inRange<std::size_t>(0, count));
      if (aim == 0) one.corrects = other;
      if (aim == 1) one.retracts = other;
      stances.push_back(one);
    }
    const Day day = *parse_day("2023-12-30") + std::chrono::days{*rc::gen::inRange(0, 80)};
    const std::optional<Position> answer =
        in_force(live(stances, "calda"), day, default_vocabulary());
    const Stance* expected = naive_in_force(stances, "calda", day);
    RC_ASSERT((answer ? answer->stance : nullptr) == expected);
  }));
}

TEST_CASE("the example of the format's description has the answers that stand there") {
  struct Recorded {
    Stance stance;
    int day;  // of November 2024
  };
  std::vector<Recorded> all = {{stance("2024-10-31", "silent"), 1},
                               {stance("2024-11-04", "affirm"), 5},
                               {stance("2024-11-02", "deny"), 8},
                               {stance("2024-11-04", "qualified", "2024-11-04-calda-2"), 9}};
  all[3].stance.corrects = "2024-11-04-calda";
  const auto known = [&](int day) {
    std::vector<Stance> stances;
    for (const Recorded& one : all) {
      if (one.day <= day) stances.push_back(one.stance);
    }
    return stances;
  };
  CHECK(held_on(known(5), "2024-11-03") == "silent, checked 2024-10-31");
  CHECK(held_on(known(8), "2024-11-03") == "deny");
  CHECK(held_on(known(8), "2024-11-05") == "affirm");
  CHECK(held_on(known(9), "2024-11-05") == "qualified");
  CHECK(steps_of(known(8)) == "first 2024-10-31, shift 2024-11-02, reversal 2024-11-04");
  CHECK(steps_of(known(9)) == "first 2024-10-31, shift 2024-11-02, shift 2024-11-04");
}
