// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "store/reviews.h"
#include "tests/store/reviews/by_git.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

std::vector<std::string> paths_of(const std::vector<ReviewFile>& files) {
  std::vector<std::string> paths;
  for (const ReviewFile& file : files) paths.push_back(file.path);
  return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("reviews that are not here are no empty list of reviews") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  CHECK_FALSE(Reviews(store).files());
  commit_by_git(facts, kReviewsRef, {.files = {{"calda-k7f3q2m1/a.toml", "a"}}});
  REQUIRE(Reviews(store).files());
  CHECK(paths_of(Reviews(store).files()->below()) == Paths{"calda-k7f3q2m1/a.toml"});

  const auto cloned = [&](const std::string& name, std::vector<std::string> how) {
    how.insert(how.begin(), {"clone", "-q"});
    how.insert(how.end(), {"file://" + facts.string(), (scratch / name).string()});
    git(facts, how);
    return Store::open(scratch / name);
  };
  CHECK(Reviews(cloned("plain", {})).files());
  CHECK(Reviews(cloned("mirror", {"--mirror"})).files());
  CHECK_FALSE(Reviews(cloned("single", {"--single-branch"})).files());
  CHECK_FALSE(Reviews(cloned("shallow", {"--depth", "1"})).files());
  CHECK_FALSE(Reviews(cloned("fork", {"--bare", "--single-branch"})).files());

  // The fetch that brings them, wherever the clone came from.
  for (const char* name : {"single", "shallow"}) {
    const Store clone = Store::open(scratch / name);
    git(scratch / name, {"fetch", "-q", "origin", Reviews(clone).fetch_spec("origin")});
    REQUIRE(Reviews(clone).files());
    CHECK(Reviews(clone).files()->below().size() == 1);
  }
}

TEST_CASE("what is read is what any tip has") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  git(facts, {"remote", "add", "hub", "nowhere"});
  git(facts, {"remote", "add", "team/hub", "nowhere"});
  const auto first = commit_by_git(
      facts, kReviewsRef, {.files = {{"a-00000001/x.toml", "x"}, {"a-00000001/y.toml", "y"}}});
  commit_by_git(facts, std::string(kSeenReviews),
                {.parents = {first}, .files = {{"a-00000001/y.toml", "other"}}});
  commit_by_git(facts, "refs/remotes/hub/aver/reviews",
                {.files = {{"a-00000001/x.toml", "x"}, {"a-00000001/rounds/1a/claims/z", "z"}}});
  commit_by_git(facts, "refs/remotes/team/hub/aver/reviews",
                {.files = {{"2024/b-00000001/x.toml", "b"}}});
  // A branch of another name, and one of a remote that is none.
  commit_by_git(facts, "refs/remotes/hub/x/aver/reviews", {.files = {{"c-00000001/x", "c"}}});
  commit_by_git(facts, "refs/remotes/gone/aver/reviews", {.files = {{"d-00000001/x", "d"}}});

  const ReviewFiles files = *Reviews(store).files();
  CHECK(files.tips().size() == 4);
  CHECK(files.folders() == Paths{"2024", "a-00000001"});
  CHECK(files.folders("2024") == Paths{"b-00000001"});
  CHECK(files.folders("nothing").empty());
  const std::vector<ReviewFile> below = files.below("a-00000001");
  REQUIRE(paths_of(below) == Paths{"a-00000001/rounds/1a/claims/z", "a-00000001/x.toml",
                                   "a-00000001/y.toml", "a-00000001/y.toml"});
  CHECK(files.read(below[0].blob) == "z");
  CHECK(files.read(below[2].blob) != files.read(below[3].blob));  // it was altered
  CHECK(files.below().size() == 5);
  CHECK(files.below("nothing").empty());
  CHECK(files.below("a-00000001/rounds").size() == 1);
  CHECK(files.below("a-00000001", Rounds::without).size() == 3);
  CHECK(files.below("", Rounds::without).size() == 4);
  CHECK(files.trees("a-00000001/rounds/1a").size() == 1);
  CHECK(files.trees("a-00000001").size() == 3);
  CHECK(files.trees("nothing").empty());
}

TEST_CASE("a tip that no reference has yet can be read, and asked what it took away") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const Reviews reviews(store);
  const auto first = commit_by_git(facts, "refs/made/x", {.files = {{"a/x", "x"}, {"a/y", "y"}}});
  const auto next = commit_by_git(
      facts, "refs/made/x", {.parents = {first}, .files = {{"a/x", std::nullopt}, {"a/z", "z"}}});
  CHECK_FALSE(reviews.files());
  REQUIRE(reviews.files({first}));
  CHECK(reviews.files({first})->below().size() == 2);
  CHECK(reviews.brought("a", {}, {next}).size() == 3);
  CHECK(reviews.vanished("", first).empty());
  const auto blob = aver::claims::first_line(git(facts, {"rev-parse", first + ":a/x"}));
  CHECK(reviews.vanished(first, next) == std::vector<VanishedReview>{{"a/x", blob, next}});
  CHECK(reviews.vanished("", next).size() == 1);
  CHECK(reviews.vanished(next, next).empty());
  // Their objects are gone: what was known of them is, too.
  git(facts, {"update-ref", "-d", "refs/made/x"});
  commit_by_git(facts, kReviewsRef, {.files = {{"b/x", "b"}}});
  git(facts, {"update-ref", "-d", "refs/made/next"});
  git(facts, {"reflog", "expire", "--expire=all", "--all"});
  git(facts, {"gc", "-q", "--prune=now"});
  CHECK(run_git({"cat-file", "-e", next}, {.directory = facts.string()}).status != 0);
  const Store again = Store::open(facts);
  CHECK(Reviews(again).brought().size() == 1);
}

TEST_CASE("what lies deeper than any review is not looked at") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  git(facts, {"remote", "add", "origin", "nowhere"});
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "d/";
  commit_by_git(facts, kReviewsRef, {.files = {{deep + "x", "x"}, {"a/x", "x"}}});
  commit_by_git(facts, "refs/remotes/origin/aver/reviews",
                {.files = {{deep + "x", "y"}, {"a/y", "y"}}});
  const Reviews reviews(store);
  CHECK(paths_of(reviews.files()->below()) == Paths{"a/x", "a/y"});
  CHECK(reviews.unite().tip);
  CHECK(paths_of(reviews.files()->below()) == Paths{"a/x", "a/y"});
}

TEST_CASE("neither links nor submodules are files of reviews") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const auto tip = commit_by_git(facts, kReviewsRef, {.files = {{"a/x.toml", "x"}}});
  git(facts, {"fast-import", "--quiet", "--force"},
      "commit refs/heads/aver/reviews\ncommitter Ada <a@example.org> 1 +0000\ndata 0\nfrom " + tip +
          "\nM 120000 inline a/link\ndata 4\n/etc\nM 160000 " + tip + " a/sub\n\n");
  CHECK(paths_of(Reviews(store).files()->below()) == Paths{"a/x.toml"});
}

TEST_CASE("whether the reviews have all of a tip is told apart from not knowing") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const auto first = commit_by_git(facts, kReviewsRef, {.files = {{"a/x.toml", "x"}}});
  const auto second =
      commit_by_git(facts, kReviewsRef, {.parents = {first}, .files = {{"a/y.toml", "y"}}});
  const auto other = commit_by_git(facts, "refs/made/other", {.files = {{"a/y.toml", "y"}}});
  const ReviewFiles files = *Reviews(store).files();
  CHECK(files.contains(first) == ContainsTip::yes);
  CHECK(files.contains(second) == ContainsTip::yes);
  CHECK(files.contains(other) == ContainsTip::no);
  CHECK(files.contains(std::string(40, '1')) == ContainsTip::no);
  CHECK(files.contains("HEAD") == ContainsTip::no);
  CHECK(files.contains("") == ContainsTip::no);
  const auto blob = aver::claims::first_line(git(facts, {"rev-parse", second + ":a/y.toml"}));
  CHECK(files.contains(blob) == ContainsTip::no);

  git(facts,
      {"clone", "-q", "--depth", "1", "file://" + facts.string(), (scratch / "shallow").string()});
  const Store shallow = Store::open(scratch / "shallow");
  git(scratch / "shallow",
      {"fetch", "-q", "--depth", "1", "origin", Reviews(shallow).fetch_spec("origin")});
  CHECK(Reviews(shallow).files()->below().size() == 2);  // files are what counts
  CHECK(Reviews(shallow).files()->contains(second) == ContainsTip::yes);
  CHECK(Reviews(shallow).files()->contains(first) == ContainsTip::untold);
  CHECK(Reviews(shallow).files()->contains(std::string(40, '1')) == ContainsTip::untold);
}

TEST_CASE("the branch of reviews has a name that git takes, and is no proposal") {
  const Scratch scratch;
  const Store store = Store::init(scratch / "facts", {});
  CHECK(Reviews(store, "team/reviews").fetch_spec("origin") ==
        "+refs/heads/team/reviews:refs/remotes/origin/team/reviews");
  for (const char* name : {"", "-x", "a..b", "a b", "proposal/x", "HEAD", "x.lock"}) {
    CAPTURE(name);
    const std::string words = "the branch of reviews cannot be called \"";
    CHECK_THROWS_WITH(Reviews(store, name), (words + name + "\"").c_str());
  }
}
