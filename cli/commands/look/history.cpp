// SPDX-License-Identifier: MIT
//
// aver history: how positions changed in the world, for one claim or for one holder.
#include <algorithm>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/filter.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/session/print.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string record;  // or the first word of a query
  std::optional<std::string> holder;
  FilterWords filter;
  Reading reading;
};

// The steps of one holder up to the day, and the stances that were set aside.
TimeLine time_line(const claims::ClaimFolder& folder, std::string_view holder, claims::Day day,
                   const claims::Vocabulary& words) {
  TimeLine answer;
  answer.claim = folder.id;
  answer.claim_text = folder.claim ? folder.claim->text : "";
  answer.holder = holder;
  claims::Line line = claims::live(folder.stances, holder);
  std::erase_if(line, [&](const claims::Stance* stance) { return stance->held.earliest() > day; });
  answer.steps = claims::steps(line, words, day);
  if (const auto position = claims::in_force(line, day, words)) {
    answer.last_checked = position->last_checked;
  }
  for (const claims::Stance& stance : folder.stances) {
    if (stance.holder != holder || stance.held.earliest() > day) continue;
    const claims::Stance* by = claims::overruled_by(folder.stances, stance);
    if (by == nullptr) continue;
    const std::string what =
        stance.position.empty() ? "retraction" : std::string(words.canonical(stance.position));
    answer.overruled.push_back(stance.name + " (" + what + ") " +
                               (by->retracts.empty() ? "corrected by " : "retracted by ") +
                               by->name + ": " + by->reason);
  }
  return answer;
}

// Whether there is a time line of the holder by that day.
bool has_begun(const claims::ClaimFolder& folder, std::string_view holder, claims::Day day) {
  return std::any_of(folder.stances.begin(), folder.stances.end(),
                     [&](const claims::Stance& stance) {
                       return stance.holder == holder && stance.held.earliest() <= day;
                     });
}

// Whether the holder's position in force on the day fits the query; without one, whether the holder
// alone does.
bool fits(const Filter& filter, const claims::query::ClaimFacts& facts, std::string_view holder) {
  for (const claims::query::Pair& pair : facts.pairs()) {
    if (pair.holder == holder) return filter.takes(facts, pair);
  }
  return filter.takes(facts, claims::query::Pair{holder});
}

void add_lines(HistoryAnswer& answer, const std::string& only, const Filter& filter,
               const claims::Vocabulary& words) {
  for (const claims::ClaimFolder& folder : answer.folders) {
    const claims::query::ClaimFacts facts = filter.facts(folder);
    for (const std::string_view holder : claims::holders(folder.stances)) {
      if (!only.empty() && holder != only) continue;
      if (filter.any() && !fits(filter, facts, holder)) {
        answer.has_other_lines |= has_begun(folder, holder, answer.head.at.on);
        continue;
      }
      TimeLine line = time_line(folder, holder, answer.head.at.on, words);
      if (!line.steps.empty() || !line.overruled.empty()) answer.lines.push_back(std::move(line));
    }
  }
}

// Without a record: all lines that fit, of any claim.
int run_query(const Options& options, Session& session, const View& view, HistoryAnswer& answer) {
  FilterWords words = options.filter;
  words.query.insert(words.query.begin(), options.record);
  words.holder = options.holder;
  const Filter filter(session, view, words, answer.head.at.on);
  answer.of_claim = false;
  answer.of_query = true;
  answer.title = query_text(words.query);
  filter.each_folder(session, filter.conditions(), [&](claims::ClaimFolder&& folder) {
    answer.folders.push_back(std::move(folder));
  });
  add_lines(answer, "", filter, view.vocabulary());
  print(session, options.reading, answer, view.vocabulary());
  return 0;
}

int run(const Options& options, Session& session) {
  const View view = session.view(options.reading.when);
  if (nothing_was_known(session, view, options.reading, "aver.history/1")) return 0;
  HistoryAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  if (is_query_syntax(options.record)) return run_query(options, session, view, answer);
  const claims::RecordRef record = record_in(session, view, options.record);
  const Filter filter(session, view, options.filter, answer.head.at.on);
  std::string only;
  if (record.kind == RecordKind::claim || record.kind == RecordKind::stance) {
    const std::string claim =
        record.kind == RecordKind::claim ? record.id : claims::split_stance_id(record.id).claim;
    answer.folders.push_back(load_folder(session, view, claim));
    answer.title = claim;
    if (answer.folders.front().claim) answer.subtitle = answer.folders.front().claim->text;
    if (options.holder) only = actor_named(view, *options.holder);
  } else if (record.kind == RecordKind::actor) {
    answer.of_claim = false;
    answer.title = record.id;
    only = record.id;
    const auto actor = view.actor(record.id);
    if (actor && actor->record) answer.subtitle = actor->record->name;
    const auto take = [&](claims::ClaimFolder&& folder) {
      answer.folders.push_back(std::move(folder));
    };
    // A query may ask about other holders, so all of the claim's stances are read.
    each_folder(session, view, held_by(record.id), take, filter.any());
  } else {
    throw StoreError(Fault::usage,
                     "a " + std::string(to_string(record.kind)) + " has no history of positions",
                     {}, "aver log " + record.id);
  }
  add_lines(answer, only, filter, view.vocabulary());
  print(session, options.reading, answer, view.vocabulary());
  return 0;
}

}  // namespace

Command history_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "history";
  command.description =
      "The time line of the world: for a claim, how each holder's position changed; for a holder, "
      "how "
      "its position changed on each claim. Changes are first, restated, shift, reversal, advance, "
      "setback, lapsed and resumed. Who recorded it is told by \"aver log\".";
  command.words = {
      positional("CLAIM|HOLDER", options->record, "a claim or an actor"),
      positional("QUERY", options->filter.query,
                 "what must fit on the day (aver help query); also without a record: kind:pledge"),
      option("--holder", "HOLDER", &options->holder, "of a claim: only this actor"),
  };
  command.words[1].is_query = true;
  add_reading_words(command.words, options->reading, row_formats());
  command.examples = {
      {"aver history calda-restrains-dorn", "all holders of one claim"},
      {"aver history calda", "all claims of one holder"},
      {"aver history calda position:silent", "of those it is silent on"},
      {"aver history calda-restrains-dorn --known-at 2024-11-05",
       "the time line as we had it then"},
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
