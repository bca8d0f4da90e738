// SPDX-License-Identifier: MIT
//
// aver review update: merges the present target branch into a proposal, so that reviewers see what
// accepting it would give.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/review/proposal_branch.h"
#include "cli/share/merging.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct Options {
  std::string name;
  std::optional<std::string> into;
};

int run(const Options& options, Session& session) {
  store::Store& store = session.store();
  const std::string into = target_branch(session, options.into);
  const ProposalPlace place = waiting_proposal(session, options.name, into);
  bring_here(session, place);
  int status = kDone;
  try {
    store.aim_at(place.branch());
    status =
        merge_revision(session, {.revision = into,
                                 .message = "Merge " + into + " into the proposal " + place.name,
                                 .into = into});
  } catch (const StoreError& error) {
    store.aim_at("");
    if (error.fault() != Fault::conflict || store.checked_out() == place.branch()) throw;
    // The conflicts were reported; a person settles them in a work tree.
    throw StoreError(
        Fault::conflict,
        "the proposal " + place.name + " and " + into + " have changed the same, differently", {},
        "git switch " + place.branch() + " && aver merge " + into);
  }
  store.aim_at("");
  if (status == kDone && store::Branches(store).tip(place.branch()) != place.tip) {
    session.out.data("  look at it: aver review show " + safe_line(place.name) +
                     " --new\n  send it: aver sync\n");
  }
  return status;
}

}  // namespace

Command review_update_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "review update";
  command.description =
      "Merges the branch that a proposal is for into the proposal, by record and field; what is "
      "checked out stays as it is. Where both have changed a record, an approval of either is none "
      "of what merging makes of it: this puts that on the proposal, to be looked at and approved. "
      "Approvals of all other records hold.";
  command.words = {positional("NAME", options->name, "the proposal"),
                   option("--into", "BRANCH", &options->into,
                          "the branch it is for (default: the one that is checked out)")};
  command.examples = {
      {"aver review update calda-update", "the proposal calda-update, where main has moved on"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
