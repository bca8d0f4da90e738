// SPDX-License-Identifier: MIT
//
// Lines, quote marks, hexadecimal digits, kinds of characters.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>
#include <vector>

#include "claims/text/ascii.h"
#include "claims/text/code_points.h"
#include "claims/text/hex.h"
#include "claims/text/lines.h"

using namespace aver::claims;

TEST_CASE("the first and the last line of a text") {
  CHECK(first_line("one\ntwo\nthree") == "one");
  CHECK(last_line("one\ntwo\nthree") == "three");
  CHECK(first_line("one") == "one");
  CHECK(last_line("one") == "one");
  CHECK(first_line("\none") == "");
  CHECK(last_line("one\n") == "");
  CHECK(first_line("") == "");
  CHECK(last_line("") == "");
}

TEST_CASE("what programs write has a zero byte behind each part") {
  const auto parts = [](std::string text) {
    std::replace(text.begin(), text.end(), '0', '\0');
    return split_at_zero(text);
  };
  using Parts = std::vector<std::string>;
  CHECK(parts("").empty());
  CHECK(parts("a0b0") == Parts{"a", "b"});
  CHECK(parts("a0b") == Parts{"a", "b"});
  CHECK(parts("00a0") == Parts{"", "", "a"});
}

TEST_CASE("a long text between quote marks ends at a whole character") {
  CHECK(quoted("a \"b\"") == "\"a \"b\"\"");
  CHECK(quoted("abc", 3) == "\"abc\"");
  CHECK(quoted("abcd", 3) == "\"abc…\"");
  CHECK(quoted("aé", 2) == "\"a…\"");
  CHECK(quoted("a北京", 6) == "\"a北…\"");
  CHECK(rc::check([](const std::vector<std::uint16_t>& points, unsigned char most) {
    std::string text;
    for (const std::uint16_t point : points) append_point(text, point % 0xD800u);
    const std::string shown = quoted(text, most);
    RC_ASSERT(is_utf8(shown));
    RC_ASSERT(shown.size() <= most + std::string_view("\"…\"").size());
  }));
}

TEST_CASE("bytes are written in hexadecimal digits and read again") {
  CHECK(to_hex("") == "");
  CHECK(to_hex(std::string_view("\x00\x7f\xFF", 3)) == "007fff");
  CHECK(from_hex("007FfF") == std::string("\x00\x7f\xFF", 3));
  CHECK(rc::check([](const std::string& bytes) {
    const std::string digits = to_hex(bytes);
    RC_ASSERT(digits.find_first_not_of("0123456789abcdef") == digits.npos);
    RC_ASSERT(from_hex(digits) == bytes);
  }));
}

TEST_CASE("kinds of ASCII characters are those of C, whatever the locale") {
  for (int byte = -128; byte < 128; ++byte) {
    const char c = static_cast<char>(byte);
    const bool ascii = byte >= 0;
    CAPTURE(byte);
    CHECK(is_digit(c) == (ascii && std::isdigit(byte) != 0));
    CHECK(is_lower(c) == (ascii && std::islower(byte) != 0));
    CHECK(is_upper(c) == (ascii && std::isupper(byte) != 0));
    CHECK(is_space(c) == (ascii && std::isspace(byte) != 0));
    CHECK((!is_blank(c) || is_space(c)));
  }
}
