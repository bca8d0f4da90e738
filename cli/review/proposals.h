// SPDX-License-Identifier: MIT
//
// Proposals: branches of records that wait for review. A proposal NAME is the branch proposal/NAME,
// here or at a remote as last fetched; its reviews are records in reviews/NAME/ on that branch.
//
// Only reads; commands that write to a proposal use proposal_branch.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/review/review.h"
#include "cli/review/proposal_places.h"
#include "cli/review/rested.h"
#include "cli/review/review_events.h"
#include "cli/session/session.h"
#include "store/branches.h"
#include "store/merge.h"
#include "store/store.h"

namespace aver::cli {

// The merge base of both; one of them where there are several. Throws StoreError: usage where they
// have no common history, unsupported in a shallow clone.
store::View base_of(Session& session, const store::View& target, const store::View& tip);

// A proposal compared with its target: its changes, and the verdict on them.
struct Proposal {
  ProposalPlace place;
  std::string into;    // a branch
  store::View target;  // its tip
  store::View base;    // the merge base
  store::View tip;
  std::vector<store::RangeCommit> commits{};  // oldest first, merges left out
  std::string tip_author{};                   // "Name <address>", of the last of all commits
  std::vector<store::CommitId> order{};       // oldest first, merges, too: reviews count by these
  std::vector<claims::reviews::ProposedFile>
      files{};                                 // by path, as it has them; its reviews left out
  std::vector<claims::GivenReview> reviews{};  // of the old form, oldest first
  EventsToJudge events{};                      // with those
  store::Merge merge{};                        // into the target; not made for an accepted one
  std::vector<claims::reviews::ProposedFile> merged{};  // what accepting makes of the target
  MergedState result;                                   // the whole of that
  claims::reviews::Verdict verdict{};                   // of `merged`, by the target's policy

  bool has(std::string_view path) const;
  std::string author_of_tip() const;  // "Name <address>"; empty where it has no commit but merges
  std::vector<std::string> authors() const;  // of its records, in the order of their first commits
};

// Loads a proposal; an accepted one as it was at its acceptance. `events` are those that are here,
// for a command that loads many. Throws StoreError: usage where it shares no history with its
// target, unsupported in a shallow clone.
Proposal load_proposal(Session& session, const ProposalPlace& place, const std::string& into,
                       const ReviewEvents* events = nullptr);

// The same for any two revisions, for CI. `into` names the target. `result` is the merge of both,
// if it is already committed.
struct ProposedRange {
  const store::View& target;
  const store::View& tip;
  const store::View* result = nullptr;
};
Proposal load_range(Session& session, const ProposalPlace& place, const std::string& into,
                    const ProposedRange& range, const ReviewEvents* events = nullptr);

// Judges the proposal by these events. Sets what its files rest on, where a word needs that.
void judge(Session& session, EventsToJudge events, Proposal& proposal);

// What these folders are in what accepting makes, for reviews of whole folders. Where that is not
// in the store yet, its objects are written.
std::vector<claims::reviews::JudgedFolder> judged_folders(Session& session,
                                                          const Proposal& proposal,
                                                          const std::vector<std::string>& named);

// The user as git knows them; empty where git knows none.
claims::Person user_of(Session& session);

// The missing approvals and unresolved requests, as findings: review/approval, review/requested.
claims::Diagnostics policy_problems(const claims::reviews::Verdict& verdict);

}  // namespace aver::cli
