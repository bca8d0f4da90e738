// SPDX-License-Identifier: MIT
//
// Private to store/: whether records.db says what the tree says that it stands for.
#pragma once

#include <string>
#include <vector>

#include "store/repository/repository.h"
#include "store/sqlite/database.h"

namespace aver::store {

// Sentences; at most some dozens. Every `step`-th folder is read. Throws DatabaseError, StoreError.
std::vector<std::string> differences(const Database& database, const Repository& repository,
                                     std::size_t step, std::size_t& looked_at);

}  // namespace aver::store
