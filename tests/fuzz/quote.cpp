// SPDX-License-Identifier: MIT
//
// Any bytes as a capture and a quote, parted by a zero byte: what is said to stand there does.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "claims/evidence/quotations.h"
#include "claims/text/fold.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aver::claims;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t zero = all.find('\0');
  const std::string_view text = all.substr(0, zero);
  const std::string_view quote =
      zero == all.npos ? text.substr(text.size() / 2) : all.substr(zero + 1);
  const CaptureText capture(text);
  const QuoteMatch match = capture.find(quote);
  if (match.range.end > text.size() || match.range.begin > match.range.end) std::abort();
  if (match.level == QuoteLevel::verbatim &&
      quote.find(text.substr(match.range.begin, match.range.end - match.range.begin)) ==
          quote.npos) {
    std::abort();
  }
  for (const ByteRange& gap : match.left_out) {
    if (gap.begin < match.range.begin || gap.end > match.range.end) std::abort();
  }
  (void)differing(match.words);
  for (const Quotation& one : quotations(capture)) {
    if (one.range.end > text.size() || one.range.begin >= one.range.end) std::abort();
  }
  const Folded folded = fold(text);
  if (folded.text.size() != folded.origin.size()) std::abort();
  const LooselyFolded loose = fold_loosely(text);
  if (loose.text.size() != loose.origin.size()) std::abort();
  for (const Quotation& one : quotations(capture)) {
    if (one.parts.empty() || one.parts.back().end != one.range.end) std::abort();
  }
  return 0;
}
