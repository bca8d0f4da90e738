// SPDX-License-Identifier: MIT
#include "claims/text/paths.h"

#include <doctest/doctest.h>

using namespace aver::claims;

TEST_CASE("a plain path leads down to a file that git can hold") {
  for (const char* path : {"a", "a/b.toml", "notes/a..b.txt", "..a/b..", "...", ".github/x",
                           "sources/2024/x..y.html", "a b/é"}) {
    CAPTURE(path);
    CHECK(is_plain_path(path));
  }
  for (const char* path : {"", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/../b",
                           "a/./b", ".git", "a/.GIT/hooks", ".Git"}) {
    CAPTURE(path);
    CHECK_FALSE(is_plain_path(path));
  }
  CHECK_FALSE(is_plain_path(std::string_view("a\0b", 3)));
}
