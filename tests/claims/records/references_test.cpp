// SPDX-License-Identifier: MIT
//
// Where records name each other, and what a rename leaves untouched.
#include "claims/records/references.h"

#include <doctest/doctest.h>

namespace {

using namespace aver::claims;

const RecordRef kStance{RecordKind::stance, "dprk/x/2024-10-31-china"};

std::string found(std::string_view text, const RecordRef& record) {
  std::string answer;
  for (const Reference& reference : references(text, record)) {
    answer += reference.key + " -> " + std::string(to_string(reference.to.kind)) + " " +
              reference.to.id + "\n";
  }
  return answer;
}

std::string renamed(std::string_view text, const RecordRef& record, const RecordRef& from,
                    const std::string& to) {
  return with_new_ids(text, record,
                      [&](const RecordRef& one) -> std::optional<std::string> {
                        if (one == from) return to;
                        return std::nullopt;
                      })
      .value_or("nothing to do");
}

}  // namespace

TEST_CASE("every kind of record is asked for what it names") {
  CHECK(found("holder = \"china\"\nposition = \"affirm\"\nspeaker = \"china/liu\"\nvia = [\"kim\", "
              "\"A man in words\"]\nsource = \"2024/x\"\ncorrects = \"2024-10-30-china\"\n",
              kStance) ==
        "holder -> actor china\nspeaker -> actor china/liu\nvia[0] -> actor kim\n"
        "source -> source 2024/x\ncorrects -> stance dprk/x/2024-10-30-china\n");
  CHECK(found("text = \"t\"\n[[relation]]\ntype = \"negates\"\nto = \"dprk/y\"\n",
              {RecordKind::claim, "dprk/x"}) == "relation[0].to -> claim dprk/y\n");
  CHECK(found("name = \"n\"\nkind = \"person\"\n[[role]]\ntitle = \"t\"\nof = \"us\"\n",
              {RecordKind::actor, "us/blinken"}) == "role[0].of -> actor us\n");
  CHECK(found("title = \"holder\"\n", {RecordKind::source, "2024/x"}) == "");
}

TEST_CASE("what has another type, or is no TOML, names nothing") {
  CHECK(found("holder = 3\nvia = \"china\"\nsource = \"Not An Id\"\n", kStance) == "");
  CHECK(found("relation = \"dprk/y\"\n", {RecordKind::claim, "dprk/x"}) == "");
  CHECK(found("holder = \n", kStance) == "");
}

TEST_CASE("a rename rewrites the ids and leaves the rest byte for byte") {
  const std::string text =
      "# by hand\r\nholder   = 'china'   # the state\nposition = \"affirm\"\nquote = \"china\"\n"
      "via = [ \"china\", \"kim\" ]\nsource = \"china\"";
  CHECK(renamed(text, kStance, {RecordKind::actor, "china"}, "prc") ==
        "# by hand\r\nholder   = \"prc\"   # the state\nposition = \"affirm\"\nquote = \"china\"\n"
        "via = [ \"prc\", \"kim\" ]\nsource = \"china\"");
  CHECK(renamed(text, kStance, {RecordKind::source, "china"}, "2024/china")
            .ends_with("source = \"2024/china\""));
  CHECK(renamed(text, kStance, {RecordKind::actor, "russia"}, "ru") == "nothing to do");
}

TEST_CASE("a correction that gives its whole id follows its claim; a name alone stays") {
  CHECK(renamed("corrects = \"dprk/x/2024-10-30-china\"\n", kStance, {RecordKind::claim, "dprk/x"},
                "dprk/z") == "corrects = \"dprk/z/2024-10-30-china\"\n");
  CHECK(renamed("corrects = \"2024-10-30-china\"\n", kStance, {RecordKind::claim, "dprk/x"},
                "dprk/z") == "nothing to do");
}
