// SPDX-License-Identifier: MIT
//
// Whether the deadline of a claim was kept, line by line: on those of scales that have a word that
// closes and that fit the claim's kind. In words: claims/FORMAT.md, "Deadlines".
#pragma once

#include <string_view>
#include <vector>

#include "claims/positions/in_force.h"
#include "claims/positions/lines.h"
#include "claims/records/records.h"

namespace aver::claims {

// How a deadline stands on one day: kept where a closing word of positive value is in force on its
// last day; missed where not, once that day has passed, or where one of negative value is in force
// before; else open.
enum class Outcome { kept, missed, open };

std::string_view to_string(Outcome outcome);

// A closing word that came into force after the deadline's last day.
struct AfterDeadline {
  std::string_view word;  // today's name
  DaySpan when{};         // the day, or those on which it may have been
  bool is_late = false;   // of positive value, after the deadline was missed
  bool certain = true;    // false: it may also not have been

  friend bool operator==(const AfterDeadline&, const AfterDeadline&) = default;
};

// The deadline on one line. What it points to belongs to the stances of the claim and to the
// vocabulary.
struct LineDeadline {
  std::string_view holder;
  const Scale* scale = nullptr;
  std::vector<Outcome> possible;       // never empty; in the order of Outcome; several: not certain
  std::vector<const Stance*> by{};     // the records with a closing word that say so, in line order
  std::vector<AfterDeadline> after{};  // by day
  // Nothing is waited for: a closing word surely is in force on the day asked, or was on the last
  // day of the deadline.
  bool settled = false;

  bool certain() const { return possible.size() == 1; }
  bool is_open() const { return possible.front() == Outcome::open; }  // surely
};

// True where lines of the scale tell of deadlines of claims of this kind: pledges and policies are
// judged on ordered scales, predictions on opposed ones and on one that is named "rating", claims
// of other kinds on all that have a word that closes.
bool judges_deadline(const Vocabulary& words, const Scale& scale, std::string_view kind);

// How the claim's deadline stands on `day`, as far as records that begin on or before it tell: one
// answer for each line that judges it and may have a record by then; in the order of the lines.
// Nothing where the claim has no deadline.
std::vector<LineDeadline> deadlines_on(const Claim& claim, const Lines& lines, Day day);

}  // namespace aver::claims
