// SPDX-License-Identifier: MIT
//
// Segments by utf8proc's compatibility mapping and a small table of letters that Unicode does not
// take apart. Any change here gives other ids to the next import of the same data: there must be
// none.
#include "claims/exchange/slugs.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/id.h"

namespace aver::claims {
namespace {

// Letters that Unicode does not take apart.
constexpr std::array<std::pair<char32_t, std::string_view>, 9> kLetters = {{{U'\u00E6', "ae"},
                                                                            {U'\u0153', "oe"},
                                                                            {U'\u00F8', "o"},
                                                                            {U'\u0142', "l"},
                                                                            {U'\u0111', "d"},
                                                                            {U'\u00F0', "d"},
                                                                            {U'\u00FE', "th"},
                                                                            {U'\u0131', "i"},
                                                                            {U'\u0127', "h"}}};

// The text in ASCII as far as its letters are Latin ones; `lost` where some are not.
std::string latin(std::string_view text, bool& lost) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
  if (size < 0) {
    lost = true;
    return std::string(text);
  }
  const std::string folded(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  std::string to;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t point = next_point(folded, at);
    if (point < 0x80) {
      to += static_cast<char>(point);
      continue;
    }
    const auto letter = std::find_if(kLetters.begin(), kLetters.end(),
                                     [&](const auto& one) { return one.first == point; });
    if (letter != kLetters.end()) {
      to += letter->second;
    } else if (is_word_point(point)) {
      lost = true;
      to += ' ';
    } else if (point != U'\u2019') {  // an apostrophe joins, as "'" does
      to += ' ';
    }
  }
  return to;
}

}  // namespace

std::string short_hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  hash ^= hash >> 32;
  std::string digits;
  for (int shift = 28; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(hash >> shift) & 15];
  return digits;
}

std::string stable_slug(std::string_view text) {
  bool lost = false;
  std::string segment = is_ascii(text) ? slug(text) : slug(latin(text, lost));
  if (segment.size() + 1 < kMaxSegmentLength && !lost) return segment;
  constexpr std::size_t kRoom = kMaxSegmentLength - 9;
  if (segment.size() > kRoom) {
    segment.resize(kRoom);
    if (const std::size_t dash = segment.rfind('-'); dash != segment.npos && dash > kRoom / 2) {
      segment.resize(dash);
    }
  }
  while (!segment.empty() && segment.back() == '-') segment.pop_back();
  return segment.empty() ? "x" + short_hash(text) : segment + "-" + short_hash(text);
}

}  // namespace aver::claims
