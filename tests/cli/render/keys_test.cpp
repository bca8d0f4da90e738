// SPDX-License-Identifier: MIT
//
// JSON and text show every key of the table of keys.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <regex>
#include <set>

#include "claims/positions/diff.h"
#include "claims/positions/in_force.h"
#include "claims/records/values.h"
#include "cli/render/json/json.h"
#include "cli/render/json/json_values.h"
#include "cli/render/json/schema.h"
#include "cli/render/rows/sheet.h"
#include "cli/render/text/text.h"
#include "tests/claims/any_value.h"
#include "tests/property.h"

using namespace aver::cli;
using namespace aver::tests;

namespace {

Json json_of(const Claim& claim) { return claim_json(claim); }
Json json_of(const Stance& stance) { return stance_json(stance, default_vocabulary()); }
Json json_of(const Actor& actor) { return actor_json(actor); }
Json json_of(const Source& source) { return source_json(source); }

std::string text_of(const Claim& claim) {
  ClaimAnswer answer;
  answer.folder = {claim.id, claim, {}};
  return text(answer, default_vocabulary(), Output());
}
std::string text_of(const Stance& stance) {
  StanceAnswer answer;
  answer.stance = stance;
  return text(answer, default_vocabulary(), Output());
}
std::string text_of(const Actor& actor) {
  ActorAnswer answer;
  answer.actor = actor;
  return text(answer, default_vocabulary(), Output());
}
std::string text_of(const Source& source) {
  SourceAnswer answer;
  answer.source = source;
  return text(answer, default_vocabulary(), Output());
}

std::string json_of(const HistoryAnswer& answer) {
  std::string text;
  aver::cli::json(answer, default_vocabulary(), [&](std::string_view piece) { text += piece; });
  return text;
}

template <class Use>
void for_each_shown_record(const Use& use) {
  use(plain_claim());
  use(plain_stance());
  use(plain_actor());
  use(plain_source());
}

// What the claim of the record says of it: show, history, history as JSON, and the row of it.
struct SeenInClaim {
  std::string show, history, json;
  Sheet rows;
};

SeenInClaim seen_in_claim(const Stance& stance) {
  const Day day = *parse_day("9999-12-31");
  ClaimAnswer shown;
  shown.folder = {"topic/x", plain_claim(), {stance}};
  shown.head.at.on = day;
  const Lines lines(shown.folder.stances, default_vocabulary());
  for (Position& position : positions_on(lines, day))
    shown.positions.push_back({stance.holder, "topic/x", std::move(position)});
  HistoryAnswer history;
  history.title = "topic/x";
  history.head.at.on = day;
  TimeLine& line = history.lines.emplace_back();
  line.claim = "topic/x";
  line.holder = stance.holder;
  if (!lines.all().empty()) line.steps = steps(lines.all().front(), day);
  return {text(shown, default_vocabulary(), Output()),
          text(history, default_vocabulary(), Output()), json_of(history),
          sheet(history, default_vocabulary())};
}

// The keys that `record` sets; the others are set by correct, retract, again and imports.
bool is_set_by_record(const schema::KeyTraits& key) {
  const std::set<std::string_view> others = {"holder",   "position",       "held",
                                             "corrects", "retracts",       "reason",
                                             "repeats",  "first_recorded", "formerly"};
  return !others.contains(key.key);
}

bool is_absent(const Json& value) {
  return value.is_null() || value == Json(false) || value == Json::array();
}

}  // namespace

TEST_CASE("JSON has every key, given or not, and says which it is") {
  CHECK(rc::check([] {
    for_each_shown_record([]<class Record>(const Record& plain) {
      for (const schema::Field<Record>& field : schema::fields(schema::Of<Record>{})) {
        const std::string name(field.json.name.empty() ? field.key : field.json.name);
        const Json before = json_of(plain);
        RC_ASSERT(before.contains(name));
        RC_ASSERT(field.with(plain, [](const auto& v) { return schema::is_given(v); }) !=
                  is_absent(before.at(name)));
        Record record = plain;
        give(record, field);
        const Json after = json_of(record);
        RC_LOG() << field.key << "\n" << after.dump() << "\n";
        RC_ASSERT_FALSE(is_absent(after.at(name)));
        RC_ASSERT(after.size() == before.size());
      }
    });
  }));
}

TEST_CASE("show has every key that the table does not hide from it") {
  CHECK(rc::check([] {
    for_each_shown_record([]<class Record>(const Record& plain) {
      const std::string before = text_of(plain);
      for (const schema::Field<Record>* field : schema::in_text<Record>()) {
        Record record = plain;
        give(record, *field);
        RC_LOG() << field->key << "\n" << text_of(record) << "\n";
        RC_ASSERT(field->with(plain, [](const auto& v) { return schema::is_given(v); }) ||
                  text_of(record).size() > before.size());
      }
    });
  }));
}

namespace {

// What every place that shows a record says of it: show of it and of its claim, history, JSON,
// rows.
std::vector<std::string> everywhere(const Stance& stance) {
  const Vocabulary words = default_vocabulary();
  const Day day = *parse_day("2030-01-01");
  const std::vector<Stance> stances = {stance};
  const Lines lines(stances, words);
  ClaimAnswer claim;
  claim.folder = {stance.claim, plain_claim(), stances};
  for (Position& position : positions_on(lines, day))
    claim.positions.push_back({stance.holder, stance.claim, std::move(position)});
  HistoryAnswer history;
  TimeLine line;
  line.claim = stance.claim;
  line.holder = stance.holder;
  line.steps = steps(lines.all().front(), day);
  history.lines = {std::move(line)};
  StanceAnswer alone;
  alone.stance = stance;
  return {text(alone, words, Output()),   text(claim, words, Output()),
          text(history, words, Output()), aver::cli::json(alone, words),
          aver::cli::json(claim, words),  json_of(history),
          csv(sheet(history, words)),     schema::cell_of(stance, "evidence")};
}

}  // namespace

TEST_CASE("every key of a further evidence is shown wherever its record is") {
  CHECK(holds_for_one_in(5, [] {
    Stance plain = plain_stance();
    plain.source = "2024/first";
    Evidence& further = plain.further.emplace_back();
    further.source = "2024/other";
    further.quote = "No.";
    const std::vector<std::string> before = everywhere(plain);
    for (const schema::Field<Evidence>& field : schema::fields(schema::Of<Evidence>{})) {
      Stance stance = plain;
      if (field.key == "source" || field.key == "quote") {
        stance.further[0].source = field.key == "source" ? "2024/a-longer-name" : "2024/other";
        if (field.key == "quote") stance.further[0].quote = "No, and no again.";
      } else {
        give(stance.further[0], field);
      }
      const std::vector<std::string> after = everywhere(stance);
      for (std::size_t i = 0; i < after.size(); ++i) {
        RC_LOG() << field.key << " in " << i << "\n" << after[i] << "\n";
        RC_ASSERT(after[i] != before[i]);
      }
    }
  }));
}

TEST_CASE("what is in force, or may be, reads alike in show and in diff") {
  const Vocabulary words = default_vocabulary();
  const Day day = *parse_day("2024-12-01");
  for (const bool certain : {true, false}) {
    ClaimFolder folder{"topic/x", plain_claim(), {}};
    for (const char* word : {"affirm", "deny"}) {
      Stance stance = plain_stance();
      stance.claim = folder.id;
      stance.name = std::string("2024-10-01-") + word;
      stance.position = word;
      stance.held = date(certain && stance.position == "deny" ? "2024-11" : "2024-10");
      folder.stances.push_back(std::move(stance));
    }
    const Lines lines(folder.stances, words);
    const std::vector<Position> shown = positions_on(lines, day);
    REQUIRE(shown.size() == 1);
    CHECK(shown.front().certain() == certain);
    DiffAnswer answer;
    answer.claims = {diff({nullptr, day}, {&folder, day}, words, Reach::days)};
    std::string text;
    aver::cli::json(answer, words, [&](std::string_view piece) { text += piece; });
    const Json after = Json::parse(text).at("claims").at(0).at("positions").at(0).at("after");
    const Json position = position_json(shown.front(), words);
    for (const char* key :
         {"certain", "position", "lapsed", "held", "since", "stance", "possible", "further"}) {
      CHECK_MESSAGE(after.at(key) == position.at(key), key);
    }
  }
}

TEST_CASE("what record takes is seen again with the claim: in show, history, JSON and rows") {
  CHECK(holds_for_one_in(5, [] {
    for (const schema::Field<Stance>& field : schema::fields(schema::Of<Stance>{})) {
      if (!is_set_by_record(field)) continue;
      Stance plain = plain_stance();
      if (field.key != "quote") plain.quote = "We will not";
      if (field.key != "source") plain.source = "2024/gazette";
      Stance stance = plain;
      give(stance, field);
      // That words are the holder's own, or reported, is said by who is named beside them.
      if (stance.mode == "direct" || stance.mode == "attributed") stance.mode = "vote";
      // An end is told where it is one.
      if (field.key == "until") stance.until = date("2025-01-01");
      if (field.key == "through") stance.through = date("2025-01-01");
      if (field.key == "summary" || field.key == "note" || field.key == "condition" ||
          field.key == "translation" || field.key == "quote") {
        stance.*std::get<std::string Stance::*>(field.member) = "Words of some length";
      }
      const SeenInClaim before = seen_in_claim(plain);
      const SeenInClaim after = seen_in_claim(stance);
      RC_LOG() << field.key << "\n" << after.show << "\n" << after.history << "\n";
      RC_ASSERT(after.show != before.show);
      RC_ASSERT(after.history != before.history);
      RC_ASSERT(after.json != before.json);
      RC_ASSERT(before.rows.columns == after.rows.columns);
      RC_ASSERT(before.rows.rows.front() != after.rows.rows.front());
      const auto column =
          std::find(after.rows.columns.begin(), after.rows.columns.end(), field.key);
      RC_ASSERT(column != after.rows.columns.end());
      const auto at = static_cast<std::size_t>(column - after.rows.columns.begin());
      RC_ASSERT_FALSE(after.rows.rows.front()[at].empty());
      // Markdown has the column because one row has it.
      RC_ASSERT(markdown(after.rows).find(markdown_text(std::string(field.key))) !=
                std::string::npos);
    }
  }));
}

TEST_CASE("Markdown leaves out the further columns that no row has") {
  const Sheet rows = seen_in_claim(plain_stance()).rows;
  CHECK(csv(rows).find("likelihood") != std::string::npos);
  CHECK(markdown(rows).find("likelihood") == std::string::npos);
  CHECK(markdown(rows).find("quote") != std::string::npos);
}

TEST_CASE("the JSON Schema of a kind has every key of it") {
  using aver::claims::RecordKind;
  for (const RecordKind kind : {RecordKind::claim, RecordKind::stance, RecordKind::actor,
                                RecordKind::source, RecordKind::review}) {
    const Json properties = Json::parse(json_schema(kind, default_vocabulary())).at("properties");
    CHECK(properties.size() == fields(kind).size());
    for (const FieldInfo& field : fields(kind))
      CHECK_MESSAGE(properties.contains(std::string(field.key)), field.key);
  }
}

TEST_CASE("the JSON Schema takes every form of a date that its key takes, and no other") {
  using aver::claims::RecordKind;
  const auto pattern = [](RecordKind kind, const char* key) {
    const Json schema = Json::parse(json_schema(kind, default_vocabulary()));
    return std::regex(schema.at("properties").at(key).at("pattern").get<std::string>());
  };
  const std::regex held = pattern(RecordKind::stance, "held");
  const std::regex until = pattern(RecordKind::stance, "until");
  const std::regex retrieved = pattern(RecordKind::source, "retrieved");
  CHECK(rc::check([&] {
    const Date date = *a_held();
    RC_LOG() << to_string(date) << "\n";
    RC_ASSERT(std::regex_match(to_string(date), held));
    RC_ASSERT(std::regex_match(to_string(date), retrieved));
    RC_ASSERT(std::regex_match(to_string(date), until) == !date.time());
  }));
  for (const char* none : {"2024-1", "[2024-10-03..]", "[..]", "[2024-10-03..2024-10-09]~",
                           "2024-10-31T18:00", "2024-10T18:00:00", "about 2024"}) {
    CHECK_MESSAGE(!std::regex_match(none, held), none);
  }
}
