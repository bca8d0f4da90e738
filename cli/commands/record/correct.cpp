// SPDX-License-Identifier: MIT
//
// aver correct, aver retract: our record was wrong. The old one stays, and the new one says why.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/record/stance_draft.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string stance;
  std::optional<std::string> position, reason;
  StanceWords words;
  Writing writing;
};

// The stance that was wrong. Throws where it is already set aside: a stance is corrected only once.
claims::Stance wrong_one(const Options& options, Session& session, const View& tip) {
  const claims::RecordRef record = record_named(tip, options.stance);
  if (record.kind != RecordKind::stance) {
    throw StoreError(
        Fault::usage,
        "\"" + options.stance + "\" is a " + std::string(to_string(record.kind)) + ", not a stance",
        {}, "aver history " + record.id);
  }
  const claims::Stance stance =
      require_readable(session, tip.stance(record.id), claims::path_of(record));
  const claims::ClaimFolder folder = load_folder(session, tip, stance.claim);
  for (const claims::Stance& one : folder.stances) {
    if (one.name != stance.name) continue;
    if (const claims::Stance* by = claims::overruled_by(folder.stances, one)) {
      throw StoreError(Fault::usage, stance.name + " is set aside already, by " + by->name, {},
                       "aver show " + by->id());
    }
  }
  return stance;
}

std::string reason_of(const Options& options) {
  const std::string reason = options.reason ? clean_text("--reason", *options.reason, true) : "";
  if (reason.empty()) {
    throw StoreError(Fault::usage, "say why the record was wrong", {}, "--reason \"WHY\"");
  }
  return reason;
}

int run_correct(const Options& options, Session& session) {
  const std::string reason = reason_of(options);
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    claims::Stance stance = wrong_one(options, session, draft.tip);
    const claims::Stance before = stance;
    if (options.position)
      stance.position = position_named(draft.tip.vocabulary(), *options.position);
    draft.apply(options.words, stance);
    if (stance == before) {
      throw StoreError(Fault::usage, "the correction changes nothing", {}, "aver help correct");
    }
    stance.name.clear();
    stance.corrects = before.name;
    stance.reason = reason;
    return stance;
  });
}

int run_retract(const Options& options, Session& session) {
  const std::string reason = reason_of(options);
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    const claims::Stance wrong = wrong_one(options, session, draft.tip);
    claims::Stance stance;
    stance.claim = wrong.claim;
    stance.holder = wrong.holder;
    stance.held = wrong.held;
    stance.retracts = wrong.name;
    stance.reason = reason;
    return stance;
  });
}

}  // namespace

Command correct_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "correct";
  command.description =
      "Replaces a stance that we recorded wrongly by one that is right. The wrong one stays in the "
      "store, set "
      "aside with the reason; the holder has not moved, and no time line says so. What is not "
      "given is taken "
      "over.";
  command.words = {
      positional("STANCE", o.stance, "the stance that is wrong: its id, or a trailing part of it"),
      positional("POSITION", o.position, "the right position (default: as it was)"),
      option("--reason", "TEXT", &o.reason, "why it was wrong; always asked for"),
  };
  add_stance_words(command.words, o.words);
  for (Word& word : command.words) {
    if (word.name == "--held") word.help = "when it was held (default: as it was)";
  }
  add_writing_words(command.words, o.writing);
  command.examples = {{"aver correct calda-restrains-dorn/2024-10-31-calda deny --reason \"The "
                       "wire left out the not\"",
                       "another position"},
                      {"aver correct calda-restrains-dorn/2024-10-31-calda --held 2024-10-30 "
                       "--reason \"Said the day before\"",
                       "another day"}};
  command.run = [options](Session& session) { return run_correct(*options, session); };
  return command;
}

Command retract_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "retract";
  command.description =
      "Takes a stance back that was never so, with nothing in its place. It stays in the store, "
      "set aside with "
      "the reason. A retraction may itself be retracted.";
  command.words = {
      positional("STANCE", o.stance, "the stance that is wrong: its id, or a trailing part of it"),
      option("--reason", "TEXT", &o.reason, "why it was wrong; always asked for"),
  };
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver retract calda-restrains-dorn/2024-10-31-calda --reason \"It was another ministry\"",
       ""}};
  command.run = [options](Session& session) { return run_retract(*options, session); };
  return command;
}

}  // namespace aver::cli
