// SPDX-License-Identifier: MIT
//
// Proposals as JSON.
#include "cli/render/json/json.h"
#include "cli/render/json/json_values.h"
#include "cli/render/json/json_writer.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {

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
          {"withdrawn_by", or_null(summary.withdrawn_by)},
          {"withdrawn_why", or_null(summary.withdrawn_why)},
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
  std::string text;
  JsonWriter to([&](std::string_view piece) { text += piece; });
  to.begin('{');
  to.members(object);
  to.key("diff");
  to.object([&] { write_members(to, answer.diff, words); });
  Json rest = Json::object();
  rest["problems"] = diagnostics_json(answer.problems);
  rest["quotes"] = Json::array();
  for (const ProposalAnswer::Quoted& quoted : answer.quotes) {
    const claims::EvidenceView one = claims::evidence_at(quoted.stance, quoted.evidence);
    rest["quotes"].push_back({{"stance", quoted.stance.id()},
                              {"evidence", quoted.evidence},
                              {"quote", one.quote},
                              {"source", or_null(one.source)},
                              {"level", std::string(to_string(quoted.verdict.match.level))},
                              {"before", quoted.before},
                              {"words", quoted.words},
                              {"after", quoted.after}});
  }
  rest["files"] = Json::array();
  for (const claims::reviews::FileVerdict& file : answer.verdict.files) {
    Json requests = Json::array();
    for (const claims::reviews::Request& request : file.requests) {
      requests.push_back({{"by", request.by}, {"changed_since", request.changed_since}});
    }
    rest["files"].push_back({{"path", file.path},
                             {"approvals_needed", file.needed},
                             {"approved_by", list(file.approved_by())},
                             {"requests", requests},
                             {"missing", list(file.missing)},
                             {"untold", list(file.untold)}});
  }
  std::vector<std::string> remarks;
  for (const claims::reviews::Remark& remark : answer.verdict.remarks)
    remarks.push_back(remark.sentence);
  rest["remarks"] = list(remarks);
  rest["reviews"] = Json::array();
  for (const ProposalAnswer::Said& said : answer.reviews) {
    Json one = review_json(said.review);
    one["changed_since"] = said.changed_since;
    rest["reviews"].push_back(std::move(one));
  }
  rest["patch"] = or_null(answer.patch);
  to.members(rest);
  to.end('}');
  to.finish();
  return text;
}

}  // namespace aver::cli
