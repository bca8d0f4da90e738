// SPDX-License-Identifier: MIT
//
// Files of captions (WebVTT, SubRip) as a text to quote from: WebVTT with nothing in it but times,
// voices and words, so that a quote may run over cues and its time is still known.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aver::claims {

struct CaptionText {
  std::string text;          // UTF-8 without control characters but newlines; empty without words
  std::size_t repeated = 0;  // lines of rolling captions that were left out: each is shown once
  std::string problem;       // why it was not read; then there is no text
};

// True where the text begins as such a file does: with WEBVTT, or with a line of times, numbered or
// not.
bool looks_like_captions(std::string_view text);

// Reads such a file in UTF-8. Refuses a cue that begins before the one above it, or ends before it
// begins. Linear.
CaptionText caption_text(std::string_view file);

}  // namespace aver::claims
