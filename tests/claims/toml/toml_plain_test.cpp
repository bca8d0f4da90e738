// SPDX-License-Identifier: MIT
#include "claims/toml/toml_plain.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace aver::claims;

namespace {

bool same_place(const toml::Span& a, const toml::Span& b) {
  return a.place == b.place && a.begin == b.begin && a.end == b.end;
}

bool same_places(const toml::Value& a, const toml::Value& b) {
  if (!same_place(a.span, b.span)) return false;
  const auto* one = std::get_if<toml::Array>(&a.data);
  const auto* other = std::get_if<toml::Array>(&b.data);
  if (one == nullptr || other == nullptr) return one == other;
  return std::equal(one->begin(), one->end(), other->begin(), other->end(), same_places);
}

// As toml++ reads it: a comment at the end makes it no plain text, and changes no place.
toml::Parsed parse_at_large(const std::string& text) {
  return toml::parse(text + (text.ends_with('\n') || text.empty() ? "#" : "\n#"), "");
}

// What the plain reader makes of the text is what toml++ does, places included; or it reads
// nothing.
bool agrees(const std::string& text) {
  const std::optional<toml::Table> plain = toml::parse_plain(text);
  if (!plain) return true;
  const toml::Parsed large = parse_at_large(text);
  return large.problems.empty() && *plain == large.root &&
         std::equal(plain->begin(), plain->end(), large.root.begin(), large.root.end(),
                    [](const toml::Entry& a, const toml::Entry& b) {
                      return same_place(a.key_span, b.key_span) && same_places(a.value, b.value);
                    });
}

}  // namespace

TEST_CASE("plain lines are read as TOML at large is") {
  const std::string text =
      "holder = \"calda\"\nheld = 2024-10-31\n\nquote = \"„Nein“, sagte er\"\nvia = [\"ä\", \"b\", "
      "\"c\"]\nnone = []\ncredibility = 2\nunverified = true\nno = false\nlast = \"\"";
  const std::optional<toml::Table> plain = toml::parse_plain(text);
  REQUIRE(plain.has_value());
  CHECK(plain->size() == 9);
  CHECK(agrees(text));
  CHECK(agrees(""));
  CHECK(toml::parse_plain("").has_value());
}

TEST_CASE("whatever is not plain is left to TOML at large") {
  for (const char* text : {"a = \"x\\ty\"",
                           "a = \"x",
                           "a = 'x'",
                           "a = \"\"\"\nx\"\"\"",
                           "a=1",
                           "a  = 1",
                           "a = 1 ",
                           "a = 1 # why",
                           "# why",
                           "[t]",
                           "[[t]]",
                           "a.b = 1",
                           "\"a\" = 1",
                           "a = 007",
                           "a = 1_0",
                           "a = 1.5",
                           "a = -1",
                           "a = 2024-02-30",
                           "a = 2024-10-31T10:00:00Z",
                           "a = truely",
                           "a = [1]",
                           "a = [\"x\",\"y\"]",
                           "a = [\"x\", ]",
                           "a = [\"x\"",
                           "a = 1\nb = 2\na = 3",
                           "a = 12345678901",
                           "a = ",
                           "a",
                           " = 1",
                           "a = \"x\" \"y\"",
                           "a = {b = 1}",
                           "a = \"x\"\r\n",
                           "a = \"x\x01\"",
                           "a = 0000-01-01",
                           "a = 2024-1-01",
                           "a = 10:00:00"}) {
    CHECK_MESSAGE(!toml::parse_plain(text).has_value(), text);
  }
}

TEST_CASE("no text is read otherwise than TOML at large reads it") {
  CHECK(rc::check([] {
    static const std::vector<std::string> pieces = {"a",
                                                    "key",
                                                    " = ",
                                                    "\n",
                                                    "\"",
                                                    "\"text\"",
                                                    "2024-10-31",
                                                    "[",
                                                    "]",
                                                    ", ",
                                                    "1",
                                                    "0",
                                                    "-",
                                                    " ",
                                                    "\\n",
                                                    "#",
                                                    "true",
                                                    "ä",
                                                    "\xE2\x80\xAE",
                                                    "\t",
                                                    "=",
                                                    "'",
                                                    ".",
                                                    "[[t]]\n",
                                                    "\xEF\xBC\xA1",
                                                    "\xEF\xBF\xBF",
                                                    "k2 = \"v\"\n",
                                                    "k3 = [\"v\", \"ö\"]\n",
                                                    "k4 = 2024-12-31\n",
                                                    "k5 = 17\n",
                                                    "k6 = false\n"};
    std::string text;
    for (int i = *rc::gen::inRange(0, 14); i > 0; --i) text += *rc::gen::elementOf(pieces);
    if (!agrees(text)) RC_FAIL(text);
  }));
}
