// SPDX-License-Identifier: MIT
//
// Which actor is meant by words.
#include "claims/records/actor_names.h"

#include <doctest/doctest.h>

using namespace aver::claims;

namespace {

Actor actor(const std::string& id, const std::string& name,
            const std::vector<std::string>& aliases = {}) {
  Actor one;
  one.id = id;
  one.name = name;
  one.aliases = aliases;
  return one;
}

ActorNames names() {
  ActorNames all;
  all.add(actor("uw/lasker", "Ines Lasker", {"I. Läsker", "uw/old-lasker", "ministry"}));
  all.add(actor("uw/kem", "Zoë Kem"));
  all.add(actor("uw/kem-2", "ZOE  KEM", {"uw/lasker"}));
  return all;
}

}  // namespace

TEST_CASE("words mean the one actor that is called so, but for case, accents and typography") {
  const ActorNames all = names();
  for (const char* words : {"uw/lasker", "Ines Lasker", "INES LÁSKER", "ines   lasker", "i. lasker",
                            "uw/old-lasker", "Ministry"}) {
    CAPTURE(words);
    CHECK(all.meant_by(words) == "uw/lasker");
  }
  for (const char* words : {"", " ", "Lasker", "lasker", "Ines Laskera", "uw"}) {
    CAPTURE(words);
    CHECK(all.meant_by(words).empty());
    CHECK(all.called(words).empty());
  }
}

TEST_CASE("words that two actors are called mean neither; an id is the actor that has it") {
  const ActorNames all = names();
  CHECK(all.meant_by("Zoë Kem").empty());
  CHECK(all.called("zoe kem") == std::vector<std::string>{"uw/kem", "uw/kem-2"});
  CHECK(all.meant_by("uw/kem") == "uw/kem");
  // "UW/Lasker" is words: two actors have them, the one as its id.
  CHECK(all.called("UW/Lasker") == std::vector<std::string>{"uw/kem-2", "uw/lasker"});
}

TEST_CASE("an actor tells by which ids and names it is called") {
  const ActorNames all = names();
  REQUIRE(all.of("uw/lasker") != nullptr);
  CHECK(all.of("uw/lasker")->front() == "uw/lasker");
  CHECK(all.of("uw/lasker")->size() == 5);
  CHECK(all.of("uw/old-lasker") == nullptr);
}
