// SPDX-License-Identifier: MIT
//
// Who brought in a value: by value, whatever the layout.
#include "claims/positions/blame.h"

#include <doctest/doctest.h>

namespace {

using namespace aver::claims;

// "key=value@version" a line; versions are given oldest first, for reading.
std::string blamed(std::vector<std::string> texts, std::vector<bool> merges = {}) {
  std::vector<Version> newest_first;
  for (std::size_t i = texts.size(); i-- > 0;) {
    newest_first.push_back(
        {i == 0 ? std::string_view() : texts[i - 1], texts[i], i < merges.size() && merges[i]});
  }
  std::string answer;
  for (const BlamedValue& value : blame(texts.back(), newest_first)) {
    answer += value.key + "=" + value.value + "@";
    answer += value.version ? std::to_string(texts.size() - 1 - *value.version) : "nobody";
    answer += "\n";
  }
  return answer;
}

}  // namespace

TEST_CASE("each value belongs to the version that brought it in") {
  CHECK(blamed({"a = 1\n"}) == "a=1@0\n");
  CHECK(blamed({"a = 1\nb = \"x\"\n", "a = 1\nb = \"y\"\n"}) == "a=1@0\nb=y@1\n");
  CHECK(blamed({"a = 1\n", "a = 1\nb = 2024-10-31\n", "a = 2\nb = 2024-10-31\n"}) ==
        "a=2@2\nb=2024-10-31@1\n");
}

TEST_CASE("a value that went and came back belongs to the last who brought it") {
  CHECK(blamed({"a = 1\n", "a = 2\n", "a = 1\n"}) == "a=1@2\n");
  CHECK(blamed({"a = 1\n", "", "a = 1\n"}) == "a=1@2\n");
}

TEST_CASE("layout, order of keys and comments have no author") {
  CHECK(blamed({"a = \"x\"\nb = 1\n", "# why\nb = 1\na = 'x'\n"}) == "b=1@0\na=x@0\n");
}

TEST_CASE("elements of a list have their own authors") {
  CHECK(blamed({"tags = [\"a\"]\n", "tags = [\"a\", \"b\"]\n"}) == "tags=a@0\ntags=b@1\n");
  CHECK(blamed({"[[relation]]\ntype = \"negates\"\nto = \"x\"\n",
                "[[relation]]\ntype = \"narrows\"\nto = \"y\"\n\n[[relation]]\ntype = "
                "\"negates\"\nto = \"x\"\n"}) ==
        "relation=type narrows, to y@1\nrelation=type negates, to x@0\n");
}

TEST_CASE("a merge has only what no other commit has") {
  // A merge that took both sides, seen against its first parent.
  CHECK(blame("a = 2\nb = 2\n", {{"a = 2\nb = 1\n", "a = 2\nb = 2\n", true},
                                 {"a = 1\nb = 1\n", "a = 1\nb = 2\n", false},
                                 {"a = 1\nb = 1\n", "a = 2\nb = 1\n", false},
                                 {"", "a = 1\nb = 1\n", false}})[1]
            .version == 1u);
  CHECK(blamed({"a = 1\n", "a = 2\n"}, {false, true}) == "a=2@1\n");
}

TEST_CASE("no TOML has no values, and what nobody brought in has no author") {
  CHECK(blame("not toml", {}).empty());
  CHECK(!blame("a = 1\n", {}).front().version);
  CHECK(blamed({"<<<<<<< a\n", "a = 1\n"}) == "a=1@1\n");
}
