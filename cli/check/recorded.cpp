// SPDX-License-Identifier: MIT
//
// Asks the store for stamps, and claims/check/clock for what they mean.
#include "cli/check/recorded.h"

#include "claims/check/clock.h"
#include "store/clock.h"

namespace aver::cli {

claims::Diagnostics check_recorded(Session& session, const store::View& view,
                                   const std::vector<store::CommitId>& wrong) {
  if (view.commit().empty()) return {};
  return claims::check_stamps(store::stamps_of(session.store(), view.commit()), 0, wrong,
                              session.stamped_now());
}

claims::Diagnostics check_recorded_since(Session& session, const store::View& base,
                                         const store::View& view,
                                         const std::vector<store::CommitId>& wrong) {
  if (base.commit().empty()) return check_recorded(session, view, wrong);
  if (view.commit().empty() || view.commit() == base.commit()) return {};
  const std::int64_t now = session.stamped_now();
  const store::NewStamps stamps = store::stamps_since(session.store(), base.commit(), view.commit(),
                                                      now + claims::kClocksDiffer, wrong);
  return claims::check_stamps(stamps.line, stamps.from, wrong, now);
}

std::optional<claims::Diagnostic> check_first_parents(Session& session, const store::View& before,
                                                      const store::View& after) {
  const store::Store& store = session.store();
  if (before.commit().empty() || after.commit().empty()) return std::nullopt;
  if (store::is_first_parent(store, before.commit(), after.commit())) return std::nullopt;
  return claims::foxtrot(before.commit(), store::stamps_of(store, before.commit()),
                         store::stamps_of(store, after.commit()), store::wrong_stamps(after));
}

}  // namespace aver::cli
