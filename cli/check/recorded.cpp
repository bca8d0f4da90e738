// SPDX-License-Identifier: MIT
//
// Asks the store for stamps, and claims/check/clock for what they mean.
#include "cli/check/recorded.h"

#include <iterator>

#include "claims/check/clock.h"
#include "store/clock.h"

namespace aver::cli {
namespace {

void append_stamps(claims::Diagnostics&& more, claims::Diagnostics& to) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

void check_recorded(Session& session, const store::View& view,
                    const std::vector<store::CommitId>& wrong, claims::Diagnostics& to) {
  if (view.commit().empty()) return;
  append_stamps(claims::check_stamps(store::stamps_of(session.store(), view.commit()), 0, wrong,
                                     session.stamped_now()),
                to);
}

void check_recorded_since(Session& session, const store::View& base, const store::View& view,
                          const std::vector<store::CommitId>& wrong, claims::Diagnostics& to) {
  if (base.commit().empty()) return check_recorded(session, view, wrong, to);
  if (view.commit().empty() || view.commit() == base.commit()) return;
  const store::Store& store = session.store();
  const store::NewStamps stamps = store::stamps_since(
      store, base.commit(), view.commit(), session.stamped_now() + claims::kClocksDiffer, wrong);
  append_stamps(claims::check_stamps(stamps.line, stamps.from, wrong, session.stamped_now()), to);
}

void check_first_parents(Session& session, const store::View& before, const store::View& after,
                         claims::Diagnostics& to) {
  const store::Store& store = session.store();
  if (before.commit().empty() || after.commit().empty()) return;
  if (store::is_first_parent(store, before.commit(), after.commit())) return;
  const std::vector<claims::Stamp> then = store::stamps_of(store, before.commit());
  const std::vector<claims::Stamp> now = store::stamps_of(store, after.commit());
  to.push_back(claims::foxtrot(before.commit(), then, now, store::wrong_stamps(after)));
}

}  // namespace aver::cli
