// SPDX-License-Identifier: MIT
//
// Both clocks at once: what a diff shows is what was so on each day, as known at each revision, and
// each clock answers for its own part of the difference.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <optional>

#include "claims/positions/diff.h"
#include "tests/claims/positions/ask.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

ClaimFolder folder(Stances stances) {
  ClaimFolder answer;
  answer.id = "topic/x";
  answer.stances = std::move(stances);
  return answer;
}

// A store at two revisions: the later one has all records, and some that were rewritten, or are
// gone.
struct Two {
  ClaimFolder before, after;
};

Two any_two(const std::vector<Day>& asked) {
  const Stances all = any_store(asked);
  Stances first(all.begin(), all.begin() + *rc::gen::inRange<std::ptrdiff_t>(
                                               0, static_cast<std::ptrdiff_t>(all.size()) + 1));
  Stances last = all;
  if (!first.empty() && chance(20)) last.erase(last.begin());
  if (!last.empty() && chance(20)) {
    Stance& one = last[*rc::gen::inRange<std::size_t>(0, last.size())];
    if (!one.position.empty() && one.repeats.empty()) one.position = any_word("stance");
    if (chance(50)) one.quote = "So it is.";
  }
  return {folder(std::move(first)), folder(std::move(last))};
}

std::set<Said> said_of(const Shown& side) {
  std::set<Said> said;
  for (const Shown::One& one : side.possible) said.insert({one.word, one.lapsed});
  return said;
}

std::set<May> records_of(const Shown& side) {
  std::set<May> records;
  for (const Shown::One& one : side.possible) {
    if (one.word.empty()) records.insert(May{});
    for (const Stance& stance : one.stances) records.insert({stance.name, one.lapsed});
  }
  return records;
}

std::set<May> of(const AnswersOf<May>& answers, const LineKey& key) {
  const auto at = answers.find(key);
  return at == answers.end() ? std::set<May>{May{}} : at->second;
}

const PairDiff* pair_of(const ClaimDiff& diff, const LineKey& key) {
  const auto at = std::find_if(diff.pairs.begin(), diff.pairs.end(), [&](const PairDiff& one) {
    return LineKey{one.holder, one.scale} == key;
  });
  return at == diff.pairs.end() ? nullptr : &*at;
}

std::set<LineKey> all_keys(const AnswersOf<May>& a, const AnswersOf<May>& b,
                           const AnswersOf<May>& c) {
  std::set<LineKey> keys;
  for (const auto* answers : {&a, &b, &c}) {
    for (const auto& [key, records] : *answers) keys.insert(key);
  }
  return keys;
}

// The records as they are worded: the same of both revisions, or not.
std::set<std::string> worded(const Stances& stances, const std::set<May>& records) {
  std::set<std::string> all;
  for (const May& one : records) {
    if (one.record.empty()) {
      all.insert("no record");
      continue;
    }
    const Stance& stance = named(stances, one.record);
    all.insert(one.record + " " + stance.position + " " + stance.quote +
               (one.lapsed ? " lapsed" : ""));
  }
  return all;
}

}  // namespace

TEST_CASE("a diff shows both sides as they were, and each clock answers for its part") {
  CHECK(rc::check("diff on both clocks", [] {
    const Day from = any_day();
    const Day to = chance(30) ? from : from + std::chrono::days{*rc::gen::inRange(1, 60)};
    const Two store = any_two({from, to});
    const ClaimDiff found = diff({&store.before, from}, {&store.after, to}, default_vocabulary());
    const AnswersOf<May> p = model_records(store.before.stances, from);
    const AnswersOf<May> m = model_records(store.after.stances, from);
    const AnswersOf<May> q = model_records(store.after.stances, to);
    std::set<LineKey> seen;
    for (const PairDiff& pair : found.pairs) {
      const LineKey key = {pair.holder, pair.scale};
      RC_ASSERT(seen.insert(key).second);
      RC_ASSERT(records_of(pair.before) == of(p, key));
      RC_ASSERT(records_of(pair.after) == of(q, key));
      RC_ASSERT(said_of(pair.before) == said_by(store.before.stances, of(p, key)));
      RC_ASSERT(said_of(pair.after) == said_by(store.after.stances, of(q, key)));
      if (pair.between) RC_ASSERT(records_of(*pair.between) == of(m, key));
      RC_ASSERT((pair.record || pair.change));
      RC_ASSERT(pair.between.has_value() == (pair.record && pair.change));
    }
    for (const LineKey& key : all_keys(p, m, q)) {
      const PairDiff* pair = pair_of(found, key);
      const bool record =
          worded(store.before.stances, of(p, key)) != worded(store.after.stances, of(m, key));
      RC_ASSERT(record == (pair != nullptr && pair->record.has_value()));
      if (of(m, key) != of(q, key)) RC_ASSERT((pair != nullptr && pair->change.has_value()));
      if (from == to) RC_ASSERT((pair == nullptr || !pair->change));
    }
  }));
}

TEST_CASE("what may have changed between two days is so in some world") {
  CHECK(rc::check("moves by worlds", [] {
    const Day from = any_day();
    const Day to = from + std::chrono::days{*rc::gen::inRange(1, 60)};
    const ClaimFolder store = folder(any_store({from, to}));
    const ClaimDiff found = diff({&store, from}, {&store, to}, default_vocabulary());
    for (const auto& [key, line] : model_lines(store.stances)) {
      bool changes = false;
      bool always = true;
      each_world(line, {from, to}, [&](const World& world) {
        const bool other = in_force_in(world, from) != in_force_in(world, to);
        changes |= other;
        always &= other;
      });
      const PairDiff* pair = pair_of(found, key);
      // What is undecided may turn out to be no change at all.
      if (pair != nullptr && pair->change != Change::undecided) RC_ASSERT(changes);
      if (always) RC_ASSERT(pair != nullptr);
      RC_ASSERT((pair == nullptr || (pair->change && !pair->record)));
    }
    RC_ASSERT(found.also.empty());
  }));
}

TEST_CASE("a coordinate does not differ from itself, in one object or in two") {
  CHECK(rc::check("diff of the same", [] {
    const Day day = any_day();
    const ClaimFolder a = folder(drawn_store());
    const ClaimFolder b = a;
    RC_ASSERT(diff({&a, day}, {&a, day}, default_vocabulary()).empty());
    RC_ASSERT(diff({&a, day}, {&b, day}, default_vocabulary()).empty());
  }));
}

TEST_CASE("on one day the record alone never makes a holder move") {
  CHECK(rc::check("one day", [] {
    const Day day = any_day();
    const Two store = any_two({day});
    const ClaimDiff found = diff({&store.before, day}, {&store.after, day}, default_vocabulary());
    for (const PairDiff& pair : found.pairs) {
      RC_ASSERT(!pair.change);
      RC_ASSERT(pair.record.has_value());
      RC_ASSERT(pair.passed == 0);
    }
  }));
}

TEST_CASE("at one revision days alone never change the record") {
  CHECK(rc::check("one revision", [] {
    const ClaimFolder a = folder(drawn_store());
    const ClaimFolder b = a;
    const ClaimDiff found = diff({&a, any_day()}, {&b, any_day()}, default_vocabulary());
    for (const PairDiff& pair : found.pairs) {
      RC_ASSERT(!pair.record);
      RC_ASSERT(pair.reason.empty());
    }
    RC_ASSERT(found.also.empty());
  }));
}

TEST_CASE(
    "every new record that may be in force somewhere is told, with the days that it governs") {
  CHECK(rc::check("also recorded", [] {
    const Day day = any_day();
    const Stances all = any_store({day});
    const auto count =
        *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(all.size()));
    const ClaimFolder a = folder({all.begin(), all.begin() + count});
    const ClaimFolder b = folder(all);
    const ClaimDiff found = diff({&a, day}, {&b, day}, default_vocabulary());
    for (std::size_t i = static_cast<std::size_t>(count); i < all.size(); ++i) {
      const Stance& one = all[i];
      if (!is_of_a_line(one, all_set_aside(all))) continue;
      const auto also = std::find_if(found.also.begin(), found.also.end(), [&](const auto& other) {
        return other.stance.name == one.name;
      });
      const bool in_pair = of(model_records(all, day), {one.holder, scale_of(one.position)})
                               .contains({one.name, false}) ||
                           of(model_records(all, day), {one.holder, scale_of(one.position)})
                               .contains({one.name, true});
      RC_ASSERT((also != found.also.end()) != in_pair);
      if (also == found.also.end()) continue;
      const Day asked = any_day();
      bool governs = false;
      for (const AlsoRecorded::Governed& days : also->governs)
        governs |= days.first <= asked && (!days.last || asked <= *days.last);
      if (worlds_of(model_lines(all).at({one.holder, scale_of(one.position)}), {asked}) > 20000)
        continue;
      RC_ASSERT(governs == of(model_records(all, asked), {one.holder, scale_of(one.position)})
                               .contains({one.name, false}));
    }
  }));
}

TEST_CASE("no record that was added or changed is left out, and no reason of a correction") {
  CHECK(rc::check("all is told", [] {
    const Day from = any_day();
    const Day to = chance(30) ? from : from + std::chrono::days{*rc::gen::inRange(1, 60)};
    Two store = any_two({from, to});
    for (ClaimFolder* side : {&store.before, &store.after}) {
      for (Stance& one : side->stances) {
        if (!one.corrects.empty() || !one.retracts.empty()) one.reason = "as " + one.name + " says";
      }
    }
    const ClaimDiff found = diff({&store.before, from}, {&store.after, to}, default_vocabulary());
    std::set<std::string> shown;
    std::string reasons;
    const auto show = [&](const Shown& side) {
      for (const Shown::One& one : side.possible) {
        for (const Stance& stance : one.stances) shown.insert(stance.name);
      }
    };
    for (const PairDiff& pair : found.pairs) {
      show(pair.before);
      if (pair.between) show(*pair.between);
      show(pair.after);
      reasons += pair.reason + "; ";
    }
    for (const AlsoRecorded& one : found.also) {
      shown.insert(one.stance.name);
      if (one.was) shown.insert(one.was->name);
      reasons += one.reason + "; ";
    }
    const std::set<std::string> gone = all_set_aside(store.after.stances);
    for (const Stance& one : store.after.stances) {
      const auto before = std::find_if(store.before.stances.begin(), store.before.stances.end(),
                                       [&](const Stance& other) { return other.name == one.name; });
      const bool is_new = before == store.before.stances.end();
      if (!is_new && *before == one) continue;
      const std::string& target = one.corrects.empty() ? one.retracts : one.corrects;
      const bool corrects = !one.corrects.empty() != !one.retracts.empty() && target != one.name &&
                            std::any_of(store.after.stances.begin(), store.after.stances.end(),
                                        [&](const Stance& other) { return other.name == target; });
      const bool by_reason = reasons.find("as " + one.name + " says;") != reasons.npos;
      // What was set aside at once is told by why; all else is shown.
      const bool is_told = shown.contains(one.name) || (is_new && by_reason) ||
                           (is_new && gone.contains(one.name) && !corrects);
      RC_ASSERT(is_told);
      if (is_new && corrects && one.repeats.empty() && gone.contains(target)) {
        const bool ended = one.until.has_value() && !one.corrects.empty();
        RC_ASSERT((by_reason || ended));
      }
    }
  }));
}
