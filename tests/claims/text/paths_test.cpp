// SPDX-License-Identifier: MIT
#include "claims/text/paths.h"

#include <doctest/doctest.h>

using namespace aver::claims;

TEST_CASE("what editors and systems leave is known by its name, and nothing else is taken for it") {
  for (const char* path :
       {"claims/c/claim.toml~", "claims/c/.claim.toml.swp", "#x.toml#", "a/.#x.toml", ".DS_Store",
        "sources/._x.pdf", "sources/2024/Thumbs.db", "a/.~lock.x.odt#", "desktop.ini"}) {
    CAPTURE(path);
    CHECK(is_leftover(path));
  }
  for (const char* path :
       {"claims/c/claim.toml", ".gitattributes", ".gitkeep", "sources/x.orig", "sources/x.swp",
        "sources/a~b.txt", "x~/claim.toml", "#", "#1.txt", ""}) {
    CAPTURE(path);
    CHECK_FALSE(is_leftover(path));
  }
}

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

TEST_CASE("a safe path has no name that a file system opens git's own folder by") {
  for (const char* path : {"a/b.toml", "git", "git~2/x", "git~10", "gita", "..git", ".gitignore",
                           ".github/x", "a\\b", "\\", "a:b", "\u200c", "a/.g it"}) {
    CAPTURE(path);
    CHECK(is_safe_path(path));
  }
  for (const char* path :
       {"", "a/../b", ".git", "git~1", "git~1/x", "a/GIT~1", "a/Git~1. ./x", ".git /x", ".git.",
        ".GIT . .", "a/.git::$INDEX_ALLOCATION/x", "git~1:x", "a\\.git", "\\.git", "a\\\\git~1",
        ".git\\x", ".g\u200cit/x", "a/\ufeff.git", ".gi\u206fT"}) {
    CAPTURE(path);
    CHECK_FALSE(is_safe_path(path));
  }
}

TEST_CASE("a path is its folder and its last part") {
  CHECK(folder_part("sources/2024/x.toml") == "sources/2024/");
  CHECK(last_part("sources/2024/x.toml") == "x.toml");
  CHECK(folder_part("x") == "");
  CHECK(last_part("x") == "x");
  CHECK(folder_part("") == "");
  CHECK(last_part("a/") == "");
}
