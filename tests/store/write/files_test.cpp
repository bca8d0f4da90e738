// SPDX-License-Identifier: MIT
#include "store/write/files.h"

#include <doctest/doctest.h>

#include "store/error.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

TEST_CASE("a file in the place of a folder is told, and stays") {
  const Scratch scratch;
  write(scratch / "claims", "in the way");
  const std::filesystem::path root = (scratch / "claims").parent_path();
  CHECK_THROWS_WITH_AS(put_file(root, "claims/c/claim.toml", "text", FileMode::plain, true),
                       "no folder could be made for claims/c/claim.toml", StoreError);
  CHECK(read(scratch / "claims") == "in the way");
}
