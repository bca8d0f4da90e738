// SPDX-License-Identifier: MIT
//
// Private to store/: how full text is cut into words, for FTS5: its own unicode61, without accents,
// and each word of that in the pieces of claims::search_pieces.
#pragma once

struct sqlite3;

namespace aver::store {

// Makes the tokenizer "aver_words" known to a connection. False where FTS5 is not there.
bool add_search_words(sqlite3* connection);

}  // namespace aver::store
