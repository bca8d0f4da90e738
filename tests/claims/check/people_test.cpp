// SPDX-License-Identifier: MIT
//
// What check says of the people whom a stance and a role name.
#include <doctest/doctest.h>

#include "claims/check/check.h"

using namespace aver::claims;

namespace {

// Has the actors calda and calda/pendar; "calda/old" leads to the second.
class Store : public Known {
 public:
  bool has(const RecordRef& record) const override {
    return record.id == "calda" || record.id == "calda/pendar";
  }
  std::string actor_of(const std::string& id) const override {
    return id == "calda/old" ? "calda/pendar" : Known::actor_of(id);
  }
  std::vector<std::string> called(const std::string& words) const override {
    if (words == "Lio Pendar" || words == "lio") return {"calda/pendar"};
    if (words == "L. P.") return {"calda", "calda/pendar"};
    return {};
  }
};

std::string found(const std::string& holder, const std::string& who) {
  const auto decoded = decode_stance(
      "holder = \"" + holder + "\"\nposition = \"deny\"\nheld = 2024-01-01\nspeaker = \"" + who +
          "\"\nvia = [\"calda\", \"" + who + "\"]\n",
      "claims/x/2024-01-01-calda.toml");
  std::string all;
  for (const Diagnostic& one : check(decoded, default_vocabulary(), Store())) {
    all += std::string(to_string(one.severity)) + " " + std::string(one.rule.text()) + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("a former id of an actor is the actor, wherever a stance names one") {
  CHECK(found("calda", "calda/pendar") == "");
  CHECK(found("calda/old", "calda/old") == "");
  CHECK(found("calda/gone", "calda") == "error reference/holder\n");
}

TEST_CASE("a speaker or reporter in plain words is nobody's error; an id of nobody is told") {
  CHECK(found("calda", "A spokesman") == "");
  CHECK(found("calda", "Lio Pendar of Calda/East") == "");
  CHECK(found("calda", "pendar") == "note reference/speaker\nnote reference/via\n");
  CHECK(found("calda", "calda/gone") == "warning reference/speaker\nwarning reference/via\n");
}

TEST_CASE("plain words stand for no actor, and are told where one or several are called so") {
  CHECK(found("calda", "Lio Pendar") == "note reference/speaker\nnote reference/via\n");
  CHECK(found("calda", "lio") == "note reference/speaker\nnote reference/via\n");
  CHECK(found("calda", "L. P.") == "warning reference/speaker\nwarning reference/via\n");
  const auto decoded = decode_stance(
      "holder = \"calda\"\nposition = \"deny\"\nheld = 2024-01-01\nspeaker = \"L. P.\"\n",
      "claims/x/2024-01-01-calda.toml");
  const Diagnostics told = check(decoded, default_vocabulary(), Store());
  REQUIRE(told.size() == 1);
  CHECK(told[0].sentence ==
        "\"L. P.\" is what calda and calda/pendar are called; as words it stands for none of them: "
        "to mean one, write its id");
  CHECK(told[0].hint == "aver edit claims/x/2024-01-01-calda.toml");
}

TEST_CASE("the body that a role is of may have another id by now") {
  const auto of = [](const std::string& body) {
    const auto decoded = decode_actor(
        "name = \"A\"\nkind = \"person\"\n\n[[role]]\ntitle = \"T\"\nof = \"" + body + "\"\n",
        "actors/calda/pendar.toml");
    return check(decoded, Store()).size();
  };
  CHECK(of("calda/old") == 0);
  CHECK(of("calda/gone") == 1);
}
