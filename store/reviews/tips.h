// SPDX-License-Identifier: MIT
//
// The references that the branch of reviews may be at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/repository/repository.h"
#include "store/values.h"

namespace aver::store {

// Where `git fetch` puts a branch of each remote, by the remotes' names: where their settings say,
// and where a fetch that names the branch puts it. Only of remotes that are set up: what is a
// branch "x/aver/reviews" of origin is none of a remote "origin/x".
std::vector<std::string> tracking_refs(const Repository& repository, std::string_view branch);

// "refs/remotes/origin/aver/reviews", as a fetch that names the branch is told to put it.
std::string tracking_ref(std::string_view remote, std::string_view branch);

// Whether a commit of this id is here.
bool has_commit(const Repository& repository, const CommitId& id);

}  // namespace aver::store
