// SPDX-License-Identifier: MIT
#include "claims/query/claim_conditions.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "claims/positions/in_force.h"
#include "tests/claims/positions/worlds.h"

using namespace aver::claims;

namespace {

Day day(const char* text) { return *parse_day(text); }

Stance stance(const std::string& name, const std::string& holder, const std::string& position,
              const std::string& held) {
  Stance one;
  one.claim = "topic/x";
  one.name = name;
  one.holder = holder;
  one.position = position;
  one.held = *parse_date(held).date;
  return one;
}

ClaimFolder folder(std::vector<Stance> stances) {
  ClaimFolder one;
  one.id = "topic/x";
  one.claim = Claim{};
  one.claim->id = one.id;
  one.claim->kind = "pledge";
  one.claim->tags = {"a", "b"};
  one.claim->deadline = parse_date("2024-05").date;
  one.stances = std::move(stances);
  return one;
}

template <class Fill>
bool fits_with(const ClaimFolder& one, Fill fill) {
  ClaimCondition wanted;
  fill(wanted);
  return fits(one, {wanted}, default_vocabulary());
}

}  // namespace

TEST_CASE(
    "a record that may be in force on one of the days, or lapsed, is in force for a look-up") {
  CHECK(rc::check("in force, as looked up", [] {
    const Day first = aver::tests::any_day();
    const DaySpan on{first, first + std::chrono::days{*rc::gen::element(0, 1, 5, 40)}};
    const ClaimFolder one = folder(aver::tests::any_store({on.first, on.last}));
    std::set<std::string> words, holders;
    for (Day day = on.first; day <= on.last; day += std::chrono::days{1}) {
      for (const auto& [key, records] : aver::tests::model_records(one.stances, day)) {
        for (const aver::tests::May& may : records) {
          if (may.record.empty()) continue;
          words.insert(aver::tests::named(one.stances, may.record).position);
          holders.insert(key.first);
        }
      }
    }
    for (const std::string& word : aver::tests::kStanceWords) {
      RC_ASSERT(fits_with(one, [&](ClaimCondition& w) {
                  w.stance.positions = {word};
                  w.stance.in_force = on;
                }) == words.contains(word));
    }
    for (const std::string holder : {"a", "b"}) {
      RC_ASSERT(fits_with(one, [&](ClaimCondition& w) {
                  w.stance.holders = {holder};
                  w.stance.in_force = on;
                }) == holders.contains(holder));
    }
  }));
}

TEST_CASE("a folder fits where the claim, and one and the same stance, do") {
  const ClaimFolder one =
      folder({stance("1", "calda", "affirm", "2024-01-01"),
              stance("2", "calda", "deny", "2024-02-01"), stance("3", "uw", "silent", "2024-03")});
  CHECK(fits_with(one, [](ClaimCondition&) {}));
  CHECK(fits_with(one, [](ClaimCondition& w) { w.topic = "topic"; }));
  CHECK(!fits_with(one, [](ClaimCondition& w) { w.topic = "top"; }));
  CHECK(fits_with(one, [](ClaimCondition& w) { w.kinds = {"fact", "pledge"}; }));
  CHECK(fits_with(one, [](ClaimCondition& w) { w.tags = {"a", "b"}; }));
  CHECK(!fits_with(one, [](ClaimCondition& w) { w.tags = {"a", "c"}; }));
  CHECK(fits_with(one, [](ClaimCondition& w) { w.deadline_until = day("2024-05-31"); }));
  CHECK(!fits_with(one, [](ClaimCondition& w) { w.deadline_until = day("2024-05-30"); }));
  const auto held = [&](const char* holder, const char* position, const char* on) {
    return fits_with(one, [&](ClaimCondition& w) {
      w.stance.holders = {holder};
      w.stance.positions = {position};
      if (*on != '\0') w.stance.in_force = {day(on), day(on)};
    });
  };
  CHECK(held("calda", "affirm", ""));
  CHECK(!held("uw", "affirm", ""));
  CHECK(held("calda", "affirm", "2024-01-31"));
  CHECK(!held("calda", "affirm", "2024-02-01"));
  CHECK(held("calda", "deny", "2030-01-01"));
  CHECK(!held("uw", "silent", "2024-02-29"));
  CHECK(held("uw", "silent", "2024-03-15"));
  CHECK(held("uw", "silent", "2024-03-01"));
}

TEST_CASE("a voice is the actor that speaks or reports, by its id; words are none") {
  Stance said = stance("2024-01-01-calda", "calda", "deny", "2024-01-01");
  said.speaker = "calda/lio-pendar";
  said.via = {"courier", "Herald"};
  const ClaimFolder one = folder({said});
  const auto has = [&](std::vector<std::string> voices) {
    return fits_with(one, [&](ClaimCondition& w) { w.stance.voices = std::move(voices); });
  };
  CHECK(has({"calda/lio-pendar"}));
  CHECK(has({"nobody", "courier"}));
  CHECK_FALSE(has({"herald"}));      // in words
  CHECK_FALSE(has({"lio-pendar"}));  // not a part of it
  CHECK_FALSE(has({"calda"}));       // the holder
}

TEST_CASE("a stance touches the days on which something about it may change") {
  ClaimFolder one = folder({stance("1", "calda", "affirm", "2024-03")});
  const auto touches = [&](const char* first, const char* last) {
    return fits_with(one, [&](ClaimCondition& w) {
      Days days;
      if (*first != '\0') days.first = day(first);
      if (*last != '\0') days.last = day(last);
      w.stance.touches = days;
    });
  };
  CHECK(touches("2024-03-31", "2024-04-30"));
  CHECK(touches("2024-02-01", "2024-03-01"));
  CHECK_FALSE(touches("2024-02-01", "2024-02-29"));
  CHECK_FALSE(touches("2024-04-01", "2024-04-30"));
  CHECK(touches("", "2024-03-01"));
  CHECK(touches("2024-03-31", ""));
  // It lapses on the day behind its end.
  one.stances[0].until = parse_date("2024-06-30").date;
  CHECK(touches("2024-07-01", "2024-07-31"));
  CHECK_FALSE(touches("2024-07-02", "2024-07-31"));
}

TEST_CASE("links to other records are everybody's concern") {
  ClaimCondition wanted;
  wanted.stance.holders = {"uw"};
  Stance one = stance("1", "calda", "affirm", "2024-03");
  CHECK_FALSE(concerned(one, {wanted}));
  one.corrects = "2";
  CHECK(concerned(one, {wanted}));
  one.corrects.clear();
  one.repeats = "2";
  CHECK(concerned(one, {wanted}));
  CHECK(may_have_a_link("repeats = \"2\""));
  CHECK(may_have_a_link("corrects = \"2\""));
  CHECK(may_have_a_link("retracts = \"2\""));
  CHECK_FALSE(may_have_a_link("position = \"deny\""));
}

TEST_CASE(
    "what corrects and retracts at once sets nothing aside, and is its own holder's concern") {
  Stance one = stance("2024-01-01-x", "calda", "deny", "2024-01-01");
  ClaimCondition wanted;
  wanted.stance.holders = {"kem"};
  one.corrects = "2024-01-01-y";
  CHECK(concerned(one, {wanted}));
  one.retracts = "2024-01-01-y";
  CHECK_FALSE(concerned(one, {wanted}));
  wanted.stance.holders = {"calda"};
  CHECK(concerned(one, {wanted}));
}

TEST_CASE("a source, a speaker or a mode is that of any evidence") {
  Stance one = stance("1", "calda", "affirm", "2024-03");
  one.source = "2024/a";
  one.further = {{.source = "2024/x/b", .speaker = "kem", .mode = "vote"}};
  ClaimFolder claim{"topic/x", Claim{}, {one}};
  ClaimCondition wanted;
  const auto fit = [&] { return fits(claim, {wanted}, default_vocabulary()); };
  wanted.stance.sources = {"2024/x"};
  CHECK(concerned(one, {wanted}));
  wanted.stance.speakers = {"kem"};
  wanted.stance.modes = {"vote", "direct"};
  CHECK(fit());
  wanted.stance.modes = {"direct"};
  CHECK_FALSE(fit());
  wanted = {};
  wanted.stance.without_source = true;
  claim.stances[0].source.clear();
  CHECK_FALSE(fit());
  claim.stances[0].further[0].source.clear();
  CHECK(fit());
  wanted = {};
  wanted.stance.sources = {"2025"};
  CHECK_FALSE(concerned(one, {wanted}));
}

TEST_CASE("the texts to look for are those of each way to fit, or none where one way has none") {
  ClaimCondition holder;
  holder.stance.holders = {"calda", "uw"};
  holder.stance.positions = {"deny"};
  ClaimCondition source;
  source.stance.sources = {"2024/x"};
  ClaimCondition tag;
  tag.tags = {"a"};
  CHECK(literals({holder, source}) == std::vector<std::string>{"calda", "uw", "2024/x"});
  CHECK(literals({holder, tag}).empty());
  CHECK(all_name_somebody({holder, source}));
  CHECK(!all_name_somebody({holder, tag}));
}

TEST_CASE("a position has the spellings that its word has had") {
  const Vocabulary words({{"progress", Order::ordered, {{"not-acted", 0, true, {"notStarted"}}}}});
  CHECK(spellings(words, "notStarted") == std::vector<std::string>{"not-acted", "notStarted"});
  CHECK(spellings(words, "unknown") == std::vector<std::string>{"unknown"});
}
