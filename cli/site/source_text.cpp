// SPDX-License-Identifier: MIT
//
// Windows around the quotes, which may touch; cut at code points.
#include "cli/site/source_text.h"

#include <algorithm>
#include <string>

#include "claims/text/code_points.h"

namespace aver::cli {
namespace {

using claims::ByteRange;

constexpr std::size_t kAround = 150;  // bytes before a quote, and behind it

// Moves `at` to the begin of a code point, at or before it.
std::size_t point_at(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  while (at > 0 && at < text.size() && claims::is_continuation(text[at])) --at;
  return at;
}

// Ranges in order, those that touch as one.
std::vector<ByteRange> merged(std::vector<ByteRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
  std::vector<ByteRange> all;
  for (const ByteRange& one : ranges) {
    if (!all.empty() && one.begin <= all.back().end) {
      all.back().end = std::max(all.back().end, one.end);
    } else {
      all.push_back(one);
    }
  }
  return all;
}

}  // namespace

void add_passages(SiteSource& page, std::string_view text, std::vector<ByteRange> quotes,
                  SiteCaptures captures) {
  if (captures == SiteCaptures::none || text.empty()) return;
  std::erase_if(
      quotes, [&](const ByteRange& one) { return one.begin >= one.end || one.end > text.size(); });
  quotes = merged(std::move(quotes));
  std::vector<ByteRange> windows;
  if (captures == SiteCaptures::full) {
    windows.push_back({0, text.size()});
  } else {
    for (const ByteRange& one : quotes) {
      const std::size_t begin = one.begin < kAround ? 0 : point_at(text, one.begin - kAround);
      windows.push_back({begin, point_at(text, one.end + kAround)});
    }
    windows = merged(std::move(windows));
  }
  std::size_t at = 0;
  for (const ByteRange& window : windows) {
    SitePassage passage;
    passage.skipped = window.begin - at;
    at = window.begin;
    for (const ByteRange& quote : quotes) {
      if (quote.begin < window.begin || quote.end > window.end) continue;
      if (quote.begin > at)
        passage.parts.push_back({std::string(text.substr(at, quote.begin - at)), false});
      passage.parts.push_back(
          {std::string(text.substr(quote.begin, quote.end - quote.begin)), true});
      at = quote.end;
    }
    if (at < window.end)
      passage.parts.push_back({std::string(text.substr(at, window.end - at)), false});
    at = window.end;
    page.passages.push_back(std::move(passage));
  }
  page.skipped_at_end = windows.empty() ? 0 : text.size() - at;
}

}  // namespace aver::cli
