// SPDX-License-Identifier: MIT
//
// Keeps the versions of each actor's file, and works out from them, for each id that is asked
// about, from which step on it leads to whom.
#include "cli/diff/actors_then.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "claims/records/codec.h"
#include "claims/text/id.h"

namespace aver::cli {
namespace {

constexpr ActorsThen::Step kForGood = std::numeric_limits<ActorsThen::Step>::max();

bool contains_id(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

void ActorsThen::add(Step step, const store::ChangedPath& path) {
  if (!path.path.starts_with("actors/")) return;
  const auto record = claims::record_at(path.path);
  if (!record || record->kind != claims::RecordKind::actor) return;
  files_[record->id].push_back({step, path.after});
  if (path.after.empty()) removed_.insert(record->id);
}

const std::string& ActorsThen::actor_of(const std::string& id, Step step) {
  return is_always_there(id, step) ? id : leads_at(id, step).actor;
}

const std::string& ActorsThen::told_as(const std::string& id, Step step) {
  if (is_always_there(id, step)) return id;
  if (asked_.insert(id).second) {
    const std::vector<Leads>& all = leads(id);
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i].name != all[i - 1].name) moves_.insert(all[i].from);
    }
  }
  return leads_at(id, step).name;
}

std::optional<std::pair<std::string, store::BlobId>> ActorsThen::mover(const std::string& id,
                                                                       Step step) {
  for (const std::string& one : {id, actor_of(id, step), step == 0 ? id : actor_of(id, step - 1)}) {
    const Version* now = version(one, step);
    if (now != nullptr && now->step == step) return std::pair(claims::actor_path(one), now->blob);
  }
  return std::nullopt;
}

std::set<std::string> ActorsThen::ids_told_as(const std::string& name) {
  std::set<std::string> found = {name};
  bool alone = removed_.empty();
  if (const auto at = files_.find(name); alone && at != files_.end()) {
    alone = std::all_of(at->second.begin(), at->second.end(),
                        [&](const Version& one) { return names(one.blob).ids.empty(); });
  }
  if (alone) return found;
  learn();
  std::set<std::string> ids;
  for (const auto& [id, whose] : with_alias_) ids.insert(id);
  for (const auto& [id, all] : spans_) ids.insert(id);
  for (const std::string& id : ids) {
    const std::vector<Leads>& all = leads(id);
    if (std::any_of(all.begin(), all.end(), [&](const Leads& one) { return one.name == name; }))
      found.insert(id);
  }
  return found;
}

const ActorsThen::Version* ActorsThen::version(const std::string& id, Step step) const {
  const auto at = files_.find(id);
  if (at == files_.end()) return nullptr;
  const auto after = std::upper_bound(at->second.begin(), at->second.end(), step,
                                      [](Step s, const Version& one) { return s < one.step; });
  return after == at->second.begin() ? nullptr : &*std::prev(after);
}

bool ActorsThen::has(const std::string& id, Step step) const {
  const Version* one = version(id, step);
  return one != nullptr && !one->blob.empty();
}

bool ActorsThen::is_always_there(const std::string& id, Step from) const {
  const auto at = files_.find(id);
  return at != files_.end() && at->second.front().step <= from && !removed_.contains(id);
}

// A file that cannot be read has no names, as in a view.
const ActorsThen::Names& ActorsThen::names(const store::BlobId& blob) {
  const auto [at, is_new] = read_.try_emplace(blob);
  if (!is_new || blob.empty()) return at->second;
  auto decoded = claims::decode_actor(view_.read_blob(blob), claims::actor_path("a"));
  if (!decoded.record) return at->second;
  at->second.name = std::move(decoded.record->name);
  for (std::string& alias : decoded.record->aliases) {
    if (claims::id_problem(alias).empty()) at->second.ids.push_back(std::move(alias));
  }
  return at->second;
}

void ActorsThen::learn() {
  if (learned_) return;
  learned_ = true;
  learn_aliases();
  learn_spans();
  name_spans();
}

// Most actors have no aliases, and need not be decoded.
void ActorsThen::learn_aliases() {
  for (const auto& [id, versions] : files_) {
    for (const Version& one : versions) {
      if (one.blob.empty()) continue;
      if (!read_.contains(one.blob)) {
        const std::string text = view_.read_blob(one.blob);
        if (text.find("aliases") == text.npos && text.find('\\') == text.npos) continue;
      }
      for (const std::string& alias : names(one.blob).ids) {
        if (alias != id) with_alias_[alias].insert(id);
      }
    }
  }
}

void ActorsThen::learn_spans() {
  std::set<std::string> ids = removed_;
  for (const auto& [alias, whose] : with_alias_) {
    ids.insert(alias);
    ids.insert(whose.begin(), whose.end());
  }
  std::map<Step, std::vector<std::string>> gone, come;
  for (const std::string& id : ids) {
    const auto at = files_.find(id);
    if (at == files_.end()) continue;
    std::vector<Span>& all = spans_[id];
    for (const Version& one : at->second) {
      const bool there = !all.empty() && all.back().to == kForGood;
      if (there && one.blob.empty()) {
        all.back().to = one.step;
        gone[one.step].push_back(id);
      } else if (!there && !one.blob.empty()) {
        all.push_back({one.step, kForGood, id, {}});
        come[one.step].push_back(id);
      }
    }
  }
  for (const auto& [step, those] : come) {
    if (const auto at = gone.find(step); at != gone.end()) join_renamed(step, at->second, those);
  }
}

// One goes and another one comes that has its id among its aliases; or, where a renaming is undone,
// the other way round. A commit that also merges actors may leave a choice: then the name decides,
// then the alias that was added last.
void ActorsThen::join_renamed(Step step, const std::vector<std::string>& gone,
                              const std::vector<std::string>& come) {
  using Fit = std::tuple<bool, bool, std::size_t, std::string, std::string>;  // the best is least
  std::vector<Fit> fits;
  for (const std::string& to : come) {
    const Names& now = names(version(to, step)->blob);
    for (const std::string& from : gone) {
      const Names& then = names(version(from, step - 1)->blob);
      const auto fit = [&](bool back, const std::vector<std::string>& ids, const std::string& id) {
        const auto at = std::find(ids.rbegin(), ids.rend(), id);
        if (at == ids.rend()) return;
        const auto place = static_cast<std::size_t>(at - ids.rbegin());
        fits.emplace_back(now.name != then.name, back, place, to, from);
      };
      fit(false, now.ids, from);
      fit(true, then.ids, to);
    }
  }
  std::sort(fits.begin(), fits.end());
  std::set<std::string> joined;
  for (const auto& [renamed, back, place, to, from] : fits) {
    Span& before = span(from, step - 1);
    if (!before.next.first.empty() || !joined.insert(to).second) continue;
    const Span& after = span(to, step);
    before.next = {to, static_cast<std::size_t>(&after - spans_.at(to).data())};
  }
}

// Two that are there at once are never told by one name: it is for the one whose id it is, then for
// the one that has it last.
void ActorsThen::name_spans() {
  struct Renamed {
    Step end;
    Span* span;
    std::string last;
  };
  std::vector<Renamed> renamed;
  for (auto& [id, all] : spans_) {
    for (Span& one : all) {
      if (one.next.first.empty()) continue;
      const Span* end = &one;
      std::string last;
      while (!end->next.first.empty()) {
        last = end->next.first;
        end = &spans_.at(last)[end->next.second];
      }
      if (last != id) renamed.push_back({end->to, &one, last});
    }
  }
  std::stable_sort(renamed.begin(), renamed.end(),
                   [](const Renamed& a, const Renamed& b) { return a.end > b.end; });
  std::map<std::string, std::vector<const Span*>> taken;
  for (const Renamed& one : renamed) {
    std::vector<const Span*>& those = taken[one.last];
    if (those.empty()) {
      for (const Span& other : spans_.at(one.last)) those.push_back(&other);
    }
    const bool free = std::none_of(those.begin(), those.end(), [&](const Span* other) {
      return other->from < one.span->to && one.span->from < other->to;
    });
    if (!free) continue;
    one.span->name = one.last;
    those.push_back(one.span);
  }
}

// REQUIRES: the actor has a file then.
ActorsThen::Span& ActorsThen::span(const std::string& id, Step step) {
  std::vector<Span>& all = spans_.at(id);
  const auto after = std::upper_bound(all.begin(), all.end(), step,
                                      [](Step s, const Span& one) { return s < one.from; });
  return *std::prev(after);
}

std::string ActorsThen::find_actor(const std::string& id, Step step) {
  if (has(id, step)) return id;
  const auto at = with_alias_.find(id);
  if (at == with_alias_.end()) return id;
  std::string found;
  for (const std::string& actor : at->second) {
    if (!has(actor, step) || !contains_id(names(version(actor, step)->blob).ids, id)) continue;
    if (!found.empty()) return id;
    found = actor;
  }
  return found.empty() ? id : found;
}

const std::vector<ActorsThen::Leads>& ActorsThen::leads(const std::string& id) {
  const auto [at, is_new] = leads_.try_emplace(id);
  std::vector<Leads>& all = at->second;
  if (!is_new) return all;
  if (!claims::id_problem(id).empty()) {
    all.push_back({0, id, id});
    return all;
  }
  learn();
  // No other file has a say in it.
  std::set<std::string> ids = {id};
  if (const auto whose = with_alias_.find(id); whose != with_alias_.end())
    ids.insert(whose->second.begin(), whose->second.end());
  std::set<Step> steps = {0};
  for (const std::string& one : ids) {
    const auto file = files_.find(one);
    if (file == files_.end()) continue;
    for (const Version& version : file->second) steps.insert(version.step);
  }
  for (const Step step : steps) {
    Leads now{step, find_actor(id, step), ""};
    now.name =
        has(now.actor, step) && spans_.contains(now.actor) ? span(now.actor, step).name : now.actor;
    if (all.empty() || all.back().actor != now.actor || all.back().name != now.name)
      all.push_back(std::move(now));
  }
  return all;
}

const ActorsThen::Leads& ActorsThen::leads_at(const std::string& id, Step step) {
  const std::vector<Leads>& all = leads(id);
  return *std::prev(std::upper_bound(all.begin(), all.end(), step,
                                     [](Step s, const Leads& one) { return s < one.from; }));
}

}  // namespace aver::cli
