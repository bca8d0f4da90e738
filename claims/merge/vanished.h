// SPDX-License-Identifier: MIT
//
// What a merge lost: what one side had added or changed since the base, and the result has neither
// where it was, nor under another name, nor in a record that both sides make.
//
// Pure. Goes by the merge as aver makes it: what differs from that in the result was done by hand.
// What was settled between two sides is no loss, nor is what a side had removed.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "claims/merge/tree_merge.h"
#include "claims/text/diagnostic.h"

namespace aver::claims {

struct MadeResult {
  std::vector<FileChange> changes;  // from aver's merge to the result
  std::set<std::string> settled;    // paths on which the sides were in conflict
  // The content at a path in the base; empty for none.
  std::function<std::string(const std::string& path)> base;
  std::function<std::string(const std::string& content_id)> read;
};

// Returns an error for each loss (record/vanished).
Diagnostics lost_in_merge(const MadeResult& result);

}  // namespace aver::claims
