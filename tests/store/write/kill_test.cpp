// SPDX-License-Identifier: MIT
//
// Killed anywhere, a write leaves store and work tree as before or as after; and the next one goes
// on.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "store/store.h"
#include "store/write/worktree.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

const std::string kActor = "name = \"Calda\"\nkind = \"state\"\n";
const std::string kOther = "name = \"Calda, renamed\"\nkind = \"state\"\n";

std::string die_at;

void die(const char* step) {
  if (die_at == step) kill(getpid(), SIGKILL);
}

// Runs a write in a process of its own that is killed at the step.
void killed_write(const std::filesystem::path& place, const char* step,
                  const std::vector<Edit>& edits) {
  const pid_t child = fork();
  if (child == 0) {
    die_at = step;
    set_fault_point(die);
    try {
      Store store = Store::open(place);
      put(store, edits);
    } catch (const StoreError&) {
    }
    _exit(7);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("a write that is killed leaves everything as before or as after") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/kept.toml", kActor},
              {"actors/edited.toml", kActor},
              {"actors/removed.toml", kActor}});
  const std::string before = git(facts, {"rev-parse", "HEAD"});
  for (const char* step : {"journal", "file", "objects", "index lock", "index", "branch"}) {
    CAPTURE(step);
    killed_write(facts, step,
                 {{"actors/new.toml", kActor},
                  {"actors/edited.toml", kOther},
                  {"actors/removed.toml", std::nullopt}});
    // Whatever a user of git does now, no record is lost: the branch never lacks what the index was
    // told.
    const bool after = git(facts, {"rev-parse", "HEAD"}) != before;
    if (!after) CHECK(git(facts, {"show", "HEAD:actors/edited.toml"}) == kActor);

    // The status settles what was left behind.
    CHECK(Store::open(facts).status().changes.empty());
    CHECK(git(facts, {"status", "--porcelain"}) == "");
    CHECK(read(facts / "actors/edited.toml") == (after ? kOther : kActor));
    CHECK(std::filesystem::exists(facts / "actors/new.toml") == after);
    CHECK(std::filesystem::exists(facts / "actors/removed.toml") == !after);
    CHECK(git(facts, {"fsck", "--strict", "--no-dangling"}) == "");

    // And the next write goes on from there.
    put(store, {{std::string("actors/next-") + step + ".toml", kActor}});
    CHECK(git(facts, {"status", "--porcelain"}) == "");
    git(facts, {"reset", "-q", "--hard", before.substr(0, 40)});
  }
}

TEST_CASE("what a user did to a file behind a killed write stays") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/edited.toml", kActor}});
  killed_write(facts, "index", {{"actors/edited.toml", kOther}, {"actors/new.toml", kActor}});
  write(facts / "actors/edited.toml", "mine\n");
  write(facts / "actors/new.toml", "mine, too\n");
  put(store, {{"actors/next.toml", kActor}});
  CHECK(read(facts / "actors/edited.toml") == "mine\n");
  CHECK(read(facts / "actors/new.toml") == "mine, too\n");
}

TEST_CASE("a bare store that is killed has the old tip or the new one") {
  const Scratch scratch;
  const auto place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  for (const char* step : {"objects", "branch"}) {
    killed_write(place, step, {{std::string("actors/") + step + ".toml", kActor}});
    CHECK(git(place, {"fsck", "--strict", "--no-dangling"}) == "");
  }
  CHECK_FALSE(store.view().blob_id("actors/objects.toml"));
  CHECK(store.view().blob_id("actors/branch.toml"));
  put(store, {{"actors/next.toml", kActor}});
}

TEST_CASE("a hook that refuses an edit of a record gives the old file back") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/x.toml", kActor}, {"actors/y.toml", kActor}});
  write(facts / ".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n");
  std::filesystem::permissions(facts / ".git/hooks/pre-commit", std::filesystem::perms::owner_all);
  CHECK_THROWS_AS(put(store, {{"actors/x.toml", kOther}, {"actors/y.toml", std::nullopt}}),
                  StoreError);
  CHECK(read(facts / "actors/x.toml") == kActor);
  CHECK(read(facts / "actors/y.toml") == kActor);
  CHECK(git(facts, {"status", "--porcelain"}) == "");
}

TEST_CASE("a full disk leaves nothing half done") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const std::string before = git(facts, {"rev-parse", "HEAD"});
  // A folder of objects that cannot be written is what a read-only disk looks like, for root, too.
  std::filesystem::rename(facts / ".git/objects", facts / ".git/objects-away");
  std::filesystem::create_directory(facts / ".git/objects");
  write(facts / ".git/objects/info/alternates", (facts / ".git/objects-away").string() + "\n");
  std::filesystem::create_directory(facts / ".git/objects/pack");
  for (int i = 0; i < 256; ++i) {
    char name[3];
    std::snprintf(name, sizeof name, "%02x", static_cast<unsigned>(i));
    write(facts / ".git/objects" / name, "in the way");
  }
  Store again = Store::open(facts);
  CHECK_THROWS_AS(put(again, {{"actors/x.toml", kActor}}), StoreError);
  CHECK(git(facts, {"rev-parse", "HEAD"}) == before);
  CHECK_FALSE(std::filesystem::exists(facts / "actors"));
  CHECK(git(facts, {"status", "--porcelain"}) == "");
}
