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

TEST_CASE("a quote that does not stand is told with the nearest sentence, or with what differs") {
  CHECK(told("It rains. Calda still goes on to be very silent. It ends.", "Calda is silent") ==
        "error quote/missing: the quote does not stand in the saved text of 2031/press (nearest, "
        "para 1: Calda still goes on to be very silent.)\n");
  CHECK(told("The \u0421ourt has ruled.", "The Court has ruled") ==
        "error quote/near: the quote differs from the words in the saved text of 2031/press: The "
        "[-Court-] {+\u0421ourt+} has ruled ([-the quote-] {+its source+}); the source has U+0421 "
        "CYRILLIC CAPITAL LETTER ES\n");
}
