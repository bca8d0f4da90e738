// SPDX-License-Identifier: MIT
//
// aver clock: names a commit whose stamp is wrong, in aver.toml. The commit stays as it is.
#include "claims/check/clock.h"

#include <algorithm>
#include <memory>

#include "claims/settings/wrong_stamps.h"
#include "cli/commands/commands.h"
#include "cli/record/save.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string wrong;
  Writing writing;
};

int run(const Options& options, Session& session) {
  const View named = session.store().view(options.wrong);
  const std::string& commit = named.commit();
  const auto saved = save(session, options.writing, [&](const View& tip) {
    store::Change change;
    const std::vector<store::CommitId>& all = tip.settings().wrong_stamps;
    if (std::find(all.begin(), all.end(), commit) != all.end()) return change;
    std::optional<std::string> text =
        claims::with_wrong_stamp(tip.read("aver.toml").value_or(""), commit);
    if (!text) {
      throw StoreError(Fault::usage, "aver.toml has a [clock] that cannot be added to", {},
                       "write there: wrong = [\"" + commit + "\"], and: aver commit");
    }
    change.edits.push_back({"aver.toml", std::move(text)});
    change.message = "Name the stamp of " + short_id(commit) + " as wrong\n\nIt is " +
                     claims::utc_text(named.committed_at()) + " in commit " + commit + ".\n";
    return change;
  });
  const std::string what =
      "the stamp of " + short_id(commit) + " (" + claims::utc_text(named.committed_at()) + ")";
  if (!saved) {
    session.out.data(what + " is named in aver.toml already\n");
    return kDone;
  }
  session.out.data(what + " has no say any more\n");
  session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace

Command clock_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "clock";
  command.description =
      "Names a commit whose stamp is wrong in aver.toml ([clock] wrong), in a commit that can be "
      "reviewed like any other. --known-at DATE goes by the latest committer's stamp so far; that "
      "of a named commit has no say any more. \"aver check\" finds such stamps.";
  command.words = {option("--wrong", "COMMIT", &options->wrong, "the commit whose stamp is wrong")};
  command.words.back().required = true;
  add_writing_words(command.words, options->writing);
  command.examples = {
      {"aver clock --wrong HEAD~1", "the one before was made where the clock was a year ahead"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
