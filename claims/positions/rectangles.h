// SPDX-License-Identifier: MIT
//
// Both clocks at once: for each line, the stretches of days and of revisions in which one answer
// holds. To ask what was in force on a day, as known at a revision, is to look up the rectangle of
// both: no rule is needed any more.
//
// Pure: the revisions are given, and no clock is asked. In words: claims/FORMAT.md, "Rectangles".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "claims/positions/growing_lines.h"
#include "claims/positions/in_force.h"
#include "claims/records/vocabulary.h"
#include "claims/text/date.h"

namespace aver::claims {

struct Rectangle {
  // The days of the world on which it is so: from `from` on, and before `to`.
  Day from;
  std::optional<Day> to;  // nothing: it has no end
  // The revisions that know it: indices, from `known_from` on, and before `known_to`.
  std::size_t known_from = 0;
  std::optional<std::size_t> known_to;  // nothing: the last one still does
  // Never empty; more than one: not certain. Never surely no record. Stances as the revision
  // `known_from` has them.
  std::vector<Possible> possible;

  bool certain() const { return possible.size() == 1; }
  bool has(Day day, std::size_t revision) const {
    return day >= from && (!to || day < *to) && revision >= known_from &&
           (!known_to || revision < *known_to);
  }
};

// What is known of one holder on one scale.
struct LineRectangles {
  std::string_view holder;
  std::string_view scale;             // empty: of words that the vocabulary does not have
  std::vector<Rectangle> rectangles;  // never empty; by known_from, then from

  // Null: there surely is no record.
  const Rectangle* at(Day day, std::size_t revision) const;
};

// The rectangles of all lines that ever had a record, by holder, then in the order of the scales of
// `now`; words by their names of `now`. Only those of `holder`, where one is given. No two of a
// line have a coordinate in common, and no two that say the same could be one. What is returned
// points into the stances and vocabularies.
//
// What is possible in the rectangle of (day, revision) is what positions_on(day) of all stances of
// that revision says. A revision costs what it changes: the days from the first on which a record
// that it touches may begin to the next day from which on that record can no longer matter.
std::vector<LineRectangles> rectangles(const std::vector<ClaimRevision>& revisions,
                                       const Vocabulary& now, std::string_view holder = "");

}  // namespace aver::claims
