// SPDX-License-Identifier: MIT
//
// Which editions a remote has, so that sync shares those it has not. What is known of a remote is
// kept under .git/aver/; without it the remote is asked once more.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/session/session.h"
#include "store/editions.h"

namespace aver::cli {

class SharedEditions {
 public:
  SharedEditions(Session& session, std::string remote);

  // The editions of the checked-out branch that the remote has not; asks it only where there are
  // some that it is not known to have. Warns of those that it has otherwise: neither is changed.
  // Throws StoreError(remote) where it cannot be asked.
  const std::vector<store::Edition>& waiting();

  // They are there now: tells, and remembers.
  void pushed();

 private:
  void remember();

  Session& session_;
  std::string remote_;
  std::filesystem::path file_;
  std::set<store::ObjectId> known_;  // tag objects that the remote has
  std::vector<store::Edition> waiting_;
};

}  // namespace aver::cli
