// SPDX-License-Identifier: MIT
//
// Asks the claims layer for the bounds of a query, lets the index or a walk propose folders, and
// holds the full query against each. The bounds only ever widen: what they let through is always
// judged.
#include "cli/names/filter.h"

#include <algorithm>
#include <map>
#include <optional>

#include "claims/query/match.h"
#include "claims/text/similar.h"
#include "cli/names/load.h"
#include "cli/names/names_of_actors.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

namespace query = claims::query;
using claims::ClaimFolder;
using query::QueryBounds;

bool asks_for_voice(query::Key key) { return key == query::Key::speaker || key == query::Key::via; }

// Whether the answer hangs on what actors are called.
bool asks_for_names(const query::Query& node) {
  const query::Key key = node.term.key;
  return asks_for_voice(key) || key == query::Key::publisher ||
         (key == query::Key::is &&
          std::any_of(node.term.any.begin(), node.term.any.end(),
                      [](const query::Match& match) { return match.value == "single-source"; }));
}

// Whether the query looks at positions of others than the one that it fits.
bool looks_around(const query::Query& one) {
  return one.kind == query::Query::Kind::some || one.kind == query::Query::Kind::ever ||
         (one.kind == query::Query::Kind::term && one.term.key == query::Key::missing) ||
         std::any_of(one.parts.begin(), one.parts.end(), looks_around);
}

}  // namespace

struct Filter::World {
  World(const store::View& view_asked, claims::Day day, claims::Day today)
      : view(view_asked), setting{day, today, view.vocabulary(), [this](const std::string& id) {
                                    return source(id);
                                  }} {}

  // Before the filter is asked anything: it may be asked by several threads.
  void read_actors() {
    actors = names_of_actors(view);
    setting.called = [this](const std::string& id) { return actors->of(id); };
    setting.meant = [this](const std::string& words) {
      return actors->of(actors->meant_by(words));
    };
  }

  const claims::Source* source(const std::string& id) {
    const auto [at, is_new] = sources.try_emplace(id);
    if (is_new) {
      if (auto decoded = view.source(id); decoded && decoded->record)
        at->second = std::move(*decoded->record);
    }
    return at->second ? &*at->second : nullptr;
  }

  store::View view;
  std::map<std::string, std::optional<claims::Source>> sources;  // read once each
  std::optional<claims::ActorNames> actors;                      // where the query asks for one
  query::Setting setting;
};

namespace {

// Tells of a value of speaker: or via: that is in no actor's name, and is near one.
void tell_of_misspelt(Session& session, const query::Query& asked,
                      const claims::ActorNames& actors) {
  std::vector<std::string> all;
  for (const auto& [id, names] : actors.all()) all.insert(all.end(), names.begin(), names.end());
  query::each_term(asked, [&](const query::Query& node) {
    if (!asks_for_voice(node.term.key)) return;
    for (const query::Match& match : node.term.any) {
      if (query::any_contains(all, match.value)) continue;
      const std::vector<std::string> near = claims::nearest(match.value, all, 1);
      if (near.empty()) continue;
      session.out.talk("hint: no actor is called \"" + safe_line(match.value) + "\"" +
                       safe_line(did_you_mean(near)) + "\n");
    }
  });
}

}  // namespace

Filter::Filter(Session& session, const store::View& view, const FilterWords& words, claims::Day day)
    : world_(std::make_shared<World>(view, day, session.today())), any_(words.any()) {
  if (!any_) {
    ways_ = {QueryBounds{}};
    return;
  }
  ResolvedQuery asked = cli::resolve_query(session, view, words);
  query_ = query::reaching_set_aside(std::move(asked.query));
  no_topic_ = std::move(asked.no_topic);
  bool names = false;
  query::each_term(query_, [&](const query::Query& node) { names |= asks_for_names(node); });
  if (names) {
    world_->read_actors();
    tell_of_misspelt(session, query_, *world_->actors);
  }
  ways_ = query::necessary(query_);
  if (ways_.size() == 1 && ways_[0].stance.holders.size() == 1 && !looks_around(query_))
    holder_ = ways_[0].stance.holders.front();
}

query::ClaimFacts Filter::facts(const ClaimFolder& folder) const {
  return query::ClaimFacts(folder, world_->setting);
}

bool Filter::takes(const query::ClaimFacts& facts, const Held& held) const {
  return takes(facts, query::pair_of(held.position));
}

query::FittingPositions Filter::fitting(const ClaimFolder& folder, const Coordinates& at) const {
  if (at.period)
    return query::fitting_within(any_ ? &query_ : nullptr, folder, world_->setting, *at.period);
  query::FittingPositions answer;
  const query::ClaimFacts all = facts(folder);
  for (const claims::Position& position : all.positions()) {
    if (takes(all, query::pair_of(position))) answer.positions.push_back(position);
  }
  answer.fits = (all.positions().empty() ? takes_claim(all) : !answer.positions.empty()) ||
                takes_without_a_position(all);
  return answer;
}

LeftOut Filter::left_out(Session& session) const {
  LeftOut answer;
  const bool asks_for_them =
      query::asks_for_set_aside(query_) || query::asks_how_set_aside(query_) || !any_;
  each_folder(session, conditions(), true, [&](ClaimFolder&& folder) {
    const query::ClaimFacts all = facts(folder);
    answer.others += all.others_that_fit(query_).size();
    if (!asks_for_them) answer.set_aside += all.set_aside_that_fit(query_).size();
  });
  const auto listing = [](const query::Query& one) {
    return "aver list " + shell_word(query::print(one));
  };
  answer.others_command = listing(query::ever(query_));
  answer.set_aside_command =
      listing(query::all_of({query::term(query::Key::is, {{query::Op::is, "set-aside"}}), query_}));
  return answer;
}

bool Filter::may_take(std::string_view claim_id) const {
  return std::any_of(ways_.begin(), ways_.end(),
                     [&](const QueryBounds& way) { return claims::in_topic(claim_id, way.topic); });
}

std::vector<claims::ClaimCondition> Filter::conditions(
    std::optional<claims::DaySpan> in_force) const {
  std::vector<claims::ClaimCondition> any;
  for (const QueryBounds& way : ways_) {
    claims::ClaimCondition& wanted = any.emplace_back();
    wanted.topic = way.topic;
    wanted.kinds = way.kinds;
    wanted.tags = way.tags;
    // Who asks for what is in force on a day shows whole claims; then what some( ) and ever( ) ask
    // for narrows them, too. It is another record's, in force or not.
    const bool own = way.stance.any() || way.others.empty() || !in_force;
    const query::NecessaryStance& stance = own ? way.stance : way.others.front();
    wanted.stance.holders = stance.holders;
    wanted.stance.sources = stance.sources;
    wanted.stance.modes = stance.modes;
    for (const std::string& position : stance.positions) {
      const std::vector<std::string> all = claims::spellings(world_->view.vocabulary(), position);
      wanted.stance.positions.insert(wanted.stance.positions.end(), all.begin(), all.end());
    }
    // What was set aside may have left nothing in force.
    if (own && wanted.stance.any() && !query::asks_how_set_aside(query_))
      wanted.stance.in_force = in_force;
  }
  return any;
}

std::vector<claims::ClaimCondition> Filter::conditions() const { return conditions(std::nullopt); }

std::vector<claims::ClaimCondition> Filter::conditions_at(const Coordinates& at) const {
  return conditions(at.period.value_or(claims::DaySpan{at.on, at.on}));
}

void Filter::each_folder(Session& session, const std::vector<claims::ClaimCondition>& any,
                         const std::function<void(ClaimFolder&&)>& visit) const {
  each_folder(session, any, holder_.empty(), visit);
}

void Filter::each_whole_folder(Session& session,
                               const std::function<void(ClaimFolder&&)>& visit) const {
  each_folder(session, conditions(), true, visit);
}

void Filter::each_folder(Session& session, const std::vector<claims::ClaimCondition>& any,
                         bool whole, const std::function<void(ClaimFolder&&)>& visit) const {
  bool found = false;
  const auto fitting = [&](ClaimFolder&& folder) {
    if (!folder.claim) return;
    if (no_topic_ && !found) {
      const query::ClaimFacts all = facts(folder);
      found = std::any_of(all.pairs().begin(), all.pairs().end(),
                          [&](const query::Pair& pair) { return takes(all, pair); });
    }
    visit(std::move(folder));
  };
  cli::each_folder(session, world_->view, any, fitting, whole);
  if (no_topic_ && !found) throw *no_topic_;
}

}  // namespace aver::cli
