// SPDX-License-Identifier: MIT
#include "store/write/git_listing.h"

#include <doctest/doctest.h>

#include "store/error.h"

using namespace aver::store;

namespace {

const std::string kId = "c3e611fbadbe9fd1c6162e42915fb9023dec95a3";

RunResult said(const std::string& output) {
  RunResult git;
  git.output = output;
  return git;
}

}  // namespace

TEST_CASE("an entry of git's index is read with its mode, and its path may hold anything") {
  const auto entries = listed_entries(
      said("100644 " + kId + " 0\ta b\tc" + '\0' + "120000 " + kId + " 2\tlink" + '\0'));
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].path == "a b\tc");
  CHECK(entries[0].file == FileEntry{kId, FileMode::plain});
  CHECK(entries[1].path == "link");
  CHECK(entries[1].file.mode == FileMode::link);
  CHECK(listed_entries(said("")).empty());
}

TEST_CASE("words before an entry of git's index are no answer, rather than a path that is gone") {
  for (const std::string& words :
       {std::string("On branch main\n"), std::string("Not staged:\n\tdeleted: a.toml\n"),
        std::string("warning "), std::string("1")}) {
    CAPTURE(words);
    CHECK_THROWS_AS(listed_entries(said(words + "100644 " + kId + " 0\ta" + '\0')), StoreError);
  }
  CHECK_THROWS_AS(listed_entries(said("100644 " + kId + " 0\t" + '\0')), StoreError);
  CHECK_THROWS_AS(listed_entries(said("100644 " + kId.substr(1) + " 0\tpath" + '\0')), StoreError);
}

TEST_CASE("the marks before a path are those of git's, or the line is none") {
  CHECK(marked_path(" M a") == "a");
  CHECK(marked_path("A  a b") == "a b");
  CHECK(marked_path("?? a") == "a");
  CHECK(marked_path("H a b") == "a b");
  CHECK(marked_path("S a") == "a");
  for (const char* line : {"", "M", "M ", "H ", "On branch main\nM  a", "Q  a", "Q a"}) {
    CAPTURE(line);
    CHECK_FALSE(marked_path(line));
  }
}
