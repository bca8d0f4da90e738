// SPDX-License-Identifier: MIT
//
// Marks and passages are those of SQLite's own highlight() and snippet(), which are too slow for a
// saved text that is full of a word.
#include "store/sqlite/search_marks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include "store/sqlite/database.h"
#include "tests/property.h"

using namespace aver::store;

namespace {

constexpr DatabaseForm kPage = {1, 1,
                                "CREATE VIRTUAL TABLE page USING fts5 (title, body, "
                                "tokenize='aver_words')",
                                true};

// Few words, so that they meet often, with all that stands between words.
constexpr std::array kWords = {"a", "b", "A", "zebra", "café", "北京", "10"};
constexpr std::array kBetween = {" ", " ", " ", ", ", ". ", ": ", "\n", "\n\n", ".", "-", "  "};

class Texts {
 public:
  explicit Texts(unsigned seed) : random_(seed) {}

  std::string text(unsigned most) {
    std::string text = below(4) == 0 ? "\"" : "";
    for (unsigned n = below(most); n > 0; --n) {
      text += kWords.at(below(below(3) == 0 ? kWords.size() : 2));
      text += kBetween.at(below(kBetween.size()));
    }
    return text;
  }

  std::string phrases() {
    std::string phrases;
    for (unsigned n = 1 + below(3); n > 0; --n) {
      phrases += (phrases.empty() ? "\"" : " OR \"");
      for (unsigned words = 1 + below(3); words > 0; --words) {
        phrases += kWords.at(below(kWords.size()));
        phrases += " ";
      }
      phrases += "\"";
    }
    return phrases;
  }

  unsigned below(std::size_t most) { return static_cast<unsigned>(random_() % most); }

 private:
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("what is found is marked, and a passage picked, as SQLite does it") {
  const Database database = Database::in_memory(kPage);
  Statement put =
      database.prepare("INSERT OR REPLACE INTO page (rowid, title, body) VALUES (1, ?, ?)");
  Statement ours = database.prepare(
      "SELECT aver_marked(page, 0), aver_marked(page, 1), aver_passage(page, 0, ?2), "
      "aver_passage(page, 1, ?2) FROM page WHERE page MATCH ?1");
  Statement theirs = database.prepare(
      "SELECT highlight(page, 0, char(1), char(2)), highlight(page, 1, char(1), char(2)), "
      "snippet(page, 0, char(1), char(2), '…', ?2), snippet(page, 1, char(1), char(2), '…', ?2) "
      "FROM page WHERE page MATCH ?1");
  int found = 0;
  CHECK(aver::tests::holds_for_one_in(10, [&](unsigned seed) {
    Texts texts(seed);
    for (int n = 0; n < 20; ++n) {
      put.run(texts.text(20), texts.text(80));
      const std::string phrases = texts.phrases();
      const auto words = static_cast<int>(2 + texts.below(30));  // SQLite has none of one word
      const bool is_ours = ours.with(phrases, words).step();
      const bool is_theirs = theirs.with(phrases, words).step();
      RC_ASSERT(is_ours == is_theirs);
      for (int column = 0; is_ours && column < 4; ++column) {
        RC_ASSERT(ours.text(column) == theirs.text(column));
      }
      found += is_ours ? 1 : 0;
      ours.reset();
      theirs.reset();
    }
  }));
  CHECK(found > 50);
}

TEST_CASE("a text of two megabytes that is full of the word is marked") {
  const Database database = Database::in_memory(kPage);
  std::string text;
  constexpr int kTimes = 500'000;
  for (int n = 0; n < kTimes; ++n) text += "a. ";
  database.prepare("INSERT INTO page (title, body) VALUES (?, ?)").run(text, text + "zebra a");
  Statement marked = database.prepare(
      "SELECT aver_marked(page, 0), aver_passage(page, 1, 4) FROM page WHERE page MATCH ?");
  REQUIRE(marked.with("\"a\" OR \"zebra\"").step());
  CHECK(marked.text(0).size() == text.size() + 2 * kTimes);
  std::string passage(marked.text(1));
  std::replace(passage.begin(), passage.end(), kMarkBegin, '>');
  std::replace(passage.begin(), passage.end(), kMarkEnd, '<');
  CHECK(passage == "…>zebra< >a<");
}
