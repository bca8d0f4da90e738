// SPDX-License-Identifier: MIT
//
// Sorts the live records of a claim by holder and scale, and finds what each check speaks of.
#include "claims/positions/lines.h"

#include <algorithm>

#include "claims/text/id.h"

namespace aver::claims {
namespace {

const std::vector<const Stance*> kNoChecks;

struct ByHolder {
  bool operator()(const Line& line, std::string_view holder) const { return line.holder < holder; }
  bool operator()(std::string_view holder, const Line& line) const { return holder < line.holder; }
};

}  // namespace

std::vector<std::string_view> holders(const std::vector<Stance>& stances) {
  std::vector<std::string_view> names;
  for (const Stance& stance : stances) names.push_back(stance.holder);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool is_earlier_that_day(const Stance& a, const Stance& b) {
  const auto& first = a.held.time();
  const auto& second = b.held.time();
  if (!first || !second) return false;
  if (first->offset && second->offset) return *moment_of(a.held) < *moment_of(b.held);
  return !first->offset && !second->offset && !a.source.empty() && a.source == b.source &&
         first->since_midnight < second->since_midnight;
}

bool ends_before_it_begins(const Stance& stance) {
  return stance.until && stance.until->latest() < stance.held.earliest();
}

bool may_repeat(const Stance& check, const Stance& named, const Vocabulary& words) {
  return named.retracts.empty() && named.holder == check.holder &&
         words.canonical(named.position) == words.canonical(check.position);
}

bool has_place(const Stance& stance) {
  return !stance.position.empty() && stance.retracts.empty() && stance.repeats.empty() &&
         !ends_before_it_begins(stance);
}

bool is_shown_before(const LineRecord& one, const LineRecord& other) {
  const Stance& a = *one.stance;
  const Stance& b = *other.stance;
  if (const auto c = a.held.earliest() <=> b.held.earliest(); c != 0) return c < 0;
  if (const auto c = a.held.latest() <=> b.held.latest(); c != 0) return c < 0;
  const auto first = moment_of(a.held);
  const auto second = moment_of(b.held);
  if (first && second && *first != *second) return *first < *second;
  return file_order_less(a.name, b.name);
}

Lines::Lines(const std::vector<Stance>& stances, const Vocabulary& words)
    : words_(words), aside_(stances) {
  struct Placed {
    std::string_view holder;
    std::size_t scale;
    LineRecord record;
  };
  std::vector<Placed> placed;
  placed.reserve(stances.size());
  bool checks = false;
  // The records of a claim have few words: most ask for the one before.
  std::string_view asked;
  Meaning meaning;
  for (const Stance& stance : stances) {
    checks |= !stance.repeats.empty();
    if (!has_place(stance) || aside_.has(stance)) continue;
    if (asked != stance.position) {
      asked = stance.position;
      meaning = words.find(asked);
    }
    const std::size_t scale = meaning
                                  ? static_cast<std::size_t>(meaning.scale - words.scales().data())
                                  : words.scales().size();
    placed.push_back({stance.holder, scale, {&stance, meaning.word}});
  }
  std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    if (const int c = a.holder.compare(b.holder); c != 0) return c < 0;
    if (a.scale != b.scale) return a.scale < b.scale;
    return is_shown_before(a.record, b.record);
  });
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const Placed& one = placed[i];
    if (i == 0 || placed[i - 1].holder != one.holder || placed[i - 1].scale != one.scale) {
      const bool known = one.scale < words.scales().size();
      lines_.push_back({one.holder, known ? &words.scales()[one.scale] : nullptr, {}});
    }
    lines_.back().records.push_back(one.record);
  }
  if (checks) find_checks(stances);
}

std::pair<const Line*, const Line*> Lines::of(std::string_view holder) const {
  const auto [begin, end] = std::equal_range(lines_.begin(), lines_.end(), holder, ByHolder{});
  return {lines_.data() + (begin - lines_.begin()), lines_.data() + (end - lines_.begin())};
}

const Line* Lines::of(std::string_view holder, std::string_view scale) const {
  const auto [begin, end] = of(holder);
  const Line* found =
      std::find_if(begin, end, [&](const Line& line) { return line.scale_name() == scale; });
  return found == end ? nullptr : found;
}

// Goes from each check to its root, and from there to what corrects it, as long as that goes on.
// Links of files that people edit may run in a circle. Many checks may name one long chain: where a
// record leads is found once.
void Lines::find_checks(const std::vector<Stance>& stances) {
  std::unordered_map<std::string_view, const Stance*> by_name;
  for (const Stance& stance : stances) by_name.emplace(stance.name, &stance);
  const auto named = [&](std::string_view id) -> const Stance* {
    const std::size_t slash = id.rfind('/');
    if (slash != id.npos) id.remove_prefix(slash + 1);
    const auto found = by_name.find(id);
    return found == by_name.end() ? nullptr : found->second;
  };
  const auto next = [&](const Stance& one) -> const Stance* {
    if (!one.repeats.empty()) return named(one.repeats);
    const std::vector<const Stance*>& by = aside_.by(one);
    const auto correction = std::find_if(
        by.begin(), by.end(), [](const Stance* other) { return !other->corrects.empty(); });
    return correction == by.end() ? nullptr : *correction;
  };
  std::unordered_map<const Stance*, const Stance*> ends;
  std::vector<const Stance*> way;
  const auto end_of = [&](const Stance* at) {
    way.clear();
    const Stance* end = nullptr;
    // What is met again on the way leads nowhere, as long as its end is not known.
    for (; at != nullptr; at = next(*at)) {
      const auto [known, is_new] = ends.emplace(at, nullptr);
      if (!is_new) {
        end = known->second;
        break;
      }
      way.push_back(at);
      if (at->repeats.empty() && !aside_.has(*at)) {
        end = at;
        break;
      }
    }
    for (const Stance* one : way) ends[one] = end;
    return end;
  };
  for (const Stance& check : stances) {
    if (check.repeats.empty() || aside_.has(check)) continue;
    const Stance* root = named(check.repeats);
    roots_.emplace(&check, root);
    if (root == nullptr || !may_repeat(check, *root, words_)) continue;
    const Stance* end = end_of(&check);
    if (end == nullptr || words_.is_absence(end->position) != words_.is_absence(check.position))
      continue;
    checks_[end].push_back(&check);
    checked_.emplace(&check, end);
  }
}

const std::vector<const Stance*>& Lines::checks_of(const Stance& stance) const {
  const auto found = checks_.find(&stance);
  return found == checks_.end() ? kNoChecks : found->second;
}

const Stance* Lines::root_of(const Stance& check) const {
  const auto found = roots_.find(&check);
  return found == roots_.end() ? nullptr : found->second;
}

const Stance* Lines::checked_by(const Stance& check) const {
  const auto found = checked_.find(&check);
  return found == checked_.end() ? nullptr : found->second;
}

}  // namespace aver::claims
