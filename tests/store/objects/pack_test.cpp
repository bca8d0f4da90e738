// SPDX-License-Identifier: MIT
#include "store/objects/pack.h"

#include <doctest/doctest.h>

#include "store/error.h"
#include "store/objects/deflate.h"
#include "store/objects/git.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

TEST_CASE("a pack that cannot be written is told") {
  const Scratch scratch;
  write(scratch / "file", "in the way");
  CHECK_THROWS_WITH_AS(TemporaryFile(scratch / "file", "pack"),
                       "the store's objects could not be written", StoreError);
}

TEST_CASE("a pack that cannot be read back is told") {
  const Scratch scratch;
  CHECK_THROWS_WITH_AS(inflate("no zlib stream", 5),
                       "a pack that was just written cannot be read back", StoreError);
  // An index without a byte cannot be mapped.
  CHECK_THROWS_WITH_AS(
      ClosedPack(TemporaryFile(scratch / "p", "pack"), TemporaryFile(scratch / "p", "index"), {}),
      "a pack's index cannot be read back", StoreError);
}

TEST_CASE("what is no object id is not taken for one") {
  start_libgit2();
  const std::string id = "0123456789abcdef0123456789abcdef01234567";
  CHECK(to_hex(from_hex(id)) == id);
  CHECK_THROWS_WITH_AS(from_hex("0123"), "\"0123\" is no object id", StoreError);
  CHECK_THROWS_AS(from_hex(id + "0"), StoreError);
  CHECK_THROWS_AS(from_hex("x" + id.substr(1)), StoreError);
}
