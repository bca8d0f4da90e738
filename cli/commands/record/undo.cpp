// SPDX-License-Identifier: MIT
//
// aver undo: reverts a commit by a new one. History stays as it was.
#include <algorithm>
#include <memory>

#include "claims/text/id.h"
#include "claims/text/lines.h"
#include "cli/check/checker.h"
#include "cli/commands/commands.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/share/shared_tips.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

// By the id in it, check knows that what is gone was taken out on purpose: cli/check/dropped.h.
std::string taken_back_line(const View& after) {
  return "\n\nThis takes back commit " + after.commit() + ".\n";
}

struct Options {
  std::optional<std::string> commit;
  Writing writing;
};

// The edits that bring each path back to what it was before the commit. Throws StoreError(conflict)
// where a later commit has changed one of them, or where present records would lose a record they
// refer to; usage where one is a submodule.
store::Change inverse(Session& session, const View& tip, const View& before, const View& after,
                      const std::string& subject) {
  store::Change change;
  std::vector<std::string> reasons;
  for (const store::ChangedPath& path : session.store().changes(before, after)) {
    if (path.before.empty() && path.after.empty()) {
      throw StoreError(Fault::usage, path.path + " is a submodule, which aver leaves to git", {},
                       "git revert " + short_id(after.commit()));
    }
    const std::optional<store::FileEntry> was = before.file(path.path);
    const std::optional<store::FileEntry> now = tip.file(path.path);
    if (now == was) continue;
    // What was said stays, whatever becomes of the records.
    if (!was && claims::is_kept_event(path.path)) continue;
    if (now != after.file(path.path)) {
      reasons.push_back(path.path + " was changed by a later commit");
      continue;
    }
    store::Edit edit{path.path, before.read(path.path)};
    if (was) edit.mode = was->mode;
    change.edits.push_back(std::move(edit));
  }
  CheckAnswer answer;
  Checker(session, tip, change.edits).since(tip, answer);
  for (const claims::Diagnostic& problem : answer.problems) {
    if (problem.severity != claims::Severity::error) continue;
    // That it takes out records, and brings back ids, is what it is for.
    if (problem.rule.group() == "record" || problem.rule == claims::Rule::id_reused) continue;
    const bool is_back =
        std::any_of(change.edits.begin(), change.edits.end(),
                    [&](const store::Edit& edit) { return edit.path == problem.file; });
    reasons.push_back(problem.file + (is_back ? " would come back broken: " : " refers to it: ") +
                      problem.sentence);
  }
  if (!reasons.empty()) {
    throw StoreError(Fault::conflict,
                     "\"" + subject + "\" cannot be undone: later records build on it", reasons,
                     "undo those first, or edit the records and: aver commit");
  }
  // The undo of an undo is called "Redo".
  constexpr std::string_view kUndo = "Undo \"";
  const bool again = subject.starts_with(kUndo) && subject.ends_with('"');
  const std::string what =
      again ? "Redo " + subject.substr(kUndo.size() - 1) : "Undo \"" + subject + "\"";
  change.message = what + taken_back_line(after);
  return change;
}

// Of a merge, what it brought to its first parent is taken back. That is what a user means where
// the branch itself made the merge; a merge on a branch that came in later has the others' records
// for what it brought.
void require_undoable(const store::Store& store, const View& merge, std::size_t parents) {
  const std::string name = short_id(merge.commit());
  if (parents > 2) {
    throw StoreError(Fault::usage,
                     name + " merges " + std::to_string(parents - 1) + " branches at once", {},
                     "git revert -m 1 " + name);
  }
  if (!store::Branches(store).is_on_first_parents(merge.commit(), store.view().commit())) {
    throw StoreError(Fault::usage, name + " is a merge that another branch made before it came in",
                     {}, "git log --first-parent shows the merge that brought it in; undo that");
  }
}

// What others have published stays: a merge by git pull has one's own side as the first parent, so
// that its undoing would take theirs out.
void require_own(Session& session, const View& merge) {
  const store::Store& store = session.store();
  const store::Branches branches(store);
  const std::string theirs = merge.parents().back();
  for (const View& tip : shared_tips(session, store.branch())) {
    if (!branches.is_ancestor(theirs, tip.commit())) continue;
    if (branches.is_ancestor(merge.commit(), tip.commit())) continue;
    const std::string name = short_id(merge.commit());
    const bool is_last = store.view().commit() == merge.commit();
    throw StoreError(Fault::refused,
                     name + " merged what others had published: undone, their records would go", {},
                     is_last ? "git reset --keep " + name +
                                   "~1 takes the merge alone back, which is not "
                                   "published yet"
                             : "git log " + name + "~1.." + name +
                                   " shows their commits; aver undo COMMIT "
                                   "takes one of them back");
  }
}

int run(const Options& options, Session& session) {
  store::Store& store = session.store();
  const View after = options.commit ? store.view(*options.commit) : store.view();
  const std::vector<store::CommitId> parents = after.parents();
  if (parents.empty()) {
    throw StoreError(Fault::usage, short_id(after.commit()) +
                                       " is the store's first commit: there is nothing before it");
  }
  const bool is_merge = parents.size() > 1;
  if (is_merge) require_undoable(store, after, parents.size());
  if (is_merge) require_own(session, after);
  const View before = store.view(parents.front());
  const std::string subject = claims::first_line(after.message());
  Writing writing = options.writing;
  if (writing.message) *writing.message += taken_back_line(after);
  const auto saved = save(session, writing, [&](const View& tip) {
    return inverse(session, tip, before, after, subject);
  });
  if (!saved) {
    const bool is_empty = store.changes(before, after).empty();
    session.out.data("nothing to undo: " + short_id(after.commit()) +
                     (is_empty ? " changed no file\n" : " is taken back already\n"));
    return kDone;
  }
  session.out.data(hanging("undone: " + safe_line(subject), session.out.width(), 2));
  session.out.data(paragraph(*saved, session.out.width(), 2));
  if (is_merge && !options.writing.no_commit) {
    // git takes what was merged for known: a second merge of it would bring nothing.
    session.out.data(paragraph("propose its records anew: aver propose NAME, then aver undo " +
                                   short_id(store.view().commit()),
                               session.out.width(), 2));
  }
  return kDone;
}

}  // namespace

Command undo_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "undo";
  command.description =
      "Takes a commit back by a new commit that brings its files back to what they were; the "
      "history stays. "
      "Refused, with the reasons, where later records build on what the commit brought in. Of a "
      "merge, and of a proposal that was accepted, all that it brought to the branch is taken "
      "back, whoever made it; refused where that is what others had published already.";
  command.words = {positional("COMMIT", options->commit, "which one (default: the last)")};
  add_writing_words(command.words, options->writing);
  command.examples = {{"aver undo", "the last commit"},
                      {"aver undo HEAD~1", "the one before; or an id, as aver log shows them"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
