// SPDX-License-Identifier: MIT
//
// aver merge, aver resolve: another branch's records into ours, by field; and what only a person
// can settle.
#include "claims/merge/merge.h"

#include <algorithm>
#include <memory>

#include "claims/text/lines.h"
#include "cli/check/uncommitted.h"
#include "cli/commands/commands.h"
#include "cli/names/names.h"
#include "cli/review/proposal_places.h"
#include "cli/session/editor.h"
#include "cli/share/finishing.h"
#include "cli/share/merging.h"
#include "cli/share/settling.h"
#include "cli/share/unfinished.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
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
  std::string drops;
  bool give_up = false;
};

// Of a proposal: the branch that it is for, as far as it is here.
std::string into_of(Session& session, const std::string& branch) {
  if (!branch.starts_with(kProposals)) return "";
  try {
    return target_branch(session, std::nullopt);
  } catch (const StoreError&) {
    return "";
  }
}

int run_merge(const MergeOptions& options, Session& session) {
  return merge_revision(session, {.revision = options.revision,
                                  .message = options.message.value_or("Merge " + options.revision),
                                  .into = into_of(session, session.store().branch())});
}

bool is_called(const std::string& path, const std::string& typed) {
  const auto ref = claims::record_at(path);
  return path == typed || (ref && claims::is_trailing_part(ref->id, typed));
}

// The unsettled record with the given path, id, or trailing part of an id; null for none.
const claims::UnmergedFile* chosen(const std::vector<claims::UnmergedFile>& all,
                                   const std::string& typed) {
  const claims::UnmergedFile* found = nullptr;
  for (const claims::UnmergedFile& record : all) {
    if (!is_called(record.path, typed)) continue;
    if (found != nullptr) {
      throw StoreError(Fault::ambiguous, "\"" + typed + "\" could mean several conflicts",
                       {found->path, record.path});
    }
    found = &record;
  }
  return found;
}

std::optional<std::string> in_editor(Session& session, const claims::UnmergedFile& record,
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

std::optional<std::string> text_taken(const claims::UnmergedFile& record, const std::string& with) {
  const auto ref = claims::record_at(record.path);
  if (!ref) {
    return with == "theirs" ? record.theirs : with == "base" ? record.base : record.ours;
  }
  const claims::Take take = with == "theirs" ? claims::Take::theirs
                            : with == "base" ? claims::Take::base
                                             : claims::Take::ours;
  return claims::merge(ref->kind, record.base, record.ours, record.theirs, take).text;
}

// Whether a remote has the commit, as last fetched.
bool is_fetched(Session& session, const store::CommitId& commit) {
  const store::Branches branches(session.store());
  const std::vector<store::Branch> all = branches.below("");
  return std::any_of(all.begin(), all.end(), [&](const store::Branch& branch) {
    return !branch.remote.empty() && branches.is_ancestor(commit, branch.tip);
  });
}

// Says what of the other side is not in the result, and where it stays, if others have it.
void say_set_aside(Session& session, const Unfinished& state, const claims::UnmergedFile& record,
                   const std::string& with) {
  if (with != "ours" || !record.theirs || state.theirs.empty() ||
      !is_fetched(session, state.theirs))
    return;
  session.out.data(hanging("  set aside, though others have it: git show " +
                               short_id(state.theirs) + ":" + safe_line(record.path),
                           session.out.width(), 4));
}

int settle_one(const ResolveOptions& options, Session& session, const Unfinished& state,
               const std::optional<store::Merge>& merge,
               const std::vector<claims::UnmergedFile>& before) {
  const std::vector<claims::UnmergedFile> all = unmerged(session);
  const claims::UnmergedFile* record = chosen(all, *options.record);
  if (record == nullptr) {
    // What needs no person was settled just now. A merge drops no record: who wants only one of two
    // that are kept retracts the other.
    const auto is_meant = [&](const std::string& path) { return is_called(path, *options.record); };
    const bool is_kept =
        merge && std::any_of(merge->tree.both_kept.begin(), merge->tree.both_kept.end(),
                             [&](const claims::BothKept& kept) { return is_meant(kept.kept); });
    const bool is_settled = std::any_of(before.begin(), before.end(),
                                        [&](const auto& one) { return is_meant(one.path); });
    if (is_settled && !is_kept) {
      session.out.data(
          hanging("nothing to choose in " + safe_line(*options.record) + ": both sides go together",
                  session.out.width(), 2));
    }
    if (is_kept || is_settled) return finish(session, state, options.drops);
    std::vector<std::string> paths;
    for (const claims::UnmergedFile& one : all) paths.push_back(one.path);
    throw StoreError(Fault::not_found, "there is no conflict in \"" + *options.record + "\"", paths,
                     "aver resolve");
  }
  const auto ref = claims::record_at(record->path);
  if (!ref && options.with == "edit") {
    throw StoreError(Fault::usage, record->path + " is no record: it is edited as it is", {},
                     "then: git add " + record->path + "; or: aver resolve " + record->path +
                         " --with ours|theirs|base");
  }
  if (!options.with) {
    session.out.data(conflict_text(*record, session.out));
    return kConflict;
  }
  if (*options.with == "both") {
    if (!can_keep_both(*record)) {
      throw StoreError(Fault::usage, "there are not two records in " + record->path + " to keep",
                       {}, "aver resolve " + *options.record + " --with ours|theirs|base|edit");
    }
    keep_both(session, state, *record);
    return finish(session, state, options.drops);
  }
  settle(session, record->path,
         ref && *options.with == "edit" ? in_editor(session, *record, ref->kind)
                                        : text_taken(*record, *options.with));
  session.out.data("settled " + safe_line(record->path) + " with " + *options.with + "\n");
  say_set_aside(session, state, *record, *options.with);
  return finish(session, state, options.drops);
}

int run_resolve(const ResolveOptions& options, Session& session) {
  std::optional<Unfinished> state = unfinished(session);
  if (!state) {
    throw StoreError(Fault::usage, "no merge is under way", {}, "aver merge BRANCH, or aver sync");
  }
  state->into = into_of(session, state->branch);
  if (options.give_up) {
    give_up(session, *state);
    session.out.data("the " + state->word() + " is given up: everything is as it was before\n");
    return kDone;
  }
  if (!options.record && options.with) {
    throw StoreError(Fault::usage, "say which record, or nothing", {},
                     "aver resolve RECORD --with " + *options.with);
  }
  const std::optional<store::Merge> merge = merged_as_settled(session, *state);
  const std::vector<claims::UnmergedFile> before = unmerged(session);
  if (merge) settle_by_record(session, *state, *merge);
  if (options.record) return settle_one(options, session, *state, merge, before);
  return finish(session, *state, options.drops);
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
      "settles one record with --with; and commits the merge once nothing is left. Only the fields "
      "in conflict are taken from the side that is named: the rest of both stays merged. Two "
      "records under one name are both kept, as in \"aver merge\". So it is with what git began: a "
      "git pull, merge, rebase, cherry-pick, revert or am, or a stash that did not apply. A merge "
      "may be left and taken up later, or "
      "given up, and nothing is lost.";
  command.words = {
      positional("RECORD", options->record, "which conflict (default: all that are left)"),
      option("--with", "SIDE", &options->with, "ours, theirs, base, both, or edit",
             {"ours", "theirs", "base", "both", "edit"}),
      option("--drops", "WHY", &options->drops,
             "why the result lacks what a side recorded; it goes into the merge's message"),
      flag("--give-up", options->give_up, "back to what was before the merge")};
  command.examples = {{"aver resolve", "what the merge under way has left"},
                      {"aver resolve 2024-10-31-calda --with theirs", ""}};
  command.run = [options](Session& session) { return run_resolve(*options, session); };
  return command;
}

}  // namespace aver::cli
