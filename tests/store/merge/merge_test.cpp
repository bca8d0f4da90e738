// SPDX-License-Identifier: MIT
//
// Merging without a work tree, aiming at a branch, and moving branches: against git itself.
#include "store/merge.h"

#include <doctest/doctest.h>

#include "store/branches.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

std::string actor(const std::string& name, const std::string& note = "") {
  return "name = \"" + name + "\"\nkind = \"state\"\n" +
         (note.empty() ? "" : "note = \"" + note + "\"\n");
}

// Commits a merge of `theirs` into the branch aimed at, as cli/share/merging does.
void merge_in(Store& store, const std::string& theirs) {
  const View other = store.view(theirs);
  store.commit([&](const View& tip) {
    const Merge plan = merge(store, tip, other);
    REQUIRE(plan.clean());
    Change change{plan.edits(), "Merge " + theirs + "\n", {other.commit()}};
    change.result = store.view_with(tip, change.edits, plan.made);
    return change;
  });
}

void branch(const std::filesystem::path& place, const std::string& name) {
  git(place, {"branch", name});
}

std::string show(const std::filesystem::path& place, const std::string& what) {
  return git(place, {"show", what});
}

}  // namespace

TEST_CASE("aimed at another branch, a commit goes there and the work tree stays") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  branch(facts, "proposal/x");
  const std::string main = git(facts, {"rev-parse", "main"});
  write(facts / "actors/mine.toml", "unsaved");
  store.aim_at("proposal/x");
  CHECK(store.branch() == "proposal/x");
  CHECK_FALSE(store.has_work_tree());
  put(store, {{"actors/calda.toml", actor("Calda")}});
  CHECK(store.view().has({aver::claims::RecordKind::actor, "calda"}));
  CHECK(git(facts, {"rev-parse", "main"}) == main);
  CHECK(git(facts, {"status", "--porcelain", "-uall"}) == "?? actors/mine.toml\n");
  CHECK_THROWS_AS(store.write_only({{"actors/uw.toml", actor("UW")}}), StoreError);
  store.aim_at("");
  CHECK_FALSE(store.view().has({aver::claims::RecordKind::actor, "calda"}));
  // The branch that is checked out is committed to with its work tree.
  git(facts, {"switch", "-q", "proposal/x"});
  store.aim_at("proposal/x");
  CHECK(store.has_work_tree());
  CHECK_THROWS_AS(store.aim_at("nowhere"), StoreError);
  git(facts, {"worktree", "add", "-q", (scratch / "other").string(), "main"});
  CHECK_THROWS_AS(store.aim_at("main"), StoreError);
}

TEST_CASE("a merge has both parents, both sides' records, and the tree that git would make") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/calda.toml", actor("Calda")}, {"actors/gone.toml", actor("Gone")}});
  branch(facts, "other");
  put(store, {{"actors/uw.toml", actor("UW")}});
  store.aim_at("other");
  put(store, {{"actors/ul.toml", actor("UL")},
              {"actors/gone.toml", std::nullopt},
              {"actors/calda.toml", actor("Calda", "x")}});
  store.aim_at("");
  const std::string git_tree =
      git(facts, {"merge-tree", "--write-tree", "main", "other"}).substr(0, 40);
  merge_in(store, "other");
  CHECK(git(facts, {"rev-parse", "HEAD^{tree}"}).substr(0, 40) == git_tree);
  CHECK(git(facts, {"rev-parse", "HEAD^2"}) == git(facts, {"rev-parse", "other"}));
  CHECK(git(facts, {"status", "--porcelain"}) == "");
  CHECK(read(facts / "actors/ul.toml") == actor("UL"));
  CHECK_FALSE(std::filesystem::exists(facts / "actors/gone.toml"));
  CHECK(merge(store, store.view(), store.view("other")).kind == Merge::Kind::nothing);
  CHECK(merge(store, store.view("other"), store.view()).kind == Merge::Kind::forward);
}

TEST_CASE("a bare store merges, too; equal trees still make the merge") {
  const Scratch scratch;
  const auto facts = scratch / "facts.git";
  Store store = Store::init(facts, {.bare = true});
  branch(facts, "other");
  put(store, {{"actors/calda.toml", actor("Calda")}});
  store.aim_at("other");
  put(store, {{"actors/calda.toml", actor("Calda")}}, "The same\n");
  store.aim_at("");
  merge_in(store, "other");
  CHECK(git(facts, {"rev-list", "--parents", "-1", "HEAD"}).size() == 3 * 41);
  CHECK(git(facts, {"fsck", "--strict", "--no-dangling"}) == "");
}

TEST_CASE("histories that cross are merged over a base made of both") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/calda.toml", actor("Calda")}});
  branch(facts, "other");
  put(store, {{"actors/calda.toml", actor("Calda", "ours")}});
  store.aim_at("other");
  put(store, {{"actors/uw.toml", actor("UW")}});
  // Each takes the other's tip: two merge bases.
  branch(facts, "was-main");
  git(facts, {"branch", "was-other", "other"});
  merge_in(store, "was-main");
  store.aim_at("");
  merge_in(store, "was-other");
  put(store, {{"actors/calda.toml", actor("Calda", "later")}});
  store.aim_at("other");
  put(store, {{"actors/uw.toml", actor("UW", "theirs")}});
  store.aim_at("");
  const Merge plan = merge(store, store.view(), store.view("other"));
  CHECK(plan.bases.size() == 2);
  CHECK(plan.clean());
  merge_in(store, "other");
  CHECK(show(facts, "HEAD:actors/calda.toml") == actor("Calda", "later"));
  CHECK(show(facts, "HEAD:actors/uw.toml") == actor("UW", "theirs"));
}

TEST_CASE("conflicts are told with all sides; links and executables are left to git") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/calda.toml", actor("Calda")}, {"NOTES.md", "a\nb\nc\nd\n"}});
  branch(facts, "other");
  put(store, {{"actors/calda.toml", actor("PUC")}, {"NOTES.md", "A\nb\nc\nd\n"}});
  store.aim_at("other");
  put(store, {{"actors/calda.toml", actor("Zhongguo")}, {"NOTES.md", "a\nb\nc\nD\n"}});
  store.aim_at("");
  const Merge plan = merge(store, store.view(), store.view("other"));
  CHECK_FALSE(plan.clean());
  REQUIRE(plan.tree.conflicts.size() == 1);
  CHECK(plan.tree.conflicts[0].base == actor("Calda"));
  CHECK(plan.tree.conflicts[0].ours == actor("PUC"));
  CHECK(plan.tree.conflicts[0].theirs == actor("Zhongguo"));
  REQUIRE(plan.tree.files.size() == 1);
  CHECK(plan.tree.files[0].text == "A\nb\nc\nD\n");

  git(facts, {"switch", "-q", "-c", "linked", "HEAD~1"});
  std::filesystem::create_symlink("NOTES.md", facts / "LINK.md");
  git(facts, {"add", "LINK.md"});
  git(facts, {"commit", "-q", "-m", "a link"});
  CHECK(merge(store, store.view("main"), store.view("linked")).for_git);
  git(facts, {"switch", "-q", "--orphan", "alone"});
  git(facts, {"commit", "-q", "--allow-empty", "-m", "alone"});
  CHECK_THROWS_AS(merge(store, store.view("main"), store.view("alone")), StoreError);
}

TEST_CASE("branches are made, moved and removed by compare-and-swap") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const CommitId first = store.view().commit();
  const CommitId second = *put(store, {{"actors/calda.toml", actor("Calda")}});
  const Branches branches(store);
  branches.create("proposal/x", first);
  CHECK_THROWS_AS(branches.create("proposal/x", second), StoreError);
  CHECK_THROWS_AS(branches.create("proposal", second), StoreError);  // in the way
  CHECK_FALSE(branches.move("proposal/x", second, first));
  CHECK(branches.move("proposal/x", first, second));
  CHECK(branches.tip("proposal/x") == second);
  CHECK_FALSE(branches.remove("proposal/x", first));
  CHECK(branches.below("proposal/").size() == 1);
  CHECK(branches.remove("proposal/x", second));
  CHECK(branches.below("proposal/").empty());
  CHECK_FALSE(branches.remove("main", second));  // checked out
  CHECK(branches.is_ancestor(first, second));
  CHECK_FALSE(branches.is_ancestor(second, first));
  const std::vector<RangeCommit> range = branches.range(first, second);
  REQUIRE(range.size() == 1);
  CHECK(range[0].author == "Ada Fields");
  REQUIRE(range[0].paths.size() == 1);
  CHECK(range[0].paths[0].path == "actors/calda.toml");
}
