// SPDX-License-Identifier: MIT
//
// What changed between two coordinates, in positions: was it the holder that moved, or only our
// record?
//
// A coordinate is a day in the world (D) and a revision of the store (R). Three questions are asked
// of each line: (D1, R1), (D1, R2), (D2, R2). Where the first two differ, our record changed; where
// the last two do, the holder did. Pure: the two states of each claim are given. In words:
// claims/FORMAT.md, "Diff".
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/positions/changes.h"
#include "claims/positions/in_force.h"
#include "claims/records/edited_keys.h"

namespace aver::claims {

// How our record of a position changed.
enum class Cause {
  learned,    // recorded since
  corrected,  // a record of ours was corrected, or rewritten
  ended,      // a correction that adds an end and nothing else: no error of anybody
  retracted,  // a record of ours was never so
  removed,    // a record's file is gone, or that of its correction
  evidence,   // same position; quote, source, locator, speaker or via changed
  edited,     // words only: summary, note and the like
  checked,    // somebody looked again
  merged,     // its holder and another actor turned out to be one
  parted,     // what was taken for one actor is two
};

std::string_view to_string(Cause cause);

// What one side of a diff shows of a line; owns what it shows.
struct Shown {
  struct One {
    std::string word;  // today's name; empty: no record
    bool lapsed = false;
    std::vector<Stance> stances;
  };
  std::vector<One> possible;  // never empty; more than one: not certain
  DaySpan since{};

  bool certain() const { return possible.size() == 1; }
  bool no_record() const { return certain() && possible.front().word.empty(); }
  // The record in force; null where it is not certain, or there is none.
  const Stance* stance() const;
};

// What is possible there; the stances are those of `shown`, which outlives the answer.
std::vector<Possible> possible_of(const Shown& shown);

struct PairDiff {
  std::string holder;
  std::string scale;  // empty: of words that the vocabulary does not have
  Shown before;       // (D1, R1)
  // (D1, R2): what we now know of the first day; absent where it is as before or as after.
  std::optional<Shown> between;
  Shown after;                         // (D2, R2)
  std::optional<Cause> record;         // how our record changed, where it did
  std::string reason;                  // of the correction or retraction
  std::optional<Change> change;        // how the holder moved, where it did
  std::vector<std::string> by_way_of;  // of a reversal
  int passed = 0;                      // changes in between that neither side shows
};

// A change of our record that governs other days than those that were asked about.
struct AlsoRecorded {
  std::string holder;
  std::string scale;
  Cause cause = Cause::learned;
  Stance stance;              // as it is now; as it was where it is gone
  std::optional<Stance> was;  // what it corrects, or its old values
  std::string reason;
  struct Governed {
    Day first;
    std::optional<Day> last;  // absent: for good
  };
  std::vector<Governed> governs;  // the days on which it may be in force, or was as last known
};

enum class Presence { kept, added, removed };

struct ClaimDiff {
  std::string id;
  Presence presence = Presence::kept;
  std::string text;                        // after, or before where it was removed
  std::optional<std::string> text_before;  // where the words changed
  std::vector<std::string> edited_keys;    // of claim.toml, other than text
  std::vector<EditedKey> edits;            // the same with their values
  std::size_t in_force = 0;                // where the words changed: lines with a position now
  std::vector<PairDiff> pairs;             // by holder and scale; only those that differ
  std::vector<AlsoRecorded> also;          // by holder and scale, then by `held`

  bool empty() const {
    return presence == Presence::kept && !text_before && edited_keys.empty() && pairs.empty() &&
           also.empty();
  }
};

// One side of the comparison of one claim.
struct Side {
  const ClaimFolder* folder = nullptr;  // null where the claim is absent
  Day day;
  std::set<std::string, std::less<>> unreadable{};  // names of stances that are there, but broken
};

// Actors that are two in one revision and one in the other: each of the two that has another id in
// the other revision, with that id.
struct JoinedActors {
  std::map<std::string, std::string> merged{};  // two before
  std::map<std::string, std::string> parted{};  // two after

  bool empty() const { return merged.empty() && parted.empty(); }
};

// Which records are reported though neither side has them in force.
enum class Reach {
  record,  // all that the revisions differ in, whenever held: what a reviewer wants
  days,    // those that begin by the later of the two days: what was asked for with days
};

// A holder is left out where one of its stances can be read on one side only: the stance was
// neither removed nor added. Each side has the holders of its own revision, so that of `joined`
// actors both lines are compared; records of theirs that govern other days are not told one by one.
ClaimDiff diff(const Side& before, const Side& after, const Vocabulary& vocabulary,
               Reach reach = Reach::record, const JoinedActors& joined = {});

}  // namespace aver::claims
