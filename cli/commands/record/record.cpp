// SPDX-License-Identifier: MIT
//
// aver record: one line that says who holds which position on a claim, and on what evidence.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/names.h"
#include "cli/record/stance_draft.h"
#include "cli/terminal/errors.h"

namespace aver::cli {
namespace {

struct Options {
  std::string claim, holder, position;
  std::optional<std::string> corrects, reason;
  StanceWords words;
  Writing writing;
};

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
    draft.apply(options.words, stance);
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
      "(--searched), or a source. \"aver again\" records that nothing has changed since.";
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
