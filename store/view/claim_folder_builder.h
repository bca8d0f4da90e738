// SPDX-License-Identifier: MIT
//
// Builds a claim's folder from its decoded files, or from what is known of them.
#pragma once

#include <string_view>
#include <utility>

#include "store/store.h"

namespace aver::store {

struct ClaimFolderBuilder {
  explicit ClaimFolderBuilder(std::string_view claim_id) { folder.folder.id = claim_id; }
  void add(claims::Decoded<claims::Claim>&& claim) {
    folder.folder.claim = std::move(claim.record);
    add_problems(claim.problems);
  }
  void add(claims::Decoded<claims::Stance>&& stance) {
    add_problems(stance.problems);
    if (stance.record) folder.folder.stances.push_back(std::move(*stance.record));
  }
  void add(const claims::Claim& claim) { folder.folder.claim = claim; }
  void add(const claims::Stance& stance) { folder.folder.stances.push_back(stance); }
  void add_problems(const claims::Diagnostics& problems) {
    folder.problems.insert(folder.problems.end(), problems.begin(), problems.end());
  }

  View::Folder folder;
};

}  // namespace aver::store
