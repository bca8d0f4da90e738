// SPDX-License-Identifier: MIT
//
// What is left of a write that lost its race, or that failed: files, index and branch agree, and
// a commit by hand changes no record.
#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <utility>

#include "store/bulk.h"
#include "store/store.h"
#include "store/write/journal.h"
#include "store/write/worktree.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace fs = std::filesystem;

namespace {

const std::string kOld = "name = \"Calda\"\nkind = \"state\"\n";
const std::string kNew = "name = \"Calda, renamed\"\nkind = \"state\"\n";

// Does something at a step of a write, the first time that it comes there.
std::string step_to_meddle;
std::function<void()> meddle;

void meddle_once(const char* step) {
  if (step_to_meddle != step) return;
  step_to_meddle.clear();
  meddle();
}

struct Meddler {
  Meddler(const char* step, std::function<void()> what) {
    step_to_meddle = step;
    meddle = std::move(what);
    set_fault_point(meddle_once);
  }
  ~Meddler() { set_fault_point(nullptr); }
};

// A note committed by hand, with whatever stands in the index.
std::function<void()> commits_by_hand(const fs::path& facts) {
  return [facts] {
    write(facts / "note.md", "hi\n");
    git(facts, {"add", "note.md"});
    git(facts, {"commit", "-qm", "A note, by hand"});
  };
}

// The state after the write, and what a user of plain git does next, which must change no record.
void check_all_agree(const fs::path& facts, const std::vector<Edit>& edits) {
  CHECK(git(facts, {"status", "--porcelain"}) == "");
  write(facts / "other.md", "next\n");
  git(facts, {"add", "other.md"});
  git(facts, {"commit", "-qam", "Another note"});
  CHECK(git(facts, {"status", "--porcelain"}) == "");
  for (const Edit& edit : edits) {
    CAPTURE(edit.path);
    CHECK(fs::exists(facts / edit.path) == edit.content.has_value());
    CHECK((git(facts, {"ls-tree", "--name-only", "HEAD", edit.path}) != "") ==
          edit.content.has_value());
    if (edit.content) {
      CHECK(read(facts / edit.path) == *edit.content);
      CHECK(git(facts, {"show", "HEAD:" + edit.path}) == *edit.content);
    }
  }
  CHECK(fs::is_empty(facts / ".git/aver/journal"));
  CHECK(git(facts, {"fsck", "--strict", "--no-dangling"}) == "");
}

Store with_two_actors(const fs::path& facts) {
  Store store = Store::init(facts, {});
  put(store, {{"actors/edited.toml", kOld}, {"actors/gone.toml", kOld}});
  return store;
}

const std::vector<Edit> kThree = {
    {"actors/new.toml", kOld}, {"actors/edited.toml", kNew}, {"actors/gone.toml", std::nullopt}};

}  // namespace

TEST_CASE("a commit by hand at any step of a write leaves it written, by itself or by the hand") {
  for (const char* step : {"journal", "file", "index"}) {
    CAPTURE(step);
    const Scratch scratch;
    const fs::path facts = scratch / "facts";
    Store store = with_two_actors(facts);
    {
      const Meddler meddler(step, commits_by_hand(facts));
      put(store, kThree);
    }
    CHECK(step_to_meddle.empty());
    check_all_agree(facts, kThree);
  }
}

TEST_CASE("what a commit by hand took in whole is done, and not prepared again") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  const Meddler meddler("index", commits_by_hand(facts));
  bool is_first = true;
  const auto made = store.commit([&](const View&) {
    if (!std::exchange(is_first, false)) throw StoreError(Fault::usage, "it exists already");
    return Change{kThree, "Change three"};
  });
  REQUIRE(made);
  CHECK(git(facts, {"rev-parse", "HEAD"}) == *made + "\n");
  CHECK(git(facts, {"log", "-1", "--format=%s"}) == "A note, by hand\n");
  check_all_agree(facts, kThree);
}

TEST_CASE("a merge that a commit by hand gets ahead of is made on top of it") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  const std::string side =
      git(facts, {"commit-tree", "-p", "HEAD", "-m", "Side", "HEAD^{tree}"}).substr(0, 40);
  const Meddler meddler("index", commits_by_hand(facts));
  const auto made = store.commit([&](const View&) { return Change{kThree, "Merge", {side}}; });
  REQUIRE(made);
  CHECK(git(facts, {"rev-parse", "HEAD^2"}) == side + "\n");
  check_all_agree(facts, kThree);
}

TEST_CASE("what was moved ahead of the files leaves the touched ones as the branch has them") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  // A push moves the branch, and neither index nor files.
  const Meddler meddler("index", [&] {
    const auto other = scratch / "other";
    git(scratch / "", {"clone", "-q", "facts", "other"});
    write(other / "actors/edited.toml", "theirs = true\n");
    git(other, {"commit", "-qam", "Theirs"});
    git(facts, {"fetch", "-q", other.string(), "main"});
    git(facts, {"update-ref", "refs/heads/main", "FETCH_HEAD"});
  });
  int turns = 0;
  const auto made = store.commit([&](const View&) {
    return ++turns == 1 ? Change{kThree, "First"} : Change{{}, "Nothing more"};
  });
  CHECK_FALSE(made);
  CHECK(git(facts, {"status", "--porcelain"}) == "");
  CHECK(read(facts / "actors/edited.toml") == "theirs = true\n");
}

TEST_CASE("a commit by hand that takes in an import leaves it as it is") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  const Meddler meddler("index", commits_by_hand(facts));
  Bulk bulk(store);
  for (const Edit& edit : kThree) {
    if (edit.content) {
      bulk.add(edit.path, *edit.content);
    } else {
      bulk.remove(edit.path);
    }
  }
  bulk.commit("Import");
  bulk.finish();
  check_all_agree(facts, kThree);
}

TEST_CASE("an import that a commit by hand gets ahead of is made on top of it") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  const Meddler meddler("journal", commits_by_hand(facts));
  Bulk bulk(store);
  bulk.add("actors/new.toml", kOld);
  bulk.add("actors/edited.toml", kNew);
  bulk.remove("actors/gone.toml");
  bulk.commit("Import");
  bulk.finish();
  check_all_agree(facts, kThree);
}

TEST_CASE("what could not be taken back is taken back by the next to write or to ask") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  setenv("AVER_PATIENCE_MS", "50", 1);
  {
    // git's index is locked by the time that the write fails.
    const Meddler meddler("index", [&] {
      write(facts / ".git/index.lock", "");
      throw StoreError(Fault::io, "the disk is full");
    });
    CHECK_THROWS_WITH_AS(put(store, kThree), "the disk is full", StoreError);
  }
  unsetenv("AVER_PATIENCE_MS");
  CHECK_FALSE(fs::is_empty(facts / ".git/aver/journal"));
  fs::remove(facts / ".git/index.lock");
  SUBCASE("the status") { CHECK(Store::open(facts).status().changes.empty()); }
  SUBCASE("a write") { put(store, {{"actors/next.toml", kOld}}); }
  check_all_agree(facts, {{"actors/new.toml", std::nullopt},
                          {"actors/edited.toml", kOld},
                          {"actors/gone.toml", kOld}});
}

// What `git commit` does that has read its index before a write, and locked it after.
struct StaleIndex {
  explicit StaleIndex(const fs::path& facts) : index(facts / ".git/index") {
    fs::copy_file(index, as_read);
  }
  void write_over() const { fs::rename(as_read, index); }
  fs::path index;
  fs::path as_read = index.string() + ".as-read";
};

void write_one(Store& store, const fs::path&) { put(store, kThree); }

void write_several(Store& store, const fs::path&) {
  put(store, {{"actors/new.toml", kNew}});
  put(store, kThree);
  put(store, {{"actors/another.toml", kOld}});
}

void commit_edits(Store& store, const fs::path& facts) {
  for (const Edit& edit : kThree) {
    if (edit.content) {
      write(facts / edit.path, *edit.content);
    } else {
      fs::remove(facts / edit.path);
    }
  }
  REQUIRE(store.commit([](const View&) { return Change{kThree, "By hand"}; }, {.by_hand = true}));
}

void import_all(Store& store, const fs::path&) {
  Bulk bulk(store);
  bulk.add("actors/new.toml", kOld);
  bulk.add("actors/edited.toml", kNew);
  bulk.remove("actors/gone.toml");
  bulk.commit("Import");
  bulk.finish();
}

void ask_status(Store& store, const fs::path&) { CHECK(store.status().changes.empty()); }
void write_next(Store& store, const fs::path&) { put(store, {{"actors/next.toml", kOld}}); }
void write_same(Store& store, const fs::path&) {
  put(store, {{"actors/new.toml", kNew + "# more\n"}});
}

TEST_CASE("what git writes over in its index is put back by the next to write or to ask") {
  for (const auto first : {write_one, write_several, commit_edits, import_all}) {
    for (const auto next : {ask_status, write_next, write_same}) {
      const Scratch scratch;
      const fs::path facts = scratch / "facts";
      Store store = with_two_actors(facts);
      const StaleIndex stale(facts);
      first(store, facts);
      stale.write_over();
      CHECK(git(facts, {"diff", "--cached", "--name-only"}) != "");
      next(store, facts);
      CHECK(git(facts, {"status", "--porcelain"}) == "");
      git(facts, {"commit", "-q", "--allow-empty", "-m", "A note"});
      CHECK(git(facts, {"show", "--name-only", "--format="}) == "");
    }
  }
}

TEST_CASE("what git writes over as the branch moves is put back at once") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  const StaleIndex stale(facts);
  const Meddler meddler("branch", [&] { stale.write_over(); });
  put(store, kThree);
  CHECK(step_to_meddle.empty());
  check_all_agree(facts, kThree);
}

TEST_CASE("what somebody has staged or removed behind a write is their own") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  put(store, kThree);
  git(facts, {"rm", "-q", "actors/new.toml"});
  write(facts / "actors/edited.toml", "theirs = true\n");
  git(facts, {"add", "actors/edited.toml"});
  write(facts / "actors/gone.toml", kOld);
  git(facts, {"add", "actors/gone.toml"});
  const std::string theirs = git(facts, {"status", "--porcelain", "--no-renames"});
  CHECK(theirs == "M  actors/edited.toml\nA  actors/gone.toml\nD  actors/new.toml\n");
  CHECK(Store::open(facts).status().changes.size() == 3);
  put(store, {{"actors/next.toml", kOld}});
  CHECK(git(facts, {"status", "--porcelain", "--no-renames"}) == theirs);
}

TEST_CASE("a commit of edits by hand that fails leaves them as they were in the index") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  write(facts / "actors/edited.toml", "staged = true\n");
  git(facts, {"add", "actors/edited.toml"});
  write(facts / "actors/edited.toml", kNew);
  write(facts / "actors/new.toml", kOld);
  fs::remove(facts / "actors/gone.toml");
  const std::string before = git(facts, {"status", "--porcelain"});
  {
    const Meddler meddler("index", [] { throw StoreError(Fault::io, "the disk is full"); });
    CHECK_THROWS_AS(store.commit(
                        [](const View&) {
                          return Change{kThree, "By hand"};
                        },
                        {.by_hand = true}),
                    StoreError);
  }
  CHECK(git(facts, {"status", "--porcelain"}) == before);
  CHECK(git(facts, {"diff", "--cached", "--name-only"}) == "actors/edited.toml\n");
  CHECK(read(facts / "actors/new.toml") == kOld);
  REQUIRE(store.commit([](const View&) { return Change{kThree, "By hand"}; }, {.by_hand = true}));
  check_all_agree(facts, kThree);
}

TEST_CASE("files that were to be written without a commit are all there, or none") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  {
    const Meddler meddler("file", [] { throw StoreError(Fault::io, "the disk is full"); });
    CHECK_THROWS_AS(store.write_only({{"actors/new/new.toml", kOld}, {"actors/edited.toml", kNew}}),
                    StoreError);
  }
  CHECK(git(facts, {"status", "--porcelain"}) == "");
  CHECK_FALSE(fs::exists(facts / "actors/new"));
  store.write_only(kThree);
  CHECK(git(facts, {"status", "--porcelain"}) ==
        " M actors/edited.toml\n D actors/gone.toml\n?? actors/new.toml\n");
  CHECK(fs::is_empty(facts / ".git/aver/journal"));
}

TEST_CASE("what a garbage collection takes away as the branch moves is written again") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  const Meddler meddler("branch", [&] {
    const std::string ids =
        git(facts, {"rev-parse", "HEAD", "HEAD^{tree}", "HEAD:actors", "HEAD:actors/edited.toml"});
    for (std::size_t at = 0; at < ids.size(); at += 41) {
      REQUIRE(fs::remove(facts / ".git/objects" / ids.substr(at, 2) / ids.substr(at + 2, 38)));
    }
  });
  REQUIRE(put(store, kThree));
  check_all_agree(facts, kThree);
}

TEST_CASE("git repack beside an import keeps what no branch names yet") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  const Meddler meddler("index", [&] {
    git(facts, {"repack", "-adq"});
    git(facts, {"prune", "--expire=now"});
  });
  Bulk bulk(store);
  bulk.add("actors/new.toml", kOld);
  bulk.add("actors/edited.toml", kNew);
  bulk.remove("actors/gone.toml");
  bulk.commit("Import");
  bulk.finish();
  check_all_agree(facts, kThree);
  for (const fs::directory_entry& entry : fs::directory_iterator(facts / ".git/objects/pack")) {
    CHECK(entry.path().extension() != ".keep");
  }
}

TEST_CASE(
    "an index of our own that a killed process has left goes with the next look, a new one stays") {
  const Scratch scratch;
  const fs::path facts = scratch / "facts";
  Store store = with_two_actors(facts);
  const fs::path left = facts / ".git/aver/passing-index-0123456789abcdef";
  const fs::path fresh = facts / ".git/aver/passing-index-fedcba9876543210.lock";
  write(left, "x");
  write(fresh, "x");
  fs::last_write_time(left, fs::file_time_type::clock::now() - std::chrono::hours(2));
  CHECK(store.status().changes.empty());
  CHECK_FALSE(fs::exists(left));
  CHECK(fs::exists(fresh));
}
