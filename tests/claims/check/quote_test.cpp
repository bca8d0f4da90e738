// SPDX-License-Identifier: MIT
//
// What is told of a quote by how it stands in its source.
#include <doctest/doctest.h>

#include <string>

#include "claims/check/check.h"
#include "claims/records/codec.h"
#include "tests/claims/build.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

// "warning quote/far: ..." for each finding of the quote in that text.
std::string told(const std::string& text, const std::string& quote) {
  Stance record = stance("2031-05-04", "affirm", "a");
  record.quote = quote;
  record.source = "2031/press";
  QuoteVerdict verdict;
  const CaptureText capture(text);
  verdict.match = capture.find(quote);
  verdict.left_out = words_left_out(verdict.match, capture);
  verdict.nearest = capture.said(verdict.match.sentence);
  const auto decoded = decode_stance(encode(record), "claims/topic/x/a.toml");
  std::string lines;
  for (const Diagnostic& one : check_quote(decoded, EvidenceView(record, 0), verdict)) {
    lines += std::string(to_string(one.severity)) + " " + std::string(one.rule.text()) + ": " +
             one.sentence + (one.hint.empty() ? "" : " (" + one.hint + ")") + "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("what an elided quote leaves out is told where it may turn the sense") {
  CHECK(told("Calda has often sent aid.", "Calda has ... sent aid") == "");
  CHECK(told("Calda has not yet sent aid.", "Calda has ... sent aid") ==
        "warning quote/negation: the quote leaves out \"not yet\", and in it \"not\"\n");
  CHECK(told("Calda sends aid.\n\nIt rained.\n\nThen it stopped.", "Calda sends ... it stopped") ==
        "warning quote/far: the quote leads over a paragraph, or from one speaker's words into "
        "another's: it leaves out \"aid. It rained. Then\"\n");
}

TEST_CASE("words that follow each other in two mouths are told") {
  const std::string far =
      "warning quote/far: the quote leads from one speaker's words into another's\n";
  const std::string captions =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Ode>We never\n\n00:02.000 --> 00:03.000\n"
      "<v Ann Ode>gave in.\n<v Kem Lu>We <i>did</i>.\n\n00:03.000 --> 00:04.000\nLaughter.\n";
  CHECK(told(captions, "We never gave in.") == "");
  CHECK(told(captions, "gave in. We did") == far);
  CHECK(told(captions, "We never gave in. We did.") == far);
  CHECK(told(captions, "We did. Laughter") == far);
  CHECK(told(captions, "We did") == "");
  CHECK(told(captions, "We ... gave in. We did").find("quote/far") != std::string::npos);
  const std::string mail =
      "Subject: Fwd\nFrom: Ann\n\nWe go.\n> Will you\n> go?\n> > Who goes?\nNo.\n\n"
      "Subject: plan\nFrom: Kem\n\nThey stay.\nFrom: here they go.\n";
  CHECK(told(mail, "They stay. From: here they go") == "");
  CHECK(told(mail, "No.\n\nSubject: plan\nFrom: Kem\n\nThey stay") == far);
  CHECK(told(mail, "Who goes? No") == far);
  CHECK(told(mail, "Will you\n> go?") == "");
  CHECK(told(mail, "Who goes?") == "");
  CHECK(told("We go.\n> Who goes?\nNo.\n", "Who goes? No") == "");
  CHECK(told("Subject: a\nFrom: b\n\nWe go.", "Subject: a From: b We go") == "");
}

TEST_CASE("a quote that does not stand is told with the nearest sentence, or with what differs") {
  CHECK(told("It rains. Calda still goes on to be very silent. It ends.", "Calda is silent") ==
        "error quote/missing: the quote does not stand in the saved text of 2031/press (nearest, "
        "para 1: Calda still goes on to be very silent.)\n");
  CHECK(told("The \u0421ourt has ruled.", "The Court has ruled") ==
        "error quote/near: the quote differs from the words in the saved text of 2031/press: The "
        "[-Court-] {+\u0421ourt+} has ruled ([-the quote-] {+its source+}); the source has U+0421 "
        "CYRILLIC CAPITAL LETTER ES\n");
}
