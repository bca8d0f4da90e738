// SPDX-License-Identifier: MIT
#include "cli/names/phrases.h"

#include <doctest/doctest.h>

#include "store/error.h"

using namespace aver;
using namespace aver::cli;

namespace {

using Phrases = std::vector<std::vector<std::string>>;

std::string refusal(const std::vector<std::string>& words, int width = 80) {
  try {
    phrases_of(words, width);
  } catch (const store::StoreError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("words are phrases of one word, unless something held them together") {
  CHECK(phrases_of({"troops", "border"}, 80) == Phrases{{"troops"}, {"border"}});
  CHECK(phrases_of({"sends troops"}, 80) == Phrases{{"sends", "troops"}});
  CHECK(phrases_of({"\"sends troops\" border"}, 80) == Phrases{{"sends", "troops"}, {"border"}});
  CHECK(phrases_of({"a\"b c\"d"}, 80) == Phrases{{"a"}, {"b", "c"}, {"d"}});
  CHECK(phrases_of({" \t a \n"}, 80) == Phrases{{"a"}});
}

TEST_CASE("a phrase may be typed over several words of the command line") {
  CHECK(phrases_of({"\"sends", "troops\""}, 80) == Phrases{{"sends", "troops"}});
  CHECK(phrases_of({"x", "\"a", "b", "c\"", "y"}, 80) == Phrases{{"x"}, {"a", "b", "c"}, {"y"}});
}

TEST_CASE("empty quotes and blanks are no phrase, and no phrase at all is refused") {
  CHECK(phrases_of({"\"\"", "a"}, 80) == Phrases{{"a"}});
  CHECK(refusal({}) == "there is no word to look for");
  CHECK(refusal({"", "  ", "\" \""}) == "there is no word to look for");
}

TEST_CASE("a quote that is not closed is shown in its place, where there is room") {
  CHECK(refusal({"a \"b"}) == "the quote that begins here is not closed\n  a \"b\n    ^");
  CHECK(refusal({"\"a", "b"}) == "the quote that begins here is not closed\n  \"a b\n  ^");
  CHECK(refusal({std::string(60, 'a') + " \"b"}, 40) == "the quote that begins here is not closed");
}
