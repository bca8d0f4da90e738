// SPDX-License-Identifier: MIT
//
// aver log: which commits touched a record, or the store.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/load.h"
#include "cli/names.h"
#include "cli/print.h"
#include "store/history.h"

namespace aver::cli {
namespace {

using claims::RecordKind;

struct Options {
  std::optional<std::string> record;
  std::optional<int> limit;
  Reading reading;
};

int run(const Options& options, Session& session) {
  const store::View view = session.view(options.reading.when);
  if (nothing_was_known(session, view, options.reading, "aver.log/1")) return 0;
  LogAnswer answer;
  store::LogOptions asked;
  asked.revision = view.commit();
  asked.limit = static_cast<std::size_t>(options.limit.value_or(0));
  if (options.record) {
    const claims::RecordRef record = record_in(session, view, *options.record);
    asked.paths = paths_of(view, record);
    answer.record = asked.paths.front();
  }
  if (!view.commit().empty()) answer.entries = store::log(session.store(), asked);
  print(session, options.reading, answer);
  return 0;
}

}  // namespace

Command log_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "log";
  command.description =
      "Who recorded what, and when: the commits that touched a record, newest first; of a claim, "
      "those "
      "that touched it or any stance on it. The time line of the world is \"aver history\".";
  command.words = {
      positional("RECORD", options->record,
                 "a claim, stance, actor or source (default: the store)"),
      option("--limit", "-n", "N", &options->limit, "at most N commits"),
  };
  add_reading_words(command.words, options->reading);
  add_row_formats(command.words);
  command.examples = {{"aver log china-restrains-dprk", "who recorded what on this claim"},
                      {"aver log -n 10", "the last ten commits"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
