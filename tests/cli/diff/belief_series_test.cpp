// SPDX-License-Identifier: MIT
//
// A belief series of a store says at every commit of the first-parent line what that revision says.
#include "cli/diff/belief_series.h"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <set>
#include <tuple>

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

claims::Actor actor_called(const std::string& id, const std::string& name,
                           std::vector<std::string> aliases = {}) {
  claims::Actor actor;
  actor.id = id;
  actor.name = name;
  actor.kind = "state";
  actor.aliases = std::move(aliases);
  return actor;
}

using Actors = std::map<std::string, claims::Actor>;  // by id

Actors actors_in_the_beginning() {
  Actors actors;
  for (const std::string id : {"a", "b", "d"}) actors[id] = actor_called(id, "the " + id);
  return actors;
}

// A state of the store, before it is written as files.
struct State {
  Stances stances;
  Actors actors = actors_in_the_beginning();
  std::vector<std::pair<std::string, claims::Actor>> merged;   // who stayed, and who went
  std::vector<std::pair<std::string, std::string>> renamed{};  // from, to
  bool moved_claim = false;                                    // to t/y, once t/x
  bool removed = false;                                        // the claim's folder is gone
  std::string settings = kOldWord;

  bool leads_to_somebody(const std::string& id) const {
    return actors.contains(id) || std::any_of(actors.begin(), actors.end(), [&](const auto& one) {
             const std::vector<std::string>& aliases = one.second.aliases;
             return std::find(aliases.begin(), aliases.end(), id) != aliases.end();
           });
  }
  // The id that whoever has the name has here; empty where nobody has it.
  std::string id_of(const std::string& name) const {
    for (const auto& [id, actor] : actors) {
      if (actor.name == name) return id;
    }
    return "";
  }
  // As `aver mv` does it.
  void rename(const std::string& from, const std::string& to) {
    claims::Actor actor = actors.at(from);
    actors.erase(from);
    actor.id = to;
    std::erase(actor.aliases, to);
    std::erase(actor.aliases, from);
    actor.aliases.push_back(from);
    actors[to] = actor;
    for (claims::Stance& stance : stances) {
      if (stance.holder == from) stance.holder = to;
    }
  }
};

MadeTree tree_of(const State& state) {
  MadeTree tree;
  tree["aver.toml"] = {"100644", state.settings};
  for (const auto& [id, actor] : state.actors)
    tree["actors/" + id + ".toml"] = {"100644", claims::encode(actor)};
  claims::Claim claim;
  claim.id = state.moved_claim ? "t/y" : "t/x";
  claim.text = "X is so";
  if (state.moved_claim) claim.aliases = {"t/x"};
  const std::string folder = "claims/" + claim.id + "/";
  if (state.removed) return tree;
  tree[folder + "claim.toml"] = {"100644", claims::encode(claim)};
  for (claims::Stance stance : state.stances) {
    stance.claim = claim.id;
    std::string text = claims::encode(stance);
    if (stance.note == "broken") text += "= no TOML\n";
    tree[folder + stance.name + ".toml"] = {"100644", text};
  }
  return tree;
}

// The ids that were ever given, each with the name of the actor that it was given to.
using Given = std::map<std::string, std::string>;

// Actors are renamed and merged, either is undone, or somebody edits a file by hand.
void change_actors(State& state, Given& given) {
  std::vector<std::string> ids, all;
  for (const auto& [id, actor] : state.actors) ids.push_back(id);
  for (const auto& [id, name] : given) all.push_back(id);
  if (ids.empty()) return;
  const std::string one = one_of(ids);
  const std::string other = one_of(ids);
  claims::Actor& actor = state.actors.at(one);
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
    case 1: {
      const std::string to = "n" + std::to_string(given.size());
      given[to] = actor.name;
      state.rename(one, to);
      state.renamed.emplace_back(one, to);
      break;
    }
    case 2:
    case 3: {
      if (one == other) break;
      const claims::Actor gone = state.actors.at(other);
      std::vector<std::string> more = gone.aliases;
      more.push_back(other);
      for (const std::string& alias : more) {
        std::erase(actor.aliases, alias);
        if (alias != one) actor.aliases.push_back(alias);
      }
      state.actors.erase(other);
      state.merged.emplace_back(one, gone);
      break;
    }
    case 4:
    case 5: {
      if (state.merged.empty()) break;
      const auto [kept, gone] = state.merged.back();
      state.merged.pop_back();
      const auto at = state.actors.find(kept);
      if (at == state.actors.end() || state.actors.contains(gone.id)) break;
      std::erase(at->second.aliases, gone.id);
      for (const std::string& alias : gone.aliases) std::erase(at->second.aliases, alias);
      state.actors[gone.id] = gone;
      break;
    }
    case 6: {
      if (state.renamed.empty()) break;
      const auto [from, to] = state.renamed.back();
      state.renamed.pop_back();
      if (!state.actors.contains(to) || state.actors.contains(from)) break;
      state.rename(to, from);
      std::erase(state.actors.at(from).aliases, to);
      break;
    }
    default: {
      const std::string alias = one_of(all);
      if (chance(20)) {
        state.actors.erase(one);
      } else if (alias != one && std::erase(actor.aliases, alias) == 0) {
        actor.aliases.push_back(alias);
      }
    }
  }
}

// Branches that record, correct, remove, rename and merge.
MadeHistory any_history() {
  const Stances all = drawn_store();
  std::vector<State> states;
  MadeHistory history;
  Given given;
  for (const auto& [id, actor] : actors_in_the_beginning()) given[id] = actor.name;
  const int actor_changes = one_of<int>({0, 30, 70});
  std::int64_t clock = 1700000000;
  std::size_t next = 0;
  while (next < all.size() || history.size() < 6) {
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
        if (chance(50)) {
          state.actors = theirs.actors;
          state.merged = theirs.merged;
          state.renamed = theirs.renamed;
        }
        for (claims::Stance& stance : state.stances) {
          if (state.leads_to_somebody(stance.holder)) continue;
          const std::string id = state.id_of(given.at(stance.holder));
          if (!id.empty()) stance.holder = id;
        }
      }
    }
    if (commit.parents.size() < 2 || chance(20)) {
      for (int n = one_of<int>({1, 1, 0, 2}); n > 0 && next < all.size(); --n) {
        claims::Stance stance = all[next++];
        const std::string id = state.id_of(given.at(stance.holder));
        if (!id.empty() && chance(70)) stance.holder = id;
        state.stances.push_back(stance);
      }
      const auto any = [&]() -> claims::Stance& {
        return state.stances[*rc::gen::inRange<std::size_t>(0, state.stances.size())];
      };
      if (!state.stances.empty() && chance(10)) state.stances.pop_back();
      if (!state.stances.empty() && chance(10)) any().held = date(one_of(kVague));
      if (!state.stances.empty() && chance(5)) any().note = "broken";
      if (!state.stances.empty() && chance(10)) any().first_recorded = date("2019-05-01");
      state.moved_claim |= chance(10);
      if (chance(actor_changes)) change_actors(state, given);
      if (chance(actor_changes / 3)) change_actors(state, given);
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

// By which name the actors of one revision are told.
using Names = std::map<std::string, std::string>;

Actors actors_of(const store::View& view) {
  Actors all;
  for (const std::string& id : view.ids(RecordKind::actor)) all[id] = *view.actor(id)->record;
  return all;
}

// From one revision to the next: those that only got another id.
Names renamed_between(const Actors& then, const Actors& now) {
  using Fit = std::tuple<bool, bool, std::size_t, std::string, std::string>;
  std::set<Fit> fits;
  for (const auto& [to, after] : now) {
    for (const auto& [from, before] : then) {
      if (then.contains(to) || now.contains(from)) continue;
      const bool other_name = before.name != after.name;
      for (std::size_t i = 0; i < after.aliases.size(); ++i) {
        if (after.aliases[i] == from)
          fits.emplace(other_name, false, after.aliases.size() - i, to, from);
      }
      for (std::size_t i = 0; i < before.aliases.size(); ++i) {
        if (before.aliases[i] == to)
          fits.emplace(other_name, true, before.aliases.size() - i, to, from);
      }
    }
  }
  Names renamed;
  std::set<std::string> taken;
  for (const Fit& fit : fits) {
    const std::string& to = std::get<3>(fit);
    const std::string& from = std::get<4>(fit);
    if (!renamed.contains(from) && taken.insert(to).second) renamed[from] = to;
  }
  return renamed;
}

// Of each revision of a line. Nothing where that is not to be said so simply: somebody has an id
// that another one gets later.
std::optional<std::vector<Names>> told_names(const std::vector<store::View>& line,
                                             const std::string& claim) {
  std::vector<Actors> actors;
  for (const store::View& view : line) actors.push_back(actors_of(view));
  std::vector<Names> all(line.size());
  for (std::size_t i = line.size(); i-- > 0;) {
    const bool last = i + 1 == line.size();
    const Names renamed = last ? Names() : renamed_between(actors[i], actors[i + 1]);
    std::set<std::string> taken;
    for (const auto& [id, actor] : actors[i]) {
      std::string& name = all[i][id];
      name = id;
      if (!last && actors[i + 1].contains(id)) name = all[i + 1].at(id);
      if (const auto to = renamed.find(id); to != renamed.end()) name = all[i + 1].at(to->second);
      if (!taken.insert(name).second || (name != id && actors[i].contains(name)))
        return std::nullopt;
    }
    for (const std::string& folder : {claim, std::string("t/x")}) {
      const auto there = line[i].folder(folder);
      for (const claims::Stance& stance : there ? there->folder.stances : Stances()) {
        if (!actors[i].contains(stance.holder) && taken.contains(stance.holder))
          return std::nullopt;
      }
    }
  }
  return all;
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
ByLine shown_at(const store::View& now, const store::View& then, const Names& names,
                claims::Day day) {
  const auto then_called = cli::as_it_was_called(now, then, {RecordKind::claim, "t/y"});
  const auto same_name = cli::as_it_was_called(now, then, {RecordKind::claim, "t/x"});
  const auto record = now.has({RecordKind::claim, "t/y"}) ? then_called : same_name;
  if (!record) return {};
  const auto folder = then.folder(record->id);
  if (!folder) return {};
  ByLine all;
  const claims::Lines lines(folder->folder.stances, then.vocabulary());
  for (const claims::Position& one : positions_on(lines, day)) {
    const auto name = names.find(std::string(one.holder));
    const std::string holder = name == names.end() ? std::string(one.holder) : name->second;
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

// What was said of t/x at the end of a history of one line, each change with its commit's place.
std::string told_in(const MadeHistory& history, const std::string& holder = "") {
  const Scratch scratch;
  write_history(scratch / "made.git", history);
  const store::Store store = store::Store::open(scratch / "made.git");
  const store::View now = store.view();
  cli::BeliefsAnswer series;
  cli::add_beliefs(store, now, {*claims::parse_day("2024-06-01"), holder, {"t/x"}, false}, series);
  std::map<std::string, std::size_t> places;
  for (const claims::Stamp& stamp : store::stamps_of(store, now.commit()))
    places.emplace(stamp.commit, places.size());
  std::string text;
  for (const cli::BeliefsAnswer::Line& line : series.lines) {
    text += line.holder + "\n";
    for (const cli::BeliefsAnswer::Change& change : line.changes) {
      const claims::BeliefChange& belief = change.belief;
      text += "  " + std::to_string(places.at(change.known.commit)) + ": ";
      if (!belief.position) text += "no record";
      for (const claims::Possible& one :
           belief.position ? belief.position->possible : std::vector<claims::Possible>())
        text += std::string(one.word) + " ";
      text += belief.cause ? ", " + std::string(to_string(*belief.cause)) : "";
      text += (belief.reason.empty() ? "" : ": " + belief.reason) +
              (change.merged() ? ", brought in" : "") + "\n";
    }
  }
  return text;
}

// One commit on top of the last, or of those that are given.
void add_commit(MadeHistory& history, const State& state, std::vector<std::size_t> parents = {}) {
  MadeCommit commit;
  if (parents.empty() && !history.empty()) parents = {history.size() - 1};
  commit.parents = std::move(parents);
  commit.tree = tree_of(state);
  commit.time = 1700000000 + static_cast<std::int64_t>(history.size()) * 86400;
  history.push_back(std::move(commit));
}

claims::Stance held_by(const std::string& holder, const std::string& held,
                       const std::string& word) {
  claims::Stance one = stance(held, word, held + "-" + holder);
  one.holder = holder;
  return one;
}

State two_that_hold() {
  State state;
  state.stances = {held_by("a", "2024-03-01", "affirm"), held_by("b", "2024-03-02", "deny")};
  return state;
}

// The second becomes the first.
State merged(State state, const std::string& kept, const std::string& gone) {
  state.actors.at(kept).aliases.push_back(gone);
  state.actors.erase(gone);
  return state;
}

}  // namespace

TEST_CASE("two actors are apart until they are merged, and again when that is undone") {
  MadeHistory history;
  const State apart = two_that_hold();
  add_commit(history, apart);
  add_commit(history, merged(apart, "a", "b"));
  const std::string until_then =
      "a\n"
      "  0: affirm , learned\n"
      "  1: deny , merged: b is a\n";
  CHECK(told_in(history) == until_then +
                                "b\n"
                                "  0: deny , learned\n"
                                "  1: no record, merged: b is a\n");
  CHECK(told_in(history, "a") == until_then);
  add_commit(history, apart);
  CHECK(told_in(history) == until_then +
                                "  2: affirm , parted: b is not a\n"
                                "b\n"
                                "  0: deny , learned\n"
                                "  1: no record, merged: b is a\n"
                                "  2: deny , parted: b is not a\n");
}

TEST_CASE("an actor that was only renamed is one line, also where others were merged into it") {
  MadeHistory history;
  State state = two_that_hold();
  add_commit(history, state);
  state.rename("b", "e");
  add_commit(history, state);
  state = merged(state, "a", "e");
  state.actors.at("a").aliases.push_back("b");
  add_commit(history, state);
  state.rename("a", "c");
  add_commit(history, state);
  CHECK(told_in(history) ==
        "c\n"
        "  0: affirm , learned\n"
        "  2: deny , merged: e is c\n"
        "e\n"
        "  0: deny , learned\n"
        "  2: no record, merged: e is c\n");
}

TEST_CASE("an id that another actor had before is that one's until then") {
  MadeHistory history;
  State state = two_that_hold();
  add_commit(history, state);
  state.stances.pop_back();
  state.actors.erase("b");
  add_commit(history, state);
  state.rename("a", "b");
  add_commit(history, state);
  CHECK(told_in(history) ==
        "a\n"
        "  0: affirm , learned\n"
        "  2: no record, merged: a is b\n"
        "b\n"
        "  0: deny , learned\n"
        "  1: no record, removed\n"
        "  2: affirm , merged: a is b\n");
}

TEST_CASE("behind a merge of branches, who merged two actors is told") {
  MadeHistory history;
  State state = two_that_hold();
  add_commit(history, state);
  add_commit(history, merged(state, "a", "b"), {0});
  state.stances.push_back(held_by("d", "2024-03-03", "query"));
  add_commit(history, state, {0});
  add_commit(history, merged(state, "a", "b"), {2, 1});
  CHECK(told_in(history) ==
        "a\n"
        "  0: affirm , learned\n"
        "  2: deny , merged: b is a, brought in\n"
        "b\n"
        "  0: deny , learned\n"
        "  2: no record, merged: b is a, brought in\n"
        "d\n"
        "  1: query , learned\n");
}

TEST_CASE("a holder's series has what it held only as long as another one was merged into it") {
  const Scratch scratch;
  MadeHistory history;
  State apart = two_that_hold();
  apart.stances.erase(apart.stances.begin());
  add_commit(history, apart);
  add_commit(history, merged(apart, "a", "b"));
  add_commit(history, apart);
  write_history(scratch / "made.git", history);
  const store::Store store = store::Store::open(scratch / "made.git");
  cli::BeliefsAnswer series;
  cli::add_beliefs(store, store.view(), {*claims::parse_day("2024-06-01"), "a", {}, true}, series);
  REQUIRE(series.lines.size() == 1);
  CHECK(series.lines.front().holder == "a");
  CHECK(series.lines.front().changes.size() == 2);
}

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
    std::vector<store::View> line;
    for (const claims::Stamp& stamp : store::stamps_of(store, now.commit())) {
      places.emplace(stamp.commit, line.size());
      line.push_back(store.view(stamp.commit));
    }
    const auto names = told_names(line, claim);
    if (!names) return;
    for (std::size_t i = 0; i < line.size(); ++i) {
      RC_ASSERT(by_series(series, places, i, now.vocabulary()) ==
                shown_at(now, line[i], (*names)[i], day));
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
    for (const std::string& holder : now.ids(RecordKind::actor)) {
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
