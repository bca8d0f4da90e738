// SPDX-License-Identifier: MIT
#include "cli/exchange/import_spool.h"

#include <doctest/doctest.h>

#include "store/error.h"
#include "tests/store/scratch.h"

using namespace aver;
using cli::Spool;
using cli::Spooled;

TEST_CASE("what is spooled comes back, from wherever it is asked for") {
  const tests::Scratch scratch;
  Spool spool((scratch / "aver").string());
  spool.add(1, 5, "claims/c/claim.toml", "text = \"It is so\"\n", std::nullopt);
  const std::uint64_t second = spool.position();
  spool.add(2, -3, "run", "", store::FileMode::executable);
  spool.seek(second);
  Spooled one;
  REQUIRE(spool.next(one));
  CHECK(one.row == 2);
  CHECK(one.day == -3);
  CHECK(one.path == "run");
  CHECK(one.bytes.empty());
  CHECK(one.mode == store::FileMode::executable);
  CHECK_FALSE(spool.next(one));
  spool.seek(0);
  REQUIRE(spool.next(one));
  CHECK(one.path == "claims/c/claim.toml");
  CHECK(one.bytes == "text = \"It is so\"\n");
  CHECK_FALSE(one.mode);
}

TEST_CASE("a spool that ends within a record cannot be read back") {
  const tests::Scratch scratch;
  Spool spool((scratch / "aver").string());
  spool.add(1, 0, "a", "b", std::nullopt);
  spool.seek(spool.position() - 1);
  Spooled one;
  CHECK_THROWS_WITH_AS(spool.next(one), "the import's temporary file could not be read back",
                       store::StoreError);
}
