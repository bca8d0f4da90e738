// SPDX-License-Identifier: MIT
//
// The order of a holder's stances, which of them are set aside, which one is in force, and the
// class of each step from one to the next. Everything else that speaks of positions goes through
// here.
#include "claims/positions/positions.h"

#include <algorithm>
#include <map>
#include <set>

#include "claims/text/id.h"

namespace aver::claims {
namespace {

// The name of the stance that `stance` sets aside; empty where it sets none aside.
std::string_view target_name(const Stance& stance) {
  std::string_view name = stance.corrects.empty() ? stance.retracts : stance.corrects;
  const std::string own = stance.claim + "/";
  if (name.starts_with(own)) name.remove_prefix(own.size());
  return name;
}

bool in_order(const Stance* a, const Stance* b) {
  if (const auto c = a->held.earliest() <=> b->held.earliest(); c != 0) return c < 0;
  if (const auto c = a->held.latest() <=> b->held.latest(); c != 0) return c < 0;
  return file_order_less(a->name, b->name);
}

bool opposed(const Meaning& a, const Meaning& b) {
  return a && b && a.scale == b.scale && a.scale->order == Order::opposed &&
         a.word->value * b.word->value < 0;
}

bool runs_out_before(const Stance& stance, Day day) {
  return stance.until && stance.until->latest() < day;
}

// The days over which a stance surely claims to hold; empty where its dates leave that open.
struct DaySpan {
  Day first;
  Day last;
};
std::optional<DaySpan> sure_span(const Stance& stance) {
  if (!stance.until && !stance.held.exact()) return std::nullopt;
  const Day first = stance.held.latest();
  const Day last = stance.until ? std::max(first, stance.until->earliest()) : first;
  return DaySpan{first, last};
}

bool over_the_same_days(const Stance& a, const Stance& b) {
  if (a.held == b.held) return true;
  const std::optional<DaySpan> x = sure_span(a);
  const std::optional<DaySpan> y = sure_span(b);
  return x && y && x->first <= y->last && y->first <= x->last;
}

}  // namespace

Overruling::Overruling(const std::vector<Stance>& stances) {
  const bool any = std::any_of(stances.begin(), stances.end(), [](const Stance& stance) {
    return !stance.corrects.empty() || !stance.retracts.empty();
  });
  if (!any) return;
  std::map<std::string_view, const Stance*> by_name;
  for (const Stance& stance : stances) by_name.emplace(stance.name, &stance);
  for (const Stance& stance : stances) {
    const auto found = by_name.find(target_name(stance));
    if (found == by_name.end() || found->second->holder != stance.holder) continue;
    target_.emplace(&stance, found->second);
  }
  for (const auto& [from, to] : target_) {
    if (!in_circle(from)) overrulers_[to].push_back(from);
  }
}

// Only a stance that is itself in effect sets another aside: where a correction is retracted, what
// it had corrected stands again. Members of a circle are never overrulers, so the recursion ends.
const Stance* Overruling::overruler(const Stance* stance) const {
  const auto found = overrulers_.find(stance);
  if (found == overrulers_.end()) return nullptr;
  for (const Stance* by : found->second) {
    if (overruler(by) == nullptr) return by;
  }
  return nullptr;
}

bool Overruling::in_circle(const Stance* start) const {
  std::set<const Stance*> seen;
  for (const Stance* at = start; seen.insert(at).second;) {
    const auto next = target_.find(at);
    if (next == target_.end()) return false;
    at = next->second;
    if (at == start) return true;
  }
  return false;  // leads into a circle, but is no part of it
}

std::map<std::string_view, Line> live_by_holder(const std::vector<Stance>& stances,
                                                const Overruling& overruling) {
  std::map<std::string_view, Line> lines;
  for (const Stance& stance : stances) {
    if (stance.retracts.empty() && overruling.overruler(&stance) == nullptr) {
      lines[stance.holder].push_back(&stance);
    }
  }
  for (auto& [holder, line] : lines) std::sort(line.begin(), line.end(), in_order);
  return lines;
}

Line live(const std::vector<Stance>& stances) {
  const Overruling overruling(stances);
  Line line;
  for (const Stance& stance : stances) {
    if (stance.retracts.empty() && overruling.overruler(&stance) == nullptr) {
      line.push_back(&stance);
    }
  }
  std::sort(line.begin(), line.end(), in_order);
  return line;
}

Line live(const std::vector<Stance>& stances, std::string_view holder) {
  Line line = live(stances);
  std::erase_if(line, [&](const Stance* stance) { return stance->holder != holder; });
  return line;
}

const Stance* overruled_by(const std::vector<Stance>& stances, const Stance& stance) {
  return Overruling(stances).overruler(&stance);
}

std::vector<std::string_view> holders(const std::vector<Stance>& stances) {
  std::vector<std::string_view> names;
  for (const Stance& stance : stances) names.push_back(stance.holder);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::optional<Position> in_force(const Line& line, Day day, const Vocabulary& vocabulary) {
  const Stance* last = nullptr;
  for (const Stance* stance : line) {
    if (stance->held.earliest() <= day) last = stance;
  }
  if (last == nullptr) return std::nullopt;

  Position position;
  position.stance = last;
  position.since = last->held;
  const std::string_view word_held = vocabulary.canonical(last->position);
  for (auto at = std::find(line.begin(), line.end(), last); at != line.begin();) {
    const Stance& before = **--at;
    const bool ran_out = before.until && before.until->latest() < position.since.earliest();
    if (ran_out || vocabulary.canonical(before.position) != word_held) break;
    position.since = before.held;
  }
  position.uncertain = last->held.approximate() || last->held.latest() > day;
  if (last->until) {
    position.lapsed = last->until->latest() < day;
    position.uncertain |= !position.lapsed && last->until->earliest() < day;
  }
  std::optional<Date> checked = last->through;
  if (const Meaning word = vocabulary.find(last->position);
      !checked && word && word.word->absence) {
    checked = last->held;
  }
  if (checked && checked->latest() < day) position.last_checked = checked;
  return position;
}

std::vector<InForce> in_force_days(const Line& line) {
  std::vector<InForce> days;
  for (const Stance* stance : line) {
    const Day from = stance->held.earliest();
    if (!days.empty() && days.back().from == from) days.pop_back();
    if (!days.empty()) days.back().to = from;
    days.push_back({stance, from, std::nullopt});
  }
  return days;
}

std::string_view to_string(Change change) {
  switch (change) {
    case Change::first:
      return "first";
    case Change::restated:
      return "restated";
    case Change::shift:
      return "shift";
    case Change::reversal:
      return "reversal";
    case Change::advance:
      return "advance";
    case Change::setback:
      return "setback";
    case Change::lapsed:
      return "lapsed";
    case Change::resumed:
      return "resumed";
  }
  return "";
}

bool is_move(Change change) { return change != Change::first && change != Change::restated; }

Change classify(const Line& before, const Stance& after, const Vocabulary& vocabulary) {
  if (before.empty()) return Change::first;
  const Stance& last = *before.back();
  const Meaning was = vocabulary.find(last.position);
  const Meaning is = vocabulary.find(after.position);
  const auto same_word = [&](const Stance& a) {
    return vocabulary.canonical(a.position) == vocabulary.canonical(after.position);
  };
  if (same_word(last)) {
    return runs_out_before(last, after.held.earliest()) ? Change::resumed : Change::restated;
  }
  if (!was || !is) return Change::shift;
  if (was.scale == is.scale && is.scale->order == Order::ordered) {
    if (was.word->value == is.word->value) return Change::shift;
    return was.word->value < is.word->value ? Change::advance : Change::setback;
  }
  if (is.word->absence) return was.word->absence ? Change::shift : Change::lapsed;
  if (!was.word->absence) return opposed(was, is) ? Change::reversal : Change::shift;

  // Out of an absence: the last thing the holder did say is what counts.
  for (auto at = before.rbegin(); at != before.rend(); ++at) {
    const Meaning earlier = vocabulary.find((*at)->position);
    if (earlier && earlier.word->absence) continue;
    if (same_word(**at)) return Change::resumed;
    return opposed(earlier, is) ? Change::reversal : Change::shift;
  }
  return Change::shift;
}

std::vector<Step> steps(const Line& line, const Vocabulary& vocabulary, Day today) {
  std::vector<Step> answer;
  const auto run_out = [&](const Stance* stance) {
    return Step{stance, nullptr, Change::lapsed,
                Date{stance->until->latest() + std::chrono::days{1}}};
  };
  Line before;
  for (const Stance* stance : line) {
    const Stance* last = before.empty() ? nullptr : before.back();
    if (last != nullptr && runs_out_before(*last, stance->held.earliest())) {
      answer.push_back(run_out(last));
    }
    answer.push_back(Step{last, stance, classify(before, *stance, vocabulary), stance->held});
    before.push_back(stance);
  }
  if (!before.empty() && runs_out_before(*before.back(), today)) {
    answer.push_back(run_out(before.back()));
  }
  return answer;
}

std::vector<Contradiction> contradictions(const std::vector<Stance>& stances,
                                          const Vocabulary& vocabulary) {
  std::vector<Contradiction> found;
  std::map<std::string_view, Line> by_holder;
  for (const Stance* stance : live(stances)) by_holder[stance->holder].push_back(stance);
  for (const auto& [holder, line] : by_holder) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      // In order of held: nothing that begins after this one's last day can overlap it.
      const Stance& a = *line[i];
      const Day last = std::max(a.held.latest(), a.until ? a.until->latest() : a.held.latest());
      for (std::size_t j = i + 1; j < line.size() && line[j]->held.earliest() <= last; ++j) {
        if (opposed(vocabulary.find(a.position), vocabulary.find(line[j]->position)) &&
            over_the_same_days(a, *line[j])) {
          found.push_back({&a, line[j]});
        }
      }
    }
  }
  return found;
}

}  // namespace aver::claims
