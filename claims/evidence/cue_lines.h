// SPDX-License-Identifier: MIT
//
// What of a file of captions (SubRip, WebVTT) is nobody's words: the lines of times, the numbers of
// cues, the header, notes and styles, and the tags within the words.
#pragma once

#include <string_view>
#include <vector>

#include "claims/text/fold.h"

namespace aver::claims {

// Returns those bytes, in order and apart; nothing where the text has no line of times
// ("00:00:01,000 --> 00:00:04,000"). A skipped line keeps its line break.
std::vector<SkippedBytes> cue_lines(std::string_view text);

}  // namespace aver::claims
