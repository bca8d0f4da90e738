// SPDX-License-Identifier: MIT
#include "cli/render/json.h"

#include <nlohmann/json.hpp>

#include "claims/rules.h"
#include "cli/search.h"

namespace aver::cli {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(to_string(*value)) : Json();
}

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

Json diagnostic_json(const claims::Diagnostic& diagnostic) {
  const bool placed = diagnostic.place.line != 0;
  return {{"severity", std::string(to_string(diagnostic.severity))},
          {"rule", or_null(diagnostic.rule)},
          {"file", or_null(diagnostic.file)},
          {"line", placed ? Json(diagnostic.place.line) : Json()},
          {"column", placed ? Json(diagnostic.place.column) : Json()},
          {"sentence", diagnostic.sentence},
          {"hint", or_null(diagnostic.hint)}};
}

Json diagnostics_json(const claims::Diagnostics& diagnostics) {
  Json array = Json::array();
  for (const claims::Diagnostic& diagnostic : diagnostics)
    array.push_back(diagnostic_json(diagnostic));
  return array;
}

// Escapes what JSON leaves as it is, but a terminal would obey or hide: DEL, C1, bidirectional and
// invisible characters. All of them stand inside strings, as nothing else in the text is outside
// ASCII.
std::string safe_json(const std::string& text) {
  std::string answer;
  answer.reserve(text.size());
  const auto escape = [&](unsigned point) {
    char buffer[16];
    if (point > 0xffff) {
      point -= 0x10000;
      std::snprintf(buffer, sizeof buffer, "\\u%04x\\u%04x", 0xd800 + (point >> 10),
                    0xdc00 + (point & 0x3ff));
    } else {
      std::snprintf(buffer, sizeof buffer, "\\u%04x", point);
    }
    answer += buffer;
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (byte(i) == 0x7f) {
      escape(0x7f);
      ++i;
      continue;
    }
    unsigned point = byte(i);
    std::size_t length = 1;
    if (byte(i) >= 0xf0) {
      point = (byte(i) & 0x07u) << 18 | (byte(i + 1) & 0x3fu) << 12 | (byte(i + 2) & 0x3fu) << 6 |
              (byte(i + 3) & 0x3fu);
      length = 4;
    } else if (byte(i) >= 0xe0) {
      point = (byte(i) & 0x0fu) << 12 | (byte(i + 1) & 0x3fu) << 6 | (byte(i + 2) & 0x3fu);
      length = 3;
    } else if (byte(i) >= 0xc0) {
      point = (byte(i) & 0x1fu) << 6 | (byte(i + 1) & 0x3fu);
      length = 2;
    }
    const bool hidden = (point >= 0x80 && point <= 0x9f) || point == 0xad || point == 0x61c ||
                        point == 0x200b || point == 0x200e || point == 0x200f ||
                        (point >= 0x2028 && point <= 0x202e) ||
                        (point >= 0x2060 && point <= 0x206f) || point == 0xfeff ||
                        (point >= 0xe0000 && point <= 0xe007f);
    if (hidden) {
      escape(point);
    } else {
      answer.append(text, i, length);
    }
    i += length;
  }
  return answer;
}

std::string printed(const Json& json) {
  return safe_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
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

}  // namespace

std::string json(const ClaimAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.show/1", answer.head);
  object["kind"] = "claim";
  object["claim"] = answer.folder.claim ? claim_json(*answer.folder.claim) : Json();
  object["positions"] = positions_json(answer.positions, words);
  object["no_record"] = list(answer.no_record);
  object["quotes"] = quotes_json(answer.quotes);
  object["approved_by"] = Json::object();
  for (const auto& [stance, who] : answer.approved_by) object["approved_by"][stance] = list(who);
  return printed(object);
}

std::string json(const ActorAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.show/1", answer.head);
  object["kind"] = "actor";
  object["actor"] = actor_json(answer.actor);
  object["positions"] = positions_json(answer.positions, words);
  return printed(object);
}

std::string json(const SourceAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.show/1", answer.head);
  object["kind"] = "source";
  object["source"] = source_json(answer.source);
  object["capture_bytes"] = answer.capture_size ? Json(*answer.capture_size) : Json();
  object["capture_sound"] = answer.capture_size ? Json(answer.capture_sound) : Json();
  object["stances"] = Json::array();
  for (const claims::Stance& stance : answer.stances) {
    object["stances"].push_back(stance_json(stance, words));
  }
  object["quotes"] = quotes_json(answer.quotes);
  return printed(object);
}

std::string json(const StanceAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.show/1", answer.head);
  object["kind"] = "stance";
  object["claim_text"] = or_null(answer.claim_text);
  object["source_title"] = or_null(answer.source_title);
  object["overruled_why"] = or_null(answer.overruled_why);
  object["overruled_by"] = answer.overruled_by ? Json(*answer.overruled_by) : Json();
  object["stance"] = stance_json(answer.stance, words);
  object["quotes"] = quotes_json(answer.quotes);
  object["approved_by"] = list(answer.approved_by);
  return printed(object);
}

std::string json(const ListAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.list/1", answer.head);
  object["claims"] = Json::array();
  for (const ListedClaim& listed : answer.claims) {
    Json claim = claim_json(listed.claim);
    claim["stances"] = listed.stances;
    claim["positions"] = Json::array();
    for (const auto& [holder, position] : listed.positions) {
      Json one = {{"holder", holder}};
      one.update(position_json(position, words));
      claim["positions"].push_back(std::move(one));
    }
    object["claims"].push_back(std::move(claim));
  }
  return printed(object);
}

std::string json(const ActorListAnswer& answer) {
  Json object = head_json("aver.actors/1", answer.head);
  object["actors"] = Json::array();
  for (const claims::Actor& actor : answer.actors) object["actors"].push_back(actor_json(actor));
  return printed(object);
}

std::string json(const SourceListAnswer& answer) {
  Json object = head_json("aver.sources/1", answer.head);
  object["sources"] = Json::array();
  for (const claims::Source& source : answer.sources) {
    object["sources"].push_back(source_json(source));
  }
  return printed(object);
}

std::string json(const HistoryAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.history/1", answer.head);
  object["of"] = answer.of_query ? "query" : answer.of_claim ? "claim" : "holder";
  object["id"] = answer.title;
  object["text"] = or_null(answer.subtitle);
  object["lines"] = Json::array();
  for (const TimeLine& line : answer.lines) {
    Json steps = Json::array();
    for (const claims::Step& step : line.steps) {
      steps.push_back(
          {{"when", to_string(step.when)},
           {"change", std::string(to_string(step.change))},
           {"before", step.before == nullptr ? Json() : Json(step.before->id())},
           {"stance", step.after == nullptr ? Json() : stance_json(*step.after, words)}});
    }
    object["lines"].push_back({{"claim", line.claim},
                               {"claim_text", or_null(line.claim_text)},
                               {"holder", line.holder},
                               {"steps", steps},
                               {"last_checked", or_null(line.last_checked)},
                               {"overruled", list(line.overruled)}});
  }
  return printed(object);
}

std::string json(const LogAnswer& answer) {
  Json object = {{"schema", "aver.log/1"}, {"record", or_null(answer.record)}};
  object["commits"] = Json::array();
  for (const store::LogEntry& entry : answer.entries) {
    Json paths = Json::array();
    for (const store::ChangedPath& path : entry.paths) {
      paths.push_back(
          {{"path", path.path}, {"before", or_null(path.before)}, {"after", or_null(path.after)}});
    }
    object["commits"].push_back({{"commit", entry.commit},
                                 {"author", entry.author},
                                 {"email", entry.author_email},
                                 {"authored_at", entry.authored_at},
                                 {"committed_at", entry.committed_at},
                                 {"subject", entry.subject},
                                 {"paths", paths}});
  }
  return printed(object);
}

std::string json(const EditionsAnswer& answer) {
  Json object = {{"schema", "aver.editions/1"}, {"editions", Json::array()}};
  for (const EditionsAnswer::Line& line : answer.editions) {
    const store::Edition& edition = line.edition;
    object["editions"].push_back({{"name", edition.name},
                                  {"commit", edition.commit},
                                  {"tag", edition.tag},
                                  {"tagged_at", edition.tagged_at},
                                  {"tagger", edition.tagger},
                                  {"email", edition.email},
                                  {"subject", or_null(edition.subject)},
                                  {"has_signature", edition.has_signature},
                                  {"records", line.counts.all()},
                                  {"claims", line.counts.claims},
                                  {"stances", line.counts.stances},
                                  {"actors", line.counts.actors},
                                  {"sources", line.counts.sources},
                                  {"reviews", line.counts.reviews},
                                  {"citation", line.citation}});
  }
  object["lightweight"] = list(answer.lightweight);
  return printed(object);
}

std::string json(const SignaturesAnswer& answer) {
  const auto signed_json = [](const store::SignedObject& one) {
    return Json{{"edition", or_null(one.edition)},
                {"commit", one.commit},
                {"time", one.time},
                {"author", one.author},
                {"email", one.email},
                {"subject", or_null(one.subject)},
                {"standing", std::string(to_string(one.standing))},
                {"signer", or_null(one.signer)},
                {"key", or_null(one.key)},
                {"paths", list(one.paths)}};
  };
  Json object = {{"schema", "aver.signatures/1"}, {"range", answer.range},
                 {"commits", answer.commits},     {"signers", Json::array()},
                 {"not_good", Json::array()},     {"editions", Json::array()},
                 {"records", Json::array()}};
  for (const SignaturesAnswer::Group& group : answer.groups) {
    object["signers"].push_back({{"standing", std::string(to_string(group.standing))},
                                 {"signer", or_null(group.signer)},
                                 {"key", or_null(group.key)},
                                 {"commits", group.commits},
                                 {"paths", list(group.paths)}});
  }
  for (const store::SignedObject& one : answer.not_good) {
    object["not_good"].push_back(signed_json(one));
  }
  for (const store::SignedObject& one : answer.editions) {
    object["editions"].push_back(signed_json(one));
  }
  for (const auto& [path, group] : answer.last) {
    object["records"].push_back(
        {{"path", path},
         {"standing", std::string(to_string(answer.groups[group].standing))},
         {"signer", or_null(answer.groups[group].signer)},
         {"key", or_null(answer.groups[group].key)}});
  }
  return printed(object);
}

namespace {

Json diff_json(const DiffAnswer& answer, const claims::Vocabulary& words) {
  const auto side = [](const DiffSide& s) {
    return Json{
        {"name", s.name}, {"on", claims::to_string(s.day)}, {"revision", or_null(s.revision)}};
  };
  const auto shown = [&](const std::optional<claims::Shown>& s) {
    if (!s) return Json();
    return Json{{"position", s->position},
                {"held", to_string(s->held)},
                {"uncertain", s->uncertain},
                {"lapsed", s->lapsed},
                {"stance", stance_json(s->stance, words)}};
  };
  Json object = {
      {"schema", "aver.diff/1"}, {"before", side(answer.before)}, {"after", side(answer.after)}};
  object["claims"] = Json::array();
  for (const claims::ClaimDiff& claim : answer.claims) {
    constexpr const char* kPresence[] = {"kept", "added", "removed"};
    Json pairs = Json::array();
    for (const claims::PairDiff& pair : claim.pairs) {
      pairs.push_back(
          {{"holder", pair.holder},
           {"before", shown(pair.before)},
           {"after", shown(pair.after)},
           {"cause", std::string(to_string(pair.cause))},
           {"change", pair.change ? Json(std::string(to_string(*pair.change))) : Json()},
           {"reason", or_null(pair.reason)},
           {"passed", pair.passed}});
    }
    object["claims"].push_back(
        {{"id", claim.id},
         {"presence", kPresence[static_cast<int>(claim.presence)]},
         {"text", or_null(claim.text)},
         {"text_before", claim.text_before ? Json(*claim.text_before) : Json()},
         {"edited", list(claim.edited_keys)},
         {"positions", pairs}});
  }
  object["others"] = Json::array();
  for (const auto& [path, what] : answer.others) {
    object["others"].push_back({{"path", path}, {"what", what}});
  }
  return object;
}

}  // namespace

std::string json(const DiffAnswer& answer, const claims::Vocabulary& words) {
  return printed(diff_json(answer, words));
}

std::string json(const QuotationsAnswer& answer) {
  Json object = head_json("aver.quotes/1", answer.head);
  object["source"] = answer.source;
  object["quotations"] = Json::array();
  for (const QuotationsAnswer::Found& one : answer.found) {
    object["quotations"].push_back({{"paragraph", one.paragraph},
                                    {"quote", one.text},
                                    {"speaker", or_null(one.speaker)},
                                    {"actor", or_null(one.actor)},
                                    {"recorded", list(one.recorded)}});
  }
  return printed(object);
}

std::string json(const CaptureDiffAnswer& answer) {
  const auto side = [](const CaptureDiffAnswer::Side& one) {
    return Json{{"capture", one.number}, {"retrieved", or_null(one.retrieved)}};
  };
  Json object = {{"schema", "aver.diff-captures/1"}, {"source", answer.source},
                 {"before", side(answer.before)},    {"after", side(answer.after)},
                 {"changes", Json::array()},         {"lost", Json::array()}};
  for (const CaptureDiffAnswer::Change& change : answer.changes) {
    object["changes"].push_back({{"paragraph", change.paragraph}, {"words", change.words}});
  }
  for (const claims::Stance& stance : answer.lost) {
    object["lost"].push_back({{"stance", stance.id()}, {"quote", stance.quote}});
  }
  return printed(object);
}

std::string json(const StatusAnswer& answer) {
  const store::Status& status = answer.status;
  Json object = {{"schema", "aver.status/1"},
                 {"root", answer.root},
                 {"bare", answer.bare},
                 {"branch", or_null(status.branch)},
                 {"head", or_null(answer.head)},
                 {"upstream", or_null(status.upstream)},
                 {"ahead", status.ahead},
                 {"behind", status.behind},
                 {"under_way", or_null(status.under_way)},
                 {"recording_branch", or_null(answer.recording)}};
  object["changes"] = Json::array();
  for (const StatusAnswer::Change& change : answer.changes) {
    constexpr const char* kKinds[] = {"added", "modified", "deleted", "untracked", "conflicted"};
    object["changes"].push_back({{"path", change.local.path},
                                 {"what", kKinds[static_cast<int>(change.local.kind)]},
                                 {"kind", change.kind},
                                 {"staged", change.local.staged},
                                 {"unstaged", change.local.unstaged},
                                 {"problems", diagnostics_json(change.problems)}});
  }
  object["drafts"] = list(answer.drafts);
  return printed(object);
}

std::string sarif(const CheckAnswer& answer) {
  Json rules = Json::array();
  for (const claims::Rule& rule : claims::rules()) {
    rules.push_back({{"id", std::string(rule.name)},
                     {"shortDescription", {{"text", std::string(rule.sentence)}}},
                     {"help", {{"text", std::string(rule.remedy)}}}});
  }
  Json results = Json::array();
  for (const claims::Diagnostic& problem : answer.problems) {
    Json physical = {{"artifactLocation", {{"uri", problem.file}}}};
    if (problem.place.line > 0) {
      physical["region"] = {{"startLine", problem.place.line},
                            {"startColumn", problem.place.column}};
    }
    std::string message = problem.sentence;
    if (!problem.hint.empty()) message += " (" + problem.hint + ")";
    results.push_back({{"ruleId", problem.rule},
                       {"level", std::string(to_string(problem.severity))},
                       {"message", {{"text", message}}},
                       {"locations", Json::array({Json{{"physicalLocation", physical}}})}});
  }
  Json driver = {{"name", "aver"}, {"version", AVER_VERSION}, {"rules", std::move(rules)}};
  Json run = {{"tool", {{"driver", std::move(driver)}}},
              {"columnKind", "unicodeCodePoints"},
              {"results", std::move(results)}};
  return printed({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({std::move(run)})}});
}

std::string github(const CheckAnswer& answer) {
  const auto escaped = [](const std::string& text, bool property) {
    std::string to;
    for (const char c : text) {
      if (c == '%')
        to += "%25";
      else if (c == '\r')
        to += "%0D";
      else if (c == '\n')
        to += "%0A";
      else if (property && c == ':')
        to += "%3A";
      else if (property && c == ',')
        to += "%2C";
      else
        to += c;
    }
    return to;
  };
  std::string lines;
  for (const claims::Diagnostic& problem : answer.problems) {
    const std::string_view level =
        problem.severity == claims::Severity::note ? "notice" : to_string(problem.severity);
    lines += "::" + std::string(level) + " file=" + escaped(problem.file, true);
    if (problem.place.line > 0) {
      lines += ",line=" + std::to_string(problem.place.line) +
               ",col=" + std::to_string(problem.place.column);
    }
    std::string message = problem.sentence;
    if (!problem.hint.empty()) message += " (" + problem.hint + ")";
    lines += ",title=" + escaped(problem.rule, true) + "::" + escaped(message, false) + "\n";
  }
  return lines;
}

std::string json(const CheckAnswer& answer) {
  Json object = head_json("aver.check/1", answer.head);
  object["records"] = answer.records;
  object["uncommitted"] = answer.local;
  object["known"] = answer.known;
  object["problems"] = diagnostics_json(answer.problems);
  return printed(object);
}

std::string json(const PositionsAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.positions/1", answer.head);
  object["claims"] = Json::array();
  for (const claims::ClaimFolder& folder : answer.folders) {
    object["claims"].push_back(
        {{"id", folder.id}, {"text", folder.claim ? Json(folder.claim->text) : Json()}});
  }
  object["holders"] = Json::array();
  for (const PositionsAnswer::Row& row : answer.rows) {
    Json cells = Json::array();
    for (const std::optional<claims::Position>& position : row.cells) {
      cells.push_back(position ? position_json(*position, words) : Json());
    }
    object["holders"].push_back({{"holder", row.holder}, {"positions", cells}});
  }
  return printed(object);
}

std::string json(const FlipsAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.flips/1", answer.head);
  object["flips"] = Json::array();
  for (const Flip& flip : answer.flips) {
    object["flips"].push_back(
        {{"when", to_string(flip.step.when)},
         {"claim", flip.claim},
         {"claim_text", or_null(flip.claim_text)},
         {"holder", flip.holder},
         {"change", std::string(to_string(flip.step.change))},
         {"before", flip.step.before == nullptr ? Json() : stance_json(*flip.step.before, words)},
         {"after", flip.step.after == nullptr ? Json() : stance_json(*flip.step.after, words)}});
  }
  object["contradictions"] = Json::array();
  for (const PairOfStances& pair : answer.contradictions) {
    object["contradictions"].push_back(
        {{"a", stance_json(pair.a, words)}, {"b", stance_json(pair.b, words)}});
  }
  return printed(object);
}

std::string json(const DueAnswer& answer) {
  Json object = head_json("aver.due/1", answer.head);
  object["days"] = answer.days;
  object["due"] = Json::array();
  for (const Due& due : answer.due) {
    object["due"].push_back({{"since", to_string(due.since)},
                             {"why", due.why},
                             {"claim", due.claim},
                             {"holder", or_null(due.holder)},
                             {"what", due.what},
                             {"near", due.near},
                             {"command", due.command}});
  }
  return printed(object);
}

std::string json(const BlameAnswer& answer) {
  Json object = head_json("aver.blame/1", answer.head);
  object["record"] = answer.title;
  object["records"] = Json::array();
  for (const BlamedRecord& record : answer.records) {
    Json values = Json::array();
    for (const BlamedLine& line : record.lines) {
      values.push_back({{"key", line.key},
                        {"value", line.value},
                        {"commit", or_null(line.commit)},
                        {"time", line.time},
                        {"author", or_null(line.author)}});
    }
    object["records"].push_back({{"path", record.record},
                                 {"evidence", or_null(record.evidence)},
                                 {"approved_by", list(record.approved_by)},
                                 {"values", std::move(values)}});
  }
  return printed(object);
}

std::string json_object(const std::vector<std::string>& keys,
                        const std::vector<std::string>& values) {
  Json object = Json::object();
  for (std::size_t i = 0; i < keys.size(); ++i) object[keys[i]] = or_null(values[i]);
  return safe_json(object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string json_of_nothing(const char* schema, const Head& head) {
  return printed(head_json(schema, head));
}

std::string json(const SearchAnswer& answer) {
  const auto passage = [](const store::Passage& one) {
    if (one.text.empty()) return Json();
    Json found = Json::array();
    for (const auto& [begin, end] : one.found) found.push_back(one.text.substr(begin, end - begin));
    return Json{{"text", one.text}, {"found", std::move(found)}};
  };
  Json object = head_json("aver.search/1", answer.head);
  object["total"] = answer.result.total;
  object["offset"] = answer.offset;
  object["hits"] = Json::array();
  for (const store::SearchHit& hit : answer.result.hits) {
    object["hits"].push_back({{"kind", to_string(hit.kind)},
                              {"id", hit.id},
                              {"path", hit.path},
                              {"capture", hit.capture},
                              {"title", passage(hit.title)},
                              {"passage", passage(hit.passage)}});
  }
  return printed(object);
}

namespace {

Json time_json(std::int64_t seconds) { return seconds == 0 ? Json() : Json(local_time(seconds)); }

Json summary_json(const ProposalSummary& summary) {
  return {{"name", summary.name},
          {"remote", or_null(summary.remote)},
          {"into", summary.into},
          {"state", summary.state},
          {"authors", list(summary.authors)},
          {"opened", time_json(summary.opened)},
          {"updated", time_json(summary.updated)},
          {"files", summary.files},
          {"errors", summary.errors},
          {"warnings", summary.warnings},
          {"approvals", summary.approvals},
          {"approvals_needed", summary.needed},
          {"approved_by", list(summary.approved_by)},
          {"requested_by", list(summary.requested_by)},
          {"merges", or_null(summary.merges)},
          {"problem", or_null(summary.problem)}};
}

Json review_json(const claims::Review& review) {
  Json on = Json::array();
  for (const claims::Reviewed& one : review.on) {
    on.push_back({{"record", one.record}, {"blob", one.blob}});
  }
  return {{"id", review.id},
          {"by", review.by},
          {"verdict", review.verdict},
          {"at", or_null(review.at)},
          {"body", or_null(review.body)},
          {"on", on}};
}

}  // namespace

std::string json(const ProposalListAnswer& answer) {
  Json object = {{"schema", "aver.proposals/1"}, {"into", answer.into}};
  object["proposals"] = Json::array();
  for (const ProposalSummary& one : answer.proposals) {
    object["proposals"].push_back(summary_json(one));
  }
  return printed(object);
}

std::string json(const ProposalAnswer& answer, const claims::Vocabulary& words) {
  Json object = {{"schema", "aver.proposal/1"}, {"proposal", summary_json(answer.summary)}};
  object["round"] = answer.round;
  object["since_round"] = answer.since_round == 0 ? Json() : Json(answer.since_round);
  object["changed_since_review"] = list(answer.changed_since);
  object["diff"] = diff_json(answer.diff, words);
  object["problems"] = diagnostics_json(answer.problems);
  object["quotes"] = Json::array();
  for (const ProposalAnswer::Quoted& quoted : answer.quotes) {
    object["quotes"].push_back({{"stance", quoted.stance.id()},
                                {"quote", quoted.stance.quote},
                                {"source", or_null(quoted.stance.source)},
                                {"level", std::string(to_string(quoted.verdict.match.level))},
                                {"before", quoted.before},
                                {"words", quoted.words},
                                {"after", quoted.after}});
  }
  object["files"] = Json::array();
  for (const claims::FileVerdict& file : answer.verdict.files) {
    Json requests = Json::array();
    for (const claims::FileVerdict::Request& request : file.requests) {
      requests.push_back({{"by", request.by}, {"changed_since", request.changed_since}});
    }
    object["files"].push_back({{"path", file.path},
                               {"approvals_needed", file.needed},
                               {"approved_by", list(file.approved_by)},
                               {"requests", requests},
                               {"missing", list(file.missing)}});
  }
  object["remarks"] = list(answer.verdict.remarks);
  object["reviews"] = Json::array();
  for (const ProposalAnswer::Said& said : answer.reviews) {
    Json one = review_json(said.review);
    one["changed_since"] = said.changed_since;
    object["reviews"].push_back(std::move(one));
  }
  object["patch"] = or_null(answer.patch);
  return printed(object);
}

}  // namespace aver::cli
