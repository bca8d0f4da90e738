// SPDX-License-Identifier: MIT
//
// What merges lost (record/vanished): judged against all parents, whoever made the merge. A commit
// with one parent is judged elsewhere, against that parent.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/session/session.h"
#include "store/merge.h"

namespace aver::cli {

struct Joined {
  std::vector<store::View> bases;  // of ours and theirs; never empty
  const store::View& ours;
  const store::View& theirs;
  const store::View& result;
  bool is_later = false;  // the result is what came after the merge
};
claims::Diagnostics lost_in(Session& session, const Joined& joined);

// What is lost in the merges that `tip` has, but for those that git leaves out by `without`
// ("^main", "--not", "--remotes"). One of which its message, or a later one, says why is left out.
claims::Diagnostics lost_in_merges(Session& session, const store::View& tip,
                                   const std::vector<std::string>& without);

// Adds them to `problems`, but for those that a comparison of both ends has found, too.
void add_lost_in_merges(Session& session, const store::View& tip,
                        const std::vector<std::string>& without, claims::Diagnostics& problems);

// What git's index has other than the tip: paths, and their blobs, empty where a file is gone.
std::vector<std::pair<std::string, store::BlobId>> staged_changes(Session& session);

}  // namespace aver::cli
