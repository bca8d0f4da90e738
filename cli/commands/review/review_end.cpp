// SPDX-License-Identifier: MIT
//
// aver review accept, withdraw: how a proposal ends. Either way its records and reviews are kept.
#include <algorithm>
#include <memory>
#include <set>

#include "cli/check/judge.h"
#include "cli/commands/commands.h"
#include "cli/record/save.h"
#include "cli/review/proposal_branch.h"
#include "cli/review/proposal_summary.h"
#include "cli/review/saying.h"
#include "cli/review/verdict_lines.h"
#include "cli/share/finishing.h"
#include "cli/share/merging.h"
#include "cli/share/names_told.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/merge.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

struct AcceptOptions {
  std::string name;
  std::optional<std::string> into, message;
};

struct WithdrawOptions {
  std::string name;
  std::optional<std::string> reason;
};

void require_acceptable(const Proposal& proposal) {
  if (proposal.verdict.accepted()) return;
  if (proposal.verdict.outcome() == claims::reviews::Outcome::untold) {
    throw StoreError(
        Fault::remote, "cannot tell whether the proposal " + proposal.place.name + " is approved",
        missing_lines(proposal.verdict), hint_of_untold(proposal.target.settings().review));
  }
  throw StoreError(Fault::refused,
                   "the proposal " + proposal.place.name + " cannot be accepted yet",
                   missing_lines(proposal.verdict),
                   std::string("aver review ") + (proposal.verdict.mixed() ? "update " : "show ") +
                       proposal.place.name);
}

// The edits that merge `theirs` into `ours`; throws where there are conflicts.
std::vector<store::Edit> edits_into(Session& session, const View& ours, const Proposal& proposal,
                                    store::Merge& merge) {
  merge = proposal.merge;
  std::optional<std::vector<store::Edit>> forward;
  if (merge.kind == store::Merge::Kind::forward) {
    forward = edits_forward(session, ours, proposal.tip);
    merge.for_git = !forward;
  }
  if (merge.for_git) {
    throw StoreError(Fault::conflict, "links or submodules differ: only git can merge those", {},
                     "git merge " + proposal.place.revision());
  }
  if (forward) return std::move(*forward);
  if (!merge.clean()) {
    for (const claims::UnmergedFile& file : merge.tree.conflicts) {
      session.out.data(conflict_text(file, session.out) + "\n");
    }
    throw StoreError(Fault::conflict,
                     "the proposal and " + proposal.into + " have changed the same, differently",
                     {},
                     "git switch " + proposal.place.branch() + " && aver merge " + proposal.into);
  }
  return merge.edits();
}

// Copies of the words that let the proposal through, for archives and clones of one branch, and the
// trailers that say what was known: the tip of the branch of reviews, the key, and what was
// dismissed.
void add_reviews(Session& session, const Proposal& proposal, store::Change& change) {
  const claims::reviews::Verdict& verdict = proposal.verdict;
  for (const std::string& digest : verdict.counted()) {
    const auto kept = proposal.events.kept.find(digest);
    if (kept == proposal.events.kept.end()) continue;  // of the old form: it comes with the branch
    const std::string path = "reviews/" + key_and_name(kept->second.path);
    change.edits.push_back({path, kept->second.bytes});
    if (!kept->second.signature.empty())
      change.edits.push_back({path + ".sig", kept->second.signature});
  }
  std::set<std::string> dismissed;
  for (const claims::reviews::FileVerdict& file : verdict.files) {
    for (const claims::reviews::DismissedRequest& one : file.dismissed)
      dismissed.insert(one.request.by + " (by " + one.dismissal.by + ": " + one.reason + ")");
  }
  for (const std::string& one : dismissed) change.message += "\nDismissed: " + one;
  if (proposal.events.folders.empty()) return;
  for (const ReviewFolder& folder : proposal.events.folders)
    change.message += "\n" + std::string(kKeyTrailer) + ": " + folder.key;
  if (const auto tip = unite_reviews(session).tip)
    change.message += "\n" + std::string(kReviewsTrailer) + ": " + *tip;
}

// Where there is no remote, nobody can come between: the acceptance is told at once. Else aver sync
// tells it in the push that brings it there.
void tell_accepted(Session& session, const Proposal& proposal, const store::CommitId& merge) {
  if (proposal.events.folders.empty() || has_remotes(session)) return;
  done_besides(session, [&] {
    Saying saying(session, proposal);
    saying.add(accept_event(proposal, merge));
    saying.write("Accept the proposal " + proposal.place.name);
    return true;
  });
}

int accept(const AcceptOptions& options, Session& session) {
  store::Store& store = session.store();
  if (!options.into && store.checked_out().empty()) {
    throw StoreError(Fault::usage, "HEAD is on no branch: it is not clear what to accept into", {},
                     "git switch BRANCH, or --into BRANCH");
  }
  if (store.has_work_tree() && is_merging(session)) {
    throw StoreError(Fault::conflict, "a merge is under way", {}, "aver resolve");
  }
  const std::string into = target_branch(session, options.into);
  const ProposalPlace place = waiting_proposal(session, options.name, into);
  require_not_squashed(session, place, into);
  store.aim_at(into);
  store::Merge merge;
  claims::Diagnostics errors;
  std::vector<std::string> by;
  std::optional<Proposal> accepted;
  std::size_t files = 0;
  bool nothing = false;
  const auto commit = store.commit([&](const View& tip) {
    // Judged again on each new tip, as somebody else may have committed meanwhile.
    const Proposal proposal = load_range(session, place, into, {tip, store.view(place.tip)});
    store::Change change;
    nothing = proposal.commits.empty();
    if (nothing) return change;
    files = proposal.files.size();
    require_acceptable(proposal);
    change.edits = edits_into(session, tip, proposal, merge);
    errors = errors_among(problems_of(session, proposal));
    if (!errors.empty()) return store::Change{};
    by = approvers(proposal.verdict);
    change.message = options.message.value_or("Accept the proposal " + place.name);
    change.message += "\n\nProposal: " + place.name;
    for (const std::string& who : by) change.message += "\nApproved-by: " + who;
    add_reviews(session, proposal, change);
    change.merged = {place.tip};
    accepted = proposal;
    return change;
  });
  if (nothing) {
    throw StoreError(Fault::usage,
                     "the proposal " + place.name + " has nothing that " + into + " has not", {},
                     "aver review");
  }
  if (!commit) {
    report(errors, session.out);
    throw StoreError(Fault::corrupt,
                     "the proposal " + place.name + " does not hold together with " + into, {},
                     "mend these on the proposal, then it is looked at again");
  }
  tell_names(session, merge.tree, Yours::neither);
  store.aim_at("");
  tell_accepted(session, *accepted, *commit);
  const store::Branches branches(store);
  const auto here = branches.tip(place.branch());
  const bool gone =
      here && done_besides(session, [&] {
        return branches.is_ancestor(*here, *commit) && branches.remove(place.branch(), *here);
      });
  std::string who;
  for (const std::string& one : by) {
    const claims::Person person = claims::person(one);
    who += (who.empty() ? ", approved by " : ", ") +
           (person.name.empty() ? person.email : person.name);
  }
  session.out.data(
      hanging("accepted " + safe_line(place.name) + ": " + counted(files, "file") + safe_line(who),
              session.out.width(), 2) +
      "  " + short_id(*commit) + " on " + safe_line(into) + "; undo: aver undo " +
      short_id(*commit) + "\n");
  if (here && !gone) {
    session.out.data("  the branch " + safe_line(place.branch()) +
                     " is checked out, or has moved on, and stays\n");
  }
  leave_proposal(session, place.branch());
  return kDone;
}

int withdraw(const WithdrawOptions& options, Session& session) {
  store::Store& store = session.store();
  const store::Branches branches(store);
  const ProposalPlace place =
      waiting_proposal(session, options.name, target_branch(session, std::nullopt));
  const std::string kept = std::string(kWithdrawn) + place.name;
  if (store.checked_out() == place.branch()) {
    throw StoreError(Fault::usage, place.branch() + " is checked out", {},
                     "git switch " + target_branch(session, std::nullopt) + ", then again");
  }
  const auto old = branches.tip(kept);
  if (old) {
    // A withdrawn proposal of that name is replaced, if this one contains all of its commits.
    if (!branches.is_ancestor(*old, place.tip)) {
      throw StoreError(Fault::usage, "another proposal " + place.name + " was withdrawn before", {},
                       "git branch -m " + kept + " " + kept + "-1");
    }
    if (*old != place.tip && !branches.move(kept, *old, place.tip)) {
      throw StoreError(Fault::locked, kept + " has moved meanwhile", {}, "try again");
    }
  } else {
    branches.create(kept, place.tip);
  }
  try {
    const auto here = branches.tip(place.branch());
    if (here &&
        (!branches.is_ancestor(*here, place.tip) || !branches.remove(place.branch(), *here))) {
      throw StoreError(Fault::locked, place.branch() + " has moved meanwhile", {},
                       "aver review withdraw " + place.name);
    }
  } catch (const StoreError&) {
    done_besides(session, [&] {
      return old ? *old == place.tip || branches.move(kept, place.tip, *old)
                 : branches.remove(kept, place.tip);
    });
    throw;
  }
  done_besides(session, [&] {
    const Proposal proposal = load_proposal(session, place, target_branch(session, std::nullopt));
    claims::reviews::Event event;
    event.kind = claims::reviews::Kind::withdraw;
    if (options.reason) event.reason = clean_text("--message", *options.reason, true);
    Saying saying(session, proposal);
    saying.add(std::move(event));
    saying.write("Withdraw the proposal " + place.name);
    return true;
  });
  session.out.data("withdrawn: " + safe_line(place.name) + " is kept as " + safe_line(kept) +
                   "\n  take it up again: aver propose " + safe_line(place.name) + " --reopen\n");
  leave_proposal(session, place.branch());
  return kDone;
}

}  // namespace

Command review_accept_command() {
  auto options = std::make_shared<AcceptOptions>();
  Command command;
  command.name = "review accept";
  command.description =
      "Merges a proposal into the branch that is checked out, by record and field, with a commit "
      "that names who approved it; copies of the words that let it through come along. Refused "
      "where aver.toml asks for more "
      "approvals, somebody waits for a change, or the result does not hold together. The "
      "proposal's branch is removed then: here at once, at the remote by aver sync.";
  command.words = {
      positional("NAME", options->name, "the proposal"),
      option("--into", "BRANCH", &options->into, "another branch than the one that is checked out"),
      option("--message", "-m", "TEXT", &options->message, "the commit's message")};
  command.examples = {{"aver review accept calda-update",
                       "the proposal calda-update, once approved as the store asks"}};
  command.run = [options](Session& session) { return accept(*options, session); };
  return command;
}

Command review_withdraw_command() {
  auto options = std::make_shared<WithdrawOptions>();
  Command command;
  command.name = "review withdraw";
  command.description =
      "Takes a proposal back. It is kept as the branch withdrawn/NAME, with its reviews, and "
      "can be taken up again. aver review show tells who withdrew it, and why.";
  command.words = {positional("NAME", options->name, "the proposal"),
                   option("--message", "-m", "WHY", &options->reason, "the reason")};
  command.examples = {{"aver review withdraw calda-update", "the proposal calda-update"}};
  command.run = [options](Session& session) { return withdraw(*options, session); };
  return command;
}

}  // namespace aver::cli
