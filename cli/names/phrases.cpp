// SPDX-License-Identifier: MIT
//
// Splits words at blanks and quotation marks, with the place of an open quote shown under the line.
#include "cli/names/phrases.h"

#include <algorithm>

#include "claims/text/ascii.h"
#include "cli/terminal/layout.h"
#include "store/error.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !claims::is_blank(text[end])) ++end;
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

[[noreturn]] void not_closed(const std::string& text, std::size_t at, int width) {
  const std::string before = safe_line(text.substr(0, at));
  std::string place;
  if (width_of(before) < width - 2) {
    place = "\n  " + shortened(safe_line(text), width - 2) + "\n  " +
            std::string(static_cast<std::size_t>(width_of(before)), ' ') + "^";
  }
  throw StoreError(Fault::usage, "the quote that begins here is not closed" + place, {},
                   "put another \" behind the last of the exact words");
}

// The phrases of one word of the command line.
void add(const std::string& word, int width, std::vector<std::vector<std::string>>& to) {
  if (word.find('"') == word.npos) {
    if (std::vector<std::string> words = split(word); !words.empty())
      to.push_back(std::move(words));
    return;
  }
  for (std::size_t begin = 0; begin <= word.size();) {
    const std::size_t quote = word.find('"', begin);
    for (std::string& one : split(std::string_view(word).substr(begin, quote - begin))) {
      to.push_back({std::move(one)});
    }
    if (quote == word.npos) break;
    const std::size_t end = word.find('"', quote + 1);
    if (end == word.npos) not_closed(word, quote, width);
    if (auto words = split(std::string_view(word).substr(quote + 1, end - quote - 1));
        !words.empty()) {
      to.push_back(std::move(words));
    }
    begin = end + 1;
  }
}

}  // namespace

std::vector<std::vector<std::string>> phrases_of(const std::vector<std::string>& words, int width) {
  std::vector<std::vector<std::string>> phrases;
  // A phrase between quotes may have been typed as several words of the command line.
  std::string open;
  for (const std::string& word : words) {
    const std::string whole = open.empty() ? word : open + " " + word;
    if (std::count(whole.begin(), whole.end(), '"') % 2 != 0 && &word != &words.back()) {
      open = whole;
      continue;
    }
    open.clear();
    add(whole, width, phrases);
  }
  if (phrases.empty()) {
    throw StoreError(Fault::usage, "there is no word to look for", {}, "aver search WORDS");
  }
  return phrases;
}

}  // namespace aver::cli
