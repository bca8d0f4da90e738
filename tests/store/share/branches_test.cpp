// SPDX-License-Identifier: MIT
#include "store/branches.h"

#include <doctest/doctest.h>

#include "store/process.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

TEST_CASE("a branch's upstream is the one that git's settings name, as last fetched") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store::init(facts, {});
  const auto clone = scratch / "clone";
  CHECK(run_git({"clone", "-q", facts.string(), clone.string()}).ok());
  const auto git = [&](std::vector<std::string> words) {
    return run_git(std::move(words), {.directory = clone.string()}).ok();
  };
  const Store store = Store::open(clone);
  const Branches branches(store);
  const auto tip = branches.tip(store.branch());
  REQUIRE(tip);
  CHECK(branches.upstream_tip(store.branch()) == tip);
  CHECK(git({"branch", "-q", "--no-track", "own"}));
  CHECK_FALSE(branches.upstream_tip("own"));
  CHECK(git({"branch", "-q", "--track", "beside", store.branch()}));  // one of this repository
  CHECK(branches.upstream_tip("beside") == tip);
  CHECK_FALSE(branches.upstream_tip("nowhere"));
  CHECK(git({"update-ref", "-d", "refs/remotes/origin/" + store.branch()}));
  CHECK_FALSE(branches.upstream_tip(store.branch()));
}
