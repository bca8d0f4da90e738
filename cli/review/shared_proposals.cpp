// SPDX-License-Identifier: MIT
//
// Compares three sets of branch tips: here, at the remote, and at the remote when it was last
// fetched. The third tells a branch that ended there from one that is new here.
#include "cli/review/shared_proposals.h"

#include <algorithm>

#include "cli/review/proposal_branch.h"
#include "cli/share/merging.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/given_words.h"

namespace aver::cli {

using store::CommitId;
using store::StoreError;

SharedProposals::SharedProposals(Session& session, std::string remote, SeenBranches& seen,
                                 bool push_again)
    : session_(session),
      store_(session.store()),
      branches_(store_),
      remote_(std::move(remote)),
      seen_(seen),
      push_again_(push_again),
      before_(tips_there()),
      first_(before_) {
  for (const auto& [branch, tip] : before_) {
    if (!seen_.tip(branch)) seen_.see(branch, tip);
  }
}

SharedProposals::Tips SharedProposals::tips_here() const {
  Tips tips;
  for (const std::string_view prefix : {kProposals, kWithdrawn}) {
    for (const store::Branch& branch : branches_.below(prefix)) {
      if (branch.remote.empty()) tips[branch.name] = branch.tip;
    }
  }
  return tips;
}

SharedProposals::Tips SharedProposals::tips_there() const {
  Tips tips;
  for (const std::string_view prefix : {kProposals, kWithdrawn}) {
    for (const store::Branch& branch : branches_.below(prefix)) {
      if (branch.remote == remote_) tips[branch.name] = branch.tip;
    }
  }
  return tips;
}

std::vector<std::string> SharedProposals::fetch_words() const {
  std::vector<std::string> given = {remote_};
  for (const std::string_view prefix : {kProposals, kWithdrawn}) {
    const std::string below = std::string(prefix) + "*";
    given.push_back("+refs/heads/" + below + ":refs/remotes/" + remote_ + "/" + below);
  }
  return store::with_given({"fetch", "-q", "--prune"}, given);
}

int SharedProposals::take() {
  const Tips there = tips_there();
  int status = kDone;
  for (const auto& [branch, here] : tips_here()) {
    // The checked-out branch is synced by aver sync itself.
    if (branch == store_.checked_out() || forget_reopened(branch, here, there)) continue;
    const auto other = there.find(branch);
    if (other == there.end()) {
      end_one(branch, here, there);
    } else if (other->second != here) {
      if (const int one = take_one(branch, here, other->second); one != kDone) status = one;
    }
  }
  for (const auto& [branch, tip] : there) seen_.see(branch, tip);
  tell_gone(there);
  before_ = there;
  return status;
}

// Whether a branch was deleted at the remote, and is not one that begins, or begins again.
bool SharedProposals::is_gone(const std::string& branch, const CommitId& here,
                              const Tips& there) const {
  if (there.contains(branch) || !branch.starts_with(kProposals)) return false;
  if (there.contains(std::string(kWithdrawn) + branch.substr(kProposals.size()))) return false;
  const auto seen = seen_.tip(branch);
  return seen && seen_.was_taken_back(branch, here, std::nullopt) &&
         !branches_.is_ancestor(*seen, store_.view().commit());
}

void SharedProposals::tell_gone(const Tips& there) const {
  if (push_again_) return;
  for (const auto& [branch, here] : tips_here()) {
    if (branch == store_.checked_out() || !is_gone(branch, here, there)) continue;
    session_.out.data(
        hanging("gone at " + safe_line(remote_) + ": " + safe_line(branch) +
                    " stays here, and is not pushed again (aver sync --push-again, or "
                    "aver review withdraw " +
                    safe_line(branch.substr(kProposals.size())) + ")",
                session_.out.width(), 2));
  }
}

void SharedProposals::pushed(const std::vector<Push>& done) {
  for (const Push& one : done) {
    if (one.tip.empty()) {
      seen_.forget(one.branch);
    } else {
      seen_.see(one.branch, one.tip);
    }
  }
}

int SharedProposals::take_one(const std::string& branch, const CommitId& here,
                              const CommitId& there) {
  if (branches_.is_ancestor(there, here)) return kDone;  // ours to push
  const auto before = before_.find(branch);
  const bool untouched = before != before_.end() && before->second == here;
  if (!untouched && !branches_.is_ancestor(here, there)) return merge_one(branch);
  if (!branches_.move(branch, here, there)) {
    session_.out.talk(safe_line(branch) + " has moved meanwhile: left as it is\n");
    return kLocked;
  }
  const bool rewritten = !branches_.is_ancestor(here, there);
  session_.out.data((rewritten ? "taken over as it was rewritten: " : "brought forward: ") +
                    safe_line(branch) + "\n");
  return kDone;
}

int SharedProposals::merge_one(const std::string& branch) {
  const std::string theirs = remote_ + "/" + branch;
  int status = kDone;
  try {
    store_.aim_at(branch);
    status = merge_revision(
        session_, {.revision = theirs, .message = "Merge " + theirs, .into = store_.checked_out()});
  } catch (const StoreError& error) {
    status = report(error, session_.out);
  }
  store_.aim_at("");
  return status;
}

// Removes a withdrawn branch here whose proposal was reopened at the remote: there it has a commit
// more.
bool SharedProposals::forget_reopened(const std::string& branch, const CommitId& here,
                                      const Tips& there) {
  if (!branch.starts_with(kWithdrawn)) return false;
  const std::string name = branch.substr(kWithdrawn.size());
  const auto other = there.find(std::string(kProposals) + name);
  if (other == there.end() || other->second == here) return false;
  if (!branches_.is_ancestor(here, other->second) || !branches_.remove(branch, here)) return false;
  session_.out.data("the proposal " + safe_line(name) + " was reopened\n");
  return true;
}

// Ends a proposal that is gone at the remote, if it was accepted or withdrawn there. A branch with
// commits that are in neither stays.
void SharedProposals::end_one(const std::string& branch, const CommitId& here, const Tips& there) {
  if (!before_.contains(branch) || !branch.starts_with(kProposals)) return;
  const std::string name = branch.substr(kProposals.size());
  const auto withdrawn = there.find(std::string(kWithdrawn) + name);
  const bool was_withdrawn =
      withdrawn != there.end() && branches_.is_ancestor(here, withdrawn->second);
  const CommitId main = store_.view().commit();
  // A new proposal of the same name with no commits of its own is also an ancestor of `main`, but
  // was not accepted.
  const bool was_accepted = branches_.is_ancestor(here, main) &&
                            (before_.at(branch) == here || was_merged(session_, main, here));
  const bool is_on_main =
      !was_accepted && before_.at(branch) == here && was_squashed(session_, main, here);
  if (!was_withdrawn && !was_accepted && !is_on_main) return;
  if (!branches_.remove(branch, here)) return;
  seen_.forget(branch);
  session_.out.data(
      "the proposal " + safe_line(name) + " was " +
      (was_withdrawn ? "withdrawn"
       : is_on_main  ? "accepted as one commit: " + safe_line(store_.branch()) + " has all of it"
                     : "accepted") +
      "\n");
  leave_proposal(session_, branch);
}

void SharedProposals::tell_arrived(const std::set<std::string>& spoken_of) const {
  std::vector<std::string> waiting;
  std::vector<std::string> reviewed;
  const CommitId main = store_.view().commit();
  for (const ProposalPlace& place : find_proposals(session_)) {
    const auto now = before_.find(place.branch());
    if (now == before_.end() || branches_.is_ancestor(now->second, main)) continue;
    if (was_squashed(session_, main, now->second)) continue;
    const auto known = first_.find(place.branch());
    if (known != first_.end() && known->second == now->second) {
      if (spoken_of.contains(place.name)) reviewed.push_back(safe_line(place.name));
      continue;
    }
    bool only_said = false;
    if (known != first_.end()) {
      const std::vector<store::ChangedPath> changes =
          store_.changes(store_.view(known->second), store_.view(now->second));
      only_said = std::all_of(changes.begin(), changes.end(), [](const store::ChangedPath& change) {
        return change.path.starts_with("reviews/");
      });
    }
    (only_said ? reviewed : waiting).push_back(safe_line(place.name));
  }
  const auto joined = [](const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
  };
  if (!reviewed.empty()) {
    session_.out.data(hanging(
        "reviewed meanwhile (aver review show " + reviewed.front() + "): " + joined(reviewed),
        session_.out.width(), 2));
  }
  if (!waiting.empty()) {
    session_.out.data(hanging(counted(waiting.size(), "proposal") +
                                  (waiting.size() == 1 ? " waits" : " wait") +
                                  " for review (aver review): " + joined(waiting),
                              session_.out.width(), 2));
  }
}

// A branch that main has whole may be anybody's, about to begin: only the merge that accepted it
// says that it has ended.
bool SharedProposals::is_accepted(const std::string& branch, const CommitId& tip,
                                  const CommitId& main) const {
  if (!branch.starts_with(kProposals) || !was_merged(session_, main, tip)) return false;
  const std::vector<ProposalPlace> accepted =
      accepted_proposals(session_, main, branch.substr(kProposals.size()));
  return std::any_of(accepted.begin(), accepted.end(), [&](const ProposalPlace& one) {
    return one.tip == tip || branches_.is_ancestor(tip, one.tip);
  });
}

std::string SharedProposals::ended_line(const std::string& branch) const {
  return "ended at " + safe_line(remote_) +
         ", as accepted: " + safe_line(branch.substr(kProposals.size()));
}

std::vector<SharedProposals::Push> SharedProposals::waiting(const CommitId& main) const {
  std::vector<Push> all;
  const Tips here = tips_here();
  const Tips there = tips_there();
  const auto push = [&](const std::string& branch, const CommitId& to, std::string told) {
    const auto known = there.find(branch);
    all.push_back({branch, known == there.end() ? "" : known->second, to, std::move(told)});
  };
  for (const auto& [branch, tip] : here) {
    if (branch == store_.checked_out()) continue;
    const auto known = there.find(branch);
    if (known == there.end()) {
      const bool begun = branches_.is_ancestor(tip, main);  // nothing of its own yet
      const bool gone = !push_again_ && is_gone(branch, tip, there);
      if (!begun && !gone) push(branch, tip, "pushed " + safe_line(branch));
    } else if (known->second != tip && branches_.is_ancestor(known->second, tip)) {
      // A new proposal under the name of an accepted one is pushed once it has a commit of its own.
      if (branches_.is_ancestor(tip, main) && is_accepted(branch, known->second, main)) {
        push(branch, "", ended_line(branch));
      } else {
        push(branch, tip, "pushed " + safe_line(branch));
      }
    }
  }
  for (const auto& [branch, tip] : there) {
    if (here.contains(branch)) continue;
    if (branch.starts_with(kWithdrawn)) {
      const std::string name = branch.substr(kWithdrawn.size());
      const auto reopened = here.find(std::string(kProposals) + name);
      if (reopened != here.end() && reopened->second != tip &&
          branches_.is_ancestor(tip, reopened->second)) {
        push(branch, "", "reopened at " + safe_line(remote_) + ": " + safe_line(name));
      }
      continue;
    }
    const std::string name = branch.substr(kProposals.size());
    const auto withdrawn = here.find(std::string(kWithdrawn) + name);
    if (withdrawn != here.end() && branches_.is_ancestor(tip, withdrawn->second)) {
      push(branch, "", "withdrawn at " + safe_line(remote_) + ": " + safe_line(name));
    } else if (is_accepted(branch, tip, main)) {
      push(branch, "", ended_line(branch));
    }
  }
  return all;
}

}  // namespace aver::cli
