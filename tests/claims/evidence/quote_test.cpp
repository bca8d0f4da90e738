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
  CHECK(level("minister") == "missing");        // of minister’s
  CHECK(level("action", "act") != "verbatim");  // half a word
  CHECK(level("½ of it", "1/2 of it") != "typography");
  CHECK(level("calda will not act on the 102 requests") == "near");  // case
  CHECK(level("The ministers met in Perin and left for the coast at once") == "missing");
  CHECK(level("...") == "missing");
  CHECK(level("") == "missing");
  CHECK(level("", "anything") == "missing");
}

TEST_CASE("an edge cuts no word") {
  CHECK(level("They can't agree. We won’t stay.", "They can") == "near");
  CHECK(level("They can't agree. We won’t stay.", "We won") == "near");
  CHECK(level("They can't agree. We won’t stay.", "t stay") == "near");
  CHECK(level("They can't agree. We won’t stay.", "They can't agree") == "verbatim");
  CHECK(level("They can't agree. We won’t stay.", "We won't stay.") == "typography");
  CHECK(level("It is the Wealds’ plan.", "the Wealds") == "verbatim");
  CHECK(level("He said ‘no’ to it.", "no") == "verbatim");
  CHECK(level("A non-binding vote", "binding vote") == "near");
  CHECK(level("A well-known vote", "known vote") == "verbatim");
  CHECK(level("The U.W. council", "W. council") == "near");
  CHECK(level("The so\u200Bfar", "far") != "verbatim");
  CHECK(level("These are half-\ntruths of a govern-\nment.", "These are") == "verbatim");
  CHECK(level("These are truths of a govern-\nment.", "ment") == "missing");
  CHECK(level("These are truths of a govern-\nment.", "of a govern") != "verbatim");
  CHECK(level("ראש המו״מ אמר", "ראש המו") != "verbatim");
}

TEST_CASE("an edge cuts no number") {
  const std::string text =
      "It was −7 degrees, then -9, in 2 500 homes of 12,300; at 14:45 some 3/4 paid £8 or 9 € "
      "each, "
      "and 60 % or 70% left, 10–15 a day, ±3. In 2031 400 came, by 1'250 and .5 of it; S/4.";
  for (const std::string_view wrong :
       {"7 degrees", "9, in",    "500 homes",    "300; at", "some 3",  "at 14", "45 some",
        "4 paid",    "8 or 9 €", "paid £8 or 9", "60",      "and 60",  "or 70", "15 a day",
        "left, 10",  "3. In",    "250 and",      "by 1",    "5 of it", "in 2"}) {
    CAPTURE(wrong);
    CHECK(level(text, wrong) != "verbatim");
    CHECK(level(text, wrong) != "typography");
    CHECK(level(text, wrong) != "elided");
  }
  for (const std::string_view right :
       {"−7 degrees", "-9, in 2 500 homes", "of 12,300", "at 14:45", "3/4 paid £8 or 9 €",
        "60 % or 70%", "10–15 a day", "±3", "400 came", "In 2031", "1'250", ".5 of it"}) {
    CAPTURE(right);
    CHECK(level(text, right) == "verbatim");
  }
  CHECK(level("There were 1\u202F000 votes", "000 votes") == "near");
  CHECK(level("It costs $ 5 now", "5 now") == "near");
}

TEST_CASE("brackets stand for a few words of one sentence, and never for a negation") {
  CHECK(level("They will soon go home.", "They will [later] go home") == "elided");
  CHECK(level("They will most certainly all of them go home.", "They will [all] go home") !=
        "elided");
  CHECK(level("They will not go home.", "They will [gladly] go home") != "elided");
  CHECK(level("They can't go home.", "They can[ now] go home") != "elided");
  CHECK(level("They go if asked, home.", "They go [straight] home") != "elided");
  CHECK(level("Ils ne veulent pas partir.", "Ils [tous] veulent partir") != "elided");
  CHECK(level("Они никогда не уйдут домой.", "Они [скоро] уйдут домой") != "elided");
  CHECK(level("他们不回家。", "他们[都]回家") != "elided");
  CHECK(level("They go. We stay at home.", "They [all] stay at home") != "elided");
  CHECK(level("They will soon go home.", "They will [] go home") != "elided");
  CHECK(level("They will soon go home.", "They will [ ] go home") != "elided");
  CHECK(level("They will go home.", "They will [ ] go home") == "elided");
  CHECK(level("He says the plan demands more.", "[T]he plan demand[ed] more") == "elided");
  CHECK(level("He says other plans demand more.", "[T]her plans demand more") != "elided");
  CHECK(level("He says we can hardly wait.", "we can [x] wait") != "elided");
  CHECK(level("They will not ever go home.", "They will ... go home") == "elided");
  CHECK(level("They will not ever go home.", "They will [ … ] go home") == "elided");
  CHECK(level("They will not ever go home.", "They will ( ... ) go home") == "elided");
  CHECK(level("We see that they [the towns] cease fire.", "We ... they [the towns] cea") !=
        "elided");
  CHECK(level("We see that they [the towns] cease fire.", "We ... they [the towns] cease") ==
        "elided");
}

TEST_CASE("what an elision leaves out is told, with the negation in it and whether it leads far") {
  const auto told = [](std::string_view text, std::string_view quote) {
    const QuoteMatch match = CaptureText(text).find(quote);
    return std::string(to_string(match.level)) + " [" + match.negation + "]" +
           (match.far ? " far" : "");
  };
  CHECK(told("Calda has not yet shown signs.", "Calda has ... shown signs") == "elided [not]");
  CHECK(told("Calda has often shown signs.", "Calda has ... shown signs") == "elided []");
  CHECK(told("Calda acts, unless it rains, today.", "Calda acts ... today") == "elided [unless]");
  CHECK(told("Wir handeln keinesfalls, nicht heute, jetzt.", "Wir handeln ... jetzt") ==
        "elided [nicht]");
  CHECK(told("我们从未支持战争。", "我们...支持战争") == "elided [从未]");
  CHECK(told("우리는 결코 가지 않고 돕는다 했다.", "우리는 ... 돕는다 했다") == "elided [않]");
  CHECK(told("It rains.\n\nWe act at home.\n\nThen it ends.", "We act ... it ends") ==
        "elided [] far");
  CHECK(told("It rains. We act\nat home and\nit ends.", "We act ... it ends") == "elided []");
  CHECK(told("“We will go,” Ann Ode said. “We act now.”", "We will go ... We act now") ==
        "elided []");
  CHECK(told("“We will go,” Ann Ode said. “It is late,” said Ben Ash.",
             "We will go ... It is late") == "elided [] far");
}

TEST_CASE("what is left out is shown on one line, without the marks around it") {
  const auto left_out = [](std::string_view text, std::string_view quote) {
    const CaptureText capture(text);
    return words_left_out(capture.find(quote), capture);
  };
  CHECK(left_out("“We go,” he\nadded, “soon, they −7 stay.”", "We go ... soon ... stay") ==
        std::vector<std::string>{"he added", "they −7"});
  CHECK(left_out("“We go.” “They stay.”", "We go ... They stay").empty());
}

TEST_CASE("captions: times and numbers of cues are nobody's words, and words run over cues") {
  const std::string text =
      "1\n00:00:01,000 --> 00:00:03,000\nWe never gave\n\n2\n00:00:03,100 --> 00:00:05,000\n"
      "in to <i>any</i> of them.\n";
  CHECK(level(text, "We never gave in to any of them.") == "typography");
  CHECK(level(text, "We never gave") == "verbatim");
  CHECK(level(text, "00:00:01,000") == "missing");
  CHECK(level(text, "2") == "missing");
  CHECK(level("WEBVTT\n\nNOTE a draft\n\n00:01.000 --> 00:02.000\n<v Ann>Hello you\n", "a draft") ==
        "missing");
  CHECK(level("He drew it so: a --> b, and 2 more.", "a --> b, and 2 more") == "verbatim");
}

TEST_CASE("a quotation over several paragraphs is told without the marks that open them") {
  const std::string text = "He left.\n\n“First we act.\n\n“Then we talk,” Ann Ode said.\n";
  CHECK(level(text, "First we act. Then we talk") == "typography");
  CHECK(level(text, "First we act. \"Then we talk") == "typography");
  CHECK(level(text, "He left. First we act") != "typography");
}

TEST_CASE("line ends break words, with a hyphen or without blanks") {
  const std::string text =
      "These are long-\nterm aims of the govern-\nment, in 2023-\n24, of non-\nRastian and pre-\n"
      "and post-war towns; an under\u00AD\nstanding.";
  for (const std::string_view right :
       {"long-term aims of the government", "longterm aims of the govern-ment", "long-\nterm aims",
        "long- term aims", "in 2023-24, of non-Rastian", "pre- and post-war towns",
        "an understanding."}) {
    CAPTURE(right);
    CHECK(stands(CaptureText(text).find(right).level));
  }
  CHECK(level(text, "in 202324, of") != "typography");
  CHECK(level(text, "nonRastian") != "typography");
  CHECK(level("long-term aims of the government", "long-\nterm aims of the govern-\nment") ==
        "typography");
  CHECK(level("我们支持和\n平。这是“我们\n的”立场，\n不变。",
              "我们支持和平。这是“我们的”立场，不变") == "typography");
  CHECK(level("これは日本\nの立場です", "日本の立場です") == "typography");
  CHECK(level("เราสนับสนุน\nสันติภาพ", "เราสนับสนุนสันติภาพ") == "typography");
  CHECK(level("우리는 평\n화를", "우리는 평화를") != "typography");
}

TEST_CASE("signs that set a text: ligatures, marks in words, presentation forms, blanks") {
  const auto typed = [](std::string_view text, std::string_view quote) {
    CAPTURE(text);
    CHECK(level(text, quote) == "typography");
  };
  typed("The o\uFB00er was e\uFB03cient; ba\uFB04ing mo\uFB06.",
        "offer was efficient; baffling most");
  typed("אמר המו״מ של לג׳ורג׳", "המו\"מ של לג'ורג'");
  typed("The Hawaiʻi vote", "Hawai'i vote");
  typed("We ❤\uFE0F this", "We ❤ this");
  typed("It is 7 \u00B5m long", "7 \u03BCm long");
  typed("\uFEFB \uFEE7\uFED8\uFE92\uFEDE", "لا نقبل");
  typed("الســلام عليكم", "السلام عليكم");
  typed("Nous restons ! Vraiment ? « Oui » : 8,5 % de plus ; assez.",
        "Nous restons! Vraiment? \"Oui\": 8,5% de plus; assez.");
  typed("Nous restons!", "Nous restons !");
  typed("We go — perhaps – soon -- or not.", "We go—perhaps–soon—or not");
  typed("We go—perhaps", "We go - perhaps");
  typed("er sagte »doch« und ging", "er sagte \"doch\" und ging");
  typed("彼は〝そう〟と｢言い｣ました", "「そう」と「言い」ました");
  CHECK(level("It was -5 there", "was - 5 there") != "typography");
  CHECK(level("We re-sign it", "We resign it") != "typography");
  CHECK(level("It is 10² long", "It is 102 long") == "near");
  CHECK(level("It is ½ full", "It is 1⁄2 full") == "near");
}

TEST_CASE("a refusal shows the nearest sentence, and never an empty difference") {
  const auto told = [](std::string_view text, std::string_view quote) {
    const QuoteMatch match = CaptureText(text).find(quote);
    return aver::claims::differing(match.words) + " | " +
           std::string(
               text.substr(match.sentence.begin, match.sentence.end - match.sentence.begin));
  };
  const std::string text =
      "The council is in town. It is said that Calda is big. Calda still continues to be silent, "
      "he "
      "said. We go to market now.";
  CHECK(told(text, "Calda is silent") == " | Calda still continues to be silent, he said.");
  CHECK(told(text, "We go to markets") ==
        "... go to [-markets-] {+market+} | We go to market now.");
  CHECK(told(text, "They go to market") == "[-They-] {+We+} go to ... | We go to market now.");
  CHECK(told("“We mind it,” he said, “in plain terms — all of it.” It ended.",
             "We mind it in plain terms") ==
        "We mind [-it-] {+it,” he said,+} [-in-] {+“in+} plain terms | “We mind it,” he said, “in "
        "plain terms — all of it.”");
  CHECK(told("The dog said no. The cat was of age.", "Nothing of the kind was ever said") ==
        " | The cat was of age.");
  CHECK(told("It fell by -5% in May.", "It fell by 5% in May") ==
        "... fell by [-5%-] {+-5%+} in May | It fell by -5% in May.");
  CHECK(told("The \u0421ourt ruled.", "The Court ruled") ==
        "The [-Court-] {+\u0421ourt+} ruled | The \u0421ourt ruled.");
  CHECK(look_alike(CaptureText("The \u0421ourt ruled.").find("The Court ruled").words) ==
        "; the source has U+0421 CYRILLIC CAPITAL LETTER ES");
  CHECK(look_alike(CaptureText("The Court ruled.").find("The Co\u03BFurt ruled").words) == "");
  CHECK(told("Some 1 000 people came.", "000 people came") ==
        "{+1+} 000 people ... | Some 1 000 people came.");
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
    // "102 102" may be one number.
    RC_PRE(replaced(text, "\n", " ").find("102 102") == text.npos);
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
      const std::string folded = fold_loosely(one).text;
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
    const LooselyFolded loose = fold_loosely(text);
    RC_ASSERT(loose.text.size() == loose.origin.size());
    RC_ASSERT(fold_loosely(loose.text).text == loose.text);
  }));
  CHECK(rc::check([](const std::string& bytes) {
    const Folded folded = fold(bytes);
    RC_ASSERT(folded.text.size() == folded.origin.size());
    const CaptureText capture(bytes);
    (void)capture.find("a b");
    (void)CaptureText("a text of some words").find(bytes);
  }));
}
