// SPDX-License-Identifier: MIT
//
// Generated records, for properties: any text, any date, any unknown key.
#pragma once

#include <rapidcheck.h>

#include <algorithm>

#include "claims/records/codec.h"
#include "tests/claims/build.h"

namespace aver::tests {

using namespace aver::claims;

// Text with all that has broken TOML writers: quotes, backslashes, line breaks, blanks at their
// ends, hidden characters, letters of several scripts.
inline rc::Gen<std::string> any_text(bool lines) {
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

inline rc::Gen<std::string> a_line() {
  return rc::gen::suchThat(any_text(false), [](const std::string& text) { return !text.empty(); });
}

// A day, a month or a year of any year, near its ends among them.
inline rc::Gen<Date> a_plain_date() {
  return rc::gen::exec([] {
    const int year = *rc::gen::element(1, 2, 1900, 2000, 2023, 2024, 2025, 9998, 9999);
    const auto month = static_cast<unsigned>(*rc::gen::inRange(1, 13));
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        return Date::year(year);
      case 1:
        return Date::month(year, month);
      default: {
        const Date all = Date::month(year, month);
        const auto days = (all.latest() - all.earliest()).count();
        return Date{all.earliest() +
                    std::chrono::days{*rc::gen::inRange<int>(0, static_cast<int>(days) + 1)}};
      }
    }
  });
}

// Any date that every key takes: also approximate, and in brackets.
inline rc::Gen<Date> a_date() {
  return rc::gen::exec([] {
    const Date plain = *a_plain_date();
    const Date other = *a_plain_date();
    switch (*rc::gen::inRange(0, 6)) {
      case 0:
        return date(to_string(plain) + "~");
      case 1:
        return plain.earliest() <= other.latest() ? Date::between(plain, other)
                                                  : Date::between(other, plain);
      case 2:
        return Date::until(plain);
      default:
        return plain;
    }
  });
}

// Any date that `held` takes: a day also with its time.
inline rc::Gen<Date> a_held() {
  return rc::gen::exec([] {
    const Date held = *a_date();
    const bool is_day = held.exact() && !held.bounded() && held.precision() == Precision::day;
    if (!is_day || *rc::gen::arbitrary<bool>()) return held;
    TimeOfDay time;
    time.since_midnight = std::chrono::seconds{*rc::gen::inRange(0, 24 * 60 * 60)};
    if (*rc::gen::arbitrary<bool>()) {
      time.since_midnight += std::chrono::nanoseconds{*rc::gen::inRange(0, 1'000'000'000)};
    }
    if (*rc::gen::arbitrary<bool>()) {
      time.offset = std::chrono::minutes{*rc::gen::inRange(-24 * 60 + 1, 24 * 60)};
    }
    return held.with_time(time);
  });
}

inline std::string an_id() {
  return *rc::gen::element<std::string>("calda", "uw/brindle", "a/b/c/d/e/f", "2024/x-1");
}

inline std::string maybe(const rc::Gen<std::string>& gen) {
  return *rc::gen::arbitrary<bool>() ? *gen : "";
}

inline std::optional<Date> maybe_date() {
  return *rc::gen::arbitrary<bool>() ? std::optional<Date>(*a_date()) : std::nullopt;
}

inline std::vector<std::string> some_lines() {
  return *rc::gen::scale(0.2, rc::gen::container<std::vector<std::string>>(a_line()));
}

inline std::string a_choice(RecordKind kind, std::string_view key) {
  std::vector<std::string> words = {""};
  for (const std::string_view word : choices(kind, key)) words.emplace_back(word);
  return *rc::gen::elementOf(words);
}

inline toml::Table some_unknown() {
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

inline Evidence any_evidence_record() {
  Evidence one;
  one.source = *rc::gen::arbitrary<bool>() ? an_id() : "";
  one.locator = maybe(a_line());
  one.quote = *any_text(true);
  one.quote_lang = maybe(a_line());
  one.translation = *any_text(true);
  one.speaker = maybe(a_line());
  one.via = some_lines();
  one.mode = a_choice(RecordKind::stance, "mode");
  one.unverified = *rc::gen::arbitrary<bool>();
  if (*rc::gen::arbitrary<bool>()) one.credibility = *rc::gen::inRange(1, 7);
  return one;
}

inline Stance any_stance() {
  Stance stance;
  stance.claim = "topic/x";
  stance.name = "n";
  stance.holder = an_id();
  stance.position = *a_line();
  stance.held = *a_held();
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
  stance.condition = *any_text(true);
  stance.repeats = *rc::gen::element<std::string>("", "2024-09-borland", "topic/x/2024-09-borland");
  stance.first_recorded = maybe_date();
  stance.note = *any_text(true);
  for (int left = *rc::gen::inRange(0, 4) - 1; left > 0; --left)
    stance.further.push_back(any_evidence_record());
  std::sort(stance.further.begin(), stance.further.end());
  stance.unknown = some_unknown();
  return stance;
}

inline Claim any_claim() {
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
  return claim;
}

inline Source any_source() {
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
  return source;
}

}  // namespace aver::tests
