// SPDX-License-Identifier: MIT
//
// aver again: looked once more, and nothing has changed.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/record/stance_draft.h"
#include "cli/terminal/errors.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;

struct Options {
  std::string record;
  std::optional<std::string> holder;
  StanceWords words;
  Writing writing;
};

// The stance to repeat: the one named, or the holder's position on the claim today.
claims::Stance repeated(const Options& options, Session& session, const store::View& tip) {
  const claims::RecordRef record = record_named(tip, options.record);
  if (record.kind == RecordKind::stance) {
    return require_readable(session, tip.stance(record.id), claims::path_of(record));
  }
  if (record.kind != RecordKind::claim) {
    throw StoreError(Fault::usage, "\"" + options.record + "\" is no claim and no stance", {},
                     "aver help again");
  }
  const claims::ClaimFolder folder = load_folder(session, tip, record.id);
  const std::string holder = options.holder ? actor_named(tip, *options.holder) : "";
  std::vector<Held> held = positions_on(folder, session.today(), tip.vocabulary());
  std::erase_if(held, [&](const Held& one) { return !holder.empty() && one.holder != holder; });
  if (held.empty()) {
    throw StoreError(
        Fault::not_found,
        (holder.empty() ? "nobody" : holder) + " has no position on " + record.id + " to repeat",
        {}, "aver record " + record.id + " " + (holder.empty() ? "HOLDER" : holder) + " POSITION");
  }
  if (held.size() > 1) {
    std::vector<std::string> names;
    for (const Held& one : held) names.push_back(one.holder + " " + one.position.stance->position);
    throw StoreError(Fault::ambiguous, "several hold a position on " + record.id, names,
                     "aver again " + record.id + " " + held.front().holder);
  }
  return *held.front().position.stance;
}

int run(const Options& options, Session& session) {
  return record_stance(session, options.writing, [&](StanceDraft& draft) {
    claims::Stance stance = repeated(options, session, draft.tip);
    stance.name.clear();
    stance.held = claims::Date{session.today()};
    // These belong to the old stance: its end, its review date and its corrections are not
    // repeated.
    stance.until.reset();
    stance.through.reset();
    stance.review_by.reset();
    stance.corrects.clear();
    stance.reason.clear();
    draft.apply(options.words, stance);
    return stance;
  });
}

}  // namespace

Command again_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "again";
  command.description =
      "Records that a position still stands: somebody has looked once more, and nothing has "
      "changed. It is a "
      "stance of its own, held today, with the evidence of the one it repeats; what is given "
      "replaces "
      "that. \"aver due\" lists what is to be looked at again.";
  command.words = {
      positional("STANCE|CLAIM", o.record, "a stance; or a claim, for what is held on it today"),
      positional("HOLDER", o.holder,
                 "whose position on the claim (default: the only one there is)"),
  };
  add_stance_words(command.words, o.words);
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver again calda-restrains-dorn calda", "what Calda held last still stands, today"},
      {"aver again calda-restrains-dorn/2024-10-31-calda --held 2024-11-05 --searched \"state "
       "media\"",
       "as of that day, and where"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
