// SPDX-License-Identifier: MIT
//
// What a query means: whether it fits a claim and a position on it.
//
// Pure. A query is tested on one pair at a time: a claim, and one holder's position on it that is
// in force on the day asked about. All its terms are about that same pair, also under "-": a claim
// fits where one of its pairs does. A claim on which nobody has a position has one empty pair,
// which no term about positions fits (and each with "-" before it does).
//
// Terms about the claim are the same for all its pairs. `some(query)` steps out of the pair: it
// fits where any pair of the claim fits the inner query; `missing:x` is `-some(holder:x)`. A pair
// fits no:source where there is a position that names no source; -has:source takes the empty pair,
// too.
//
// A date fits where every day that it may mean fits: held 2024-10 is neither < nor > 2024-10-15,
// and fits 2024 and <=2024-10. "~" widens it: held 2024-10-31~ fits >=2024-10-30, and not 2024-10.
// What is held [..2024-10-31] fits <=2024-10, and no date by itself. An absent date fits nothing.
//
// Not here: who recorded something, and when. That is git's to know (aver log, --known-at).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "claims/positions/positions.h"
#include "claims/query/query.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"

namespace aver::claims::query {

// Where and when a query is asked. Whatever it refers to must outlive it.
struct Setting {
  Day day;    // positions in force on it
  Day today;  // what the word "today" means in a query
  const Vocabulary& words;
  std::function<const Source*(const std::string& id)> source;  // null where there is none
};

// A holder's position as a query sees it. The stance belongs to the folder.
struct Pair {
  std::string_view holder;         // empty: of the empty pair
  const Stance* stance = nullptr;  // null: no record
  bool lapsed = false;
  bool uncertain = false;
  // The change to look at, of a step that is shown for itself; else it is the last one before the
  // day that is not a restatement.
  bool is_step = false;
  std::optional<Change> change{};
  std::optional<Date> changed{};
};

// A step of a time line as a pair.
Pair pair_of(const Step& step);

class ClaimFacts {
 public:
  // `folder` and `setting` outlive it.
  ClaimFacts(const ClaimFolder& folder, const Setting& setting)
      : folder_(folder), setting_(setting) {}

  // By holder, those in force on the day; the one empty pair where there is none.
  const std::vector<Pair>& pairs() const;

  // REQUIRES: saved queries are put in, words resolved, ids whole.
  bool fits(const Query& query, const Pair& pair) const;

 private:
  bool fits_term(const Term& term, const Pair& pair) const;
  bool fits_match(Key key, const Match& match, const Pair& pair) const;
  bool claim_fits(Key key, const Match& match) const;
  bool stance_fits(Key key, const Match& match, const Pair& pair) const;
  bool source_fits(Key key, const Match& match, const Stance& stance) const;
  bool has(std::string_view what, const Pair& pair) const;
  bool is(std::string_view what, const Pair& pair) const;
  bool says(std::string_view wanted, const Pair& pair) const;
  bool date_fits(const std::optional<Date>& date, const Match& match) const;

  const Line& line_of(std::string_view holder) const;
  std::optional<Step> last_change(std::string_view holder) const;
  bool contradicts_itself(std::string_view holder) const;
  bool was_set_aside(std::string_view holder, bool retracted) const;

  const ClaimFolder& folder_;
  const Setting& setting_;
  // Found when first asked for.
  mutable std::optional<std::vector<Pair>> pairs_;
  mutable std::optional<std::map<std::string_view, Line>> lines_;
  mutable std::optional<std::set<std::string_view>> contradicting_;
};

}  // namespace aver::claims::query
