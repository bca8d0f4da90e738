// SPDX-License-Identifier: MIT
//
// Proposals: branches of records that wait for review. A proposal NAME is the branch proposal/NAME,
// here or at a remote as last fetched; its reviews are records in reviews/NAME/ on that branch.
//
// Reads only: what writes to a proposal aims the store at its branch.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/review.h"
#include "cli/session.h"
#include "store/branches.h"
#include "store/merge.h"
#include "store/store.h"

namespace aver::cli {

inline constexpr std::string_view kProposals = "proposal/";
inline constexpr std::string_view kWithdrawn = "withdrawn/";

// The branch that a proposal would be accepted into: the one that is checked out, or, where that is
// a proposal itself, the remote's or git's default. Throws StoreError(usage) where there is none.
std::string target_branch(Session& session, const std::optional<std::string>& given);

// Throws StoreError(usage) where `name` cannot be a proposal's: it is a part of an id, and no name
// that branches for other things have. `words` follow the better name in the hint.
void require_proposal_name(const std::string& name, const std::string& words = "");

// Where a proposal was found.
struct ProposalPlace {
  std::string name;    // "china-update"
  std::string remote;  // "origin"; empty where the branch is here
  store::CommitId tip;
  bool withdrawn = false;
  store::CommitId accepted = {};  // the merge that accepted it; empty for one that waits

  std::string branch() const;    // "proposal/china-update"
  std::string revision() const;  // what git calls it: "origin/proposal/china-update"
};

// A proposal that is here and at a remote is taken from where it is ahead; from here where both
// went on. One whose withdrawn branch, here or there, has all of it, has ended, whatever is left of
// it at a remote; one that has gone on since is none that was withdrawn.
std::vector<ProposalPlace> find_proposals(Session& session, bool withdrawn = false);

// Those that were accepted into the branch, by the commits that did it, newest first; only those of
// one name, where it is given. Reads the branch's history: also what came by merges of others.
std::vector<ProposalPlace> accepted_proposals(Session& session, const std::string& into,
                                              const std::string& name = "");

// Throws StoreError(not_found) with the nearest names.
ProposalPlace proposal_named(Session& session, const std::string& name);

// The same of one that still waits for `into`. Throws StoreError(refused) where it was accepted,
// even if a branch of it is left at a remote.
ProposalPlace waiting_proposal(Session& session, const std::string& name, const std::string& into);

// Whether all of the place came into `into` by a merge.
bool was_accepted(Session& session, const ProposalPlace& place, const std::string& into);

// Whether `tip` came into `main` by a merge: a branch that was only begun there is on its own line
// of commits.
bool was_merged(Session& session, const store::CommitId& main, const store::CommitId& tip);

// What both have in common; where their histories cross, one of several. Throws StoreError: usage
// where they share nothing, unsupported in a shallow clone.
store::View base_of(Session& session, const store::View& target, const store::View& tip);

// What it changes and how it is judged, against the branch it is for.
struct Proposal {
  ProposalPlace place;
  std::string into;    // a branch
  store::View target;  // its tip
  store::View base;    // what both have in common
  store::View tip;
  std::vector<store::RangeCommit> commits;   // oldest first, merges left out
  std::vector<store::CommitId> order;        // oldest first, merges, too: reviews count by these
  std::vector<claims::ProposedFile> files;   // by path, as it has them; its reviews left out
  std::vector<claims::GivenReview> reviews;  // oldest first
  store::Merge merge;                        // into the target; not made for an accepted one
  std::vector<claims::ProposedFile> merged;  // what accepting makes of the target
  claims::Verdict verdict;                   // of that, by the target's policy

  bool has(std::string_view path) const;
  std::vector<std::string> authors() const;  // of its records, in the order of their first commits
};

// Of an accepted one: as it stood when it was accepted.
// Throws StoreError: usage where both share no history, unsupported in a shallow clone.
Proposal load_proposal(Session& session, const ProposalPlace& place, const std::string& into);

// The same for any two revisions: what CI is given. `into` names the target. `result` is the merge
// of both, where it was made already.
Proposal load_range(Session& session, const ProposalPlace& place, const std::string& into,
                    const store::View& target, const store::View& tip,
                    const store::View* result = nullptr);

// The user as git knows them; nobody where it does not.
claims::Person user_of(Session& session);

// What the policy asks for and is not there yet, as findings: review/approval, review/requested.
claims::Diagnostics policy_problems(const claims::Verdict& verdict);

}  // namespace aver::cli
