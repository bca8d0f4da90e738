// SPDX-License-Identifier: MIT
//
// Characters that a reader does not see, or that change how what stands around them is seen: what
// files, JSON and the terminal show as an escape, so that nothing hides in a review.
//
// One table for all, by properties of Unicode 15.0 (DerivedCoreProperties.txt, PropList.txt,
// UnicodeData.txt); tests/claims/text/hidden_test.cpp holds it against utf8proc's.
#pragma once

namespace aver::claims {

// General_Category Cc: C0, DEL and C1, line breaks and tabs among them.
constexpr bool is_control(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point <= 0x9F);
}

// Bidi_Control: reorders the text behind it.
constexpr bool is_bidi_control(char32_t point) {
  return point == 0x61C || point == 0x200E || point == 0x200F ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

// General_Category Zl and Zp: a line break that most programs do not show as one.
constexpr bool is_line_separator(char32_t point) { return point == 0x2028 || point == 0x2029; }

// The block of tags, a copy of ASCII that is never shown.
constexpr bool is_tag(char32_t point) { return point >= 0xE0000 && point <= 0xE007F; }

// Default_Ignorable_Code_Point, by itself without a glyph, but for the variation selectors outside
// plane 14 (U+180B–180D, U+180F, U+FE00–FE0F): those choose between forms that a reader sees, as of
// an emoji. And the marks of interlinear annotation (U+FFF9–FFFB), the only other format characters
// (General_Category Cf) without a glyph.
constexpr bool is_invisible(char32_t point) {
  if (point < 0x34F) return point == 0xAD;
  if (point < 0x2000) {
    return point == 0x34F || point == 0x61C || point == 0x115F || point == 0x1160 ||
           point == 0x17B4 || point == 0x17B5 || point == 0x180E;
  }
  if (point < 0x2070) {
    return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
           point >= 0x2060;
  }
  if (point < 0xFEFF) return point == 0x3164;
  return point == 0xFEFF || point == 0xFFA0 || (point >= 0xFFF0 && point <= 0xFFFB) ||
         (point >= 0x1BCA0 && point <= 0x1BCA3) || (point >= 0x1D173 && point <= 0x1D17A) ||
         (point >= 0xE0000 && point <= 0xE0FFF);
}

// All of them. Whoever lets line breaks or tabs through says so before asking.
constexpr bool is_hidden(char32_t point) {
  if (point < 0xA0) return is_control(point);
  return is_line_separator(point) || is_invisible(point);
}

}  // namespace aver::claims
