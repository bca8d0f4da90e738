// SPDX-License-Identifier: MIT
//
// What changed between two coordinates, in positions: was it the world that moved, or only our
// record?
//
// A coordinate is a day in the world (held) and a revision of the store (known). Pure: the two
// states of each claim are given. The classes in words: claims/FORMAT.md, "Diff".
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/positions/positions.h"

namespace aver::claims {

enum class Cause {
  moved,      // a stance was held in between
  learned,    // held before A's day, recorded after A's revision
  corrected,  // a record of ours was corrected
  retracted,  // a record of ours was retracted, or removed
  evidence,   // same position; quote, source, locator, speaker or via changed
  edited,     // words only: summary, note and the like
};

std::string_view to_string(Cause cause);

// A position as one side of a diff shows it; owns what it shows.
struct Shown {
  std::string position;  // today's name of the word
  Date held;
  bool uncertain = false;
  bool lapsed = false;
  Stance stance;
};

struct PairDiff {
  std::string holder;
  std::optional<Shown> before;  // empty: no record
  std::optional<Shown> after;
  Cause cause = Cause::moved;
  std::optional<Change> change;  // where the cause is moved or learned: what kind of move it is
  std::string reason;            // of the correction or retraction
  int passed = 0;                // stances in between that neither side shows
};

enum class Presence { kept, added, removed };

struct ClaimDiff {
  std::string id;
  Presence presence = Presence::kept;
  std::string text;                        // after, or before where it was removed
  std::optional<std::string> text_before;  // where the words changed
  std::vector<std::string> edited_keys;    // of claim.toml, other than text
  std::vector<PairDiff> pairs;             // by holder; only those that differ

  bool empty() const {
    return presence == Presence::kept && !text_before && edited_keys.empty() && pairs.empty();
  }
};

// One side of the comparison of one claim.
struct Side {
  const ClaimFolder* folder = nullptr;  // null where the claim is absent
  Day day;
  std::set<std::string, std::less<>> unreadable{};  // names of stances that are there, but broken
};

// Which records are reported though neither side has them in force: late arrivals, corrections,
// rewrites.
enum class Reach {
  record,  // all that the revisions differ in, whenever held: what a reviewer wants
  days,    // those held by the later of the two days: what was asked for with days
};

// A holder is left out where one of its stances can be read on one side only: the stance was
// neither removed nor added.
ClaimDiff diff(const Side& before, const Side& after, const Vocabulary& vocabulary,
               Reach reach = Reach::record);

}  // namespace aver::claims
