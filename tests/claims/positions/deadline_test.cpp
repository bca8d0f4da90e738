// SPDX-License-Identifier: MIT
//
// Deadlines: as the rule says, and against a naive evaluation by brute force.
#include "claims/positions/deadline.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/claims/build.h"
#include "tests/claims/positions/worlds.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

Claim claim_until(const std::string& deadline, const std::string& kind = "pledge") {
  Claim claim;
  claim.id = "topic/x";
  claim.text = "X";
  claim.kind = kind;
  claim.deadline = date(deadline);
  return claim;
}

// As `due` and `show` would say it, without the records.
std::string told(const LineDeadline& line) {
  std::string text;
  for (const Outcome one : line.possible)
    text += (text.empty() ? "" : " or ") + std::string(to_string(one));
  for (const AfterDeadline& one : line.after) {
    text += ", " + std::string(one.word) + (one.is_late ? " late " : " ") +
            to_string(date_of(one.when)) + (one.certain ? "" : " ~");
  }
  return text + (line.settled ? "" : " ...");
}

// All lines of one claim on one day: "a: kept; b: missed ...".
std::string told(const Claim& claim, std::vector<Stance> stances, const std::string& day,
                 const Vocabulary& words = default_vocabulary()) {
  int number = 0;
  for (Stance& one : stances) one.name = "n" + std::to_string(number++);
  const Lines lines(stances, words);
  std::string text;
  for (const LineDeadline& line : deadlines_on(claim, lines, *parse_day(day))) {
    text += (text.empty() ? "" : "; ") + std::string(line.holder) + " " + line.scale->name + ": " +
            told(line);
  }
  return text;
}

Stance held_by(const std::string& holder, const std::string& held, const std::string& word) {
  Stance one = stance(held, word, "x");
  one.holder = holder;
  return one;
}

Stance until(Stance one, const std::string& day) {
  one.until = date(day);
  return one;
}

const Claim kPledge = claim_until("2024-06-30");

}  // namespace

TEST_CASE(
    "a pledge is kept where it is done on the last day, and missed once that day has passed") {
  const std::vector<Stance> in_time = {held_by("a", "2024-05-01", "in-works"),
                                       held_by("a", "2024-06-30", "done")};
  CHECK(told(kPledge, in_time, "2024-04-30").empty());
  CHECK(told(kPledge, in_time, "2024-06-29") == "a progress: open ...");
  CHECK(told(kPledge, in_time, "2024-06-30") == "a progress: kept");
  CHECK(told(kPledge, in_time, "2024-12-31") == "a progress: kept");
  const std::vector<Stance> never = {held_by("a", "2024-05-01", "in-works")};
  CHECK(told(kPledge, never, "2024-06-30") == "a progress: open ...");
  CHECK(told(kPledge, never, "2024-07-01") == "a progress: missed ...");
}

TEST_CASE("what closes after the deadline is added: done late, reversed, and both") {
  const std::vector<Stance> late = {
      held_by("a", "2024-05-01", "partial"), held_by("a", "2024-07-03", "done"),
      held_by("a", "2024-07-05", "done"), held_by("a", "2024-07-09", "reversed")};
  CHECK(told(kPledge, late, "2024-07-02") == "a progress: missed ...");
  CHECK(told(kPledge, late, "2024-07-03") == "a progress: missed, done late 2024-07-03");
  CHECK(told(kPledge, late, "2024-07-08") == "a progress: missed, done late 2024-07-03");
  CHECK(told(kPledge, late, "2024-08-01") ==
        "a progress: missed, done late 2024-07-03, reversed 2024-07-09");
  const std::vector<Stance> undone = {held_by("a", "2024-06-01", "done"),
                                      held_by("a", "2024-07-09", "reversed")};
  CHECK(told(kPledge, undone, "2024-07-08") == "a progress: kept");
  CHECK(told(kPledge, undone, "2024-07-09") == "a progress: kept, reversed 2024-07-09");
}

TEST_CASE(
    "broken settles a pledge: before its deadline it is missed at once, after it nothing waits") {
  const std::vector<Stance> early = {held_by("a", "2024-05-01", "broken")};
  CHECK(told(kPledge, early, "2024-05-01") == "a progress: missed");
  CHECK(told(kPledge, early, "2024-07-01") == "a progress: missed");
  const std::vector<Stance> after = {held_by("a", "2024-05-01", "stalled"),
                                     held_by("a", "2024-07-02", "broken")};
  CHECK(told(kPledge, after, "2024-07-02") == "a progress: missed, broken 2024-07-02");
  const std::vector<Stance> mended = {held_by("a", "2024-05-01", "broken"),
                                      held_by("a", "2024-06-30", "done")};
  CHECK(told(kPledge, mended, "2024-05-02") == "a progress: missed");
  CHECK(told(kPledge, mended, "2024-07-01") == "a progress: kept");
}

TEST_CASE("what is done and ends before the deadline keeps nothing") {
  const std::vector<Stance> ended = {until(held_by("a", "2024-05-01", "done"), "2024-06-15")};
  CHECK(told(kPledge, ended, "2024-05-02") == "a progress: open");
  CHECK(told(kPledge, ended, "2024-06-20") == "a progress: open ...");
  CHECK(told(kPledge, ended, "2024-07-01") == "a progress: missed ...");
  const std::vector<Stance> lasts = {until(held_by("a", "2024-05-01", "done"), "2024-06-30")};
  CHECK(told(kPledge, lasts, "2024-05-02") == "a progress: kept");
  CHECK(told(kPledge, lasts, "2024-09-01") == "a progress: kept");
}

TEST_CASE("a vague day leaves open whether it was in time") {
  const std::vector<Stance> vague = {held_by("a", "2024-05-01", "not-acted"),
                                     held_by("a", "[2024-06-20..2024-07-10]", "done")};
  CHECK(told(kPledge, vague, "2024-06-25") == "a progress: kept or open ...");
  CHECK(told(kPledge, vague, "2024-07-01") == "a progress: kept or missed ...");
  CHECK(told(kPledge, vague, "2024-07-10") == "a progress: kept or missed");
  const std::vector<Stance> surely_late = {held_by("a", "2024-05-01", "not-acted"),
                                           held_by("a", "2024-07", "done")};
  CHECK(told(kPledge, surely_late, "2024-08-01") == "a progress: missed, done late 2024-07");
  CHECK(told(kPledge, surely_late, "2024-07-10") ==
        "a progress: missed, done late [2024-07-01..2024-07-10] ~ ...");
}

TEST_CASE("a month lasts to its end; a deadline of which the day is not known is asked on each") {
  const std::vector<Stance> done = {held_by("a", "2024-06-30", "done")};
  CHECK(told(claim_until("2024-06"), done, "2024-08-01") == "a progress: kept");
  CHECK(told(claim_until("2024"), done, "2025-08-01") == "a progress: kept");
  CHECK(told(claim_until("2024-06-30~"), done, "2024-08-01") == "a progress: kept or missed");
  CHECK(told(claim_until("[2024-07-01..2024-07-09]"), done, "2024-08-01") == "a progress: kept");
  CHECK(told(claim_until("[..2024-07-09]"), done, "2024-08-01") == "a progress: kept or missed");
}

TEST_CASE("each line is judged by itself, and only those of a scale that fits the claim's kind") {
  const std::vector<Stance> all = {
      held_by("a", "2024-06-01", "affirm"), held_by("a", "2024-06-01", "done"),
      held_by("a", "2024-06-01", "odd"), held_by("b", "2024-06-01", "stalled"),
      held_by("c", "2024-06-01", "false")};
  CHECK(told(kPledge, all, "2024-07-01") == "a progress: kept; b progress: missed ...");
  CHECK(told(claim_until("2024-06-30", "policy"), all, "2024-07-01") ==
        "a progress: kept; b progress: missed ...");
  CHECK(told(claim_until("2024-06-30", "prediction"), all, "2024-07-01") == "c rating: missed");
  CHECK(told(claim_until("2024-06-30", ""), all, "2024-07-01") ==
        "a progress: kept; b progress: missed ...; c rating: missed");
  Claim none = kPledge;
  none.deadline.reset();
  CHECK(told(none, all, "2024-07-01").empty());
}

TEST_CASE("a prediction comes true, or does not, or waits for an outcome") {
  const Claim claim = claim_until("2024-06-30", "prediction");
  CHECK(told(claim, {held_by("c", "2024-05-01", "mixed")}, "2024-07-01") == "c rating: missed ...");
  CHECK(told(claim, {held_by("c", "2024-05-01", "true")}, "2024-07-01") == "c rating: kept");
  CHECK(told(claim, {held_by("c", "2024-07-02", "true")}, "2024-07-03") ==
        "c rating: missed, true late 2024-07-02");
}

TEST_CASE("what closed on the deadline settles it, whatever is found later") {
  const Claim claim = claim_until("2024-06-30", "prediction");
  const std::vector<Stance> all = {held_by("c", "2024-06-30", "false"),
                                   held_by("c", "2024-08-01", "mixed")};
  CHECK(told(claim, all, "2024-08-02") == "c rating: missed");
}

TEST_CASE("a store's own words close where it says so, and by the names they had") {
  const Vocabulary said({Scale{"promise",
                               Order::ordered,
                               {{"open", 0, true, {}},
                                {"law", 2, false, {}, "", true},
                                {"done", 1, false, {}},
                                {"withdrawn", 0, false, {}, "", true}}}});
  const auto on = [&](const std::string& word, const Vocabulary& words) {
    return told(kPledge, {held_by("a", "2024-06-01", word)}, "2024-07-01", words);
  };
  CHECK(on("law", said) == "a promise: kept");
  CHECK(on("done", said) == "a promise: missed ...");
  CHECK(on("withdrawn", said) == "a promise: missed");
  const Vocabulary renamed(
      {Scale{"promise", Order::ordered, {{"kept", 2, false, {"done"}}, {"half", 1, false, {}}}}});
  CHECK(on("done", renamed) == "a promise: kept");
  CHECK(on("half", renamed) == "a promise: missed ...");
  const Vocabulary own({Scale{"promise", Order::ordered, {{"erfüllt", 2, false, {}}}}});
  CHECK(on("erfüllt", own).empty());
}

namespace {

// The words of the model, and what they are in these stores: the model decides which records may be
// in force, and knows no others.
std::string closing_word(const std::string& of_model, int number) {
  if (of_model != "announced") return of_model;
  return std::vector<std::string>{"announced", "broken", "reversed",
                                  "done"}[static_cast<std::size_t>(number % 4)];
}

int closes(const std::string& word) {
  return word == "done" ? 1 : word == "broken" || word == "reversed" ? -1 : 0;
}

// The rule of claims/FORMAT.md, day by day, over the records that may be in force.
struct Naive {
  std::set<Outcome> outcomes;
  bool all_close = true;
};
Naive naive(const Stances& stances, const std::map<std::string, std::string>& word_of,
            const LineKey& key, const Date& deadline, Day day) {
  const auto in_force = [&](Day on) {
    const AnswersOf<May> all = model_records(stances, on);
    const auto at = all.find(key);
    return at == all.end() ? std::set<May>{May{}} : at->second;
  };
  const bool is_span = deadline.approximate() || deadline.bounded();
  const Day last = deadline.latest();
  Naive answer;
  std::set<Outcome>& found = answer.outcomes;
  for (Day on = day > last && is_span ? deadline.earliest() : last; on <= last; on += kOneDay) {
    for (const May& may : in_force(std::min(on, day))) {
      const Outcome else_so = day > last ? Outcome::missed : Outcome::open;
      const int sign = may.record.empty() || may.lapsed ? 0 : closes(word_of.at(may.record));
      answer.all_close &= sign != 0;
      if (sign < 0) found.insert(Outcome::missed);
      if (sign == 0) found.insert(else_so);
      if (sign <= 0) continue;
      // In some world it goes on to the last day; in some it does not.
      const std::optional<Date>& end = named(stances, may.record).until;
      if (day >= last || !end || end->latest() >= last) found.insert(Outcome::kept);
      if (day < last && end && end->earliest() < last) found.insert(else_so);
    }
  }
  return answer;
}

}  // namespace

TEST_CASE("outcomes agree with a naive evaluation, day by day and world by world") {
  CHECK(rc::check([] {
    const Day day = any_day();
    const Date deadline =
        date(one_of<std::string>({"2024-01-20", "2024-02-01", "2024-02-14", "2024-01",
                                  "2024-02-01~", "[2024-01-15..2024-02-01]"}));
    const Stances model = any_store({day, deadline.earliest(), deadline.latest()});
    Stances stances = model;
    std::map<std::string, std::string> word_of;
    int number = *rc::gen::inRange(0, 4);
    for (Stance& one : stances) {
      // A check says what its root does: then the words must stay alike.
      if (one.repeats.empty()) one.position = closing_word(one.position, number++);
      word_of[one.name] = one.position;
    }
    const Lines lines(stances, default_vocabulary());
    const Claim claim = claim_until(to_string(deadline));
    const std::vector<LineDeadline> answers = deadlines_on(claim, lines, day);
    RC_LOG() << to_string(deadline) << " on " << to_string(day) << "\n";
    for (const Stance& one : stances) showValue(one, RC_LOG());
    std::size_t judged = 0;
    const AnswersOf<May> now = model_records(model, day);
    for (const auto& [key, records] : now) {
      if (key.second != "progress") continue;
      ++judged;
      const auto answer =
          std::find_if(answers.begin(), answers.end(),
                       [&](const LineDeadline& one) { return one.holder == key.first; });
      RC_ASSERT(answer != answers.end());
      const Naive wanted = naive(model, word_of, key, deadline, day);
      RC_ASSERT((answer->possible ==
                 std::vector<Outcome>(wanted.outcomes.begin(), wanted.outcomes.end())));
      const bool all_close = std::all_of(records.begin(), records.end(), [&](const May& may) {
        return !may.record.empty() && !may.lapsed && closes(word_of.at(may.record)) != 0;
      });
      RC_ASSERT(answer->settled == (all_close || wanted.all_close));
    }
    RC_ASSERT(answers.size() == judged);
  }));
}

TEST_CASE("what came after a deadline is, of known days, what a walk over all days finds") {
  CHECK(rc::check([] {
    std::vector<Stance> stances;
    const int count = *rc::gen::inRange(1, 9);
    for (int i = 0; i < count; ++i) {
      const Day held = *parse_day("2024-06-20") + std::chrono::days{*rc::gen::inRange(0, 25)};
      const bool taken = std::any_of(stances.begin(), stances.end(), [&](const Stance& one) {
        return one.held.earliest() == held;
      });
      if (taken) continue;
      Stance one =
          held_by("a", to_string(held),
                  one_of<std::string>({"not-acted", "partial", "done", "broken", "reversed"}));
      one.name = "n" + std::to_string(i);
      if (chance(30)) one.until = Date{held + std::chrono::days{*rc::gen::inRange(0, 9)}};
      stances.push_back(one);
    }
    const Day day = *parse_day("2024-07-01") + std::chrono::days{*rc::gen::inRange(0, 20)};
    const Lines lines(stances, default_vocabulary());
    const auto answers = deadlines_on(kPledge, lines, day);
    const auto word_on = [&](Day on) {
      const std::vector<Position> all = positions_on(lines, on);
      if (all.empty() || all.front().lapsed()) return std::string();
      const std::string word(all.front().word());
      return closes(word) == 0 ? std::string() : word;
    };
    std::string wanted;
    const Day last = *parse_day("2024-06-30");
    const bool missed = closes(word_on(last)) <= 0;
    for (Day on = last + kOneDay; on <= day; on += kOneDay) {
      const std::string word = word_on(on);
      if (word.empty() || word == word_on(on - kOneDay)) continue;
      wanted += word + (missed && closes(word) > 0 ? " late " : " ") + to_string(on) + ";";
    }
    std::string found;
    for (const LineDeadline& line : answers) {
      for (const AfterDeadline& one : line.after) {
        RC_ASSERT(one.certain);
        found += std::string(one.word) + (one.is_late ? " late " : " ") +
                 to_string(one.when.first) + ";";
      }
    }
    RC_ASSERT(found == wanted);
  }));
}
