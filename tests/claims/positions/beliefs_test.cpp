// SPDX-License-Identifier: MIT
//
// A belief series says at each revision what the whole state of that revision says.
#include "claims/positions/beliefs.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>

#include "tests/claims/positions/ask.h"
#include "tests/claims/positions/states.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

std::vector<BeliefLine> beliefs_on(const States& states, Day day,
                                   const Vocabulary& now = default_vocabulary(),
                                   std::string_view holder = "") {
  return beliefs(states.revisions(), day, now, holder);
}

struct Believed {
  std::set<Said> said;
  DaySpan since;
  bool resumed = false;
  friend bool operator==(const Believed&, const Believed&) = default;
};
using ByLine = std::map<LineKey, Believed>;

Believed believed(const Position& position, const Vocabulary& now) {
  Believed one{{}, position.since, position.resumed};
  for (const Possible& possible : position.possible)
    one.said.insert({std::string(now.canonical(possible.word)), possible.lapsed});
  return one;
}

// What the whole state says.
ByLine by_state(const Stances& state, const Vocabulary& words, Day day, const Vocabulary& now) {
  const Lines lines(state, words);
  ByLine all;
  for (const Position& one : positions_on(lines, day))
    all[{std::string(one.holder), std::string(one.scale_name())}] = believed(one, now);
  return all;
}

// What the series says at a revision.
ByLine by_series(const std::vector<BeliefLine>& lines, std::size_t revision,
                 const Vocabulary& now) {
  ByLine all;
  for (const BeliefLine& line : lines) {
    const BeliefChange* last = nullptr;
    for (const BeliefChange& change : line.changes) {
      if (change.revision <= revision) last = &change;
    }
    if (last != nullptr && last->position)
      all[{std::string(line.holder), std::string(line.scale)}] = believed(*last->position, now);
  }
  return all;
}

// "0: silent, learned; 2: no record, retracted: misheard (2024-11-01-calda)", line after line.
std::string series_told(const std::vector<BeliefLine>& lines) {
  std::string text;
  for (const BeliefLine& line : lines) {
    text += std::string(line.holder) + " " + std::string(line.scale) + "\n";
    for (const BeliefChange& change : line.changes) {
      text += "  " + std::to_string(change.revision) + ": ";
      if (!change.position) text += "no record";
      if (change.position) {
        for (std::size_t i = 0; i < change.position->possible.size(); ++i) {
          const Possible& one = change.position->possible[i];
          text += (i == 0 ? "" : " or ") +
                  (one.no_record() ? std::string("no record") : std::string(one.word)) +
                  (one.lapsed ? " lapsed" : "");
        }
        if (change.position->resumed) text += ", resumed";
      }
      text += ", " + (change.cause ? std::string(to_string(*change.cause)) : "vocabulary");
      if (!change.reason.empty()) text += ": " + change.reason;
      for (const Stance* one : change.due_to) text += " (" + one->name + ")";
      text += "\n";
    }
  }
  return text;
}

Day on_day(const char* text) { return *parse_day(text); }

Stance that_corrects(const Stance& wrong, const std::string& held, const std::string& word,
                     const std::string& name, const std::string& reason) {
  Stance one = stance(held, word, name);
  one.corrects = wrong.name;
  one.reason = reason;
  return one;
}

Stance that_retracts(const Stance& wrong, const std::string& name, const std::string& reason) {
  Stance one = stance(to_string(wrong.held), "deny", name);
  one.position.clear();
  one.retracts = wrong.name;
  one.reason = reason;
  return one;
}

}  // namespace

TEST_CASE("a record is learned, corrected and retracted, each with its reason") {
  const Stance silent = stance("2024-10-31", "silent");
  const Stance affirm =
      that_corrects(silent, "2024-10-31", "affirm", "2024-10-31-calda-2", "he did speak");
  const Stance gone = that_retracts(affirm, "2024-10-31-calda-3", "it was Borland");
  States states;
  states.add({silent});
  states.add({silent, affirm});
  states.add({silent, affirm, gone});
  CHECK(series_told(beliefs_on(states, on_day("2024-11-05"))) ==
        "calda stance\n"
        "  0: silent, learned (2024-10-31-calda)\n"
        "  1: affirm, corrected: he did speak (2024-10-31-calda-2)\n"
        "  2: no record, retracted: it was Borland (2024-10-31-calda-3)\n");
  CHECK(series_told(beliefs_on(states, on_day("2024-10-30"))).empty());
}

TEST_CASE("what was corrected before anybody saw it is learned") {
  const Stance silent = stance("2024-10-31", "silent");
  const Stance affirm =
      that_corrects(silent, "2024-10-31", "affirm", "2024-10-31-calda-2", "he did speak");
  States states;
  states.add({});
  states.add({silent, affirm});
  CHECK(series_told(beliefs_on(states, on_day("2024-11-05"))) ==
        "calda stance\n  1: affirm, learned: he did speak (2024-10-31-calda-2)\n");
}

TEST_CASE("a correction and its own correction that come at once are told as one") {
  const Stance silent = stance("2024-10-31", "silent");
  const Stance affirm =
      that_corrects(silent, "2024-10-31", "affirm", "2024-10-31-calda-2", "spoke");
  const Stance deny = that_corrects(affirm, "2024-10-31", "deny", "2024-10-31-calda-3", "a not");
  States states;
  states.add({silent});
  states.add({silent, affirm, deny});
  CHECK(series_told(beliefs_on(states, on_day("2024-11-05"))) ==
        "calda stance\n"
        "  0: silent, learned (2024-10-31-calda)\n"
        "  1: deny, corrected: spoke; a not (2024-10-31-calda-3)\n");
}

TEST_CASE("a removed file, a removed correction and a rewritten file change what is believed") {
  const Stance silent = stance("2024-10-31", "silent");
  const Stance affirm =
      that_corrects(silent, "2024-10-31", "affirm", "2024-10-31-calda-2", "spoke");
  Stance rewritten = silent;
  rewritten.position = "declined";
  Stance quoted = rewritten;
  quoted.quote = "No comment.";
  States states;
  states.add({silent});
  states.add({silent, affirm});
  states.add({silent});
  states.add({rewritten});
  states.add({quoted});  // evidence: nothing else is believed
  states.add({});
  CHECK(series_told(beliefs_on(states, on_day("2024-11-05"))) ==
        "calda stance\n"
        "  0: silent, learned (2024-10-31-calda)\n"
        "  1: affirm, corrected: spoke (2024-10-31-calda-2)\n"
        "  2: silent, removed (2024-10-31-calda-2)\n"
        "  3: declined, corrected (2024-10-31-calda)\n"
        "  5: no record, removed (2024-10-31-calda)\n");
}

TEST_CASE("a record about an earlier day, and an end, are learned late") {
  const Stance affirm = stance("2024-10-31", "affirm");
  const Stance deny = stance("2024-11-02", "deny");
  Stance ended = deny;
  ended.name = "2024-11-02-calda-2";
  ended.corrects = deny.name;
  ended.until = date("2024-11-03");
  ended.reason = std::string(kEnded);
  States states;
  states.add({affirm});
  states.add({affirm, deny});
  states.add({affirm, deny, ended});
  CHECK(series_told(beliefs_on(states, on_day("2024-11-05"))) ==
        "calda stance\n"
        "  0: affirm, learned (2024-10-31-calda)\n"
        "  1: deny, learned (2024-11-02-calda)\n"
        "  2: affirm, resumed, ended (2024-11-02-calda-2)\n");
}

TEST_CASE("it was B, not A: both lines tell the correction") {
  const Stance wrong = stance("2024-10-31", "deny");
  Stance right = that_corrects(wrong, "2024-10-31", "deny", "2024-10-31-borland", "it was Borland");
  right.holder = "borland";
  States states;
  states.add({wrong});
  states.add({wrong, right});
  CHECK(series_told(beliefs_on(states, on_day("2024-11-05"))) ==
        "borland stance\n"
        "  1: deny, corrected: it was Borland (2024-10-31-borland)\n"
        "calda stance\n"
        "  0: deny, learned (2024-10-31-calda)\n"
        "  1: no record, corrected: it was Borland (2024-10-31-borland)\n");
  CHECK(series_told(beliefs_on(states, on_day("2024-11-05"), default_vocabulary(), "borland")) ==
        "borland stance\n"
        "  1: deny, corrected: it was Borland (2024-10-31-borland)\n");
}

TEST_CASE("records come to another actor when two are merged, and leave it again") {
  const Stance deny = stance("2024-10-31", "deny");
  Stance affirm = stance("2024-11-01", "affirm", "2024-11-01-borland");
  affirm.holder = "borland";
  Stance later = stance("2025-01-01", "query", "2025-01-01-borland");
  later.holder = "borland";
  Stance led = affirm;
  led.holder = "calda";
  Stance led_later = later;
  led_later.holder = "calda";
  const Cause merged = Cause::merged, parted = Cause::parted;
  const std::vector<ClaimRevision> revisions = {
      {{{nullptr, &deny}, {nullptr, &affirm}, {nullptr, &later}}, &default_vocabulary()},
      {{{&affirm, &led, merged, "borland is calda"},
        {&later, &led_later, merged, "borland is calda"}},
       nullptr},
      {{{&led, &affirm, parted, "borland is not calda"},
        {&led_later, &later, parted, "borland is not calda"}},
       nullptr}};
  CHECK(series_told(beliefs(revisions, on_day("2024-11-05"), default_vocabulary())) ==
        "borland stance\n"
        "  0: affirm, learned (2024-11-01-borland)\n"
        "  1: no record, merged: borland is calda\n"
        "  2: affirm, parted: borland is not calda\n"
        "calda stance\n"
        "  0: deny, learned (2024-10-31-calda)\n"
        "  1: affirm, merged: borland is calda\n"
        "  2: deny, parted: borland is not calda\n");
}

TEST_CASE("a renamed word changes no belief; one that the vocabulary loses does") {
  const Stance deny = stance("2024-10-31", "deny");
  const Stance affirm = stance("2024-11-01", "affirm");
  States states;
  states.add({deny});
  states.add({deny}, &with_denies());
  states.add({deny, affirm});
  states.add({deny, affirm}, &without_affirm());
  CHECK(series_told(beliefs_on(states, on_day("2024-10-31"), with_denies())) ==
        "calda stance\n  0: denies, learned (2024-10-31-calda)\n");
  CHECK(series_told(beliefs_on(states, on_day("2024-11-05"), without_affirm())) ==
        "calda stance\n"
        "  0: denies, learned (2024-10-31-calda)\n"
        "  2: affirm, learned (2024-11-01-calda)\n"
        "  3: denies, vocabulary\n"
        "calda \n"
        "  3: affirm, vocabulary\n");
}

TEST_CASE("the series is, at every revision, what the whole state says") {
  CHECK(rc::check("a belief series", [] {
    const Day asked = any_day();
    const States states = drawn_states();
    const Vocabulary& today = states.words(states.size() - 1);
    const std::vector<BeliefLine> series = beliefs_on(states, asked, today);
    for (std::size_t i = 0; i < states.size(); ++i) {
      RC_ASSERT(by_series(series, i, today) ==
                by_state(states.state(i), states.words(i), asked, today));
    }
    for (const BeliefLine& line : series) {
      RC_ASSERT(line.changes.front().position.has_value());
      for (std::size_t i = 1; i < line.changes.size(); ++i)
        RC_ASSERT(line.changes[i - 1].revision < line.changes[i].revision);
    }
    // Asked of one holder, the same lines.
    std::string one_by_one;
    for (const char* holder : {"a", "b"})
      one_by_one += series_told(beliefs_on(states, asked, today, holder));
    RC_ASSERT(one_by_one == series_told(series));
  }));
}
