// SPDX-License-Identifier: MIT
//
// aver correct, aver retract: our record was wrong. The old one stays, and the new one says why.
// aver end: it was right, and has ended.
#include <memory>

#include "claims/positions/lines.h"
#include "claims/query/without.h"
#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/record/retract_resting.h"
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
  std::optional<std::string> retracted;  // of retract: the stance, where no --resting-on is given
  std::optional<std::string> resting_on;
  bool dry_run = false;
  std::string day;
  std::optional<std::string> position, reason, holder, claim, as;
  StanceWords words;
  Writing writing;
};

// The stance that was wrong, with what speaks of it.
struct Wrong {
  claims::Stance stance;
  std::vector<std::string> checks;          // ids of the looks that found it unchanged
  std::optional<claims::Stance> corrected;  // what it had corrected itself
};

// The stance by this name; throws where it is none.
claims::Stance stance_named(const std::string& name, Session& session, const View& tip) {
  const claims::RecordRef record = record_named(tip, name);
  if (record.kind != RecordKind::stance) {
    throw StoreError(
        Fault::usage,
        "\"" + name + "\" is a " + std::string(to_string(record.kind)) + ", not a stance", {},
        "aver history " + record.id);
  }
  return require_readable(session, tip.stance(record.id), claims::path_of(record));
}

// Throws where it is already set aside: a stance is corrected only once, and its correction may be
// corrected in turn.
Wrong wrong_one(const Options& options, Session& session, const View& tip) {
  Wrong wrong;
  wrong.stance = stance_named(options.stance, session, tip);
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

void tell_fallen(StanceDraft& draft, const Wrong& wrong) {
  if (wrong.checks.empty()) return;
  draft.tell(counted(wrong.checks.size(), "look says", "looks say") +
             " nothing any more. To retract " + (wrong.checks.size() == 1 ? "it:" : "them:"));
  for (const std::string& check : wrong.checks)
    draft.tell_command("aver retract " + check + " --reason \"WHY\"");
}

// The looks that repeat a record go along with its correction, as long as that may be what they
// found: nothing, or something.
void tell_checks(StanceDraft& draft, const Wrong& wrong, const claims::Stance& correction) {
  if (wrong.checks.empty()) return;
  const claims::Vocabulary& words = draft.tip.vocabulary();
  if (words.is_absence(wrong.stance.position) != words.is_absence(correction.position))
    return tell_fallen(draft, wrong);
  draft.tell(counted(wrong.checks.size(), "look speaks", "looks speak") +
             " of the correction now: " + listed(wrong.checks));
}

// What the correction takes over where nothing is given: the values of the wrong stance, or those
// of the one that --as names.
claims::Stance taken_over(const Options& options, Session& session, const View& tip,
                          const claims::Stance& wrong) {
  if (!options.as) return wrong;
  claims::Stance other = stance_named(*options.as, session, tip);
  if (other.claim != wrong.claim) {
    throw StoreError(Fault::usage, other.id() + " is about another claim", {},
                     "aver record " + other.claim);
  }
  if (other.position.empty()) {
    throw StoreError(Fault::usage, other.name + " is a retraction: it has no words to take over",
                     {}, "aver show " + other.id());
  }
  return other;
}

// An absence that becomes something said does not take along where somebody looked, and until when:
// that they found nothing is no evidence of it.
void leave_looks(const Options& options, StanceDraft& draft, const claims::Stance& before,
                 claims::Stance& stance) {
  const claims::Vocabulary& words = draft.tip.vocabulary();
  if (!words.is_absence(before.position) || words.is_absence(stance.position) ||
      !stance.repeats.empty()) {
    return;
  }
  if (!options.words.searched.empty() || options.words.through) return;
  stance.searched.clear();
  stance.through.reset();
  draft.tell("where somebody looked for it, and found nothing, is not taken over (--searched)");
}

// With the day on which an absence begins, the day until which somebody looked moves along, where
// that is no day of its own.
void move_look(const Options& options, StanceDraft& draft, const claims::Stance& before,
               claims::Stance& stance) {
  if (!options.words.held || options.words.through || !before.through ||
      *before.through != before.held.without_time() || stance.through != before.through ||
      stance.held == before.held) {
    return;
  }
  stance.through = stance.held.without_time();
  draft.tell("looked until " + claims::to_string(*stance.through) +
             ", as it begins there now (another day: --through)");
}

// A look is about the record that it repeats: what it found cannot be corrected to something else.
void require_same_finding(const claims::Stance& before, const claims::Stance& stance,
                          const claims::Vocabulary& words) {
  if (before.repeats.empty() ||
      (before.holder == stance.holder &&
       words.canonical(before.position) == words.canonical(stance.position))) {
    return;
  }
  throw StoreError(
      Fault::usage,
      before.name + " is a look: it found " + before.repeats + " unchanged, and nothing else",
      {"retract it, and record what was found instead"},
      "aver retract " + before.id() + " --reason \"WHY\"; aver record " + before.claim + " " +
          stance.holder + " " + stance.position + " --held " + claims::to_string(stance.held));
}

// The correction as typed: the old values where none are given.
claims::Stance corrected(const Options& options, Session& session, StanceDraft& draft,
                         const claims::Stance& wrong) {
  const claims::Stance before = taken_over(options, session, draft.tip, wrong);
  claims::Stance stance = before;
  stance.name = wrong.name;
  stance.corrects.clear();
  stance.retracts.clear();  // what takes a retraction back has a position again
  stance.reason.clear();
  if (options.position) stance.position = position_named(draft.tip.vocabulary(), *options.position);
  if (options.holder) stance.holder = draft.actor(*options.holder, options.words.create);
  require_same_finding(before, stance, draft.tip.vocabulary());
  draft.apply(options.words, stance);
  leave_looks(options, draft, before, stance);
  move_look(options, draft, before, stance);
  return stance;
}

// The claim was wrong: retracted there, recorded here, in one commit.
int move_to_claim(const Options& options, Session& session, const std::string& reason) {
  return record_stances(
      session, options.writing, "Move a stance to the claim it is about", [&](StanceDraft& draft) {
        const Wrong wrong = wrong_one(options, session, draft.tip);
        claims::Stance stance = corrected(options, session, draft, wrong.stance);
        stance.claim = claim_named(draft.tip, *options.claim);
        if (stance.claim == wrong.stance.claim) {
          throw StoreError(Fault::usage, "it is recorded on " + stance.claim + " already", {},
                           "aver help correct");
        }
        if (!stance.repeats.empty()) {
          throw StoreError(Fault::usage,
                           "a look repeats a record of its own claim: retract it, "
                           "and look again there",
                           {}, "aver retract " + wrong.stance.id() + " --reason \"WHY\"");
        }
        stance.name.clear();
        stance.note +=
            (stance.note.empty() ? "" : "\n") + ("first recorded as " + wrong.stance.id());
        require_sound_stance(session, draft.add(std::move(stance)));
        claims::Stance retraction = claims::query::retraction_of(wrong.stance, reason);
        if (!draft.made().empty()) retraction.note = "recorded as " + draft.made().back().id();
        require_sound_stance(session, draft.add(std::move(retraction)));
      });
}

int run_correct(const Options& options, Session& session) {
  const std::string reason = reason_of(options);
  if (options.claim) return move_to_claim(options, session, reason);
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    const Wrong wrong = wrong_one(options, session, draft.tip);
    claims::Stance stance = corrected(options, session, draft, wrong.stance);
    claims::Stance same = stance;
    same.corrects = wrong.stance.corrects;
    same.reason = wrong.stance.reason;
    if (same == wrong.stance) {
      throw StoreError(Fault::usage, "the correction changes nothing", {}, "aver help correct");
    }
    stance.name.clear();
    stance.corrects = wrong.stance.name;
    stance.reason = reason;
    tell_checks(draft, wrong, stance);
    return stance;
  });
}

// Throws where what is typed says neither which stance nor on what it rests, or both.
void require_one_way(const Options& options) {
  if (options.retracted && options.resting_on) {
    throw StoreError(Fault::usage, "a stance is retracted, or all that rests on a source: not both",
                     {}, "aver retract --resting-on " + *options.resting_on + " --reason \"WHY\"");
  }
  if (!options.retracted && !options.resting_on) {
    throw StoreError(Fault::usage, "which stance was wrong?", {},
                     "aver retract STANCE --reason \"WHY\"");
  }
  if (options.dry_run && !options.resting_on) {
    throw StoreError(Fault::usage, "--dry-run goes with --resting-on", {}, "aver help retract");
  }
}

int run_retract(const Options& typed, Session& session) {
  require_one_way(typed);
  const std::string reason = reason_of(typed);
  if (typed.resting_on)
    return retract_resting(session, typed.writing, *typed.resting_on, reason, typed.dry_run);
  Options options = typed;
  options.stance = *typed.retracted;
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    const Wrong wrong = wrong_one(options, session, draft.tip);
    claims::Stance retraction = claims::query::retraction_of(wrong.stance, reason);
    tell_fallen(draft, wrong);
    if (wrong.corrected && !wrong.corrected->position.empty()) {
      const claims::Stance& old = *wrong.corrected;
      const bool ended = how_set_aside(old, wrong.stance) == claims::Aside::ended;
      draft.tell("nothing stands in its place: " + safe_line(old.name) + ", which it had " +
                 (ended ? "ended" : "corrected") +
                 ", stays set aside. That comes back, with all it says, by:");
      draft.tell_command("aver correct " + draft.name_of(retraction) + " --as " + old.id() +
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
    stance.reason = claims::kEnded;
    tell_checks(draft, wrong, stance);
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
      "so. What is not given is taken over: from the wrong stance, or from the one that --as "
      "names, "
      "whatever became of that. A correction that was wrong itself is corrected in turn.\n\n"
      "That a position ended is no mistake of anybody's: aver end.";
  command.words = {
      positional("STANCE", o.stance, "the stance that is wrong: its id, or a trailing part of it"),
      positional("POSITION", o.position, "the right position (default: as it was)"),
      option("--reason", "TEXT", &o.reason, "why it was wrong; always asked for"),
      option("--holder", "HOLDER", &o.holder, "it was another's position"),
      option("--claim", "CLAIM", &o.claim,
             "it is about another claim: retracted here, and recorded there"),
      option("--as", "OTHER", &o.as,
             "as this other stance of the claim: all that it says is taken over"),
  };
  add_stance_words(command.words, o.words);
  for (Word& word : command.words) {
    if (word.name == "--held") word.help = "when it was held (default: as it was)";
  }
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver correct calda-restrains-dorn/2024-10-31-calda deny --reason \"The "
       "wire left out the not\"",
       "another position"},
      {"aver correct calda-restrains-dorn/2024-10-31-calda --held 2024-10-30 "
       "--reason \"Said the day before\"",
       "another day"},
      {"aver correct calda-restrains-dorn/2024-10-31-calda-3 --as "
       "calda-restrains-dorn/2024-10-31-calda --reason \"The first wire was right\"",
       "the old words again, after their correction was retracted"}};
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
      "aside, too: the answer has the command that records the old words anew.\n\n"
      "With --resting-on, all that rests on a source or on an actor's word alone, in one commit, "
      "with the checks that speak of it. What other evidence carries stands, and is told (aver "
      "impact).";
  command.words = {
      positional("STANCE", o.retracted,
                 "the stance that is wrong: its id, or a trailing part of it"),
      option("--reason", "TEXT", &o.reason, "why it was wrong; always asked for"),
      option("--resting-on", "SOURCE|ACTOR", &o.resting_on,
             "instead of one stance, all that fall with this"),
      flag("--dry-run", o.dry_run,
           "with --resting-on: say what would be retracted, and write "
           "nothing"),
  };
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver retract calda-restrains-dorn/2024-10-31-calda --reason \"It was another ministry\"",
       ""},
      {"aver retract --resting-on ministers-wintermoor --reason \"The page was forged\"",
       "all that rests on one source"}};
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
