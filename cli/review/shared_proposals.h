// SPDX-License-Identifier: MIT
//
// Proposals between this clone and one remote, for aver sync: what others did comes here, what we
// did goes there. Nothing is overwritten that both sides do not have.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/session/session.h"
#include "store/branches.h"

namespace aver::cli {

class SharedProposals {
 public:
  SharedProposals(Session& session, std::string remote);

  // True where the remote is known to have, or to have had, any: then they are fetched with
  // fetch_words(), which forget those that are gone there.
  bool known_there() const { return !before_.empty(); }
  std::vector<std::string> fetch_words() const;

  // Brings the proposals here to what was fetched: forward, merged by record, taken over where the
  // other side rewrote what we have not touched, or ended where they ended. What cannot be is told.
  // Returns an exit code.
  int take();

  // Tells which proposals came or changed with what was fetched and wait for review, and which were
  // reviewed.
  void tell_arrived() const;

  // One reference to push: what git is told, and what is told to the user when it is done.
  struct Push {
    std::string lease;    // "refs/heads/proposal/x:<tip there>"
    std::string refspec;  // "<commit>:refs/heads/proposal/x"; ":refs/heads/…" removes
    std::string told;
  };
  // What is here and not there. `main` is the tip of the branch that goes along.
  std::vector<Push> waiting(const store::CommitId& main) const;

 private:
  using Tips = std::map<std::string, store::CommitId>;  // by branch
  Tips tips_here() const;
  Tips tips_there() const;
  int take_one(const std::string& branch, const store::CommitId& here,
               const store::CommitId& there);
  void end_one(const std::string& branch, const store::CommitId& here, const Tips& there);
  bool forget_reopened(const std::string& branch, const store::CommitId& here, const Tips& there);
  int merge_one(const std::string& branch);
  std::string ended_line(const std::string& branch) const;

  Session& session_;
  store::Store& store_;
  store::Branches branches_;
  std::string remote_;
  Tips before_;  // what the remote had when it was last fetched
  Tips first_;   // and before the first fetch of this sync
};

}  // namespace aver::cli
