// SPDX-License-Identifier: MIT
//
// First and last lines, and quote marks around a word.
#include "claims/text/lines.h"

#include "claims/text/code_points.h"

namespace aver::claims {

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

std::string last_line(std::string_view text) {
  return std::string(text.substr(text.rfind('\n') + 1));  // npos + 1 is 0
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string quoted(std::string_view text, std::size_t most) {
  if (text.size() <= most) return quoted(text);
  std::size_t end = most;
  while (end > 0 && is_continuation(text[end])) --end;
  return "\"" + std::string(text.substr(0, end)) + "…\"";
}

}  // namespace aver::claims
