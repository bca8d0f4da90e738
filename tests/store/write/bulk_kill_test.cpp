// SPDX-License-Identifier: MIT
//
// Killed anywhere, a bulk write leaves store and work tree as at a checkpoint; and the next write
// goes on.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "store/bulk.h"
#include "store/write/worktree.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace fs = std::filesystem;

namespace {

std::string die_at;
fs::path place_of_death;

void die(const char* step) {
  if (!die_at.starts_with(step)) return;
  if (die_at == std::string(step) + ", in pieces") {
    // What git has just begun to write, and what it has taken away to write anew.
    write(place_of_death / "claims/t0/c0.toml", "");
    write(place_of_death / "claims/t1/c1.toml", "1");
    fs::remove(place_of_death / "actors/edited.toml");
  } else if (die_at == std::string(step) + ", told to stop") {
    kill(getpid(), SIGINT);
    return;
  } else if (die_at != step) {
    // git writes the files first, then the index: here it came to one new file and one edit.
    write(place_of_death / "claims/t0/c0.toml", "0\n");
    write(place_of_death / "actors/edited.toml", "new\n");
    fs::remove(place_of_death / "actors/gone.toml");
  }
  kill(getpid(), SIGKILL);
}

void write_thirty(Bulk& bulk) {
  for (int i = 0; i < 30; ++i) {
    bulk.add("claims/t" + std::to_string(i % 3) + "/c" + std::to_string(i) + ".toml",
             std::to_string(i) + "\n");
    if (i == 10) bulk.add("actors/edited.toml", "new\n");
    if (i == 20) bulk.remove("actors/gone.toml");
    bulk.commit("Step");
  }
}

void killed_bulk(const fs::path& place, const char* step) {
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGINT, SIG_DFL);  // doctest has its own way with it
    die_at = step;
    place_of_death = place;
    set_fault_point(die);
    try {
      Store store = Store::open(place);
      Bulk bulk(store);
      write_thirty(bulk);
      if (die_at == "commits") kill(getpid(), SIGKILL);
      bulk.finish();
    } catch (const StoreError&) {
    }
    _exit(7);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("a bulk write that is killed leaves everything as before or as after") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/edited.toml", "old\n"}, {"actors/gone.toml", "gone\n"}});
  const std::string before = git(facts, {"rev-parse", "HEAD"});
  for (const char* step : {"commits", "objects", "journal", "journal, half way",
                           "journal, in pieces", "index", "branch"}) {
    CAPTURE(step);
    killed_bulk(facts, step);
    const bool after = git(facts, {"rev-parse", "HEAD"}) != before;
    CHECK(after == (std::string(step) == "branch"));
    if (!after) CHECK(git(facts, {"show", "HEAD:actors/edited.toml"}) == "old\n");
    // The status settles what was left behind.
    CHECK(Store::open(facts).status().changes.empty());
    CHECK(git(facts, {"status", "--porcelain"}) == "");
    CHECK(read(facts / "actors/edited.toml") == (after ? "new\n" : "old\n"));
    CHECK(fs::exists(facts / "actors/gone.toml") == !after);
    CHECK(fs::exists(facts / "claims/t0/c0.toml") == after);
    for (const fs::directory_entry& entry : fs::directory_iterator(facts / ".git/objects/pack")) {
      CHECK(entry.path().extension() != ".keep");
    }
    CHECK(git(facts, {"fsck", "--strict", "--no-dangling"}) == "");
    // And the next write goes on from there.
    put(store, {{"actors/next.toml", step}});
    CHECK(git(facts, {"status", "--porcelain"}) == "");
    git(facts, {"reset", "-q", "--hard", before.substr(0, 40)});
  }
  // Whatever was left in a temporary file, gc removes; old enough, that is.
  git(facts, {"prune", "--expire=now"});
  for (const fs::directory_entry& entry : fs::directory_iterator(facts / ".git/objects/pack")) {
    CHECK_FALSE(entry.path().filename().string().starts_with("tmp_"));
  }
}

TEST_CASE("told to stop while files and index move on, a bulk write ends with that first") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/edited.toml", "old\n"}, {"actors/gone.toml", "gone\n"}});
  killed_bulk(facts, "journal, told to stop");
  CHECK(git(facts, {"show", "HEAD:actors/edited.toml"}) == "new\n");
  CHECK(git(facts, {"status", "--porcelain"}) == "");
  CHECK(read(facts / "actors/edited.toml") == "new\n");
  CHECK(fs::is_empty(facts / ".git/aver/journal"));
}

TEST_CASE("where git stops half-way, what it has written is taken back at once") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/edited.toml", "old\n"}, {"actors/gone.toml", "gone\n"}});
  const std::string before = git(facts, {"rev-parse", "HEAD"});
  const std::string found =
      aver::store::run({"sh", "-c", "printf %s \"$(command -v git)\""}).output;
  write(scratch / "bin/git",
        "#!/bin/sh\nif [ \"$1\" = read-tree ]; then\n  mkdir -p claims/t0\n"
        "  : > claims/t0/c0.toml\n  rm actors/edited.toml\n"
        "  echo 'error: unable to write file claims/t0/c0.toml' >&2\n  exit 128\nfi\nexec " +
            found + " \"$@\"\n");
  fs::permissions(scratch / "bin/git", fs::perms::owner_all);
  const std::string path = std::getenv("PATH");
  setenv("PATH", ((scratch / "bin").string() + ":" + path).c_str(), 1);
  try {
    Bulk bulk(store);
    write_thirty(bulk);
    bulk.finish();
    FAIL("it was written");
  } catch (const StoreError& error) {
    CHECK(error.fault() == Fault::io);
    CHECK(error.causes() ==
          std::vector<std::string>{"error: unable to write file claims/t0/c0.toml"});
  }
  setenv("PATH", path.c_str(), 1);
  CHECK(git(facts, {"rev-parse", "HEAD"}) == before);
  CHECK(git(facts, {"status", "--porcelain"}) == "");
  CHECK(read(facts / "actors/edited.toml") == "old\n");
  CHECK_FALSE(fs::exists(facts / "claims/t0/c0.toml"));
}

TEST_CASE(
    "killed in a sparse checkout, a bulk write leaves nothing of what is left out in the index") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/edited.toml", "old\n"},
              {"actors/gone.toml", "gone\n"},
              {"sources/x.toml", "x\n"},
              {"claims/kept.toml", "kept\n"}});
  git(facts, {"sparse-checkout", "set", "--cone", "sources"});
  REQUIRE_FALSE(fs::exists(facts / "actors"));
  const std::string before = git(facts, {"rev-parse", "HEAD"});
  for (const char* step : {"journal", "index", "branch"}) {
    CAPTURE(step);
    killed_bulk(facts, step);
    const bool after = git(facts, {"rev-parse", "HEAD"}) != before;
    CHECK(after == (std::string(step) == "branch"));
    CHECK(Store::open(facts).status().changes.empty());
    CHECK(git(facts, {"status", "--porcelain"}) == "");
    // A file that a removal was taken back of may lie there until git takes it away again.
    CHECK(fs::exists(facts / "actors") == (std::string(step) == "index"));
    git(facts, {"sparse-checkout", "reapply"});
    CHECK_FALSE(fs::exists(facts / "actors"));
    CHECK_FALSE(fs::exists(facts / "claims"));
    CHECK(git(facts, {"status", "--porcelain"}) == "");
  }
  CHECK(git(facts, {"show", "HEAD:actors/edited.toml"}) == "new\n");
  CHECK(read(facts / "sources/x.toml") == "x\n");
}

TEST_CASE("a disk that cannot be written to ends a bulk write, and nothing of it is published") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const std::string before = git(place, {"rev-parse", "HEAD"});
  Bulk bulk(store);
  fs::remove_all(place / "objects/pack");
  write(place / "objects/pack", "in the way\n");
  try {
    bulk.add("actors/a.toml", "a\n");
    FAIL("it was written");
  } catch (const StoreError& error) {
    CHECK(error.fault() == Fault::io);
  }
  fs::remove(place / "objects/pack");
  CHECK_THROWS_AS(bulk.commit("No"), StoreError);
  CHECK_THROWS_AS(bulk.finish(), StoreError);
  CHECK(git(place, {"rev-parse", "HEAD"}) == before);
}

TEST_CASE("a bare store that is killed in a bulk write has the old tip or the new one") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  put(store, {{"actors/edited.toml", "old\n"}, {"actors/gone.toml", "gone\n"}});
  const std::string before = git(place, {"rev-parse", "HEAD"});
  for (const char* step : {"commits", "objects", "branch"}) {
    CAPTURE(step);
    killed_bulk(place, step);
    CHECK((git(place, {"rev-parse", "HEAD"}) == before) == (std::string(step) != "branch"));
    CHECK(git(place, {"fsck", "--strict", "--no-dangling"}) == "");
  }
  Bulk bulk(store);
  bulk.add("actors/next.toml", "");
  bulk.commit("Next");
  bulk.finish();
  CHECK(git(place, {"rev-list", "--count", "HEAD"}) == "33\n");
}
