// SPDX-License-Identifier: MIT
//
// Hyphens at line ends come back where a program took them out.
#include "claims/evidence/line_ends.h"

#include <doctest/doctest.h>

#include "claims/evidence/quote.h"

using namespace aver::claims;

TEST_CASE("words are broken again as they were on the page, and others stay") {
  const std::string text =
      with_line_ends("The nonproliferation treaty,\n\ngovernment (longterm) aims of 202324.\n",
                     "govern-\nment (long-\nterm) aims of 2023-\n24.\nThe non- \n proliferation "
                     "treaty,\na -\nb\n");
  CHECK(text == "The non-\nproliferation treaty,\n\ngovern-\nment (long-\nterm) aims of 202324.\n");
  const CaptureText capture(text);
  for (const char* quote :
       {"The non-proliferation treaty", "The nonproliferation treaty", "government", "long-term"}) {
    CHECK(capture.find(quote).level == QuoteLevel::typography);
  }
  CHECK(with_line_ends("as it is\n", "as it\nis\n") == "as it is\n");
  CHECK(with_line_ends("caf\u00E9s", "caf\u00E9\u2010\ns") == "caf\u00E9\u2010\ns");
  CHECK(with_line_ends("", "a-\nb") == "");
  CHECK(with_line_ends("ab", "") == "ab");
}
