// SPDX-License-Identifier: MIT
//
// git's core.sharedRepository: a repository that the members of a group, or everybody, write to.
#pragma once

#include "store/objects/git.h"

namespace aver::store {

// Has all files and folders that are made in the git directory from now on get the rights that the
// configuration asks for, as git's own get them. libgit2 does not know the setting. Folders have
// their group from the one they are in (git init --shared sees to that). Throws
// StoreError(unsupported) where git, too, would not take the value.
void honour_shared_repository(git_repository* repository);

}  // namespace aver::store
