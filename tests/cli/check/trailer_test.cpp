// SPDX-License-Identifier: MIT
#include "cli/check/trailer.h"

#include <doctest/doctest.h>

using namespace aver::cli;

TEST_CASE("a trailer is a line of its own, behind the first; the last of a name counts") {
  const std::string message = "Drops: no\n\nSome text. Drops: no\n\nDrops: one\nDrops: two words\n";
  CHECK(trailer_of(message, "Drops") == "two words");
  CHECK(trailer_of("Drops: no", "Drops") == "");
  CHECK(trailer_of("Subject\n\nDrops: why", "Drops") == "why");
  CHECK(has_trailer(message, "Drops", "one"));
  CHECK_FALSE(has_trailer(message, "Drops", "two"));
  CHECK_FALSE(has_trailer(message, "Drop", "one"));
}

TEST_CASE("why records go is said by one kind of line, whoever writes it") {
  CHECK(drops_of("Subject\n\n" + drops_line("told twice")) == "told twice");
  CHECK(drops_of("Subject\n\nDrops:  \n").empty());
  CHECK(drops_of("Subject\n\nIt drops: nothing\n").empty());
}
