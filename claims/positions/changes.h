// SPDX-License-Identifier: MIT
//
// What changed on a line from one day to the next, and of which class each change is.
//
// A change is from what is in force on the day before to what is in force on the day, ends and
// returns included; a record that never comes into force makes none. In words: claims/FORMAT.md,
// "Changes".
#pragma once

#include <string_view>
#include <vector>

#include "claims/positions/in_force.h"

namespace aver::claims {

enum class Change {
  first,
  restated,
  shift,
  reversal,
  advance,
  setback,
  lapsed,
  resumed,
  undecided,  // dates leave open what was in force before or after
};

std::string_view to_string(Change change);

// True for the changes that mean the holder moved: all but first, restated and undecided.
bool is_move(Change change);

struct Step {
  std::vector<Possible> before;  // never empty: what may have been in force on the day before
  std::vector<Possible> after;
  Change change = Change::first;
  DaySpan when{};  // the day, or those on which it may have been
  // One of several of its day, which the times of the records order: told with that time.
  bool timed = false;
  // Of a reversal: the words that stood between the two signs, oldest first.
  std::vector<std::string_view> by_way_of{};

  // The record that came into force, and the one before it; null where that is not certain, or
  // nothing was in force. Of several that say the same, the last to be shown.
  const Stance* entered() const;
  const Stance* left() const;
};

// The steps of a line up to a day, in order. A change whose day is vague is one step, from the
// first day on which it may have been to the last. Where what may be in force reads as before, and
// a record is among it that was not, that is a step, too: each record that may ever be in force
// comes after some step. A day has several where times say in which order its records began: each
// was in force until the next one, though not at the day's end.
std::vector<Step> steps(const Line& line, const LineDays& days, Day until);
std::vector<Step> steps(const Line& line, Day until);

// Sets the class of a step that leaves what is in force on `from`, whatever came in between.
void classify(const Line& line, const LineDays& days, Day from, Step& step);

// Two live records of a line, of opposed sign, that begin on one day without an order.
struct Contradiction {
  const Stance* a = nullptr;
  const Stance* b = nullptr;
  bool certain = true;  // false: they may have begun on one day
};

// All of the claim's, by line, then in its order. Of those that a record may be part of, only the
// first is told.
std::vector<Contradiction> contradictions(const Lines& lines);

}  // namespace aver::claims
