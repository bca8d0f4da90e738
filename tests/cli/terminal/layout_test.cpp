// SPDX-License-Identifier: MIT
#include "cli/terminal/layout.h"

#include <doctest/doctest.h>

#include "claims/text/code_points.h"
#include "claims/text/json_text.h"

using namespace aver::cli;

TEST_CASE("nothing that a terminal obeys or hides gets through") {
  CHECK(safe("plain text, é 北京 🇰🇷") == "plain text, é 北京 🇰🇷");
  CHECK(safe("a\nb") == "a\nb");
  CHECK(safe_line("a\nb\tc") == "a b c");
  CHECK(safe("\x1b[31m") == "␛[31m");
  CHECK(safe("\x07\x7f") == "␇<U+007F>");
  CHECK(safe("\xC2\x9B") == "<U+009B>");
  CHECK(safe("\xE2\x80\xAE\xE2\x81\xA6\xE2\x80\x8B") == "<U+202E><U+2066><U+200B>");
  CHECK(safe("\xF3\xA0\x80\xA1") == "<U+E0021>");
  CHECK(safe("caf\xE9") == "caf\xEF\xBF\xBD");
  CHECK(safe("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("a joiner stays where it shapes what a reader sees, and shows where it only hides") {
  const std::string joiner = "\xE2\x80\x8D";
  const std::string divider = "\xE2\x80\x8C";
  CHECK(safe("👩‍👩‍👧 🏳️‍🌈 ❤️") ==
        "👩‍👩‍👧 🏳️‍🌈 ❤️");
  CHECK(safe("می" + divider + "خواهم") == "می" + divider + "خواهم");
  CHECK(safe("क्" + joiner + " x") == "क्" + joiner + " x");
  CHECK(safe("葛\xF3\xA0\x84\x80") == "葛\xF3\xA0\x84\x80");
  CHECK(safe("bor" + divider + "land") == "bor<U+200C>land");
  CHECK(safe("bor" + joiner + "land") == "bor<U+200D>land");
  CHECK(safe("👩" + joiner + "x") == "👩<U+200D>x");
  CHECK(safe("می" + divider + divider + "خ") == "می<U+200C><U+200C>خ");
  CHECK(safe("a\xF3\xA0\x84\x80") == "a<U+E0100>");
  CHECK(safe(joiner) == "<U+200D>");
}

TEST_CASE("the terminal shows whatever JSON escapes") {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text = "x";
    aver::claims::append_point(text, point);
    text += "x";
    const bool escaped = aver::claims::json::escape_hidden(text) != text || point < 0x20;
    const bool shown = safe_line(text) != text;
    if (escaped != shown) FAIL_CHECK(static_cast<unsigned>(point));
  }
}

TEST_CASE("width counts columns, not bytes") {
  CHECK(width_of("abc") == 3);
  CHECK(width_of("é") == 1);
  CHECK(width_of("e\xCC\x81") == 1);  // a letter and its accent
  CHECK(width_of("北京") == 4);
  CHECK(width_of("👩‍👩‍👧") == 2);
  CHECK(width_of("🇰🇷") == 2);
  CHECK(width_of("❤️") == 2);
  CHECK(width_of("\x1b[1;31mabc\x1b[0m") == 3);
  CHECK(width_of("") == 0);
}

TEST_CASE("text breaks at blanks, and inside a word only where it must") {
  CHECK(wrap("one two three", 8) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("one\ntwo", 20) == std::vector<std::string>{"one", "two"});
  CHECK(wrap("unbreakable", 8) == std::vector<std::string>{"unbreaka", "ble"});
  CHECK(wrap("北京北京北京", 8) == std::vector<std::string>{"北京北京", "北京"});
  CHECK(wrap("", 8) == std::vector<std::string>{""});
  CHECK(paragraph("one two three", 12, 4) == "    one two\n    three\n");
  CHECK(hanging("one two three", 9, 2) == "one two\n  three\n");
  for (int width = 8; width < 40; ++width) {
    for (const std::string& line :
         wrap("The quick brown 北京 fox jumps over the lazy dog, again and again", width)) {
      CHECK(width_of(line) <= width);
    }
  }
}

TEST_CASE("columns line up, and the last one wraps beside itself or below") {
  Columns wide(30);
  wide.row({"a", "one two three four five six"});
  wide.row({"long", "x"});
  CHECK(wide.text() == "a     one two three four five\n      six\nlong  x\n");
  Columns narrow(24);
  narrow.row({"a-rather-long-name", "one two three four"});
  CHECK(narrow.text() == "a-rather-long-name\n    one two three four\n");
}

TEST_CASE("what is cut says so") {
  CHECK(shortened("abcdef", 4) == "abc…");
  CHECK(shortened("abc", 4) == "abc");
  CHECK(counted(1, "claim") == "1 claim");
  CHECK(counted(0, "claim") == "0 claims");
  CHECK(counted(2, "stance cites", "stances cite") == "2 stances cite");
}

TEST_CASE("without UTF-8 our own glyphs are ASCII, column for column; a user's text stays") {
  CHECK(without_glyphs("│silent──·· a · b…") == "|silent--.. a . b~");
  CHECK(without_glyphs("北京 é") == "北京 é");
  CHECK(width_of(without_glyphs("│─·…—")) == width_of("│─·…—"));
}
