// SPDX-License-Identifier: MIT
#include "claims/text/hidden.h"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <initializer_list>
#include <string>
#include <utility>

using namespace aver::claims;

namespace {

// Calls `check` with each code point and what utf8proc knows of it; tells which one it failed on.
template <class Check>
void each_point(Check check) {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    const utf8proc_property_t& property =
        *utf8proc_get_property(static_cast<utf8proc_int32_t>(point));
    const bool holds = check(point, property);
    if (!holds) FAIL_CHECK(static_cast<unsigned>(point));
  }
}

bool is_one_of(char32_t point, std::initializer_list<std::pair<char32_t, char32_t>> ranges) {
  for (const auto& [first, last] : ranges) {
    if (point >= first && point <= last) return true;
  }
  return false;
}

// Variation selectors that choose between forms that a reader sees.
bool is_plain_selector(char32_t point) {
  return is_one_of(point, {{0x180B, 0x180D}, {0x180F, 0x180F}, {0xFE00, 0xFE0F}});
}

// Format characters with a glyph: signs that go before a number, and joints of hieroglyphs.
bool is_visible_format(char32_t point) {
  return is_one_of(point, {{0x600, 0x605},
                           {0x6DD, 0x6DD},
                           {0x70F, 0x70F},
                           {0x890, 0x891},
                           {0x8E2, 0x8E2},
                           {0x110BD, 0x110BD},
                           {0x110CD, 0x110CD},
                           {0x13430, 0x1343F}});
}

}  // namespace

TEST_CASE("the table of hidden characters is the one of Unicode's properties") {
  CHECK(std::string(utf8proc_unicode_version()) == "15.0.0");
  each_point([](char32_t point, const utf8proc_property_t& property) {
    // Not yet given out, and default ignorable for whatever they will be.
    if (property.category == UTF8PROC_CATEGORY_CN) return true;
    const bool by_category =
        property.category == UTF8PROC_CATEGORY_CC || property.category == UTF8PROC_CATEGORY_ZL ||
        property.category == UTF8PROC_CATEGORY_ZP ||
        (property.category == UTF8PROC_CATEGORY_CF && !is_visible_format(point));
    const bool by_property = property.ignorable && !is_plain_selector(point);
    return is_hidden(point) == (by_category || by_property);
  });
}

TEST_CASE("controls are Cc, and whatever reorders text is hidden") {
  each_point([](char32_t point, const utf8proc_property_t& property) {
    const bool reorders = (property.bidi_class >= UTF8PROC_BIDI_CLASS_LRE &&
                           property.bidi_class <= UTF8PROC_BIDI_CLASS_PDF &&
                           property.bidi_class != UTF8PROC_BIDI_CLASS_AL &&
                           property.bidi_class != UTF8PROC_BIDI_CLASS_R) ||
                          (property.bidi_class >= UTF8PROC_BIDI_CLASS_LRI &&
                           property.bidi_class <= UTF8PROC_BIDI_CLASS_PDI);
    return is_control(point) == (property.category == UTF8PROC_CATEGORY_CC) &&
           (!reorders || is_bidi_control(point)) && (!is_bidi_control(point) || is_hidden(point));
  });
  for (const char32_t mark : {U'\u061C', U'\u200E', U'\u200F'}) CHECK(is_bidi_control(mark));
}

TEST_CASE("whatever was ever escaped is hidden: a file's canonical form keeps its escapes") {
  each_point([](char32_t point, const utf8proc_property_t&) {
    const bool in_toml = point < 0x20 || is_one_of(point, {{0x7F, 0x9F},
                                                           {0x61C, 0x61C},
                                                           {0x200B, 0x200F},
                                                           {0x2028, 0x202E},
                                                           {0x2060, 0x2069},
                                                           {0xFEFF, 0xFEFF},
                                                           {0xE0000, 0xE007F}});
    const bool on_the_terminal = is_one_of(point, {{0xAD, 0xAD}, {0x206A, 0x206F}});
    return is_hidden(point) || (!in_toml && !on_the_terminal);
  });
}

TEST_CASE("what people write is not hidden") {
  for (const char32_t point : {U' ', U'~', U'\u00A0', U'é', U'北', U'\u0301', U'\uFE0F', U'\u3000',
                               U'\u180B', U'\U0001F1F0'}) {
    CAPTURE(static_cast<unsigned>(point));
    CHECK_FALSE(is_hidden(point));
  }
}
