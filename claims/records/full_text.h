// SPDX-License-Identifier: MIT
//
// The words of a record that full-text search looks through: no ids, dates or addresses.
//
// Pure. An index keeps no copy of these words: to remove a record from it, they are made again from
// the record's old contents. So a change here needs a new version of the index
// (store/index/rows.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/records.h"

namespace aver::claims {

struct FullText {
  std::string title;  // what the record is about: a claim's text, a name, a title
  std::string body;   // the rest, part by part, each on a line of its own

  bool empty() const { return title.empty() && body.empty(); }
};

FullText full_text(const Claim& claim);
FullText full_text(const Stance& stance);
FullText full_text(const Actor& actor);
FullText full_text(const Source& source);

// A word as search compares it, in pieces. Chinese, Japanese, Thai and others write words without
// blanks, Korean with more behind them: each character is a piece, and what is looked for a row of
// them. Letters that are two ("ß", "æ") or another with a stroke ("ø", "ł") are what people type
// for them.
struct SearchPiece {
  std::string text;
  std::size_t begin = 0;  // bytes of the word
  std::size_t end = 0;
};

// `word` is in lower case and has no accents. Returns nothing for a word that is a single piece as
// it is.
std::vector<SearchPiece> search_pieces(std::string_view word);

}  // namespace aver::claims
