// SPDX-License-Identifier: MIT
//
// Laws of reviews (law 1, 3 and 6 of the rules): over several clones, with git itself between them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "store/push.h"
#include "store/reviews.h"
#include "tests/property.h"
#include "tests/store/reviews/by_git.h"

using namespace aver::store;
using namespace aver::tests;

namespace fs = std::filesystem;

namespace {

using Files = std::set<std::string>;

std::string tip_of(const fs::path& place, const std::string& name) {
  const RunResult found =
      run_git({"rev-parse", "-q", "--verify", name}, {.directory = place.string()});
  return found.ok() ? aver::claims::first_line(found.output) : "";
}

Files files_of(const fs::path& place, const std::string& name) {
  Files files;
  if (tip_of(place, name).empty()) return files;
  const std::string text = git(place, {"ls-tree", "-r", "-z", "--name-only", name});
  for (std::string& path : aver::claims::split_at_zero(text)) files.insert(std::move(path));
  return files;
}

// A clone of the hub, and who works in it.
class Desk {
 public:
  Desk(fs::path hub, fs::path place) : hub_(std::move(hub)), place_(std::move(place)) {
    if (!fs::exists(place_)) git(hub_, {"clone", "-q", hub_.string(), place_.string()});
  }
  Files files() const {
    const Store store = Store::open(place_);
    Files files;
    if (const auto here = Reviews(store).files()) {
      for (const ReviewFile& file : here->below()) files.insert(file.path);
    }
    return files;
  }
  std::string tree() const { return tip_of(place_, std::string(kSeenReviews) + "^{tree}"); }
  void add(const std::string& name) const {
    const Store store = Store::open(place_);
    REQUIRE(Reviews(store).add({{.path = "a-00000001/" + name, .content = name}}, "Add\n").tip);
  }
  void fetch() const { git(place_, {"fetch", "-q", "--prune", "origin"}); }
  CommitId there() const { return tip_of(place_, "refs/remotes/origin/aver/reviews"); }

  // One try to bring the hub level, by what was fetched.
  PushEnd push() const {
    const Store store = Store::open(place_);
    const UnitedReviews united = Reviews(store).unite();
    if (!united.tip || *united.tip == there()) return PushEnd::done;
    return push_together(store, "origin", {{kReviewsRef, there(), *united.tip}}).end;
  }
  void sync() const {
    constexpr int kTries = 5;
    for (int i = 0; i < kTries; ++i) {
      fetch();
      if (push() == PushEnd::done) return;
    }
    FAIL("nobody else pushes, and still it is not level");
  }
  const fs::path& place() const { return place_; }

 private:
  fs::path hub_, place_;
};

// A hub with a store, and a proposal.
fs::path make_hub(const Scratch& scratch) {
  const fs::path first = scratch / "first";
  Store::init(first, {});
  git(first, {"branch", "proposal/x"});
  const fs::path hub = scratch / "hub.git";
  git(first, {"clone", "-q", "--bare", first.string(), hub.string()});
  return hub;
}

std::string other_refs(const fs::path& place) {
  return git(place, {"for-each-ref", "--format=%(refname) %(objectname)", "refs/heads/main",
                     "refs/heads/proposal", "refs/tags"});
}

}  // namespace

TEST_CASE("law: in any order, all clones come to one tree, and none ever lacks what it had") {
  const Scratch scratch;
  const fs::path hub = make_hub(scratch);
  CHECK(holds_for_one_in(200, [&] {
    git(hub, {"update-ref", "-d", kReviewsRef});
    std::vector<Desk> desks;
    for (const char* name : {"ann", "ben", "cat"}) {
      fs::remove_all(scratch / name);
      desks.emplace_back(hub, scratch / name);
    }
    const std::string before = other_refs(hub);
    Files all;
    std::vector<Files> had(desks.size());
    for (int step = 0; step < 9; ++step) {
      const std::size_t who = *rc::gen::inRange<std::size_t>(0, desks.size());
      const Desk& desk = desks[who];
      switch (*rc::gen::inRange(0, 8)) {
        case 0:  // an administrator moves the branch back, or removes it
          if (const std::string back = tip_of(hub, std::string(kReviewsRef) + "^"); !back.empty()) {
            git(hub, {"update-ref", kReviewsRef, back});
          } else {
            git(hub, {"update-ref", "-d", kReviewsRef});
          }
          break;
        case 1:  // somebody takes files out, by plain git
          if (const std::string tip = tip_of(hub, kReviewsRef); !tip.empty()) {
            commit_by_git(hub, kReviewsRef,
                          {.parents = {tip}, .files = {{"a-00000001", std::nullopt}}});
          }
          break;
        case 2:
          git(desk.place(), {"update-ref", "-d", kReviewsRef});
          break;
        case 3:
        case 4:
          desk.sync();
          break;
        default: {
          const std::string name = std::to_string(step) + "-" + std::to_string(who);
          desk.add(name);
          all.insert("a-00000001/" + name);
        }
      }
      for (std::size_t i = 0; i < desks.size(); ++i) {
        const Files now = desks[i].files();
        RC_ASSERT(std::includes(now.begin(), now.end(), had[i].begin(), had[i].end()));
        had[i] = now;
      }
    }
    for (int round = 0; round < 2; ++round) {
      for (const Desk& desk : desks) desk.sync();
    }
    for (const Desk& desk : desks) {
      RC_ASSERT(desk.files() == all);
      RC_ASSERT(desk.tree() == desks.front().tree());
      RC_ASSERT(other_refs(desk.place()) == other_refs(desks.front().place()));
    }
    if (!all.empty()) RC_ASSERT(files_of(hub, kReviewsRef) == all);
    RC_ASSERT(other_refs(hub) == before);
  }));
}

TEST_CASE("law: with fewer references the answer is the full one, or that it cannot be told") {
  const Scratch scratch;
  const fs::path hub = make_hub(scratch);
  const Desk ann(hub, scratch / "ann");
  ann.add("open");
  ann.sync();
  const std::string old = tip_of(hub, kReviewsRef);
  ann.add("objection");
  ann.sync();
  const std::string newest = tip_of(hub, kReviewsRef);  // as a trailer on main names it
  const Files full = ann.files();
  const std::vector<std::pair<std::string, std::string>> refs = {
      {std::string(kSeenReviews), newest},
      {kReviewsRef, newest},
      {"refs/remotes/origin/aver/reviews", newest},
      {"refs/remotes/fork/aver/reviews", old}};
  git(ann.place(), {"remote", "add", "fork", "nowhere"});
  for (unsigned subset = 0; subset < 1U << refs.size(); ++subset) {
    for (std::size_t i = 0; i < refs.size(); ++i) {
      const bool is_there = (subset >> i & 1U) != 0;
      git(ann.place(), is_there
                           ? std::vector<std::string>{"update-ref", refs[i].first, refs[i].second}
                           : std::vector<std::string>{"update-ref", "-d", refs[i].first});
    }
    const Store store = Store::open(ann.place());
    const auto files = Reviews(store).files();
    CHECK(files.has_value() == (subset != 0));
    const bool can_tell = files && files->contains(newest) == ContainsTip::yes;
    if (can_tell) CHECK(ann.files() == full);
    if (!can_tell) CHECK(ann.files() != full);
    CHECK(can_tell == ((subset & 7U) != 0));
  }
}

namespace {

// Ann accepts: judges what she has fetched, and pushes main and the reviews as one.
class Accepting {
 public:
  Accepting(const Desk& desk, const fs::path& hub) : desk_(desk), hub_(hub) {}
  bool over() const { return over_; }
  void step() {
    is_fetched_ ? push() : desk_.fetch();
    is_fetched_ = !is_fetched_;
  }

 private:
  void push() {
    const Store store = Store::open(desk_.place());
    const Reviews reviews(store);
    const UnitedReviews known = reviews.unite();
    over_ = desk_.files().contains("a-00000001/objection");
    if (over_) return;
    const std::string main = tip_of(desk_.place(), "refs/remotes/origin/main");
    const std::string accepted = commit_by_git(desk_.place(), "refs/made/accepted",
                                               {.parents = {main}, .files = {{"accepted", "yes"}}});
    const UnitedReviews event =
        reviews.prepare({{.path = "a-00000001/accept", .content = "accept"}}, "Accept\n");
    const PushedTogether pushed = push_together(
        store, "origin",
        {{kReviewsRef, desk_.there(), *event.tip}, {"refs/heads/main", main, accepted}});
    if (pushed.end != PushEnd::done) {
      CHECK(pushed.end == PushEnd::moved);
      return;
    }
    // At this moment nobody has objected.
    CHECK_FALSE(files_of(hub_, kReviewsRef).contains("a-00000001/objection"));
    reviews.unite({.also = {*event.tip}});
    over_ = true;
  }

  const Desk& desk_;
  const fs::path& hub_;
  bool is_fetched_ = false, over_ = false;
};

// Cat objects, or Ben says something else.
class Saying {
 public:
  Saying(const Desk& desk, std::string what) : desk_(desk), what_(std::move(what)) {}
  bool over() const { return over_; }
  void step() {
    if (!is_said_) desk_.add(what_);
    is_said_ = true;
    if (is_fetched_) {
      over_ = desk_.push() == PushEnd::done;
    } else {
      desk_.fetch();
    }
    is_fetched_ = !is_fetched_;
  }

 private:
  const Desk& desk_;
  const std::string what_;
  bool is_said_ = false, is_fetched_ = false, over_ = false;
};

}  // namespace

TEST_CASE("law: main has the accept only if the objection was pushed after it") {
  const Scratch scratch;
  const fs::path hub = make_hub(scratch);
  const Desk ann(hub, scratch / "ann"), cat(hub, scratch / "cat"), ben(hub, scratch / "ben");
  ann.add("open");
  for (const Desk* desk : {&ann, &cat, &ben}) desk->sync();
  const std::string main = tip_of(hub, "main"), reviews = tip_of(hub, kReviewsRef);
  int accepted = 0, stopped = 0;
  const auto play = [&](const std::string& order) {
    CAPTURE(order);
    git(hub, {"update-ref", "refs/heads/main", main});
    git(hub, {"update-ref", kReviewsRef, reviews});
    for (const Desk* desk : {&ann, &cat, &ben}) {
      for (const std::string& ref : {std::string(kSeenReviews), std::string(kReviewsRef),
                                     std::string("refs/remotes/origin/aver/reviews")}) {
        git(desk->place(), {"update-ref", ref, reviews});
      }
      git(desk->place(), {"update-ref", "refs/remotes/origin/main", main});
    }
    Accepting accept(ann, hub);
    Saying objection(cat, "objection"), comment(ben, "comment");
    const auto step = [&](char who) {
      if (who == 'a' && !accept.over()) accept.step();
      if (who == 'c' && !objection.over()) objection.step();
      if (who == 'b' && !comment.over()) comment.step();
    };
    for (const char who : order) step(who);
    for (int more = 0; more < 20; ++more)
      step("acb"[more % (order.find('b') == order.npos ? 2 : 3)]);
    REQUIRE(accept.over());
    REQUIRE(objection.over());
    const Files there = files_of(hub, kReviewsRef);
    CHECK(there.contains("a-00000001/objection"));
    // Both or neither.
    const bool is_accepted = tip_of(hub, "main") != main;
    CHECK(there.contains("a-00000001/accept") == is_accepted);
    ++(is_accepted ? accepted : stopped);
  };
  std::string order = "aacc";
  do play(order);
  while (std::next_permutation(order.begin(), order.end()));
  CHECK(accepted == 3);  // Ann has pushed first
  CHECK(stopped == 3);
  // With a third who makes the first push of both fail.
  for (const char* one : {"abbac", "abbcac", "acbbac", "bacbacac", "acbabcac"}) play(one);
  // And on a host that cannot move both at once.
  git(hub, {"config", "receive.advertiseAtomic", "false"});
  for (const char* one : {"aacc", "acac", "acca", "ccaa"}) play(one);
}
