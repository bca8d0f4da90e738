// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "store/reviews.h"
#include "tests/store/reviews/by_git.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

constexpr const char* kSeen = "refs/aver/seen";
constexpr const char* kThere = "refs/remotes/origin/aver/reviews";

// A store with a remote that is never asked: what was fetched of it is put there by hand.
class Clone {
 public:
  explicit Clone(const std::string& name = "facts") : place_(scratch_ / name) {
    Store::init(place_, {});
    git(place_, {"remote", "add", "origin", "nowhere"});
  }
  const std::filesystem::path& place() const { return place_; }
  std::string commit(const std::string& ref, const GitCommitWords& words) const {
    return commit_by_git(place_, ref, words);
  }
  std::string at(const std::string& name) const {
    const RunResult found =
        run_git({"rev-parse", "-q", "--verify", name}, {.directory = place_.string()});
    return found.ok() ? aver::claims::first_line(found.output) : "";
  }
  std::string files(const std::string& name) const {
    return git(place_, {"ls-tree", "-r", "--name-only", name});
  }
  void set(const std::string& ref, const std::string& to) const {
    git(place_, {"update-ref", ref, to});
  }
  UnitedReviews unite(const UniteOptions& options = {}) const {
    const Store store = Store::open(place_);
    return Reviews(store).unite(options);
  }

 private:
  Scratch scratch_;
  std::filesystem::path place_;
};

}  // namespace

TEST_CASE("uniting nothing gives nothing, and one tip is taken as it is") {
  const Clone clone;
  CHECK_FALSE(clone.unite().tip);
  const auto there = clone.commit(kThere, {.files = {{"a/x", "x"}}});
  CHECK(clone.unite().tip == there);
  CHECK(clone.at(kSeen) == there);
  CHECK(clone.at(kReviewsRef) == "");  // the remote has all
}

TEST_CASE("the tip that has all of the others is the union") {
  const Clone clone;
  const auto first = clone.commit(kReviewsRef, {.files = {{"a/x", "x"}}});
  const auto second = clone.commit(kThere, {.parents = {first}, .files = {{"a/y", "y"}}});
  CHECK(clone.unite().tip == second);
  CHECK(clone.at(kReviewsRef) == second);
  CHECK(clone.at(kSeen) == second);
  clone.set(kThere, first);  // the remote was moved back
  CHECK(clone.unite().tip == second);
  CHECK(clone.at(kSeen) == second);
}

TEST_CASE("two tips come to one tree in any order, and the union has both as parents") {
  std::string trees[2];
  for (int i = 0; i < 2; ++i) {
    const Clone clone;
    const auto root = clone.commit("refs/made/root", {.files = {{"a/x", "x"}, {"b/x", "x"}}});
    const auto one =
        clone.commit(i == 0 ? kReviewsRef : kThere,
                     {.parents = {root}, .files = {{"a/one", "1"}, {"c/rounds/1/z", "z"}}});
    const auto two = clone.commit(
        i == 0 ? kThere : kReviewsRef,
        {.parents = {root}, .files = {{"a/two", "2"}, {"a/one", "1"}, {"a.b/x", "x"}}});
    const UnitedReviews united = clone.unite();
    REQUIRE(united.tip);
    CHECK(united.altered.empty());
    CHECK(united.vanished.empty());
    CHECK(clone.at(*united.tip + "^1") == (i == 0 ? two : one));  // the remote's line goes on
    CHECK(clone.at(*united.tip + "^2") == (i == 0 ? one : two));
    CHECK(clone.at(kReviewsRef) == *united.tip);
    CHECK(clone.at(kSeen) == *united.tip);
    CHECK(git(clone.place(), {"fsck", "--strict", "--no-dangling"}) == "");
    trees[i] = clone.at(*united.tip + "^{tree}");
    CHECK(clone.files(*united.tip) == "a.b/x\na/one\na/two\na/x\nb/x\nc/rounds/1/z\n");
    CHECK(clone.unite().tip == united.tip);  // and once more: nothing
  }
  CHECK(trees[0] == trees[1]);
}

TEST_CASE("histories that have nothing in common are united, too") {
  const Clone clone;
  clone.commit(kReviewsRef, {.files = {{"a/x", "x"}}});
  clone.commit(kThere, {.files = {{"b/x", "x"}}});
  clone.commit(kSeen, {.files = {{"c/x", "x"}}});
  const UnitedReviews united = clone.unite();
  REQUIRE(united.tip);
  CHECK(clone.files(*united.tip) == "a/x\nb/x\nc/x\n");
  CHECK(git(clone.place(), {"rev-list", "--count", *united.tip}) == "4\n");
}

TEST_CASE("two contents under one name are an error, unless somebody knows the right one") {
  const Clone clone;
  const auto root = clone.commit("refs/made/root", {.files = {{"a/x", "x"}}});
  const auto ours = clone.commit(kReviewsRef, {.parents = {root}, .files = {{"a/y", "ours"}}});
  clone.commit(kThere, {.parents = {root}, .files = {{"a/y", "theirs"}, {"a/z", "z"}}});
  const UnitedReviews refused = clone.unite();
  CHECK_FALSE(refused.tip);
  REQUIRE(refused.altered.size() == 1);
  CHECK(refused.altered[0].path == "a/y");
  CHECK(refused.altered[0].blobs.size() == 2);
  CHECK(clone.at(kReviewsRef) == ours);
  CHECK(clone.at(kSeen) == "");

  const BlobId right = clone.at(std::string(kThere) + ":a/y");
  const UnitedReviews settled =
      clone.unite({.settle = [&](const std::string&, const std::vector<BlobId>& blobs) {
        CHECK(std::is_sorted(blobs.begin(), blobs.end()));
        return std::optional(right);
      }});
  REQUIRE(settled.tip);
  CHECK(settled.altered[0].kept == right);
  CHECK(git(clone.place(), {"show", "aver/reviews:a/y"}) == "theirs");
  CHECK(clone.files("aver/reviews") == "a/x\na/y\na/z\n");
}

TEST_CASE("what one side took away is given back, and told") {
  const Clone clone;
  const auto root = clone.commit(kReviewsRef, {.files = {{"a/x", "x"}, {"a/y", "y"}}});
  clone.unite();
  SUBCASE("on top of what was seen") {
    const auto by =
        clone.commit(kThere, {.parents = {root}, .files = {{"a/x", std::nullopt}, {"a/z", "z"}}});
    const UnitedReviews united = clone.unite();
    REQUIRE(united.tip);
    CHECK(united.vanished == std::vector<VanishedReview>{{"a/x", clone.at(root + ":a/x"), by}});
    CHECK(clone.files(*united.tip) == "a/x\na/y\na/z\n");
    CHECK(clone.at(*united.tip + "^") == by);  // so that it can be pushed
    // Given back there, it is told no more.
    clone.set(kThere, *united.tip);
    CHECK(clone.unite().vanished.empty());
  }
  SUBCASE("beside us") {
    const auto by = clone.commit(kThere, {.parents = {root}, .files = {{"a", std::nullopt}}});
    clone.commit(kReviewsRef, {.parents = {root}, .files = {{"a/z", "z"}}});
    const UnitedReviews united = clone.unite();
    REQUIRE(united.tip);
    REQUIRE(united.vanished.size() == 2);
    CHECK(united.vanished[0].by == by);
    CHECK(clone.files(*united.tip) == "a/x\na/y\na/z\n");
  }
  SUBCASE("which came and went before we saw it") {
    const auto came = clone.commit(kThere, {.parents = {root}, .files = {{"a/objection", "no"}}});
    const auto by = clone.commit(kThere, {.parents = {came}, .files = {{"a/objection", {}}}});
    const UnitedReviews united = clone.unite();
    REQUIRE(united.tip);
    REQUIRE(united.vanished.size() == 1);
    CHECK(united.vanished[0].path == "a/objection");
    CHECK(united.vanished[0].by == by);
    CHECK(clone.files(*united.tip) == "a/objection\na/x\na/y\n");
  }
  SUBCASE("the whole branch, here and there") {
    git(clone.place(), {"update-ref", "-d", kReviewsRef});
    const UnitedReviews united = clone.unite();
    CHECK(united.tip == root);
    CHECK(clone.at(kReviewsRef) == root);  // for the remote lacks it
  }
  SUBCASE("a folder whose place a file has taken") {
    clone.commit(kThere, {.parents = {root}, .files = {{"a", "in the way"}}});
    const UnitedReviews united = clone.unite();
    REQUIRE(united.tip);
    CHECK(united.vanished.size() == 2);
    REQUIRE(united.altered.size() == 1);
    CHECK(united.altered[0].path == "a");
    CHECK(united.altered[0].kept == "");
    CHECK(clone.files(*united.tip) == "a/x\na/y\n");
  }
  SUBCASE("its contents") {
    clone.commit(kThere, {.parents = {root}, .files = {{"a/x", "changed"}}});
    CHECK_FALSE(clone.unite().tip);
    const BlobId right = clone.at(root + ":a/x");
    const UnitedReviews united = clone.unite(
        {.settle = [&](const std::string&, const std::vector<BlobId>&) { return right; }});
    REQUIRE(united.tip);
    CHECK(united.altered.size() == 1);
    CHECK(git(clone.place(), {"show", "aver/reviews:a/x"}) == "x");
  }
}

TEST_CASE("in a fresh clone the history tells what was altered and taken away") {
  const Clone clone;
  const auto root = clone.commit("refs/made/root", {.files = {{"a/x", "x"}, {"a/y", "y"}}});
  const auto changed = clone.commit("refs/made/root", {.parents = {root}, .files = {{"a/x", "z"}}});
  clone.commit(kThere, {.parents = {changed}, .files = {{"a/y", std::nullopt}}});
  const UnitedReviews refused = clone.unite();
  CHECK_FALSE(refused.tip);
  REQUIRE(refused.altered.size() == 1);
  CHECK(refused.altered[0].path == "a/x");
  const BlobId right = clone.at(root + ":a/x");
  const UnitedReviews united = clone.unite(
      {.settle = [&](const std::string&, const std::vector<BlobId>&) { return right; }});
  REQUIRE(united.tip);
  CHECK(united.vanished.size() == 2);
  CHECK(git(clone.place(), {"show", "aver/reviews:a/x"}) == "x");
  CHECK(clone.files("aver/reviews") == "a/x\na/y\n");
}

TEST_CASE("what was forgotten is left out by each clone, and never given back") {
  const Clone clone;
  const auto root = clone.commit(
      kThere, {.files = {{"a/x", "x"}, {"a/libel", "l"}, {"a/rounds/1/claims/l", "l"}}});
  clone.unite();
  const UniteOptions options = {.forgotten = {"a/libel", "a/rounds/1", "b/nothing"}};
  const UnitedReviews united = clone.unite(options);
  REQUIRE(united.tip);
  CHECK(united.vanished.empty());
  CHECK(clone.files(*united.tip) == "a/x\n");
  CHECK(clone.unite(options).tip == united.tip);
  CHECK(clone.at(kSeen) == *united.tip);
  // Nor by a clone that has not heard of it.
  clone.commit(kThere, {.parents = {root}, .files = {{"a/z", "z"}}});
  const UnitedReviews again = clone.unite(options);
  REQUIRE(again.tip);
  CHECK(again.vanished.empty());
  CHECK(clone.files(*again.tip) == "a/x\na/z\n");
}

TEST_CASE("a shallow clone unites what it has") {
  const Clone hub("hub");
  const auto root = hub.commit(kReviewsRef, {.files = {{"a/x", "x"}}});
  hub.commit(kReviewsRef, {.parents = {root}, .files = {{"a/y", "y"}}});
  const Scratch scratch;
  const auto place = scratch / "shallow";
  git(hub.place(),
      {"clone", "-q", "--depth", "1", "file://" + hub.place().string(), place.string()});
  const Store store = Store::open(place);
  const Reviews reviews(store);
  git(place, {"fetch", "-q", "--depth", "1", "origin", reviews.fetch_spec("origin")});
  const UnitedReviews united = reviews.add({{.path = "a/z", .content = "z"}}, "Z\n");
  REQUIRE(united.tip);
  CHECK(united.vanished.empty());
  CHECK(git(place, {"ls-tree", "-r", "--name-only", "aver/reviews"}) == "a/x\na/y\na/z\n");
  git(place, {"push", "-q", "origin", "aver/reviews"});
}

TEST_CASE("a folder that is none is damage, and is told") {
  const Clone clone;
  const auto root = clone.commit(kReviewsRef, {.files = {{"a/x", "x"}}});
  const std::string blob = clone.at(root + ":a/x");
  const std::string entry = std::string("40000 a") + '\0';
  std::string bytes;
  for (std::size_t i = 0; i < blob.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(blob.substr(i, 2), nullptr, 16));
  }
  const std::string tree = aver::claims::first_line(git(
      clone.place(), {"hash-object", "-t", "tree", "-w", "--literally", "--stdin"}, entry + bytes));
  clone.set(kThere,
            aver::claims::first_line(git(clone.place(), {"commit-tree", tree, "-m", "damaged"})));
  CHECK_THROWS_WITH(clone.unite(), "a folder of the reviews is no folder");
  CHECK(clone.at(kReviewsRef) == root);
}
