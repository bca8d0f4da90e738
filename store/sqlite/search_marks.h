// SPDX-License-Identifier: MIT
//
// Marks in a text what FTS5 found in it, and picks the best passage: what FTS5's own highlight()
// and snippet() answer, in time that grows with the text. They copy all that they have written at
// each mark, and weigh each place of a word against all others: a saved text of 2 MB that is full
// of the word took over a minute.
#pragma once

struct fts5_api;

namespace aver::store {

// Around what was found; no record's text keeps them.
constexpr char kMarkBegin = '\x01';
constexpr char kMarkEnd = '\x02';

// Makes two functions known, for the columns of the row of a MATCH:
//   aver_marked(TABLE, COLUMN): its text
//   aver_passage(TABLE, COLUMN, WORDS): so many words of it, where most of what was asked for
//   stands, from the beginning of a sentence if that is as good; "…" where the text goes on
// Returns SQLite's code.
int add_search_marks(fts5_api* api);

}  // namespace aver::store
