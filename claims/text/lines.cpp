// SPDX-License-Identifier: MIT
//
// First and last lines, parts between zero bytes, and quote marks around a word.
#include "claims/text/lines.h"

#include <algorithm>

#include "claims/text/ascii.h"
#include "claims/text/code_points.h"

namespace aver::claims {

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

std::string last_line(std::string_view text) {
  return std::string(text.substr(text.rfind('\n') + 1));  // npos + 1 is 0
}

std::string_view trimmed(std::string_view text, std::string_view what) {
  const std::size_t first = text.find_first_not_of(what);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(what) - first + 1);
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (!is_space(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string listed(const std::vector<std::string>& items) {
  std::string all;
  for (std::size_t i = 0; i < items.size(); ++i)
    all += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
  return all;
}

std::vector<std::string> split_at_zero(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && is_continuation(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string quoted(std::string_view text, std::size_t most) {
  return quoted(shortened(text, most));
}

}  // namespace aver::claims
