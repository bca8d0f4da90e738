// SPDX-License-Identifier: MIT
//
// What differs from the base on either side of a merge, in one walk of the three trees.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claims/merge/tree_merge.h"
#include "store/store.h"

namespace aver::store {

// A folder that only theirs has changed, and where its files are in BothSides::theirs.
struct TheirFolder {
  MadeTree folder;
  std::size_t begin = 0, end = 0;
};

struct BothSides {
  std::vector<claims::FileChange> ours, theirs;  // in git's order of paths
  std::vector<TheirFolder> folders;              // the uppermost ones
  // False where something that differs is no plain file, or is a file where the other side has a
  // folder; then the rest is incomplete.
  bool plain = true;
  bool complete = true;  // false: folders of claims that only ours has changed were not opened
};

enum class OurFolders {
  all,
  touched,  // of claims, only those in which theirs has changed something
};

// Throws StoreError(corrupt) where a folder cannot be read.
BothSides compare_sides(const View& base, const View& ours, const View& theirs, OurFolders which);

}  // namespace aver::store
