// SPDX-License-Identifier: MIT
//
// Any bytes as captions: the text is UTF-8 if they are, its cues are in order, and each sentence
// that it offers has words and a range in it.
#include "claims/evidence/captions.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "claims/evidence/cue_lines.h"
#include "claims/evidence/quotations.h"
#include "claims/text/code_points.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aver::claims;
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  (void)looks_like_captions(file);
  const CaptionText captions = caption_text(file);
  if (captions.text.empty()) return 0;
  if (!captions.problem.empty() || captions.text.back() != '\n') std::abort();
  if (is_utf8(file) && !is_utf8(captions.text)) std::abort();
  const CueLines found = cue_lines(captions.text);
  std::int64_t last = 0;
  for (const Cue& cue : found.cues) {
    if (cue.from < last || cue.to < cue.from) std::abort();
    last = cue.from;
  }
  std::size_t end = 0;
  for (const SkippedBytes& one : found.unsaid) {
    if (one.begin < end || one.end < one.begin || one.end > captions.text.size()) std::abort();
    end = one.end;
  }
  const CaptureText capture(captions.text);
  for (const Quotation& one : quotations(capture)) {
    if (one.range.end > captions.text.size() || one.range.begin >= one.range.end) std::abort();
    if (is_utf8(file) && words_of(capture, one).empty()) std::abort();
  }
  return 0;
}
