// SPDX-License-Identifier: MIT
//
// Captions as a text: every word once, with its time and its voice.
#include "claims/evidence/captions.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "claims/evidence/cue_lines.h"
#include "claims/evidence/quotations.h"
#include "claims/evidence/quote.h"

using namespace aver::claims;

namespace {

std::string found(const std::string& text, std::string_view quote) {
  const CaptureText capture(text);
  const QuoteMatch match = capture.find(quote);
  return std::string(to_string(match.level)) + " " + place_of(match) + " " +
         std::string(capture.voice_at(match.range.begin));
}

const std::string kSpoken =
    "WEBVTT Kind: captions\nLanguage: en\n\nNOTE a first version\n\n"
    "intro\n00:01:02.500 --> 00:01:04.000 align:start\n<v Ann Ode>We never <i>accept</i>\n"
    "the pressure &amp; threats</v>\n\n"
    "01:04.000 --> 01:06.000\n<v Ann Ode>of others.\n<v.loud Kem Lu>Nor do we.\n\n"
    "1:00:00.000 --> 1:00:01.000\n&lt;b> we say\n";

}  // namespace

TEST_CASE("captions are told by how they begin") {
  CHECK(looks_like_captions("WEBVTT\n"));
  CHECK(looks_like_captions("\xEF\xBB\xBFWEBVTT - a title\n"));
  CHECK(looks_like_captions("1\r\n00:00:01,000 --> 00:00:02,000\r\nWe go.\r\n"));
  CHECK(looks_like_captions("\n00:01.000 --> 00:02.000\nWe go.\n"));
  CHECK_FALSE(looks_like_captions("WEBVTTS are files.\n"));
  CHECK_FALSE(looks_like_captions("He wrote:\n\n00:01.000 --> 00:02.000\n"));
  CHECK_FALSE(looks_like_captions("1\n2\n"));
  CHECK_FALSE(looks_like_captions(""));
}

TEST_CASE("captions are written anew with times, voices and words alone") {
  const CaptionText captions = caption_text(kSpoken);
  CHECK(captions.problem == "");
  CHECK(captions.text ==
        "WEBVTT\n\n00:01:02.500 --> 00:01:04.000\n<v Ann Ode>We never accept\n"
        "the pressure & threats\n\n00:01:04.000 --> 00:01:06.000\n<v Ann Ode>of others.\n"
        "<v Kem Lu>Nor do we.\n\n01:00:00.000 --> 01:00:01.000\n<\u2060b> we say\n");
  CHECK(caption_text(captions.text).text == captions.text);
}

TEST_CASE("the numbers of cues are no words, with blank lines around them or without") {
  const auto words = [](const std::string& file) {
    std::string all;
    const std::string text = caption_text(file).text;
    for (const Quotation& one : quotations(CaptureText(text))) {
      all += words_of(CaptureText(text), one) + "|";
    }
    return all;
  };
  const std::string first = "00:00:01,000 --> 00:00:02,000\n";
  const std::string second = "00:00:02,000 --> 00:00:03,000\n";
  CHECK(words("1\n" + first + "We met.\n2\n" + second + "They left.\n") == "We met.|They left.|");
  CHECK(words("1\r\n00:01,000 --> 00:02,000\r\nWe met.\r\n2\r\n00:02,000 --> "
              "00:03,000\r\nThey left.\r\n") == "We met.|They left.|");
  CHECK(words("1\n\n" + first + "\nWe met.\n\n2\n\n" + second + "\nThey left.\n") ==
        "We met.|They left.|");
  CHECK(words("7\n" + first + "In\n2024.\n8\n" + second + "They left.\n") ==
        "In 2024.|They left.|");
  CHECK(words("NOTE\n1\n\n" + first + "We met.\n\n2\n" + second + "They left.\n") ==
        "We met.|They left.|");
  // A number that somebody says: it does not follow the one before, or no cue is counted.
  CHECK(words("1\n" + first + "In\n2024\n" + second + "They left.\n") == "In 2024 They left.|");
  CHECK(words(first + "One\n2\n" + second + "They left.\n") == "One 2 They left.|");
}

TEST_CASE("words that a tag parted become no tag once it is gone") {
  const CaptionText captions =
      caption_text("00:00:01.000 --> 00:00:02.000\nWe will {<i>\\never} yield <<i>b> --<i>> so\n");
  CHECK(captions.text ==
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n"
        "We will {\u2060\\never} yield <\u2060b> --\u2060> so\n");
  CHECK(caption_text(captions.text).text == captions.text);
}

TEST_CASE("a quote in captions has its time and its voice, also over cues") {
  CHECK(found(caption_text(kSpoken).text, "the pressure & threats of others")
            .starts_with("typography 00:01:02 Ann Ode"));
  for (const std::string& text : {kSpoken, caption_text(kSpoken).text}) {
    CHECK(found(text, "of others.") == "verbatim 00:01:04 Ann Ode");
    CHECK(found(text, "Nor do we") == "verbatim 00:01:04 Kem Lu");
    CHECK(found(text, "Ann Ode").starts_with("missing"));
    CHECK(found(text, "a first version").starts_with("missing"));
    CHECK(found(text, "we say") == "verbatim 01:00:00 ");
  }
  CHECK(CaptureText(kSpoken).find("We never ... do we").far);
  CHECK_FALSE(CaptureText(kSpoken).find("We never ... of others").far);
}

TEST_CASE("rolling captions say everything once, and people may repeat themselves") {
  const auto cue = [](int second, const std::string& words) {
    return "00:00:0" + std::to_string(second) + ".000 --> 00:00:0" + std::to_string(second + 1) +
           ".000\n" + words + "\n\n";
  };
  const CaptionText rolled =
      caption_text("WEBVTT\n\n" + cue(1, "we never gave") + cue(2, "we never gave\nin to any") +
                   cue(3, "in to any") + cue(4, "in to any\nof them"));
  CHECK(rolled.repeated == 3);
  CHECK(found(rolled.text, "we never gave in to any of them") == "typography 00:00:01 ");
  CHECK(found(rolled.text, "of them") == "verbatim 00:00:04 ");
  const CaptionText grown =
      caption_text("WEBVTT\n\n" + cue(1, "we") + cue(2, "we never") + cue(3, "we never gave in") +
                   cue(4, "we never gave in to"));
  CHECK(found(grown.text, "we never gave in to") == "typography 00:00:01 ");
  CHECK(grown.repeated == 3);
  const CaptionText said =
      caption_text("WEBVTT\n\n" + cue(1, "No.") + cue(2, "No.") + cue(3, "We go.") +
                   cue(4, "They stay.") + cue(5, "And so?"));
  CHECK(said.repeated == 0);
  CHECK(found(said.text, "No. No. We go") == "typography 00:00:01 ");
}

TEST_CASE("captions whose times go back are refused, with the times") {
  CHECK(caption_text("00:00:05,000 --> 00:00:06,000\nA\n\n00:00:01,000 --> 00:00:02,000\nB\n")
            .problem == "the cue at 00:00:01.000 stands below one at 00:00:05.000");
  CHECK(caption_text("00:00:05,000 --> 00:00:04,000\nA\n").problem ==
        "the cue at 00:00:05.000 ends before, at 00:00:04.000");
  // What was hidden in words does not become times.
  const CaptionText odd = caption_text(
      "00:05,000 --> 00:06,000\nA\n\x0E"
      "00:01,000 --&gt; 00:02,000\n");
  CHECK(odd.text == "WEBVTT\n\n00:00:05.000 --> 00:00:06.000\nA\n00:01,000 --\u2060> 00:02,000\n");
  // No file has such times: they are words.
  CHECK(cue_lines("99999999999:00:00 --> 1:2:3\n").cues.empty());
  CHECK(caption_text("WEBVTT\n").text.empty());
}

TEST_CASE("clock times are read as they are written") {
  CHECK(clock_time(3'723'999) == "01:02:03");
  CHECK(clock_time(360'000'000) == "100:00:00");
  CHECK(read_clock_time("01:02:03") == 3'723'000);
  CHECK(read_clock_time("1:02.5") == 62'500);
  CHECK(read_clock_time("01:02") == 62'000);
  CHECK_FALSE(read_clock_time("12"));
  CHECK_FALSE(read_clock_time("p. 3"));
  CHECK_FALSE(read_clock_time("1:2:3:4"));
}

TEST_CASE("property: a text cut into cues keeps every quote, with its level and its time") {
  rc::check([] {
    const auto lines = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
        rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
                         rc::gen::element<std::string>("we", "never", "don’t", "go", "中", "é,"))),
                     [](const std::vector<std::string>& words) {
                       std::string line;
                       for (const std::string& word : words)
                         line += (line.empty() ? "" : " ") + word;
                       return line;
                     })));
    const bool is_srt = *rc::gen::arbitrary<bool>();
    std::string plain;
    std::string file = is_srt ? "" : "WEBVTT\n\n";
    for (std::size_t i = 0; i < lines.size(); ++i) {
      // A number in each keeps the lines apart: none repeats the one before.
      const std::string line = std::to_string(i + 1000) + " " + lines[i];
      plain += line + "\n";
      const std::string mark = is_srt ? "," : ".";
      if (is_srt) file += std::to_string(i + 1) + "\n";
      file += clock_time(static_cast<std::int64_t>(i) * 1000) + mark + "000 --> " +
              clock_time(static_cast<std::int64_t>(i) * 1000 + 1000) + mark + "000\n" + line +
              "\n\n";
    }
    const auto first = *rc::gen::inRange<std::size_t>(0, lines.size());
    const auto last = *rc::gen::inRange<std::size_t>(first, lines.size());
    std::string quote;
    for (std::size_t i = first; i <= last; ++i) {
      quote += (quote.empty() ? "" : " ") + std::to_string(i + 1000) + " " + lines[i];
    }
    const CaptionText captions = caption_text(file);
    RC_ASSERT(looks_like_captions(file));
    const QuoteMatch match = CaptureText(captions.text).find(quote);
    RC_ASSERT(match.level == CaptureText(plain).find(quote).level);
    RC_ASSERT(place_of(match) == clock_time(static_cast<std::int64_t>(first) * 1000));
  });
}

TEST_CASE("each sentence of captions may be quoted, with the voice that says it") {
  const std::string text =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Ode>Mr. Lu has 2. We never\n\n"
      "00:02.000 --> 00:03.000\n<v Ann Ode>gave in. So\n<v Kem Lu>He said \"no.\" 我们支持。好\n\n"
      "00:03.000 --> 00:04.000\n♪\n";
  const CaptureText capture(text);
  std::string all;
  for (const Quotation& one : quotations(capture)) {
    const std::string words = words_of(capture, one);
    all += clock_time(capture.times_of(one.range)->from) + " " + one.speaker + ": " + words + "\n";
    CHECK(stands(capture.find(words).level));
  }
  CHECK(all ==
        "00:00:01 Ann Ode: Mr. Lu has 2.\n00:00:01 Ann Ode: We never gave in.\n"
        "00:00:02 Ann Ode: So\n00:00:02 Kem Lu: He said \"no.\"\n00:00:02 Kem Lu: 我们支持。\n"
        "00:00:02 Kem Lu: 好\n");
}

TEST_CASE("a line of nothing but signs that open tags is read in one go") {
  const std::string signs = std::string(1 << 20, '<') + std::string(1 << 20, '{') + ">";
  CHECK(caption_text("00:01,000 --> 00:02,000\n" + signs + "\n").text.size() > signs.size());
}
