// SPDX-License-Identifier: MIT
#include "cli/proposal_branch.h"

namespace aver::cli {

using store::Fault;
using store::StoreError;

void bring_here(Session& session, const ProposalPlace& place) {
  const store::Branches branches(session.store());
  const std::optional<store::CommitId> here = branches.tip(place.branch());
  if (!here) return branches.create(place.branch(), place.tip);
  if (*here == place.tip) return;
  if (!branches.move(place.branch(), *here, place.tip)) {
    throw StoreError(Fault::locked, place.branch() + " has moved meanwhile", {}, "try again");
  }
}

}  // namespace aver::cli
