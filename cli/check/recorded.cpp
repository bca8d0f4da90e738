// SPDX-License-Identifier: MIT
//
// Asks the store for stamps, and claims/check/clock for what they mean.
#include "cli/check/recorded.h"

#include <iterator>

#include "claims/check/clock.h"
#include "store/branches.h"
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
                                     session.now()),
                to);
}

void check_recorded_since(Session& session, const store::View& base, const store::View& view,
                          const std::vector<store::CommitId>& wrong, claims::Diagnostics& to) {
  if (base.commit().empty()) return check_recorded(session, view, wrong, to);
  if (view.commit().empty() || view.commit() == base.commit()) return;
  const store::Store& store = session.store();
  const store::NewStamps stamps = store::stamps_since(store, base.commit(), view.commit(),
                                                      session.now() + claims::kClocksDiffer, wrong);
  append_stamps(claims::check_stamps(stamps.line, stamps.from, wrong, session.now()), to);
  if (stamps.has_since || !store::Branches(store).is_ancestor(base.commit(), view.commit())) {
    return;
  }
  to.push_back(claims::foxtrot(base.commit(), store::stamps_of(store, base.commit()),
                               store::stamps_of(store, view.commit()), wrong));
}

}  // namespace aver::cli
