// SPDX-License-Identifier: MIT
#include "claims/text/code_points.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <utf8proc.h>

using namespace aver::claims;

namespace {

// Bytes of which many are UTF-8, and many nearly so.
rc::Gen<std::string> bytes_of_any_kind() {
  const auto piece = rc::gen::oneOf(
      rc::gen::element<std::string>("a", "é", "北", "🇰🇷", "\xC0\xAF", "\xE0\x80\x80",
                                    "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80",
                                    "\xEF\xBF\xBD", "eight by", "\xC3", "\xE5\x8C", "\xF0\x9F\x87"),
      rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string all;
                        for (const std::string& one : pieces) all += one;
                        return all;
                      });
}

// What utf8proc reads at the front of `text`.
CodePoint told_by_utf8proc(std::string_view text) {
  utf8proc_int32_t point = -1;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &point);
  if (read <= 0) return {};
  return {static_cast<char32_t>(point), static_cast<std::uint32_t>(read)};
}

}  // namespace

TEST_CASE("code points are read as utf8proc reads them, from any bytes") {
  CHECK(rc::check([] {
    const std::string text = *bytes_of_any_kind();
    bool good = true;
    for (std::string_view rest = text; !rest.empty();) {
      const CodePoint ours = decode(rest);
      const CodePoint theirs = told_by_utf8proc(rest);
      RC_ASSERT(ours.valid() == theirs.valid());
      RC_ASSERT(ours.value == theirs.value);
      RC_ASSERT(ours.bytes == theirs.bytes);
      good = good && ours.valid();
      rest.remove_prefix(ours.bytes);
    }
    RC_ASSERT(is_utf8(text) == good);
  }));
}

TEST_CASE("each code point is written and read again") {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text;
    append_point(text, point);
    const CodePoint read = decode(text);
    const bool same = read.valid() && read.value == point && read.bytes == text.size();
    if (!same) FAIL_CHECK(static_cast<unsigned>(point));
  }
}

TEST_CASE("a text is told from bytes that are none, wherever they stand") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("é"));
  CHECK_FALSE(is_utf8("\xE9"));
  CHECK_FALSE(is_utf8("eight bytes and more, then \xE9"));
  CHECK_FALSE(is_utf8("cut off: \xE5\x8C"));
  CHECK(is_ascii("eight bytes and more"));
  CHECK_FALSE(is_ascii("eight bytes and é"));
  CHECK_FALSE(is_ascii("é, and eight bytes"));
  std::size_t at = 0;
  CHECK(next_point("\xE9x", at) == kReplacement);
  CHECK(at == 1);
}
