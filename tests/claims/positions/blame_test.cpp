// SPDX-License-Identifier: MIT
//
// Who brought in a value: by value, whatever the layout.
#include "claims/positions/blame.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace aver::claims;

// "key=value@version" a line: of the last version.
std::string blamed(const std::vector<Version>& versions) {
  std::string answer;
  for (const BlamedValue& value : blame(versions, versions.size() - 1))
    answer += value.key + "=" + value.value + "@" + std::to_string(value.version) + "\n";
  return answer;
}

// Versions one after the other; where the file was gone ("") the next is made of none.
std::string in_turn(const std::vector<std::string>& texts) {
  std::vector<Version> versions;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    versions.push_back({.text = texts[i], .time = static_cast<std::int64_t>(i)});
    if (i > 0 && !texts[i - 1].empty()) versions.back().before = {i - 1};
  }
  return blamed(versions);
}

}  // namespace

TEST_CASE("each value belongs to the version that brought it in") {
  CHECK(in_turn({"a = 1\n"}) == "a=1@0\n");
  CHECK(in_turn({"a = 1\nb = \"x\"\n", "a = 1\nb = \"y\"\n"}) == "a=1@0\nb=y@1\n");
  CHECK(in_turn({"a = 1\n", "a = 1\nb = 2024-10-31\n", "a = 2\nb = 2024-10-31\n"}) ==
        "a=2@2\nb=2024-10-31@1\n");
}

TEST_CASE("a value that went and came back belongs to the last who brought it") {
  CHECK(in_turn({"a = 1\n", "a = 2\n", "a = 1\n"}) == "a=1@2\n");
  CHECK(in_turn({"a = 1\n", "", "a = 1\n"}) == "a=1@2\n");
}

TEST_CASE("layout, order of keys and comments have no author") {
  CHECK(in_turn({"a = \"x\"\nb = 1\n", "# why\nb = 1\na = 'x'\n"}) == "b=1@0\na=x@0\n");
}

TEST_CASE("elements of a list have their own authors") {
  CHECK(in_turn({"tags = [\"a\"]\n", "tags = [\"a\", \"b\"]\n"}) == "tags=a@0\ntags=b@1\n");
  CHECK(in_turn({"[[relation]]\ntype = \"negates\"\nto = \"x\"\n",
                 "[[relation]]\ntype = \"narrows\"\nto = \"y\"\n\n[[relation]]\ntype = "
                 "\"negates\"\nto = \"x\"\n"}) ==
        "relation=type narrows, to y@1\nrelation=type negates, to x@0\n");
}

TEST_CASE("a merge has only what none of its sides has") {
  const Version base{.text = "a = 1\nb = 1\n"};
  const Version one{.text = "a = 2\nb = 1\n", .time = 1, .before = {0}};
  const Version other{.text = "a = 1\nb = 2\n", .time = 2, .before = {0}};
  CHECK(
      blamed({base, one, other, {.text = "a = 2\nb = 2\nc = 3\n", .time = 3, .before = {1, 2}}}) ==
      "a=2@1\nb=2@2\nc=3@3\n");
}

TEST_CASE("what both sides have was recorded by the earlier of the two") {
  const Version late{.text = "a = 1\n", .time = 9};
  const Version early{.text = "a = 1\n", .time = 3};
  CHECK(blamed({late, early, {.text = "a = 1\nb = 1\n", .time = 10, .before = {0, 1}}}) ==
        "a=1@1\nb=1@2\n");
}

TEST_CASE("a reference that merging brought to a new name is whose the old one was") {
  const Version record{.text = "holder = \"uw\"\ntags = [\"x\"]\n"};
  Version merged{.text = "holder = \"wealds\"\ntags = [\"y\"]\n", .time = 1, .before = {0}};
  CHECK(blamed({record, merged}) == "holder=wealds@1\ntags=y@1\n");
  merged.as_merged = true;
  CHECK(blamed({record, merged}) == "holder=wealds@0\ntags=y@0\n");
  const Version several{.text = "holder = \"uw\"\ntags = [\"x\", \"z\"]\n"};
  CHECK(blamed({several, merged}) == "holder=wealds@0\ntags=y@1\n");
}

TEST_CASE("no TOML has no values") {
  CHECK(blame({{.text = "not toml"}}, 0).empty());
  CHECK(in_turn({"<<<<<<< a\n", "a = 1\n"}) == "a=1@1\n");
}
