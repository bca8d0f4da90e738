// SPDX-License-Identifier: MIT
//
// The files that accepting a proposal would put on its target. Approvals must be of these contents,
// which may differ from those on the proposal's branch.
//
// Reads only.
#pragma once

#include <vector>

#include "claims/review/event_judge.h"
#include "store/merge.h"
#include "store/store.h"

namespace aver::cli {

// The files that `merge` changes on `target`, reviews left out, by path. Where the merged contents
// differ from those of `tip` (both sides changed the file, or one renamed it), `shown` has those of
// the tip. The authors of a file are taken from `proposed`; for a file not among those, all authors
// of the proposal. For a merge with conflicts, returns `proposed`.
std::vector<claims::reviews::ProposedFile> merged_files(
    const store::Merge& merge, const store::View& target, const store::View& tip,
    const std::vector<claims::reviews::ProposedFile>& proposed);

// The same for a merge that is committed: `changes` is what it changed on the target.
std::vector<claims::reviews::ProposedFile> merged_files(
    const std::vector<store::ChangedPath>& changes, const store::View& tip,
    const std::vector<claims::reviews::ProposedFile>& proposed);

}  // namespace aver::cli
