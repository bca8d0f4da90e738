// SPDX-License-Identifier: MIT
//
// The two clocks against a naive model: a list of all records with both dates, every question
// answered by going through it.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <optional>

#include "claims/positions/diff.h"
#include "claims/text/id.h"
#include "tests/claims/build.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

struct Recorded {
  Stance stance;
  int revision = 0;  // the commit that brought it in
};

// Late arrivals, corrections, retractions (also of corrections), ties, partial dates: all on one
// pair.
std::vector<Recorded> any_history() {
  const auto count = *rc::gen::inRange<std::size_t>(0, 8);
  const std::vector<std::string> dates = {"2024",    "2024-01",    "2024-01-01",  "2024-01-15",
                                          "2024-02", "2024-02-10", "2024-02-10~", "2023-12-31"};
  std::vector<Recorded> history;
  for (std::size_t i = 0; i < count; ++i) {
    Recorded one;
    one.stance = stance(*rc::gen::elementOf(dates),
                        *rc::gen::element<std::string>("affirm", "deny", "silent", "query"),
                        "n" + std::to_string(i));
    one.revision = *rc::gen::inRange(1, 6);
    if (*rc::gen::inRange(0, 4) == 0) {
      one.stance.until =
          Date{one.stance.held.latest() + std::chrono::days{*rc::gen::inRange(0, 20)}};
    }
    // A record can only set aside what was there before it, so that there are no circles.
    if (i > 0) {
      const std::string target = "n" + std::to_string(*rc::gen::inRange<std::size_t>(0, i));
      const int what = *rc::gen::inRange(0, 5);
      if (what == 0) one.stance.corrects = target;
      if (what == 1) one.stance.retracts = target;
      const auto old = std::find_if(history.begin(), history.end(),
                                    [&](const Recorded& r) { return r.stance.name == target; });
      if (what <= 1) one.revision = std::max(one.revision, old->revision);
      if (what == 1) one.stance.position.clear();
    }
    history.push_back(one);
  }
  return history;
}

std::vector<Stance> known_at(const std::vector<Recorded>& history, int revision) {
  std::vector<Stance> stances;
  for (const Recorded& one : history) {
    if (one.revision <= revision) stances.push_back(one.stance);
  }
  return stances;
}

// Who sets `name` aside, as known: going through the list, over and over.
const Stance* naive_overruler(const std::vector<Stance>& known, const std::string& name) {
  for (const Stance& by : known) {
    const bool aims = by.corrects == name || by.retracts == name;
    if (aims && naive_overruler(known, by.name) == nullptr) return &by;
  }
  return nullptr;
}

bool before_in_order(const Stance& a, const Stance& b) {
  if (a.held.earliest() != b.held.earliest()) return a.held.earliest() < b.held.earliest();
  if (a.held.latest() != b.held.latest()) return a.held.latest() < b.held.latest();
  return file_order_less(a.name, b.name);
}

std::optional<Stance> naive_in_force(const std::vector<Stance>& known, Day day) {
  std::optional<Stance> best;
  for (const Stance& one : known) {
    if (!one.retracts.empty() || one.held.earliest() > day ||
        naive_overruler(known, one.name) != nullptr)
      continue;
    if (!best || before_in_order(*best, one)) best = one;
  }
  return best;
}

Day any_day() { return *parse_day("2023-12-25") + std::chrono::days{*rc::gen::inRange(0, 70)}; }

ClaimFolder folder(std::vector<Stance> stances) {
  ClaimFolder answer;
  answer.id = "topic/x";
  answer.stances = std::move(stances);
  return answer;
}

}  // namespace

TEST_CASE("what was held on any day, as known at any revision, is what the list says") {
  CHECK(rc::check("in force on both clocks", [] {
    const std::vector<Recorded> history = any_history();
    const std::vector<Stance> known = known_at(history, *rc::gen::inRange(0, 6));
    const Day day = any_day();
    const auto answer = in_force(live(known, "calda"), day, default_vocabulary());
    const auto expected = naive_in_force(known, day);
    RC_ASSERT(answer.has_value() == expected.has_value());
    if (!answer) return;
    RC_ASSERT(answer->stance->name == expected->name);
    RC_ASSERT(answer->lapsed == (expected->until && expected->until->latest() < day));
    RC_ASSERT(answer->uncertain ==
              (expected->held.approximate() || expected->held.latest() > day ||
               (expected->until && expected->until->earliest() < day && !answer->lapsed)));
  }));
}

TEST_CASE("a diff on both clocks shows both sides as they were, and blames the right clock") {
  CHECK(rc::check("diff on both clocks", [] {
    const std::vector<Recorded> history = any_history();
    const int first = *rc::gen::inRange(0, 6);
    const int last = *rc::gen::inRange(first, 6);
    const Day from = any_day();
    const Day to = from + std::chrono::days{*rc::gen::inRange(0, 30)};
    const ClaimFolder a = folder(known_at(history, first));
    const ClaimFolder b = folder(known_at(history, last));
    const ClaimDiff answer = diff({&a, from}, {&b, to}, default_vocabulary());
    const std::optional<Stance> before = naive_in_force(a.stances, from);
    const std::optional<Stance> after = naive_in_force(b.stances, to);
    const auto name = [](const std::optional<Shown>& s) {
      return s ? s->stance.name : std::string();
    };
    const std::string p = before ? before->name : "";
    const std::string q = after ? after->name : "";
    const auto pair = std::find_if(
        answer.pairs.begin(), answer.pairs.end(),
        [&](const PairDiff& one) { return name(one.before) == p && name(one.after) == q; });
    if (p == q) {
      // The same stance on both sides is told only where it has run out in between.
      const bool ran_out = before && before->until && before->until->latest() >= from &&
                           before->until->latest() < to;
      RC_ASSERT((pair != answer.pairs.end()) == ran_out);
      return;
    }
    RC_ASSERT(pair != answer.pairs.end());
    const Stance* by = before ? naive_overruler(b.stances, p) : nullptr;
    const bool after_is_newer = after && after->held.earliest() > from;
    Cause expected = Cause::moved;
    if (by != nullptr && (by->name == q || !after_is_newer)) {
      expected = by->retracts.empty() ? Cause::corrected : Cause::retracted;
    } else if (after) {
      const bool was_known = std::any_of(a.stances.begin(), a.stances.end(),
                                         [&](const Stance& s) { return s.name == q; });
      if (!was_known && !after_is_newer) expected = Cause::learned;
      if (was_known && naive_overruler(a.stances, q) != nullptr) expected = Cause::corrected;
    }
    RC_ASSERT(pair->cause == expected);
  }));
}

TEST_CASE("the record alone never makes a holder move") {
  CHECK(rc::check("same day, more records: nothing is called a move", [] {
    const std::vector<Recorded> history = any_history();
    const int first = *rc::gen::inRange(0, 6);
    const int last = *rc::gen::inRange(first, 6);
    const Day day = *parse_day("2025-06-01");  // behind all that is held
    const ClaimFolder a = folder(known_at(history, first));
    const ClaimFolder b = folder(known_at(history, last));
    for (const PairDiff& pair : diff({&a, day}, {&b, day}, default_vocabulary()).pairs) {
      RC_ASSERT(pair.cause != Cause::moved);
    }
  }));
}

TEST_CASE("the steps of a time line are its live stances, in order, each once") {
  CHECK(rc::check("steps", [] {
    const std::vector<Stance> known = known_at(any_history(), 6);
    std::vector<Stance> expected;
    for (const Stance& one : known) {
      if (one.retracts.empty() && naive_overruler(known, one.name) == nullptr)
        expected.push_back(one);
    }
    std::sort(expected.begin(), expected.end(), before_in_order);
    std::vector<std::string> names;
    std::size_t lapses = 0;
    for (const Step& step :
         steps(live(known, "calda"), default_vocabulary(), *parse_day("2025-06-01"))) {
      if (step.after == nullptr) {
        RC_ASSERT(step.change == Change::lapsed);
        ++lapses;
      } else {
        names.push_back(step.after->name);
        RC_ASSERT((step.change == Change::first) == (names.size() == 1));
      }
    }
    std::size_t run_outs = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const Day next =
          i + 1 < expected.size() ? expected[i + 1].held.earliest() : *parse_day("2025-06-01");
      run_outs += expected[i].until && expected[i].until->latest() < next ? 1 : 0;
    }
    RC_ASSERT(lapses == run_outs);
    RC_ASSERT(names.size() == expected.size());
    for (std::size_t i = 0; i < names.size(); ++i) RC_ASSERT(names[i] == expected[i].name);
  }));
}
