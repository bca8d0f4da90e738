// SPDX-License-Identifier: MIT
#include "store/trees/tree.h"

#include <doctest/doctest.h>

#include "store/error.h"

using namespace aver::store;

TEST_CASE("bytes that end within an entry are no tree") {
  const std::string whole = std::string("100644 a.toml") + '\0' + std::string(20, 'x');
  CHECK_FALSE(TreeBuilder(whole).empty());
  CHECK(TreeBuilder(std::string()).empty());
  for (std::size_t size = 1; size < whole.size(); ++size) {
    CHECK_THROWS_WITH_AS(TreeBuilder(whole.substr(0, size)), "a folder of the store cannot be read",
                         StoreError);
  }
}
