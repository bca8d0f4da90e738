// SPDX-License-Identifier: MIT
//
// Steps over code points to both sides of an edge, past what is invisible. Costs some tens of
// nanoseconds, and is asked only of places where the words do fit.
#include "claims/evidence/edges.h"

#include <algorithm>
#include <array>
#include <string>

#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/hidden.h"

namespace aver::claims {
namespace {

bool is_unseen(char32_t point) { return is_invisible(point) || is_variation_selector(point); }

char32_t step_back(std::string_view text, std::size_t& at) {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  std::size_t end = begin;
  const char32_t point = next_point(text, end);
  at = begin;
  return point;
}

// The sign that is seen before `at`, which moves in front of it; 0 at the beginning.
char32_t seen_before(std::string_view text, std::size_t& at) {
  while (at > 0) {
    const char32_t point = step_back(text, at);
    if (!is_unseen(point)) return point;
  }
  return 0;
}

// The sign that is seen behind `at`, which moves behind it; 0 at the end.
char32_t seen_behind(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const char32_t point = next_point(text, at);
    if (!is_unseen(point)) return point;
  }
  return 0;
}

// Of a script that parts its words.
bool is_letter_point(char32_t point) {
  return is_word_point(point) && !is_digit_point(point) && !is_unspaced_script(point);
}

bool is_hebrew_letter(char32_t point) { return point >= 0x5D0 && point <= 0x5EA; }

// Whether the mark joins the letters on its two sides: UAX #29 MidLetter, MidNumLet and
// Single_Quote, but for the colon and the full stop.
bool joins_letters(char32_t before, char32_t mark, char32_t after) {
  if (!is_letter_point(before) || !is_letter_point(after)) return false;
  switch (mark) {
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0x55A:
    case 0xFF07:
    case 0xB7:
    case 0x387:
    case 0x55F:
    case 0x2027:
    case 0x5F3:
    case 0x5F4:
      return true;
    case '"':
    case 0x201D:
    case 0x2033:
      return is_hebrew_letter(before) && is_hebrew_letter(after);
    default:
      return false;
  }
}

// "U.S.", "e.g.": the point at [mark, behind) stands between single letters.
bool joins_initials(std::string_view text, std::size_t mark, std::size_t behind) {
  const auto single_before = [&](std::size_t at) {
    const char32_t letter = seen_before(text, at);
    return is_letter_point(letter) && !is_word_point(seen_before(text, at));
  };
  const auto single_behind = [&](std::size_t at) {
    const char32_t letter = seen_behind(text, at);
    return is_letter_point(letter) && !is_word_point(seen_behind(text, at));
  };
  return text[mark] == '.' && single_before(mark) && single_behind(behind);
}

bool is_hyphen(char32_t point) { return point == '-' || point == 0x2010 || point == 0x2011; }

// What turns the word behind its hyphen: "non-nuclear" is not "nuclear".
constexpr std::array kTurningPrefixes = {"anti", "contra", "counter", "de",    "ex",   "half",
                                         "mis",  "never",  "nicht",   "no",    "non",  "not",
                                         "post", "pre",    "pseudo",  "quasi", "semi", "un"};

bool is_turning_prefix(std::string_view text, std::size_t hyphen) {
  std::size_t begin = hyphen;
  while (begin > 0 && hyphen - begin < 8) {
    std::size_t before = begin;
    if (!is_word_point(step_back(text, before))) break;
    begin = before;
  }
  const std::string word = lower_case(text.substr(begin, hyphen - begin));
  return std::find(kTurningPrefixes.begin(), kTurningPrefixes.end(), word) !=
         kTurningPrefixes.end();
}

// Whether the hyphen before the line end, in front of `at`, breaks a word whose rest begins with
// `after`. `at` may stand on either side of the line end.
bool is_broken_word(std::string_view text, std::size_t at) {
  // To the letter behind the line end.
  std::size_t behind = at;
  int lines = 0;
  char32_t after = 0;
  const auto skip_on = [&] {
    while (behind < text.size()) {
      std::size_t next = behind;
      const char32_t point = next_point(text, next);
      if (!is_space_point(point)) {
        after = point;
        return;
      }
      lines += point == '\n' ? 1 : 0;
      behind = next;
    }
  };
  skip_on();
  std::size_t before = at;
  char32_t point = 0;
  while (before > 0) {
    point = step_back(text, before);
    if (!is_space_point(point)) break;
    lines += point == '\n' ? 1 : 0;
  }
  if (!is_hyphen(point) && point != 0xAD) {
    // Before the hyphen.
    if (behind != at || (after != 0xAD && !is_hyphen(after))) return false;
    next_point(text, behind);
    before = at;
    skip_on();
  }
  if (lines != 1 || before == 0) return false;
  const char32_t letter = step_back(text, before);
  if (!is_letter_point(letter) || !is_letter_point(after)) return false;
  // "non-\nNATO" keeps its hyphen, and with it the edge.
  const auto is_capital = [&](std::size_t at_letter) {
    const std::string_view one = text.substr(at_letter, decode(text, at_letter).bytes);
    return lower_case(one) != one;
  };
  return is_capital(before) || !is_capital(behind);
}

bool is_sign(char32_t point) {
  switch (point) {
    case '-':
    case '+':
    case '<':
    case '>':
    case '~':
    case 0xB1:
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2212:
    case 0x2248:
    case 0x2264:
    case 0x2265:
    case 0xFE63:
    case 0xFF0B:
    case 0xFF0D:
      return true;
    default:
      return false;
  }
}

bool is_number_mark(char32_t point) {
  switch (point) {
    case '.':
    case ',':
    case ':':
    case '/':
    case '\'':
    case 0x2019:
    case 0x2044:  // fraction slash
    case 0x66B:   // Arabic decimal and thousands marks
    case 0x66C:
      return true;
    default:
      return false;
  }
}

bool is_percent(char32_t point) {
  return point == '%' || point == 0x2030 || point == 0x2031 || point == 0x66A || point == 0xFF05 ||
         point == 0xB0;
}

// Whether what stands before a sign leaves it to the number behind: a blank, an opening mark,
// nothing.
bool opens_number(char32_t before) {
  return before == 0 || (!is_word_point(before) && before != ')' && before != ']' && before != '%');
}

// The blank that ends at `right`, or begins at `left`, groups the digits of one number: "1 000".
bool groups_digits(std::string_view text, std::size_t left, std::size_t right) {
  std::size_t behind = right;
  for (int i = 0; i < 3; ++i) {
    if (!is_digit_point(seen_behind(text, behind))) return false;
  }
  if (is_digit_point(seen_behind(text, behind))) return false;
  std::size_t before = left;
  int digits = 0;
  char32_t first = 0;
  while (digits < 4 && is_digit_point(first = seen_before(text, before))) ++digits;
  return digits >= 1 && digits <= 3 && first != '.' && first != ',';
}

// A number runs across `at`; `before` and `after` are the signs beside it, `left` and `right` where
// those begin and end.
bool is_in_number(std::string_view text, std::size_t left, char32_t before, std::size_t right,
                  char32_t after) {
  if (is_digit_point(after)) {
    std::size_t at = left;
    if (is_currency_point(before)) return true;
    if (is_space_point(before)) {
      const std::size_t blank_end = left + decode(text, left).bytes;
      if (groups_digits(text, left, blank_end)) return true;
      const char32_t sign = seen_before(text, at);
      return is_currency_point(sign) && !is_digit_point(seen_before(text, at));
    }
    const char32_t further = seen_before(text, at);
    if (is_number_mark(before)) {
      return is_digit_point(further) || (before == '.' && opens_number(further) && further != '.');
    }
    if (is_sign(before)) {
      return opens_number(further) || (is_digit_point(further) && is_dash_point(before));
    }
    return false;
  }
  if (is_space_point(before) && (is_percent(after) || is_currency_point(after))) {
    std::size_t at = left;
    const bool digit_before = is_digit_point(seen_before(text, at));
    at = right;
    return digit_before && (is_percent(after) || !is_digit_point(seen_behind(text, at)));
  }
  if (is_currency_point(before) && is_space_point(after)) {
    std::size_t at = left;
    const bool digit_before = is_digit_point(seen_before(text, at));
    at = right;
    return !digit_before && is_digit_point(seen_behind(text, at));
  }
  if (!is_digit_point(before)) return false;
  if (is_percent(after) || is_currency_point(after)) return true;
  std::size_t at = right;
  if (is_space_point(after)) {
    std::size_t blank = right;
    step_back(text, blank);
    if (groups_digits(text, blank, right)) return true;
    const char32_t sign = seen_behind(text, at);
    if (is_percent(sign)) return true;
    return is_currency_point(sign) && !is_digit_point(seen_behind(text, at));
  }
  const bool digit_follows = is_digit_point(seen_behind(text, at));
  return digit_follows && (is_number_mark(after) || (is_sign(after) && is_dash_point(after)));
}

}  // namespace

bool is_cut(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  std::size_t left = at;
  const char32_t before = seen_before(text, left);
  std::size_t right = at;
  const char32_t after = seen_behind(text, right);
  if (before == 0 || after == 0) return false;
  if (is_word_point(before) && is_word_point(after)) {
    return !is_unspaced_script(before) && !is_unspaced_script(after);
  }
  std::size_t further = right;
  if (is_word_point(before) && joins_letters(before, after, seen_behind(text, further))) {
    return true;
  }
  further = left;
  if (is_word_point(after) && joins_letters(seen_before(text, further), before, after)) return true;
  if (after == '.' && joins_initials(text, right - 1, right)) return true;
  if (before == '.' && joins_initials(text, left, left + 1)) return true;
  if (is_hyphen(before) && is_letter_point(after) && is_turning_prefix(text, left)) return true;
  if (is_hyphen(after)) {
    std::size_t hyphen = right;
    step_back(text, hyphen);
    std::size_t next = right;
    if (is_letter_point(seen_behind(text, next)) && is_turning_prefix(text, hyphen)) return true;
  }
  const bool near_line_end =
      is_space_point(before) || is_space_point(after) || is_hyphen(after) || is_hyphen(before);
  if (near_line_end && is_broken_word(text, at)) return true;
  return is_in_number(text, left, before, right, after);
}

}  // namespace aver::claims
