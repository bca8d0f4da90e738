// SPDX-License-Identifier: MIT
//
// aver index status, verify, rebuild: the index, which spares questions reading the whole store.
#include <cstdio>
#include <memory>

#include "claims/text/paths.h"
#include "cli/commands/commands.h"
#include "cli/render/json/json.h"
#include "cli/session/index_parts.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

std::string state_of(const PartStatus& part) {
  if (!part.exists) return "not made yet";
  if (!part.usable) return part.other_version ? "of another version" : "damaged";
  return part.current ? "current" : "behind";
}

int run_status(bool json, Session& session) {
  Columns columns(session.out.width());
  std::string lines;
  for (const IndexPart& part : index_parts()) {
    const PartStatus status = part.status(session);
    if (json) {
      lines += json_object(
                   {"schema", "part", "state", "holds", "bytes", "file"},
                   {"aver.index/1", part.name, state_of(status), status.usable ? status.holds : "",
                    status.exists ? std::to_string(status.size) : "", status.file}) +
               "\n";
      continue;
    }
    columns.row({part.name, state_of(status), status.usable ? status.holds : "",
                 status.exists ? size_on_disk(status.size) : "",
                 safe_line(claims::last_part(status.file))});
  }
  session.out.data(json ? lines : columns.text());
  return kDone;
}

int run_verify(bool all, Session& session) {
  int code = kDone;
  for (const IndexPart& part : index_parts()) {
    const PartStatus status = part.status(session);
    if (!status.exists) {
      session.out.data(part.name + ": not made yet\n");
      continue;
    }
    if (status.other_version) {
      session.out.data(part.name +
                       ": made by another version of aver; whoever asks it next makes "
                       "it anew\n");
      continue;
    }
    std::size_t looked_at = 0;
    const std::vector<std::string> found = part.verify(session, all, looked_at);
    for (const std::string& sentence : found) {
      session.out.data(part.name + ": " + safe_line(sentence) + "\n");
    }
    if (found.empty()) {
      session.out.data(part.name + ": right in all of " + counted(looked_at, part.looked_at) +
                       " looked at\n");
    } else {
      code = kAnswerIsNo;
    }
  }
  if (code == kAnswerIsNo) session.out.talk("hint: aver index rebuild\n");
  return code;
}

int run_rebuild(Session& session) {
  for (const IndexPart& part : index_parts()) {
    part.rebuild(session);
    session.out.data(part.name + ": made anew, " + part.status(session).holds + "\n");
  }
  return kDone;
}

constexpr const char* kWhatItIs =
    "The index is kept in the repository's private folder (.git/aver), shared by its work trees, "
    "and brought up to date by the commands that ask it. It is never a second truth: deleted, it "
    "is made again, and every answer is the same without it. ";

}  // namespace

Command index_status_command() {
  auto json = std::make_shared<bool>(false);
  Command command;
  command.name = "index status";
  command.description = std::string(kWhatItIs) +
                        "A store of less than some thousand files has none, as it would not pay.";
  command.words = {flag("--json", *json, "one JSON object a part")};
  command.run = [json](Session& session) { return run_status(*json, session); };
  return command;
}

Command index_verify_command() {
  auto all = std::make_shared<bool>(false);
  Command command;
  command.name = "index verify";
  command.description =
      "Reads a sample of the store's files anew and holds the index against them. Exits with 1 "
      "where something differs.";
  command.words = {flag("--all", *all, "every file, instead of a sample")};
  command.run = [all](Session& session) { return run_verify(*all, session); };
  return command;
}

Command index_rebuild_command() {
  Command command;
  command.name = "index rebuild";
  command.description = std::string(kWhatItIs) + "This makes it anew, whatever its state.";
  command.run = [](Session& session) { return run_rebuild(session); };
  return command;
}

}  // namespace aver::cli
