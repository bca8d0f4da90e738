// SPDX-License-Identifier: MIT
//
// Private to store/: how full text is cut into words, for FTS5: its own unicode61, without accents,
// and each word of that in the pieces of claims::search_pieces.
#pragma once

struct sqlite3;

namespace aver::store {

// Makes the tokenizer "aver_words" known to a connection. Returns SQLite's code: of a file that is
// no database, that is found out here.
int add_search_words(sqlite3* connection);

}  // namespace aver::store
