// SPDX-License-Identifier: MIT
//
// The passage of a text that is nearest to a quote which does not stand there, and how the two
// differ.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/evidence/loose.h"

namespace aver::claims {

struct Nearest {
  ByteRange range;                 // in the text: of the words that the quote was aligned with
  ByteRange sentence;              // and of the sentences that they stand in
  bool near = false;               // at most one word, or every third, differs
  std::vector<AlignedWord> words;  // near: the quote's words and the source's; some differ
};

// `text` and `quote` are as they are written, `loose_text` and `loose_quote` the same, folded.
// Nothing where no word of the quote stands in the text.
std::optional<Nearest> nearest(std::string_view text, const LooseText& loose_text,
                               std::string_view quote, const LooseText& loose_quote);

}  // namespace aver::claims
