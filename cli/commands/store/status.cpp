// SPDX-License-Identifier: MIT
//
// aver status: what is uncommitted, and where the branch stands.
#include <memory>

#include "cli/check/uncommitted.h"
#include "cli/commands/commands.h"
#include "cli/session/print.h"
#include "store/branches.h"
#include "store/draft.h"

namespace aver::cli {
namespace {

// The command that continues the draft of the file at `path`.
std::string taking_up(const std::string& path) {
  if (path.starts_with("quotes/")) return "aver draft " + path.substr(7, path.size() - 12);
  const std::size_t verb = path.rfind('/');
  if (path.starts_with("reviews/") && !path.ends_with(".toml") && verb > 8) {
    return "aver review " + path.substr(verb + 1) + " " + path.substr(8, verb - 8);
  }
  return "aver edit " + path;
}

int run(const Reading& reading, Session& session) {
  store::Store& store = session.store();
  StatusAnswer answer;
  answer.bare = store.bare();
  answer.root = store.root().string();
  answer.status = store.status();
  answer.recording = store::recording_branch(store);
  const store::View head = store.view();
  answer.head = head.commit();
  const LocalRecords local(store, head, answer.status.changes, session.today());
  for (const store::LocalChange& change : answer.status.changes) {
    const auto record = claims::record_at(change.path);
    answer.changes.push_back({change, record ? std::string(to_string(record->kind)) : "file",
                              local.problems(change.path)});
  }
  for (const std::string& path : store::drafts(store)) answer.drafts.push_back(taking_up(path));
  print(session, reading, answer);
  return 0;
}

}  // namespace

Command status_command() {
  auto reading = std::make_shared<Reading>();
  Command command;
  command.name = "status";
  command.description =
      "The branch, how it stands to its upstream, and the records that were added, edited or "
      "removed by "
      "hand and are not committed yet.";
  add_format_words(command.words, *reading);
  command.run = [reading](Session& session) { return run(*reading, session); };
  return command;
}

}  // namespace aver::cli
