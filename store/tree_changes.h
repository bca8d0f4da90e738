// SPDX-License-Identifier: MIT
//
// Private to store/: what differs between two trees, read from their raw bytes.
//
// Equal subtrees are never read. Trees read lately are kept, as the tree after one commit is the
// tree before the next.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include "store/git.h"
#include "store/tree_entries.h"

namespace aver::store {

class TreeChanges {
 public:
  explicit TreeChanges(git_repository* repository);

  using Visit =
      std::function<void(std::string_view path, const TreeSide& before, const TreeSide& after)>;

  // Visits each differing path, in path order. A null tree is empty.
  void compare(const git_oid* before, const git_oid* after, const Visit& visit);

 private:
  using Bytes = std::shared_ptr<const GitOdbObject>;
  Bytes load(const git_oid& id);
  void compare(const git_oid* before, const git_oid* after, std::string& path, const Visit& visit);

  GitOdb odb_;
  std::list<std::pair<git_oid, Bytes>> kept_;  // the latest first
};

}  // namespace aver::store
