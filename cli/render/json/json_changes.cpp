// SPDX-License-Identifier: MIT
//
// Answers about what was changed, when and by whom, as JSON.
#include "cli/render/json/json.h"
#include "cli/render/json/json_values.h"
#include "cli/render/json/json_writer.h"

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

std::string json(const PolicyAnswer& answer) {
  Json object = {{"schema", "aver.policy/1"},
                 {"range", answer.range},
                 {"steps", answer.steps},
                 {"past", Json::array()}};
  for (const PastPolicy& one : answer.past) {
    object["past"].push_back({{"commit", one.commit},
                              {"author", or_null(one.author)},
                              {"time", one.time},
                              {"subject", one.subject},
                              {"missing", list(one.missing)},
                              {"untold", one.untold},
                              {"told_by", or_null(one.told_by)},
                              {"reason", or_null(one.reason)}});
  }
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

// What one side of a diff shows of a line, as a member.
void write_shown(JsonWriter& to, std::string_view name, const claims::Shown& s,
                 const claims::Vocabulary& words) {
  const std::vector<claims::Possible> possible = claims::possible_of(s);
  const claims::Stance* stance = s.stance();
  to.key(name);
  to.object([&] {
    to.member_flag("certain", s.certain());
    to.member_or_null("position", s.certain() ? s.possible.front().word : "");
    to.key("lapsed");
    if (s.certain()) {
      to.flag(s.possible.front().lapsed);
    } else {
      to.null();
    }
    to.member_or_null("held", stance != nullptr ? to_string(stance->held) : "");
    if (s.no_record()) {
      to.member_or_null("since", "");
    } else {
      write_days(to, "since", s.since);
    }
    to.key("stance");
    write_stance_or_null(to, stance, words);
    write_possible(to, "possible", possible);
    write_further(to, "further", possible, stance, words);
  });
}

Json edits_json(const std::vector<claims::EditedKey>& keys) {
  Json array = Json::array();
  for (const claims::EditedKey& one : keys) {
    array.push_back(
        {{"key", one.key}, {"before", or_null(one.before)}, {"after", or_null(one.after)}});
  }
  return array;
}

void write_pair(JsonWriter& to, const claims::PairDiff& pair, const claims::Vocabulary& words) {
  to.member_text("holder", pair.holder);
  to.member_or_null("scale", pair.scale);
  write_shown(to, "before", pair.before, words);
  if (pair.between) {
    write_shown(to, "between", *pair.between, words);
  } else {
    to.member_or_null("between", "");
  }
  write_shown(to, "after", pair.after, words);
  to.member_or_null("record", pair.record ? to_string(*pair.record) : "");
  to.member_or_null("reason", pair.reason);
  to.member_or_null("change", pair.change ? to_string(*pair.change) : "");
  to.list("by_way_of", pair.by_way_of, [&](std::string_view word) { to.text(word); });
  to.key("passed");
  to.number(pair.passed);
}

void write_also(JsonWriter& to, const claims::AlsoRecorded& one, const claims::Vocabulary& words) {
  to.member_text("holder", one.holder);
  to.member_or_null("scale", one.scale);
  to.member_text("record", to_string(one.cause));
  to.member_or_null("reason", one.reason);
  to.key("stance");
  write_stance(to, one.stance, words);
  to.key("was");
  write_stance_or_null(to, one.was ? &*one.was : nullptr, words);
  to.list("governs", one.governs, [&](const claims::AlsoRecorded::Governed& days) {
    to.value({{"from", claims::to_string(days.first)},
              {"to", days.last ? Json(claims::to_string(*days.last)) : Json()}});
  });
}

}  // namespace

void write_members(JsonWriter& to, const DiffAnswer& answer, const claims::Vocabulary& words) {
  const auto side = [](const DiffSide& s) {
    Json object = {
        {"name", s.name}, {"on", claims::to_string(s.day)}, {"revision", or_null(s.revision)}};
    if (s.without) object["without"] = without_json(s.without());
    return object;
  };
  to.member_text("schema", "aver.diff/2");
  to.member("before", side(answer.before));
  to.member("after", side(answer.after));
  to.list("claims", answer.claims, [&](const claims::ClaimDiff& claim) {
    constexpr const char* kPresence[] = {"kept", "added", "removed"};
    to.object([&] {
      to.member_text("id", claim.id);
      to.member_text("presence", kPresence[static_cast<int>(claim.presence)]);
      to.member_or_null("text", claim.text);
      to.member("text_before", claim.text_before ? Json(*claim.text_before) : Json());
      to.member("edited", list(claim.edited_keys));
      to.member("edits", edits_json(claim.edits));
      to.member("in_force", claim.in_force);
      to.list("positions", claim.pairs, [&](const claims::PairDiff& pair) {
        to.object([&] { write_pair(to, pair, words); });
      });
      to.list("also_recorded", claim.also, [&](const claims::AlsoRecorded& one) {
        to.object([&] { write_also(to, one, words); });
      });
    });
  });
  to.list("others", answer.others, [&](const auto& other) {
    to.value({{"path", other.first}, {"what", other.second}});
  });
  to.list("edited", answer.edited, [&](const DiffAnswer::Edited& one) {
    Json lines = Json::array();
    for (const DiffAnswer::Edited::Line& line : one.lines) {
      lines.push_back(
          {{"claim", line.claim}, {"holder", line.holder}, {"scale", or_null(line.scale)}});
    }
    to.value({{"path", one.path},
              {"keys", edits_json(one.keys)},
              {"stances", one.stances},
              {"lines", std::move(lines)}});
  });
}

void json(const DiffAnswer& answer, const claims::Vocabulary& words, const JsonPieces& take) {
  JsonWriter to(take);
  to.object([&] { write_members(to, answer, words); });
  to.finish();
}

std::string json(const ImpactAnswer& answer, const claims::Vocabulary& words) {
  std::string text;
  JsonWriter to([&](std::string_view piece) { text += piece; });
  const auto write_one = [&](const claims::Stance& stance) { write_stance(to, stance, words); };
  to.object([&] {
    to.members(head_json("aver.impact/1", answer.head));
    to.member("of", {{"kind", std::string(claims::to_string(answer.on.kind))},
                     {"id", answer.on.id},
                     {"title", or_null(answer.title)}});
    to.list("lines", answer.claims, [&](const claims::ClaimDiff& claim) {
      for (const claims::PairDiff& pair : claim.pairs) {
        to.object([&] {
          to.member_text("claim", claim.id);
          to.member_text("holder", pair.holder);
          to.member_or_null("scale", pair.scale);
          write_shown(to, "before", pair.before, words);
          write_shown(to, "instead", pair.after, words);
        });
      }
    });
    to.list("other_days", answer.claims, [&](const claims::ClaimDiff& claim) {
      for (const claims::AlsoRecorded& one : claim.also) write_one(one.stance);
    });
    to.member("records", list(answer.records));
    to.member("checks", list(answer.checks));
    to.member("stay_aside", list(answer.stay_aside));
    to.list("stand", answer.stand, write_one);
    Json editions = Json::array();
    for (const auto& [name, count] : answer.editions)
      editions.push_back({{"name", name}, {"records", count}});
    to.member("editions", editions);
    to.member_or_null("command", answer.command);
  });
  to.finish();
  return text;
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
  object["links"] = list(status.links);
  object["drafts"] = list(answer.drafts);
  return printed(object);
}

void json(const BlameAnswer& answer, const JsonPieces& take) {
  JsonWriter to(take);
  const auto write_value = [&](const BlamedLine& line) {
    to.object([&] {
      to.member_text("key", line.key);
      to.member_text("value", line.value);
      to.member_or_null("commit", line.commit);
      to.member("time", line.time);
      to.member_or_null("author", line.author);
    });
  };
  to.object([&] {
    to.members(head_json("aver.blame/1", answer.head));
    to.member_text("record", answer.title);
    to.list("records", answer.records, [&](const BlamedRecord& record) {
      to.object([&] {
        to.member_text("path", record.record);
        to.member_or_null("evidence", record.evidence);
        to.member("approved_by", list(record.approved_by));
        to.list("values", record.lines, write_value);
      });
    });
  });
  to.finish();
}

}  // namespace aver::cli
