// SPDX-License-Identifier: MIT
//
// aver flips: who has moved, and who contradicts themselves.
#include <algorithm>
#include <memory>
#include <set>

#include "cli/commands/commands.h"
#include "cli/names/filter.h"
#include "cli/names/load.h"
#include "cli/names/without.h"
#include "cli/session/print.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct Options {
  FilterWords filter;
  std::optional<std::string> since, until;
  bool reversals = false;
  Reading reading;
};

// Narrows the condition to holders with a stance that touches the days: a move happens where a
// stance begins or runs out, and of two contradicting stances at least one touches the days. That
// stance need not be the one that fits the query, so only its holder is kept.
void moves_within(claims::ClaimCondition& wanted, const claims::Days& days) {
  claims::WantedStance stance;
  stance.holders = std::move(wanted.stance.holders);
  stance.touches = days;
  wanted.stance = std::move(stance);
}

// True where both signs are among what may have been in force before and after.
bool may_be_reversal(const claims::Line& line, const claims::Step& step) {
  bool good = false;
  bool bad = false;
  for (const auto* side : {&step.before, &step.after}) {
    for (const claims::Possible& one : *side) {
      for (const claims::LineRecord& record : line.records) {
        if (record.word() != one.word || record.meaning == nullptr) continue;
        good |= record.meaning->value > 0;
        bad |= record.meaning->value < 0;
      }
    }
  }
  return good && bad;
}

// True where the step may have been a move: not where somebody is only first heard of, on some day.
bool may_be_move(const claims::Step& step) {
  if (step.change != claims::Change::undecided) return claims::is_move(step.change);
  std::set<std::string_view> words;
  for (const auto* side : {&step.before, &step.after}) {
    for (const claims::Possible& one : *side) {
      if (!one.no_record()) words.insert(one.word);
    }
  }
  return words.size() > 1;
}

void add_flips(FlipsAnswer& answer, const claims::ClaimFolder& folder, const Filter& filter,
               const Options& options, claims::Day first, claims::Day last) {
  const claims::query::ClaimFacts facts = filter.facts(folder);
  const std::vector<claims::Contradiction> opposed = claims::contradictions(facts.lines());
  // Two stances that contradict each other are reported as that, not as a move that is uncertain.
  const auto contradicts = [&](const claims::Step& step) {
    const auto has = [&](const claims::Stance* stance) {
      return std::any_of(step.after.begin(), step.after.end(), [&](const claims::Possible& one) {
        return std::find(one.stances.begin(), one.stances.end(), stance) != one.stances.end();
      });
    };
    return step.change == claims::Change::undecided &&
           std::any_of(opposed.begin(), opposed.end(), [&](const claims::Contradiction& pair) {
             return pair.certain && has(pair.a) && has(pair.b);
           });
  };
  for (const claims::Line& line : facts.lines().all()) {
    for (claims::Step& step : claims::steps(line, last)) {
      if (!may_be_move(step) || contradicts(step) || step.when.last < first ||
          step.when.first > last) {
        continue;
      }
      if (options.reversals && step.change != claims::Change::reversal &&
          !(step.change == claims::Change::undecided && may_be_reversal(line, step))) {
        continue;
      }
      if (!filter.takes(facts, claims::query::pair_of(line, step))) continue;
      const bool certain =
          step.change != claims::Change::undecided && step.when.first == step.when.last;
      (certain ? answer.flips : answer.uncertain)
          .push_back({folder.id, folder.claim ? folder.claim->text : "", std::string(line.holder),
                      std::string(line.scale_name()), std::move(step)});
    }
  }
  for (const claims::Contradiction& pair : opposed) {
    if (!pair.certain) continue;
    // Each side is tested on its own, as a stance and not as a change.
    const auto takes = [&](const claims::Stance* stance) {
      claims::query::Pair one{stance->holder, {}};
      one.choices = {{stance, false}};
      one.is_step = true;
      return filter.takes(facts, one);
    };
    if (pair.b->held.latest() >= first && pair.a->held.earliest() <= last &&
        (takes(pair.a) || takes(pair.b))) {
      answer.contradictions.push_back({*pair.a, *pair.b});
    }
  }
}

int run(const Options& options, Session& session) {
  const store::View view = asked_view(session, options.reading);
  if (nothing_was_known(session, view, options.reading, "aver.flips/2")) return 0;
  FlipsAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  const claims::Day first = options.since ? session.date("--since", *options.since).earliest()
                                          : *claims::parse_day("0001-01-01");
  const claims::Day last =
      options.until ? session.date("--until", *options.until).latest() : answer.head.at.on;
  if (last < first) {
    throw StoreError(Fault::usage, "--since " + claims::to_string(first) + " lies behind " +
                                       claims::to_string(last));
  }
  const Filter filter(session, view, options.filter, last);
  std::vector<claims::ClaimCondition> wanted = filter.conditions();
  if (options.since || options.until) {
    const claims::Days days = {options.since ? std::optional(first) : std::nullopt, last};
    for (claims::ClaimCondition& one : wanted) moves_within(one, days);
  }
  filter.each_folder(session, wanted, [&](claims::ClaimFolder&& folder) {
    answer.folders.push_back(std::move(folder));
  });
  for (const claims::ClaimFolder& folder : answer.folders) {
    add_flips(answer, folder, filter, options, first, last);
  }
  const auto newest_first = [](const Flip& a, const Flip& b) {
    return a.step.when.last > b.step.when.last;
  };
  std::stable_sort(answer.flips.begin(), answer.flips.end(), newest_first);
  std::stable_sort(answer.uncertain.begin(), answer.uncertain.end(), newest_first);
  print(session, options.reading, answer, view.vocabulary());
  return 0;
}

}  // namespace

Command flips_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "flips";
  command.description =
      "Who has moved, newest first, with the evidence of both sides: shifts, reversals, advances, "
      "setbacks, "
      "lapses and resumptions. Corrections of our record are no moves. What is not certain, or has "
      "a "
      "vague day, is listed apart, and so are contradictions: opposed positions of one day.";
  add_filter_words(command.words, options->filter);
  command.words.push_back(option("--since", "DATE", &options->since, "only moves since then"));
  command.words.push_back(
      option("--until", "DATE", &options->until, "only moves until then (default: today)"));
  command.words.push_back(flag("--reversals", options->reversals, "only moves to the opposite"));
  add_reading_words(command.words, options->reading, row_formats());
  command.examples = {
      {"aver flips --since 2024-10-01 --until 2024-12-31", "who moved in that quarter"},
      {"aver flips holder:calda change:reversal", "where Calda turned round"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
