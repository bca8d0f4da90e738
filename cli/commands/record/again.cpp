// SPDX-License-Identifier: MIT
//
// aver again: somebody looked once more, and found that a record still is so.
#include <algorithm>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/record/stance_draft.h"
#include "cli/terminal/errors.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using claims::Stance;
using store::Fault;
using store::StoreError;

struct Options {
  std::string record;
  std::optional<std::string> holder;
  bool same_places = false;
  StanceWords words;  // the few of them that a look has
  Writing writing;
};

// The command as typed, with more at its end.
std::string again_with(const Options& options, const std::string& more) {
  return "aver again " + options.record + (options.holder ? " " + *options.holder : "") + more;
}

// The record that a stance by this name speaks of: a check speaks of its root.
const Stance* named_root(const claims::Lines& lines, const claims::ClaimFolder& folder,
                         const std::string& name) {
  for (const Stance& stance : folder.stances) {
    if (stance.name != name) continue;
    return stance.repeats.empty() ? &stance : lines.root_of(stance);
  }
  return nullptr;
}

[[noreturn]] void refuse_set_aside(const Stance& stance, const Stance& by) {
  const bool corrected = by.retracts.empty();
  throw StoreError(
      Fault::usage,
      stance.name + " is set aside: " + (corrected ? "corrected" : "retracted") + " by " + by.name,
      {}, corrected ? "aver again " + by.id() : "aver show " + by.id());
}

// What is in force on the day, of which the stance must be one.
void require_in_force(const claims::Lines& lines, const Stance& root, claims::Day day) {
  for (const claims::Line& line : lines.all()) {
    const auto position = claims::position_on(lines, line, day);
    if (!position || position->holder != root.holder) continue;
    for (const claims::Possible& one : position->possible) {
      if (std::find(one.stances.begin(), one.stances.end(), &root) == one.stances.end()) continue;
      if (position->certain() && !one.lapsed) return;
    }
  }
  throw StoreError(Fault::usage,
                   root.name + " is not surely in force on " + claims::to_string(day) +
                       ": a look cannot find it unchanged",
                   {}, "aver show " + root.claim + " --on " + claims::to_string(day));
}

// The record to look at again: the one named, or what surely is in force on the claim on the day.
//
// A check says that nothing has changed, so there must be one thing that it is said of. What has
// lapsed, was set aside, is a retraction or is not certain is refused, each with the command that
// shows why: a check of it would be quiet about the very thing that somebody ought to look at. Of
// several lines the one with an absence is taken, as that is what people go and look for again.
Stance root_of(const Options& options, Session& session, const store::View& tip, claims::Day day) {
  const claims::RecordRef record = record_named(tip, options.record);
  if (record.kind != RecordKind::stance && record.kind != RecordKind::claim) {
    throw StoreError(Fault::usage, "\"" + options.record + "\" is no claim and no stance", {},
                     "aver help again");
  }
  const bool of_stance = record.kind == RecordKind::stance;
  const std::string claim = of_stance ? claims::split_stance_id(record.id).claim : record.id;
  const claims::ClaimFolder folder = load_folder(session, tip, claim);
  const claims::Lines lines(folder.stances, tip.vocabulary());
  if (of_stance) {
    require_readable(session, tip.stance(record.id), claims::path_of(record));
    const Stance* root = named_root(lines, folder, claims::split_stance_id(record.id).name);
    if (root == nullptr)
      throw StoreError(Fault::not_found, options.record + " repeats a stance that is not there");
    if (lines.aside().has(*root)) refuse_set_aside(*root, *lines.aside().by(*root).back());
    if (!root->retracts.empty()) {
      throw StoreError(Fault::usage, root->name + " is a retraction: there is nothing to look at",
                       {}, "aver show " + root->id());
    }
    require_in_force(lines, *root, day);
    return *root;
  }
  const std::string holder = options.holder ? actor_named(tip, *options.holder) : "";
  std::vector<claims::Position> held = claims::positions_on(lines, day);
  std::erase_if(
      held, [&](const claims::Position& one) { return !holder.empty() && one.holder != holder; });
  if (held.empty()) {
    const std::string then = day == session.today() ? "" : " on " + claims::to_string(day);
    throw StoreError(
        Fault::not_found,
        (holder.empty() ? "nobody" : holder) + " has no position on " + record.id + then +
            " to repeat",
        {}, "aver record " + record.id + " " + (holder.empty() ? "HOLDER" : holder) + " POSITION");
  }
  // Of two scales an absence is what somebody looks for.
  if (held.size() > 1 && !holder.empty()) {
    const auto absent = [&](const claims::Position& one) {
      return tip.vocabulary().is_absence(one.word());
    };
    if (std::count_if(held.begin(), held.end(), absent) == 1) {
      std::erase_if(held, [&](const claims::Position& one) { return !absent(one); });
    }
  }
  if (held.size() > 1) {
    std::vector<std::string> names;
    for (const claims::Position& one : held) {
      names.push_back(std::string(one.holder) + " " +
                      (one.certain() ? std::string(one.word()) : "(not certain)") +
                      (one.stance() != nullptr ? ": " + one.stance()->id() : ""));
    }
    const Stance* first = held.front().stance();
    throw StoreError(Fault::ambiguous, "several positions are held on " + record.id, names,
                     "aver again " + (first != nullptr ? first->id() : record.id + " HOLDER") +
                         (first == nullptr || first->searched.empty() ? " --searched \"WHERE\""
                                                                      : " --same-places"));
  }
  const claims::Position& position = held.front();
  if (!position.certain() || position.lapsed()) {
    throw StoreError(Fault::usage,
                     "what " + std::string(position.holder) + " holds on " + record.id + " on " +
                         claims::to_string(day) +
                         (position.certain() ? " has lapsed" : " is not certain"),
                     {}, "aver history " + record.id + " --holder " + std::string(position.holder));
  }
  return *position.stance();
}

// A look that reaches until a later day finds the record unchanged there, too.
void require_in_force_through(Session& session, const store::View& tip, const Stance& root,
                              claims::Day day) {
  const claims::ClaimFolder folder = load_folder(session, tip, root.claim);
  const claims::Lines lines(folder.stances, tip.vocabulary());
  for (const Stance& one : folder.stances) {
    if (one.name == root.name) require_in_force(lines, one, day);
  }
}

int run(const Options& options, Session& session) {
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    Stance look;
    look.held = claims::Date{session.today()};
    draft.apply(options.words, look);
    draft.held_when_published(options.words, look);
    const Stance root = root_of(options, session, draft.tip, look.held.earliest());
    if (look.through) require_in_force_through(session, draft.tip, root, look.through->latest());
    if (options.same_places) {
      if (root.searched.empty()) {
        throw StoreError(Fault::usage, root.name + " does not say where somebody looked", {},
                         again_with(options, " --searched \"WHERE\""));
      }
      look.searched = root.searched;
    }
    if (look.searched.empty() && look.source.empty()) {
      throw StoreError(
          Fault::usage, "say where somebody looked this time", {},
          again_with(options, root.searched.empty() ? " --searched \"WHERE\"" : " --same-places"));
    }
    look.claim = root.claim;
    look.holder = root.holder;
    look.position = draft.tip.vocabulary().canonical(root.position);
    look.repeats = root.name;
    if (draft.tip.vocabulary().is_absence(look.position) && !look.through)
      look.through = look.held.without_time();
    return look;
  });
}

}  // namespace

Command again_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "again";
  command.description =
      "Records that somebody has looked once more, and that a record still is so: a check. It "
      "moves "
      "the day on which the record was last looked at, and nothing else; it is no position of its "
      "own, and takes over no quote and no source. So it says where somebody looked this time: "
      "--searched, --same-places, or a source.\n\n"
      "What was said anew is a record of its own: \"aver record\". \"aver due\" lists what is to "
      "be "
      "looked at again.";
  command.words = {
      positional("STANCE|CLAIM", o.record, "a stance; or a claim, for what is held on it that day"),
      positional("HOLDER", o.holder,
                 "whose position on the claim (default: the only one there is)"),
      option("--held", "DATE", &o.words.held,
             "when somebody looked (default: when the source was published, else today)"),
      option("--through", "DATE", &o.words.through, "until when they looked (default: --held)"),
      option("--searched", "WHERE", &o.words.searched, "where somebody looked; may be repeated"),
      flag("--same-places", o.same_places, "where the record says that somebody looked"),
      option("--source", "SOURCE", &o.words.source, "that says it still is so"),
      option("--locator", "PLACE", &o.words.locator, "where in the source"),
      option("--review-by", "DATE", &o.words.review_by, "when to look again"),
      option("--note", "TEXT", &o.words.note, "anything else"),
      flag("--create", o.words.create, "add an unknown source on the way"),
  };
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver again uw-arms-south-dorna/2024-11-15-uw --same-places", "still silent, today"},
      {"aver again uw-arms-south-dorna/2024-11-15-uw --held 2024-12-10 --searched \"the budget\"",
       "as of that day, and where"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
