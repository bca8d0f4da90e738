// SPDX-License-Identifier: MIT
//
// A step is let through by the words on its contents, whoever brought them, and by whatever kind of
// commit: so a squash or a rebase button is as good as aver review accept.
#include "cli/review/past_policy.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "claims/review/event.h"
#include "cli/check/trailer.h"
#include "cli/review/verdict_lines.h"
#include "store/process.h"

namespace aver::cli {
namespace {

namespace reviews = claims::reviews;
using reviews::ProposedFile;
using store::CommitId;
using store::View;

std::vector<CommitId> first_parents(const store::Store& store, const std::optional<CommitId>& from,
                                    const CommitId& tip) {
  std::vector<std::string> words = {"rev-list", "--first-parent", "--reverse", tip};
  if (from) words.push_back("^" + *from);
  std::istringstream lines(
      store::run_git(std::move(words), {.directory = store.root().string()}).output);
  std::vector<CommitId> line;
  for (std::string id; std::getline(lines, id);) line.push_back(id);
  return line;
}

// The files that the judgement of all of it refuses, and that an acceptance among its commits had
// let through, as it was then: an approval of a folder is void when others have changed it since.
void leave_out_accepted(Session& session, const ReviewEvents& events, Proposal& all) {
  std::set<std::pair<std::string, std::string>> accepted;
  for (const CommitId& id : all.order) {
    const View merge = session.store().view(id);
    const std::string name = trailer_of(merge.message(), "Proposal");
    if (name.empty() || merge.parents().size() != 2 || id == all.place.accepted) continue;
    const Proposal one =
        load_proposal(session, {name, "", merge.parents().back(), false, id}, all.into, &events);
    if (!one.verdict.accepted()) continue;
    for (const ProposedFile& file : one.merged) accepted.emplace(file.path, file.blob);
  }
  std::erase_if(all.verdict.files, [&](const reviews::FileVerdict& file) {
    return accepted.contains({file.path, file.blob});
  });
}

// A step of a branch, or several as one.
Proposal step_of(Session& session, const ReviewEvents& events, const View& before,
                 const View& after) {
  const ProposalPlace place{"", "", after.commit(), false, after.commit()};
  Proposal step = load_range(session, place, "the branch", {before, after, &after}, &events);
  if (!step.verdict.accepted()) leave_out_accepted(session, events, step);
  return step;
}

}  // namespace

bool asks_for_anything(const claims::ReviewPolicy& policy) {
  return policy.approvals > 0 || !policy.topics.empty() || policy.unclear;
}

PolicyAnswer past_policy(Session& session, const std::optional<CommitId>& from, const View& tip) {
  const store::Store& store = session.store();
  ReviewEvents events(session);
  events.judge_with(reviews_here(session, events.files(), tip));
  const std::vector<ToldUnreviewed> told = events.unreviewed(tip);
  PolicyAnswer answer;
  for (const CommitId& id : first_parents(store, from, tip.commit())) {
    const View commit = store.view(id);
    if (commit.parents().empty()) continue;
    const View before = store.view(commit.parents().front());
    ++answer.steps;
    if (!asks_for_anything(before.settings().review)) continue;
    const Proposal step = step_of(session, events, before, commit);
    if (step.verdict.accepted()) continue;
    PastPolicy one;
    one.commit = id;
    one.time = commit.committed_at();
    one.subject = commit.message().substr(0, commit.message().find('\n'));
    one.author = step.tip_author;
    one.missing = missing_lines(step.verdict);
    one.untold = step.verdict.outcome() == reviews::Outcome::untold;
    for (const ToldUnreviewed& word : told) {
      const std::vector<CommitId> steps = first_parents(store, word.from, word.to);
      if (std::find(steps.begin(), steps.end(), id) == steps.end()) continue;
      one.told_by = word.by;
      one.reason = word.reason;
    }
    answer.past.push_back(std::move(one));
  }
  return answer;
}

std::optional<reviews::Verdict> refused_by_policy(Session& session, const View& target,
                                                  const View& tip,
                                                  const std::vector<CommitId>& also) {
  const store::Store& store = session.store();
  std::optional<ReviewEvents> events;
  std::optional<reviews::Verdict> refused;
  for (const CommitId& id : first_parents(store, target.commit(), tip.commit())) {
    const View commit = store.view(id);
    if (commit.parents().empty()) continue;
    const View before = store.view(commit.parents().front());
    if (!asks_for_anything(before.settings().review)) continue;
    if (!events) events.emplace(session, also);
    Proposal step = step_of(session, *events, before, commit);
    if (step.verdict.accepted()) continue;
    if (!refused) refused.emplace();
    for (reviews::FileVerdict& file : step.verdict.files) {
      if (!file.approved()) refused->files.push_back(std::move(file));
    }
    for (reviews::Remark& remark : step.verdict.remarks)
      refused->remarks.push_back(std::move(remark));
  }
  return refused;
}

}  // namespace aver::cli
