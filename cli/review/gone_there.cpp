// SPDX-License-Identifier: MIT
//
// Goes by what git has written of its last fetch, and by where the branch was seen before.
#include "cli/review/gone_there.h"

#include <fstream>

#include "cli/review/proposal_places.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
#include "store/given_words.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::CommitId;
using store::Fault;
using store::StoreError;

// The branch that proposals are for, if it has the commit, here or at the remote; else empty.
std::string target_with(Session& session, const CommitId& commit) {
  const store::Branches branches(session.store());
  try {
    const std::string target = target_branch(session, std::nullopt);
    for (const store::Branch& one : branches.below(target)) {
      if (one.name == target && branches.is_ancestor(commit, one.tip)) return target;
    }
  } catch (const StoreError&) {
    return "";  // there is none
  }
  return "";
}

void require_not_deleted(Session& session, const RemoteBranch& branch, const CommitId& seen,
                         const CommitId& here) {
  const bool is_proposal = branch.name.starts_with(kProposals);
  const std::string name = is_proposal ? branch.name.substr(kProposals.size()) : "";
  if (const std::string target = is_proposal ? target_with(session, seen) : ""; !target.empty()) {
    if (here != seen) return;
    throw StoreError(Fault::refused,
                     "the proposal " + name + " has ended: " + target + " has all of it", {},
                     "git switch " + target + ", then: aver sync");
  }
  throw StoreError(
      Fault::refused,
      branch.remote + "/" + branch.name + " was deleted: it had " + short_id(seen) +
          ", which is here",
      {},
      "aver sync --push-again pushes it again" +
          (is_proposal ? "; or git switch BRANCH, then: aver review withdraw " + name : ""));
}

}  // namespace

bool fetches_all_branches(Session& session, const std::string& remote) {
  const std::string fetched =
      store::run_git(store::with_given({"config", "--get-all"}, {"remote." + remote + ".fetch"}),
                     {.directory = session.store().root().string()})
          .output;
  return fetched.find("refs/heads/*:refs/remotes/" + remote + "/*") != fetched.npos;
}

bool was_deleted(Session& session, const RemoteBranch& branch) {
  const store::Store& store = session.store();
  const store::RunOptions here{.directory = store.root().string()};
  const std::string tracked = branch.remote + "/" + branch.name;
  if (!store::run_git({"rev-parse", "-q", "--verify", "refs/remotes/" + tracked}, here).ok())
    return false;
  std::ifstream heads(store.git_dir() / "FETCH_HEAD");
  for (std::string line; std::getline(heads, line);) {
    if (line.find("\tbranch '" + branch.name + "' of ") != line.npos) return false;
  }
  return fetches_all_branches(session, branch.remote);
}

void require_not_taken_back(Session& session, const SeenBranches& seen, const RemoteBranch& branch,
                            const CommitId& here) {
  if (here.empty() || !seen.was_taken_back(branch.name, here, branch.tip)) return;
  const CommitId before = *seen.tip(branch.name);
  if (!branch.tip) return require_not_deleted(session, branch, before, here);
  const std::string there = branch.remote + "/" + branch.name;
  // Own commits on top stay.
  throw StoreError(
      Fault::refused,
      there + " was taken back: it had " + short_id(before) + ", which is here and not there", {},
      (here == before ? "git reset --keep " + there
                      : "git rebase --onto " + there + " " + short_id(before)) +
          " takes it back here, too; aver sync --push-again pushes it again");
}

}  // namespace aver::cli
