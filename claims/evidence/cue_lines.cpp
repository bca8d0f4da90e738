// SPDX-License-Identifier: MIT
//
// One pass over the lines, in the forms of https://www.w3.org/TR/webvtt1/ and of SubRip, which
// writes a comma for the decimal point.
#include "claims/evidence/cue_lines.h"

#include "claims/text/ascii.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

// Moves `at` behind "1:02:03.456", "02:03,456" and their like.
bool take_time(std::string_view line, std::size_t& at) {
  std::size_t parts = 0;
  for (;;) {
    const std::size_t begin = at;
    while (at < line.size() && is_digit(line[at])) ++at;
    if (at == begin) return false;
    ++parts;
    if (at == line.size() || (line[at] != ':' && line[at] != '.' && line[at] != ',')) break;
    ++at;
  }
  return parts >= 3;
}

bool is_times(std::string_view line) {
  std::size_t at = 0;
  if (!take_time(line, at)) return false;
  const std::size_t arrow = line.find_first_not_of(" \t", at);
  if (arrow == line.npos || !line.substr(arrow).starts_with("-->")) return false;
  at = line.find_first_not_of(" \t", arrow + 3);
  return at != line.npos && take_time(line, at);
}

// Adds the tags of a line of words: "<i>", "</c>", "<v Ann Ode>", "<00:00:01.500>".
void add_tags(std::string_view text, std::size_t begin, std::size_t end,
              std::vector<SkippedBytes>& to) {
  for (std::size_t at = text.find('<', begin); at < end; at = text.find('<', at + 1)) {
    const std::size_t close = text.find('>', at);
    if (close == text.npos || close >= end) return;
    const char first = text[at + 1];
    if (is_letter(first) || is_digit(first) || first == '/') to.push_back({at, close + 1});
  }
}

}  // namespace

std::vector<SkippedBytes> cue_lines(std::string_view text) {
  std::vector<SkippedBytes> skipped;
  if (text.find("-->") == text.npos) return skipped;
  bool any = false;
  bool in_block = false;   // a block goes on to a blank line
  bool is_unsaid = false;  // the block is a header, a note or a style
  SkippedBytes before{};   // the line before, where it begins a block
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = trimmed(text.substr(begin, end - begin), " \t\r");
    if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (line.empty()) {
      in_block = is_unsaid = false;
      before = {};
    } else if (is_times(line)) {
      any = true;
      if (before.end > before.begin) skipped.push_back(before);
      skipped.push_back({begin, end});
      before = {};
      in_block = true;
      is_unsaid = false;
    } else if (!in_block) {
      in_block = true;
      is_unsaid = line.starts_with("WEBVTT") || line.starts_with("NOTE") ||
                  line.starts_with("STYLE") || line.starts_with("REGION");
      if (is_unsaid) skipped.push_back({begin, end});
      before = is_unsaid ? SkippedBytes{} : SkippedBytes{begin, end};
    } else if (is_unsaid) {
      skipped.push_back({begin, end});
    } else {
      if (before.end > before.begin) add_tags(text, before.begin, before.end, skipped);
      before = {};
      add_tags(text, begin, end, skipped);
    }
    begin = end + 1;
  }
  if (!any) skipped.clear();
  return skipped;
}

}  // namespace aver::claims
