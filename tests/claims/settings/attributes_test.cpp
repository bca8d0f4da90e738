// SPDX-License-Identifier: MIT
#include "claims/settings/attributes.h"

#include <doctest/doctest.h>

using namespace aver::claims;

TEST_CASE("a new store's attributes are those of every store so far") {
  CHECK(own_attributes() ==
        "*.toml text eol=lf\n"
        "sources/** -text\n"
        "sources/**/*.toml text eol=lf merge=aver diff=aver\n"
        "claims/**/*.toml merge=aver diff=aver\n"
        "actors/**/*.toml merge=aver diff=aver\n"
        "reviews/**/*.toml merge=aver diff=aver\n");
}

TEST_CASE("lines that are added speak of the store's files alone") {
  CHECK(added_attributes() ==
        "aver.toml text eol=lf\n"
        "sources/** -text\n"
        "sources/**/*.toml text eol=lf merge=aver diff=aver\n"
        "claims/**/*.toml text eol=lf merge=aver diff=aver\n"
        "actors/**/*.toml text eol=lf merge=aver diff=aver\n"
        "reviews/**/*.toml text eol=lf merge=aver diff=aver\n");
  CHECK(driver_attributes() ==
        "sources/**/*.toml merge=aver diff=aver\n"
        "claims/**/*.toml merge=aver diff=aver\n"
        "actors/**/*.toml merge=aver diff=aver\n"
        "reviews/**/*.toml merge=aver diff=aver\n");
}

TEST_CASE("a capture keeps its bytes only without conversion, a record also with line feeds") {
  const std::string none = "unspecified";
  CHECK(conversion("sources/x.txt", {"unset", none, none, none}) == "");
  CHECK(conversion("sources/x.txt", {"set", "lf", none, none}) == "text is set");
  CHECK(conversion("sources/x.txt", {none, none, none, none}) == "text is unspecified");
  CHECK(conversion("sources/x.txt", {"unset", none, "set", none}) == "ident is set");
  CHECK(conversion("sources/x.txt", {"unset", none, none, "UTF-16"}) ==
        "working-tree-encoding is UTF-16");
  CHECK(conversion("sources/x.toml", {"set", "lf", none, none}) == "");
  CHECK(conversion("claims/x/claim.toml", {"unset", none, none, none}) == "");
  CHECK(conversion("claims/x/claim.toml", {"auto", "crlf", none, none}) == "eol is crlf");
  CHECK(conversion("aver.toml", {none, none, none, none}) == "eol is unspecified");
}
