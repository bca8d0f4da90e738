// SPDX-License-Identifier: MIT
//
// What accepting a proposal puts on the branch it is for: that, and not what the proposal shows
// alone, is what its approvals must be of.
//
// Reads only.
#pragma once

#include <vector>

#include "claims/review/review.h"
#include "store/merge.h"
#include "store/store.h"

namespace aver::cli {

// The files that `merge` changes on `target`, reviews left out, by path. Where it makes other
// contents than `tip` has (both sides changed the file, or one renamed it), `shown` has those of
// the tip. Who changed a file is taken from `proposed`; of one that is not among those, everybody
// did. A merge that somebody must settle first gives `proposed` itself.
std::vector<claims::ProposedFile> merged_files(const store::Merge& merge, const store::View& target,
                                               const store::View& tip,
                                               const std::vector<claims::ProposedFile>& proposed);

// The same of a merge that was made: `changes` is what it changed on the target.
std::vector<claims::ProposedFile> merged_files(const std::vector<store::ChangedPath>& changes,
                                               const store::View& tip,
                                               const std::vector<claims::ProposedFile>& proposed);

}  // namespace aver::cli
