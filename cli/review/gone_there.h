// SPDX-License-Identifier: MIT
//
// What somebody deleted or took back at a remote: it is not pushed again by accident.
#pragma once

#include <optional>
#include <string>

#include "cli/session/session.h"
#include "cli/share/seen_branches.h"

namespace aver::cli {

struct RemoteBranch {
  std::string remote, name;                 // "origin", "main"
  std::optional<store::CommitId> tip = {};  // as last fetched
};

// Whether git's settings fetch all branches of the remote.
bool fetches_all_branches(Session& session, const std::string& remote);

// Whether the branch, which git knows at the remote, was not there at the last fetch, which was of
// the whole remote: git keeps what it fetched of a deleted branch. False where not all branches are
// fetched, so that it cannot be told.
bool was_deleted(Session& session, const RemoteBranch& branch);

// Throws StoreError(refused) where `here` has what was seen of the branch, and the remote has not:
// with the commands that take it back here, too, and that push it again. What comes after an
// accepted proposal is a new one, though its branch was deleted.
void require_not_taken_back(Session& session, const SeenBranches& seen, const RemoteBranch& branch,
                            const store::CommitId& here);

}  // namespace aver::cli
