// SPDX-License-Identifier: MIT
//
// A claim's folder in two views at once: what is the same file in both is read once.
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
// that it has, and that is not another file in either view, comes from there, unread: for who asks
// only what positions were held, when, and whether a file was rewritten.
FolderPair read_both(const View& before, std::string_view claim_before, const View& after,
                     std::string_view claim_after, IndexedStances* brief = nullptr);

// The same of one view.
std::optional<View::Folder> read_claim(const View& view, std::string_view claim,
                                       IndexedStances* brief);

// The paths that differ, as Store::changes has them: from the history index where it is there
// already and the two are far apart on one line of history, else from the trees.
std::vector<ChangedPath> changes_between(const Store& store, const View& before, const View& after);

}  // namespace aver::store
