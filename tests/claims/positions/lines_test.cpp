// SPDX-License-Identifier: MIT
#include "claims/positions/lines.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/claims/positions/ask.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

// "calda stance: a b; calda progress: c".
std::string told(const std::vector<Stance>& stances,
                 const Vocabulary& words = default_vocabulary()) {
  const Lines lines(stances, words);
  std::string text;
  for (const Line& line : lines.all()) {
    text += (text.empty() ? "" : "; ") + std::string(line.holder) + " " +
            std::string(line.scale_name()) + ":";
    for (const LineRecord& record : line.records) text += " " + record.stance->name;
    CHECK(lines.of(line.holder, line.scale_name()) == &line);
  }
  return text;
}

Stance of(const std::string& holder, Stance stance) {
  stance.holder = holder;
  return stance;
}

Stance with(Stance stance, std::string Stance::*key, const std::string& value) {
  stance.*key = value;
  return stance;
}

}  // namespace

TEST_CASE("a holder has a line for each scale, and none for what it has no record of") {
  CHECK(told({}).empty());
  CHECK(told({stance("2024-10-31", "not-acted", "a"), stance("2024-10-31", "silent", "b"),
              of("borland", stance("2024-10-31", "true", "c")),
              stance("2024-11-01", "no-such-word", "d"), stance("2024-11-02", "deny", "e")}) ==
        "borland rating: c; calda stance: b e; calda progress: a; calda : d");
  const std::vector<Stance> stances = {stance("2024-10-31", "deny")};
  const Lines lines(stances, default_vocabulary());
  CHECK(lines.of("calda", "progress") == nullptr);
  CHECK(lines.of("rastia", "stance") == nullptr);
  const auto [begin, end] = lines.of("calda");
  CHECK(end - begin == 1);
}

TEST_CASE("a line has neither retractions nor checks nor what is set aside or impossible") {
  Stance backwards = stance("2024-10-31", "deny", "backwards");
  backwards.until = date("2024-09");
  Stance both = with(stance("2024-10-31", "deny", "both"), &Stance::corrects, "b");
  both.retracts = "b";
  CHECK(told({stance("2024-10-01", "affirm", "a"), stance("2024-10-02", "deny", "b"),
              with(stance("2024-10-03", "deny", "c"), &Stance::corrects, "a"),
              with(stance("2024-10-04", "", "d"), &Stance::retracts, "c"),
              with(stance("2024-10-05", "deny", "e"), &Stance::repeats, "b"), backwards, both}) ==
        "calda stance: b");
}

TEST_CASE("an end may be on the day of the beginning, and only what is surely before is wrong") {
  Stance one = stance("2024-10", "deny");
  one.until = date("2024-10-01");
  CHECK_FALSE(ends_before_it_begins(one));
  one.until = date("2024-09-30");
  CHECK(ends_before_it_begins(one));
  one.until = date("2024-09-30~");
  CHECK_FALSE(ends_before_it_begins(one));
  one.until.reset();
  CHECK_FALSE(ends_before_it_begins(one));
}

TEST_CASE("records of a line are shown by their days, then the time, then the name") {
  CHECK(told({stance("2024-10", "deny", "month"), stance("2024-10-02", "deny", "d-10"),
              stance("2024-10-02", "deny", "d-2"), stance("2024-10-01", "deny", "c"),
              stance("2024-10-03T18:00:00Z", "deny", "evening"),
              stance("2024-10-03T18:00:00+09:00", "deny", "morning")}) ==
        "calda stance: c month d-2 d-10 morning evening");
}

TEST_CASE("a word that was renamed is on the line of today's word") {
  const Vocabulary renamed(
      {Scale{"progress", Order::ordered, {{"not-acted", 0, true, {"notStarted"}}}}});
  const std::vector<Stance> stances = {stance("2024-01-01", "notStarted")};
  CHECK(told(stances, renamed) == "calda progress: 2024-01-01-calda");
  const Lines lines(stances, renamed);
  CHECK(lines.all().front().records.front().word() == "not-acted");
  CHECK(lines.all().front().records.front().absence());
}

TEST_CASE("within a day only times that can be compared make an order") {
  const auto earlier = [](const char* a, const char* b, const char* source_of_b = "s") {
    return is_earlier_that_day(with(stance(a, "deny"), &Stance::source, "s"),
                               with(stance(b, "deny"), &Stance::source, source_of_b));
  };
  CHECK(earlier("2024-10-31T18:00:00+09:00", "2024-10-31T10:00:00Z"));
  CHECK_FALSE(earlier("2024-10-31T10:00:00Z", "2024-10-31T18:00:00+09:00"));
  CHECK(earlier("2024-10-31T10:00:00", "2024-10-31T11:00:00"));
  CHECK_FALSE(earlier("2024-10-31T10:00:00", "2024-10-31T11:00:00", "t"));
  CHECK_FALSE(earlier("2024-10-31T10:00:00", "2024-10-31T11:00:00Z"));
  CHECK_FALSE(earlier("2024-10-31", "2024-10-31T11:00:00Z"));
  CHECK_FALSE(is_earlier_that_day(stance("2024-10-31T10:00:00", "deny"),
                                  stance("2024-10-31T11:00:00", "deny")));
}

namespace {

const Stance kRoot = stance("2024-10-01", "silent", "root");

Stance check_of(const std::string& name, const std::string& root) {
  return with(stance("2024-11-01", "silent", name), &Stance::repeats, root);
}

// The name of what the last of the stances speaks of, as a check.
std::string checked(const std::vector<Stance>& stances) {
  const Lines lines(stances, default_vocabulary());
  const Stance* record = lines.checked_by(stances.back());
  if (record == nullptr) return "nothing";
  const std::vector<const Stance*>& checks = lines.checks_of(*record);
  CHECK(std::find(checks.begin(), checks.end(), &stances.back()) != checks.end());
  return record->name;
}

}  // namespace

TEST_CASE(
    "a check speaks of its root, or of what corrects that, and of nothing that was retracted") {
  const Stance correction = with(stance("2024-10-02", "silent", "new"), &Stance::corrects, "root");
  const Stance again = with(stance("2024-10-02", "not-acted", "newer"), &Stance::corrects, "new");
  const Stance retraction = with(stance("2024-10-02", "", "gone"), &Stance::retracts, "root");
  CHECK(checked({kRoot, check_of("c", "root")}) == "root");
  CHECK(checked({kRoot, check_of("c", "topic/x/root")}) == "root");
  CHECK(checked({kRoot, correction, check_of("c", "root")}) == "new");
  CHECK(checked({kRoot, correction, again, check_of("c", "root")}) == "newer");
  CHECK(checked({kRoot, retraction, check_of("c", "root")}) == "nothing");
  CHECK(checked({kRoot, retraction, correction, check_of("c", "root")}) == "new");
  CHECK(checked({kRoot, check_of("b", "root"), check_of("c", "b")}) == "root");
  CHECK(checked({kRoot, check_of("c", "no-such")}) == "nothing");
}

TEST_CASE("that nothing was found proves nothing that was said, nor the other way round") {
  const Stance said = with(stance("2024-10-02", "deny", "new"), &Stance::corrects, "root");
  const Stance other = with(stance("2024-10-02", "query", "newer"), &Stance::corrects, "new");
  CHECK(checked({kRoot, said, check_of("c", "root")}) == "nothing");
  CHECK(checked({kRoot, said, other, check_of("c", "root")}) == "nothing");
  const Stance back = with(stance("2024-10-02", "silent", "back"), &Stance::corrects, "new");
  CHECK(checked({kRoot, said, back, check_of("c", "root")}) == "back");
  Stance check = check_of("c", "root");
  check.position = "affirm";
  const Stance root = stance("2024-10-01", "affirm", "root");
  CHECK(checked({root, said, check}) == "new");
  CHECK(checked({root, with(kRoot, &Stance::corrects, "root"), check}) == "nothing");
}

TEST_CASE("a check of another holder's record, of another word or of a retraction takes no place") {
  CHECK(checked({kRoot, with(check_of("c", "root"), &Stance::holder, "uw")}) == "nothing");
  CHECK(checked({kRoot, with(check_of("c", "root"), &Stance::position, "not-acted")}) == "nothing");
  const Stance retraction = with(stance("2024-10-02", "", "r"), &Stance::retracts, "root");
  CHECK(checked({kRoot, retraction, check_of("c", "r")}) == "nothing");
}

TEST_CASE("links that run in a circle come to an end") {
  const Stance a = with(stance("2024-10-02", "deny", "a"), &Stance::corrects, "b");
  const Stance b = with(stance("2024-10-02", "deny", "b"), &Stance::corrects, "a");
  CHECK(checked({a, b, check_of("c", "a")}) == "nothing");
  CHECK(checked({check_of("c", "d"), check_of("d", "c")}) == "nothing");
  CHECK(checked({check_of("c", "c")}) == "nothing");
}

TEST_CASE("a check that is set aside speaks of nothing") {
  const Stance retraction = with(stance("2024-11-02", "", "r"), &Stance::retracts, "c");
  const std::vector<Stance> stances = {kRoot, retraction, check_of("c", "root")};
  const Lines lines(stances, default_vocabulary());
  CHECK(lines.checks_of(stances[0]).empty());
  CHECK(lines.checked_by(stances[2]) == nullptr);
}

TEST_CASE("every record has the line that the model gives it, and no other") {
  CHECK(rc::check("lines", [] {
    const Stances stances = drawn_store();
    std::map<LineKey, std::set<std::string>> expected, found;
    for (const auto& [key, line] : model_lines(stances)) {
      for (const Stance* one : line) expected[key].insert(one->name);
    }
    const Lines lines(stances, default_vocabulary());
    for (const Line& line : lines.all()) {
      RC_ASSERT(!line.records.empty());
      for (const LineRecord& record : line.records)
        RC_ASSERT(found[key_of(line)].insert(record.stance->name).second);
    }
    RC_ASSERT(found == expected);
  }));
}
