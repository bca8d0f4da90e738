// SPDX-License-Identifier: MIT
//
// Compares, for each holder, the position in force on either side and says why they differ; then
// the records that neither side shows.
#include "claims/positions/diff.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "claims/records/schema.h"
#include "claims/text/id.h"

namespace aver::claims {
namespace {

const std::vector<Stance> kNone;

const std::vector<Stance>& stances_of(const Side& side) {
  return side.folder == nullptr ? kNone : side.folder->stances;
}

Shown shown(const Position& position, const Vocabulary& vocabulary) {
  return Shown{std::string(vocabulary.canonical(position.stance->position)), position.stance->held,
               position.uncertain, position.lapsed, *position.stance};
}

Shown shown(const Stance& stance, const Vocabulary& vocabulary) {
  return Shown{std::string(vocabulary.canonical(stance.position)), stance.held,
               stance.held.approximate(), false, stance};
}

std::optional<Shown> shown(const std::optional<Position>& position, const Vocabulary& vocabulary) {
  if (!position) return std::nullopt;
  return shown(*position, vocabulary);
}

// What a rewrite of one file in place amounts to; nothing where only a renamed word or the layout
// differs.
std::optional<Cause> rewritten(const Stance& before, const Stance& after,
                               const Vocabulary& vocabulary) {
  std::optional<Cause> cause;
  if (before.unknown != after.unknown) cause = Cause::edited;
  for (const schema::Field<Stance>& field : schema::fields(schema::Of<Stance>{})) {
    if (field.equal(before, after)) continue;
    if (field.key == "position" &&
        vocabulary.canonical(before.position) == vocabulary.canonical(after.position)) {
      continue;
    }
    if (field.matter == schema::Matter::position) return Cause::corrected;
    if (field.matter == schema::Matter::evidence) {
      cause = Cause::evidence;
    } else if (!cause) {
      cause = Cause::edited;
    }
  }
  return cause;
}

// The stances of one side, as all its holders' comparisons ask for them.
class Stances {
 public:
  explicit Stances(const std::vector<Stance>& all)
      : overruling_(all), lines_(live_by_holder(all, overruling_)) {
    for (const Stance& stance : all) by_name_.emplace(stance.name, &stance);
  }
  const Stance* named(std::string_view name) const {
    const auto at = by_name_.find(name);
    return at == by_name_.end() ? nullptr : at->second;
  }
  const Stance* overruled_by(const Stance& stance) const { return overruling_.overruler(&stance); }
  const Line& line(std::string_view holder) const {
    static const Line none;
    const auto at = lines_.find(holder);
    return at == lines_.end() ? none : at->second;
  }

 private:
  Overruling overruling_;
  std::map<std::string_view, Line> lines_;
  std::unordered_map<std::string_view, const Stance*> by_name_;
};

// The diff of one holder on one claim.
class PairComparison {
 public:
  PairComparison(const Side& before, const Stances& then, const Side& after, const Stances& now,
                 std::string_view holder, const Vocabulary& vocabulary, Reach reach)
      : before_(before),
        after_(after),
        then_(then),
        now_(now),
        holder_(holder),
        vocabulary_(vocabulary),
        reach_(reach),
        line_before_(then.line(holder)),
        line_after_(now.line(holder)) {}

  std::vector<PairDiff> run() {
    compare_in_force();
    if (before_.folder != after_.folder) compare_the_rest();
    std::stable_sort(found_.begin(), found_.end(), [](const PairDiff& a, const PairDiff& b) {
      return compare(when(a), when(b)) < 0;
    });
    return std::move(found_);
  }

 private:
  static const Date& when(const PairDiff& pair) {
    return pair.after ? pair.after->held : pair.before->held;
  }

  void compare_in_force() {
    const std::optional<Position> p = in_force(line_before_, before_.day, vocabulary_);
    const std::optional<Position> q = in_force(line_after_, after_.day, vocabulary_);
    if (!p && !q) return;
    PairDiff pair;
    pair.holder = holder_;
    pair.before = shown(p, vocabulary_);
    pair.after = shown(q, vocabulary_);
    if (p) done_.insert(p->stance->name);
    if (q) done_.insert(q->stance->name);
    if (p && q && p->stance->name == q->stance->name) {
      const std::optional<Cause> cause = rewritten(*p->stance, *q->stance, vocabulary_);
      if (cause) {
        pair.cause = *cause;
      } else if (p->lapsed != q->lapsed) {
        pair.cause = Cause::moved;
        pair.change = q->lapsed ? Change::lapsed : Change::resumed;
      } else {
        return;
      }
      found_.push_back(std::move(pair));
      return;
    }
    if (p && explain_loss(*p->stance, q, pair)) {
      found_.push_back(std::move(pair));
      return;
    }
    if (q) {
      pair.cause = is_new(*q->stance) && q->stance->held.earliest() <= before_.day ? Cause::learned
                                                                                   : Cause::moved;
      if (was_overruled(*q->stance)) pair.cause = Cause::corrected;
      pair.change = change_to(*q->stance, p);
      pair.passed = passed_between(p, *q->stance);
    }
    found_.push_back(std::move(pair));
  }

  // True, and `pair` filled in, where the old position went because our record of it did.
  bool explain_loss(const Stance& lost, const std::optional<Position>& q, PairDiff& pair) const {
    const Stance* still = now_.named(lost.name);
    if (still == nullptr) {
      pair.cause = Cause::retracted;
      pair.reason = "the record was removed";
      return true;
    }
    const Stance* by = now_.overruled_by(*still);
    if (by == nullptr) return false;
    // A later stance follows in any case, with or without the correction: then it is the world that
    // moved.
    if (q && by != q->stance && q->stance->held.earliest() > before_.day) return false;
    pair.cause = by->retracts.empty() ? Cause::corrected : Cause::retracted;
    pair.reason = by->reason;
    return true;
  }

  // Records that neither side shows: late arrivals, corrections and rewrites of older ones.
  void compare_the_rest() {
    for (const Stance* stance : line_after_) {
      if (done_.contains(stance->name) || !is_new(*stance) || is_out_of_reach(*stance)) continue;
      PairDiff pair;
      pair.holder = holder_;
      const std::optional<Position> believed =
          in_force(line_before_, stance->held.earliest(), vocabulary_);
      pair.before = shown(believed, vocabulary_);
      if (!stance->corrects.empty()) {
        const Stance* wrong = then_.named(split_stance_id(stance->corrects).name);
        if (wrong != nullptr) pair.before = shown(*wrong, vocabulary_);
      }
      pair.after = shown(*stance, vocabulary_);
      pair.cause = stance->corrects.empty()
                       ? (stance->held.earliest() <= before_.day ? Cause::learned : Cause::moved)
                       : Cause::corrected;
      pair.reason = stance->reason;
      if (stance->corrects.empty()) pair.change = change_to(*stance, believed);
      if (!stance->corrects.empty()) done_.insert(split_stance_id(stance->corrects).name);
      found_.push_back(std::move(pair));
    }
    for (const Stance* stance : line_before_) {
      if (!done_.insert(stance->name).second || is_out_of_reach(*stance)) continue;
      PairDiff pair;
      pair.holder = holder_;
      pair.before = shown(*stance, vocabulary_);
      const Stance* now = now_.named(stance->name);
      if (now != nullptr && now_.overruled_by(*now) == nullptr) {
        const std::optional<Cause> cause = rewritten(*stance, *now, vocabulary_);
        if (!cause) continue;
        pair.cause = *cause;
        pair.after = shown(*now, vocabulary_);
      } else {
        explain_loss(*stance, std::nullopt, pair);
        pair.after =
            shown(in_force(line_after_, stance->held.earliest(), vocabulary_), vocabulary_);
      }
      found_.push_back(std::move(pair));
    }
  }

  bool is_out_of_reach(const Stance& stance) const {
    return reach_ == Reach::days && stance.held.earliest() > std::max(before_.day, after_.day);
  }

  bool is_new(const Stance& stance) const { return then_.named(stance.name) == nullptr; }

  bool was_overruled(const Stance& stance) const {
    const Stance* earlier = then_.named(stance.name);
    return earlier != nullptr && then_.overruled_by(*earlier) != nullptr;
  }

  // Where `stance` stands in the line of today.
  Line::const_iterator in_line(const Stance& stance) const {
    return std::find_if(line_after_.begin(), line_after_.end(),
                        [&](const Stance* other) { return other->name == stance.name; });
  }

  Change change_to(const Stance& stance, const std::optional<Position>& from) const {
    if (!from) return Change::first;
    auto end = in_line(stance);
    if (const auto at = in_line(*from->stance); at < end) end = at + 1;
    return classify(Line(line_after_.begin(), end), stance, vocabulary_);
  }

  int passed_between(const std::optional<Position>& from, const Stance& to) {
    auto at = line_after_.cbegin();
    const auto end = in_line(to);
    if (from) {
      at = in_line(*from->stance);
      if (at >= end) return 0;
      ++at;
    }
    int passed = 0;
    for (; at != end; ++at, ++passed) done_.insert((*at)->name);
    return passed;
  }

  Side before_;
  Side after_;
  const Stances& then_;
  const Stances& now_;
  std::string holder_;
  const Vocabulary& vocabulary_;
  Reach reach_;
  const Line& line_before_;
  const Line& line_after_;
  std::set<std::string, std::less<>> done_;
  std::vector<PairDiff> found_;
};

// The keys that differ, in canonical order; the text is told apart, with both.
std::vector<std::string> edited_keys(const Claim& before, const Claim& after) {
  std::vector<std::string> keys;
  for (const schema::Field<Claim>& field : schema::fields(schema::Of<Claim>{})) {
    if (field.key != "text" && !field.equal(before, after)) keys.emplace_back(field.key);
  }
  if (before.unknown != after.unknown) keys.emplace_back("other keys");
  return keys;
}

}  // namespace

std::string_view to_string(Cause cause) {
  switch (cause) {
    case Cause::moved:
      return "moved";
    case Cause::learned:
      return "learned";
    case Cause::corrected:
      return "corrected";
    case Cause::retracted:
      return "retracted";
    case Cause::evidence:
      return "evidence";
    case Cause::edited:
      return "edited";
  }
  return "";
}

ClaimDiff diff(const Side& before, const Side& after, const Vocabulary& vocabulary, Reach reach) {
  ClaimDiff answer;
  const Claim* old_claim =
      before.folder != nullptr && before.folder->claim ? &*before.folder->claim : nullptr;
  const Claim* new_claim =
      after.folder != nullptr && after.folder->claim ? &*after.folder->claim : nullptr;
  answer.id = after.folder != nullptr ? after.folder->id : before.folder->id;
  if (new_claim != nullptr) {
    answer.text = new_claim->text;
  } else if (old_claim != nullptr) {
    answer.text = old_claim->text;
  }
  if (before.folder == nullptr) answer.presence = Presence::added;
  if (after.folder == nullptr) answer.presence = Presence::removed;
  if (old_claim != nullptr && new_claim != nullptr && old_claim != new_claim) {
    if (old_claim->text != new_claim->text) answer.text_before = old_claim->text;
    answer.edited_keys = edited_keys(*old_claim, *new_claim);
  }

  std::set<std::string, std::less<>> names;
  for (const Side& side : {before, after}) {
    for (const std::string_view holder : holders(stances_of(side))) names.emplace(holder);
  }
  const Stances then(stances_of(before));
  const Stances now(stances_of(after));
  for (const auto& [side, other] : {std::pair{&before, &now}, {&after, &then}}) {
    for (const std::string& name : side->unreadable) {
      if (const Stance* readable = other->named(name)) names.erase(readable->holder);
    }
  }
  for (const std::string& holder : names) {
    std::vector<PairDiff> pairs =
        PairComparison(before, then, after, now, holder, vocabulary, reach).run();
    std::move(pairs.begin(), pairs.end(), std::back_inserter(answer.pairs));
  }
  return answer;
}

}  // namespace aver::claims
