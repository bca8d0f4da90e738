// SPDX-License-Identifier: MIT
//
// aver evidence add: another source, or another passage, for what is recorded already. It edits the
// record, and corrects nothing.
#include <memory>

#include "claims/positions/set_aside.h"
#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/record/stance_draft.h"
#include "cli/terminal/errors.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string stance;
  StanceWords words;
  Writing writing;
};

struct AmendedStance {
  claims::Stance stance;
  std::string text;  // of its file
};

// The record that is given evidence. Throws where it can have none: it is no stance, takes another
// back, or is set aside itself.
AmendedStance stance_of(const Options& options, Session& session, const View& tip) {
  const claims::RecordRef record = record_named(tip, options.stance);
  if (record.kind != claims::RecordKind::stance) {
    throw StoreError(
        Fault::usage,
        "\"" + options.stance + "\" is a " + std::string(to_string(record.kind)) + ", not a stance",
        {}, "aver show " + record.id);
  }
  const std::string path = claims::path_of(record);
  AmendedStance target{require_readable(session, tip.stance(record.id), path),
                       tip.read(path).value_or("")};
  const claims::Stance& stance = target.stance;
  if (!stance.retracts.empty()) {
    throw StoreError(Fault::usage, stance.name + " is a retraction: it holds no position", {},
                     "aver show " + stance.id());
  }
  const claims::ClaimFolder folder = load_folder(session, tip, stance.claim);
  const claims::SetAside aside(folder.stances);
  for (const claims::Stance& one : folder.stances) {
    if (one.name != stance.name || !aside.has(one)) continue;
    const claims::Stance& by = *aside.by(one).back();
    throw StoreError(Fault::usage, one.name + " is set aside already, by " + by.name, {},
                     "aver show " + by.id());
  }
  return target;
}

// A look says where somebody looked, and that nothing was new: no words, and nobody who said them.
void require_no_words_of_a_look(const StanceWords& words, const claims::Stance& look) {
  const bool has_words = words.quote || words.translation || words.speaker || !words.via.empty() ||
                         words.mode || words.unverified;
  if (look.repeats.empty() || !has_words) return;
  throw StoreError(Fault::usage, look.name + " is a look: it has a source, and no words of anybody",
                   {"what was said is evidence of " + look.repeats + ", or a record of its own"},
                   "aver record " + look.claim + " " + look.holder + " " + look.position +
                       " --restate --held " + claims::to_string(look.held));
}

int run(const Options& options, Session& session) {
  if (!options.words.source) {
    throw StoreError(Fault::usage, "evidence stands in a source: name it", {},
                     "--source SOURCE, with --create for a new one");
  }
  return record_stances(session, options.writing, "", [&](StanceDraft& draft) {
    const AmendedStance target = stance_of(options, session, draft.tip);
    require_no_words_of_a_look(options.words, target.stance);
    require_sound_stance(session, draft.add_evidence(target.stance, target.text, options.words));
  });
}

}  // namespace

Command evidence_add_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "evidence add";
  command.description =
      "Adds evidence to a stance that is recorded already: another source that says the same, or "
      "another passage of one. What was held, since when and by whom stays as it is. A quote is "
      "held against the saved text of its own source.\n\n"
      "Where the other source tells of another day, or of something else, record that as a stance "
      "of its own: aver record. Where our record was wrong, correct it: aver correct.";
  command.words = {
      positional("STANCE", o.stance,
                 "the stance that it is evidence of: its id, or a trailing part"),
  };
  add_evidence_words(command.words, o.words);
  for (Word& word : command.words) {
    if (word.name == "--mode") {
      word.help =
          "how it is known (default: from --via, --quote): direct, paraphrase, attributed, "
          "inferred, action, vote or document";
    }
    if (word.name == "--create") word.help = "add an unknown source on the way";
  }
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver evidence add calda-restrains-dorn/2024-10-31-calda --source 2024/ministers-wintermoor "
       "--quote \"it remained to be seen whether it would\" --speaker brindle",
       "another passage, and who said it"},
      {"aver evidence add calda-restrains-dorn/2024-11-14-calda --source 2024/evening-courier "
       "--via "
       "wintermoor-courier --locator \"p. 3\" --create",
       "another source; --create adds it"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
