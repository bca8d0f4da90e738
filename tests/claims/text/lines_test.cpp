// SPDX-License-Identifier: MIT
#include "claims/text/lines.h"

#include <doctest/doctest.h>

using namespace aver::claims;

TEST_CASE("a text is trimmed at both ends, and nowhere else") {
  CHECK(trimmed("  a b\t", " \t") == "a b");
  CHECK(trimmed("a", " ") == "a");
  CHECK(trimmed(" \ta", " ") == "\ta");
  CHECK(trimmed("   ", " ") == "");
  CHECK(trimmed("", " ") == "");
}

TEST_CASE("the first and the last line of a text") {
  CHECK(first_line("a\nb\nc") == "a");
  CHECK(last_line("a\nb\nc") == "c");
  CHECK(first_line("a") == "a");
  CHECK(last_line("a") == "a");
  CHECK(last_line("a\n") == "");
}
