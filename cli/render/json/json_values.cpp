// SPDX-License-Identifier: MIT
//
// Records, positions, findings and the head as JSON values, and the escaping that makes printed
// JSON safe for a terminal.
#include "cli/render/json/json_values.h"

#include "claims/text/json_text.h"
#include "cli/render/json/json.h"

namespace aver::cli {

namespace {

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

Json claim_json(const claims::Claim& claim) {
  Json relations = Json::array();
  for (const claims::Relation& relation : claim.relations) {
    relations.push_back({{"type", relation.type}, {"to", relation.to}});
  }
  return {{"id", claim.id},
          {"text", claim.text},
          {"kind", or_null(claim.kind)},
          {"aliases", list(claim.aliases)},
          {"lang", or_null(claim.lang)},
          {"tags", list(claim.tags)},
          {"deadline", or_null(claim.deadline)},
          {"review_by", or_null(claim.review_by)},
          {"same_as", list(claim.same_as)},
          {"note", or_null(claim.note)},
          {"relations", relations},
          {"unknown", table_json(claim.unknown)}};
}

Json stance_json(const claims::Stance& stance, const claims::Vocabulary& words) {
  return {{"id", stance.id()},
          {"claim", stance.claim},
          {"holder", stance.holder},
          {"position", or_null(std::string(words.canonical(stance.position)))},
          {"held", to_string(stance.held)},
          {"until", or_null(stance.until)},
          {"through", or_null(stance.through)},
          {"searched", list(stance.searched)},
          {"mode", or_null(stance.mode)},
          {"speaker", or_null(stance.speaker)},
          {"via", list(stance.via)},
          {"summary", or_null(stance.summary)},
          {"quote", or_null(stance.quote)},
          {"quote_lang", or_null(stance.quote_lang)},
          {"translation", or_null(stance.translation)},
          {"source", or_null(stance.source)},
          {"locator", or_null(stance.locator)},
          {"unverified", stance.unverified},
          {"credibility", stance.credibility ? Json(*stance.credibility) : Json()},
          {"likelihood", or_null(stance.likelihood)},
          {"rating", or_null(stance.rating)},
          {"review_by", or_null(stance.review_by)},
          {"corrects", or_null(stance.corrects)},
          {"retracts", or_null(stance.retracts)},
          {"reason", or_null(stance.reason)},
          {"note", or_null(stance.note)},
          {"unknown", table_json(stance.unknown)}};
}

Json actor_json(const claims::Actor& actor) {
  Json roles = Json::array();
  for (const claims::Role& role : actor.roles) {
    roles.push_back({{"title", role.title},
                     {"of", or_null(role.of)},
                     {"from", or_null(role.from)},
                     {"to", or_null(role.to)}});
  }
  return {{"id", actor.id},
          {"name", actor.name},
          {"kind", or_null(actor.kind)},
          {"aliases", list(actor.aliases)},
          {"same_as", list(actor.same_as)},
          {"note", or_null(actor.note)},
          {"roles", roles},
          {"unknown", table_json(actor.unknown)}};
}

Json source_json(const claims::Source& source) {
  Json recaptures = Json::array();
  for (const claims::Recapture& later : source.recaptures) {
    recaptures.push_back({{"capture", later.capture},
                          {"sha256", later.sha256},
                          {"original", or_null(later.original)},
                          {"original_sha256", or_null(later.original_sha256)},
                          {"retrieved", or_null(later.retrieved)}});
  }
  Json archived = Json::array();
  for (const claims::Archived& copy : source.archived) {
    archived.push_back({{"url", copy.url}, {"at", or_null(copy.at)}});
  }
  return {{"id", source.id},
          {"title", source.title},
          {"aliases", list(source.aliases)},
          {"url", or_null(source.url)},
          {"publisher", or_null(source.publisher)},
          {"author", list(source.author)},
          {"published", or_null(source.published)},
          {"retrieved", or_null(source.retrieved)},
          {"lang", or_null(source.lang)},
          {"reliability", or_null(source.reliability)},
          {"capture", or_null(source.capture)},
          {"sha256", or_null(source.sha256)},
          {"original", or_null(source.original)},
          {"original_sha256", or_null(source.original_sha256)},
          {"recaptures", recaptures},
          {"note", or_null(source.note)},
          {"archived", archived},
          {"unknown", table_json(source.unknown)}};
}

Json position_json(const claims::Position& position, const claims::Vocabulary& words) {
  return {{"position", std::string(words.canonical(position.stance->position))},
          {"held", to_string(position.stance->held)},
          {"since", to_string(position.since)},
          {"uncertain", position.uncertain},
          {"lapsed", position.lapsed},
          {"last_checked", or_null(position.last_checked)},
          {"stance", stance_json(*position.stance, words)}};
}

Json head_json(const char* schema, const Head& head) {
  return {{"schema", schema},
          {"on", claims::to_string(head.at.on)},
          {"known_at", or_null(head.at.known_at)},
          {"revision", or_null(head.revision)}};
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

Json diagnostics_json(const claims::Diagnostics& diagnostics) {
  Json array = Json::array();
  for (const claims::Diagnostic& diagnostic : diagnostics)
    array.push_back(diagnostic_json(diagnostic));
  return array;
}

Json quotes_json(const Quotes& quotes) {
  Json object = Json::object();
  for (const auto& [stance, verdict] : quotes) {
    const claims::QuoteMatch& match = verdict.match;
    Json one = {{"level", std::string(to_string(match.level))}, {"drifted", verdict.drifted}};
    if (match.line > 0) {
      one["capture"] = verdict.capture;
      one["begin"] = match.range.begin;
      one["end"] = match.range.end;
      one["line"] = match.line;
      one["paragraph"] = match.paragraph;
    }
    if (!match.words.empty()) one["differs"] = differing(match.words);
    if (!verdict.nearest.empty()) one["nearest"] = verdict.nearest;
    object[stance] = std::move(one);
  }
  return object;
}

std::string printed(const Json& json) {
  return claims::json::escape_hidden(json.dump(2, ' ', false, Json::error_handler_t::replace)) +
         "\n";
}

std::string json_object(const std::vector<std::string>& keys,
                        const std::vector<std::string>& values) {
  Json object = Json::object();
  for (std::size_t i = 0; i < keys.size(); ++i) object[keys[i]] = or_null(values[i]);
  return claims::json::escape_hidden(object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string json_of_nothing(const char* schema, const Head& head) {
  return printed(head_json(schema, head));
}

}  // namespace aver::cli
