// SPDX-License-Identifier: MIT
//
// aver record: one line that says who holds which position on a claim, and on what evidence.
#include <memory>

#include "claims/positions/in_force.h"
#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/record/stance_draft.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

struct Options {
  std::string claim, holder, position;
  std::optional<std::string> corrects, reason;
  bool restate = false;
  StanceWords words;
  Writing writing;
};

// True where nothing is given but a look: when and where, and a note.
bool is_look(const Options& options) {
  const StanceWords& w = options.words;
  return !options.corrects && !w.until && !w.mode && !w.speaker && w.via.empty() && !w.summary &&
         !w.quote && !w.quote_lang && !w.translation && !w.locator && !w.credibility &&
         !w.likelihood && !w.rating && !w.review_by && !w.condition && !w.unverified;
}

// The record that says the same absence, and surely is in force on the day, and still on that until
// which somebody looked; nothing where none is.
std::optional<std::string> found_before(Session& session, const store::View& tip,
                                        const claims::Stance& look) {
  const claims::ClaimFolder folder = load_folder(session, tip, look.claim);
  const claims::Lines lines(folder.stances, tip.vocabulary());
  const auto found_on = [&](claims::Day day) -> const claims::Stance* {
    for (const claims::Position& position : claims::positions_on(lines, day)) {
      if (position.holder == look.holder && position.certain() && !position.lapsed() &&
          position.word() == tip.vocabulary().canonical(look.position)) {
        return position.stance();
      }
    }
    return nullptr;
  };
  const claims::Stance* root = found_on(look.held.earliest());
  if (root == nullptr || (look.through && found_on(look.through->latest()) != root))
    return std::nullopt;
  return root->name;
}

// A stance is corrected once; its correction may be corrected in turn.
void require_not_set_aside(Session& session, const store::View& tip,
                           const claims::Stance& correction) {
  const claims::ClaimFolder folder = load_folder(session, tip, correction.claim);
  const claims::SetAside aside(folder.stances);
  for (const claims::Stance& one : folder.stances) {
    if (one.name != claims::set_aside_by(correction) || !aside.has(one)) continue;
    const claims::Stance& by = *aside.by(one).back();
    throw store::StoreError(store::Fault::usage, one.name + " is set aside already, by " + by.name,
                            {}, "aver show " + by.id());
  }
}

int run(const Options& options, Session& session) {
  if (options.corrects && !options.reason) {
    throw store::StoreError(store::Fault::usage,
                            "a correction says why the other record was a mistake", {},
                            "--reason \"WHY\"");
  }
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    claims::Stance stance;
    stance.claim = claim_named(draft.tip, options.claim);
    stance.holder = draft.actor(options.holder, options.words.create);
    stance.position = position_named(draft.tip.vocabulary(), options.position);
    stance.held = claims::Date{session.today()};
    stance.corrects = options.corrects.value_or("");
    stance.reason = options.reason.value_or("");
    if (options.corrects) require_not_set_aside(session, draft.tip, stance);
    draft.apply(options.words, stance);
    draft.held_when_published(options.words, stance);
    const bool absence = draft.tip.vocabulary().is_absence(stance.position);
    if (absence && !options.words.through) stance.through = stance.held.without_time();
    if (absence && !options.restate && is_look(options)) {
      if (const auto root = found_before(session, draft.tip, stance)) {
        stance.repeats = *root;
        draft.tell("a check of " + safe_line(*root) +
                   ": nothing was found before either (a record of its own: --restate)");
      }
    }
    return stance;
  });
}

}  // namespace

Command record_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "record";
  command.description =
      "Records that a holder takes a position on a claim, as one stance in one commit. The "
      "position is a "
      "word of the store's vocabulary (aver help vocabulary). Old stances stay: what a holder held "
      "before "
      "is history, not a mistake.\n\n"
      "An absence (silent, not-acted) says that somebody looked and found nothing: it names where "
      "(--searched), or a source. Looked again, and nothing is there still: that is a check, by "
      "this "
      "command or by \"aver again\".\n\n"
      "Without --held it was held when its source was published, or else today.";
  command.words = {
      positional("CLAIM", o.claim, "the claim's id, or a trailing part of it"),
      positional("HOLDER", o.holder, "whose position it is: an actor's id or name"),
      positional("POSITION", o.position, "affirm, deny, silent, not-acted, …"),
  };
  add_stance_words(command.words, o.words);
  command.words.push_back(
      option("--corrects", "STANCE", &o.corrects,
             "the stance this one replaces, as our mistake (see aver correct)"));
  command.words.push_back(option("--reason", "TEXT", &o.reason, "why that was a mistake"));
  command.words.push_back(
      flag("--restate", o.restate, "a record of its own, where a look would only be a check"));
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver record calda-restrains-dorn calda silent --searched \"ministry briefings\"",
       "nothing found, and where somebody looked"},
      {"aver record calda-restrains-dorn calda affirm --held 2024-11-14 --quote \"spoken with "
       "North "
       "Dorna about restraint\" --source 2024/briefing",
       "in the holder's own words"},
      {"aver record uw-arms-south-dorna uw announced --via wintermoor-courier --summary \"A "
       "delivery "
       "is on its way\" --source 2024/delivery --create",
       "as others report it; --create adds the source"},
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
