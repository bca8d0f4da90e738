// SPDX-License-Identifier: MIT
//
// The bytes of a blob, fetched where need be.
#pragma once

#include <string>

#include "store/repository/repository.h"

namespace aver::store {

// Whether objects may be missing because they are still at a remote.
bool is_partial(const Repository& repository);

// In a partial clone a blob may still be at the remote: then git fetches it. Throws StoreError:
// remote where that fails; not_found or corrupt for a blob that is missing or cannot be read.
std::string contents(const Repository& repository, git_odb* odb, const git_oid& blob);

}  // namespace aver::store
