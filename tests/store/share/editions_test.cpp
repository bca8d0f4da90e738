// SPDX-License-Identifier: MIT
//
// Tags as somebody may have made them by hand.
#include "store/editions.h"

#include <doctest/doctest.h>

#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

TEST_CASE(
    "a tagger's name and a subject may have any byte: no field of a tag is taken for another") {
  const Scratch scratch;
  git(scratch / "", {"init", "-q", "facts"});
  const std::filesystem::path facts = scratch / "facts";
  write(facts / "aver.toml", "format = 2\n");
  git(facts, {"add", "aver.toml"});
  git(facts, {"commit", "-q", "-m", "x"});
  const std::string commit = git(facts, {"rev-parse", "HEAD"}).substr(0, 40);
  const std::string tag = "object " + commit +
                          "\ntype commit\ntag v1\ntagger A\x01"
                          "boss@x\x01"
                          "1\x01signed" +
                          " <a@x> 1733047200 +0000\n\nAs printed\x01\x02\n";
  const std::string id =
      git(facts, {"hash-object", "-t", "tag", "-w", "--literally", "--stdin"}, tag).substr(0, 40);
  git(facts, {"update-ref", "refs/tags/v1", id});
  git(facts, {"tag", "-a", "-m", "Second", "v2"});
  git(facts, {"tag", "light"});
  const Editions found = editions(Store::open(facts));
  REQUIRE(found.all.size() == 2);
  const auto first = std::find_if(found.all.begin(), found.all.end(),
                                  [](const Edition& one) { return one.name == "v1"; });
  REQUIRE(first != found.all.end());
  CHECK(first->tag == id);
  CHECK(first->commit == commit);
  CHECK(first->tagger ==
        "A\x01"
        "boss@x\x01"
        "1\x01signed");
  CHECK(first->email == "a@x");
  CHECK(first->tagged_at == 1733047200);
  CHECK(first->subject == "As printed\x01\x02");
  CHECK(!first->has_signature);
  CHECK(found.lightweight == std::vector<std::string>{"light"});
}
