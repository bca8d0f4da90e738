// SPDX-License-Identifier: MIT
//
// aver positions: the table of holders and claims.
#include <map>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/filter.h"
#include "cli/names/load.h"
#include "cli/names/without.h"
#include "cli/session/print.h"

namespace aver::cli {
namespace {

struct Options {
  FilterWords filter;
  Reading reading;
};

int run(const Options& options, Session& session) {
  const store::View view = asked_view(session, options.reading);
  if (nothing_was_known(session, view, options.reading, "aver.positions/2")) return 0;
  const claims::Vocabulary& words = view.vocabulary();
  PositionsAnswer answer;
  answer.head =
      head_of(session, session.coordinates(options.reading.when, Session::Asked::period), view);
  const Filter filter(session, view, options.filter, answer.head.at.on);
  std::map<std::string, std::map<std::string, std::vector<claims::Position>>> by_holder;
  const auto look_at = [&](claims::ClaimFolder&& folder) {
    const claims::query::FittingPositions fitting = filter.fitting(folder, answer.head.at);
    // A claim without a position of any holder in the table gets no column.
    if (fitting.positions.empty()) return;
    for (const claims::Position& position : fitting.positions)
      by_holder[std::string(position.holder)][folder.id].push_back(position);
    answer.folders.push_back(std::move(folder));
  };
  filter.each_folder(session, filter.conditions_at(answer.head.at), look_at);
  for (const auto& [holder, positions] : by_holder) {
    PositionsAnswer::Row row{holder, {}};
    for (const claims::ClaimFolder& folder : answer.folders) {
      const auto found = positions.find(folder.id);
      row.cells.push_back(found == positions.end() ? std::vector<claims::Position>()
                                                   : found->second);
    }
    answer.rows.push_back(std::move(row));
  }
  if (answer.rows.empty() && filter.any()) answer.left_out = filter.left_out(session);
  print(session, options.reading, answer, words);
  return 0;
}

}  // namespace

Command positions_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "positions";
  command.description =
      "The table of who holds what: holders down, claims across, on one day and as known at one "
      "revision. "
      "An empty cell is no record; it never means that somebody held nothing.";
  add_filter_words(command.words, options->filter);
  add_reading_words(command.words, options->reading, row_formats());
  command.examples = {
      {"aver positions dorn", "all holders on the claims of one topic"},
      {"aver positions tag:troops --on 2024-11-01 --format markdown", "a table to paste"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
