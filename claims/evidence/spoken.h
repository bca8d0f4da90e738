// SPDX-License-Identifier: MIT
//
// The sentences of captions: all that is said may be quoted, so there are no marks to look for.
#pragma once

#include <vector>

#include "claims/evidence/quotations.h"

namespace aver::claims {

// Returns the sentences in order, each with its voice. One ends with its mark, where the voice
// changes, or, where captions have no marks, with the cue in which it gets long.
std::vector<Quotation> spoken_sentences(const CaptureText& capture);

}  // namespace aver::claims
