// SPDX-License-Identifier: MIT
//
// Only records that have begun by the day are on the lines that are kept: later ones never answer
// for it, and most that are recorded are later.
#include "claims/positions/beliefs.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "claims/positions/lines.h"
#include "claims/positions/why.h"

namespace aver::claims {
namespace {

using LineKey = GrowingLines::Key;

bool same_belief(const std::optional<Position>& a, const std::optional<Position>& b) {
  if (!a || !b) return !a && !b;
  if (a->possible.size() != b->possible.size() || a->since != b->since ||
      a->resumed != b->resumed) {
    return false;
  }
  return std::all_of(a->possible.begin(), a->possible.end(), [&](const Possible& one) {
    return std::any_of(b->possible.begin(), b->possible.end(), [&](const Possible& other) {
      return other.word == one.word && other.lapsed == one.lapsed;
    });
  });
}

// The part of a line of which all records have begun that decides what is in force now, and since
// when: most lines are long, and end in days that are known and records that state no end. Then the
// last day decides; what was in force until a day of other words does not matter, and of days that
// repeat the word the first does. Any other line is returned whole. `vague_until` is the last day
// that one of the records with a vague day may have begun on.
Line deciding(const Line& line, const std::optional<Day>& vague_until) {
  const std::vector<LineRecord>& all = line.records;
  const auto day_of = [&](std::size_t i) { return all[i].stance->held.earliest(); };
  std::set<std::string_view> now;     // the words of the last day
  std::vector<LineRecord> kept;       // backwards
  std::vector<LineRecord> repeating;  // the day before it that may be the first to say the word
  for (std::size_t end = all.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && day_of(begin - 1) == day_of(end - 1)) --begin;
    bool position = false;
    bool same = false;   // a word of now
    bool other = false;  // another one
    for (std::size_t i = begin; i < end; ++i) {
      const Stance& one = *all[i].stance;
      if (!one.held.exact() || one.until) return line;
      if (end == all.size()) now.insert(all[i].word());
      position |= !all[i].absence();
      (now.contains(all[i].word()) ? same : other) = true;
    }
    const auto take_repeating = [&] {
      kept.insert(kept.end(), repeating.begin(), repeating.end());
      repeating.clear();
    };
    const auto last = all.rend() - static_cast<std::ptrdiff_t>(end);
    const auto first = all.rend() - static_cast<std::ptrdiff_t>(begin);
    if (end != all.size() && now.size() == 1 && !other) {
      repeating.assign(last, first);
    } else {
      take_repeating();
      kept.insert(kept.end(), last, first);
    }
    if (begin == 0) take_repeating();
    // All that are vague stand before `begin`, as none was met so far.
    if (!same && position && (!vague_until || *vague_until < day_of(begin))) break;
    end = begin;
  }
  std::reverse(kept.begin(), kept.end());
  return {line.holder, line.scale, std::move(kept)};
}

class Fold {
 public:
  Fold(Day day, const Vocabulary& now, std::string_view holder)
      : day_(day), now_(now), lines_(holder, day) {}

  void take(const ClaimRevision& revision, std::size_t index) {
    before_.clear();
    concerning_.clear();
    for (const StanceChange& change : revision.changes) {
      const Stance& one = change.after != nullptr ? *change.after : *change.before;
      before_[one.name] = change.before;
    }
    lines_.take(revision);
    for (const auto& [key, records] : lines_.touched()) ask(key, revision, index);
  }

  std::vector<BeliefLine> answer() {
    std::vector<BeliefLine> answer;
    for (auto& [key, changes] : changes_)
      answer.push_back({key.first, key.second, std::move(changes)});
    sort_lines(answer, now_);
    return answer;
  }

 private:
  void ask(const LineKey& key, const ClaimRevision& revision, std::size_t index) {
    const GrowingLines::Kept& kept = lines_.kept(key);
    BeliefChange change;
    change.revision = index;
    if (!kept.line.records.empty()) {
      std::optional<Day> vague_until;
      if (!kept.vague.empty()) vague_until = kept.vague.rbegin()->first;
      const Line line = deciding(kept.line, vague_until);
      change.position = position_alone_on(line, LineDays(line), day_);
    }
    if (change.position)
      change.position->possible = named_as_of(now_, std::move(change.position->possible));
    const std::optional<Position> none;
    const auto before = changes_.find(key);
    if (same_belief(before == changes_.end() ? none : before->second.back().position,
                    change.position))
      return;
    explain(key, revision, change);
    changes_[key].push_back(std::move(change));
  }

  // The changes of the revision that may concern lines of the holder, in order: one revision may
  // bring the records of many holders, and each of their lines asks. What sets another aside, or
  // was moved, may concern anybody.
  std::vector<const StanceChange*> changes_for(std::string_view holder,
                                               const ClaimRevision& revision) {
    if (concerning_.empty()) {
      for (const StanceChange& one : revision.changes) {
        const bool has_link = (one.before != nullptr && !set_aside_by(*one.before).empty()) ||
                              (one.after != nullptr && !set_aside_by(*one.after).empty());
        if (one.moved || has_link) {
          concerning_[""].push_back(&one);
          continue;
        }
        if (one.before != nullptr) concerning_[one.before->holder].push_back(&one);
        if (one.after != nullptr &&
            (one.before == nullptr || one.before->holder != one.after->holder))
          concerning_[one.after->holder].push_back(&one);
      }
    }
    const std::vector<const StanceChange*>& own = concerning_[holder];
    const std::vector<const StanceChange*>& anybodys = concerning_[""];
    std::vector<const StanceChange*> changes;
    // All are of one array.
    std::merge(own.begin(), own.end(), anybodys.begin(), anybodys.end(),
               std::back_inserter(changes), std::less<>());
    return changes;
  }

  // Why a revision changed what is believed of the line.
  void explain(const LineKey& key, const ClaimRevision& revision, BeliefChange& change) {
    Why why;
    std::optional<Cause> other;  // where nothing was set aside
    const auto because = [&](Cause cause, const Stance& stance, const char* reason) {
      change.due_to.push_back(&stance);
      if (other) return;
      other = cause;
      why.add_reason(reason);
    };
    const auto is_here = [&](const Stance* stance) {
      return stance != nullptr && has_place(*stance) && stance->held.earliest() <= day_ &&
             lines_.key_of(*stance) == key;
    };
    const std::vector<const StanceChange*> changes = changes_for(key.first, revision);
    for (const StanceChange* const changed : changes) {
      const StanceChange& one = *changed;
      if (one.moved) continue;
      const bool here = is_here(one.before) || is_here(one.after);
      const std::string_view was = one.before != nullptr ? set_aside_by(*one.before) : "";
      const std::string_view is = one.after != nullptr ? set_aside_by(*one.after) : "";
      if (was != is && !is.empty()) {
        add_way(*one.after, is_here, why, because, change);
      } else if (one.after == nullptr) {
        if (here) because(Cause::removed, *one.before, "");
        if (!here && is_here(lines_.named(was)))
          because(Cause::removed, *one.before, "what set it aside is gone");
      } else if (was != is) {
        if (here || is_here(lines_.named(was)))
          because(Cause::removed, *one.after, "what set it aside is gone");
      } else if (here && !(one.before == nullptr && lines_.is_set_aside(one.after->name))) {
        because(one.before == nullptr ? Cause::learned : Cause::corrected, *one.after, "");
      }
    }
    for (const StanceChange* const changed : changes) {
      const StanceChange& one = *changed;
      if (!one.moved || !(is_here(one.before) || is_here(one.after))) continue;
      if (lines_.is_set_aside(one.after->name)) continue;
      if (!other) other = one.moved;
      why.add_reason(one.reason);
    }
    change.cause = why.cause() ? why.cause() : other;
    change.reason = why.reasons();
    if (!change.cause && revision.words == nullptr) change.cause = Cause::learned;
  }

  // A record that sets others aside is told with all that it replaces, down to what was there
  // before. One that another new record replaces is told there.
  template <class IsHere, class Because>
  void add_way(const Stance& last, const IsHere& is_here, Why& why, const Because& because,
               BeliefChange& change) const {
    const std::vector<const Stance*>& by = lines_.setting_aside(last.name);
    if (std::any_of(by.begin(), by.end(), [&](const Stance* one) { return is_new(*one); })) return;
    std::vector<const Stance*> way = {&last};
    bool here = is_here(&last);
    while (is_new(*way.back())) {
      const Stance* target = lines_.named(set_aside_by(*way.back()));
      if (target == nullptr || std::find(way.begin(), way.end(), target) != way.end()) break;
      way.push_back(target);
      here = here || is_here(target);
    }
    if (!here) return;
    Why chain;
    for (std::size_t i = way.size(); i-- > 1;) chain.add_link(*way[i], *way[i - 1]);
    if (way.size() == 1 || is_new(*way.back())) {
      // A correction of what nobody had seen yet is a record like any other.
      because(Cause::learned, last, "");
      why.add_reason(chain.reasons());
    } else {
      change.due_to.push_back(&last);
      why.add_chain(chain);
    }
  }

  // The revision brought it, or rewrote it to set another one aside.
  bool is_new(const Stance& stance) const {
    const auto at = before_.find(stance.name);
    return at != before_.end() &&
           (at->second == nullptr || set_aside_by(*at->second) != set_aside_by(stance));
  }

  const Day day_;
  const Vocabulary& now_;
  GrowingLines lines_;
  std::map<LineKey, std::vector<BeliefChange>> changes_;
  // Of the revision that is taken.
  std::unordered_map<std::string_view, const Stance*> before_;
  std::unordered_map<std::string_view, std::vector<const StanceChange*>> concerning_;  // by holder
};

}  // namespace

std::vector<BeliefLine> beliefs(const std::vector<ClaimRevision>& revisions, Day day,
                                const Vocabulary& now, std::string_view holder) {
  Fold fold(day, now, holder);
  for (std::size_t i = 0; i < revisions.size(); ++i) fold.take(revisions[i], i);
  return fold.answer();
}

}  // namespace aver::claims
