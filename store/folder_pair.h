// SPDX-License-Identifier: MIT
//
// Reads a claim's folder in two views at once; a file that is the same in both is read once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/indexed_stances.h"
#include "store/store.h"

namespace aver::store {

struct FolderPair {
  std::optional<View::Folder> before;  // as View::folder has them
  std::optional<View::Folder> after;
};

// `claim_before` is the claim's id in `before`, if it has another there. With `brief`, a stance
// that it has, that no other sets aside, and whose file was not rewritten between the two views, is
// taken from it unread: for callers that need only who held which position when, and whether a file
// was rewritten.
FolderPair read_both(const View& before, std::string_view claim_before, const View& after,
                     std::string_view claim_after, IndexedStances* brief = nullptr);

// The same of one view.
std::optional<View::Folder> read_claim(const View& view, std::string_view claim,
                                       IndexedStances* brief);

// The paths that differ, as Store::changes has them: from the index of the history where there is
// one with both commits on one line of first parents, else from the trees.
std::vector<ChangedPath> changes_between(const Store& store, const View& before, const View& after);

// Those that are not below the folder, whose trees are not read either.
std::vector<ChangedPath> changes_outside(std::string_view folder, const View& before,
                                         const View& after);

}  // namespace aver::store
