// SPDX-License-Identifier: MIT
//
// aver maintain: runs those of git's maintenance tasks that delete nothing.
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/session/session.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/process.h"
#include "store/upkeep.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct Options {
  bool dry_run = false;
};

std::string state_text(const store::Upkeep& state) {
  return std::to_string(state.loose) + (state.loose == 1 ? " loose object, " : " loose objects, ") +
         std::to_string(state.packs) + (state.packs == 1 ? " pack, " : " packs, ") +
         size_on_disk(state.bytes);
}

std::string command_text(const store::UpkeepTask& task) {
  std::string text = "git";
  for (const std::string& argument : task.arguments) text += " " + argument;
  return text;
}

void do_task(Session& session, const store::UpkeepTask& task) {
  std::vector<std::string> words = {"git"};
  words.insert(words.end(), task.arguments.begin(), task.arguments.end());
  // git shows its progress on the terminal itself.
  const store::RunResult result =
      store::run(words, {.directory = session.store().root().string(), .inherit_terminal = true});
  if (!result.ok()) {
    throw StoreError(Fault::io, "git's upkeep stopped; nothing is lost", {command_text(task)},
                     "git fsck");
  }
}

int run(const Options& options, Session& session) {
  const store::Upkeep before = store::upkeep(session.store());
  Columns rows(session.out.width());
  for (const store::UpkeepTask& task : store::upkeep_tasks(before)) {
    if (options.dry_run || !task.needed) {
      rows.row({session.out.paint(Style::strong, task.name),
                task.needed ? "to do" : "nothing to do",
                task.why + (task.needed ? ": " + command_text(task) : "")});
      continue;
    }
    do_task(session, task);
    rows.row({session.out.paint(Style::strong, task.name), "done", task.why});
  }
  session.out.data(rows.text());
  if (options.dry_run) {
    session.out.data("\nnow: " + state_text(before) + "\n");
    return kDone;
  }
  const store::Upkeep after = store::upkeep(session.store());
  session.out.data("\nbefore: " + state_text(before) + "\nafter:  " + state_text(after) + "\n");
  if (after.bytes < before.bytes) {
    session.out.data("saved:  " + size_on_disk(before.bytes - after.bytes) + "\n");
  }
  return kDone;
}

}  // namespace

Command maintain_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "maintain";
  command.description =
      "Runs what git has for keeping a repository quick: puts loose refs and loose objects into "
      "packs, small packs into larger ones, and writes down which commit changed which path "
      "(commit-graph), which the history of a record is found by. No object is thrown away, "
      "whether anything refers to it or not: \"git gc\" does that, two weeks later. Others may go "
      "on "
      "reading and writing meanwhile.\n\n"
      "Nothing of this happens by itself; a hint says when it is due. On a store of a million "
      "commits the first run takes minutes.";
  command.words = {
      flag("--dry-run", options->dry_run, "say what would be done, and how the objects lie now"),
  };
  command.examples = {{"aver maintain --dry-run", "is there anything to do?"},
                      {"aver maintain", ""}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
