// SPDX-License-Identifier: MIT
//
// Records, positions, findings and the head as JSON values, and the escaping that makes printed
// JSON safe for a terminal.
#include "cli/render/json/json_values.h"

#include "claims/records/schema.h"
#include "claims/text/json_text.h"
#include "cli/render/json/json.h"
#include "cli/render/json/json_writer.h"

namespace aver::cli {

namespace {

namespace schema = claims::schema;

Json value_json(const claims::toml::Value& value);

Json table_json(const claims::toml::Table& table) {
  Json object = Json::object();
  for (const claims::toml::Entry& entry : table) object[entry.key] = value_json(entry.value);
  return object;
}

struct ToJson {
  Json operator()(const std::string& text) const { return text; }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(double number) const { return number; }
  Json operator()(bool flag) const { return flag; }
  Json operator()(claims::Day day) const { return claims::to_string(day); }
  Json operator()(const claims::toml::Time& time) const { return time.text; }
  Json operator()(const claims::toml::Array& array) const {
    Json list = Json::array();
    for (const claims::toml::Value& item : array) list.push_back(value_json(item));
    return list;
  }
  Json operator()(const claims::toml::Table& table) const { return table_json(table); }
};

Json value_json(const claims::toml::Value& value) { return std::visit(ToJson{}, value.data); }

Json::object_t& members_of(Json& object) { return object.get_ref<Json::object_t&>(); }

// Puts a member at the end. Its name is new, and is not looked for: that takes most of the time
// where every stance of a store is written.
void put(Json& object, std::string_view name, Json value) {
  members_of(object).emplace_back(std::string(name), std::move(value));
}

template <class Part>
Json part_json(const Part& part);

// A record's values as JSON, whatever their keys. What is absent is null, or an empty list, and a
// text that a record must have is one.
Json field_json(const std::string& text, bool required) {
  return required ? Json(text) : or_null(text);
}
Json field_json(const std::vector<std::string>& words, bool) { return list(words); }
Json field_json(const claims::Date& date, bool) { return claims::to_string(date); }
Json field_json(bool flag, bool) { return flag; }
Json field_json(const std::optional<int>& number, bool) { return number ? Json(*number) : Json(); }
template <class T>
Json field_json(const std::optional<T>& value, bool) {
  return or_null(value);
}
template <class Part>
Json field_json(const std::vector<Part>& parts, bool) {
  Json array = Json::array();
  for (const Part& part : parts) array.push_back(part_json(part));
  return array;
}

std::string_view name_of(const schema::KeyTraits& field) {
  return field.json.name.empty() ? field.key : field.json.name;
}

template <class Record>
void put(Json& object, const Record& record, const schema::Field<Record>& field) {
  put(object, name_of(field),
      field.with(record, [&](const auto& value) { return field_json(value, field.required); }));
}

// A table within a record; its unknown keys stay in the file.
template <class Part>
Json part_json(const Part& part) {
  Json object = Json::object();
  for (const schema::Field<Part>* field : schema::in_json<Part>()) put(object, part, *field);
  return object;
}

template <class Record>
Json record_json(const Record& record) {
  Json object = Json::object();
  put(object, "id", record.id);
  for (const schema::Field<Record>* field : schema::in_json<Record>()) put(object, record, *field);
  put(object, "unknown", table_json(record.unknown));
  return object;
}

Json diagnostic_json(const claims::Diagnostic& diagnostic) {
  const bool placed = diagnostic.place.line != 0;
  return {{"severity", std::string(to_string(diagnostic.severity))},
          {"rule", or_null(std::string(diagnostic.rule.text()))},
          {"file", or_null(diagnostic.file)},
          {"line", placed ? Json(diagnostic.place.line) : Json()},
          {"column", placed ? Json(diagnostic.place.column) : Json()},
          {"sentence", diagnostic.sentence},
          {"hint", or_null(diagnostic.hint)}};
}

}  // namespace

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json list(const std::vector<std::string>& words) {
  Json array = Json::array();
  for (const std::string& word : words) array.push_back(word);
  return array;
}

Json claim_json(const claims::Claim& claim) { return record_json(claim); }

namespace {

// Calls put(name, value, is_required) for each member of a stance but "unknown".
template <class Put>
void each_member(const claims::Stance& stance, const claims::Vocabulary& words, const Put& put) {
  put("id", stance.id(), true);
  put("claim", stance.claim, true);
  for (const schema::Field<claims::Stance>* field : schema::in_json<claims::Stance>()) {
    if (field->key == "position") {
      put(field->key, std::string(words.canonical(stance.position)), false);
    } else {
      field->with(stance, [&](const auto& value) { put(name_of(*field), value, field->required); });
    }
  }
}

}  // namespace

Json stance_json(const claims::Stance& stance, const claims::Vocabulary& words) {
  Json object = Json::object();
  members_of(object).reserve(schema::in_json<claims::Stance>().size() + 3);
  each_member(stance, words, [&](std::string_view name, const auto& value, bool required) {
    put(object, name, field_json(value, required));
  });
  put(object, "unknown", table_json(stance.unknown));
  return object;
}

namespace {

// A value as field_json() has it, without a tree of it where that is not needed: an answer may
// repeat thousands of records.
void write_field(JsonWriter& to, const std::string& text, bool required) {
  if (required) return to.text(text);
  to.text_or_null(text);
}
void write_field(JsonWriter& to, const std::vector<std::string>& words, bool) {
  to.begin('[');
  for (const std::string& word : words) to.text(word);
  to.end(']');
}
void write_field(JsonWriter& to, const claims::Date& date, bool) {
  to.text(claims::to_string(date));
}
void write_field(JsonWriter& to, bool flag, bool) { to.flag(flag); }
void write_field(JsonWriter& to, const std::optional<int>& number, bool) {
  if (!number) return to.null();
  to.number(*number);
}
template <class T>
void write_field(JsonWriter& to, const std::optional<T>& value, bool) {
  if (!value) return to.null();
  to.text(to_string(*value));
}
template <class Part>
void write_field(JsonWriter& to, const std::vector<Part>& parts, bool required) {
  to.value(field_json(parts, required));
}

}  // namespace

void write_stance(JsonWriter& to, const claims::Stance& stance, const claims::Vocabulary& words) {
  to.object([&] {
    each_member(stance, words, [&](std::string_view name, const auto& value, bool required) {
      to.key(name);
      write_field(to, value, required);
    });
    to.member("unknown", table_json(stance.unknown));
  });
}

void write_stance_or_null(JsonWriter& to, const claims::Stance* stance,
                          const claims::Vocabulary& words) {
  if (stance == nullptr) return to.null();
  write_stance(to, *stance, words);
}

Json actor_json(const claims::Actor& actor) { return record_json(actor); }

Json source_json(const claims::Source& source) { return record_json(source); }

Json days_json(const claims::DaySpan& days) {
  return {{"earliest", claims::to_string(days.first)}, {"latest", claims::to_string(days.last)}};
}

void write_days(JsonWriter& to, std::string_view name, const claims::DaySpan& days) {
  to.key(name);
  to.object([&] {
    to.member_text("earliest", claims::to_string(days.first));
    to.member_text("latest", claims::to_string(days.last));
  });
}

void write_possible(JsonWriter& to, std::string_view name,
                    const std::vector<claims::Possible>& possible) {
  to.list(name, possible, [&](const claims::Possible& one) {
    to.object([&] {
      to.member_or_null("position", one.word);
      to.member_flag("lapsed", one.lapsed);
      to.list("stances", one.stances, [&](const claims::Stance* stance) { to.text(stance->id()); });
    });
  });
}

Json possible_json(const std::vector<claims::Possible>& possible) {
  Json array = Json::array();
  for (const claims::Possible& one : possible) {
    Json stances = Json::array();
    for (const claims::Stance* stance : one.stances) stances.push_back(stance->id());
    array.push_back({{"position", or_null(std::string(one.word))},
                     {"lapsed", one.lapsed},
                     {"stances", std::move(stances)}});
  }
  return array;
}

Json further_json(const std::vector<claims::Possible>& possible, const claims::Stance* stance,
                  const claims::Vocabulary& words) {
  Json array = Json::array();
  for (const claims::Possible& one : possible) {
    for (const claims::Stance* other : one.stances) {
      if (other != stance) array.push_back(stance_json(*other, words));
    }
  }
  return array;
}

void write_further(JsonWriter& to, std::string_view name,
                   const std::vector<claims::Possible>& possible, const claims::Stance* stance,
                   const claims::Vocabulary& words) {
  to.list(name, possible, [&](const claims::Possible& one) {
    for (const claims::Stance* other : one.stances) {
      if (other != stance) write_stance(to, *other, words);
    }
  });
}

Json position_json(const claims::Position& position, const claims::Vocabulary& words) {
  const claims::Stance* stance = position.stance();
  const auto ids = [](const std::vector<const claims::Stance*>& stances) {
    Json array = Json::array();
    for (const claims::Stance* one : stances) array.push_back(one->id());
    return array;
  };
  Json object = {
      {"scale", or_null(std::string(position.scale_name()))},
      {"certain", position.certain()},
      {"position", or_null(std::string(position.word()))},
      {"lapsed", position.certain() ? Json(position.lapsed()) : Json()},
      {"held", stance != nullptr ? Json(to_string(stance->held)) : Json()},
      {"since", days_json(position.since)},
      {"resumed", position.resumed},
      {"last_checked", or_null(position.last_checked)},
      {"before_absence",
       position.before_absence != nullptr ? Json(position.before_absence->id()) : Json()},
      {"also_looked", ids(position.also_looked)},
      {"stance", stance != nullptr ? stance_json(*stance, words) : Json()},
      {"possible", possible_json(position.possible)},
      {"further", further_json(position.possible, stance, words)}};
  if (position.within) {
    object["days"] = {{"first", claims::to_string(position.within->first)},
                      {"last", claims::to_string(position.within->last)}};
  }
  return object;
}

Json without_json(const WithoutTold& told) {
  return {{"query", told.query},
          {"records", told.records},
          {"checks", told.checks},
          {"stay_aside", told.stay_aside},
          {"nothing_left", told.nothing_left}};
}

Json head_json(const char* schema, const Head& head) {
  Json object = {{"schema", schema},
                 {"on", head.at.day_text()},
                 {"known_at", or_null(head.at.known_at)},
                 {"revision", or_null(head.revision)}};
  if (head.without) object["without"] = without_json(head.without());
  return object;
}

Json positions_json(const std::vector<Held>& positions, const claims::Vocabulary& words) {
  Json array = Json::array();
  for (const Held& held : positions) {
    Json one = {{"holder", held.holder}, {"claim", held.claim}};
    one.update(position_json(held.position, words));
    array.push_back(std::move(one));
  }
  return array;
}

Json deadline_json(const claims::LineDeadline& line) {
  Json possible = Json::array();
  for (const claims::Outcome outcome : line.possible)
    possible.push_back(std::string(to_string(outcome)));
  Json by = Json::array();
  for (const claims::Stance* stance : line.by) by.push_back(stance->id());
  Json after = Json::array();
  for (const claims::AfterDeadline& one : line.after) {
    after.push_back({{"position", std::string(one.word)},
                     {"when", days_json(one.when)},
                     {"late", one.is_late},
                     {"certain", one.certain}});
  }
  return {{"holder", std::string(line.holder)},
          {"scale", line.scale->name},
          {"outcome", line.certain() ? possible.front() : Json()},
          {"certain", line.certain()},
          {"possible", possible},
          {"by", std::move(by)},
          {"after", std::move(after)},
          {"settled", line.settled}};
}

Json diagnostics_json(const claims::Diagnostics& diagnostics) {
  Json array = Json::array();
  for (const claims::Diagnostic& diagnostic : diagnostics)
    array.push_back(diagnostic_json(diagnostic));
  return array;
}

Json quotes_json(const Quotes& quotes) {
  Json object = Json::object();
  for (const auto& [of, verdict] : quotes) {
    const auto& [stance, number] = of;
    const claims::QuoteMatch& match = verdict.match;
    Json one = {{"level", std::string(to_string(match.level))}, {"drifted", verdict.drifted}};
    if (match.line > 0) {
      one["capture"] = verdict.capture;
      one["begin"] = match.range.begin;
      one["end"] = match.range.end;
      one["line"] = match.line;
      one["paragraph"] = match.paragraph;
      if (match.times) one["time"] = place_of(match);
    }
    if (!verdict.left_out.empty()) one["left_out"] = verdict.left_out;
    if (!match.negation.empty()) one["negation"] = match.negation;
    if (match.far) one["far"] = true;
    if (!match.words.empty()) one["differs"] = differing(match.words);
    if (!verdict.nearest.empty()) one["nearest"] = verdict.nearest;
    object[number == 0 ? stance : stance + "#evidence[" + std::to_string(number - 1) + "]"] =
        std::move(one);
  }
  return object;
}

Json reliability_json(const Reliability& reliability) {
  Json object = Json::object();
  for (const auto& [source, grade] : reliability) object[source] = grade;
  return object;
}

Json since_json(const std::optional<SinceThen>& since) {
  if (!since) return {};
  Json changes = Json::array();
  for (const SinceThen::What& one : since->changes) {
    changes.push_back(
        {{"what", one.what}, {"stance", or_null(one.record)}, {"why", or_null(one.why)}});
  }
  return {{"revision", since->revision},
          {"edition", since->is_edition},
          {"commit", since->commit},
          {"shown", since->shows_then ? "then" : "now"},
          {"changes", std::move(changes)}};
}

std::string printed(const Json& json) {
  std::string text;
  JsonWriter to([&](std::string_view piece) { text += piece; });
  to.value(json);
  to.finish();
  return text;
}

std::string json_object(const std::vector<std::string>& keys,
                        const std::vector<std::string>& values,
                        const std::vector<JsonCell>& types) {
  std::string line = "{";
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i > 0) line += ',';
    append_json_text(line, keys[i]);
    line += ':';
    const std::string& value = values[i];
    const JsonCell type = types.empty() ? JsonCell::text : types[i];
    if (value.empty()) {
      line += "null";
    } else if (type == JsonCell::text) {
      append_json_text(line, value);
    } else {
      line += type == JsonCell::number ? value : value == "yes" ? "true" : "false";
    }
  }
  return line + "}";
}

std::string json_of_nothing(const char* schema, const Head& head) {
  return printed(head_json(schema, head));
}

}  // namespace aver::cli
