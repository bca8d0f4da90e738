// SPDX-License-Identifier: MIT
//
// A belief series of a store says at every commit of the first-parent line what that revision says.
#include "cli/diff/belief_series.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "claims/positions/in_force.h"
#include "claims/records/codec.h"
#include "cli/names/load.h"
#include "store/clock.h"
#include "tests/claims/positions/worlds.h"
#include "tests/property.h"
#include "tests/store/histories.h"

using namespace aver;
using namespace aver::tests;

namespace {

using claims::RecordKind;

// A vocabulary, with "deny" as it is written there.
std::string settings_with(const std::string& deny) {
  return "format = 2\n\n[[scale]]\nname = \"stance\"\norder = \"opposed\"\nwords = [\n"
         "  { word = \"affirm\", value = 1 },\n  { word = \"qualified\", value = 0 },\n"
         "  { word = \"query\", value = 0 },\n  { word = \"silent\", absence = true },\n  { " +
         deny + ", value = -1 },\n]\n";
}
const std::string kOldWord = settings_with("word = \"deny\"");
const std::string kNewWord = settings_with("word = \"denies\", was = [\"deny\"]");

// A state of the store, before it is written as files.
struct State {
  Stances stances;
  bool moved_claim = false;   // to t/y, once t/x
  bool moved_holder = false;  // "a" is "c" by now
  bool removed = false;       // the claim's folder is gone
  std::string settings = kOldWord;
};

MadeTree tree_of(const State& state) {
  MadeTree tree;
  tree["aver.toml"] = {"100644", state.settings};
  for (const std::string id : {"a", "b"}) {
    claims::Actor actor;
    const bool moved = id == "a" && state.moved_holder;
    actor.id = moved ? "c" : id;
    actor.name = id;
    actor.kind = "state";
    if (moved) actor.aliases = {"a"};
    tree["actors/" + actor.id + ".toml"] = {"100644", claims::encode(actor)};
  }
  claims::Claim claim;
  claim.id = state.moved_claim ? "t/y" : "t/x";
  claim.text = "X is so";
  if (state.moved_claim) claim.aliases = {"t/x"};
  const std::string folder = "claims/" + claim.id + "/";
  if (state.removed) return tree;
  tree[folder + "claim.toml"] = {"100644", claims::encode(claim)};
  for (claims::Stance stance : state.stances) {
    stance.claim = claim.id;
    if (state.moved_holder && stance.holder == "a") stance.holder = "c";
    std::string text = claims::encode(stance);
    if (stance.note == "broken") text += "= no TOML\n";
    tree[folder + stance.name + ".toml"] = {"100644", text};
  }
  return tree;
}

// Branches that record, correct, remove, rename and merge.
MadeHistory any_history() {
  const Stances all = drawn_store();
  std::vector<State> states;
  MadeHistory history;
  std::int64_t clock = 1700000000;
  std::size_t next = 0;
  while (next < all.size() || history.size() < 4) {
    MadeCommit commit;
    State state;
    if (!history.empty()) {
      const auto recent = [&] {
        return history.size() - std::min(*rc::gen::inRange<std::size_t>(1, 4), history.size());
      };
      commit.parents = {recent()};
      state = states[commit.parents.front()];
      const std::size_t other = recent();
      if (chance(30) && other != commit.parents.front()) {
        commit.parents.push_back(other);
        const State& theirs = states[other];
        for (const claims::Stance& stance : theirs.stances) {
          const bool here =
              std::any_of(state.stances.begin(), state.stances.end(),
                          [&](const claims::Stance& one) { return one.name == stance.name; });
          if (!here) state.stances.push_back(stance);
        }
        state.moved_claim |= theirs.moved_claim;
        state.moved_holder |= theirs.moved_holder;
      }
    }
    if (commit.parents.size() < 2 || chance(20)) {
      for (int n = one_of<int>({1, 1, 0, 2}); n > 0 && next < all.size(); --n)
        state.stances.push_back(all[next++]);
      const auto any = [&]() -> claims::Stance& {
        return state.stances[*rc::gen::inRange<std::size_t>(0, state.stances.size())];
      };
      if (!state.stances.empty() && chance(10)) state.stances.pop_back();
      if (!state.stances.empty() && chance(10)) any().held = date(one_of(kVague));
      if (!state.stances.empty() && chance(5)) any().note = "broken";
      if (!state.stances.empty() && chance(10)) any().first_recorded = date("2019-05-01");
      state.moved_claim |= chance(10);
      state.moved_holder |= chance(10);
      state.removed = chance(5);
      if (chance(10)) state.settings = one_of<std::string>({kOldWord, kNewWord});
    }
    commit.tree = tree_of(state);
    clock += *rc::gen::element<std::int64_t>(0, 1, 86400, 86400, 3 * 86400, -2 * 86400);
    commit.time = clock;
    states.push_back(state);
    history.push_back(std::move(commit));
  }
  return history;
}

struct Believed {
  std::set<Said> said;
  claims::DaySpan since;
  bool resumed = false;
  friend bool operator==(const Believed&, const Believed&) = default;
};
using ByLine = std::map<LineKey, Believed>;

Believed believed(const claims::Position& position, const claims::Vocabulary& now) {
  Believed one{{}, position.since, position.resumed};
  for (const claims::Possible& possible : position.possible)
    one.said.insert({std::string(now.canonical(possible.word)), possible.lapsed});
  return one;
}

// What `show` says of the claim at a revision, with the names of now.
ByLine shown_at(const store::View& now, const store::View& then, claims::Day day) {
  const auto then_called = cli::as_it_was_called(now, then, {RecordKind::claim, "t/y"});
  const auto same_name = cli::as_it_was_called(now, then, {RecordKind::claim, "t/x"});
  const auto record = now.has({RecordKind::claim, "t/y"}) ? then_called : same_name;
  if (!record) return {};
  const auto folder = then.folder(record->id);
  if (!folder) return {};
  ByLine all;
  const bool renamed = now.has({RecordKind::actor, "c"});
  const claims::Lines lines(folder->folder.stances, then.vocabulary());
  for (const claims::Position& one : positions_on(lines, day)) {
    const std::string holder = one.holder == "a" && renamed ? "c" : std::string(one.holder);
    all[{holder, std::string(one.scale_name())}] = believed(one, now.vocabulary());
  }
  return all;
}

ByLine by_series(const cli::BeliefsAnswer& answer, const std::map<std::string, std::size_t>& places,
                 std::size_t place, const claims::Vocabulary& now) {
  ByLine all;
  for (const cli::BeliefsAnswer::Line& line : answer.lines) {
    const cli::BeliefsAnswer::Change* last = nullptr;
    for (const cli::BeliefsAnswer::Change& change : line.changes) {
      if (places.at(change.known.commit) <= place) last = &change;
    }
    if (last != nullptr && last->belief.position)
      all[{line.holder, line.scale}] = believed(*last->belief.position, now);
  }
  return all;
}

}  // namespace

TEST_CASE("a belief series is what show says at every commit of the first-parent line") {
  CHECK(holds_for_one_in(20, [] {
    const Scratch scratch;
    const MadeHistory history = any_history();
    write_history(scratch / "made.git", history);
    const store::Store store = store::Store::open(scratch / "made.git");
    const store::View now = store.view();
    const claims::Day day = any_day();
    const std::string claim =
        now.has({RecordKind::claim, "t/y"}) ? "t/y" : "t/x";  // where it is not removed
    if (!now.has({RecordKind::claim, claim})) return;
    cli::BeliefsAnswer series;
    cli::add_beliefs(store, now, {day, "", {claim}, false}, series);

    std::map<std::string, std::size_t> places;
    std::vector<store::CommitId> line;
    for (const claims::Stamp& stamp : store::stamps_of(store, now.commit())) {
      places.emplace(stamp.commit, line.size());
      line.push_back(stamp.commit);
    }
    for (std::size_t i = 0; i < line.size(); ++i) {
      RC_ASSERT(by_series(series, places, i, now.vocabulary()) ==
                shown_at(now, store.view(line[i]), day));
    }
    // Who recorded it did so before it was known, and on no merge that only brought it in.
    for (const cli::BeliefsAnswer::Line& one : series.lines) {
      for (const cli::BeliefsAnswer::Change& change : one.changes) {
        RC_ASSERT(git(scratch / "made.git",
                      {"rev-list", "-n1", change.recorded.commit, "^" + change.known.commit})
                      .empty());
        if (!change.known_on) continue;
        // By the day it is the last commit of, the series says the same as by the commit.
        const store::View then = store.view_known_on(*change.known_on).view;
        RC_ASSERT(places.at(then.commit()) >= places.at(change.known.commit));
      }
    }
    // A holder's series has the lines of the claim's that are its own.
    for (const std::string holder : {"a", "b", "c"}) {
      if (!now.has({RecordKind::actor, holder})) continue;
      std::vector<std::string> held;
      const auto folder = now.folder(claim);
      const auto stances = folder ? folder->folder.stances : std::vector<claims::Stance>{};
      for (const claims::Stance& stance : stances) {
        if (held.empty() && stance.holder == holder) held.push_back(claim);
      }
      cli::BeliefsAnswer own;
      cli::add_beliefs(store, now, {day, holder, held, true}, own);
      for (std::size_t i = 0; i < line.size(); ++i) {
        ByLine wanted = by_series(series, places, i, now.vocabulary());
        std::erase_if(wanted, [&](const auto& entry) { return entry.first.first != holder; });
        RC_ASSERT(by_series(own, places, i, now.vocabulary()) == wanted);
      }
    }
  }));
}
