// SPDX-License-Identifier: MIT
//
// Quotations in a text, in the marks of the usual languages, well and badly paired; and who said
// them.
#include "claims/evidence/quotations.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace {

using namespace aver::claims;

std::string listed(std::string_view text) {
  const CaptureText capture(text);
  std::string answer;
  for (const Quotation& one : quotations(capture)) {
    answer +=
        std::to_string(one.paragraph) + " [" + words_of(capture, one) + "] " + one.speaker + "\n";
  }
  return answer;
}

}  // namespace

TEST_CASE("the marks of the usual languages") {
  CHECK(listed("He says “yes”, and \"no\".") == "1 [yes] \n1 [no] \n");
  CHECK(listed("„Ja“, und «oui», et « non », und »doch«.") ==
        "1 [Ja] \n1 [oui] \n1 [non] \n1 [doch] \n");
  CHECK(listed("Zij zei „nee”.") == "1 [nee] \n");
  CHECK(listed("「はい」と『いいえ』") == "1 [はい] \n1 [いいえ] \n");
  CHECK(listed("It is ‘not so’, it’s Ministers’ talk of the ’90s.") == "1 [not so] \n");
  CHECK(listed("It's the minister's 'last word', isn't it?") == "1 [last word] \n");
}

TEST_CASE(
    "single marks are cut neither at contractions nor at genitives; abbreviations open nothing") {
  CHECK(listed("‘We don’t mind,’ Ann Ode said. ‘They can’t stay.’") ==
        "1 [We don’t mind,] Ann Ode\n1 [They can’t stay.] Ann Ode\n");
  CHECK(listed("'We don't mind,' Ann Ode said. 'They can't stay.'") ==
        "1 [We don't mind,] Ann Ode\n1 [They can't stay.] Ann Ode\n");
  CHECK(listed("‘The ministers’ talks of the ’90s ended,’ Ann Ode said.") ==
        "1 [The ministers’ talks of the ’90s ended,] Ann Ode\n");
  CHECK(listed("ראש המו\"מ אמר: \"נמשיך הלאה\".") == "1 [נמשיך הלאה] \n");
  CHECK(listed("彼は〝そうだ〟と言い、｢はい｣と答えた。") == "1 [そうだ] \n1 [はい] \n");
}

TEST_CASE("nested, badly paired and unclosed marks") {
  CHECK(listed("“He told me ‘no’ twice,” Ann Ode said.") == "1 [He told me ‘no’ twice,] Ann Ode\n");
  CHECK(listed("“He told me “no” twice,” Ann Ode said.") == "1 [He told me “no” twice,] Ann Ode\n");
  CHECK(listed("It backs “talks and more,“ noting that its ”line stays” as it is.") ==
        "1 [talks and more,] \n1 [line stays] \n");
  CHECK(listed("“One paragraph.\n\n“And another,” he said.") ==
        "1 [One paragraph.\n\n“And another,] \n");
  CHECK(
      listed("“First we act.\n\n“Then we talk.\n\n“And rest,” Ann Ode said.\n\n“No,” Ash said.") ==
      "1 [First we act.\n\n“Then we talk.\n\n“And rest,] Ann Ode\n4 [No,] Ash\n");
  CHECK(listed("“It is closed.”\n\n“And another,” Ann Ode said.") ==
        "1 [It is closed.] \n2 [And another,] Ann Ode\n");
  CHECK(listed("A 6\" nail, and \"words\".") == "1 [words] \n");
  CHECK(listed("“” and \"...\" are empty") == "");
}

TEST_CASE("the speaker stands behind, in front, between, or in the sentence before") {
  CHECK(listed("“We will see,” Ann Ode said.") == "1 [We will see,] Ann Ode\n");
  CHECK(listed("“We will see,” said Ann Ode, the minister.") == "1 [We will see,] Ann Ode\n");
  CHECK(listed("Ann Ode said that it was “clear.”") == "1 [clear.] Ann Ode\n");
  CHECK(listed("Ann Ode, spokesman for the House in Perin, said in a note that it was “clear.”") ==
        "1 [clear.] Ann Ode\n");
  CHECK(listed("“If they act,” he said, “we will see.”") == "1 [If they act, ... we will see.] \n");
  CHECK(listed("Ann Ode told reporters: “No.” “And if they act,” she added, “we will see.”") ==
        "1 [No.] Ann Ode\n1 [And if they act, ... we will see.] Ann Ode\n");
  CHECK(listed("“We go,” said Ann Ode. “Then we stay.”") ==
        "1 [We go,] Ann Ode\n1 [Then we stay.] Ann Ode\n");
  CHECK(
      listed(
          "Secretary of Defense Ben Ash met them.\nAnn Ode spoke first.\n“So be it,” Ash said.") ==
      "3 [So be it,] Secretary of Defense Ben Ash\n");
  CHECK(listed("Ann Ode noted that it rained.\n“So it does,” she said of the rain.") ==
        "2 [So it does,] Ann Ode\n");
  CHECK(listed("“Quiet,” Cal said, noting that if it comes to “a point,” then “it begins.”") ==
        "1 [Quiet,] Cal\n1 [a point,] Cal\n1 [it begins.] Cal\n");
  CHECK(listed("It is “under review,” according to Renwire.") == "1 [under review,] Renwire\n");
  CHECK(listed("“Ich weiß es nicht“, sagte Adela Morkant.") ==
        "1 [Ich weiß es nicht] Adela Morkant\n");
}

TEST_CASE("a name that comes in full later is the same person's; the first of the fullest counts") {
  CHECK(listed("“No,” Ode said.\nAnn Maria Ode left. Ann Ode came. Eve Maria Ode too.") ==
        "1 [No,] Ann Maria Ode\n");
  CHECK(listed("“No,” Ode said. “Yes,” Ash said. “Or,” he said.\nBen Ash left. Ann Ode came.") ==
        "1 [No,] Ann Ode\n1 [Yes,] Ben Ash\n1 [Or,] Ben Ash\n");
}

TEST_CASE("a text of very many quotations, marks or names takes no longer for each") {
  const auto found_in = [](int count, const auto& piece) {
    std::string text;
    for (int i = 0; i < count; ++i) text += piece(i);
    return quotations(CaptureText(text)).size();
  };
  CHECK(found_in(30'000, [](int) { return std::string("“We go,” Calda said. "); }) == 30'000);
  CHECK(found_in(30'000, [](int i) {
          return "“We go,” said Ann Ode" + std::to_string(i) + ". ";
        }) == 30'000);
  CHECK(found_in(200'000, [](int) { return std::string("'a "); }) == 0);
  CHECK(found_in(100'000, [](int) { return std::string("\"a said "); }) > 0);
  CHECK(found_in(100'000, [](int) { return std::string("Said Ann "); }) == 0);
  CHECK(found_in(1, [](int) {
          std::string text = "“We go.” ";
          for (int i = 0; i < 100'000; ++i) text += "Calda said it ";
          return text + "“We stay.”";
        }) == 2);
}

TEST_CASE("names are resolved to those who are known") {
  const std::vector<Called> all = {{"uw/brindle", {"Albert Brindle"}},
                                   {"uw/aldern", {"Lucas Aldern"}},
                                   {"sd/kem", {"Kem Yarr-olin"}},
                                   {"nd/kem", {"Kem Jarr Ul", "Marshal Kem"}},
                                   {"calda", {"Calda", "Belmora"}}};
  CHECK(called("Brindle", all) == "uw/brindle");
  CHECK(called("Secretary of Defense Lucas Aldern", all) == "uw/aldern");
  CHECK(called("Secretary Aldern", all) == "uw/aldern");
  CHECK(called("Kem", all) == "");
  CHECK(called("Minister of Defense Kem Yarr-olin", all) == "sd/kem");
  CHECK(called("Belmora", all) == "calda");
  CHECK(called("Nobody", all) == "");
  CHECK(called("", all) == "");
}

TEST_CASE("any bytes have some quotations, in order and inside") {
  CHECK(rc::check([](const std::vector<std::string>& pieces) {
    std::string text;
    const char* marks[] = {"“", "”",  "\"", "'", "‘",  "’", "«",
                           "»", "「", "」", " ", ". ", "A", "said "};
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      text += pieces[i];
      text += marks[*rc::gen::inRange<std::size_t>(0, 14)];
    }
    std::size_t last = 0;
    for (const Quotation& one : quotations(CaptureText(text))) {
      RC_ASSERT(one.range.begin >= last);
      RC_ASSERT(one.range.end > one.range.begin);
      RC_ASSERT(one.range.end <= text.size());
      last = one.range.end;
      const QuoteMatch match =
          CaptureText(text).find(text.substr(one.range.begin, one.range.end - one.range.begin));
      (void)match;
    }
  }));
}
