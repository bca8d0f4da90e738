// SPDX-License-Identifier: MIT
//
// Who commits, and how the user wants commits made. Asked of the git program, which knows GIT_*
// variables, includes and conditional settings that libgit2 does not.
#pragma once

#include <string>

#include "store/process.h"
#include "store/repository/repository.h"

namespace aver::store {

// What git's configuration says of how its index is written.
struct IndexSettings {
  bool for_git = true;       // in a way that only git knows
  bool trusts_modes = true;  // core.fileMode
  bool trusts_dates = true;  // unless core.trustCTime or core.checkStat has some left out
  bool syncs = false;        // core.fsync
};

struct Author {
  GitSignature author;
  GitSignature committer;
  bool sign = false;       // commit.gpgSign
  std::string hooks_path;  // core.hooksPath, as given; empty where unset
  IndexSettings index;
};

// Three programs of git that run in the background; finish() waits for their answers.
class AuthorQuestion {
 public:
  explicit AuthorQuestion(const std::string& directory);

  // Throws StoreError: identity where git does not know who the user is; usage where it cannot take
  // the date that it is told.
  Author finish();

 private:
  const std::string directory_;
  Running author_, committer_, settings_;
};

}  // namespace aver::store
