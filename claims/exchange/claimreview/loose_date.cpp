// SPDX-License-Identifier: MIT
//
// Cuts the text into runs of digits and letters, and tries the forms that these can make. A date
// that could mean two days is refused: a wrong day is worse than none.
#include "claims/exchange/claimreview/loose_date.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "claims/text/ascii.h"

namespace aver::claims {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> kMonthNames = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// Splits the text into runs of digits and runs of letters; all other characters are separators.
std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> all;
  char before = ' ';
  for (char c : text) {
    if (is_letter(c)) c = static_cast<char>(c | 0x20);
    const bool counts = is_digit(c) || is_letter(c);
    const bool joins = (is_digit(c) && is_digit(before)) || (is_letter(c) && is_letter(before));
    if (counts && !joins) all.emplace_back();
    if (counts) all.back() += c;
    before = c;
  }
  return all;
}

bool is_number(const std::string& piece) { return is_digit(piece.front()); }

// From 1; 0 where the word is no month's name.
unsigned month_named(const std::string& word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || word == kMonthNames[i]) return static_cast<unsigned>(i + 1);
  }
  return word == "sept" ? 9 : 0;
}

std::string two(const std::string& number) { return number.size() == 1 ? "0" + number : number; }

ParsedDate day(const std::string& year, const std::string& month, const std::string& of_month) {
  return parse_date(year + "-" + two(month) + "-" + two(of_month));
}

bool small(const std::string& piece) { return is_number(piece) && piece.size() <= 2; }
bool year_like(const std::string& piece) { return is_number(piece) && piece.size() == 4; }

ParsedDate refused(std::string_view text) {
  return {std::nullopt, "\"" + std::string(text) + "\" is no date that can be read"};
}

// "31 October 2024", "Oct 31, 2024", "Thu, 31 Oct 2024 09:00:00 +0000".
std::optional<ParsedDate> with_a_name(const std::vector<std::string>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const unsigned month = month_named(all[i]);
    if (month == 0) continue;
    const std::string number = std::to_string(month);
    if (i > 0 && small(all[i - 1]) && i + 1 < all.size() && year_like(all[i + 1]))
      return day(all[i + 1], number, all[i - 1]);
    std::size_t next = i + 1;
    if (next + 1 < all.size() && small(all[next])) {
      const std::string& of_month = all[next];
      const std::string& ending = all[next + 1];
      if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") ++next;
      if (next + 1 < all.size() && year_like(all[next + 1]))
        return day(all[next + 1], number, of_month);
    }
    if (i + 1 < all.size() && year_like(all[i + 1]) && i == 0)
      return parse_date(all[i + 1] + "-" + two(number));
  }
  return std::nullopt;
}

}  // namespace

ParsedDate loose_date(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  if (text.empty()) return {std::nullopt, "the date is empty"};
  const ParsedDate plain = parse_date(text);
  if (plain.date) return {plain.date->without_time(), ""};
  constexpr std::size_t kLongest = 64;  // else it is an essay, with a date in it
  const std::vector<std::string> all = pieces(text.substr(0, kLongest + 1));
  if (text.size() > kLongest || all.empty()) return refused(text.substr(0, kLongest));
  if (const std::optional<ParsedDate> named = with_a_name(all)) return *named;
  if (all.front().size() == 8 && is_number(all.front()) &&
      (all.size() == 1 || all[1] == "t")) {  // 20241031
    return parse_date(all[0].substr(0, 4) + "-" + all[0].substr(4, 2) + "-" + all[0].substr(6));
  }
  if (all.size() < 3) return plain;
  if (year_like(all[0]) && small(all[1]) && small(all[2])) return day(all[0], all[1], all[2]);
  if (!small(all[0]) || !small(all[1]) || !year_like(all[2])) return refused(text);
  const int first = std::stoi(all[0]);
  const int second = std::stoi(all[1]);
  const bool dots = text.find('.') < text.find(all[2]);  // only days come first with dots
  if (dots || first > 12 || first == second) return day(all[2], all[1], all[0]);
  if (second > 12) return day(all[2], all[0], all[1]);
  return {std::nullopt, "\"" + std::string(text) + "\" may mean two days"};
}

}  // namespace aver::claims
