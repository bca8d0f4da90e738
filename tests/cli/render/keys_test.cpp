// SPDX-License-Identifier: MIT
//
// JSON and text show every key of the table of keys.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <regex>

#include "claims/records/values.h"
#include "cli/render/json/json_values.h"
#include "cli/render/json/schema.h"
#include "cli/render/text/text.h"
#include "tests/claims/any_value.h"

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

template <class Use>
void for_each_shown_record(const Use& use) {
  use(plain_claim());
  use(plain_stance());
  use(plain_actor());
  use(plain_source());
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
