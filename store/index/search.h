// SPDX-License-Identifier: MIT
//
// Full-text search in a records.db that stands for the view's tree.
#pragma once

#include "store/records_index.h"
#include "store/sqlite/database.h"

namespace aver::store {

// The hits in order of rank, then of path. Throws DatabaseError.
SearchResult search_in(const Database& database, const View& view, const SearchQuery& query);

// A phrase quoted for FTS5: everything in it is a word, nothing an operator.
std::string quoted_phrase(const std::vector<std::string>& words);

}  // namespace aver::store
