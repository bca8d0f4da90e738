// SPDX-License-Identifier: MIT
//
// Tries aver's own merge first, which needs no work tree. Only what it cannot settle goes to git's
// merge with aver's driver, which leaves git's own state for a person.
#include "cli/share/merging.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "claims/settings/attributes.h"
#include "claims/text/lines.h"
#include "cli/check/checker.h"
#include "cli/render/text/text.h"
#include "cli/share/finishing.h"
#include "cli/share/names_told.h"
#include "cli/share/settling.h"
#include "cli/share/shared_tips.h"
#include "cli/share/taken_back.h"
#include "cli/share/unfinished.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
#include "store/clock.h"
#include "store/git_words.h"
#include "store/merge.h"
#include "store/process.h"
#include "store/reading_mode.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using store::Fault;
using store::StoreError;
using store::View;

// The path of this very program, for git to call back.
std::string own_path() {
  std::error_code error;
  const fs::path path = fs::read_symlink("/proc/self/exe", error);
  return error ? "aver" : path.string();
}

}  // namespace

store::RunResult git_in(Session& session, std::vector<std::string> words, std::string input) {
  return store::run_git(std::move(words), {.directory = session.store().root().string(),
                                           .input = std::move(input),
                                           .in_english = true});
}

store::RunResult git_with_driver(Session& session, std::vector<std::string> words) {
  // For stores whose .gitattributes does not name the driver yet.
  const fs::path attributes = session.store().private_dir() / "attributes";
  std::error_code ignored;
  fs::create_directories(attributes.parent_path(), ignored);
  std::ofstream(attributes) << claims::driver_attributes();
  std::vector<std::string> all = {
      "-c", "merge.aver.name=records, by field",
      "-c", "merge.aver.driver=" + shell_word(own_path()) + " merge-file %O %A %B %P",
      "-c", "core.attributesFile=" + attributes.string()};
  all.insert(all.end(), words.begin(), words.end());
  return store::run_git(std::move(all),
                        {.directory = session.store().root().string(), .in_english = true});
}

bool is_merging(Session& session) {
  std::error_code ignored;
  return fs::exists(session.store().git_dir() / "MERGE_HEAD", ignored);
}

bool is_published_tip(Session& session, const store::CommitId& commit) {
  return store::Branches(session.store()).upstream_tip(session.store().branch()) == commit;
}

namespace {

int say_merged(Session& session) {
  session.out.data("merged\n  " + short_id(session.store().view().commit()) + " on " +
                   safe_line(session.store().branch()) + "\n");
  return kDone;
}

}  // namespace

claims::Diagnostics errors_brought(Session& session, const View& merged, const View& before,
                                   const std::vector<store::LocalChange>& local) {
  CheckAnswer answer;
  Checker(session, merged, local).since(before, answer);
  std::erase_if(answer.problems, [](const claims::Diagnostic& problem) {
    return problem.rule.group() == "record" || problem.severity != claims::Severity::error;
  });
  return std::move(answer.problems);
}

claims::Diagnostics gone_in_merge(Session& session, const Unfinished& state, const View& head,
                                  const std::vector<store::LocalChange>& local) {
  if (!state.is_merge() || head.commit().empty() || session.store().is_shallow()) return {};
  const View theirs = session.store().view(state.theirs);
  const bool published = is_published_tip(session, state.theirs);
  const View& base = published ? theirs : head;
  const View& brought = published ? head : theirs;
  CheckAnswer answer;
  Checker(session, head, local).since(base, answer, Brought{base.commit(), brought.commit()});
  std::erase_if(answer.problems, [](const claims::Diagnostic& problem) {
    return problem.rule != claims::Rule::record_vanished ||
           problem.severity != claims::Severity::error;
  });
  for (claims::Diagnostic& gone : answer.problems)
    gone.hint += "; or say why it goes: aver resolve --drops \"WHY\"";
  return std::move(answer.problems);
}

claims::Diagnostics errors_brought_by(Session& session, const std::vector<store::Edit>& edits,
                                      const View& merged, const View& before,
                                      const std::optional<Brought>& brought) {
  const store::ReadingMode mode(store::ReadingMode::repeated);
  CheckAnswer answer;
  Checker(session, merged).errors_in(edits, before, answer, brought);
  return std::move(answer.problems);
}

namespace {

// Called where aver does not end the merge itself: a conflict is left, or an error that it brings;
// only git can merge the files (links, executables); or there is no commit of ours yet. git merges
// with aver's driver and leaves its own state, for which a work tree is needed. What that merge
// does not know (names that were given twice, what else follows a rename) is taken from aver's.
int merge_with_git(Session& session, const MergeWords& words, const View& theirs) {
  // --no-commit: what others have added is checked before the merge is committed.
  const store::RunResult merged = git_with_driver(
      session, {"merge", "--no-commit", "--no-stat", "-q", "-m", words.message, theirs.commit()});
  std::optional<Unfinished> state = unfinished(session);
  if (state && state->kind != Unfinished::Kind::loose) {
    state->into = words.into;
    if (const auto ours = merged_by_record(session, *state))
      settle_by_record(session, *state, *ours);
    return finish(session, *state);
  }
  if (!merged.ok()) {
    const bool dirty = store::says_would_overwrite(merged);
    throw StoreError(dirty ? Fault::dirty : Fault::conflict,
                     "git could not merge " + words.revision,
                     {claims::first_line(merged.errors.empty() ? merged.output : merged.errors)},
                     dirty ? "aver commit, or git stash" : "");
  }
  return say_merged(session);
}

// Of a merge that was undone, also how its records come back.
int say_nothing_to_merge(Session& session, const std::string& revision, const View& ours,
                         const View& theirs) {
  const std::string name = safe_line(revision);
  const auto undone = taken_back(session.store(), ours, theirs);
  if (!undone) {
    session.out.data("nothing to merge: all of " + name + " is here already\n");
    return kDone;
  }
  session.out.data(hanging("nothing to merge: " + name + " was merged by " +
                               short_id(undone->merge) + ", and what that brought was undone",
                           session.out.width(), 2));
  if (undone->by) {
    session.out.data("  bring it back: aver undo " + short_id(*undone->by) + "\n");
  }
  return kDone;
}

int say_not_sound(Session& session, const claims::Diagnostics& errors) {
  report(errors, session.out);
  session.out.talk("nothing is merged: mend these first\n");
  return kBadData;
}

int forward(Session& session, const std::string& revision, const View& ours, const View& theirs) {
  store::Store& store = session.store();
  if (store.has_work_tree()) {
    const store::RunResult moved =
        git_in(session, {"merge", "--ff-only", "--no-stat", "-q", theirs.commit()});
    if (!moved.ok()) {
      const bool dirty = store::says_would_overwrite(moved);
      throw StoreError(dirty ? Fault::dirty : Fault::conflict, "git could not merge " + revision,
                       {claims::first_line(moved.errors)},
                       dirty ? "aver commit, or git stash" : "");
    }
  } else if (!store::Branches(store).move(store.branch(), ours.commit(), theirs.commit())) {
    throw StoreError(Fault::locked, store.branch() + " has moved meanwhile", {}, "try again");
  }
  session.out.data("brought forward to " + safe_line(revision) + "\n  " +
                   short_id(theirs.commit()) + " on " + safe_line(store.branch()) + "\n");
  return kDone;
}

}  // namespace

std::optional<std::vector<store::Edit>> edits_forward(Session& session, const View& ours,
                                                      const View& theirs) {
  std::vector<store::Edit> edits;
  for (const store::ChangedPath& path : session.store().changes(ours, theirs)) {
    if (!path.plain) return std::nullopt;
    edits.push_back({path.path, std::nullopt, path.after});
  }
  return edits;
}

int merge_revision(Session& session, const MergeWords& words) {
  store::Store& store = session.store();
  const std::string& revision = words.revision;
  if (store.has_work_tree() && is_merging(session)) {
    throw StoreError(Fault::conflict, "a merge is under way already", {}, "aver resolve");
  }
  if (store.branch().empty()) {
    throw StoreError(Fault::usage, "HEAD is on no branch: there is nothing to merge into", {},
                     "git switch BRANCH");
  }
  const View theirs = store.view(revision);
  if (const View ours = store.view(); ours.commit().empty()) {
    return merge_with_git(session, words, theirs);
  }
  store::MergeOptions options{shared_tips(session, store.branch(), words.into), {}};
  if (words.is_seen) options.shared.insert(options.shared.begin(), theirs);
  store::Merge merge;
  claims::Diagnostics errors;
  std::optional<View> ours;
  const bool published = words.is_seen || is_published_tip(session, theirs.commit());
  // What is gone at the remote is nobody's here to judge.
  const auto brought = [&](const View& tip) -> std::optional<Brought> {
    if (published || store.is_shallow()) return std::nullopt;
    return Brought{tip.commit(), theirs.commit()};
  };
  const auto made = store.commit([&](const View& tip) {
    ours = tip;
    merge = store::merge(store, tip, theirs, options);
    store::Change change;
    if (merge.kind == store::Merge::Kind::forward) {
      // To go forward to a commit that has merged the tip in would put others into its line.
      if (published || store::is_first_parent(store, tip.commit(), theirs.commit())) return change;
      auto edits = edits_forward(session, tip, theirs);
      if (!edits) return change;
      errors = errors_brought_by(session, *edits, theirs, tip, brought(tip));
      if (!errors.empty()) return change;
      change.edits = std::move(*edits);
      change.message = words.message;
      change.merged = {theirs.commit()};
      return change;
    }
    if (merge.kind != store::Merge::Kind::real || !merge.clean()) return change;
    change.edits = merge.edits();
    change.result = store.view_with(tip, change.edits, merge.made);
    errors = errors_brought_by(session, change.edits, *change.result, tip, brought(tip));
    if (!errors.empty()) return store::Change{};
    change.message = words.message;
    change.merged = {theirs.commit()};
    change.merged_first = published;
    return change;
  });
  if (made) {
    tell_names(session, merge.tree, words.into.empty() ? Yours::ours : Yours::neither);
    return say_merged(session);
  }
  if (merge.kind == store::Merge::Kind::nothing) {
    return say_nothing_to_merge(session, revision, *ours, theirs);
  }
  if (merge.kind == store::Merge::Kind::forward) {
    if (errors.empty() && !published) {
      if (const auto edits = edits_forward(session, *ours, theirs))
        errors = errors_brought_by(session, *edits, theirs, *ours, brought(*ours));
    }
    return errors.empty() ? forward(session, revision, *ours, theirs)
                          : say_not_sound(session, errors);
  }
  if (store.has_work_tree()) return merge_with_git(session, words, theirs);
  if (!errors.empty()) return say_not_sound(session, errors);
  for (const claims::UnmergedFile& file : merge.tree.conflicts) {
    session.out.data(conflict_text(file, session.out) + "\n");
  }
  throw StoreError(Fault::conflict, revision + " needs a person to merge it", {},
                   "in a clone: git switch " + store.branch() + " && aver merge " + revision);
}

}  // namespace aver::cli
