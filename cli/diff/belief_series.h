// SPDX-License-Identifier: MIT
//
// The history of a claim's files, made into what was believed about a day at each commit of the
// first-parent line, and into who recorded what changed it.
#pragma once

#include <string>
#include <vector>

#include "claims/text/date.h"
#include "cli/answers/answers.h"
#include "store/store.h"

namespace aver::cli {

// What a series is about: a claim, a holder, or a holder's lines on a claim. Ids of the view.
struct BeliefQuestion {
  claims::Day day;
  std::string holder;               // empty: all holders
  std::vector<std::string> claims;  // those asked about; of a holder, all that it has a stance on
  // And those that the holder once had a stance on: where its file was removed, or rewritten.
  bool any_claim = false;
  bool all_days = false;  // also what was known of all days, from day to day of our record
};

// Fills in the lines of the answer, as the first-parent line that ends in the view's commit has
// them. At each of its commits they are the answers of that revision; a claim that is not there
// has none. Claims have the ids of the view, words its names, and holders the last id that they got
// by renaming: those that were merged since are apart before.
//
// Reads, besides the stances of the claim, only the commits that touched them, actors or aver.toml;
// for a holder, all commits that touched any claim.
void add_beliefs(const store::Store& store, const store::View& view, const BeliefQuestion& question,
                 BeliefsAnswer& answer);

}  // namespace aver::cli
