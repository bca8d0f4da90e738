// SPDX-License-Identifier: MIT
//
// Finds proposals: the branches proposal/NAME, here or at a remote as last fetched; which of them
// have ended, and how.
//
// Reads only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session/session.h"
#include "store/branches.h"

namespace aver::cli {

inline constexpr std::string_view kProposals = "proposal/";
inline constexpr std::string_view kWithdrawn = "withdrawn/";

// The branch that a proposal would be accepted into: the one that is checked out, or, where that is
// a proposal itself, the remote's or git's default. Throws StoreError(usage) where there is none.
std::string target_branch(Session& session, const std::optional<std::string>& given);

// Throws StoreError(usage) where `name` is not a valid name of a proposal: it must be a valid part
// of an id and not the name of a special branch. In the hint, `words` follow the suggested name.
void require_proposal_name(const std::string& name, const std::string& words = "");

// Where a proposal was found.
struct ProposalPlace {
  std::string name;    // "calda-update"
  std::string remote;  // "origin"; empty where the branch is here
  store::CommitId tip;
  bool withdrawn = false;
  store::CommitId accepted = {};  // the merge that accepted it; empty for one that waits

  std::string branch() const;    // "proposal/calda-update"
  std::string revision() const;  // what git calls it: "origin/proposal/calda-update"
};

// Where a proposal is both here and at a remote, the one that is ahead counts; if they have
// diverged, the one here. A proposal has ended if a withdrawn branch, here or there, contains all
// of it; one with later commits was reopened and is not withdrawn.
std::vector<ProposalPlace> find_proposals(Session& session, bool withdrawn = false);

// The proposals accepted into the branch, found by their merge commits, newest first; only those
// called `name`, if given. Reads the branch's whole history, including what others merged.
std::vector<ProposalPlace> accepted_proposals(Session& session, const std::string& into,
                                              const std::string& name = "");

// Throws StoreError(not_found) with the nearest names.
ProposalPlace proposal_named(Session& session, const std::string& name);

// The same, for a proposal that still waits for `into`. Throws StoreError(refused) where it was
// accepted, even if a branch of it is left at a remote.
ProposalPlace waiting_proposal(Session& session, const std::string& name, const std::string& into);

// Throws StoreError(refused) where `into` has all of the proposal by a squash, so that there is
// nothing to accept.
void require_not_squashed(Session& session, const ProposalPlace& place, const std::string& into);

// Whether the proposal's tip is in `into` by a merge, or all that it has by a squash.
bool was_accepted(Session& session, const ProposalPlace& place, const std::string& into);

// Whether `tip` came into `main` by a merge. False for a branch with no commits of its own: its tip
// is on the first-parent line of `main`.
bool was_merged(Session& session, const store::CommitId& main, const store::CommitId& tip);

// Whether a first parent of `main`, since the proposal began, had all of the proposal's files as it
// has them: as a host's squash leaves it. Judged by contents. False where `tip` is an ancestor of
// `main`, and where `main` has a file again as it was before.
bool was_squashed(Session& session, const store::CommitId& main, const store::CommitId& tip);

}  // namespace aver::cli
