// SPDX-License-Identifier: MIT
//
// What to say where a revision is nothing's name.
#pragma once

#include <string>

#include "store/error.h"
#include "store/repository/repository.h"

namespace aver::store {

// Returns the error: with the edition, tag or branch whose name is nearest to what was typed, and
// git's words as the cause unless they only say the same again.
StoreError unknown_revision(const Repository& repository, const std::string& typed,
                            const std::string& words);

}  // namespace aver::store
