// SPDX-License-Identifier: MIT
#include "claims/records/edited_keys.h"

#include <doctest/doctest.h>

#include "claims/records/codec.h"

using namespace aver::claims;

namespace {

std::string edits(const std::string& before, const std::string& after) {
  const auto table = [](const std::string& text) {
    return table_of(*decode_actor(text, "actors/calda.toml").record);
  };
  std::string told;
  for (const EditedKey& one : edited_keys(table(before), table(after)))
    told += one.key + ": " + one.before + " -> " + one.after + "\n";
  return told;
}

constexpr const char* kCalda = "name = \"Calda\"\nkind = \"state\"\n";

}  // namespace

TEST_CASE("each key that differs is told with its values, on one line") {
  const std::string calda = kCalda;
  CHECK(edits(calda, calda).empty());
  CHECK(edits(calda, "# layout\nkind = 'state'\nname=\"Calda\"\n").empty());
  CHECK(edits(calda, "name = \"The Republic\"\nkind = \"state\"\n") ==
        "name: Calda -> The Republic\n");
  CHECK(edits(calda + "note = \"A\"\n", calda + "aliases = [\"C\", \"K\"]\n") ==
        "aliases:  -> C; K\nnote: A -> \n");
  CHECK(
      edits(calda, calda + "[[role]]\ntitle = \"member\"\nof = \"league\"\nfrom = 2024-01-01\n") ==
      "role:  -> title member, of league, from 2024-01-01\n");
  CHECK(edits(calda + "x-colour = 1\n", calda + "x-colour = 2\n") == "x-colour: 1 -> 2\n");
}
