// SPDX-License-Identifier: MIT
//
// Where the branches of a remote were when this clone last saw them there. So a branch that was
// deleted there, or taken back, can be told from one that is new here: neither is pushed again
// unless somebody says so.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "cli/session/session.h"

namespace aver::cli {

class SeenBranches {
 public:
  SeenBranches(Session& session, const std::string& remote);

  std::optional<store::CommitId> tip(const std::string& branch) const;

  // Each is kept at once. A failure to write is ignored: what was seen before stays.
  void see(const std::string& branch, const store::CommitId& tip);
  void forget(const std::string& branch);

  // Whether `here` has what was seen of the branch, and the remote's `there` (nothing: the branch
  // is gone there) has not.
  bool was_taken_back(const std::string& branch, const store::CommitId& here,
                      const std::optional<store::CommitId>& there) const;

 private:
  void keep() const;

  Session& session_;
  std::filesystem::path file_;
  std::map<std::string, store::CommitId> tips_;
};

}  // namespace aver::cli
