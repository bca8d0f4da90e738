// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "store/bulk.h"
#include "store/reviews.h"
#include "store/write/worktree.h"
#include "tests/store/reviews/by_git.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

std::string rev(const std::filesystem::path& place, const std::string& name) {
  const RunResult found =
      run_git({"rev-parse", "-q", "--verify", name}, {.directory = place.string()});
  return found.ok() ? aver::claims::first_line(found.output) : "";
}

std::string listing(const std::filesystem::path& place, const std::string& name) {
  return git(place, {"ls-tree", "-r", "--name-only", name});
}

}  // namespace

TEST_CASE("the first review makes an orphan branch, and no work tree or index notices") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  write(facts / "notes.txt", "mine\n");
  const std::string index = read(facts / ".git/index");
  const std::string main = rev(facts, "HEAD");
  const Reviews reviews(store);
  const UnitedReviews first = reviews.add(
      {{.path = "calda-k7f3q2m1/open.toml", .content = "event = \"open\"\n"}}, "Open\n");
  REQUIRE(first.tip);
  CHECK(rev(facts, "aver/reviews") == *first.tip);
  CHECK(rev(facts, "refs/aver/seen") == *first.tip);
  CHECK(rev(facts, "aver/reviews^") == "");
  CHECK(git(facts, {"log", "-1", "--format=%an <%ae>|%cn|%s", "aver/reviews"}) ==
        "Ada Fields <ada@example.org>|Ada Fields|Open\n");
  CHECK(git(facts, {"show", "aver/reviews:calda-k7f3q2m1/open.toml"}) == "event = \"open\"\n");

  const UnitedReviews second = reviews.add({{.path = "calda-k7f3q2m1/a.toml", .content = "a"},
                                            {.path = "dorn-00000001/b.toml", .content = "b"}},
                                           "Two\n");
  REQUIRE(second.tip);
  CHECK(rev(facts, "aver/reviews^") == *first.tip);  // one commit
  CHECK(rev(facts, "refs/aver/seen") == *second.tip);
  CHECK(listing(facts, "aver/reviews") ==
        "calda-k7f3q2m1/a.toml\ncalda-k7f3q2m1/open.toml\ndorn-00000001/b.toml\n");
  CHECK(git(facts, {"fsck", "--strict", "--no-dangling"}) == "");

  CHECK(rev(facts, "HEAD") == main);
  CHECK(read(facts / ".git/index") == index);
  CHECK(git(facts, {"status", "--porcelain"}) == "?? notes.txt\n");
}

TEST_CASE("a review is written once: the same again is nothing, other bytes are refused") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const Reviews reviews(store);
  const auto tip = reviews.add({{.path = "a-00000001/x.toml", .content = "x"}}, "X\n").tip;
  CHECK(reviews.add({{.path = "a-00000001/x.toml", .content = "x"}}, "Again\n").tip == tip);
  CHECK(rev(facts, "aver/reviews") == *tip);

  const UnitedReviews other = reviews.add({{.path = "a-00000001/new.toml", .content = "new"},
                                           {.path = "a-00000001/x.toml", .content = "y"}},
                                          "Other\n");
  CHECK_FALSE(other.tip);
  REQUIRE(other.altered.size() == 1);
  CHECK(other.altered[0].path == "a-00000001/x.toml");
  CHECK(other.altered[0].blobs.size() == 2);
  CHECK_FALSE(other.altered[0].kept);
  CHECK(rev(facts, "aver/reviews") == *tip);

  // A file in the way of a folder, and a folder in that of a file.
  CHECK(reviews.add({{.path = "a-00000001/x.toml/y", .content = "y"}}, "X\n").altered.size() == 1);
  CHECK(reviews.add({{.path = "a-00000001", .content = "y"}}, "X\n").altered.size() == 1);
  CHECK_THROWS_WITH(reviews.add({{.path = "../x", .content = "y"}}, "X\n"),
                    "a review has the path \"../x\"");
  CHECK_THROWS_AS(reviews.add({{.path = "a/.git/x", .content = "y"}}, "X\n"), StoreError);
  CHECK(rev(facts, "aver/reviews") == *tip);
}

TEST_CASE("a round is kept as a tree of what the store has already") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"claims/t/x/claim.toml", "text = \"X\"\n"}, {"actors/a.toml", "name = \"A\"\n"}});
  const std::string tree = rev(facts, "HEAD:claims/t");
  const std::string blob = rev(facts, "HEAD:actors/a.toml");
  const Reviews reviews(store);
  const std::string round = "a-00000001/rounds/1a2b3c4d5e6f";
  REQUIRE(reviews
              .add({{.path = round + "/claims/t", .tree = tree},
                    {.path = round + "/actors/a.toml", .blob = blob},
                    {.path = "a-00000001/round.toml", .content = "event = \"round\"\n"}},
                   "Round\n")
              .tip);
  CHECK(rev(facts, "aver/reviews:" + round + "/claims/t") == tree);
  CHECK(rev(facts, "aver/reviews:" + round + "/actors/a.toml") == blob);
  const auto tip = rev(facts, "aver/reviews");
  CHECK(reviews.add({{.path = round + "/claims/t", .tree = tree}}, "Again\n").tip == tip);
  CHECK(reviews.add({{.path = round + "/claims/t", .tree = rev(facts, "HEAD:actors")}}, "Other\n")
            .altered.size() == 1);
  CHECK_THROWS_WITH(reviews.add({{.path = "a/x", .blob = std::string(40, '1')}}, "X\n"),
                    "the contents of a/x are not in this store");
  CHECK(rev(facts, "aver/reviews") == tip);
}

TEST_CASE("in a clone the first review goes on from what the remote has") {
  const Scratch scratch;
  const auto hub = scratch / "hub";
  Store store = Store::init(hub, {});
  const auto there = Reviews(store).add({{.path = "a/x", .content = "x"}}, "X\n").tip;
  git(hub, {"clone", "-q", hub.string(), (scratch / "clone").string()});
  const Store clone = Store::open(scratch / "clone");
  const auto added = Reviews(clone).add({{.path = "a/y", .content = "y"}}, "Y\n").tip;
  REQUIRE(added);
  CHECK(rev(scratch / "clone", "aver/reviews^") == *there);
  CHECK(listing(scratch / "clone", "aver/reviews") == "a/x\na/y\n");
  git(scratch / "clone", {"push", "-q", "origin", "aver/reviews"});  // a fast-forward
}

TEST_CASE("a commit of reviews can be made for an attempt, and dropped with it") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const Reviews reviews(store);
  const auto tip = reviews.add({{.path = "a/x", .content = "x"}}, "X\n").tip;
  const UnitedReviews accept = reviews.prepare({{.path = "a/accept", .content = "a"}}, "Accept\n");
  REQUIRE(accept.tip);
  CHECK(rev(facts, *accept.tip + "^") == *tip);
  CHECK(listing(facts, *accept.tip) == "a/accept\na/x\n");
  CHECK(rev(facts, "aver/reviews") == *tip);
  CHECK(rev(facts, "refs/aver/seen") == *tip);
  // The remote has taken it.
  CHECK(reviews.unite({.also = {*accept.tip}}).tip == accept.tip);
  CHECK(rev(facts, "aver/reviews") == *accept.tip);
  CHECK(rev(facts, "refs/aver/seen") == *accept.tip);
}

TEST_CASE("a branch of reviews that is checked out is not moved under its work tree") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const Reviews reviews(store);
  const auto tip = reviews.add({{.path = "a/x", .content = "x"}}, "X\n").tip;
  git(facts, {"switch", "-q", "aver/reviews"});
  CHECK_THROWS_WITH(reviews.add({{.path = "a/y", .content = "y"}}, "Y\n"),
                    "aver/reviews is checked out");
  git(facts, {"switch", "-q", "main"});
  git(facts, {"worktree", "add", "-q", (scratch / "beside").string(), "aver/reviews"});
  CHECK_THROWS_AS(reviews.add({{.path = "a/y", .content = "y"}}, "Y\n"), StoreError);
  CHECK(rev(facts, "aver/reviews") == *tip);
  CHECK(rev(facts, "refs/aver/seen") == *tip);
}

TEST_CASE("a branch that leaves no room for the reviews is told by its name") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  git(facts, {"branch", "aver"});
  CHECK_THROWS_WITH(Reviews(store).add({{.path = "a/x", .content = "x"}}, "X\n"),
                    "the branch aver/reviews cannot be made: there is one named aver");
  git(facts, {"branch", "-D", "aver"});
  CHECK(Reviews(store).add({{.path = "a/x", .content = "x"}}, "X\n").tip);
}

TEST_CASE("many who add at once lose no review") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store::init(facts, {});
  constexpr int kWriters = 4, kEach = 5;
  std::vector<std::thread> writers;
  for (int i = 0; i < kWriters; ++i) {
    writers.emplace_back([&, i] {
      const Store store = Store::open(facts);
      for (int n = 0; n < kEach; ++n) {
        const std::string name = std::to_string(i) + "-" + std::to_string(n);
        Reviews(store).add({{.path = "a/" + name, .content = name}}, name + "\n");
      }
    });
  }
  for (std::thread& one : writers) one.join();
  const Store store = Store::open(facts);
  CHECK(Reviews(store).files()->below().size() == kWriters * kEach);
  CHECK(rev(facts, "aver/reviews") == rev(facts, "refs/aver/seen"));
  CHECK(git(facts, {"rev-list", "--count", "aver/reviews"}) == "20\n");  // nobody had to merge
}

namespace {

std::string reviews_die_at;

void die_in_reviews(const char* step) {
  if (reviews_die_at == step) kill(getpid(), SIGKILL);
}

}  // namespace

TEST_CASE("a writer of reviews that is killed leaves what was before or what is after") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const Reviews reviews(store);
  reviews.add({{.path = "a/x", .content = "x"}}, "X\n");
  for (const char* step : {"objects", "reviews"}) {
    CAPTURE(step);
    const pid_t child = fork();
    if (child == 0) {
      reviews_die_at = step;
      set_fault_point(die_in_reviews);
      try {
        const Store own = Store::open(facts);
        Reviews(own).add({{.path = std::string("a/") + step, .content = step}}, "Y\n");
      } catch (const StoreError&) {
      }
      _exit(7);
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    const bool after = std::string(step) == "reviews";
    CHECK(reviews.files()->below().size() == (after ? 2 : 1));
    CHECK(git(facts, {"fsck", "--strict", "--no-dangling"}) == "");
  }
  // The next to write brings what was seen along.
  reviews.add({{.path = "a/next", .content = "next"}}, "Next\n");
  CHECK(rev(facts, "aver/reviews") == rev(facts, "refs/aver/seen"));
  CHECK(listing(facts, "aver/reviews") == "a/next\na/reviews\na/x\n");
}
