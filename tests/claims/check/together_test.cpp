// SPDX-License-Identifier: MIT
//
// What is told of the records of a claim beside each other.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

#include "claims/check/check.h"
#include "tests/claims/build.h"
#include "tests/claims/positions/worlds.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

Diagnostics findings(const std::vector<Stance>& stances) {
  return check(ClaimFolder{"topic/x", Claim{}, stances}, default_vocabulary());
}

// "warning position/contradiction b: ..." for each finding of these rules.
std::string told(const std::vector<Stance>& stances, std::initializer_list<RuleName> of) {
  std::string text;
  for (const Diagnostic& one : findings(stances)) {
    if (std::find(of.begin(), of.end(), one.rule) == of.end()) continue;
    const std::string name = one.file.substr(one.file.rfind('/') + 1);
    text += std::string(to_string(one.severity)) + " " + std::string(one.rule.text()) + " " +
            name.substr(0, name.size() - 5) + ": " + one.sentence + "\n";
  }
  return text;
}

Stance with(Stance stance, std::string Stance::*key, const std::string& value) {
  stance.*key = value;
  return stance;
}

Stance ending(Stance stance, const std::string& until) {
  stance.until = date(until);
  return stance;
}

Stance through(Stance stance, const std::string& day) {
  stance.through = date(day);
  return stance;
}

Stance retraction(const std::string& name, const std::string& of) {
  return with(stance("2024-11-01", "", name), &Stance::retracts, of);
}

const Stance kAffirmsEarly = stance("2024-10-01", "affirm", "a");

}  // namespace

TEST_CASE("opposed positions of one day are told, as a note where it is perhaps one day") {
  CHECK(told({kAffirmsEarly, stance("2024-10-01", "deny", "b")}, {Rule::position_contradiction}) ==
        "warning position/contradiction b: \"calda\" holds \"deny\" here and \"affirm\" in a, on "
        "the same day\n");
  CHECK(told({kAffirmsEarly, stance("2024-10", "deny", "b")}, {Rule::position_contradiction}) ==
        "note position/contradiction b: \"calda\" holds \"deny\" here and \"affirm\" in a, perhaps "
        "on the same day\n");
  CHECK(told({kAffirmsEarly, stance("2024-10-02", "deny", "b")}, {Rule::position_contradiction})
            .empty());
}

TEST_CASE("other words of one day are a note, the same word a warning, and opposed ones neither") {
  const std::initializer_list<RuleName> rules = {Rule::position_same_day, Rule::position_twice};
  CHECK(told({kAffirmsEarly, stance("2024-10-01", "query", "b")}, rules) ==
        "note position/same-day b: \"calda\" holds \"query\" here and \"affirm\" in a, on one day: "
        "which came first is not known\n");
  CHECK(told({kAffirmsEarly, stance("2024-10-01", "affirm", "b")}, rules) ==
        "warning position/twice b: \"calda\" holds \"affirm\" here and in a, on the same day\n");
  CHECK(told({kAffirmsEarly, stance("2024-10-01", "deny", "b")}, rules).empty());
  CHECK(told({kAffirmsEarly, stance("2024-10-01", "not-acted", "b")}, rules).empty());
  CHECK(told({stance("2024-10-01T08:00:00Z", "affirm", "a"),
              stance("2024-10-01T09:00:00Z", "query", "b")},
             rules)
            .empty());
}

TEST_CASE("an opposed position within the stated days of another is told") {
  const std::initializer_list<RuleName> rules = {Rule::until_cut_short};
  const Stance long_one = ending(stance("2024-09-01", "affirm", "a"), "2024-12-31");
  CHECK(told({long_one, ending(stance("2024-10-15", "deny", "b"), "2024-10-20")}, rules) ==
        "note until/cut-short b: \"deny\" begins before a says that \"affirm\" ended, on "
        "2024-12-31\n");
  CHECK(told({long_one, stance("2025-01-01", "deny", "b")}, rules).empty());
  CHECK(told({long_one, stance("2024-12-31", "deny", "b")}, rules) != "");
  CHECK(told({long_one, stance("2024-10-15", "query", "b")}, rules).empty());
  CHECK(told({long_one, stance("2024-09-01", "deny", "b")}, rules).empty());
  // It may be behind the end.
  CHECK(told({long_one, stance("[2024-12-15..2025-01-15]", "deny", "b")}, rules).empty());
}

TEST_CASE("a position found while an absence says that there was none is told") {
  const std::initializer_list<RuleName> rules = {Rule::absence_contradicted};
  const Stance silent = through(stance("2024-09-01", "silent", "s"), "2024-12-31");
  CHECK(told({silent, stance("2024-10-15", "affirm", "b")}, rules) ==
        "warning absence/contradicted s: nothing was found through 2024-12-31, and b says "
        "\"affirm\" since 2024-10-15\n");
  CHECK(told({silent, stance("2024-09-01", "affirm", "b")}, rules).empty());
  CHECK(told({silent, stance("2025-01-01", "affirm", "b")}, rules).empty());
  CHECK(told({silent, stance("2024-10-15", "announced", "b")}, rules).empty());
}

TEST_CASE(
    "a check of an absence, overtaken by what was found later, is told; so is one that fell") {
  const std::initializer_list<RuleName> rules = {Rule::absence_overtaken, Rule::repeats_fallen};
  const Stance silent = stance("2024-09-01", "silent", "s");
  const Stance look = with(stance("2024-11-01", "silent", "c"), &Stance::repeats, "s");
  CHECK(told({silent, look}, rules).empty());
  CHECK(told({silent, look, stance("2024-10-15", "affirm", "b")}, rules) ==
        "warning absence/overtaken c: it found \"silent\" on 2024-11-01, and b says \"affirm\" "
        "since 2024-10-15\n");
  CHECK(told({silent, look, stance("2024-11-02", "affirm", "b")}, rules).empty());
  CHECK(told({silent, look, retraction("r", "s")}, rules) ==
        "warning repeats/fallen c: it says that s still was so, and that was retracted\n");
  CHECK(
      told({silent, look, with(stance("2024-09-01", "deny", "n"), &Stance::corrects, "s")},
           rules) ==
      "warning repeats/fallen c: it says that s still was so, and that was corrected to something "
      "else, by n\n");
  CHECK(told({look}, rules) ==
        "warning repeats/fallen c: it says that s still was so, and that is gone\n");
  CHECK(told({silent, look, retraction("r", "s"), retraction("q", "c")}, rules).empty());
  // What corrects it is looked at in its place.
  CHECK(
      told({silent, look, with(stance("2024-09-02", "silent", "n"), &Stance::corrects, "s")}, rules)
          .empty());
}

TEST_CASE("links in a circle are errors, of those alone that are in it; twice set aside is told") {
  const std::initializer_list<RuleName> rules = {Rule::correction_circle, Rule::correction_twice};
  const Stance a = with(kAffirmsEarly, &Stance::corrects, "b");
  const Stance b = with(stance("2024-10-02", "deny", "b"), &Stance::corrects, "a");
  const Stance c = with(stance("2024-10-03", "deny", "c"), &Stance::corrects, "b");
  CHECK(told({a, b}, rules) ==
        "error correction/circle a: its correction leads back to itself\n"
        "error correction/circle b: its correction leads back to itself\n");
  CHECK(told({c, a, b}, rules) ==
        "error correction/circle a: its correction leads back to itself\n"
        "error correction/circle b: its correction leads back to itself\n"
        "warning correction/twice b: it is set aside twice: by c and by a\n");
  CHECK(told({kAffirmsEarly, retraction("r", "a"), retraction("q", "a"), b}, rules) ==
        "warning correction/twice a: it is set aside 3 times: by r, by q and by b\n");
  CHECK(told({kAffirmsEarly, b, c}, rules).empty());
  CHECK(told({kAffirmsEarly, with(b, &Stance::holder, "uw")}, rules).empty());
}

TEST_CASE("a record is in a circle where following its links leads back to it") {
  CHECK(rc::check("circles", [] {
    Stances stances;
    const int count = *rc::gen::inRange(1, 8);
    for (int i = 0; i < count; ++i) {
      stances.push_back(stance("2024-10-01", "deny", std::to_string(i)));
      if (chance(80)) stances.back().corrects = std::to_string(*rc::gen::inRange(0, count));
    }
    std::set<std::string> expected, found;
    for (const Stance& one : stances) {
      std::string at = one.corrects;
      for (int i = 0; i < count && !at.empty() && at != one.name; ++i) {
        // A record does not reach itself.
        const std::string next = named(stances, at).corrects;
        at = next == at ? "" : next;
      }
      if (at == one.name && one.corrects != one.name) expected.insert(one.name);
    }
    for (const Diagnostic& one : findings(stances)) {
      const std::string name = one.file.substr(one.file.rfind('/') + 1);
      if (one.rule == Rule::correction_circle) found.insert(name.substr(0, name.size() - 5));
    }
    RC_ASSERT(found == expected);
  }));
}

TEST_CASE("what is told of ends, absences and looks is what going through all records finds") {
  CHECK(rc::check("pair by pair", [] {
    const Stances stances = drawn_store();
    const std::set<std::string> gone = all_set_aside(stances);
    using Told = std::set<std::string>;
    Told cut, contradicted, overtaken;
    const auto within = [](const Stance& one, Day after, Day until) {
      return one.held.earliest() > after && one.held.latest() <= until;
    };
    for (const auto& [key, line] : model_lines(stances)) {
      for (const Stance* a : line) {
        for (const Stance* b : line) {
          const auto is = [](const Stance* one, const char* word) { return one->position == word; };
          const bool opposed =
              (is(a, "affirm") && is(b, "deny")) || (is(a, "deny") && is(b, "affirm"));
          if (opposed && a->until && within(*b, a->held.latest(), a->until->earliest()))
            cut.insert(a->name);
          if (is_absence(*a) && !is_absence(*b) && a->through &&
              within(*b, a->held.latest(), a->through->earliest()))
            contradicted.insert(a->name);
          for (const Stance& check : stances) {
            if (check.repeats == a->name && !gone.contains(check.name) && is_absence(*a) &&
                !is_absence(*b) && within(*b, a->held.latest(), check.held.earliest()))
              overtaken.insert(check.name);
          }
        }
      }
    }
    std::size_t cut_short = 0;
    Told found_contradicted, found_overtaken;
    for (const Diagnostic& one : findings(stances)) {
      std::string name = one.file.substr(one.file.rfind('/') + 1);
      name.resize(name.size() - 5);
      if (one.rule == Rule::until_cut_short) ++cut_short;
      if (one.rule == Rule::absence_contradicted) found_contradicted.insert(name);
      if (one.rule == Rule::absence_overtaken) found_overtaken.insert(name);
    }
    RC_ASSERT(cut_short == cut.size());
    RC_ASSERT(found_contradicted == contradicted);
    for (const std::string& name : overtaken) RC_ASSERT(found_overtaken.contains(name));
  }));
}
