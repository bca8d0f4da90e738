// SPDX-License-Identifier: MIT
//
// What merges lost (record/vanished): judged against all parents, whoever made the merge. A commit
// with one parent is judged elsewhere, against that parent.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// The merge bases of two commits.
std::vector<store::View> merge_base_views(Session& session, const store::View& a,
                                          const store::View& b);

// A merge, made or about to be, and what it joins.
struct Joined {
  std::vector<store::View> bases;  // of ours and theirs; never empty
  const store::View& ours;
  const store::View& theirs;
  const store::View& result;
  bool is_later = false;  // the result is what came after the merge
};
// What either side has added or changed since the bases, and the result has not.
claims::Diagnostics lost_in(Session& session, const Joined& joined);

// Adds what is lost in the merges that `tip` has, but for those that git leaves out by `without`
// ("^main", "--not", "--remotes"), those of which their message, or a later one, says why, and what
// a comparison of both ends has found already.
void add_lost_in_merges(Session& session, const store::View& tip,
                        const std::vector<std::string>& without, claims::Diagnostics& problems);

// What git's index has other than the tip: paths, and their blobs, empty where a file is gone.
std::vector<std::pair<std::string, store::BlobId>> staged_changes(Session& session);

}  // namespace aver::cli
