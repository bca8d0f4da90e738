// SPDX-License-Identifier: MIT
//
// aver merge, aver resolve: another branch's records into ours, by field; and what only a person
// can settle.
#include "claims/merge/merge.h"

#include <memory>

#include "claims/text/lines.h"
#include "cli/check/uncommitted.h"
#include "cli/commands/commands.h"
#include "cli/names/names.h"
#include "cli/session/editor.h"
#include "cli/share/merging.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct MergeOptions {
  std::string revision;
  std::optional<std::string> message;
};

struct ResolveOptions {
  std::optional<std::string> record, with;
  bool give_up = false;
};

int run_merge(const MergeOptions& options, Session& session) {
  return merge_revision(session, options.revision,
                        options.message.value_or("Merge " + options.revision));
}

// The unsettled record with the given path, id, or trailing part of an id.
const UnmergedRecord& chosen(const std::vector<UnmergedRecord>& all, const std::string& typed) {
  const UnmergedRecord* found = nullptr;
  for (const UnmergedRecord& record : all) {
    const auto ref = claims::record_at(record.path);
    if (record.path != typed && !(ref && claims::is_trailing_part(ref->id, typed))) continue;
    if (found != nullptr) {
      throw StoreError(Fault::ambiguous, "\"" + typed + "\" could mean several conflicts",
                       {found->path, record.path});
    }
    found = &record;
  }
  if (found != nullptr) return *found;
  std::vector<std::string> paths;
  for (const UnmergedRecord& record : all) paths.push_back(record.path);
  throw StoreError(Fault::not_found, "there is no conflict in \"" + typed + "\"", paths,
                   "aver resolve");
}

std::optional<std::string> in_editor(Session& session, const UnmergedRecord& record,
                                     claims::RecordKind kind) {
  const claims::Merged merged = claims::merge(kind, record.base, record.ours, record.theirs);
  std::vector<std::string> messages = {"settle these, then save and close:"};
  for (const claims::FieldConflict& conflict : merged.conflicts) {
    const auto line = [&](const char* side, const std::optional<claims::toml::Value>& value) {
      messages.push_back("  " + conflict.key + ", " + side + ": " +
                         (value ? claims::toml::write(*value) : "(absent)"));
    };
    line("base", conflict.base);
    line("ours", conflict.ours);
    line("theirs", conflict.theirs);
  }
  const store::View head = session.store().view();
  const store::KnownIn known(head);
  FileCheck check(head.vocabulary(), known, session.today(),
                  [&](const std::string& path) { return session.store().read_work_tree(path); });
  store::Draft draft(session.store(), "merge/" + record.path);
  const std::string text =
      draft.exists() ? without_messages(draft.read()) : merged.text.value_or("");
  const auto edited = edit_draft(session, draft, text, "", messages,
                                 [&](const std::string& now) { return check(record.path, now); });
  if (!edited || is_blank(*edited)) {
    throw StoreError(Fault::refused, record.path + " is not settled yet", {},
                     "aver resolve " + record.path + " --with edit");
  }
  draft.remove();
  return edited;
}

int give_up(Session& session) {
  const store::RunResult result =
      store::run_git({"merge", "--abort"}, {.directory = session.store().root().string()});
  if (!result.ok()) {
    throw StoreError(Fault::conflict, "git could not give the merge up",
                     {claims::first_line(result.errors)});
  }
  session.out.data("the merge is given up: everything is as it was before\n");
  return kDone;
}

int run_resolve(const ResolveOptions& options, Session& session) {
  if (!is_merging(session)) {
    throw StoreError(Fault::usage, "no merge is under way", {}, "aver merge BRANCH, or aver sync");
  }
  if (options.give_up) return give_up(session);
  if (!options.record) {
    if (options.with)
      throw StoreError(Fault::usage, "say which record, or nothing", {},
                       "aver resolve RECORD --with " + *options.with);
    return finish_merge(session);
  }
  const std::vector<UnmergedRecord> all = unmerged(session);
  const UnmergedRecord& record = chosen(all, *options.record);
  const auto ref = claims::record_at(record.path);
  if (!options.with) {
    session.out.data(conflict_text(record, session.out));
    return kConflict;
  }
  std::optional<std::string> text;
  if (!ref) {
    text = *options.with == "theirs" ? record.theirs
           : *options.with == "base" ? record.base
                                     : record.ours;
  } else if (*options.with == "edit") {
    text = in_editor(session, record, ref->kind);
  } else {
    const claims::Take take = *options.with == "theirs" ? claims::Take::theirs
                              : *options.with == "base" ? claims::Take::base
                                                        : claims::Take::ours;
    text = claims::merge(ref->kind, record.base, record.ours, record.theirs, take).text;
  }
  settle(session, record.path, text);
  session.out.data("settled " + safe_line(record.path) + " with " + *options.with + "\n");
  return finish_merge(session);
}

}  // namespace

Command merge_command() {
  auto options = std::make_shared<MergeOptions>();
  Command command;
  command.name = "merge";
  command.description =
      "Merges a branch into the one that is checked out: git's merge, with records merged by field "
      "and "
      "never by line. New records never conflict; a stance that two people recorded under one name "
      "is kept "
      "twice, and told. What the merge brings is checked before it is committed. Where something "
      "is left "
      "for a person, \"aver resolve\" shows it.";
  command.words = {positional("REV", options->revision, "a branch or another revision"),
                   option("--message", "-m", "TEXT", &options->message, "the commit's message")};
  command.examples = {{"aver merge origin/main", ""}};
  command.run = [options](Session& session) { return run_merge(*options, session); };
  return command;
}

Command resolve_command() {
  auto options = std::make_shared<ResolveOptions>();
  Command command;
  command.name = "resolve";
  command.description =
      "Shows what a merge could not settle, with base, ours and theirs and what they rest on; "
      "settles one "
      "record with --with; and commits the merge once nothing is left. Only the fields in conflict "
      "are "
      "taken from the side that is named: the rest of both stays merged. A merge may be left and "
      "taken up "
      "later, or given up, and nothing is lost.";
  command.words = {
      positional("RECORD", options->record, "which conflict (default: all that are left)"),
      option("--with", "SIDE", &options->with, "ours, theirs, base, or edit",
             {"ours", "theirs", "base", "edit"}),
      flag("--give-up", options->give_up, "back to what was before the merge")};
  command.examples = {{"aver resolve", "what the merge under way has left"},
                      {"aver resolve 2024-10-31-calda --with theirs", ""}};
  command.run = [options](Session& session) { return run_resolve(*options, session); };
  return command;
}

}  // namespace aver::cli
