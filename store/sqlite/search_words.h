// SPDX-License-Identifier: MIT
//
// Cuts full text into words for FTS5: its own unicode61, without accents, and each of its words in
// the pieces of claims::search_pieces().
#pragma once

struct sqlite3;

namespace aver::store {

// Makes the tokenizer "aver_words" known to a connection, and the functions of search_marks.
// Returns SQLite's code; that a file is no database shows here first.
int add_search_words(sqlite3* connection);

}  // namespace aver::store
