// SPDX-License-Identifier: MIT
//
// Acceptances that only this clone has, judged anew by what has come in since: somebody may have
// asked for a change meanwhile.
#pragma once

#include <string>
#include <vector>

#include "cli/review/proposals.h"

namespace aver::cli {

struct LostAccept {
  std::string name;                  // of the proposal
  store::CommitId merge;             // that accepted it here
  std::vector<std::string> missing;  // why it would not be accepted now, a line each
};

// The acceptances among the commits of `tip` that `published` has not, which would be refused with
// the reviews that the remote's branch of the proposal has now. One that was taken back here is
// none.
std::vector<LostAccept> lost_accepts(Session& session, const std::string& remote,
                                     const std::string& into, const store::View& published,
                                     const store::View& tip);

struct Published {
  std::string name;  // "origin/main"
  store::View tip;
};

// The command that takes such an acceptance out of the branch again, so that the proposal goes on;
// no other commit that only `tip` has may go with it.
std::string way_out_of(Session& session, const LostAccept& accept, const Published& published,
                       const store::View& tip);

}  // namespace aver::cli
