// SPDX-License-Identifier: MIT
//
// --without QUERY: a view read as if all that the query takes away had been retracted, and the
// count of what that was.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/query/without.h"
#include "cli/answers/answers.h"
#include "cli/names/names_of_actors.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// The records of a view by which it is asked what falls: sources, vocabulary, and the days. Several
// threads may ask.
class FallingIn {
 public:
  FallingIn(const store::View& view, claims::Day day, claims::Day today);
  const claims::query::Setting& setting() const { return setting_; }

 private:
  const claims::Source* source(const std::string& id) const;
  const claims::ActorNames& actors() const;

  store::View view_;  // used by one thread at a time
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::optional<claims::Source>> sources_;  // read once each
  mutable std::optional<claims::ActorNames> actors_;                      // read when asked for
  claims::query::Setting setting_;
};

class Without : public store::Assumption {
 public:
  // Throws StoreError as resolve_query() does; usage where the query asks about more than single
  // records, or is empty.
  Without(Session& session, const store::View& view, const std::string& typed, claims::Day day);

  void change(claims::ClaimFolder& folder) const override;
  void shown(const claims::ClaimFolder& folder) const override;

  // Of the folders shown so far. A claim counts once.
  WithoutTold told() const;

 private:
  FallingIn among_;
  claims::query::FallingQuestion question_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> claims_;
  mutable WithoutTold told_;
  mutable bool any_left_ = false;
};

// The view that a reading command is asked about: session.view(), without what --without takes
// away.
store::View asked_view(Session& session, const When& when,
                       const std::optional<std::string>& without);
store::View asked_view(Session& session, const Reading& reading);

// What the view is without; null for nothing.
std::function<WithoutTold()> told_without(const store::View& view);

}  // namespace aver::cli
