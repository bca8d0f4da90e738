// SPDX-License-Identifier: MIT
//
// Verifies records.db against the tree that it stands for.
#pragma once

#include <string>
#include <vector>

#include "store/repository/repository.h"
#include "store/sqlite/database.h"

namespace aver::store {

// Returns what differs, a sentence each, some dozens at most. Reads every `step`-th folder;
// `looked_at` is the number of files. Throws DatabaseError, StoreError.
std::vector<std::string> differences(const Database& database, const Repository& repository,
                                     std::size_t step, std::size_t& looked_at);

}  // namespace aver::store
