// SPDX-License-Identifier: MIT
//
// What an import says of a record that is there: it is said already, or comes to be said, and
// nothing else is lost.
#include "claims/exchange/update.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/claims/generate.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

const std::string kClaim = "claims/topic/x/claim.toml";

std::string updated(const std::string& text, const std::string& with) {
  return with_values(text, table_of_text(with, RecordKind::claim, kClaim), RecordKind::claim,
                     kClaim);
}

std::vector<std::string> not_said(const std::string& there, const std::string& values) {
  return keys_not_said(table_of_text(there, RecordKind::claim, kClaim),
                       table_of_text(values, RecordKind::claim, kClaim));
}

}  // namespace

TEST_CASE("fewer keys, and lists with fewer elements, are said already") {
  const std::string there = "text = \"X is so\"\nkind = \"pledge\"\ntags = [\"a\", \"b\"]\n";
  CHECK(not_said(there, there).empty());
  CHECK(not_said(there, "text = \"X is so\"\n").empty());
  CHECK(not_said(there, "text = \"X is so\"\ntags = [\"b\"]\n").empty());
  CHECK(not_said(there, "text = \"X is so\"\ntags = [\"b\", \"c\"]\n") ==
        std::vector<std::string>{"tags"});
  CHECK(not_said(there, "text = \"Y is so\"\nkind = \"fact\"\n") ==
        std::vector<std::string>{"text", "kind"});
}

TEST_CASE("an update changes its keys, adds to lists, and leaves comments and the rest alone") {
  const std::string there =
      "# as the minister said\ntext = \"X is so\"  # a comment\ntags = [\"a\", \"b\"]\nnote = "
      "\"old\"\n";
  CHECK(updated(there, "text = \"X is so\"\ntags = [\"b\", \"c\"]\n") ==
        "# as the minister said\ntext = \"X is so\"  # a comment\n"
        "tags = [\n  \"a\",\n  \"b\",\n  \"c\",\n]\nnote = \"old\"\n");
  CHECK(updated(there, "text = \"X was so\"\n") ==
        "# as the minister said\ntext = \"X was so\"  # a comment\ntags = [\"a\", \"b\"]\nnote = "
        "\"old\"\n");
  CHECK(updated(there, there) == there);
}

TEST_CASE("after an update all is said that came in, and all other keys are as they were") {
  const bool holds = rc::check([] {
    const std::string path = "claims/topic/x/n.toml";
    const std::string there = encode(any_stance());
    const toml::Table values = table_of_text(encode(any_stance()), RecordKind::stance, path);
    const std::string text = with_values(there, values, RecordKind::stance, path);
    const toml::Table before = table_of_text(there, RecordKind::stance, path);
    const toml::Table after = table_of_text(text, RecordKind::stance, path);
    RC_ASSERT(keys_not_said(after, values).empty());
    for (const toml::Entry& entry : before) {
      if (toml::find(values, entry.key) != nullptr) continue;
      const toml::Value* kept = toml::find(after, entry.key);
      RC_ASSERT(kept != nullptr);
      RC_ASSERT(*kept == entry.value);
    }
    RC_ASSERT(with_values(text, values, RecordKind::stance, path) == text);
  });
  CHECK(holds);
}
