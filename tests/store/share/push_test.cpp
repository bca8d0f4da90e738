// SPDX-License-Identifier: MIT
#include "store/push.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "store/git_words.h"
#include "tests/store/reviews/by_git.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

constexpr const char* kMain = "refs/heads/main";
using Names = std::vector<std::string>;

// A hub, and a clone that has something to push for main and for the reviews.
class Shared {
 public:
  Shared() : hub_(scratch_ / "hub.git"), place_(scratch_ / "clone") {
    Store::init(place_, {});
    git(place_, {"init", "-q", "--bare", hub_.string()});
    git(place_, {"remote", "add", "origin", hub_.string()});
    main_ = at("main");
    git(place_, {"push", "-q", "origin", "main"});
    reviews_ = commit_by_git(place_, kReviewsRef, {.files = {{"a/x", "x"}}});
    new_main_ =
        commit_by_git(place_, "refs/made/main", {.parents = {main_}, .files = {{"m", "m"}}});
  }
  std::string at(const std::string& name) const { return rev(place_, name); }
  std::string there(const std::string& name) const { return rev(hub_, name); }
  PushedTogether push(const std::vector<PushedRef>& refs, const std::string& to = "origin") const {
    const Store store = Store::open(place_);
    return push_together(store, to, refs, {.environment = {{"SAID", "so"}}});
  }
  // An accept: the reviews, and main.
  std::vector<PushedRef> accept() const {
    return {{kReviewsRef, "", reviews_}, {kMain, main_, new_main_}};
  }
  void hook(const std::filesystem::path& file, const std::string& text) const {
    write(file, "#!/bin/sh\n" + text);
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  }
  std::string other(const std::string& parent) const {
    const std::string id = commit_by_git(
        place_, "refs/made/other",
        {.parents = parent.empty() ? Names{} : Names{parent}, .files = {{"a/other", "o"}}});
    git(place_, {"push", "-q", "origin", "refs/made/other:refs/made/other"});
    return id;
  }
  const std::filesystem::path& hub() const { return hub_; }
  const std::filesystem::path& place() const { return place_; }
  std::string main_, new_main_, reviews_;

 private:
  static std::string rev(const std::filesystem::path& place, const std::string& name) {
    const RunResult found =
        run_git({"rev-parse", "-q", "--verify", name}, {.directory = place.string()});
    return found.ok() ? aver::claims::first_line(found.output) : "";
  }
  Scratch scratch_;
  std::filesystem::path hub_, place_;
};

}  // namespace

TEST_CASE("references are pushed together") {
  const Shared shared;
  const PushedTogether pushed = shared.push(shared.accept());
  CHECK(pushed.end == PushEnd::done);
  CHECK_FALSE(pushed.one_by_one);
  CHECK(pushed.done == Names{kReviewsRef, kMain});
  CHECK(shared.there(kMain) == shared.new_main_);
  CHECK(shared.there(kReviewsRef) == shared.reviews_);
  CHECK(shared.push({}).end == PushEnd::done);

  // A branch that was rewritten, and one that goes.
  const std::string other = shared.other("");
  CHECK_THROWS_WITH(shared.push({{kReviewsRef, shared.reviews_, other}}),
                    "a push would take commits from refs/heads/aver/reviews");
  CHECK_THROWS_AS(shared.push({{kReviewsRef, shared.reviews_, ""}}), StoreError);
  const PushedTogether rewritten = shared.push(
      {{kReviewsRef, shared.reviews_, other, true}, {"refs/made/other", other, "", true}});
  CHECK(rewritten.end == PushEnd::done);
  CHECK(shared.there(kReviewsRef) == other);
  CHECK(shared.there("refs/made/other") == "");
}

TEST_CASE("where one reference has moved, none is pushed") {
  const Shared shared;
  const std::string other = shared.other("");
  SUBCASE("the reviews, which were not there") {
    git(shared.hub(), {"update-ref", kReviewsRef, other});
    const PushedTogether pushed = shared.push(shared.accept());
    CHECK(pushed.end == PushEnd::moved);
    CHECK(pushed.moved == Names{kReviewsRef});
    CHECK(pushed.done.empty());
    CHECK(pushed.words.size() == 2);
  }
  SUBCASE("main") {
    git(shared.hub(), {"update-ref", kMain, other});
    const PushedTogether pushed = shared.push(shared.accept());
    CHECK(pushed.end == PushEnd::moved);
    CHECK(pushed.moved == Names{kMain});
    CHECK(shared.there(kReviewsRef) == "");
  }
  SUBCASE("while the push is under way") {
    git(shared.hub(), {"update-ref", kReviewsRef, shared.other("")});
    const std::string before = shared.there(kReviewsRef);
    const std::string later = shared.other(before);
    const std::string mine = commit_by_git(shared.place(), "refs/made/mine",
                                           {.parents = {before}, .files = {{"a/mine", "m"}}});
    shared.hook(shared.hub() / "hooks/pre-receive", "env -u GIT_QUARANTINE_PATH git update-ref " +
                                                        std::string(kReviewsRef) + " " + later +
                                                        "\n");
    const PushedTogether pushed =
        shared.push({{kReviewsRef, before, mine}, {kMain, shared.main_, shared.new_main_}});
    CHECK(pushed.end == PushEnd::moved);
    CHECK(pushed.moved.size() == 2);  // the remote does not say which
    CHECK(shared.there(kReviewsRef) == later);
  }
  CHECK(shared.there(kMain) != shared.new_main_);
}

TEST_CASE("a remote that cannot move several at once gets them one by one, and it is told") {
  const Shared shared;
  git(shared.hub(), {"config", "receive.advertiseAtomic", "false"});
  SUBCASE("all") {
    const PushedTogether pushed = shared.push(shared.accept());
    CHECK(pushed.end == PushEnd::done);
    CHECK(pushed.one_by_one);
    CHECK(pushed.done == Names{kReviewsRef, kMain});
    CHECK(shared.there(kMain) == shared.new_main_);
    CHECK(shared.there(kReviewsRef) == shared.reviews_);
  }
  SUBCASE("up to one that has moved") {
    git(shared.hub(), {"update-ref", kMain, shared.other("")});
    const PushedTogether pushed = shared.push(shared.accept());
    CHECK(pushed.end == PushEnd::moved);
    CHECK(pushed.one_by_one);
    CHECK(pushed.done == Names{kReviewsRef});
    CHECK(pushed.moved == Names{kMain});
  }
  SUBCASE("and the first that has moved keeps the others back") {
    git(shared.hub(), {"update-ref", kReviewsRef, shared.other("")});
    const PushedTogether pushed = shared.push(shared.accept());
    CHECK(pushed.end == PushEnd::moved);
    CHECK(pushed.done.empty());
    CHECK(shared.there(kMain) == shared.main_);
  }
  SUBCASE("one alone needs nothing of it") {
    const PushedTogether pushed = shared.push({{kMain, shared.main_, shared.new_main_}});
    CHECK(pushed.end == PushEnd::done);
    CHECK_FALSE(pushed.one_by_one);
  }
}

TEST_CASE("who refused a push is told apart") {
  const Shared shared;
  SUBCASE("a hook of the remote") {
    shared.hook(shared.hub() / "hooks/update", "[ \"$1\" != refs/heads/main ]\n");
    const PushedTogether pushed = shared.push(shared.accept());
    CHECK(pushed.end == PushEnd::refused);
    CHECK(pushed.moved.empty());
    REQUIRE(pushed.words.size() == 2);
    const auto declined = std::find(pushed.words.begin(), pushed.words.end(),
                                    "refs/heads/main: [remote rejected] (hook declined)");
    CHECK(declined != pushed.words.end());
  }
  SUBCASE("the hook here, which is told what it is") {
    shared.hook(shared.place() / ".git/hooks/pre-push", "[ \"$SAID\" != so ]\n");
    CHECK(shared.push(shared.accept()).end == PushEnd::hook);
  }
  SUBCASE("nobody: it was not reached") {
    CHECK(shared.push(shared.accept(), "/nonexistent").end == PushEnd::failed);
    CHECK(shared.push(shared.accept(), "--all").end == PushEnd::failed);
  }
  CHECK(shared.there(kMain) == shared.main_);
  CHECK(shared.there(kReviewsRef) == "");
}
