// SPDX-License-Identifier: MIT
//
// aver impact: what rests on a source, or on an actor's word, and what would be so without it.
#include <memory>
#include <set>

#include "claims/positions/diff.h"
#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/resting.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"
#include "store/editions.h"

namespace aver::cli {
namespace {

using store::View;

struct Options {
  std::string on;
  Reading reading;
};

std::vector<std::string> ids_of(const std::vector<const claims::Stance*>& stances) {
  std::vector<std::string> ids;
  for (const claims::Stance* one : stances) ids.push_back(one->id());
  return ids;
}

void add(std::vector<std::string>& to, const std::vector<const claims::Stance*>& stances) {
  for (std::string& id : ids_of(stances)) to.push_back(std::move(id));
}

void look_at(ImpactAnswer& answer, claims::ClaimFolder&& folder, const claims::query::Fall& fall,
             const claims::Vocabulary& words) {
  add(answer.records, fall.records);
  add(answer.checks, fall.checks);
  add(answer.stay_aside, fall.stay_aside);
  for (const claims::Stance* one : fall.stand) answer.stand.push_back(*one);
  if (!fall.any()) return;
  claims::ClaimFolder without = folder;
  // The same places in the copy: what falls is the folder's.
  claims::query::Fall same;
  for (const auto& [from, to] :
       {std::pair{&fall.records, &same.records}, {&fall.checks, &same.checks}}) {
    for (const claims::Stance* one : *from)
      to->push_back(&without.stances[static_cast<std::size_t>(one - folder.stances.data())]);
  }
  claims::query::retract_in(without, same, "");
  const claims::Day day = answer.head.at.on;
  claims::ClaimDiff diff = claims::diff({&folder, day}, {&without, day}, words);
  // Checks are listed apart.
  std::erase_if(diff.also,
                [](const claims::AlsoRecorded& one) { return !one.stance.repeats.empty(); });
  answer.claims.push_back(std::move(diff));
}

// How many of the records each edition has.
void add_editions(ImpactAnswer& answer, const store::Store& store) {
  if (answer.records.empty()) return;
  for (const store::Edition& edition : store::editions(store).all) {
    const View then = store.view(edition.commit);
    const auto has = [&](const std::string& id) {
      return then.has({claims::RecordKind::stance, id});
    };
    const auto count = std::count_if(answer.records.begin(), answer.records.end(), has);
    if (count > 0) answer.editions.emplace_back(edition.name, static_cast<std::size_t>(count));
  }
}

int run(const Options& options, Session& session) {
  const View view = asked_view(session, options.reading);
  if (nothing_was_known(session, view, options.reading, "aver.impact/1")) return kDone;
  ImpactAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  const Resting resting(session, view, options.on);
  answer.on = resting.on();
  answer.title = resting.title();
  resting.each(session, [&](claims::ClaimFolder&& folder, const claims::query::Fall& fall) {
    look_at(answer, std::move(folder), fall, view.vocabulary());
  });
  add_editions(answer, session.store());
  // What is gone at the tip needs no retraction.
  if (!answer.records.empty() && !options.reading.when.known_at)
    answer.command = "aver retract --resting-on " + shell_word(answer.on.id) + " --reason \"WHY\"";
  print(session, options.reading, answer, view.vocabulary());
  return kDone;
}

}  // namespace

Command impact_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "impact";
  command.description =
      "What rests on a source, or on an actor's word: which records fall with it, what would be "
      "in force instead on the day, which records stand by other evidence, which checks fall, and "
      "which editions have what falls. A record falls where all its evidence does.\n\n"
      "An actor's word is the evidence that it speaks, that it reports (via), or whose source it "
      "has published. That it holds a position is no word of its: what others report of it rests "
      "on them.";
  command.words = {positional("SOURCE|ACTOR", options->on, "a source, or an actor")};
  add_reading_words(command.words, options->reading, row_formats());
  command.examples = {
      {"aver impact ministers-wintermoor", "what falls if that source was forged"},
      {"aver retract --resting-on ministers-wintermoor --reason \"Forged\" --dry-run",
       "and what retracting it would do"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
