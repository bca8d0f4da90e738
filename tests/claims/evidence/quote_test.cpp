// SPDX-License-Identifier: MIT
//
// Quotes in the saved text of their source: the traps by the table, the rest by properties.
#include "claims/evidence/quote.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

#include "claims/text/code_points.h"
#include "claims/text/fold.h"

namespace {

using namespace aver::claims;

const std::string kText =
    "Wintermoor, 31 October. The ministers met.\n"
    "\n"
    "“Calda will not act on the 102 requests,” he said. The minister’s answer — plain\n"
    "enough — was: “It is consistent and clear…” He asked for 10² more.\n"
    "\n"
    "“All countries should demand that the DPRD [Democratic People’s Republic of Dorna] cease "
    "these\n"
    "actions,” Kem said, “and soon.” The cost was 1.5 million, of 110 million.\n";

std::string level(std::string_view text, std::string_view quote) {
  return std::string(to_string(CaptureText(text).find(quote).level));
}
std::string level(std::string_view quote) { return level(kText, quote); }

std::string at(std::string_view quote) {
  const CaptureText capture(kText);
  const QuoteMatch match = capture.find(quote);
  return std::string(to_string(match.level)) + " line " + std::to_string(match.line) + " para " +
         std::to_string(match.paragraph) + ": " +
         kText.substr(match.range.begin, match.range.end - match.range.begin);
}

std::string differing(std::string_view text, std::string_view quote) {
  std::string answer;
  for (const AlignedWord& word : CaptureText(text).find(quote).words) {
    if (word.in == AlignedWord::In::quote) answer += "-" + word.text + " ";
    if (word.in == AlignedWord::In::source) answer += "+" + word.text + " ";
  }
  return answer;
}

}  // namespace

TEST_CASE("a quote is there byte for byte, with its line and its paragraph") {
  CHECK(at("The ministers met.") == "verbatim line 1 para 1: The ministers met.");
  CHECK(at("Calda will not act on the 102 requests") ==
        "verbatim line 3 para 2: Calda will not act on the 102 requests");
  CHECK(at("DPRD [Democratic People’s Republic of Dorna] cease") ==
        "verbatim line 6 para 3: DPRD [Democratic People’s Republic of Dorna] cease");
  CHECK(level("  The ministers met. \n") == "verbatim");
}

TEST_CASE("typography does not count") {
  CHECK(at("The minister's answer - plain enough - was: \"It is consistent and clear...\"") ==
        "typography line 3 para 2: The minister’s answer — plain\nenough — was: “It is consistent "
        "and clear…”");
  CHECK(level("answer -- plain enough") == "typography");
  CHECK(level("\"Calda will not act on the 102 requests,\"") == "typography");
  CHECK(level("'The ministers met.'") == "typography");
  CHECK(level("caf\xC3\xA9 is open", "cafe\xCC\x81 is open") == "typography");
  CHECK(level("one\xC2\xA0two", "one two") == "typography");
  CHECK(level("soft\xC2\xADware", "software") == "typography");
  CHECK(level("ef\xEF\xAC\x81"
              "cient",
              "efficient") != "verbatim");
  CHECK(level("e\xEF\xAC\x81t", "efit") == "typography");
}

TEST_CASE("elisions stand for something, in order and not far away") {
  CHECK(level("Calda will ... act on the 102 requests") == "elided");
  CHECK(level("Calda will […] act") == "elided");
  CHECK(level("All countries should demand that the DPRD cease these actions") == "near");
  CHECK(level("All countries should demand that the DPRD ... cease these actions") == "elided");
  CHECK(
      level(
          "[T]he DPRD [Democratic People's Republic of Dorna] cease these actions ... and soon") ==
      "elided");
  CHECK(level("demand that [they] ... cease these actions") == "elided");
  CHECK(level("All [of the] countries should") == "elided");
  // Brackets of the source's own are its words.
  CHECK(level("that the DPRD [the People's Republic of Dorna] cease these actions") != "elided");
  CHECK(level("and soon ... All countries should demand") != "elided");
  CHECK(level("Calda will act ... on the 102 requests") != "elided");
  std::string apart = "He begins here.";
  for (int i = 0; i < 600; ++i) apart += " And so on.";
  apart += " It ends there, far away.";
  CHECK(level(apart, "He begins here ... It ends there, far away") == "missing");
  CHECK(level(apart, "He begins here. It ends there, far away") == "missing");
  const CaptureText capture("Calda will not soon act.");
  const QuoteMatch match = capture.find("Calda will ... act");
  REQUIRE(match.left_out.size() == 1);
  CHECK(match.left_out[0] == ByteRange{10, 20});
}

TEST_CASE("traps: what must not pass") {
  CHECK(level("Calda will act on the 102 requests") == "near");  // a negation dropped
  CHECK(level("Calda will not act on the 102 requests at all") ==
        "near");  // longer than the source
  CHECK(level("The ministers met. It is consistent and clear") != "verbatim");  // two places joined
  CHECK(level("He asked for 102 more") == "near");                              // 10² is not 102
  CHECK(level("He asked for 10 more") == "near");
  CHECK(level("5 million") != "verbatim");   // of 1.5 million
  CHECK(level("10 million") != "verbatim");  // of 110 million
  CHECK(level("was 1") != "verbatim");
  CHECK(level("minister") != "missing");
  CHECK(level("action", "act") != "verbatim");  // half a word
  CHECK(level("½ of it", "1/2 of it") != "typography");
  CHECK(level("calda will not act on the 102 requests") == "near");  // case
  CHECK(level("The ministers met in Perin and left for the coast at once") == "missing");
  CHECK(level("...") == "missing");
  CHECK(level("") == "missing");
  CHECK(level("", "anything") == "missing");
}

TEST_CASE("what differs is told word by word") {
  CHECK(differing(kText, "Calda will act on the 102 requests") == "+not ");
  CHECK(differing(kText, "Calda shall not act on the 103 requests") == "-shall +will -103 +102 ");
  CHECK(differing("市长没有采取行动", "市长采取行动") == "+没 +有 ");
}

TEST_CASE("without blank lines, each line is a paragraph") {
  const CaptureText capture("One.\nTwo.\nThree.\n");
  CHECK(capture.paragraphs() == 3);
  CHECK(capture.find("Three").paragraph == 3);
  CHECK(CaptureText("One.\n\n\nTwo\nand a half.\n\n").find("half").paragraph == 2);
  CHECK(CaptureText("One.\r\n\r\nTwo.\r\n").find("Two").paragraph == 2);
}

TEST_CASE("a quote of 200 kB, and one of very many pieces, are answered") {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "word" + std::to_string(i) + " ";
  CHECK(level(text, text) == "verbatim");
  std::string damaged = text;
  damaged[100] = 'X';
  CHECK(level(text, damaged) == "missing");
  std::string pieces;
  for (int i = 0; i < 5000; ++i) pieces += "word" + std::to_string(i) + " ... ";
  CHECK(level(text, pieces) != "verbatim");
  CHECK(level(std::string(20000, 'a'), "a ... a ... a ... b") != "elided");
}

namespace {

// A text of words, numbers and marks, of several scripts.
rc::Gen<std::string> a_text() {
  const auto word = rc::gen::element<std::string>("Calda", "will", "act", "not", "on", "102", "1.5",
                                                  "minister’s", "—", "…", "“so”", "caf\xC3\xA9",
                                                  "北京", "Россия", "말했다", "the", "said,", "a",
                                                  "(of", "it)", "e\xCC\x81tude", "10²", "fin");
  return rc::gen::map(rc::gen::resize(60, rc::gen::container<std::vector<std::string>>(word)),
                      [](const std::vector<std::string>& words) {
                        std::string text = "Begin";
                        for (std::size_t i = 0; i < words.size(); ++i) {
                          text += i % 7 == 6 ? "\n" : " ";
                          text += words[i];
                        }
                        return text + " end.";
                      });
}

// The bytes at which a word begins.
std::vector<std::size_t> word_begins(const std::string& text) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i - 1] == ' ' || text[i - 1] == '\n') begins.push_back(i);
  }
  return begins;
}

std::string cut(const std::string& text) {
  const std::vector<std::size_t> begins = word_begins(text);
  const auto first = *rc::gen::inRange<std::size_t>(0, begins.size());
  const auto last = *rc::gen::inRange<std::size_t>(first, begins.size());
  const std::size_t end = last + 1 < begins.size() ? begins[last + 1] - 1 : text.size();
  return text.substr(begins[first], end - begins[first]);
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

bool has_letter(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_word_point(next_point(text, i))) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("any cut of a text, with any change of typography, is found where it stands") {
  CHECK(rc::check([] {
    const std::string text = *a_text();
    const std::string quote = cut(text);
    RC_PRE(has_letter(quote));
    const CaptureText capture(text);
    const QuoteMatch exact = capture.find(quote);
    RC_ASSERT(exact.level == QuoteLevel::verbatim);
    RC_ASSERT(text.substr(exact.range.begin, quote.size()) == quote);

    std::string typed = quote;
    const std::vector<std::pair<std::string, std::string>> changes = {
        {"’", "'"},
        {"—", *rc::gen::element<std::string>("-", "--", "–")},
        {"…", "..."},
        {"“", "\""},
        {"”", "»"},
        {"\n", "  "},
        {" ", "\xC2\xA0"},
        {"\xC3\xA9", "e\xCC\x81"},
        {"fin", "\xEF\xAC\x81n"},
        {"will", "wi\xC2\xADll"}};
    for (const auto& [from, to] : changes) {
      if (*rc::gen::arbitrary<bool>()) typed = replaced(typed, from, to);
    }
    const QuoteMatch found = capture.find(typed);
    RC_ASSERT(found.level == QuoteLevel::verbatim || found.level == QuoteLevel::typography);
    // The place says the same, folded.
    const std::string there = text.substr(found.range.begin, found.range.end - found.range.begin);
    const auto core = [](const std::string& one) {
      const std::string folded = fold(one).text;
      const std::size_t first = folded.find_first_not_of(" '");
      return folded.substr(first, folded.find_last_not_of(" '") - first + 1);
    };
    RC_ASSERT(core(there) == core(typed));
  }));
}

TEST_CASE("any changed letter or digit is neither verbatim nor typography") {
  CHECK(rc::check([] {
    const std::string text = *a_text();
    std::string quote = cut(text);
    std::vector<std::size_t> letters;
    for (std::size_t i = 0; i < quote.size(); ++i) {
      const char c = quote[i];
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters.push_back(i);
    }
    RC_PRE(!letters.empty());
    const std::size_t at = letters[*rc::gen::inRange<std::size_t>(0, letters.size())];
    quote[at] = quote[at] >= 'a' ? 'z' : '7';  // neither stands in any text
    const QuoteLevel found = CaptureText(text).find(quote).level;
    RC_ASSERT(found == QuoteLevel::near || found == QuoteLevel::missing);
  }));
}

TEST_CASE("folding leads back to the source, and is the same for a whole and for its parts") {
  CHECK(rc::check([] {
    const std::string text = *a_text();
    const Folded folded = fold(text);
    RC_ASSERT(folded.text.size() == folded.origin.size());
    for (std::size_t i = 0; i < folded.origin.size(); ++i) {
      RC_ASSERT(folded.origin[i] < text.size());
      if (i > 0) RC_ASSERT(folded.origin[i - 1] <= folded.origin[i]);
      RC_ASSERT(folded.source_end(text, i + 1) > folded.origin[i]);
      RC_ASSERT(folded.source_end(text, i + 1) <= text.size());
    }
    RC_ASSERT(fold(folded.text).text == folded.text);
  }));
  CHECK(rc::check([](const std::string& bytes) {
    const Folded folded = fold(bytes);
    RC_ASSERT(folded.text.size() == folded.origin.size());
    const CaptureText capture(bytes);
    (void)capture.find("a b");
    (void)CaptureText("a text of some words").find(bytes);
  }));
}
