// SPDX-License-Identifier: MIT
//
// The recorded clock by the index, by git, and by a walk of its own over generated histories.
#include "store/clock.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

#include "store/index_history.h"
#include "tests/property.h"
#include "tests/store/histories.h"

using namespace aver::store;
using namespace aver::tests;
using aver::claims::KnownThen;
using aver::claims::Stamp;

namespace {

constexpr std::int64_t kBegin = 1700000000;
constexpr std::int64_t kForEver = std::numeric_limits<std::int64_t>::max();

class Using {
 public:
  explicit Using(const char* how) { setenv("AVER_INDEX", how, 1); }
  ~Using() { unsetenv("AVER_INDEX"); }
  Using(const Using&) = delete;
  Using& operator=(const Using&) = delete;
};

// A history whose clocks are right, late, early, or far off, and a store of it.
struct Recorded {
  Scratch scratch;
  MadeHistory history;
  std::vector<CommitId> ids;
  std::vector<CommitId> wrong;
  std::optional<Store> store;
};

void make_recorded(Recorded& to) {
  to.history = make_history(*rc::gen::inRange<std::size_t>(1, 30));
  const std::size_t bare = *rc::gen::element<std::size_t>(0, 0, 1, 2);
  std::int64_t clock = kBegin;
  for (std::size_t i = 0; i < to.history.size(); ++i) {
    clock += aver::claims::kSecondsInDay * *rc::gen::inRange(0, 4);
    const std::int64_t off = *rc::gen::element<std::int64_t>(0, 0, 0, 0, -3, -40, 3, 400);
    to.history[i].time = clock + off * aver::claims::kSecondsInDay;
    // A store begins without records.
    if (i < bare) {
      to.history[i].tree = {{"aver.toml", {"100644", "format = 1\n"}},
                            {"claims/README.md", {"100644", "Not a record.\n"}}};
    }
  }
  write_history(to.scratch / "r.git", to.history);
  to.store.emplace(Store::open(to.scratch / "r.git"));
  for (std::size_t i = 0; i < to.history.size(); ++i) {
    to.ids.push_back(to.store->view("refs/made/" + std::to_string(i)).commit());
    if (*rc::gen::inRange(0, 5) == 0) to.wrong.push_back(to.ids.back());
  }
  if (*rc::gen::arbitrary<bool>()) to.wrong.clear();
}

bool is_wrong(const Recorded& of, std::size_t commit) {
  return std::find(of.wrong.begin(), of.wrong.end(), of.ids[commit]) != of.wrong.end();
}

// The commit and its first parents, the first one first, from the one that has a record on.
std::vector<std::size_t> walked(const Recorded& of, std::size_t tip) {
  std::vector<std::size_t> line = {tip};
  while (!of.history[line.back()].parents.empty())
    line.push_back(of.history[line.back()].parents.front());
  const auto is_bare = [&](std::size_t commit) {
    const aver::tests::MadeTree& tree = of.history[commit].tree;
    return std::none_of(tree.begin(), tree.end(), [](const auto& file) {
      return file.first != "aver.toml" && file.first.ends_with(".toml");
    });
  };
  std::reverse(line.begin(), line.end());
  line.erase(line.begin(), std::find_if_not(line.begin(), line.end(), is_bare));
  return line;
}

// The day of the last commit of the line; nothing where no stamp counts.
std::optional<std::int64_t> day_of(const Recorded& of, const std::vector<std::size_t>& line,
                                   std::size_t last) {
  std::optional<std::int64_t> latest;
  for (std::size_t i = 0; i <= last; ++i) {
    const std::int64_t at = of.history[line[i]].time;
    if (!is_wrong(of, line[i]) && (!latest || at > *latest)) latest = at;
  }
  return latest;
}

CommitId known_by_walk(const Recorded& of, std::size_t tip, std::int64_t time) {
  const std::vector<std::size_t> line = walked(of, tip);
  for (std::size_t i = line.size(); i-- > 0;) {
    const auto day = day_of(of, line, i);
    if (day && *day <= time) return of.ids[line[i]];
  }
  return "";
}

std::int64_t some_time() {
  return kBegin + *rc::gen::inRange<std::int64_t>(-10, 120) * aver::claims::kSecondsInDay;
}

KnownThen asked_known(const Recorded& of, const CommitId& tip, std::int64_t time, const char* how) {
  const Using use(how);
  return known_at(*of.store, tip, time, of.wrong);
}

}  // namespace

TEST_CASE("what was known at a time is the same by the index, by git, and by a plain walk") {
  CHECK(holds_for_one_in(300, [] {
    Recorded made;
    make_recorded(made);
    for (int i = 0; i < 6; ++i) {
      const auto tip = *rc::gen::inRange<std::size_t>(0, made.ids.size());
      const std::int64_t time = some_time();
      const KnownThen index = asked_known(made, made.ids[tip], time, "always");
      const KnownThen git = asked_known(made, made.ids[tip], time, "off");
      RC_ASSERT(git.commit == known_by_walk(made, tip, time));
      RC_ASSERT(index.commit == git.commit);
      RC_ASSERT(index.skipped == git.skipped);
      RC_ASSERT(index.next == git.next);
    }
    RC_ASSERT(HistoryIndex::verify(*made.store, 0).wrong.empty());
  }));
}

TEST_CASE("commits with later days change no earlier answer, and a clone cut off gives the same") {
  CHECK(holds_for_one_in(300, [] {
    Recorded made;
    make_recorded(made);
    const auto tip = *rc::gen::inRange<std::size_t>(0, made.ids.size());
    const std::vector<std::size_t> line = walked(made, tip);
    const std::int64_t time = some_time();
    const CommitId known = asked_known(made, made.ids[tip], time, "always").commit;
    if (!known.empty()) RC_ASSERT(asked_known(made, known, time, "always").commit == known);
    for (std::size_t i = 1; i < line.size(); ++i) {
      const auto day = day_of(made, line, i);
      if (!day || *day <= time) continue;
      RC_ASSERT(asked_known(made, made.ids[line[i - 1]], time, "always").commit == known);
    }
  }));
}

TEST_CASE("the clock of a commit and its stamps are the same by the index, by git, and by a walk") {
  CHECK(holds_for_one_in(300, [] {
    Recorded made;
    make_recorded(made);
    const auto tip = *rc::gen::inRange<std::size_t>(0, made.ids.size());
    const auto since = *rc::gen::inRange<std::size_t>(0, tip + 1);
    const std::int64_t latest = *rc::gen::arbitrary<bool>() ? kForEver : some_time();
    const std::vector<std::size_t> line = walked(made, tip);
    std::optional<std::int64_t> clock;
    std::vector<Stamp> stamps;
    for (const std::size_t one : line) {
      const std::int64_t at = made.history[one].time;
      stamps.push_back({made.ids[one], at});
      if (!is_wrong(made, one) && at <= latest && (!clock || at > *clock)) clock = at;
    }
    for (const char* how : {"always", "off"}) {
      const Using use(how);
      const auto found = clock_of(*made.store, made.ids[tip], latest, made.wrong);
      RC_ASSERT(found.has_value() == clock.has_value());
      if (found) RC_ASSERT(found->at == *clock);
      RC_ASSERT(stamps_of(*made.store, made.ids[tip]) == stamps);
      // What is new: no ancestor of `since`.
      const NewStamps fresh =
          stamps_since(*made.store, made.ids[since], made.ids[tip], latest, made.wrong);
      const std::string text =
          git(made.scratch / "r.git",
              {"rev-list", "--first-parent", made.ids[since] + ".." + made.ids[tip]});
      std::vector<Stamp> wanted;
      for (const Stamp& one : stamps) {
        if (text.find(one.commit) != text.npos) wanted.push_back(one);
      }
      RC_ASSERT(std::vector<Stamp>(fresh.line.begin() + static_cast<std::ptrdiff_t>(fresh.from),
                                   fresh.line.end()) == wanted);
      // And the day that it builds on.
      const std::vector<Stamp> old(fresh.line.begin(),
                                   fresh.line.begin() + static_cast<std::ptrdiff_t>(fresh.from));
      const std::vector<Stamp> all(stamps.begin(),
                                   stamps.end() - static_cast<std::ptrdiff_t>(wanted.size()));
      const auto by_old = aver::claims::clock_of(old, latest, made.wrong);
      const auto by_all = aver::claims::clock_of(all, latest, made.wrong);
      RC_ASSERT(by_old.has_value() == by_all.has_value());
      if (by_old) RC_ASSERT(by_old->at == by_all->at);
    }
  }));
}
