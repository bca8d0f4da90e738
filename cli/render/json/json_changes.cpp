// SPDX-License-Identifier: MIT
//
// Answers about what was changed, when and by whom, as JSON.
#include "cli/render/json/json.h"
#include "cli/render/json/json_values.h"

namespace aver::cli {

std::string json(const BeliefsAnswer& answer, const claims::Vocabulary& words) {
  const auto recorded = [](const BeliefsAnswer::Recorded& by) {
    return Json{{"commit", by.commit}, {"author", by.author}, {"email", by.email}, {"time", by.at}};
  };
  Json object = head_json("aver.beliefs/1", answer.head);
  object["of"] = answer.of_claim ? "claim" : "holder";
  object["id"] = answer.title;
  object["text"] = or_null(answer.subtitle);
  object["lines"] = Json::array();
  for (const BeliefsAnswer::Line& line : answer.lines) {
    Json beliefs = Json::array();
    for (const BeliefsAnswer::Change& change : line.changes) {
      const claims::BeliefChange& belief = change.belief;
      Json due_to = Json::array();
      for (const claims::Stance* stance : belief.due_to) due_to.push_back(stance->id());
      beliefs.push_back(
          {{"known_on", change.known_on ? Json(claims::to_string(*change.known_on)) : Json()},
           {"known", recorded(change.known)},
           {"recorded", recorded(change.recorded)},
           {"merged", change.merged()},
           {"record", belief.cause ? std::string(to_string(*belief.cause)) : "vocabulary"},
           {"reason", or_null(belief.reason)},
           {"due_to", std::move(due_to)},
           {"position", belief.position ? position_json(*belief.position, words) : Json()}});
    }
    object["lines"].push_back({{"claim", line.claim},
                               {"claim_text", or_null(line.claim_text)},
                               {"holder", line.holder},
                               {"scale", or_null(line.scale)},
                               {"beliefs", std::move(beliefs)}});
  }
  object["reliability"] = reliability_json(answer.reliability);
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

// What one side of a diff shows of a line.
Json shown_json(const claims::Shown& s, const claims::Vocabulary& words) {
  Json possible = Json::array();
  Json further = Json::array();
  for (const claims::Shown::One& one : s.possible) {
    Json stances = Json::array();
    for (const claims::Stance& stance : one.stances) stances.push_back(stance_json(stance, words));
    possible.push_back(
        {{"position", or_null(one.word)}, {"lapsed", one.lapsed}, {"stances", std::move(stances)}});
  }
  const claims::Stance* stance = s.stance();
  return Json{{"certain", s.certain()},
              {"position", s.certain() ? or_null(s.possible.front().word) : Json()},
              {"lapsed", s.certain() ? Json(s.possible.front().lapsed) : Json()},
              {"held", stance != nullptr ? Json(to_string(stance->held)) : Json()},
              {"since", s.no_record() ? Json() : days_json(s.since)},
              {"stance", stance != nullptr ? stance_json(*stance, words) : Json()},
              {"possible", std::move(possible)},
              {"further", std::move(further)}};
}

}  // namespace

Json diff_json(const DiffAnswer& answer, const claims::Vocabulary& words) {
  const auto side = [](const DiffSide& s) {
    Json object = {
        {"name", s.name}, {"on", claims::to_string(s.day)}, {"revision", or_null(s.revision)}};
    if (s.without) object["without"] = without_json(s.without());
    return object;
  };
  const auto shown = [&](const claims::Shown& s) { return shown_json(s, words); };
  const auto edits = [](const std::vector<claims::EditedKey>& keys) {
    Json array = Json::array();
    for (const claims::EditedKey& one : keys) {
      array.push_back(
          {{"key", one.key}, {"before", or_null(one.before)}, {"after", or_null(one.after)}});
    }
    return array;
  };
  Json object = {
      {"schema", "aver.diff/2"}, {"before", side(answer.before)}, {"after", side(answer.after)}};
  object["claims"] = Json::array();
  for (const claims::ClaimDiff& claim : answer.claims) {
    constexpr const char* kPresence[] = {"kept", "added", "removed"};
    Json pairs = Json::array();
    for (const claims::PairDiff& pair : claim.pairs) {
      pairs.push_back(
          {{"holder", pair.holder},
           {"scale", or_null(pair.scale)},
           {"before", shown(pair.before)},
           {"between", pair.between ? shown(*pair.between) : Json()},
           {"after", shown(pair.after)},
           {"record", pair.record ? Json(std::string(to_string(*pair.record))) : Json()},
           {"reason", or_null(pair.reason)},
           {"change", pair.change ? Json(std::string(to_string(*pair.change))) : Json()},
           {"by_way_of", list(pair.by_way_of)},
           {"passed", pair.passed}});
    }
    Json also = Json::array();
    for (const claims::AlsoRecorded& one : claim.also) {
      Json governs = Json::array();
      for (const claims::AlsoRecorded::Governed& days : one.governs) {
        governs.push_back({{"from", claims::to_string(days.first)},
                           {"to", days.last ? Json(claims::to_string(*days.last)) : Json()}});
      }
      also.push_back({{"holder", one.holder},
                      {"scale", or_null(one.scale)},
                      {"record", std::string(to_string(one.cause))},
                      {"reason", or_null(one.reason)},
                      {"stance", stance_json(one.stance, words)},
                      {"was", one.was ? stance_json(*one.was, words) : Json()},
                      {"governs", std::move(governs)}});
    }
    object["claims"].push_back(
        {{"id", claim.id},
         {"presence", kPresence[static_cast<int>(claim.presence)]},
         {"text", or_null(claim.text)},
         {"text_before", claim.text_before ? Json(*claim.text_before) : Json()},
         {"edited", list(claim.edited_keys)},
         {"edits", edits(claim.edits)},
         {"in_force", claim.in_force},
         {"positions", pairs},
         {"also_recorded", also}});
  }
  object["others"] = Json::array();
  for (const auto& [path, what] : answer.others) {
    object["others"].push_back({{"path", path}, {"what", what}});
  }
  object["edited"] = Json::array();
  for (const DiffAnswer::Edited& one : answer.edited) {
    Json lines = Json::array();
    for (const DiffAnswer::Edited::Line& line : one.lines) {
      lines.push_back(
          {{"claim", line.claim}, {"holder", line.holder}, {"scale", or_null(line.scale)}});
    }
    object["edited"].push_back({{"path", one.path},
                                {"keys", edits(one.keys)},
                                {"stances", one.stances},
                                {"lines", std::move(lines)}});
  }
  return object;
}

std::string json(const DiffAnswer& answer, const claims::Vocabulary& words) {
  return printed(diff_json(answer, words));
}

std::string json(const ImpactAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.impact/1", answer.head);
  object["of"] = {{"kind", std::string(claims::to_string(answer.on.kind))},
                  {"id", answer.on.id},
                  {"title", or_null(answer.title)}};
  object["lines"] = Json::array();
  object["other_days"] = Json::array();
  for (const claims::ClaimDiff& claim : answer.claims) {
    for (const claims::PairDiff& pair : claim.pairs) {
      object["lines"].push_back({{"claim", claim.id},
                                 {"holder", pair.holder},
                                 {"scale", or_null(pair.scale)},
                                 {"before", shown_json(pair.before, words)},
                                 {"instead", shown_json(pair.after, words)}});
    }
    for (const claims::AlsoRecorded& one : claim.also)
      object["other_days"].push_back(stance_json(one.stance, words));
  }
  object["records"] = list(answer.records);
  object["checks"] = list(answer.checks);
  object["stay_aside"] = list(answer.stay_aside);
  object["stand"] = Json::array();
  for (const claims::Stance& stance : answer.stand)
    object["stand"].push_back(stance_json(stance, words));
  object["editions"] = Json::array();
  for (const auto& [name, count] : answer.editions)
    object["editions"].push_back({{"name", name}, {"records", count}});
  object["command"] = or_null(answer.command);
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
  for (const CaptureDiffAnswer::Lost& lost : answer.lost) {
    object["lost"].push_back({{"stance", lost.stance}, {"quote", lost.quote}});
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

}  // namespace aver::cli
