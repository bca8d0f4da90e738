// SPDX-License-Identifier: MIT
//
// Letters of Greek and Cyrillic that look like a Latin one: a reader sees no difference.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "claims/evidence/quote.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"

namespace aver::claims {
namespace {

struct LookAlike {
  char32_t point;
  char latin;
  const char* name;
};

// From confusables.txt of Unicode 15.0 (UTS #39), whole letters alone, by code point; the names as
// UnicodeData.txt has them.
constexpr std::array kLookAlikes = {
    LookAlike{0x391, 'A', "GREEK CAPITAL LETTER ALPHA"},
    LookAlike{0x392, 'B', "GREEK CAPITAL LETTER BETA"},
    LookAlike{0x395, 'E', "GREEK CAPITAL LETTER EPSILON"},
    LookAlike{0x396, 'Z', "GREEK CAPITAL LETTER ZETA"},
    LookAlike{0x397, 'H', "GREEK CAPITAL LETTER ETA"},
    LookAlike{0x399, 'I', "GREEK CAPITAL LETTER IOTA"},
    LookAlike{0x39A, 'K', "GREEK CAPITAL LETTER KAPPA"},
    LookAlike{0x39C, 'M', "GREEK CAPITAL LETTER MU"},
    LookAlike{0x39D, 'N', "GREEK CAPITAL LETTER NU"},
    LookAlike{0x39F, 'O', "GREEK CAPITAL LETTER OMICRON"},
    LookAlike{0x3A1, 'P', "GREEK CAPITAL LETTER RHO"},
    LookAlike{0x3A4, 'T', "GREEK CAPITAL LETTER TAU"},
    LookAlike{0x3A5, 'Y', "GREEK CAPITAL LETTER UPSILON"},
    LookAlike{0x3A7, 'X', "GREEK CAPITAL LETTER CHI"},
    LookAlike{0x3BD, 'v', "GREEK SMALL LETTER NU"},
    LookAlike{0x3BF, 'o', "GREEK SMALL LETTER OMICRON"},
    LookAlike{0x405, 'S', "CYRILLIC CAPITAL LETTER DZE"},
    LookAlike{0x406, 'I', "CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I"},
    LookAlike{0x408, 'J', "CYRILLIC CAPITAL LETTER JE"},
    LookAlike{0x410, 'A', "CYRILLIC CAPITAL LETTER A"},
    LookAlike{0x412, 'B', "CYRILLIC CAPITAL LETTER VE"},
    LookAlike{0x415, 'E', "CYRILLIC CAPITAL LETTER IE"},
    LookAlike{0x41A, 'K', "CYRILLIC CAPITAL LETTER KA"},
    LookAlike{0x41C, 'M', "CYRILLIC CAPITAL LETTER EM"},
    LookAlike{0x41D, 'H', "CYRILLIC CAPITAL LETTER EN"},
    LookAlike{0x41E, 'O', "CYRILLIC CAPITAL LETTER O"},
    LookAlike{0x420, 'P', "CYRILLIC CAPITAL LETTER ER"},
    LookAlike{0x421, 'C', "CYRILLIC CAPITAL LETTER ES"},
    LookAlike{0x422, 'T', "CYRILLIC CAPITAL LETTER TE"},
    LookAlike{0x423, 'Y', "CYRILLIC CAPITAL LETTER U"},
    LookAlike{0x425, 'X', "CYRILLIC CAPITAL LETTER HA"},
    LookAlike{0x430, 'a', "CYRILLIC SMALL LETTER A"},
    LookAlike{0x435, 'e', "CYRILLIC SMALL LETTER IE"},
    LookAlike{0x43E, 'o', "CYRILLIC SMALL LETTER O"},
    LookAlike{0x440, 'p', "CYRILLIC SMALL LETTER ER"},
    LookAlike{0x441, 'c', "CYRILLIC SMALL LETTER ES"},
    LookAlike{0x443, 'y', "CYRILLIC SMALL LETTER U"},
    LookAlike{0x445, 'x', "CYRILLIC SMALL LETTER HA"},
    LookAlike{0x455, 's', "CYRILLIC SMALL LETTER DZE"},
    LookAlike{0x456, 'i', "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"},
    LookAlike{0x458, 'j', "CYRILLIC SMALL LETTER JE"},
    LookAlike{0x4BB, 'h', "CYRILLIC SMALL LETTER SHHA"},
};

const LookAlike* look_alike_of(char32_t point) {
  for (const LookAlike& one : kLookAlikes) {
    if (one.point == point) return &one;
  }
  return nullptr;
}

// The word as it looks, in Latin letters.
std::string looks_of(std::string_view word) {
  std::string looks;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const LookAlike* one = look_alike_of(next_point(word, at));
    if (one != nullptr) {
      looks += one->latin;
    } else {
      looks += word.substr(begin, at - begin);
    }
  }
  return fold(looks).text;
}

// The first look-alike of `word` that stands where `other` has another sign.
std::string named(std::string_view word, std::string_view other) {
  std::size_t in_other = 0;
  for (std::size_t at = 0; at < word.size() && in_other < other.size();) {
    const char32_t point = next_point(word, at);
    const char32_t beside = next_point(other, in_other);
    if (point == beside) continue;
    const LookAlike* one = look_alike_of(point);
    if (one == nullptr) return "";
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "U+%04X ", static_cast<unsigned>(point));
    return std::string(number.data()) + one->name;
  }
  return "";
}

}  // namespace

std::string look_alike(const std::vector<AlignedWord>& words) {
  using In = AlignedWord::In;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const AlignedWord& a = words[i];
    const AlignedWord& b = words[i + 1];
    if (a.in != In::quote || b.in != In::source || looks_of(a.text) != looks_of(b.text)) continue;
    const std::string in_source = named(b.text, a.text);
    if (!in_source.empty()) return "; the source has " + in_source;
    const std::string in_quote = named(a.text, b.text);
    if (!in_quote.empty()) return "; the quote has " + in_quote;
  }
  return "";
}

}  // namespace aver::claims
