// SPDX-License-Identifier: MIT
//
// aver positions: the table of holders and claims.
#include <map>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/filter.h"
#include "cli/load.h"
#include "cli/print.h"

namespace aver::cli {
namespace {

struct Options {
  FilterWords filter;
  Reading reading;
};

int run(const Options& options, Session& session) {
  const store::View view = session.view(options.reading.when);
  if (nothing_was_known(session, view, options.reading, "aver.positions/1")) return 0;
  const claims::Vocabulary& words = view.vocabulary();
  const Filter filter(view, options.filter);
  PositionsAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  claims::Wanted wanted = filter.wanted();
  if (filter.asks_for_positions()) wanted.stance.in_force = answer.head.at.on;
  wanted.stance.positions = filter.spellings(words);
  const auto take = [&](claims::ClaimFolder&& folder) {
    answer.folders.push_back(std::move(folder));
  };
  filter.each_folder(session, view, take, {wanted});

  std::map<std::string, std::map<std::string, claims::Position>> by_holder;
  std::map<std::string, bool> has_any;
  for (const claims::ClaimFolder& folder : answer.folders) {
    for (const Held& held : positions_on(folder, answer.head.at.on, words)) {
      if (!filter.takes_holder(held.holder)) continue;
      if (!filter.takes_position(words.canonical(held.position.stance->position))) continue;
      by_holder[held.holder].emplace(held.claim, held.position);
      has_any[held.claim] = true;
    }
  }
  // A claim that nobody in the table has a position on is no column.
  std::erase_if(answer.folders,
                [&](const claims::ClaimFolder& folder) { return !has_any[folder.id]; });
  for (const auto& [holder, positions] : by_holder) {
    PositionsAnswer::Row row{holder, {}};
    for (const claims::ClaimFolder& folder : answer.folders) {
      const auto found = positions.find(folder.id);
      row.cells.push_back(found == positions.end() ? std::nullopt : std::optional(found->second));
    }
    answer.rows.push_back(std::move(row));
  }
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
  add_reading_words(command.words, options->reading);
  add_row_formats(command.words);
  command.examples = {
      {"aver positions dprk", "all holders on the claims of one topic"},
      {"aver positions --tag troops --on 2024-11-01 --format markdown", "a table to paste"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
