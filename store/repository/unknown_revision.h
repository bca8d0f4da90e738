// SPDX-License-Identifier: MIT
//
// The error for an unknown revision.
#pragma once

#include <string>

#include "store/error.h"
#include "store/repository/repository.h"

namespace aver::store {

// Returns the error, with the edition, tag or branch whose name is nearest to what was typed. Git's
// words are its cause, unless they only repeat the sentence.
StoreError unknown_revision(const Repository& repository, const std::string& typed,
                            const std::string& words);

}  // namespace aver::store
