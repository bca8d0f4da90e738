// SPDX-License-Identifier: MIT
#include "claims/text/json_text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>

#include "claims/text/code_points.h"
#include "claims/text/hidden.h"
#include "tests/claims/generate.h"

using namespace aver::claims;
using aver::tests::any_text;

namespace {

// Any text, hidden characters of every range among it.
rc::Gen<std::string> text_to_escape() {
  const auto point = rc::gen::map(rc::gen::oneOf(rc::gen::inRange<unsigned>(0, 0x300),
                                                 rc::gen::inRange<unsigned>(0x2000, 0x2070),
                                                 rc::gen::inRange<unsigned>(0xE000, 0x10000),
                                                 rc::gen::inRange<unsigned>(0x10000, 0x110000),
                                                 rc::gen::inRange<unsigned>(0xE0000, 0xE0200)),
                                  [](unsigned value) {
                                    std::string text;
                                    append_point(text, value);
                                    return text;
                                  });
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(point, any_text(true))),
      [](const std::vector<std::string>& pieces) {
        std::string all;
        for (const std::string& one : pieces) all += one;
        return all;
      });
}

bool shows_all(std::string_view text, bool line_breaks) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_point(text, at);
    if (is_hidden(point) && !(line_breaks && point == '\n')) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a JSON string says what the text says, and hides nothing") {
  CHECK(rc::check([] {
    const std::string text = *text_to_escape();
    const std::string written = json::string(text);
    RC_ASSERT(nlohmann::json::parse(written).get<std::string>() == text);
    RC_ASSERT(shows_all(written, false));
    RC_ASSERT(written.find('<') == written.npos);
  }));
}

TEST_CASE("JSON of another writer means the same with what it hides escaped") {
  CHECK(rc::check([] {
    const nlohmann::json value = {{*text_to_escape(), *text_to_escape()},
                                  {"list", {*text_to_escape(), 1, nullptr}}};
    const std::string written = json::escape_hidden(value.dump(2));
    RC_ASSERT(nlohmann::json::parse(written) == value);
    RC_ASSERT(shows_all(written, true));
  }));
}

TEST_CASE("one table, whoever writes the JSON") {
  CHECK(json::string("soft\xC2\xADhyphen") == "\"soft\\u00adhyphen\"");
  CHECK(json::escape_hidden("\"soft\xC2\xADhyphen\"") == "\"soft\\u00adhyphen\"");
  CHECK(json::string("\xE2\x81\xAA\xE2\x81\xAF") == "\"\\u206a\\u206f\"");
  CHECK(json::string("\xF3\xA0\x80\xA1") == "\"\\udb40\\udc21\"");
  CHECK(json::string("a\"\\\n\t\r\x1b\x7f</b>") ==
        "\"a\\\"\\\\\\n\\t\\u000d\\u001b\\u007f\\u003c/b>\"");
  CHECK(json::string("é 北京 🇰🇷") == "\"é 北京 🇰🇷\"");
  CHECK(json::string("caf\xE9") == "\"caf\\ufffd\"");
  CHECK(json::escape_hidden("{\n  \"a\": 1\n}") == "{\n  \"a\": 1\n}");
}
