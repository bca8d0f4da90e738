// SPDX-License-Identifier: MIT
#include "cli/names/query.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace aver;
using namespace aver::cli;

namespace {

using Words = std::vector<std::string>;

std::string shown(const std::string& text, std::size_t begin, std::size_t end, int columns = 80) {
  return carets(text, {begin, end}, columns);
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    widest = std::max(widest, end - at);
    at = end + 1;
  }
  return widest;
}

}  // namespace

TEST_CASE("words of the command line are the words of the query") {
  CHECK(query_text({}) == "");
  CHECK(query_text({"kind:pledge", "-holder:borland"}) == "kind:pledge -holder:borland");
  CHECK(query_text({"a", "or", "b"}) == "a or b");
  CHECK(query_text({"(a", "or", "b)"}) == "(a or b)");
}

TEST_CASE("a word with blanks is a phrase: the shell has taken its quotes") {
  CHECK(query_text({"sends troops"}) == "\"sends troops\"");
  CHECK(query_text({"sends  troops", "x"}) == "\"sends  troops\" x");
  CHECK(query_text({"rock'n roll"}) == "\"rock'n roll\"");
}

TEST_CASE("behind a key a word with blanks is a value, each for itself where there are several") {
  CHECK(query_text({"speaker:Ada Fields"}) == "speaker:\"Ada Fields\"");
  CHECK(query_text({"speaker:Ada Fields,bo"}) == "speaker:\"Ada Fields\",bo");
  CHECK(query_text({"Speaker:Ada Fields"}) == "Speaker:\"Ada Fields\"");
  // What is no key of ours is text: "note: two words".
  CHECK(query_text({"nokey:Ada Fields"}) == "\"nokey:Ada Fields\"");
}

TEST_CASE("a word that has syntax in it is a piece of query, quoted by whoever typed it") {
  CHECK(query_text({"kind:pledge holder:borland"}) == "kind:pledge holder:borland");
  CHECK(query_text({"a or b"}) == "a or b");
  CHECK(query_text({"a -b"}) == "a -b");
  CHECK(query_text({"\"a b\" c"}) == "\"a b\" c");
  CHECK(query_text({"some(a b)"}) == "some(a b)");
}

TEST_CASE("what only a query can mean is known from the word alone") {
  for (const char* word : {"-x", "@due", "(a", "\"a", "some(x)", "kind:fact", "-kind:fact"}) {
    CHECK_MESSAGE(is_query_syntax(word), word);
  }
  for (const char* word : {"", "-", "@", "borland", "a:b", ":", "a-b", "https://x.org/y"}) {
    CHECK_MESSAGE(!is_query_syntax(word), word);
  }
}

TEST_CASE("a caret stands under each column of what is wrong") {
  CHECK(shown("holder:x kin:y", 9, 12) == "\n  holder:x kin:y\n           ^^^");
  CHECK(shown("kin:y", 0, 3) == "\n  kin:y\n  ^^^");
  // An empty place is one caret; a wide letter has two columns.
  CHECK(shown("a b", 3, 3) == "\n  a b\n     ^");
  CHECK(shown("北京 kin:y", 7, 10) == "\n  北京 kin:y\n       ^^^");
  CHECK(carets("a b", claims::query::QuerySpan{}, 80) == "");
}

TEST_CASE("of a long query the place is in sight, and no line is wider than the terminal") {
  const std::string text = std::string(300, 'a') + " kin:y " + std::string(300, 'b');
  for (const int columns : {30, 40, 80, 200}) {
    CAPTURE(columns);
    const std::string place = shown(text, 301, 304, columns);
    CHECK(place.find("kin") != place.npos);
    CHECK(place.ends_with("^^^"));
    // "…" has three bytes and one column: two such at most.
    CHECK(widest_line(place) <= static_cast<std::size_t>(columns) + 4);
  }
  CHECK(shown(text, 5000, 6000, 40).ends_with("^"));
}
