// SPDX-License-Identifier: MIT
//
// A stance has its place as long as it is there and no other sets it aside: a revision moves those
// that it changes, and those that its changes name.
#include "claims/positions/growing_lines.h"

#include <algorithm>
#include <set>

#include "claims/positions/set_aside.h"

namespace aver::claims {

ClaimRevision joined(std::span<const ClaimRevision> revisions) {
  ClaimRevision all;
  std::map<std::string_view, StanceChange> by_name;
  for (const ClaimRevision& revision : revisions) {
    if (revision.words != nullptr) all.words = revision.words;
    for (const StanceChange& change : revision.changes) {
      const Stance& one = change.after != nullptr ? *change.after : *change.before;
      const auto [at, is_new] = by_name.try_emplace(one.name);
      if (is_new) at->second.before = change.before;
      at->second.after = change.after;
    }
  }
  for (const auto& [name, change] : by_name) {
    if (change.before != change.after) all.changes.push_back(change);
  }
  return all;
}

void GrowingLines::take(const ClaimRevision& revision) {
  touched_.clear();
  const bool reworded = revision.words != nullptr;
  if (reworded) words_ = revision.words;
  std::set<std::string_view> names;  // of stances that may have got or lost their place
  const auto relink = [&](const Stance& stance, bool add) {
    const std::string_view target = set_aside_by(stance);
    if (target.empty() || target == stance.name) return;
    link(stance, add);
    names.insert(target);
  };
  for (const StanceChange& change : revision.changes) {
    const Stance& one = change.after != nullptr ? *change.after : *change.before;
    names.insert(one.name);
    if (change.before != nullptr) relink(*change.before, false);
    if (change.after != nullptr) {
      present_[one.name] = change.after;
      relink(*change.after, true);
    } else {
      present_.erase(one.name);
    }
  }
  if (reworded) {
    for (const auto& [name, stance] : present_) names.insert(name);
  }
  for (const std::string_view name : names) {
    displace(name);
    place(name);
  }
}

// Notes, or forgets, what a stance sets aside.
void GrowingLines::link(const Stance& stance, bool add) {
  std::vector<const Stance*>& by = aside_[set_aside_by(stance)];
  if (add) {
    by.push_back(&stance);
  } else {
    std::erase_if(by, [&](const Stance* one) { return one->name == stance.name; });
  }
}

void GrowingLines::displace(std::string_view name) {
  const auto at = placed_.find(name);
  if (at == placed_.end()) return;
  const Place place = at->second;
  placed_.erase(at);
  Kept& kept = lines_.at(place.key);
  const auto is_it = [&](const LineRecord& record) { return record.stance == place.stance; };
  const auto first = std::lower_bound(kept.line.records.begin(), kept.line.records.end(),
                                      LineRecord{place.stance}, is_shown_before);
  kept.line.records.erase(std::find_if(first, kept.line.records.end(), is_it));
  if (place.stance->until) --kept.bounded;
  if (!place.stance->held.exact()) {
    auto [begin, end] = kept.vague.equal_range(place.stance->held.latest());
    kept.vague.erase(std::find_if(begin, end, [&](const auto& one) { return is_it(one.second); }));
  }
  touched_[place.key].push_back(place.stance);
}

void GrowingLines::place(std::string_view name) {
  const Stance* const stance = named(name);
  if (stance == nullptr || !has_place(*stance) || is_set_aside(name)) return;
  if (until_ && stance->held.earliest() > *until_) return;
  if (!only_.empty() && stance->holder != only_) return;
  const Meaning meaning = words_->find(stance->position);
  const Key key = key_of(*stance);
  Kept& kept = lines_[key];
  kept.line.holder = key.first;
  kept.line.scale = meaning.scale;
  const LineRecord record{stance, meaning.word};
  kept.line.records.insert(
      std::upper_bound(kept.line.records.begin(), kept.line.records.end(), record, is_shown_before),
      record);
  if (stance->until) ++kept.bounded;
  if (!stance->held.exact()) kept.vague.emplace(stance->held.latest(), record);
  placed_[stance->name] = {key, stance};
  touched_[key].push_back(stance);
}

const Stance* GrowingLines::named(std::string_view name) const {
  const auto at = present_.find(name);
  return at == present_.end() ? nullptr : at->second;
}

const std::vector<const Stance*>& GrowingLines::setting_aside(std::string_view name) const {
  static const std::vector<const Stance*> kNone;
  const auto at = aside_.find(name);
  return at == aside_.end() ? kNone : at->second;
}

std::vector<Possible> named_as_of(const Vocabulary& now, std::vector<Possible> possible) {
  std::vector<Possible> named;
  for (Possible& one : possible) {
    one.word = now.canonical(one.word);
    const auto same = std::find_if(named.begin(), named.end(), [&](const Possible& other) {
      return other.word == one.word && other.lapsed == one.lapsed;
    });
    if (same == named.end()) {
      named.push_back(std::move(one));
    } else {
      same->stances.insert(same->stances.end(), one.stances.begin(), one.stances.end());
    }
  }
  return named;
}

std::size_t rank_of(const Vocabulary& words, std::string_view scale) {
  const std::vector<Scale>& all = words.scales();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Scale& one) { return one.name == scale; });
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace aver::claims
