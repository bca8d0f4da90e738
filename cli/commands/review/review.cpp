// SPDX-License-Identifier: MIT
//
// aver review: the proposals, and how each stands.
#include <algorithm>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/review/proposal_summary.h"
#include "cli/session/print.h"

namespace aver::cli {
namespace {

struct Options {
  bool all = false;
  std::optional<std::string> into;
  Reading reading;
};

int run(const Options& options, Session& session) {
  ProposalListAnswer answer;
  answer.into = target_branch(session, options.into);
  answer.now = session.now();
  std::vector<ProposalPlace> places = find_proposals(session);
  if (options.all) {
    for (ProposalPlace& place : find_proposals(session, true)) places.push_back(std::move(place));
    std::vector<ProposalPlace> accepted = accepted_proposals(session, answer.into);
    // The branch that an accepted proposal still has at a remote, until the next sync, is not
    // listed a second time.
    std::erase_if(places, [&](const ProposalPlace& place) {
      return std::any_of(accepted.begin(), accepted.end(),
                         [&](const ProposalPlace& one) { return one.name == place.name; }) &&
             was_accepted(session, place, answer.into);
    });
    for (ProposalPlace& place : accepted) places.push_back(std::move(place));
  }
  const ReviewEvents events(session);
  for (const ProposalPlace& place : places) {
    ProposalSummary summary = summary_of(session, place, answer.into, events);
    const bool waits =
        summary.state != "accepted" && summary.state != "withdrawn" && summary.state != "empty";
    if (waits || options.all) answer.proposals.push_back(std::move(summary));
  }
  print(session, options.reading, answer);
  return 0;
}

}  // namespace

Command review_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "review";
  command.description =
      "The proposals here and at the remotes, as last fetched: who made them, when, what check "
      "finds, who has approved them, and whether they would merge. The branch that they are for is "
      "the one that is checked out.";
  command.words = {
      flag("--all", options->all, "those that were accepted or withdrawn, and empty ones, too"),
      option("--into", "BRANCH", &options->into,
             "another branch than the one that is checked out")};
  add_format_words(command.words, options->reading, row_formats());
  command.examples = {{"aver review", ""},
                      {"aver review show calda-update", "what the proposal calda-update means"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
