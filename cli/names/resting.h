// SPDX-License-Identifier: MIT
//
// What rests on a source, or on an actor's word: which records fall with it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "claims/query/claim_conditions.h"
#include "claims/query/without.h"
#include "cli/names/without.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

class Resting {
 public:
  // `on` is what a person typed. Throws StoreError: usage where it is neither a source nor an
  // actor; as record_in() does.
  Resting(Session& session, const store::View& view, const std::string& on);

  const claims::RecordRef& on() const { return on_; }
  const std::string& title() const { return title_; }  // of the source; the actor's name

  // Calls `visit` with each claim that has records which fall, or that stand by other evidence, in
  // order.
  using Visit = std::function<void(claims::ClaimFolder&& folder, const claims::query::Fall& fall)>;
  void each(Session& session, const Visit& visit) const;

 private:
  store::View view_;
  claims::RecordRef on_;
  std::string title_;
  FallingIn among_;
  claims::query::FallingQuestion question_;
  std::vector<claims::ClaimCondition> conditions_;
};

}  // namespace aver::cli
