// SPDX-License-Identifier: MIT
//
// Syncs proposals between this clone and one remote, for aver sync: in both directions. Nothing is
// overwritten unless both sides have it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/session/session.h"
#include "cli/share/seen_branches.h"
#include "store/branches.h"

namespace aver::cli {

class SharedProposals {
 public:
  // `seen` outlives it. `push_again`: also what was deleted at the remote.
  SharedProposals(Session& session, std::string remote, SeenBranches& seen, bool push_again);

  // True where the remote has, or had, any proposals. They are fetched with fetch_words(), which
  // also prune the branches that are gone there.
  bool known_there() const { return !before_.empty(); }
  std::vector<std::string> fetch_words() const;

  // Updates the local proposals to what was fetched: fast-forwarded; merged by record; replaced
  // where the remote rewrote a branch that is unchanged here; or ended where they ended there.
  // Reports the ones that cannot be updated. Returns an exit code.
  int take();

  // Reports the proposals that arrived or changed with the fetch and wait for review, and those
  // that were reviewed: `spoken_of` on the branch of reviews.
  void tell_arrived(const std::set<std::string>& spoken_of) const;

  // One branch to push, and the line for the user once it is done.
  struct Push {
    std::string branch;
    store::CommitId there;  // where it is at the remote; empty: it is not there
    store::CommitId tip;    // empty where it is removed
    std::string told;
  };
  // The pushes that bring local changes to the remote. `main` is the tip of the branch that is
  // pushed with them.
  std::vector<Push> waiting(const store::CommitId& main) const;
  // They are done.
  void pushed(const std::vector<Push>& done);

 private:
  using Tips = std::map<std::string, store::CommitId>;  // by branch
  Tips tips_here() const;
  Tips tips_there() const;
  int take_one(const std::string& branch, const store::CommitId& here,
               const store::CommitId& there);
  void end_one(const std::string& branch, const store::CommitId& here, const Tips& there);
  bool forget_reopened(const std::string& branch, const store::CommitId& here, const Tips& there);
  int merge_one(const std::string& branch);
  bool is_accepted(const std::string& branch, const store::CommitId& tip,
                   const store::CommitId& main) const;
  std::string ended_line(const std::string& branch) const;
  bool is_gone(const std::string& branch, const store::CommitId& here, const Tips& there) const;
  void tell_gone(const Tips& there) const;

  Session& session_;
  store::Store& store_;
  store::Branches branches_;
  std::string remote_;
  SeenBranches& seen_;
  bool push_again_;
  Tips before_;  // what the remote had when it was last fetched
  Tips first_;   // and before the first fetch of this sync
};

}  // namespace aver::cli
