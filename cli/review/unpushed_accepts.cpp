// SPDX-License-Identifier: MIT
//
// An acceptance is a merge with the trailer "Proposal: NAME", whose second parent is what was
// accepted. Its contents are judged with the reviews of the branch as fetched.
#include "cli/review/unpushed_accepts.h"

#include "cli/check/trailer.h"
#include "cli/review/verdict_lines.h"
#include "cli/share/taken_back.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::View;

// The proposal as it is at the remote, where that has something which was not accepted.
std::optional<ProposalPlace> reviewed_there(const store::Branches& branches,
                                            const std::string& remote, const std::string& name,
                                            const View& tip) {
  const std::string branch = std::string(kProposals) + name;
  for (const store::Branch& one : branches.below(branch)) {
    if (one.name != branch || one.remote != remote) continue;
    if (branches.is_ancestor(one.tip, tip.commit())) return std::nullopt;
    return ProposalPlace{name, remote, one.tip};
  }
  return std::nullopt;
}

}  // namespace

std::vector<LostAccept> lost_accepts(Session& session, const std::string& remote,
                                     const std::string& into, const View& published,
                                     const View& tip) {
  const store::Store& store = session.store();
  const store::Branches branches(store);
  const ReviewEvents events(session);
  std::vector<LostAccept> lost;
  for (const store::RangeCommit& commit : branches.range(published.commit(), tip.commit(), false)) {
    if (!commit.merge) continue;
    const View merge = store.view(commit.commit);
    const std::string name = trailer_of(merge.message(), "Proposal");
    if (name.empty() || merge.parents().size() != 2) continue;
    const View target = store.view(merge.parents().front());
    const View accepted = store.view(merge.parents().back());
    if (taken_back(store, tip, accepted)) continue;
    const ProposalPlace place{name, "", accepted.commit(), false, commit.commit};
    Proposal proposal = load_range(session, place, into, {target, accepted, &merge}, &events);
    const auto there = reviewed_there(branches, remote, name, tip);
    // Another one of this name has nothing to say of it.
    if (there && branches.is_ancestor(accepted.commit(), there->tip)) {
      const Proposal now =
          load_range(session, *there, into, {target, store.view(there->tip)}, &events);
      judge(session, events.to_judge(events.accepted(name, merge), target, into, now.reviews),
            proposal);
    }
    if (!proposal.verdict.accepted())
      lost.push_back({name, commit.commit, missing_lines(proposal.verdict)});
  }
  return lost;
}

std::string way_out_of(Session& session, const LostAccept& accept, const Published& published,
                       const View& tip) {
  const std::string merge = short_id(accept.merge);
  const auto any = [&](const char* which, std::vector<std::string> without) {
    without.insert(without.begin(), {"rev-list", "-1", which, tip.commit()});
    return !store::run_git(without, {.directory = session.store().root().string()}).output.empty();
  };
  std::string way;
  if (!any("--no-merges", {"^" + published.tip.commit(), "^" + accept.merge + "^2"})) {
    way = "git reset --keep " + published.name;
  } else if (tip.commit() == accept.merge) {
    way = "git reset --keep " + merge + "~1";
  } else if (!any("--merges", {"^" + accept.merge})) {
    way = "git rebase --onto " + merge + "~1 " + merge;
  } else {
    return "aver undo " + merge + ", and propose its records anew, as that says";
  }
  return way + ", then aver sync: the proposal goes on";
}

}  // namespace aver::cli
