// SPDX-License-Identifier: MIT
//
// What a merge lost: what one side had added or changed since the merge bases, and the result has
// neither where it was, nor under another name.
//
// Pure. Asks nothing of how aver merges, so that it judges aver's merges, too. What was settled
// between two sides is no loss, nor is what a side had removed.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "claims/merge/tree_merge.h"
#include "claims/text/diagnostic.h"

namespace aver::claims {

struct JoinedSides {
  std::array<std::vector<FileChange>, 2> sides;  // from a merge base to each
  std::vector<FileChange> result;                // from the same to the result
  // Whether another merge base of a crossing history has the content at the path: no side's work.
  std::function<bool(const std::string& path, const std::string& content_id)> is_older;
  std::function<std::string(const std::string& content_id)> read;
  // The result is not the merge, but what came after it: a record of the same name is another one,
  // where it says something else.
  bool is_later = false;
};

// Returns an error for each loss (record/vanished).
Diagnostics lost_in_merge(const JoinedSides& joined);

}  // namespace aver::claims
