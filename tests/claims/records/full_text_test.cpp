// SPDX-License-Identifier: MIT
#include "claims/records/full_text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace aver::claims;

namespace {

// "ab|c": the pieces; with the bytes that they stand in, "ab[0-2]|c[2-3]".
std::string pieces(std::string_view word, bool places = false) {
  std::string text;
  for (const SearchPiece& piece : search_pieces(word)) {
    text += (text.empty() ? "" : "|") + piece.text;
    if (places) text += "[" + std::to_string(piece.begin) + "-" + std::to_string(piece.end) + "]";
  }
  return text;
}

}  // namespace

TEST_CASE("a word that is compared as it is has no pieces") {
  for (const char* word : {"", "budget", "2024", "санкции", "ایران", "zuvich"}) {
    CAPTURE(word);
    CHECK(search_pieces(word).empty());
  }
}

TEST_CASE("characters of languages without blanks are pieces, and letters are what people type") {
  CHECK(pieces("中国对朝鲜") == "中|国|对|朝|鲜");
  CHECK(pieces("北朝鮮へのミサイル") == "北|朝|鮮|へ|の|ミ|サ|イ|ル");
  CHECK(pieces("조선은") == "조|선|은");
  CHECK(pieces("g20峰会2024年", true) == "g20[0-3]|峰[3-6]|会[6-9]|2024[9-13]|年[13-16]");
  CHECK(pieces("straße", true) == "strasse[0-7]");
  CHECK(pieces("łódz") == "lódz");
  CHECK(pieces("færøerne") == "faeroerne");
}

TEST_CASE("any bytes are cut without a gap, and each piece has its place") {
  CHECK(rc::check([] {
    const auto word = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("a7\xC3\x9F\xE4\xB8\xAD\xED\x95\x9C\xF0\xA0\x80\x80\xFF")));
    const std::vector<SearchPiece> found = search_pieces(word);
    std::size_t at = 0;
    for (const SearchPiece& piece : found) {
      RC_ASSERT(piece.begin == at);
      RC_ASSERT(piece.end > piece.begin);
      RC_ASSERT(!piece.text.empty());
      at = piece.end;
    }
    RC_ASSERT(found.empty() || at == word.size());
  }));
}
