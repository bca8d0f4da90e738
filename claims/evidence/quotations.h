// SPDX-License-Identifier: MIT
//
// Finds the quotations in a text, and who is likely to have said each.
//
// Pure, and only a proposal. A mark is taken for an opening or a closing one by the characters
// around it rather than by its glyph, as real articles open with “ and close with “. The speaker is
// that of the nearest "X said" in the paragraph.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/evidence/quote.h"

namespace aver::claims {

struct Quotation {
  ByteRange range;  // from the first of the words between the marks to the last
  // The words themselves: one part, or several that the text interrupts ("…," he said, "…").
  std::vector<ByteRange> parts;
  unsigned paragraph = 0;
  std::string speaker;  // as the text names them, in the fullest form it has; empty where unknown
};

// Returns the quotations in order. One that is interrupted is one, and so is one over several
// paragraphs that each open with a mark; those marks are within its range. A mark that is not
// closed runs to the end of its paragraph. In captions everything is said: there each sentence is
// one, of the voice that the captions name.
std::vector<Quotation> quotations(const CaptureText& capture);

// The words of the quotation as a quote: its parts with " ... " between them.
std::string words_of(const CaptureText& capture, const Quotation& quotation);

// A person or body, by id, and what it is called.
struct Called {
  std::string id;
  std::vector<std::string> names;
};

// Returns the id of the actor that the text calls `speaker`: by a whole name, or by a part of a
// name that no other actor has. Empty where no actor fits, or several.
std::string called(std::string_view speaker, const std::vector<Called>& all);

}  // namespace aver::claims
