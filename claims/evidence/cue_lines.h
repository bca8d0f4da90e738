// SPDX-License-Identifier: MIT
//
// The cues of a file of captions (SubRip, WebVTT): when each is shown, who speaks, and what of the
// file is nobody's words: the lines of times, the numbers of cues, the header, notes and styles,
// and the tags within the words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/fold.h"

namespace aver::claims {

struct Cue {
  std::size_t begin = 0;  // behind its line of times; it goes on to the next cue
  std::int64_t from = 0;  // milliseconds
  std::int64_t to = 0;
};

// Where a voice begins: the tag <v NAME>. It goes on to the next voice or cue.
struct CueVoice {
  std::size_t begin = 0;
  std::string_view name;
};

struct CueLines {
  std::vector<Cue> cues;
  std::vector<CueVoice> voices;
  std::vector<SkippedBytes> unsaid;  // in order and apart; a skipped line keeps its line break
};

// Nothing where the text has no line of times ("00:00:01,000 --> 00:00:04,000"). What it returns
// refers to the text.
CueLines cue_lines(std::string_view text);

// Whether "<" in front of it opens a tag.
bool begins_tag(char c);

// A time as a locator has it: "00:01:02".
std::string clock_time(std::int64_t milliseconds);

// Reads such a time, "1:02" and "01:02.500" too, in milliseconds; nothing where it is none.
std::optional<std::int64_t> read_clock_time(std::string_view text);

}  // namespace aver::claims
