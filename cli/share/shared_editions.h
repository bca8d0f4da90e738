// SPDX-License-Identifier: MIT
//
// Which editions a remote has, so that sync pushes the missing ones. The answer is cached under
// .git/aver/; without the cache, the remote is asked again.
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

  // The editions of the checked-out branch that the remote lacks. Asks the remote only where the
  // cache does not know of all of them. Warns of an edition that the remote has with other
  // contents; neither is changed. Throws StoreError(remote) where the remote cannot be asked.
  const std::vector<store::Edition>& waiting();

  // To be called after they were pushed: reports them and updates the cache.
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
