// SPDX-License-Identifier: MIT
//
// aver propose: sends the records that follow to a branch of their own, where they wait for review.
#include <memory>

#include "claims/text/lines.h"
#include "cli/commands/commands.h"
#include "cli/review/proposal_branch.h"
#include "cli/review/saying.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/given_words.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct Options {
  std::optional<std::string> name, from;
  bool on_current = false;
  bool go_on = false;
  bool reopen = false;
  bool end = false;
  bool from_here = false;
};

std::string branch_of(const std::string& name) { return std::string(kProposals) + name; }

std::string name_of(const std::string& branch) { return branch.substr(kProposals.size()); }

// "2 files": how many the branch changes on its target; empty where that cannot be determined.
std::string size_of(Session& session, const std::string& name) {
  try {
    const Proposal proposal =
        load_proposal(session, proposal_named(session, name), target_branch(session, std::nullopt));
    if (proposal.files.empty()) return "nothing yet";
    return counted(proposal.files.size(), "file");
  } catch (const StoreError&) {
    return "";
  }
}

std::string where(Session& session) {
  const std::string here = session.store().checked_out();
  return here.empty() ? "the commit that is checked out" : here;
}

int tell(Session& session) {
  const std::string branch = store::recording_branch(session.store());
  const std::string here = session.store().checked_out();
  if (branch.empty() && !here.starts_with(kProposals)) {
    session.out.data("no proposal is under way: records go on " + safe_line(where(session)) +
                     "\n  begin one: aver propose NAME\n");
    return kDone;
  }
  const std::string name = name_of(branch.empty() ? here : branch);
  const std::string size = size_of(session, name);
  session.out.data(
      "records go on " + safe_line(branch.empty() ? here : branch) +
      (size.empty() ? "" : ", which has " + size) + "\n  look at it: aver review show " +
      safe_line(name) + "\n" +
      (branch.empty() ? "" : "  back to " + safe_line(where(session)) + ": aver propose --end\n"));
  return kDone;
}

// Removes a branch that is at no remote and has no commits of its own. False where it stays.
bool remove_empty(Session& session, const std::string& branch) {
  const store::Branches branches(session.store());
  const std::optional<store::CommitId> tip = branches.tip(branch);
  if (!tip) return false;
  for (const store::Branch& other : branches.below(branch)) {
    if (other.name == branch && !other.remote.empty()) return false;
  }
  try {
    const auto target = branches.tip(target_branch(session, std::nullopt));
    return target && branches.is_ancestor(*tip, *target) && branches.remove(branch, *tip);
  } catch (const StoreError&) {
    return false;  // no branch that it could be for
  }
}

int end(Session& session) {
  const std::string branch = store::recording_branch(session.store());
  if (branch.empty()) {
    const std::string here = session.store().checked_out();
    if (here.starts_with(kProposals)) {
      throw StoreError(Fault::usage, here + " is checked out: records go there as long as it is",
                       {}, "git switch " + target_branch(session, std::nullopt));
    }
    throw StoreError(Fault::usage, "no proposal is under way", {}, "aver propose NAME");
  }
  store::set_recording_branch(session.store(), "");
  session.out.data("records go on " + safe_line(where(session)) + " again\n");
  if (remove_empty(session, branch)) {
    session.out.data("  " + safe_line(branch) + " had nothing on it that " +
                     safe_line(where(session)) + " has not, and is gone\n");
  } else if (store::Branches(session.store()).tip(branch)) {
    session.out.data("  look at the proposal: aver review show " + safe_line(name_of(branch)) +
                     "\n  send it to others: aver sync\n");
  }
  return kDone;
}

// Makes a proposal of the checked-out branch, which was created by hand and gets a proposal's name.
int on_current(const Options& options, Session& session) {
  store::Store& store = session.store();
  const std::string here = store.checked_out();
  if (here.empty()) {
    throw StoreError(Fault::usage, "HEAD is on no branch: there is none to propose", {},
                     "git switch -c " + branch_of(options.name.value_or("NAME")));
  }
  // Without a name given, the branch's is used.
  const std::string name =
      options.name.value_or(here.starts_with(kProposals) ? name_of(here) : here);
  const std::string branch = branch_of(name);
  if (options.from)
    throw StoreError(Fault::usage, "--on-current has its own beginning: leave out --from");
  if (here != branch) {
    const store::RunResult upstream =
        store::run_git({"config", "init.defaultBranch"}, {.directory = store.root().string()});
    const std::string usual = upstream.ok() ? claims::first_line(upstream.output) : "main";
    if (here == usual || here == "main" || here == "master") {
      throw StoreError(Fault::usage, here + " is what proposals are for, and is none itself", {},
                       options.name ? "aver propose " + name : "git switch -c my-branch");
    }
    require_proposal_name(name, " --on-current");
    if (store::Branches(store).tip(branch)) {
      throw StoreError(Fault::usage, "there is a branch " + branch + " already", {},
                       "aver propose ANOTHER-NAME --on-current");
    }
    const store::RunResult renamed = store::run_git(
        store::with_given({"branch", "-m"}, {here, branch}), {.directory = store.root().string()});
    if (!renamed.ok()) {
      throw StoreError(Fault::usage, "git could not rename " + here + " to " + branch,
                       {claims::first_line(renamed.errors)});
    }
  }
  done_besides(session, [&] {
    store::set_recording_branch(store, "");
    return true;
  });
  session.out.data((here == branch ? safe_line(branch) + " is a proposal already"
                                   : safe_line(here) + " is now " + safe_line(branch)) +
                   ", and is checked out: records go there\n  look at it: aver review show " +
                   safe_line(name) + "\n");
  return kDone;
}

bool is_mine(Session& session, const std::string& name) {
  const Proposal proposal =
      load_proposal(session, proposal_named(session, name), target_branch(session, std::nullopt));
  const claims::Person me = claims::person(session.store().user());
  for (const std::string& author : proposal.authors()) {
    if (!claims::same_person(claims::person(author), me)) return false;
  }
  return true;
}

// Throws where the name is taken by somebody else's proposal.
void require_going_on(const Options& options, Session& session) {
  if (options.go_on) return;
  if (is_mine(session, *options.name)) return;
  throw StoreError(Fault::usage,
                   "there is a proposal " + *options.name + " already, and not by you alone", {},
                   "aver propose " + *options.name + " --continue, or another name");
}

// The proposal of that name that waits, or that was withdrawn.
std::optional<ProposalPlace> place_of(Session& session, const std::string& name, bool withdrawn) {
  for (ProposalPlace& place : find_proposals(session, withdrawn)) {
    if (place.name == name) return std::move(place);
  }
  return std::nullopt;
}

// Whether the proposal was accepted and only its branch is left.
bool has_ended(Session& session, const ProposalPlace& place) {
  try {
    return was_accepted(session, place, target_branch(session, std::nullopt));
  } catch (const StoreError&) {
    return false;  // no branch that it could be for
  }
}

// That it waits again, to those who know that it was withdrawn.
void tell_reopened(Session& session, const std::string& name) {
  done_besides(session, [&] {
    const Proposal proposal =
        load_proposal(session, proposal_named(session, name), target_branch(session, std::nullopt));
    if (proposal.events.folders.empty()) return true;
    Saying saying(session, proposal);
    claims::reviews::Event event;
    event.kind = claims::reviews::Kind::reopen;
    saying.add(std::move(event));
    saying.write("Reopen the proposal " + name);
    return true;
  });
}

int begin(const Options& options, Session& session) {
  store::Store& store = session.store();
  const store::Branches branches(store);
  const std::string& name = *options.name;
  const std::string branch = branch_of(name);
  const std::optional<store::CommitId> here = branches.tip(branch);
  std::optional<ProposalPlace> known = place_of(session, name, false);
  const std::optional<ProposalPlace> old = place_of(session, name, true);
  const bool ended = known && has_ended(session, *known);
  bool taken_up = true;
  std::optional<store::CommitId> made;
  if (known && !ended) {
    if (options.from) {
      throw StoreError(Fault::usage,
                       "the proposal " + name + " has begun already: leave out --from");
    }
    require_going_on(options, session);
    bring_here(session, *known);
  } else if (old && options.reopen) {
    reopen(session, *old);
    tell_reopened(session, name);
  } else if (old && !ended) {
    throw StoreError(Fault::usage, "a proposal " + name + " was withdrawn", {},
                     "aver propose " + name + " --reopen, or another name");
  } else if (options.reopen) {
    not_found("withdrawn proposal", name, {}, "aver review --all");
  } else {
    const store::View from = store.view(options.from.value_or("HEAD"));
    if (!here) {
      branches.create(branch, from.commit());
      made = from.commit();
    } else if (*here != from.commit() && !branches.move(branch, *here, from.commit())) {
      throw StoreError(Fault::locked, branch + " has moved meanwhile", {}, "try again");
    }
    if (ended) session.out.data("the proposal " + name + " was accepted: a new one begins\n");
    taken_up = false;
  }
  const std::string size = taken_up ? size_of(session, name) : "";
  try {
    if (store.checked_out() != branch) store.aim_at(branch);  // refuses one that is out elsewhere
    store.aim_at("");
    store::set_recording_branch(store, store.checked_out() == branch ? "" : branch);
  } catch (const StoreError&) {
    if (made) branches.remove(branch, *made);
    throw;
  }
  session.out.data("records go on " + safe_line(branch) + " now" +
                   (size.empty() ? "" : ", which has " + size) + "\n");
  if (store.checked_out() != branch && store.has_work_tree()) {
    session.out.data("  the files you see stay those of " + safe_line(where(session)) +
                     "; back: aver propose --end\n");
  }
  return kDone;
}

// Makes a proposal of the commits that were not pushed yet, and takes them out of the branch that
// is checked out. What is not committed stays.
int from_here(const Options& options, Session& session) {
  store::Store& store = session.store();
  if (!options.name)
    throw StoreError(Fault::usage, "a proposal needs a name", {}, "aver propose NAME --from-here");
  require_proposal_name(*options.name, " --from-here");
  const std::string here = store.checked_out();
  const store::Branches branches(store);
  const std::optional<store::CommitId> published =
      here.empty() || here.starts_with(kProposals) ? std::nullopt : branches.upstream_tip(here);
  if (!published) {
    throw StoreError(Fault::usage,
                     where(session) + " has no branch at a remote that it could go back to", {},
                     "aver propose " + *options.name);
  }
  const store::CommitId tip = *branches.tip(here);
  const std::vector<store::RangeCommit> commits = branches.range(*published, tip, false);
  if (commits.empty()) {
    throw StoreError(Fault::usage, here + " has nothing that was not pushed", {},
                     "aver propose " + *options.name);
  }
  const std::string branch = branch_of(*options.name);
  if (branches.tip(branch)) {
    throw StoreError(Fault::usage, "there is a branch " + branch + " already", {},
                     "aver propose ANOTHER-NAME --from-here");
  }
  branches.create(branch, tip);
  const store::RunResult back =
      store::run_git({"reset", "-q", "--keep", *published}, {.directory = store.root().string()});
  if (!back.ok()) {
    branches.remove(branch, tip);
    throw StoreError(
        Fault::dirty, "what is not committed is in the way: " + here + " stays as it is",
        {claims::first_line(back.errors)}, "aver status shows it, aver commit records it");
  }
  session.out.data(hanging(counted(commits.size(), "commit") + " of " + safe_line(here) +
                               " moved to " + safe_line(branch) + "; " + safe_line(here) +
                               " is as it was pushed",
                           session.out.width(), 2) +
                   "  look at it: aver review show " + safe_line(*options.name) +
                   "\n  send it to others: aver sync\n");
  return kDone;
}

int run(const Options& options, Session& session) {
  if (options.from_here) {
    if (options.on_current || options.go_on || options.reopen || options.end || options.from)
      throw StoreError(Fault::usage, "--from-here goes with a name alone", {},
                       "aver propose NAME --from-here");
    return from_here(options, session);
  }
  if (options.end) {
    if (options.name)
      throw StoreError(Fault::usage, "--end goes without a name", {}, "aver propose --end");
    return end(session);
  }
  if (options.on_current) return on_current(options, session);
  if (!options.name) {
    if (options.reopen || options.go_on || options.from) {
      throw StoreError(Fault::usage, "a proposal needs a name", {}, "aver propose NAME");
    }
    return tell(session);
  }
  require_proposal_name(*options.name);
  return begin(options, session);
}

}  // namespace

Command propose_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "propose";
  command.description =
      "The records that follow go on a branch of their own, proposal/NAME, and wait there for "
      "review. The branch that is checked out and its files stay as they are. Without a name, "
      "tells where records go.\n\n"
      "aver sync sends a proposal to others, who look at it with aver review show NAME. Commands "
      "that record and look go by the proposal until aver propose --end.";
  command.words = {
      positional("NAME", options->name, "of the proposal: one part of an id"),
      option("--from", "REV", &options->from, "begin it there (default: HEAD)"),
      flag("--from-here", options->from_here,
           "the commits that were not pushed yet become the proposal, and leave the branch that is "
           "checked out"),
      flag("--on-current", options->on_current,
           "make the branch that is checked out, begun by hand, the proposal (NAME: as it is "
           "called)"),
      flag("--continue", options->go_on, "go on with somebody else's"),
      flag("--reopen", options->reopen, "take up one that was withdrawn"),
      flag("--end", options->end, "records go on the branch that is checked out again")};
  command.examples = {
      {"aver propose calda-update --from-here", "what the store's policy did not let be pushed"},
      {"aver propose calda-update", "begin, or go on with your own"},
      {"aver propose --end", "of the one under way: back to the branch that is checked out"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
