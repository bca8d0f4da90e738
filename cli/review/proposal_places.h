// SPDX-License-Identifier: MIT
//
// Where proposals are: branches proposal/NAME, here or at a remote as last fetched; what of them
// has ended, and how.
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

}  // namespace aver::cli
