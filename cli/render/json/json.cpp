// SPDX-License-Identifier: MIT
//
// One function an answer: which keys it has, in which order. The parts that several answers share
// are in json_values.cpp.
#include "cli/render/json/json.h"

#include "cli/render/json/json_values.h"
#include "cli/render/json/json_writer.h"

namespace aver::cli {
namespace {

void write_members(JsonWriter& to, const claims::Step& step, const claims::Vocabulary& words) {
  const claims::Stance* entered = step.entered();
  write_days(to, "when", step.when);
  to.member_text("change", to_string(step.change));
  to.member_flag("certain", step.change != claims::Change::undecided);
  to.list("by_way_of", step.by_way_of, [&](std::string_view word) { to.text(word); });
  write_possible(to, "before", step.before);
  write_possible(to, "after", step.after);
  to.key("stance");
  write_stance_or_null(to, entered, words);
  write_further(to, "further", step.after, entered, words);
}

}  // namespace

std::string json(const ClaimAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.show/2", answer.head);
  object["kind"] = "claim";
  object["claim"] = answer.folder.claim ? claim_json(*answer.folder.claim) : Json();
  object["positions"] = positions_json(answer.positions, words);
  object["no_record"] = list(answer.no_record);
  object["quotes"] = quotes_json(answer.quotes);
  object["approved_by"] = Json::object();
  for (const auto& [stance, who] : answer.approved_by) object["approved_by"][stance] = list(who);
  object["deadlines"] = Json::array();
  for (const claims::LineDeadline& line : answer.deadlines)
    object["deadlines"].push_back(deadline_json(line));
  object["reliability"] = reliability_json(answer.reliability);
  object["since"] = since_json(answer.since);
  return printed(object);
}

std::string json(const ActorAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.show/2", answer.head);
  object["kind"] = "actor";
  object["actor"] = actor_json(answer.actor);
  object["positions"] = positions_json(answer.positions, words);
  object["speaks"] = Json::array();
  object["reports"] = Json::array();
  for (const ActorAnswer::Said& one : answer.said) {
    object[one.how == claims::Voice::speaks ? "speaks" : "reports"].push_back(
        {{"standing", one.standing}, {"stance", stance_json(one.stance, words)}});
  }
  object["since"] = since_json(answer.since);
  return printed(object);
}

std::string json(const SourceAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.show/2", answer.head);
  object["kind"] = "source";
  object["source"] = source_json(answer.source);
  object["capture_bytes"] = answer.capture_size ? Json(*answer.capture_size) : Json();
  object["capture_sound"] = answer.capture_size ? Json(answer.capture_sound) : Json();
  object["stances"] = Json::array();
  for (const claims::Stance& stance : answer.stances) {
    object["stances"].push_back(stance_json(stance, words));
  }
  object["quotes"] = quotes_json(answer.quotes);
  object["since"] = since_json(answer.since);
  return printed(object);
}

std::string json(const StanceAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.show/2", answer.head);
  object["kind"] = "stance";
  object["claim_text"] = or_null(answer.claim_text);
  const auto title = answer.source_titles.find(answer.stance.source);
  object["source_title"] = title == answer.source_titles.end() ? Json() : Json(title->second);
  object["reliability"] = reliability_json(answer.reliability);
  object["overruled_why"] = or_null(answer.overruled_why);
  object["overruled_by"] = answer.overruled_by ? Json(*answer.overruled_by) : Json();
  object["last_looked"] = or_null(answer.last_looked);
  object["stance"] = stance_json(answer.stance, words);
  object["quotes"] = quotes_json(answer.quotes);
  object["approved_by"] = list(answer.approved_by);
  object["since"] = since_json(answer.since);
  return printed(object);
}

namespace {

void add_left_out(Json& object, const LeftOut& left_out) {
  object["others_that_fit"] = left_out.others;
  object["set_aside_that_fit"] = left_out.set_aside;
}

}  // namespace

std::string json(const ListAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.list/2", answer.head);
  object["claims"] = Json::array();
  for (const ListedClaim& listed : answer.claims) {
    Json claim = claim_json(listed.claim);
    claim["stances"] = listed.stances;
    claim["positions"] = Json::array();
    for (const claims::Position& position : listed.positions) {
      Json one = {{"holder", std::string(position.holder)}};
      one.update(position_json(position, words));
      claim["positions"].push_back(std::move(one));
    }
    object["claims"].push_back(std::move(claim));
  }
  add_left_out(object, answer.left_out);
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

void json(const HistoryAnswer& answer, const claims::Vocabulary& words, const JsonPieces& take) {
  JsonWriter to(take);
  to.object([&] {
    to.members(head_json("aver.history/2", answer.head));
    to.member_text("of", answer.of_query ? "query" : answer.of_claim ? "claim" : "holder");
    to.member_text("id", answer.title);
    to.member_or_null("text", answer.subtitle);
    to.list("lines", answer.lines, [&](const TimeLine& line) {
      to.object([&] {
        to.member_text("claim", line.claim);
        to.member_or_null("claim_text", line.claim_text);
        to.member_text("holder", line.holder);
        to.member_or_null("scale", line.scale);
        to.list("steps", line.steps, [&](const claims::Step& step) {
          to.object([&] { write_members(to, step, words); });
        });
        to.member("last_checked", or_null(line.last_checked));
        to.member("deadline", or_null(line.deadline));
        to.member("outcome", line.outcome ? deadline_json(*line.outcome) : Json());
        to.member("never_in_force", list(line.never_in_force));
        std::vector<std::string> overruled;
        for (const Overruled& one : line.overruled) overruled.push_back(one.text());
        to.member("overruled", list(overruled));
      });
    });
    to.member("reliability", reliability_json(answer.reliability));
  });
  to.finish();
}

std::string json(const PositionsAnswer& answer, const claims::Vocabulary& words) {
  Json object = head_json("aver.positions/2", answer.head);
  object["claims"] = Json::array();
  for (const claims::ClaimFolder& folder : answer.folders) {
    object["claims"].push_back(
        {{"id", folder.id}, {"text", folder.claim ? Json(folder.claim->text) : Json()}});
  }
  object["holders"] = Json::array();
  for (const PositionsAnswer::Row& row : answer.rows) {
    Json cells = Json::array();
    for (const std::vector<claims::Position>& positions : row.cells) {
      Json lines = Json::array();
      for (const claims::Position& position : positions)
        lines.push_back(position_json(position, words));
      cells.push_back(std::move(lines));
    }
    object["holders"].push_back({{"holder", row.holder}, {"positions", cells}});
  }
  add_left_out(object, answer.left_out);
  return printed(object);
}

void json(const FlipsAnswer& answer, const claims::Vocabulary& words, const JsonPieces& take) {
  JsonWriter to(take);
  const auto write_flips = [&](const char* key, const std::vector<Flip>& flips) {
    to.list(key, flips, [&](const Flip& flip) {
      to.object([&] {
        to.member_text("claim", flip.claim);
        to.member_or_null("claim_text", flip.claim_text);
        to.member_text("holder", flip.holder);
        to.member_or_null("scale", flip.scale);
        write_members(to, flip.step, words);
        // Who has moved is told with the evidence of both sides.
        write_further(to, "left", flip.step.before, nullptr, words);
      });
    });
  };
  to.object([&] {
    to.members(head_json("aver.flips/2", answer.head));
    write_flips("flips", answer.flips);
    write_flips("uncertain", answer.uncertain);
    to.list("contradictions", answer.contradictions, [&](const PairOfStances& pair) {
      to.object([&] {
        to.key("a");
        write_stance(to, pair.a, words);
        to.key("b");
        write_stance(to, pair.b, words);
      });
    });
  });
  to.finish();
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
    if (!one.time.empty()) object["quotations"].back()["time"] = one.time;
  }
  return printed(object);
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
    if (answer.head.without) object["hits"].back()["falls"] = answer.fallen.contains(hit.id);
  }
  return printed(object);
}

}  // namespace aver::cli
