// SPDX-License-Identifier: MIT
//
// Words are what blanks part. A broken word is looked for by its two parts put together.
#include "claims/evidence/line_ends.h"

#include <algorithm>
#include <unordered_map>

#include "claims/text/ascii.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

bool is_in_word(char c) { return is_letter(c) || (c & 0x80) != 0; }

// The length of the hyphen that the line ends in; 0 where it ends in none.
std::size_t hyphen_at_end(std::string_view line) {
  for (const std::string_view hyphen : {"-", "\u2010", "\u00AD"}) {
    if (line.size() > hyphen.size() && line.ends_with(hyphen) &&
        is_in_word(line[line.size() - hyphen.size() - 1])) {
      return hyphen.size();
    }
  }
  return 0;
}

// Both parts put together -> as they stand at the line end.
std::unordered_map<std::string, std::string> broken_words(std::string_view lines) {
  std::unordered_map<std::string, std::string> words;
  std::string_view first;  // of the line before, with its hyphen
  std::size_t hyphen = 0;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::string_view line = trimmed(lines.substr(begin, end - begin), " \t\n\v\f\r");
    begin = end + 1;
    if (hyphen > 0 && !line.empty() && is_in_word(line.front())) {
      const std::string second(line.substr(0, line.find(' ')));
      words.try_emplace(std::string(first.substr(0, first.size() - hyphen)) + second,
                        std::string(first) + "\n" + second);
    }
    hyphen = hyphen_at_end(line);
    first = line.substr(line.rfind(' ') + 1);
  }
  return words;
}

}  // namespace

std::string with_line_ends(std::string_view text, std::string_view lines) {
  const auto words = broken_words(lines);
  if (words.empty()) return std::string(text);
  std::string result;
  result.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    const auto broken = words.find(std::string(word));
    result += broken == words.end() ? word : std::string_view(broken->second);
    while (at < text.size() && is_space(text[at])) result += text[at++];
  }
  return result;
}

}  // namespace aver::claims
