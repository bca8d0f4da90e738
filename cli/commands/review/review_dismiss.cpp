// SPDX-License-Identifier: MIT
//
// aver review dismiss: sets somebody's request for changes aside, with a reason, for one more
// approval.
#include <algorithm>
#include <map>
#include <memory>

#include "claims/text/fold.h"
#include "cli/commands/commands.h"
#include "cli/record/save.h"
#include "cli/review/saying.h"
#include "cli/session/editor.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

namespace reviews = claims::reviews;
using store::Fault;
using store::StoreError;

struct Options {
  std::string name, who;
  std::optional<std::string> reason, into;
};

bool is_meant(const reviews::Request& request, const std::string& typed) {
  const claims::Person by = claims::person(request.by);
  const std::string who = claims::lower_case(typed);
  return claims::lower_case(by.email) == who || claims::lower_case(by.name) == who ||
         (typed.size() >= 4 && request.digest.starts_with(typed));
}

// The requests that stand and are meant, by digest: whose each is.
std::map<std::string, std::string> requests_of(const Proposal& proposal, const std::string& typed) {
  std::map<std::string, std::string> meant;
  std::vector<std::string> others;
  for (const reviews::FileVerdict& file : proposal.verdict.files) {
    for (const reviews::Request& request : file.requests) {
      if (is_meant(request, typed)) {
        meant[request.digest] = request.by;
      } else {
        others.push_back(claims::person(request.by).email);
      }
    }
  }
  if (meant.empty())
    not_found("request for changes by", typed, others, "aver review show " + proposal.place.name);
  return meant;
}

// Neither who asked nor who recorded it may set a request aside.
void require_other(const Proposal& proposal, const std::map<std::string, std::string>& requests,
                   const claims::Person& me) {
  const reviews::People& people = proposal.events.people;
  for (const auto& [digest, by] : requests) {
    if (people.same_body(claims::person(by), me)) {
      throw StoreError(Fault::usage, "it is your own request: what you say next counts", {},
                       "aver review approve " + proposal.place.name);
    }
  }
  for (const reviews::ProposedFile& file : proposal.merged) {
    const bool own = std::any_of(
        file.authors.begin(), file.authors.end(),
        [&](const std::string& one) { return people.same_body(claims::person(one), me); });
    if (!own) continue;
    throw StoreError(Fault::usage, "who recorded it cannot set a request aside", {file.path},
                     "ask a third person");
  }
}

int run(const Options& options, Session& session) {
  if (!options.reason || is_blank(*options.reason))
    throw StoreError(Fault::usage, "a request is set aside for a reason", {}, "-m \"WHY\"");
  const std::string into = target_branch(session, options.into);
  const ProposalPlace place = waiting_proposal(session, options.name, into);
  const Proposal proposal = load_proposal(session, place, into);
  const std::map<std::string, std::string> requests = requests_of(proposal, options.who);
  require_other(proposal, requests, claims::person(session.store().user()));
  Saying saying(session, proposal);
  for (const auto& [digest, by] : requests) {
    reviews::Event event;
    event.kind = reviews::Kind::dismiss;
    event.dismissed = digest;
    event.reason = clean_text("--message", *options.reason, true);
    saying.add(std::move(event));
  }
  const store::CommitId tip =
      saying.write("Dismiss a request on the proposal " + place.name + "\n\n" + *options.reason);
  session.out.data(hanging("dismissed what " + safe_line(requests.begin()->second) + " asks of " +
                               safe_line(place.name) +
                               ": the files it is on need one more approval for it",
                           session.out.width(), 2) +
                   "  " + on_reviews(tip) + "; send it: aver sync\n");
  return kDone;
}

}  // namespace

Command review_dismiss_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "review dismiss";
  command.description =
      "Sets somebody's request for changes aside, when they are away, or when a third person has "
      "looked at the point. It takes somebody who neither asked nor recorded it, and a reason, and "
      "the file then needs one more approval. The acceptance names it.";
  command.words = {positional("NAME", options->name, "the proposal"),
                   positional("WHO", options->who, "who asks: an address, a name, or the event"),
                   option("--message", "-m", "WHY", &options->reason, "the reason"),
                   option("--into", "BRANCH", &options->into,
                          "the branch it is for (default: the one that is checked out)")};
  command.examples = {
      {"aver review dismiss calda-update ben@example.org -m \"Ben is away until March\"",
       "what Ben asks for"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
