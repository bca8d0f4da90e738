// SPDX-License-Identifier: MIT
//
// Text brought to the form in which typography does not count, with the way back to the source.
//
// Folded are: composition (NFC), runs of white space, quotation marks, apostrophes (okina, geresh
// and gershayim among them), dashes, the ellipsis glyph, the ligatures U+FB00–FB06, the
// presentation forms of Arabic letters, the micro sign; soft hyphens, tatweel, variation selectors
// and invisible characters are dropped. Never other compatibility forms (NFKC): there "10²" would
// equal "102". Letters, case and digits stay.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

struct Folded {
  std::string text;
  // Of each byte of `text`: the source byte its cluster begins at.
  std::vector<std::uint32_t> origin;

  // The source bytes that folded bytes [begin, end) stand for; `end` is greater than `begin`.
  std::size_t source_begin(std::size_t begin) const { return origin[begin]; }
  std::size_t source_end(std::string_view source, std::size_t end) const;
};

// Folds a whole text, at most 4 GiB. Bytes that are not UTF-8 become U+FFFD one by one. Linear.
Folded fold(std::string_view text);

// Where a word, or a compound, was broken over a line end: "govern-\nment", "long-\nterm".
struct BrokenWord {
  std::size_t at = 0;   // in the folded text: where the second part begins, or the hyphen stands
  bool hyphen = false;  // the hyphen was kept: "2023-\n24", "non-\nNATO"
};

// A text folded further, for the search of a quote: what sets a text puts blanks and hyphens where
// nobody has spoken any.
struct LooselyFolded : Folded {
  std::vector<BrokenWord> broken;  // in order
};

// As fold(), and drops the blanks beside signs of scripts without blanks between words (so that a
// line may end anywhere), before ! ? : ; % ‰, inside « », and around dashes; and hyphens at line
// ends between letters. "pre- and", and the blank before a sign ("was -5"), stay. What lies in
// `skipped` (in order, and apart) is passed over.
struct SkippedBytes {
  std::size_t begin = 0;
  std::size_t end = 0;
};
LooselyFolded fold_loosely(std::string_view text, const std::vector<SkippedBytes>& skipped = {});

// Letters and digits of any script, marks included.
bool is_word_point(char32_t point);
// A decimal digit of any script (General_Category Nd), and a sign of a currency (Sc).
bool is_digit_point(char32_t point);
bool is_currency_point(char32_t point);
// True where there is a letter or a digit at all.
bool has_word(std::string_view text);
// Of scripts that write no blanks between words.
bool is_unspaced_script(char32_t point);
bool is_space_point(char32_t point);
// Hyphens, minus signs and dashes: all that fold to "-".
bool is_dash_point(char32_t point);
// Chooses between forms of the sign before it: U+FE00–FE0F, U+180B–180D, U+180F, U+E0100–E01EF.
bool is_variation_selector(char32_t point);

// The form in which text is looked for: folded, in lower case, without accents and other marks that
// stand above or below a letter ("É" is "e", "ß" is "ss"). Marks that are letters of their own,
// such as vowel signs of Indian scripts, stay.
std::string plain(std::string_view text);

// Lower case, code point by code point.
std::string lower_case(std::string_view text);

}  // namespace aver::claims
