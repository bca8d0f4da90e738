// SPDX-License-Identifier: MIT
//
// Merging one commit into another without a work tree: cost follows what both sides changed, not
// what the store holds. Writes nothing except, for criss-cross histories, the tree of a merged
// base.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "claims/merge/tree_merge.h"
#include "store/store.h"

namespace aver::store {

struct Merge {
  enum class Kind {
    nothing,  // ours has all of theirs
    forward,  // theirs has all of ours
    real,
  } kind = Kind::nothing;
  std::vector<CommitId> bases;
  std::optional<View> base;    // of several bases what they come to; nothing where only git knows
  claims::TreeMerge tree;      // of a real merge
  std::vector<MadeTree> made;  // folders that the edits make, for view_with()
  // Links, executables or submodules differ: only git knows how to merge those, and `tree` is
  // empty.
  bool for_git = false;

  bool clean() const { return !for_git && tree.conflicts.empty(); }
  std::vector<Edit> edits() const;  // on top of ours
};

struct MergeOptions {
  // The tips whose names others have seen, foremost first: where two records want one name, the one
  // that has it there keeps it.
  std::vector<View> shared = {};
  // Records that both sides added, and that are to be two: as in claims::merge_trees().
  std::set<claims::RecordRef> apart = {};
};

// Throws StoreError(usage) where the two share no history.
Merge merge(const Store& store, const View& ours, const View& theirs,
            const MergeOptions& options = {});

// The same over a base that is given, as a cherry-pick has one: always a real merge.
Merge merge_over(const Store& store, const View& base, const View& ours, const View& theirs,
                 const MergeOptions& options = {});

}  // namespace aver::store
