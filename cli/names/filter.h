// SPDX-License-Identifier: MIT
//
// A query applied to a view: which folders it must read, and which of their contents fit it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "claims/query/bounds.h"
#include "claims/query/claim_conditions.h"
#include "claims/query/facts.h"
#include "claims/query/period.h"
#include "cli/answers/answers.h"
#include "cli/names/query.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

class Filter {
 public:
  // Asks about the positions in force on `day`. Throws StoreError as resolve_query() does.
  Filter(Session& session, const store::View& view, const FilterWords& words, claims::Day day);

  bool any() const { return any_; }
  std::string text() const { return claims::query::print(query_); }

  // The folder and the filter must outlive the facts.
  claims::query::ClaimFacts facts(const claims::ClaimFolder& folder) const;

  // Whether the query fits, or may fit, a position, a step of a time line, or the claim alone.
  bool takes(const claims::query::ClaimFacts& facts, const claims::query::Pair& pair) const {
    return !any_ || facts.fits(query_, pair) != claims::query::Truth::no;
  }
  bool takes(const claims::query::ClaimFacts& facts, const Held& held) const;
  bool takes_claim(const claims::query::ClaimFacts& facts) const {
    return takes(facts, claims::query::Pair{});
  }

  // Whether it fits a line of the claim without a position, by what was set aside there.
  bool takes_without_a_position(const claims::query::ClaimFacts& facts) const {
    return any_ && facts.fits_without_a_position(query_);
  }

  // The positions of the folder that fit, or may fit, on the day or within the period.
  claims::query::FittingPositions fitting(const claims::ClaimFolder& folder,
                                          const Coordinates& at) const;

  // The records that fit the query and are not in force: for an answer that is empty because only
  // what is in force was asked. Those set aside only where the query does not ask for such.
  LeftOut left_out(Session& session) const;

  // False where no claim of this id can fit.
  bool may_take(std::string_view claim_id) const;
  // The one holder that the query is about, where no other holder's stances matter; else empty.
  const std::string& holder() const { return holder_; }

  // Conditions that can be looked up in the index: every claim that fits the query fits at least
  // one of them. A condition on a stance is about the stance that fits the query.
  std::vector<claims::ClaimCondition> conditions() const;
  // The same, where only the positions in force on the day, or within the period, are asked for.
  std::vector<claims::ClaimCondition> conditions_at(const Coordinates& at) const;

  // Calls `visit` for the folder of each claim that fits one of the conditions, made of
  // conditions(), in order; reads no more of them than it must. Where holder() says whose stances
  // matter, the others are left out of the folders. Throws StoreError(not_found) where a lone plain
  // word is no topic and in no text.
  void each_folder(Session& session, const std::vector<claims::ClaimCondition>& any,
                   const std::function<void(claims::ClaimFolder&&)>& visit) const;
  // With all of its stances.
  void each_whole_folder(Session& session,
                         const std::function<void(claims::ClaimFolder&&)>& visit) const;

 private:
  struct World;
  std::vector<claims::ClaimCondition> conditions(std::optional<claims::DaySpan> in_force) const;
  void each_folder(Session& session, const std::vector<claims::ClaimCondition>& any, bool whole,
                   const std::function<void(claims::ClaimFolder&&)>& visit) const;

  std::shared_ptr<World> world_;
  bool any_ = false;
  claims::query::Query query_;
  std::optional<store::StoreError> no_topic_;
  std::vector<claims::query::QueryBounds> ways_;
  std::string holder_;
};

}  // namespace aver::cli
