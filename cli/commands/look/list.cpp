// SPDX-License-Identifier: MIT
//
// aver list, aver actor list, aver source list.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/filter.h"
#include "cli/names/load.h"
#include "cli/names/without.h"
#include "cli/session/print.h"

namespace aver::cli {
namespace {

using store::View;

struct Options {
  FilterWords filter;
  Reading reading;
};

int run(const Options& options, Session& session) {
  const View view = asked_view(session, options.reading);
  ListAnswer answer;
  answer.head =
      head_of(session, session.coordinates(options.reading.when, Session::Asked::period), view);
  answer.filtered = options.filter.any();
  const claims::Vocabulary& words = view.vocabulary();
  const Filter filter(session, view, options.filter, answer.head.at.on);
  const auto look_at = [&](claims::ClaimFolder&& folder) {
    ListedClaim listed;
    listed.folder = std::move(folder);
    listed.claim = *listed.folder.claim;
    if (options.reading.wants_json()) listed.stances = view.stance_names(listed.folder.id).size();
    claims::query::FittingPositions fitting = filter.fitting(listed.folder, answer.head.at);
    if (!fitting.fits) return;
    listed.positions = std::move(fitting.positions);
    answer.claims.push_back(std::move(listed));
  };
  filter.each_folder(session, filter.conditions_at(answer.head.at), look_at);
  if (answer.claims.empty() && answer.filtered) answer.left_out = filter.left_out(session);
  print(session, options.reading, answer, words);
  return 0;
}

int run_actors(const Reading& reading, Session& session) {
  const View view = session.view(reading.when);
  ActorListAnswer answer;
  answer.head = head_of(session, session.coordinates(reading.when), view);
  for (const std::string& id : view.ids(claims::RecordKind::actor)) {
    const auto actor = view.actor(id);
    if (actor && actor->record) answer.actors.push_back(*actor->record);
  }
  print(session, reading, answer);
  return 0;
}

int run_sources(const Reading& reading, Session& session) {
  const View view = session.view(reading.when);
  SourceListAnswer answer;
  answer.head = head_of(session, session.coordinates(reading.when), view);
  for (const std::string& id : view.ids(claims::RecordKind::source)) {
    const auto source = view.source(id);
    if (source && source->record) answer.sources.push_back(*source->record);
  }
  print(session, reading, answer);
  return 0;
}

}  // namespace

Command list_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "list";
  command.description =
      "Lists claims, each with the positions held on it. Conditions are joined: a claim is listed "
      "where "
      "all of them fit.";
  add_filter_words(command.words, options->filter);
  add_reading_words(command.words, options->reading, row_formats());
  command.examples = {
      {"aver list dorn", "all claims of one topic"},
      {"aver list holder:calda position:silent", "what Calda is silent on"},
      {"aver list dorn missing:uw", "claims of a topic on which we have nothing of the UW"},
      {"aver list --kind pledge --position not-acted --on 2025-01-01",
       "pledges nobody had acted on then"},
      {"aver list position:silent --on 2024-11", "who was silent in November, and on which days"},
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

Command actor_list_command() {
  auto reading = std::make_shared<Reading>();
  Command command;
  command.name = "actor list";
  command.description = "Lists the actors: id, kind, name and other names.";
  add_clock_words(command.words, *reading, row_formats());
  command.run = [reading](Session& session) { return run_actors(*reading, session); };
  return command;
}

Command source_list_command() {
  auto reading = std::make_shared<Reading>();
  Command command;
  command.name = "source list";
  command.description = "Lists the sources: date of publication, id, title and publisher.";
  add_clock_words(command.words, *reading, row_formats());
  command.run = [reading](Session& session) { return run_sources(*reading, session); };
  return command;
}

}  // namespace aver::cli
