// SPDX-License-Identifier: MIT
//
// Quotes in pieces: "...", "[...]" and "(...)" leave something out, "[words]" put something in.
//
// An elision may leave out much, and what it left out is told. An insertion stands for at most four
// words of one sentence, and never for a negation or a condition: else it would leave out what
// nobody sees missing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "claims/evidence/loose.h"

namespace aver::claims {

// A piece of an elided quote, and what may stand between it and the piece before.
struct QuotePiece {
  std::string text;
  std::size_t gap = 0;    // at most so many bytes of folded text
  std::string literal;    // what the brackets in front say, were they the source's own
  bool inserted = false;  // only brackets stand in front, no elision
  bool empty = false;     // and they are empty: nothing may stand between
  bool left = true;       // a word must begin, or end, at its edge
  bool right = true;
  std::string changed;  // the letters in the brackets that touch its first word: "[T]he"
};

// Takes a folded quote apart; pieces without a word are none.
std::vector<QuotePiece> pieces_of(std::string_view quote);

// Returns the folded ranges of the pieces in `text`, in order, each within the gap that its mark
// allows; empty where they do not all stand there.
std::vector<ByteRange> find_pieces(const LooseText& text, const std::vector<QuotePiece>& pieces);

}  // namespace aver::claims
