// SPDX-License-Identifier: MIT
//
// Private to store/: a claim's folder put together of what was read of its files, or known of them.
#pragma once

#include <string_view>
#include <utility>

#include "store/store.h"

namespace aver::store {

struct FolderMaker {
  explicit FolderMaker(std::string_view claim_id) { folder.folder.id = claim_id; }
  void add(claims::Decoded<claims::Claim>&& claim) {
    folder.folder.claim = std::move(claim.record);
    take(claim.problems);
  }
  void add(claims::Decoded<claims::Stance>&& stance) {
    take(stance.problems);
    if (stance.record) folder.folder.stances.push_back(std::move(*stance.record));
  }
  void add(const claims::Claim& claim) { folder.folder.claim = claim; }
  void add(const claims::Stance& stance) { folder.folder.stances.push_back(stance); }
  void take(const claims::Diagnostics& problems) {
    folder.problems.insert(folder.problems.end(), problems.begin(), problems.end());
  }

  View::Folder folder;
};

}  // namespace aver::store
