// SPDX-License-Identifier: MIT
#include "claims/positions/set_aside.h"

#include <doctest/doctest.h>

#include "tests/claims/build.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

Stance correcting(const std::string& name, const std::string& of) {
  Stance one = stance("2024-10-31", "deny", name);
  one.corrects = of;
  return one;
}

Stance retracting(const std::string& name, const std::string& of) {
  Stance one = stance("2024-10-31", "", name);
  one.retracts = of;
  return one;
}

// The names of those that are set aside, each with who does it: "a by b c".
std::string set_aside(const std::vector<Stance>& stances) {
  const SetAside aside(stances);
  std::string text;
  for (const Stance& one : stances) {
    CHECK(aside.has(one) == !aside.by(one).empty());
    if (!aside.has(one)) continue;
    text += (text.empty() ? "" : ", ") + one.name + " by";
    for (const Stance* by : aside.by(one)) {
      CHECK(aside.target(*by) == &one);
      text += " " + by->name;
    }
  }
  return text;
}

const Stance kFirst = stance("2024-10-31", "affirm", "a");

}  // namespace

TEST_CASE("what another one corrects or retracts is set aside") {
  CHECK(set_aside({kFirst}).empty());
  CHECK(set_aside({kFirst, correcting("b", "a")}) == "a by b");
  CHECK(set_aside({kFirst, retracting("b", "a")}) == "a by b");
  // A whole id says the same, also a former one of the claim.
  CHECK(set_aside({kFirst, correcting("b", "topic/x/a")}) == "a by b");
  CHECK(set_aside({kFirst, correcting("b", "old/name/a")}) == "a by b");
  CHECK(set_aside({kFirst, correcting("b", "gone")}).empty());
}

TEST_CASE("it is set aside for good, whatever becomes of the correction") {
  CHECK(set_aside({kFirst, correcting("b", "a"), correcting("c", "b")}) == "a by b, b by c");
  CHECK(set_aside({kFirst, correcting("b", "a"), retracting("c", "b")}) == "a by b, b by c");
  CHECK(set_aside({kFirst, retracting("b", "a"), retracting("c", "b")}) == "a by b, b by c");
}

TEST_CASE("whose record it is, and on which scale, does not matter") {
  Stance other = correcting("b", "a");
  other.holder = "uw";
  other.position = "not-acted";
  CHECK(set_aside({kFirst, other}) == "a by b");
}

TEST_CASE("all who set a record aside are told, in the order of the records") {
  CHECK(set_aside({kFirst, correcting("b", "a"), retracting("c", "a")}) == "a by b c");
}

TEST_CASE("two that name each other are both set aside, and a record does not reach itself") {
  CHECK(set_aside({correcting("a", "b"), correcting("b", "a")}) == "a by b, b by a");
  CHECK(set_aside({correcting("a", "c"), correcting("b", "a"), correcting("c", "b")}) ==
        "a by b, b by c, c by a");
  CHECK(set_aside({correcting("a", "a")}).empty());
}

TEST_CASE("a record that corrects and retracts does neither") {
  Stance both = correcting("b", "a");
  both.retracts = "a";
  CHECK(set_aside({kFirst, both}).empty());
  CHECK(set_aside_by(both).empty());
  CHECK(set_aside_by(correcting("b", "topic/x/a")) == "a");
}

TEST_CASE("a correction that says when it ended, and nothing else, is no correction") {
  Stance root = stance("2024-10-31", "affirm", "root");
  root.summary = "So it is.";
  Stance end = root;
  end.name = "end";
  end.corrects = "root";
  end.reason = "ended";
  end.until = date("2024-11-30");
  end.note = "as the gazette says";
  CHECK(how_set_aside(root, end) == Aside::ended);
  CHECK(told_aside(root, end) == "ended 2024-11-30, by end");
  end.reason = "the gazette was late";
  CHECK(told_aside(root, end) == "ended 2024-11-30, by end: the gazette was late");
  Stance other = end;
  other.summary = "So it was.";
  CHECK(told_aside(root, other) == "corrected by end: the gazette was late");
  other = end;
  other.until.reset();
  CHECK(how_set_aside(end, other) == Aside::corrected);
  other = end;
  other.until = date("2024-12-01");
  CHECK(how_set_aside(end, other) == Aside::ended);
  // More evidence since is no correction; other evidence is.
  other = end;
  other.source = "2024/x";
  other.further = {{.source = "2024/y"}};
  CHECK(how_set_aside(root, other) == Aside::ended);
  Stance sourced = other;
  other.further.push_back({.source = "2024/z"});
  other.until = date("2024-12-02");
  CHECK(how_set_aside(sourced, other) == Aside::ended);
  CHECK(how_set_aside(other, sourced) == Aside::corrected);
  other.source = "2024/w";
  CHECK(how_set_aside(sourced, other) == Aside::corrected);
  Stance retraction;
  retraction.name = "gone";
  retraction.retracts = "root";
  retraction.reason = "never said";
  CHECK(told_aside(root, retraction) == "retracted by gone: never said");
}
