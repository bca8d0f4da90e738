// SPDX-License-Identifier: MIT
//
// Text brought to the form in which typography does not count, with the way back to the source.
//
// Folded are: composition (NFC), runs of white space, quotation marks, apostrophes, dashes, the
// ellipsis glyph, the ligatures fi and fl; soft hyphens and invisible characters are dropped. Never
// compatibility forms (NFKC): there "10²" would equal "102". Letters, case and digits stay.
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

// Letters and digits of any script, marks included.
bool is_word_point(char32_t point);
// True where there is a letter or a digit at all.
bool has_word(std::string_view text);
// Of scripts that write no blanks between words.
bool is_unspaced_script(char32_t point);
bool is_space_point(char32_t point);

// The form in which text is looked for: folded, in lower case, without accents and other marks that
// stand above or below a letter ("É" is "e", "ß" is "ss"). Marks that are letters of their own,
// such as vowel signs of Indian scripts, stay.
std::string plain(std::string_view text);

// Lower case, code point by code point.
std::string lower_case(std::string_view text);

}  // namespace aver::claims
