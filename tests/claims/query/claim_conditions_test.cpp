// SPDX-License-Identifier: MIT
#include "claims/query/claim_conditions.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "claims/positions/positions.h"

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
  return fits(one, {wanted});
}

}  // namespace

TEST_CASE("the days in force are those on which in_force finds the stance") {
  CHECK(rc::check([] {
    const char* const kHeld[] = {"2024-01-01", "2024-01", "2024-01-03", "2024", "2024-01-03~"};
    std::vector<Stance> stances;
    for (int i = 0, count = *rc::gen::inRange(0, 6); i < count; ++i) {
      stances.push_back(
          stance("s-" + std::to_string(i), "calda", "affirm", kHeld[*rc::gen::inRange(0, 5)]));
      if (i > 0 && *rc::gen::inRange(0, 4) == 0) stances.back().corrects = "s-0";
    }
    const Line line = live(stances);
    const Day on = day("2023-12-30") + std::chrono::days{*rc::gen::inRange(0, 10)};
    const Stance* found = nullptr;
    for (const InForce& one : in_force_days(line)) {
      if (one.from <= on && (!one.to || on < *one.to)) {
        RC_ASSERT(found == nullptr);
        found = one.stance;
      }
    }
    const auto expected = in_force(line, on, default_vocabulary());
    RC_ASSERT(found == (expected ? expected->stance : nullptr));
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
      if (*on != '\0') w.stance.in_force = day(on);
    });
  };
  CHECK(held("calda", "affirm", ""));
  CHECK(!held("uw", "affirm", ""));
  CHECK(held("calda", "affirm", "2024-01-31"));
  CHECK(!held("calda", "affirm", "2024-02-01"));
  CHECK(held("calda", "deny", "2030-01-01"));
  CHECK(!held("uw", "silent", "2024-02-29"));
  CHECK(held("uw", "silent", "2024-03-01"));
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
