// SPDX-License-Identifier: MIT
//
// A step is let through by the words on its contents, whoever brought them, and by whatever kind of
// commit: so a squash or a rebase button is as good as aver review accept.
#include "cli/review/past_policy.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "claims/text/lines.h"
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
  const store::RunResult walked =
      store::run_git(std::move(words), {.directory = store.root().string()});
  // No commit would be no step past the policy.
  if (!walked.ok()) {
    throw store::StoreError(store::Fault::corrupt, "git could not walk the history",
                            {claims::first_line(walked.errors)});
  }
  std::istringstream lines(walked.output);
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

// Calls `visit` with each step of the line of first parents that was not let through, oldest first.
// Returns how many steps there are.
template <class Visit>
std::size_t each_refused_step(Session& session, const ReviewEvents& events,
                              const std::optional<CommitId>& from, const View& tip,
                              const Visit& visit) {
  const store::Store& store = session.store();
  std::size_t steps = 0;
  for (const CommitId& id : first_parents(store, from, tip.commit())) {
    const View commit = store.view(id);
    if (commit.parents().empty()) continue;
    const View before = store.view(commit.parents().front());
    ++steps;
    if (!asks_for_anything(before.settings().review)) continue;
    const ProposalPlace place{"", "", id, false, id};
    Proposal step = load_range(session, place, "the branch", {before, commit, &commit}, &events);
    if (!step.verdict.accepted()) leave_out_accepted(session, events, step);
    if (!step.verdict.accepted()) visit(commit, step);
  }
  return steps;
}

// Whose word says of which steps that they go to the branch without a review.
std::map<CommitId, ToldUnreviewed> told_of(const store::Store& store,
                                           const std::vector<ToldUnreviewed>& words) {
  std::map<CommitId, ToldUnreviewed> told;
  for (const ToldUnreviewed& word : words) {
    try {
      for (const CommitId& id : first_parents(store, word.from, word.to)) told[id] = word;
    } catch (const store::StoreError&) {
      // It names commits that are not here, and so none of these steps.
    }
  }
  return told;
}

}  // namespace

bool asks_for_anything(const claims::ReviewPolicy& policy) {
  return policy.approvals > 0 || !policy.topics.empty() || policy.unclear;
}

PolicyAnswer past_policy(Session& session, const std::optional<CommitId>& from, const View& tip) {
  ReviewEvents events(session);
  events.judge_with(reviews_here(session, events.files(), tip));
  const std::map<CommitId, ToldUnreviewed> told = told_of(session.store(), events.unreviewed(tip));
  PolicyAnswer answer;
  const auto add = [&](const View& commit, const Proposal& step) {
    PastPolicy& one = answer.past.emplace_back();
    one.commit = commit.commit();
    one.time = commit.committed_at();
    one.subject = commit.message().substr(0, commit.message().find('\n'));
    one.author = step.tip_author;
    one.missing = missing_lines(step.verdict);
    one.untold = step.verdict.outcome() == reviews::Outcome::untold;
    if (const auto word = told.find(one.commit); word != told.end()) {
      one.told_by = word->second.by;
      one.reason = word->second.reason;
    }
  };
  answer.steps = each_refused_step(session, events, from, tip, add);
  return answer;
}

std::optional<reviews::Verdict> refused_by_policy(Session& session, const View& target,
                                                  const View& tip,
                                                  const std::vector<CommitId>& also) {
  std::optional<reviews::Verdict> refused;
  const auto add = [&](const View&, Proposal& step) {
    if (!refused) refused.emplace();
    for (reviews::FileVerdict& file : step.verdict.files) {
      if (!file.approved()) refused->files.push_back(std::move(file));
    }
    for (reviews::Remark& remark : step.verdict.remarks)
      refused->remarks.push_back(std::move(remark));
  };
  each_refused_step(session, ReviewEvents(session, also), target.commit(), tip, add);
  return refused;
}

}  // namespace aver::cli
