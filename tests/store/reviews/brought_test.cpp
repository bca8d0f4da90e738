// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "store/reviews.h"
#include "store/reviews/brought_table.h"
#include "tests/store/reviews/by_git.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

const std::string kBen = "Ben Bow <ben@example.org>";
const std::string kCat = "Cat Cole <cat@example.org>";
const std::string kDan = "Dan Dale <dan@example.org>";

// "PATH AUTHOR/COMMITTER AT ARRIVED", one a line.
std::string told(const std::vector<BroughtReview>& all) {
  std::string text;
  for (const BroughtReview& one : all) {
    const auto name = [](const std::string& who) { return who.substr(0, who.find(' ')); };
    text += one.path + " " + name(one.author) + "/" + name(one.committer) + " " +
            (one.at ? std::to_string(*one.at) : "-") + " " +
            (one.arrived_at ? std::to_string(*one.arrived_at) : "-") + "\n";
  }
  return text;
}

std::filesystem::path table_of(const std::filesystem::path& place) {
  return place / ".git/aver/reviews-brought";
}

}  // namespace

TEST_CASE("a file was brought by the commit that has it and whose parents have not") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  git(facts, {"remote", "add", "origin", "nowhere"});
  const Reviews reviews(store);
  CHECK(reviews.brought().empty());
  const auto commit = [&](const char* ref, const GitCommitWords& words) {
    return commit_by_git(facts, ref, words);
  };
  const auto root = commit(kReviewsRef, {.files = {{"a/open", "o"}}, .who = kBen, .time = 100});
  const auto ben = commit(kReviewsRef, {.parents = {root},
                                        .files = {{"a/ben", "b"}, {"a/rounds/1/claims/x", "x"}},
                                        .who = kBen,
                                        .time = 200});
  // Cat's clock is behind, and Dan commits what Ben has written.
  const auto cat = commit("refs/made/cat",
                          {.parents = {root}, .files = {{"a/cat", "c"}}, .who = kCat, .time = 50});
  const auto dan = commit("refs/made/cat", {.parents = {cat},
                                            .files = {{"a/forged", "f"}},
                                            .who = kBen,
                                            .time = 150,
                                            .committer = kDan});
  const std::string before = "a/ben Ben/Ben 200 200\na/open Ben/Ben 100 100\n";
  CHECK(told(reviews.brought()) == before);
  // The union: it brings nothing itself.
  const auto merge = commit(kReviewsRef, {.parents = {ben, dan},
                                          .files = {{"a/cat", "c"}, {"a/forged", "f"}},
                                          .who = kCat,
                                          .time = 300});
  const std::string all =
      "a/ben Ben/Ben 200 200\na/cat Cat/Cat 100 300\na/forged Ben/Dan 150 300\n"
      "a/open Ben/Ben 100 100\n";
  CHECK(told(reviews.brought()) == all);
  CHECK(reviews.brought("a").size() == 4);
  CHECK(reviews.brought("b").empty());
  CHECK(reviews.brought("").front().commit == ben);
  CHECK(std::filesystem::exists(table_of(facts)));
  CHECK(told(reviews.brought()) == all);  // from the table

  // A stamp that is known to be wrong has no say.
  const auto wrong = commit(
      kReviewsRef, {.parents = {merge}, .files = {{"b/x", "x"}}, .who = kBen, .time = 4000000000});
  CHECK(told(reviews.brought("b")) == "b/x Ben/Ben 4000000000 4000000000\n");
  CHECK(told(reviews.brought("b", {wrong})) == "b/x Ben/Ben 300 300\n");
  CHECK(told(reviews.brought("a", {root})) ==
        "a/ben Ben/Ben 200 200\na/cat Cat/Cat 50 300\na/forged Ben/Dan 150 300\na/open Ben/Ben - "
        "-\n");

  // What has been taken away was brought nevertheless.
  commit(kReviewsRef, {.parents = {wrong}, .files = {{"b/x", std::nullopt}}, .time = 400});
  CHECK(reviews.brought("b").size() == 1);

  // Without the table, or with a damaged one, the answer is the same.
  const std::string text = read(table_of(facts));
  const auto now = told(reviews.brought());
  for (const std::string& other : {std::string(), std::string("x"), text.substr(0, text.size() / 2),
                                   text + "x", std::string(text).replace(50, 1, "?")}) {
    write(table_of(facts), other);
    CHECK(told(reviews.brought()) == now);
    CHECK(read(table_of(facts)) == text);  // and it is mended
  }
  CHECK(BroughtTable::decode(text));
  CHECK(BroughtTable::decode(text)->encode() == text);

  // A tip that is gone takes its commits out of the answer.
  git(facts, {"update-ref", kReviewsRef, root});
  CHECK(told(reviews.brought()) == "a/open Ben/Ben 100 100\n");
}

TEST_CASE("a file that two have brought, each for themselves, has two who brought it") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  git(facts, {"remote", "add", "origin", "nowhere"});
  const auto commit = [&](const char* ref, const GitCommitWords& words) {
    return commit_by_git(facts, ref, words);
  };
  const auto root = commit("refs/made/root", {.files = {{"a/x", "x"}}, .who = kBen, .time = 100});
  commit(kReviewsRef, {.parents = {root}, .files = {{"a/y", "y"}}, .who = kBen, .time = 300});
  commit("refs/remotes/origin/aver/reviews",
         {.parents = {root}, .files = {{"a/y", "y"}}, .who = kDan, .time = 200});
  const Reviews reviews(store);
  CHECK(told(reviews.brought()) ==
        "a/x Ben/Ben 100 100\na/y Dan/Dan 200 200\na/y Ben/Ben 300 300\n");
  REQUIRE(reviews.unite().tip);
  const auto after = reviews.brought("a");
  REQUIRE(after.size() == 3);
  CHECK(after[1].author == kDan);
  CHECK(after[2].author == kBen);
  CHECK(after[2].arrived_at >= 1700000000);  // with the union
}

TEST_CASE("where the history is cut off nobody is known to have brought what is there") {
  const Scratch scratch;
  const auto hub = scratch / "hub";
  Store::init(hub, {});
  const auto root =
      commit_by_git(hub, kReviewsRef, {.files = {{"a/x", "x"}}, .who = kBen, .time = 100});
  const auto second = commit_by_git(
      hub, kReviewsRef, {.parents = {root}, .files = {{"a/y", "y"}}, .who = kCat, .time = 200});
  commit_by_git(hub, kReviewsRef,
                {.parents = {second}, .files = {{"a/z", "z"}}, .who = kDan, .time = 300});
  const auto place = scratch / "shallow";
  git(hub, {"clone", "-q", "--depth", "1", "file://" + hub.string(), place.string()});
  const Store store = Store::open(place);
  const Reviews reviews(store);
  git(place, {"fetch", "-q", "--depth", "2", "origin", reviews.fetch_spec("origin")});
  CHECK(told(reviews.brought()) == "a/x / 200 200\na/y / 200 200\na/z Dan/Dan 300 300\n");
  CHECK_FALSE(std::filesystem::exists(table_of(place)));
  git(place, {"fetch", "-q", "--unshallow", "origin", reviews.fetch_spec("origin")});
  CHECK(told(reviews.brought()) ==
        "a/x Ben/Ben 100 100\na/y Cat/Cat 200 200\na/z Dan/Dan 300 300\n");
}
