// SPDX-License-Identifier: MIT
//
// aver correct, aver retract: our record was wrong. The old one stays, and the new one says why.
// aver end: it was right, and has ended.
#include <memory>

#include "claims/positions/lines.h"
#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/record/stance_draft.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string stance;
  std::string day;
  std::optional<std::string> position, reason, holder, claim;
  StanceWords words;
  Writing writing;
};

// The stance that was wrong, with what speaks of it.
struct Wrong {
  claims::Stance stance;
  std::vector<std::string> checks;          // ids of the looks that found it unchanged
  std::optional<claims::Stance> corrected;  // what it had corrected itself
};

// Throws where it is already set aside: a stance is corrected only once, and its correction may be
// corrected in turn.
Wrong wrong_one(const Options& options, Session& session, const View& tip) {
  const claims::RecordRef record = record_named(tip, options.stance);
  if (record.kind != RecordKind::stance) {
    throw StoreError(
        Fault::usage,
        "\"" + options.stance + "\" is a " + std::string(to_string(record.kind)) + ", not a stance",
        {}, "aver history " + record.id);
  }
  Wrong wrong;
  wrong.stance = require_readable(session, tip.stance(record.id), claims::path_of(record));
  const claims::ClaimFolder folder = load_folder(session, tip, wrong.stance.claim);
  const claims::Lines lines(folder.stances, tip.vocabulary());
  for (const claims::Stance& one : folder.stances) {
    if (one.name != wrong.stance.name) continue;
    if (lines.aside().has(one)) {
      const claims::Stance& by = *lines.aside().by(one).back();
      throw StoreError(Fault::usage, one.name + " is set aside already, by " + by.name, {},
                       "aver show " + by.id());
    }
    for (const claims::Stance* check : lines.checks_of(one)) wrong.checks.push_back(check->id());
    if (const claims::Stance* target = lines.aside().target(one)) wrong.corrected = *target;
  }
  return wrong;
}

std::string reason_of(const Options& options) {
  const std::string reason = options.reason ? clean_text("--reason", *options.reason, true) : "";
  if (reason.empty()) {
    throw StoreError(Fault::usage, "say why the record was wrong", {}, "--reason \"WHY\"");
  }
  return reason;
}

std::string listed(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + safe_line(id);
  return text;
}

// The looks that repeat a record go along with its correction.
void tell_checks(StanceDraft& draft, const Wrong& wrong) {
  if (wrong.checks.empty()) return;
  draft.tell(counted(wrong.checks.size(), "look speaks", "looks speak") +
             " of the correction now: " + listed(wrong.checks));
}

claims::Stance retraction_of(const claims::Stance& wrong, const std::string& reason) {
  claims::Stance stance;
  stance.claim = wrong.claim;
  stance.holder = wrong.holder;
  stance.held = wrong.held.without_time();
  stance.retracts = wrong.name;
  stance.reason = reason;
  return stance;
}

// The correction as typed: the old values where none are given.
claims::Stance corrected(const Options& options, StanceDraft& draft, const claims::Stance& before) {
  claims::Stance stance = before;
  stance.corrects.clear();
  stance.retracts.clear();  // what takes a retraction back has a position again
  stance.reason.clear();
  if (options.position) stance.position = position_named(draft.tip.vocabulary(), *options.position);
  if (options.holder) stance.holder = draft.actor(*options.holder, options.words.create);
  draft.apply(options.words, stance);
  return stance;
}

// The claim was wrong: retracted there, recorded here, in one commit.
int move_to_claim(const Options& options, Session& session, const std::string& reason) {
  return record_stances(
      session, options.writing, "Move a stance to the claim it is about", [&](StanceDraft& draft) {
        const Wrong wrong = wrong_one(options, session, draft.tip);
        claims::Stance stance = corrected(options, draft, wrong.stance);
        stance.claim = claim_named(draft.tip, *options.claim);
        if (stance.claim == wrong.stance.claim) {
          throw StoreError(Fault::usage, "it is recorded on " + stance.claim + " already", {},
                           "aver help correct");
        }
        if (!stance.repeats.empty()) {
          throw StoreError(Fault::usage,
                           "a look repeats a record of its own claim: retract it, "
                           "and look again there",
                           {}, "aver retract " + wrong.stance.id());
        }
        stance.name.clear();
        stance.note +=
            (stance.note.empty() ? "" : "\n") + ("first recorded as " + wrong.stance.id());
        require_sound_stance(session, draft.add(std::move(stance)));
        claims::Stance retraction = retraction_of(wrong.stance, reason);
        if (!draft.made().empty()) retraction.note = "recorded as " + draft.made().back().id();
        require_sound_stance(session, draft.add(std::move(retraction)));
      });
}

int run_correct(const Options& options, Session& session) {
  const std::string reason = reason_of(options);
  if (options.claim) return move_to_claim(options, session, reason);
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    const Wrong wrong = wrong_one(options, session, draft.tip);
    claims::Stance stance = corrected(options, draft, wrong.stance);
    claims::Stance same = stance;
    same.corrects = wrong.stance.corrects;
    same.reason = wrong.stance.reason;
    if (same == wrong.stance) {
      throw StoreError(Fault::usage, "the correction changes nothing", {}, "aver help correct");
    }
    stance.name.clear();
    stance.corrects = wrong.stance.name;
    stance.reason = reason;
    tell_checks(draft, wrong);
    return stance;
  });
}

int run_retract(const Options& options, Session& session) {
  const std::string reason = reason_of(options);
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    const Wrong wrong = wrong_one(options, session, draft.tip);
    claims::Stance retraction = retraction_of(wrong.stance, reason);
    if (!wrong.checks.empty()) {
      draft.tell(counted(wrong.checks.size(), "look says", "looks say") +
                 " nothing any more: " + listed(wrong.checks) +
                 " (retract them, too: aver retract " + safe_line(wrong.checks.front()) + ")");
    }
    if (wrong.corrected && !wrong.corrected->position.empty()) {
      const claims::Stance& old = *wrong.corrected;
      draft.tell("nothing stands in its place: " + safe_line(old.name) +
                 ", which it had corrected, " +
                 "stays set aside. Its words come back by: aver correct " +
                 safe_line(draft.name_of(retraction)) + " " + safe_line(old.position) + " --held " +
                 claims::to_string(old.held) +
                 (old.source.empty() ? "" : " --source " + safe_line(old.source)) +
                 (old.searched.empty() ? "" : " --searched " + shell_word(old.searched.front())) +
                 " --reason \"WHY\"");
    }
    return retraction;
  });
}

int run_end(const Options& options, Session& session) {
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    const Wrong wrong = wrong_one(options, session, draft.tip);
    if (wrong.stance.position.empty() || !wrong.stance.repeats.empty()) {
      throw StoreError(Fault::usage,
                       wrong.stance.name + " is no position: it has no end of its own", {},
                       "aver show " + wrong.stance.id());
    }
    claims::Stance stance = wrong.stance;
    stance.until = session.date("DAY", options.day);
    if (stance.until == wrong.stance.until) {
      throw StoreError(
          Fault::usage,
          wrong.stance.name + " says already that it ended on " + claims::to_string(*stance.until),
          {}, "aver show " + wrong.stance.id());
    }
    if (options.words.note) stance.note = clean_text("--note", *options.words.note, true);
    stance.name.clear();
    stance.corrects = wrong.stance.name;
    stance.reason = "ended";
    tell_checks(draft, wrong);
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
      "store, set aside for good, with the reason; the holder has not moved, and no time line says "
      "so. What is not given is taken over. A correction that was wrong itself is corrected in "
      "turn.\n\n"
      "That a position ended is no mistake of anybody's: aver end.";
  command.words = {
      positional("STANCE", o.stance, "the stance that is wrong: its id, or a trailing part of it"),
      positional("POSITION", o.position, "the right position (default: as it was)"),
      option("--reason", "TEXT", &o.reason, "why it was wrong; always asked for"),
      option("--holder", "HOLDER", &o.holder, "it was another's position"),
      option("--claim", "CLAIM", &o.claim,
             "it is about another claim: retracted here, and recorded there"),
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
      "set aside for good, with the reason. If it was a correction, what it had corrected stays "
      "set "
      "aside, too: the answer has the command that records the old words anew.";
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

Command end_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "end";
  command.description =
      "Records when a position ended: the same record once more, with its last day. Nobody was "
      "wrong, and no answer calls it a correction; from the day after, the position is lapsed, or "
      "what it had covered is in force again.";
  command.words = {
      positional("STANCE", o.stance, "the stance that has ended: its id, or a trailing part of it"),
      positional("DAY", o.day, "the last day it was held"),
      option("--note", "TEXT", &o.words.note, "how that is known"),
  };
  add_writing_words(command.words, o.writing);
  command.examples = {{"aver end calda-restrains-dorn/2024-10-31-calda 2024-11-30",
                       "Calda's silence ended with November"}};
  command.run = [options](Session& session) { return run_end(*options, session); };
  return command;
}

}  // namespace aver::cli
