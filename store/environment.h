// SPDX-License-Identifier: MIT
//
// git's variables that name a repository (GIT_DIR, GIT_INDEX_FILE, …), as a hook of another
// repository may have set them: what they mean for us is settled once, at the start, so that
// libgit2 and the git program look at one repository.
#pragma once

#include <filesystem>
#include <optional>

namespace aver::store {

// `directory` is the one that was asked for (-C); nothing where it is where we are.
//
// Where it is in another repository than the variables name, they are dropped, as they are not
// about it; of another work tree of the same repository, those that name objects stay: a hook that
// looks at a push needs them. What stays is made absolute: git is run in the work tree's top.
// Throws StoreError(unsupported) where they name a work tree that is not the repository's own.
void settle_environment(const std::optional<std::filesystem::path>& directory);

}  // namespace aver::store
