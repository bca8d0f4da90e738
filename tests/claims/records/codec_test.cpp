// SPDX-License-Identifier: MIT
#include "claims/records/codec.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "claims/settings/settings.h"
#include "tests/claims/build.h"
#include "tests/claims/generate.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

// Decoding sorts unknown keys; so both sides are compared after one round.
template <class Record, class Decode>
void round_trip(const Record& record, const std::string& path, Decode decode) {
  const std::string text = encode(record);
  const auto first = decode(text, path);
  RC_ASSERT(!has_errors(first.problems));
  RC_ASSERT(first.record.has_value());
  RC_ASSERT(encode(*first.record) == text);
  const auto second = decode(encode(*first.record), path);
  RC_ASSERT(second.record == first.record);
  Record plain = *first.record;
  Record given = record;
  plain.unknown = given.unknown = {};
  RC_ASSERT(plain == given);
}

}  // namespace

TEST_CASE("generated stances survive being written and read") {
  CHECK(rc::check([] { round_trip(any_stance(), "claims/topic/x/n.toml", decode_stance); }));
}

TEST_CASE("generated claims survive being written and read") {
  CHECK(rc::check([] {
    const Claim claim = any_claim();
    const std::string text = encode(claim);
    const auto decoded = decode_claim(text, "claims/topic/x/claim.toml");
    RC_ASSERT(decoded.record.has_value());
    RC_ASSERT(encode(*decoded.record) == text);
    RC_ASSERT(decoded.record->text == claim.text);
    RC_ASSERT(decoded.record->relations.size() == claim.relations.size());
  }));
}

TEST_CASE("generated sources survive being written and read") {
  CHECK(rc::check([] {
    const Source source = any_source();
    round_trip(source, "sources/2024/x.toml", decode_source);
  }));
}

TEST_CASE("a record is written in one form") {
  Stance stance = aver::tests::stance("2024-10-31", "silent");
  stance.through = date("2024-11");
  stance.searched = {"press briefings", "state media"};
  stance.via = {"renwire"};
  stance.quote = "He said \"no\".\nTwice. ";
  stance.credibility = 2;
  CHECK(encode(stance) ==
        "holder = \"calda\"\n"
        "position = \"silent\"\n"
        "held = 2024-10-31\n"
        "through = \"2024-11\"\n"
        "searched = [\n"
        "  \"press briefings\",\n"
        "  \"state media\",\n"
        "]\n"
        "via = [\"renwire\"]\n"
        "quote = \"\"\"\n"
        "He said \"no\".\n"
        "Twice.\\u0020\"\"\"\n"
        "credibility = 2\n");
}

TEST_CASE("further evidence is a set, written behind all other keys, and found where it stands") {
  const std::string text =
      "holder = \"calda\"\nposition = \"deny\"\nheld = 2024-10-31\n\n"
      "[[evidence]]\nsource = \"2024/x\"\nquote = \"No.\"\n\n"
      "[[evidence]]\nmode = \"vote\"\nlocator = \"p. 2\"\nsource = \"2024/a\"\nx-own = 1\n";
  const auto decoded = decode_stance(text, "claims/topic/x/2024-10-31-calda.toml");
  REQUIRE(decoded.record);
  const Stance& stance = *decoded.record;
  REQUIRE(stance.further.size() == 2);
  CHECK(stance.further[0].source == "2024/a");
  CHECK(stance.further[0].mode == "vote");
  CHECK(stance.further[0].unknown.size() == 1);
  CHECK(stance.further[1].quote == "No.");
  CHECK(decoded.places.of("evidence[0].locator").line == 11);
  CHECK(decoded.places.of("evidence[1]").line == 5);
  CHECK(decoded.places.of("evidence[1].quote").line == 7);
  CHECK(encode(stance) ==
        "holder = \"calda\"\nposition = \"deny\"\nheld = 2024-10-31\n\n"
        "[[evidence]]\nsource = \"2024/a\"\nlocator = \"p. 2\"\nmode = \"vote\"\nx-own = 1\n\n"
        "[[evidence]]\nsource = \"2024/x\"\nquote = \"No.\"\n");
  Stance other = stance;
  std::swap(other.further[0], other.further[1]);
  CHECK(encode(other) == encode(stance));
}

TEST_CASE("every evidence of a stance is the first, where it has one, and the further ones") {
  Stance stance = aver::tests::stance("2024-10-31", "silent");
  CHECK(evidences(stance).empty());
  stance.further.resize(1);
  stance.further[0].source = "2024/x";
  REQUIRE(evidences(stance).size() == 1);
  CHECK(evidences(stance)[0].key("via[0]") == "evidence[0].via[0]");
  CHECK(has_source(stance));
  stance.mode = "vote";
  REQUIRE(evidences(stance).size() == 2);
  CHECK(evidences(stance)[0].mode == "vote");
  CHECK(evidences(stance)[0].key("quote") == "quote");
  CHECK(&evidences(stance)[1].source == &stance.further[0].source);
  CHECK(cites(stance, "2024/x"));
  CHECK_FALSE(cites(stance, "2024"));
}

TEST_CASE("the default settings read back, and say each word once") {
  const Settings settings{kFormatVersion, default_vocabulary()};
  const auto decoded = decode_settings(encode(settings));
  REQUIRE(decoded.record);
  CHECK(*decoded.record == settings);
  CHECK(decoded.problems.empty());
  CHECK(encode(settings).find("  { word = \"mostly-true\", value = 0.5 },\n") != std::string::npos);
  CHECK(encode(settings).find("  { word = \"not-acted\", value = 0, absence = true },\n") !=
        std::string::npos);
}

TEST_CASE("the schema lists keys in canonical order") {
  const std::vector<FieldInfo> all = fields(RecordKind::stance);
  REQUIRE(all.size() > 20);
  CHECK(all[0].key == "holder");
  CHECK(all[0].required);
  CHECK(all[2].key == "held");
  CHECK(choices(RecordKind::source, "reliability").size() == 6);
}
