// SPDX-License-Identifier: MIT
//
// What falls with a source, with somebody's word, or with whatever a query asks for: the records
// that rest on nothing else.
//
// Pure. Each live record is asked by itself, whether it is in force or not, once for each evidence
// it has: as it would be with that evidence alone. It falls where the answer is always yes; where
// it is yes for some, it stands by the others. A record without evidence falls only by a question
// that is not about evidence. What a record that falls had set aside stays aside, and the checks
// that speak of it fall with it. A retraction never falls: nothing would come back. In words:
// claims/FORMAT.md, "What falls".
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/query/facts.h"
#include "claims/query/query.h"
#include "claims/records/records.h"

namespace aver::claims::query {

// Returns what is wrong with a query that is to be asked of each record by itself: a term about
// more than one record, such as change: or some( ). Saved queries must be put in.
std::optional<Problem> problem_of_single_records(const Query& query);

// What is asked of a record.
struct FallingQuestion {
  // `record` is the record with one evidence alone, or without any; `facts` are those of its claim.
  std::function<bool(const ClaimFacts& facts, const Stance& record)> fits;
  bool about_evidence = false;  // a record without evidence does not fall by it
};

// REQUIRES: as ClaimFacts::fits; problem_of_single_records() found none.
FallingQuestion fits_query(Query query, const Vocabulary& words);

// The evidence cites the source.
FallingQuestion cites_source(std::string source);

// The evidence is the word of the actor with this id: it is the speaker, one of those who report
// it, or the publisher of the source. What an actor holds does not rest on its word by that alone:
// evidence that names no speaker and no reporter is ours, of the source.
FallingQuestion is_word_of(std::string actor, std::set<std::string> published_sources);

// What falls of one claim. All belong to its folder, and are in file order.
struct Fall {
  std::vector<const Stance*> records;     // that fall by the question
  std::vector<const Stance*> checks;      // that fall as what they speak of does
  std::vector<const Stance*> stay_aside;  // that those had corrected
  std::vector<const Stance*> stand;       // that some evidence fits, and other evidence carries

  bool any() const { return !records.empty(); }
};
Fall what_falls(const ClaimFolder& folder, const FallingQuestion& question, const Setting& setting);

// Retracts a record, with nothing in its place. The retraction has no name yet.
Stance retraction_of(const Stance& wrong, std::string reason);

// Adds to the folder, as assumed (claims/positions/set_aside.h), what retracting all that falls
// would add. `reason` says why. `fall` is of this folder; what it points to moves.
void retract_in(ClaimFolder& folder, const Fall& fall, const std::string& reason);

}  // namespace aver::claims::query
