// SPDX-License-Identifier: MIT
//
// Who holds what on a day, and what changed from one stance to the next.
//
// Pure: no I/O, no clock; "today" is an argument. The rules in words: claims/FORMAT.md,
// "Positions". What is known is the caller's choice: the stances given are those of one revision.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/records.h"
#include "claims/records/vocabulary.h"

namespace aver::claims {

// The live stances of one holder on one claim, in order of (held earliest, held latest, file
// order). They belong to the folder they were taken from.
using Line = std::vector<const Stance*>;

// Who sets aside whom among the stances of one claim, worked out once for all of them. A stance
// reaches only stances of its own holder, and only one of them, so that following the targets ends
// or runs in a circle. The stances must outlive it.
class Overruling {
 public:
  explicit Overruling(const std::vector<Stance>& stances);

  // The stance in effect that sets `stance` aside, or null.
  const Stance* overruler(const Stance* stance) const;

 private:
  bool in_circle(const Stance* start) const;
  std::map<const Stance*, const Stance*> target_;
  std::map<const Stance*, std::vector<const Stance*>> overrulers_;
};

// Returns the stances that no live stance corrects or retracts, retractions themselves left out, in
// order, for all holders together. Stances that correct each other in a circle all stand (check
// reports the circle).
Line live(const std::vector<Stance>& stances);

// The same of each holder.
std::map<std::string_view, Line> live_by_holder(const std::vector<Stance>& stances,
                                                const Overruling& overruling);

// The live stances of one holder.
Line live(const std::vector<Stance>& stances, std::string_view holder);

// The stance that corrects or retracts `stance` and is itself in effect, or null.
const Stance* overruled_by(const std::vector<Stance>& stances, const Stance& stance);

// The holders that have any stance in `stances`, each once, sorted.
std::vector<std::string_view> holders(const std::vector<Stance>& stances);

struct Position {
  const Stance* stance = nullptr;  // never null in an answer
  Date since;  // held of the first stance of the same word, none other in between
  // `held` is approximate, or may not have begun by the day: shown with "~".
  bool uncertain = false;
  bool lapsed = false;  // the day is past `until`
  // `through` (of an absence: else `held`), where the day is past it.
  std::optional<Date> last_checked;
};

// Returns the position in force on `day`, or nothing where there is no record. `line` is one
// holder's.
std::optional<Position> in_force(const Line& line, Day day, const Vocabulary& vocabulary);

// The days over which a stance is the one in force: from `from` to the day before `to`, or for
// good.
struct InForce {
  const Stance* stance = nullptr;
  Day from;
  std::optional<Day> to;
};

// The same for all days: what in_force() finds on each. A stance that another of the same first day
// follows is never in force, and is left out.
std::vector<InForce> in_force_days(const Line& line);

enum class Change { first, restated, shift, reversal, advance, setback, lapsed, resumed };

std::string_view to_string(Change change);

// True for the changes that mean the holder moved: all but first and restated.
bool is_move(Change change);

// One step of a time line. `after` is null where the position only ran out (past `until` of
// `before`); `before` is null at the first stance.
struct Step {
  const Stance* before = nullptr;
  const Stance* after = nullptr;
  Change change = Change::first;
  Date when;  // held of `after`, or the day behind `until`
};

// Returns the steps of one holder's line, in order: one for each stance, and one for each run-out
// that ends before the next stance begins (or, for the last, on or before `today`).
std::vector<Step> steps(const Line& line, const Vocabulary& vocabulary, Day today);

// The class of the change from the stances `before` (in order; the last one is the position that is
// left) to `after`.
Change classify(const Line& before, const Stance& after, const Vocabulary& vocabulary);

// Two live stances of one holder with opposed values over the same days.
struct Contradiction {
  const Stance* a = nullptr;
  const Stance* b = nullptr;
};
std::vector<Contradiction> contradictions(const std::vector<Stance>& stances,
                                          const Vocabulary& vocabulary);

}  // namespace aver::claims
