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
