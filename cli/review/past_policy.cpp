// SPDX-License-Identifier: MIT
//
// A step is let through by the words on its contents, whoever brought them, and by whatever kind of
// commit: so a squash or a rebase button is as good as aver review accept.
#include "cli/review/past_policy.h"

#include <algorithm>
#include <sstream>

#include "claims/review/event.h"
#include "cli/review/verdict_lines.h"
#include "store/process.h"

namespace aver::cli {
namespace {

namespace reviews = claims::reviews;
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

}  // namespace

bool asks_for_anything(const claims::ReviewPolicy& policy) {
  return policy.approvals > 0 || !policy.topics.empty();
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
    const Proposal step = load_range(session, ProposalPlace{"", "", id, false, id}, "the branch",
                                     {before, commit, &commit}, &events);
    if (step.verdict.accepted()) continue;
    PastPolicy one;
    one.commit = id;
    one.time = commit.committed_at();
    one.subject = commit.message().substr(0, commit.message().find('\n'));
    one.author = step.author_of_tip();
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
  if (!asks_for_anything(target.settings().review)) return std::nullopt;
  const ReviewEvents events(session, also);
  Proposal pushed = load_range(session, ProposalPlace{"", "", tip.commit(), false, tip.commit()},
                               "the branch", {target, tip, &tip}, &events);
  if (pushed.verdict.accepted()) return std::nullopt;
  return std::move(pushed.verdict);
}

}  // namespace aver::cli
