// SPDX-License-Identifier: MIT
//
// Files that git changes on the way into the store: by a filter (git-crypt, Git LFS), or by another
// encoding.
#pragma once

#include <string>
#include <vector>

#include "store/repository/repository.h"
#include "store/store.h"

namespace aver::store {

// Throws StoreError(unsupported) where git would put one of the paths through a filter of its
// configuration, or write it in another encoding: aver does neither, and what is meant to be secret
// would be committed in the clear. The attributes are those of the work tree, or, without one
// (`in_tree`), of the view; those of the clone, the machine and the user count. Asks git only where
// some attribute could say so.
void require_unfiltered(const Repository& repository, bool in_tree, const View& view,
                        const std::vector<std::string>& paths);

}  // namespace aver::store
