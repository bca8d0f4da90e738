// SPDX-License-Identifier: MIT
//
// Only the lines of the range are looked at.
#include "claims/evidence/mail_lines.h"

#include <algorithm>

#include "claims/text/lines.h"

namespace aver::claims {
namespace {

// Without the signs of what is answered, which `depth` counts: "> > We go."
std::string_view without_depth(std::string_view line, std::size_t& depth) {
  depth = 0;
  line = trimmed(line, " \t\r");
  while (line.starts_with('>')) {
    ++depth;
    line.remove_prefix(1);
    line = trimmed(line, " \t");
  }
  return line;
}

bool is_head_line(std::string_view line) {
  return line.starts_with("Subject: ") || line.starts_with("From: ") || line.starts_with("Date: ");
}

}  // namespace

bool is_mail_text(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (line.empty()) return lines > 0;
    if (!is_head_line(line)) return false;
    ++lines;
    at = end + 1;
  }
  return false;
}

bool leads_into_another_mail(std::string_view text, std::size_t begin, std::size_t end) {
  const auto end_of = [&](std::size_t at) { return std::min(text.find('\n', at), text.size()); };
  const std::size_t before = text.substr(0, begin).rfind('\n');
  std::size_t at = before == text.npos ? 0 : before + 1;
  std::size_t depth = 0;
  std::string_view last = without_depth(text.substr(at, end_of(at) - at), depth);
  for (at = end_of(at) + 1; at < end; at = end_of(at) + 1) {
    std::size_t deep = 0;
    const std::string_view line = without_depth(text.substr(at, end_of(at) - at), deep);
    if (is_head_line(line) && !is_head_line(last)) {
      // One such line among others may be anybody's words.
      std::size_t ignored = 0;
      const std::size_t next = std::min(end_of(at) + 1, text.size());
      const std::string_view below = without_depth(text.substr(next, end_of(next) - next), ignored);
      if (is_head_line(below) || (last.empty() && below.empty())) return true;
    }
    if (!line.empty() && line.data() < text.data() + end) {
      if (deep != depth) return true;
      depth = deep;
    }
    last = line;
  }
  return false;
}

}  // namespace aver::claims
