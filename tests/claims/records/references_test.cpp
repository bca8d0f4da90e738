// SPDX-License-Identifier: MIT
//
// Where records name each other, and what a rename leaves untouched.
#include "claims/records/references.h"

#include <doctest/doctest.h>

namespace {

using namespace aver::claims;

const RecordRef kStance{RecordKind::stance, "dorn/x/2024-10-31-calda"};

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
  CHECK(found("holder = \"calda\"\nposition = \"affirm\"\nspeaker = \"calda/lio\"\nvia = [\"kem\", "
              "\"A man in words\"]\nsource = \"2024/x\"\nrepeats = \"2024-10-29-calda\"\ncorrects "
              "= \"2024-10-30-calda\"\n",
              kStance) ==
        "holder -> actor calda\nspeaker -> actor calda/lio\nvia[0] -> actor kem\n"
        "source -> source 2024/x\nrepeats -> stance dorn/x/2024-10-29-calda\n"
        "corrects -> stance dorn/x/2024-10-30-calda\n");
  CHECK(found("source = \"2024/a\"\n[[evidence]]\nvia = [\"kem\", \"In words\"]\nspeaker = "
              "\"calda/lio\"\nholder = \"uw\"\n[[evidence]]\nsource = \"2024/x\"\n",
              kStance) ==
        "source -> source 2024/a\nevidence[0].via[0] -> actor kem\n"
        "evidence[0].speaker -> actor calda/lio\nevidence[1].source -> source 2024/x\n");
  CHECK(renamed("[[evidence]]\nsource = \"2024/x\" # here\n[[evidence]]\nsource = '2024/x'\n",
                kStance, {RecordKind::source, "2024/x"}, "2025/y") ==
        "[[evidence]]\nsource = \"2025/y\" # here\n[[evidence]]\nsource = \"2025/y\"\n");
  CHECK(found("text = \"t\"\n[[relation]]\ntype = \"negates\"\nto = \"dorn/y\"\n",
              {RecordKind::claim, "dorn/x"}) == "relation[0].to -> claim dorn/y\n");
  CHECK(found("name = \"n\"\nkind = \"person\"\n[[role]]\ntitle = \"t\"\nof = \"uw\"\n",
              {RecordKind::actor, "uw/brindle"}) == "role[0].of -> actor uw\n");
  CHECK(found("title = \"holder\"\n", {RecordKind::source, "2024/x"}) == "");
}

TEST_CASE("what has another type, or is no TOML, names nothing") {
  CHECK(found("holder = 3\nvia = \"calda\"\nsource = \"Not An Id\"\n", kStance) == "");
  CHECK(found("relation = \"dorn/y\"\n", {RecordKind::claim, "dorn/x"}) == "");
  CHECK(found("holder = \n", kStance) == "");
}

TEST_CASE("a rename rewrites the ids and leaves the rest byte for byte") {
  const std::string text =
      "# by hand\r\nholder   = 'calda'   # the state\nposition = \"affirm\"\nquote = \"calda\"\n"
      "via = [ \"calda\", \"kem\" ]\nsource = \"calda\"";
  CHECK(renamed(text, kStance, {RecordKind::actor, "calda"}, "puc") ==
        "# by hand\r\nholder   = \"puc\"   # the state\nposition = \"affirm\"\nquote = \"calda\"\n"
        "via = [ \"puc\", \"kem\" ]\nsource = \"calda\"");
  CHECK(renamed(text, kStance, {RecordKind::source, "calda"}, "2024/calda")
            .ends_with("source = \"2024/calda\""));
  CHECK(renamed(text, kStance, {RecordKind::actor, "rastia"}, "ra") == "nothing to do");
}

TEST_CASE("a correction that gives its whole id follows its claim; a name alone stays") {
  CHECK(renamed("corrects = \"dorn/x/2024-10-30-calda\"\n", kStance, {RecordKind::claim, "dorn/x"},
                "dorn/z") == "corrects = \"dorn/z/2024-10-30-calda\"\n");
  CHECK(renamed("corrects = \"2024-10-30-calda\"\n", kStance, {RecordKind::claim, "dorn/x"},
                "dorn/z") == "nothing to do");
}
