// SPDX-License-Identifier: MIT
//
// Counts over one loaded proposal; the only cost is the check of its files.
#include "cli/review/proposal_summary.h"

#include <algorithm>
#include <set>

#include "cli/check/checker.h"
#include "cli/check/judge.h"
#include "cli/share/taken_back.h"
#include "store/branches.h"

namespace aver::cli {
namespace {

using store::StoreError;

Ending ending_of(Session& session, const Proposal& proposal) {
  if (!proposal.place.accepted.empty()) return Ending::accepted;
  if (proposal.place.withdrawn) return Ending::withdrawn;
  if (!proposal.commits.empty() || proposal.base.commit() != proposal.tip.commit()) {
    return was_squashed(session, proposal.target.commit(), proposal.tip.commit()) ? Ending::accepted
                                                                                  : Ending::none;
  }
  return was_merged(session, proposal.target.commit(), proposal.tip.commit()) ? Ending::accepted
                                                                              : Ending::empty;
}

// Whether what an accepted proposal brought is gone from the branch again.
bool was_taken_back(Session& session, const Proposal& proposal) {
  const store::View into = session.store().view(proposal.into);
  return store::Branches(session.store()).is_ancestor(proposal.place.tip, into.commit()) &&
         taken_back(session.store(), into, session.store().view(proposal.place.tip));
}

std::string merge_of(const Proposal& proposal) {
  const store::Merge& merge = proposal.merge;
  if (merge.kind == store::Merge::Kind::nothing) return "already";
  if (merge.kind == store::Merge::Kind::forward) return "cleanly";
  return merge.clean() ? "cleanly" : "conflicts";
}

// Who withdrew it, and why, as far as it is said.
void add_withdrawal(const Proposal& proposal, ProposalSummary& summary) {
  if (!proposal.place.withdrawn) return;
  const EventsToJudge& events = proposal.events;
  for (const std::size_t at : events.known.order()) {
    const claims::reviews::GivenEvent& one = events.known.events()[at];
    if (one.event.kind != claims::reviews::Kind::withdraw) continue;
    summary.withdrawn_by = one.event.by;
    summary.withdrawn_why = one.event.reason;
  }
}

}  // namespace

std::string state_of(Ending ending, const claims::reviews::Verdict& verdict,
                     std::size_t approvals) {
  switch (ending) {
    case Ending::accepted:
      return "accepted";
    case Ending::withdrawn:
      return "withdrawn";
    case Ending::empty:
      return "empty";
    case Ending::none:
      break;
  }
  if (verdict.outcome() == claims::reviews::Outcome::untold) return "cannot tell";
  if (verdict.changes_requested()) return "changes requested";
  if (!verdict.accepted()) return "needs approval";
  return approvals > 0 ? "approved" : "open";
}

void add_verdict(const claims::reviews::Verdict& verdict, ProposalSummary& summary) {
  std::set<std::string> approved;
  std::set<std::string> requested;
  bool first = true;
  for (const claims::reviews::FileVerdict& file : verdict.files) {
    summary.needed = std::max(summary.needed, static_cast<std::size_t>(file.needed));
    summary.approvals =
        first ? file.approvals.size() : std::min(summary.approvals, file.approvals.size());
    first = false;
    for (const claims::reviews::CountedWord& word : file.approvals) approved.insert(word.by);
    for (const claims::reviews::Request& request : file.requests) requested.insert(request.by);
  }
  summary.approved_by.assign(approved.begin(), approved.end());
  summary.requested_by.assign(requested.begin(), requested.end());
}

claims::Diagnostics problems_of(Session& session, const Proposal& proposal) {
  CheckAnswer answer;
  if (proposal.place.accepted.empty()) {
    check_joined(session, {proposal.target, proposal.base, proposal.tip, proposal.merge}, answer);
  } else {
    Checker(session, proposal.tip).since(proposal.base, answer);
  }
  std::erase_if(answer.problems, [](const claims::Diagnostic& problem) {
    // The line of first parents goes on from the base: stamps of a proposal have no say.
    return problem.severity == claims::Severity::note ||
           problem.rule == claims::Rule::recorded_clock;
  });
  return std::move(answer.problems);
}

ProposalSummary summary_of(Session& session, const Proposal& proposal,
                           const claims::Diagnostics& problems) {
  ProposalSummary summary;
  summary.name = proposal.place.name;
  summary.remote = proposal.place.remote;
  summary.into = proposal.into;
  summary.authors = proposal.authors();
  if (!proposal.commits.empty()) {
    summary.opened = proposal.commits.front().authored_at;
    summary.updated = proposal.commits.back().authored_at;
  } else {
    summary.opened = summary.updated = proposal.tip.committed_at();
  }
  summary.files = proposal.files.size();
  for (const claims::Diagnostic& problem : problems) {
    ++(problem.severity == claims::Severity::error ? summary.errors : summary.warnings);
  }
  add_verdict(proposal.verdict, summary);
  if (proposal.place.accepted.empty()) summary.merges = merge_of(proposal);
  const Ending ending = ending_of(session, proposal);
  summary.state = state_of(ending, proposal.verdict, summary.approvals);
  add_withdrawal(proposal, summary);
  if (ending == Ending::accepted && was_taken_back(session, proposal)) summary.state = "taken back";
  return summary;
}

ProposalSummary summary_of(Session& session, const ProposalPlace& place, const std::string& into,
                           const ReviewEvents& events) {
  try {
    const Proposal proposal = load_proposal(session, place, into, &events);
    return summary_of(session, proposal, problems_of(session, proposal));
  } catch (const StoreError& error) {
    ProposalSummary summary;
    summary.name = place.name;
    summary.remote = place.remote;
    summary.into = into;
    summary.state = "broken";
    summary.problem = error.what();
    return summary;
  }
}

}  // namespace aver::cli
