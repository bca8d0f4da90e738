// SPDX-License-Identifier: MIT
//
// aver history: how positions changed in the world, for one claim or for one holder; or, with
// --as-known, how what we believed about one day changed.
#include <algorithm>
#include <memory>
#include <set>

#include "cli/commands/commands.h"
#include "cli/diff/belief_series.h"
#include "cli/look/time_lines.h"
#include "cli/names/filter.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/names/without.h"
#include "cli/session/print.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

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
  bool as_known = false;
  Reading reading;
};

// Whether there is a time line of the holder by that day.
bool has_begun(const claims::ClaimFolder& folder, std::string_view holder, claims::Day day) {
  return std::any_of(folder.stances.begin(), folder.stances.end(),
                     [&](const claims::Stance& stance) {
                       return stance.holder == holder && stance.held.earliest() <= day;
                     });
}

void add_lines(HistoryAnswer& answer, const std::string& only, const Filter& filter) {
  const claims::Day day = answer.head.at.on;
  for (const claims::ClaimFolder& folder : answer.folders) {
    const claims::query::ClaimFacts facts = filter.facts(folder);
    const claims::Lines& lines = facts.lines();
    std::vector<claims::LineDeadline> deadlines;
    if (folder.claim) deadlines = claims::deadlines_on(*folder.claim, lines, day);
    for (const std::string_view holder : claims::holders(folder.stances)) {
      if (!only.empty() && holder != only) continue;
      const auto [begin, end] = lines.of(holder);
      // Whether what is in force on the day fits; where nothing is, whether the holder does.
      const auto takes = [&](std::string_view scale) {
        if (!filter.any()) return true;
        for (const claims::query::Pair& pair : facts.pairs()) {
          if (pair.holder == holder && pair.scale == scale) return filter.takes(facts, pair);
        }
        return filter.takes(facts, claims::query::Pair{holder, scale});
      };
      bool any = false;
      for (const claims::Line* line = begin; line != end; ++line) {
        if (!takes(line->scale_name())) {
          answer.has_other_lines |= has_begun(folder, holder, day);
          continue;
        }
        TimeLine one = time_line(folder, lines, *line, day);
        for (const claims::LineDeadline& deadline : deadlines) {
          if (deadline.holder != holder || deadline.scale != line->scale) continue;
          one.deadline = folder.claim->deadline;
          one.outcome = deadline;
        }
        if (one.steps.empty() && one.overruled.empty()) continue;
        answer.lines.push_back(std::move(one));
        any = true;
      }
      if (any || begin != end) continue;
      if (!takes("")) {
        answer.has_other_lines |= has_begun(folder, holder, day);
        continue;
      }
      // All that the holder ever held here was set aside.
      TimeLine none;
      none.claim = folder.id;
      none.claim_text = folder.claim ? folder.claim->text : "";
      none.holder = holder;
      none.overruled = set_aside(folder, lines, holder, nullptr, true, day);
      if (!none.overruled.empty()) answer.lines.push_back(std::move(none));
    }
  }
}

void add_reliability(const View& view, HistoryAnswer& answer) {
  SourceReliability reliability(view);
  for (const TimeLine& line : answer.lines) {
    for (const claims::Step& step : line.steps) reliability.add(step.after);
  }
  answer.reliability = reliability.take();
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
  add_lines(answer, "", filter);
  if (answer.lines.empty()) answer.left_out = filter.left_out(session);
  add_reliability(view, answer);
  print(session, options.reading, answer, view.vocabulary());
  return 0;
}

[[noreturn]] void refuse_history(const claims::RecordRef& record) {
  throw StoreError(Fault::usage,
                   "a " + std::string(to_string(record.kind)) + " has no history of positions", {},
                   "aver log " + record.id);
}

// What was believed about a day, along the recorded clock.
int run_as_known(const Options& options, Session& session) {
  if (options.filter.any() || is_query_syntax(options.record)) {
    throw StoreError(Fault::usage,
                     "--as-known takes a claim or a holder, and no query: a query is asked of one "
                     "revision",
                     {}, "aver history CLAIM --holder HOLDER --on DAY --as-known");
  }
  if (options.reading.without) {
    throw StoreError(Fault::usage,
                     "--as-known tells what was recorded when, and takes no --without", {},
                     "aver history CLAIM --without QUERY");
  }
  const View view = session.view(options.reading.when);
  if (nothing_was_known(session, view, options.reading, "aver.beliefs/1")) return 0;
  BeliefsAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  answer.head.line =
      "what was believed about " + answer.head.at.day_text() +
      (answer.head.at.on_given ? "" : " (today)") + ", up to " +
      (answer.head.at.known_at.empty() ? "HEAD" : safe_line(answer.head.at.known_at)) + " (" +
      short_id(view.commit()) + ")";
  const claims::RecordRef record = record_in(session, view, options.record);
  BeliefQuestion question;
  question.day = answer.head.at.on;
  question.all_days = options.reading.chosen() == Format::svg;
  if (record.kind == RecordKind::claim || record.kind == RecordKind::stance) {
    const std::string claim =
        record.kind == RecordKind::claim ? record.id : claims::split_stance_id(record.id).claim;
    const claims::ClaimFolder folder = load_folder(session, view, claim);
    answer.title = claim;
    if (folder.claim) answer.subtitle = folder.claim->text;
    question.claims = {claim};
    if (options.holder) question.holder = actor_named(view, *options.holder);
  } else if (record.kind == RecordKind::actor) {
    answer.of_claim = false;
    answer.title = record.id;
    if (const auto actor = view.actor(record.id); actor && actor->record)
      answer.subtitle = actor->record->name;
    question.holder = record.id;
    question.any_claim = true;
    each_folder(session, view, held_by(record.id),
                [&](const claims::ClaimFolder& folder) { question.claims.push_back(folder.id); });
  } else {
    refuse_history(record);
  }
  add_beliefs(session.store(), view, question, answer);
  SourceReliability reliability(view);
  for (const BeliefsAnswer::Line& line : answer.lines) {
    for (const BeliefsAnswer::Change& change : line.changes) {
      if (change.belief.position) reliability.add(change.belief.position->possible);
    }
  }
  answer.reliability = reliability.take();
  print(session, options.reading, answer, view.vocabulary());
  return 0;
}

int run(const Options& options, Session& session) {
  if (options.as_known) return run_as_known(options, session);
  const View view = asked_view(session, options.reading);
  if (nothing_was_known(session, view, options.reading, "aver.history/2")) return 0;
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
    refuse_history(record);
  }
  add_lines(answer, only, filter);
  add_reliability(view, answer);
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
      "setback, lapsed and resumed. Who recorded it is told by \"aver log\".\n\n"
      "With --as-known the other clock runs: what we believed about the day of --on (one day; "
      "without it today, and also a day to come) at each commit of the first-parent line, as "
      "changes of belief, with who recorded what each goes back to and since which day it was "
      "known. Each is what \"aver show --on DAY --known-at COMMIT\" says from that commit on: the "
      "words that are possible, and since when. New evidence, other wording, and a look that found "
      "nothing new change no belief. --known-at ends the series there.\n\n"
      "--format svg is a picture, for an article or a page: a row a holder and scale, dotted past "
      "the last look, hatched where somebody looked and found nothing. With --as-known it has both "
      "clocks, and all days: across, the days of the world; downwards, what we knew of them, from "
      "each day on which that changed. A short mark is that day itself: what begins to its left "
      "was learned late. A broken line across it all is the day of --on.";
  command.words = {
      positional("CLAIM|HOLDER", options->record, "a claim or an actor"),
      positional("QUERY", options->filter.query,
                 "what must fit on the day (aver help query); also without a record: kind:pledge"),
      option("--holder", "HOLDER", &options->holder, "of a claim: only this actor"),
      flag("--as-known", options->as_known,
           "what we believed about the day of --on, from commit to commit"),
  };
  command.words[1].is_query = true;
  add_reading_words(command.words, options->reading, picture_formats());
  command.examples = {
      {"aver history calda-restrains-dorn", "all holders of one claim"},
      {"aver history calda", "all claims of one holder"},
      {"aver history calda position:silent", "of those it is silent on"},
      {"aver history calda-restrains-dorn --known-at 2024-11-05",
       "the time line as we had it then"},
      {"aver history calda-restrains-dorn --on 2024-11-01 --as-known",
       "what we believed about that day, and who changed it"},
      {"aver history calda-restrains-dorn --format svg >calda.svg", "the time line as a picture"},
      {"aver history calda-restrains-dorn --as-known --format svg >known.svg",
       "what we knew when, of all days"},
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
