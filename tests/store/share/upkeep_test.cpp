// SPDX-License-Identifier: MIT
#include "store/upkeep.h"

#include <doctest/doctest.h>

#include "store/bulk.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace fs = std::filesystem;

TEST_CASE("upkeep counts what there is, and is due when there is much") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const Upkeep fresh = upkeep(store);
  CHECK(fresh.loose > 0);
  CHECK(fresh.packs == 0);
  CHECK(fresh.packed == 0);
  CHECK_FALSE(fresh.commit_graph);
  CHECK_FALSE(fresh.partial);
  CHECK_FALSE(upkeep_due(store));

  // 30 files in one of the 256 folders stand for more than git's 6,700.
  for (int i = 10; i < 40; ++i) {
    write(place / "objects/17" / (std::string(36, 'a') + std::to_string(i)), "");
  }
  CHECK(upkeep(store).loose == fresh.loose + 30);
  CHECK(upkeep_due(store) == "about 7680 loose objects");
  fs::remove_all(place / "objects/17");

  {
    Bulk bulk(store);
    for (int i = 0; i < 26'000; ++i) {
      bulk.add("actors/a" + std::to_string(i % 700) + ".toml", std::to_string(i));
      if (i % 1000 == 0) bulk.commit("Step");
    }
    bulk.commit("Step");
    bulk.finish();
  }
  const Upkeep after = upkeep(store);
  CHECK(after.packs == 1);
  CHECK(after.packed > 26'000);
  CHECK_FALSE(upkeep_due(store));
  // The index says how many objects there are; more of them without a graph are a reason.
  {
    Bulk bulk(store);
    for (int i = 0; i < 26'000; ++i) {
      bulk.add("actors/b" + std::to_string(i % 700) + ".toml", "b" + std::to_string(i));
    }
    bulk.commit("Step");
    bulk.finish();
  }
  CHECK(upkeep_due(store) == "a long history without a commit-graph");
  git(place, {"commit-graph", "write", "--reachable", "--changed-paths", "--split"});
  CHECK_FALSE(upkeep_due(store));
  CHECK(upkeep(store).commit_graph);

  for (int i = 0; i < 60; ++i) {
    write(place / "objects/pack" / ("pack-" + std::to_string(i) + ".idx"), "");
  }
  CHECK(upkeep_due(store) == "62 packs");
}

TEST_CASE("only what is needed is done") {
  const auto needed = [](const Upkeep& now) {
    std::string names;
    for (const UpkeepTask& task : upkeep_tasks(now)) names += task.needed ? task.name + " " : "";
    return names;
  };
  CHECK(needed({}) == "history ");
  CHECK(needed({.packs = 1, .loose_refs = 1}) == "history ");
  CHECK(needed({.loose = 3}) == "objects history ");
  CHECK(needed({.packs = 2}) == "history ");  // a step apart: git would leave them
  CHECK(needed({.packs = 2, .stepped = false, .loose_refs = 5}) == "refs objects history ");
  CHECK(needed({.loose = 3, .packs = 9, .partial = true}) == "history ");
}
