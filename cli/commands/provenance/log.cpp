// SPDX-License-Identifier: MIT
//
// aver log: which commits touched a record, or the store.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/provenance/file_versions.h"
#include "cli/session/print.h"
#include "store/history.h"

namespace aver::cli {
namespace {

using claims::RecordKind;

struct Options {
  std::optional<std::string> record;
  std::optional<int> limit;
  Reading reading;
};

// Prints the rows in batches as they are found, so that a reader waits only for the next batch.
// Only the first batch has the header.
class Rows {
 public:
  Rows(Session& session, const Reading& reading) : session_(session), reading_(reading) {}

  // False once the reader has gone.
  bool add(store::LogEntry&& entry) {
    waiting_.entries.push_back(std::move(entry));
    if (waiting_.entries.size() >= kAtOnce) print_waiting();
    return !session_.out.reader_is_gone();
  }
  void finish() {
    if (!printed_ || !waiting_.entries.empty()) print_waiting();
  }

 private:
  void print_waiting() {
    session_.out.data(
        reading_.chosen() == Format::text
            ? text(waiting_, session_.out)
            : in_rows(reading_.chosen(), sheet(waiting_), {!printed_, reading_.guards()}));
    printed_ = true;
    waiting_.entries.clear();
  }

  static constexpr std::size_t kAtOnce = 500;
  Session& session_;
  const Reading& reading_;
  LogAnswer waiting_;
  bool printed_ = false;
};

// The paths whose commits are asked for: those of a record, or the folder of a topic.
std::vector<std::string> paths_asked(Session& session, const store::View& view,
                                     const std::string& typed) {
  try {
    return paths_of(view, record_in(session, view, typed));
  } catch (const store::StoreError& error) {
    const std::string topic = typed.substr(0, typed.find_last_not_of('/') + 1);
    const bool is_topic =
        claims::id_problem(topic).empty() && !view.list(claims::claim_folder(topic)).empty();
    if (error.fault() != store::Fault::not_found || !is_topic) throw;
    return {claims::claim_folder(topic)};
  }
}

// The commits that a record's own file came by. Two records that two people made under one name
// have each its own, whichever of them a merge gave another name.
std::vector<store::LogEntry> commits_of_file(Session& session, const store::View& view,
                                             const store::LogOptions& asked) {
  FileVersions versions(session.store(), view, asked.paths);
  const std::vector<std::string> former(asked.paths.begin() + 1, asked.paths.end());
  std::vector<store::LogEntry> entries =
      versions.commits_behind(*versions.of(asked.paths.front(), former));
  if (asked.limit > 0 && entries.size() > asked.limit) entries.resize(asked.limit);
  for (store::LogEntry& entry : entries) {
    if (entry.merge) entry.paths.clear();
  }
  return entries;
}

int run(const Options& options, Session& session) {
  const store::View view = session.view(options.reading.when);
  if (nothing_was_known(session, view, options.reading, "aver.log/1")) return 0;
  LogAnswer answer;
  store::LogOptions asked;
  asked.revision = view.commit();
  asked.limit = static_cast<std::size_t>(options.limit.value_or(0));
  if (options.record) {
    asked.paths = paths_asked(session, view, *options.record);
    answer.record = asked.paths.front();
    if (view.blob_id(answer.record)) {
      answer.entries = commits_of_file(session, view, asked);
      print(session, options.reading, answer);
      return 0;
    }
  }
  if (options.reading.wants_json()) {
    answer.entries = store::log(session.store(), asked);
    print(session, options.reading, answer);
    return 0;
  }
  Rows rows(session, options.reading);
  store::each_commit(session.store(), asked,
                     [&](store::LogEntry&& entry) { return rows.add(std::move(entry)); });
  rows.finish();
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
      "that touched it or any stance on it; of a topic, those that touched any of its claims. The "
      "time line of the world is \"aver history\".";
  command.words = {
      positional("RECORD", options->record,
                 "a claim, stance, actor, source or topic (default: the store)"),
      option("--limit", "-n", "N", &options->limit, "at most N commits"),
  };
  add_clock_words(command.words, options->reading, row_formats());
  command.examples = {{"aver log calda-restrains-dorn", "who recorded what on this claim"},
                      {"aver log -n 10", "the last ten commits"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
