// SPDX-License-Identifier: MIT
#include "claims/records/vocabulary.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claims/settings/settings.h"

using namespace aver::claims;

namespace {

Vocabulary progress(std::vector<Word> words) {
  return Vocabulary({Scale{"progress", Order::ordered, std::move(words)}});
}

// The words that close, in the vocabulary's order.
std::string closing(const Vocabulary& words) {
  std::string all;
  for (const Scale& scale : words.scales()) {
    for (const Word& word : scale.words) {
      if (words.closes(word)) all += (all.empty() ? "" : " ") + word.name;
    }
  }
  return all;
}

Vocabulary vocabulary_with(const std::string& words) {
  const auto decoded = decode_settings(
      "format = 2\n[[scale]]\nname = \"s\"\norder = \"ordered\"\n"
      "words = [" +
      words + "]\n");
  REQUIRE(decoded.record);
  return decoded.record->vocabulary;
}

}  // namespace

TEST_CASE("each default word has one sentence that says when to use it") {
  for (const Scale& scale : default_vocabulary().scales()) {
    for (const Word& word : scale.words) {
      const std::string_view means = meaning_of(word);
      CAPTURE(word.name);
      CHECK(means.size() > 10);
      CHECK(means.size() <= 100);
      CHECK(means.ends_with('.'));
      CHECK(means.find(". ") == std::string_view::npos);
    }
  }
}

TEST_CASE(
    "a word means what the store says, else what the default of its name or an older one does") {
  const Vocabulary words = progress({{"done", 4, false, {}, "Signed."},
                                     {"kept", 3, false, {"erledigt", "partial"}},
                                     {"stalled", 2, false, {"done-well"}},
                                     {"else", 1, false, {}}});
  const auto means = [&](std::string_view name) { return meaning_of(*words.find(name).word); };
  CHECK(means("done") == "Signed.");
  CHECK(means("kept") == meaning_of(*default_vocabulary().find("partial").word));
  CHECK(means("stalled") == meaning_of(*default_vocabulary().find("stalled").word));
  CHECK(means("else").empty());
}

TEST_CASE("the default words that close are done, broken, reversed, true and false") {
  CHECK(closing(default_vocabulary()) == "done broken reversed true false");
  CHECK(!default_vocabulary().has_closing_word(default_vocabulary().scales()[0]));
  CHECK(default_vocabulary().has_closing_word(default_vocabulary().scales()[1]));
}

TEST_CASE("where no word says closes, those close that do by default, by name and older name") {
  CHECK(closing(progress({{"open", 0, true, {}},
                          {"kept", 1, false, {"x", "done"}},
                          {"broken", -1, false, {}},
                          {"partial", 0, false, {}}})) == "kept broken");
  CHECK(closing(progress({{"open", 0, true, {}}, {"erledigt", 1, false, {}}})).empty());
}

TEST_CASE("where a word says closes, only those close that say it") {
  CHECK(closing(vocabulary_with(
            "{ word = \"done\", value = 1 }, { word = \"won\", closes = true }")) == "won");
  CHECK(
      closing(vocabulary_with("{ word = \"done\", value = 1 }, { word = \"won\", closes = false }"))
          .empty());
  CHECK(closing(vocabulary_with("{ word = \"done\", value = 1 }, { word = \"won\" }")) == "done");
}

TEST_CASE("init writes no meanings: the file says what differs from the defaults, and no more") {
  const std::string text = encode(Settings{kFormatVersion, default_vocabulary()});
  CHECK(text.find("means") == std::string::npos);
  CHECK(text.find("closes") == std::string::npos);
}
