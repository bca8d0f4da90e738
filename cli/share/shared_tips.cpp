// SPDX-License-Identifier: MIT
//
// Goes by what was fetched last: nothing is asked of a remote.
#include "cli/share/shared_tips.h"

#include "store/branches.h"

namespace aver::cli {

using store::View;

namespace {

void add_tip(Session& session, const store::CommitId& tip, std::vector<View>& tips) {
  if (!tip.empty()) tips.push_back(session.store().view(tip));
}

// The branch as last fetched from where it is pushed to: its upstream, or else the one remote that
// has a branch of this name.
store::CommitId fetched(Session& session, const std::string& branch) {
  if (const auto upstream = store::Branches(session.store()).upstream_tip(branch)) return *upstream;
  store::CommitId only;
  for (const store::Branch& one : store::Branches(session.store()).below(branch)) {
    if (one.remote.empty() || one.name != branch) continue;
    if (!only.empty()) return {};
    only = one.tip;
  }
  return only;
}

}  // namespace

std::vector<View> shared_tips(Session& session, const std::string& branch,
                              const std::string& into) {
  std::vector<View> tips;
  if (branch.empty()) return tips;
  if (!into.empty()) {
    add_tip(session, fetched(session, into), tips);
    add_tip(session, store::Branches(session.store()).tip(into).value_or(""), tips);
  }
  if (into != branch) add_tip(session, fetched(session, branch), tips);
  return tips;
}

}  // namespace aver::cli
