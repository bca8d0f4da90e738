// SPDX-License-Identifier: MIT
//
// What was believed about one day of the world, while the record of a claim grew: its revisions
// folded to the changes of belief, line by line.
//
// A belief is what is in force on the day as that revision knows it: the words that are possible,
// since when, and whether it was resumed. New evidence, other wording and a look that found nothing
// new change no belief, nor does another name for a word or a holder. Pure: the revisions are
// given, and no clock is asked. In words: claims/FORMAT.md, "Beliefs".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/positions/diff.h"
#include "claims/positions/growing_lines.h"
#include "claims/positions/in_force.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"

namespace aver::claims {

struct BeliefChange {
  std::size_t revision = 0;  // index
  // As position_alone_on() has it, words by their names of today; nothing: no record.
  std::optional<Position> position;
  // Why it changed; nothing: the vocabulary did.
  std::optional<Cause> cause;
  std::string reason;  // of a correction or retraction; who is whom
  // The records that the revision brought, changed (as they are then) or removed (as they were),
  // and that the change goes back to. None where only actors were merged or parted.
  std::vector<const Stance*> due_to;
};

// What was believed of one holder on one scale.
struct BeliefLine {
  std::string_view holder;
  std::string_view scale;             // empty: of words that the vocabulary does not have
  std::vector<BeliefChange> changes;  // never empty; by revision. The first is from no record
};

// The lines on which anything was ever believed about the day, by holder, then in the order of the
// scales of `now`, the vocabulary of today. Only those of `holder`, where one is given. What is
// returned points into the stances and vocabularies.
//
// The answer after each revision is that of positions_on() of all its stances. A revision costs no
// more than the lines that it touches.
std::vector<BeliefLine> beliefs(const std::vector<ClaimRevision>& revisions, Day day,
                                const Vocabulary& now, std::string_view holder = "");

}  // namespace aver::claims
