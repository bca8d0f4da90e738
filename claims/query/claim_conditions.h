// SPDX-License-Identifier: MIT
//
// Which claims a question is about, as plain conditions. An index can look them up, and every
// folder that it proposes is tested with them.
//
// Pure. A question asks for folders of claims; what it then shows of one is its own rule. Without
// an index, every folder is tested with the same conditions, so both ways give the same answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/positions/in_force.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"

namespace aver::claims {

// A span of days; open where an end is absent.
struct Days {
  std::optional<Day> first;
  std::optional<Day> last;
};

// Conditions on one stance: all that are given must hold of the same one. A list means "one of
// these"; an empty one, that it does not matter. Sources, speakers and modes are those of any of
// its evidence.
struct WantedStance {
  std::vector<std::string> holders;
  std::vector<std::string> positions;  // words as records spell them: see spellings()
  std::vector<std::string> sources;    // ids, or folders that the id lies in
  std::vector<std::string> speakers;
  std::vector<std::string> modes;
  std::vector<std::string> voices;  // ids of who speaks or reports
  bool without_source = false;
  std::optional<DaySpan> in_force;   // it may be the one in force on one of these days, or lapsed
  std::optional<Days> touches;       // held, or run out, at some time in these days; or held since
                                     // before them with an `until` that lies in or behind them
  std::optional<Day> checked_until;  // through, or else held, lies on or before this day
  std::optional<Day> review_until;   // has a review_by on or before this day

  bool any() const;
};

// Conditions on a claim and its stances, joined by "and".
struct ClaimCondition {
  std::string topic;  // a claim's id or the start of one, at a "/"; empty: all
  std::vector<std::string> kinds;
  std::vector<std::string> tags;      // all of these
  std::optional<Day> deadline_until;  // has a deadline on or before this day
  std::optional<Day> review_until;    // likewise a review_by of its own
  WantedStance stance;

  // True where nothing but the topic narrows it.
  bool whole_topic() const;
};

// True where the folder fits one of the conditions.
bool fits(const ClaimFolder& folder, const std::vector<ClaimCondition>& any,
          const Vocabulary& words);

// True where a condition names the stance's holder or, where it names no holder, the source of any
// of its evidence; and for all that corrects, retracts or repeats another: that may be anybody's.
// What corrects and retracts at once is an error, and sets nothing aside. Where every condition
// names some, the other stances of a folder do not decide whether it fits.
bool concerned(const Stance& stance, const std::vector<ClaimCondition>& any);

bool all_name_somebody(const std::vector<ClaimCondition>& any);

bool in_topic(std::string_view claim_id, std::string_view topic);

// The ways in which records may spell a position: its name and the names it had.
std::vector<std::string> spellings(const Vocabulary& vocabulary, std::string_view position);

// True where the text of a stance's file may name another one that it corrects, retracts or
// repeats.
bool may_have_a_link(std::string_view text);

// Returns texts of which a stance's file must contain one for the stance to fit; empty where it may
// fit without any. The caller must also let pass a file with a backslash in it: an escape may spell
// the text.
std::vector<std::string> literals(const std::vector<ClaimCondition>& any);

}  // namespace aver::claims
