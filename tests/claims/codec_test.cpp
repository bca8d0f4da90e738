// SPDX-License-Identifier: MIT
#include "claims/codec.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/claims/build.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

// Text with all that has broken TOML writers: quotes, backslashes, line breaks, blanks at their
// ends, hidden characters, letters of several scripts.
rc::Gen<std::string> any_text(bool lines) {
  std::vector<std::string> pieces = {"a",
                                     "word",
                                     " ",
                                     "\"",
                                     "\"\"",
                                     "'",
                                     "'''",
                                     "\\",
                                     "\\n",
                                     "é",
                                     "北京",
                                     "🇰🇷",
                                     "\t",
                                     "\xE2\x80\xAE",
                                     "\xE2\x80\x8B",
                                     "#",
                                     "=",
                                     "[",
                                     "{",
                                     "\x01",
                                     "\x7f",
                                     "\xC2\x85",
                                     "%s",
                                     "$x",
                                     "0",
                                     "\xEF\xBB\xBF"};
  if (lines)
    pieces.insert(pieces.end(), {"\n", "\n\n", " \n", "\t\n", "\r\n", "\n\"\"\"", "\"\"\"\n"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const std::string& piece : chosen) text += piece;
                        return text;
                      });
}

rc::Gen<std::string> a_line() {
  return rc::gen::suchThat(any_text(false), [](const std::string& text) { return !text.empty(); });
}

rc::Gen<Date> a_date() {
  return rc::gen::map(rc::gen::elementOf(std::vector<std::string>{
                          "2024", "2024-10", "2024-10-31", "2024~", "2024-02-29", "2024-10-31~",
                          "0001-01-01", "9999-12-31"}),
                      [](const std::string& text) { return date(text); });
}

std::string an_id() {
  return *rc::gen::element<std::string>("china", "us/blinken", "a/b/c/d/e/f", "2024/x-1");
}

std::string maybe(const rc::Gen<std::string>& gen) {
  return *rc::gen::arbitrary<bool>() ? *gen : "";
}

std::optional<Date> maybe_date() {
  return *rc::gen::arbitrary<bool>() ? std::optional<Date>(*a_date()) : std::nullopt;
}

std::vector<std::string> some_lines() {
  return *rc::gen::scale(0.2, rc::gen::container<std::vector<std::string>>(a_line()));
}

std::string a_choice(RecordKind kind, std::string_view key) {
  std::vector<std::string> words = {""};
  for (const std::string_view word : choices(kind, key)) words.emplace_back(word);
  return *rc::gen::elementOf(words);
}

toml::Table some_unknown() {
  toml::Table table;
  if (*rc::gen::inRange(0, 3) != 0) return table;
  const auto put = [&](const char* key, auto value) {
    table.push_back({key, {std::move(value), {}}, {}});
  };
  put("x-flag", true);
  put("x-number", std::int64_t{*rc::gen::arbitrary<std::int64_t>()});
  put("x-real", 0.1);
  put("x-text", *any_text(true));
  put("x-when", toml::Time{"2024-11-01T09:30:00Z"});
  put("x list", toml::Array{{std::string("a"), {}}, {std::int64_t{1}, {}}});
  put("x-table", toml::Table{{"inner", {*any_text(true), {}}, {}}});
  return table;
}

Stance any_stance() {
  Stance stance;
  stance.claim = "topic/x";
  stance.name = "n";
  stance.holder = an_id();
  stance.position = *a_line();
  stance.held = *a_date();
  stance.until = maybe_date();
  stance.through = maybe_date();
  stance.searched = some_lines();
  stance.mode = a_choice(RecordKind::stance, "mode");
  stance.speaker = maybe(a_line());
  stance.via = some_lines();
  stance.summary = *any_text(true);
  stance.quote = *any_text(true);
  stance.quote_lang = maybe(a_line());
  stance.translation = *any_text(true);
  stance.source = *rc::gen::arbitrary<bool>() ? an_id() : "";
  stance.locator = maybe(a_line());
  stance.unverified = *rc::gen::arbitrary<bool>();
  if (*rc::gen::arbitrary<bool>()) stance.credibility = *rc::gen::inRange(1, 7);
  stance.likelihood = a_choice(RecordKind::stance, "likelihood");
  stance.rating = maybe(a_line());
  stance.review_by = maybe_date();
  stance.note = *any_text(true);
  stance.unknown = some_unknown();
  return stance;
}

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
    Claim claim;
    claim.id = "topic/x";
    claim.text = *a_line();
    claim.kind = a_choice(RecordKind::claim, "kind");
    claim.deadline = maybe_date();
    claim.note = *any_text(true);
    claim.tags = {"a", "b"};
    if (*rc::gen::arbitrary<bool>())
      claim.relations = {{"negates", an_id(), {}}, {"narrows", an_id(), some_unknown()}};
    claim.unknown = some_unknown();
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
    Source source;
    source.id = "2024/x";
    source.title = *a_line();
    source.aliases = {"2023/y"};
    source.url = "https://example.org/a?b=c#d";
    source.author = some_lines();
    source.published = maybe_date();
    if (*rc::gen::arbitrary<bool>())
      source.retrieved = Moment{date("2024-11-01"), "2024-11-01T09:30:00+02:00"};
    source.reliability = a_choice(RecordKind::source, "reliability");
    source.note = *any_text(true);
    if (*rc::gen::arbitrary<bool>())
      source.archived = {{"https://example.org/b", Moment{date("2024-11"), ""}, {}}};
    if (*rc::gen::arbitrary<bool>()) {
      source.original = "x.html";
      source.original_sha256 = std::string(64, 'a');
      source.recaptures = {
          {"x-2.txt", std::string(64, 'b'), "", "", Moment{date("2024-12-01"), ""}, {}}};
    }
    round_trip(source, "sources/2024/x.toml", decode_source);
  }));
}

TEST_CASE("a record is written in one form") {
  Stance stance = aver::tests::stance("2024-10-31", "silent");
  stance.through = date("2024-11");
  stance.searched = {"press briefings", "state media"};
  stance.via = {"reuters"};
  stance.quote = "He said \"no\".\nTwice. ";
  stance.credibility = 2;
  CHECK(encode(stance) ==
        "holder = \"china\"\n"
        "position = \"silent\"\n"
        "held = 2024-10-31\n"
        "through = \"2024-11\"\n"
        "searched = [\n"
        "  \"press briefings\",\n"
        "  \"state media\",\n"
        "]\n"
        "via = [\"reuters\"]\n"
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
