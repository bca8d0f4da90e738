// SPDX-License-Identifier: MIT
//
// aver due: what must be looked at again.
#include <algorithm>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/look/due_finder.h"
#include "cli/names/filter.h"
#include "cli/names/load.h"
#include "cli/names/without.h"
#include "cli/session/print.h"

namespace aver::cli {
namespace {

using claims::Day;

struct Options {
  FilterWords filter;
  std::optional<int> days, near;
  Reading reading;
};

// Conditions for the claims that may have something due: a date of the claim or of a position, or
// an absence that has not been checked for too long.
std::vector<claims::ClaimCondition> may_be_due(const Filter& filter,
                                               const claims::Vocabulary& words, Day today, int days,
                                               int near) {
  const Day soon = today + std::chrono::days{near};
  std::vector<std::string> absences;
  for (const claims::Scale& scale : words.scales()) {
    for (const claims::Word& word : scale.words) {
      if (!word.absence) continue;
      const std::vector<std::string> all = claims::spellings(words, word.name);
      absences.insert(absences.end(), all.begin(), all.end());
    }
  }
  std::vector<claims::ClaimCondition> any;
  for (claims::ClaimCondition& way : filter.conditions()) {
    if (!way.stance.any()) {  // else the claim by itself does not fit
      any.insert(any.end(), 2, way);
      any[any.size() - 2].review_until = soon;
      any[any.size() - 1].deadline_until = soon;
    }
    way.stance.in_force = {today, today};
    if (way.stance.any()) {
      any.push_back(way);
      any.back().deadline_until = soon;
    }
    claims::ClaimCondition absence = way;
    way.stance.review_until = soon;
    any.push_back(std::move(way));
    absence.stance.checked_until = today - std::chrono::days{days};
    if (absence.stance.positions.empty()) absence.stance.positions = absences;
    if (!absence.stance.positions.empty()) any.push_back(std::move(absence));
  }
  return any;
}

int run(const Options& options, Session& session) {
  const store::View view = asked_view(session, options.reading);
  if (nothing_was_known(session, view, options.reading, "aver.due/1")) return 0;
  DueAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  answer.days = options.days.value_or(kStaleAfterDays);
  const Filter filter(session, view, options.filter, answer.head.at.on);
  const Day today = answer.head.at.on;
  const int near = options.near.value_or(kDaysAhead);
  DueFinder finder(answer, filter, view.vocabulary(), today, answer.days, near);
  filter.each_folder(session, may_be_due(filter, view.vocabulary(), today, answer.days, near),
                     [&](claims::ClaimFolder&& folder) { finder.look_at(folder); });
  std::stable_sort(answer.due.begin(), answer.due.end(), [](const Due& a, const Due& b) {
    return claims::compare(a.since, b.since) < 0;
  });
  print(session, options.reading, answer);
  return 0;
}

}  // namespace

Command due_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "due";
  command.description =
      "What must be looked at again, the longest due first: absences that nobody has checked for "
      "some time, "
      "reviews that are due or near, deadlines that have passed or are near and that no word "
      "closes yet. "
      "Below each "
      "stands the command that records the new look.";
  add_filter_words(command.words, options->filter);
  command.words.push_back(
      option("--days", "N", &options->days, "absences not checked for N days (default: 30)"));
  command.words.push_back(option("--near", "N", &options->near,
                                 "reviews and deadlines up to N days ahead (default: 14)"));
  add_reading_words(command.words, options->reading, row_formats());
  command.examples = {{"aver due --days 30", "which silences were not re-checked for a month"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
