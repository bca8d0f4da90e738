// SPDX-License-Identifier: MIT
//
// What a commit may not be stamped with. Never changes a stamp: whoever set it must know.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "store/store.h"

namespace aver::store {

// Judges the stamps of commits on top of one. The store must outlive it.
class StampRule {
 public:
  // `tip` is empty where nothing is below. `wrong` is asked for the commits whose stamps have no
  // say, if they matter at all.
  StampRule(const Store& store, CommitId tip, std::function<std::vector<CommitId>()> wrong)
      : store_(&store), tip_(std::move(tip)), wrong_(std::move(wrong)) {}

  // Throws StoreError(refused) where a commit would be stamped later than now, or a day or more
  // before the day of the tip (claims/check/clock.h), of which stamps later than now are no part.
  // Mostly looks at nothing: a stamp of today is good whatever there is.
  void require_good(std::int64_t stamp);

 private:
  const Store* store_;
  CommitId tip_;
  std::function<std::vector<CommitId>()> wrong_;
  std::optional<std::optional<claims::Stamp>> clock_;  // of the tip, once it was asked for
};

// The commits that [clock] names in the aver.toml of a commit with these edits on top of `tip`.
std::vector<CommitId> wrong_stamps(const View& tip, const std::vector<Edit>& edits);

}  // namespace aver::store
