// SPDX-License-Identifier: MIT
//
// Tries aver's own merge first, which needs no work tree. Only what it cannot settle goes to git's
// merge with aver's driver, which leaves git's own state for a person.
#include "cli/share/merging.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "claims/settings/attributes.h"
#include "claims/text/lines.h"
#include "cli/check/checker.h"
#include "cli/names/load.h"
#include "cli/render/text/text.h"
#include "cli/share/taken_back.h"
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
using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

store::RunResult git(Session& session, std::vector<std::string> words, std::string input = "") {
  return store::run_git(std::move(words), {.directory = session.store().root().string(),
                                           .input = std::move(input),
                                           .in_english = true});
}

// The path of this very program, for git to call back.
std::string own_path() {
  std::error_code error;
  const fs::path path = fs::read_symlink("/proc/self/exe", error);
  return error ? "aver" : path.string();
}

std::string shown(const std::optional<claims::toml::Value>& value) {
  if (!value) return "(absent)";
  if (const auto* text = std::get_if<std::string>(&value->data)) return *text;
  return claims::toml::write(*value);
}

std::string evidence_of(const std::optional<std::string>& text, const std::string& path) {
  if (!text) return "";
  const auto stance = claims::decode_stance(*text, path);
  if (!stance.record) return "";
  std::string how = words_of(*stance.record);
  if (const std::string place = places_of_evidence(*stance.record); !place.empty()) {
    how += (how.empty() ? "" : " · ") + place;
  }
  return how;
}

std::string free_stance_path(const View& view, const fs::path& root, const std::string& path,
                             const std::string& text) {
  const auto record = claims::record_at(path);
  const claims::StanceId id = claims::split_stance_id(record->id);
  const auto stance = claims::decode_stance(text, path).record;
  const std::string base = stance ? claims::stance_name(stance->held, stance->holder) : id.name;
  for (int number = 2;; ++number) {
    const std::string next = claims::stance_path(id.claim, base + "-" + std::to_string(number));
    std::error_code ignored;
    if (!view.blob_id(next) && !fs::exists(root / next, ignored)) return next;
  }
}

// For stances that two people recorded under one name: one keeps the name, the other gets the next
// free one.
void keep_both(Session& session, claims::KeepsName keeps) {
  const fs::path root = session.store().root();
  const View head = session.store().view();
  for (const UnmergedRecord& record : unmerged(session)) {
    const auto ref = claims::record_at(record.path);
    if (!ref || ref->kind != RecordKind::stance || record.base || !record.ours || !record.theirs) {
      continue;
    }
    const auto ours = claims::decode_stance(*record.ours, record.path);
    const auto theirs = claims::decode_stance(*record.theirs, record.path);
    if (!ours.record || !theirs.record) continue;
    const bool ours_stays = keeps == claims::KeepsName::ours;
    settle(session, record.path, ours_stays ? record.ours : record.theirs);
    if (*ours.record == *theirs.record) continue;  // the same but for layout: one
    const std::optional<std::string>& moves = ours_stays ? record.theirs : record.ours;
    const std::string other = free_stance_path(head, root, record.path, *moves);
    settle(session, other, moves);
    session.out.data(kept_line({record.path, other}, session.out, keeps));
  }
}

}  // namespace

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
  const store::RunResult tip =
      git(session, {"rev-parse", "-q", "--verify", session.store().branch() + "@{upstream}"});
  return tip.ok() && commit == claims::first_line(tip.output);
}

std::vector<UnmergedRecord> unmerged(Session& session) {
  const store::RunResult listed = git(session, {"ls-files", "-u", "-z"});
  std::map<std::string, UnmergedRecord> found;
  for (const std::string& entry : claims::split_at_zero(listed.output)) {
    const std::size_t tab = entry.find('\t');
    if (tab == entry.npos || tab < 3) continue;
    const std::string path = entry.substr(tab + 1);
    const std::string id =
        entry.substr(entry.find(' ') + 1, entry.rfind(' ', tab) - entry.find(' ') - 1);
    UnmergedRecord& record = found[path];
    record.path = path;
    std::string text = session.store().view().read_blob(id);
    switch (entry[tab - 1]) {
      case '1':
        record.base = std::move(text);
        break;
      case '2':
        record.ours = std::move(text);
        break;
      case '3':
        record.theirs = std::move(text);
        break;
      default:
        break;
    }
  }
  std::vector<UnmergedRecord> records;
  for (auto& [path, record] : found) records.push_back(std::move(record));
  return records;
}

namespace {

// A git that was ended may have done it all the same: its index says so.
bool is_taken(Session& session, const std::string& path, bool has_file) {
  const store::RunResult staged = git(session, {"ls-files", "-s", "-z", "--", path});
  if (!staged.ok()) return false;
  if (!has_file) return staged.output.empty();
  return staged.output.find(" 0\t") != staged.output.npos &&
         git(session, {"diff-files", "--quiet", "--", path}).ok();
}

}  // namespace

void settle(Session& session, const std::string& path, const std::optional<std::string>& text) {
  store::Store& store = session.store();
  const std::optional<std::string> before = store.read_work_tree(path);
  store.settle_file(path, text);
  const store::RunResult added =
      git(session,
          text ? std::vector<std::string>{"add", "--", path}
               : std::vector<std::string>{"rm", "-q", "--cached", "--ignore-unmatch", "--", path});
  if (added.ok() || is_taken(session, path, text.has_value())) return;
  store.settle_file(path, before);  // what is not settled stays as git's merge has left it
  throw StoreError(Fault::io, "git could not take " + path, {claims::first_line(added.errors)});
}

std::string conflict_text(const UnmergedRecord& record, const Output& out) {
  std::string page = out.paint(Style::heading, safe_line(record.path)) + "\n";
  const auto ref = claims::record_at(record.path);
  if (!ref)
    return page + "  no record: settle it by hand, then: git add " + safe_line(record.path) + "\n";
  const claims::Merged merged = claims::merge(ref->kind, record.base, record.ours, record.theirs);
  if (merged.removed_and_changed) {
    page += std::string("  ") + (record.ours ? "theirs removed it, ours changed it\n"
                                             : "ours removed it, theirs changed it\n");
  }
  if (merged.unreadable) page += "  a side is no TOML\n";
  for (const claims::FieldConflict& conflict : merged.conflicts) {
    page += "  " + out.paint(Style::strong, safe_line(conflict.key)) + "\n";
    Columns rows(out.width(), 4);
    rows.row({out.paint(Style::dim, "base"), safe_line(shown(conflict.base))});
    rows.row({out.paint(Style::good, "ours"), safe_line(shown(conflict.ours))});
    rows.row({out.paint(Style::middling, "theirs"), safe_line(shown(conflict.theirs))});
    page += rows.text();
  }
  if (ref->kind == RecordKind::stance) {
    Columns rows(out.width(), 2);
    for (const auto& [side, text] :
         {std::pair{"ours", &record.ours}, std::pair{"theirs", &record.theirs}}) {
      const std::string how = evidence_of(*text, record.path);
      if (!how.empty())
        rows.row({out.paint(Style::dim, std::string(side) + " rests on"), safe_line(how)});
    }
    page += rows.text();
  }
  return page;
}

namespace {

// git commits a merge with what was checked out as the first parent; here the second one becomes
// it: what was published stays the line, or what others knew on a day would change with our push.
// All else of the commit stays.
void turn_parents(Session& session) {
  const View made = session.store().view();
  const std::string text = git(session, {"cat-file", "commit", "HEAD"}).output;
  const std::vector<store::CommitId> parents = made.parents();
  if (parents.size() != 2) return;
  const bool is_signed = text.substr(0, text.find("\n\n")).find("\ngpgsig") != text.npos;
  std::vector<std::string> words = {"commit-tree", "-p", parents[1], "-p", parents[0]};
  if (is_signed) words.emplace_back("-S");
  words.push_back(made.tree());
  const auto line = [&](const char* format) {
    return claims::first_line(git(session, {"log", "-1", "--no-show-signature", "--date=raw",
                                            std::string("--format=") + format})
                                  .output);
  };
  const store::RunResult turned =
      store::run_git(words, {.directory = session.store().root().string(),
                             .input = made.message(),
                             .environment = {{"GIT_AUTHOR_NAME", line("%an")},
                                             {"GIT_AUTHOR_EMAIL", line("%ae")},
                                             {"GIT_AUTHOR_DATE", "@" + line("%ad")},
                                             {"GIT_COMMITTER_DATE", "@" + line("%cd")}}});
  if (turned.ok() && git(session, {"update-ref", "-m", "commit (merge)", "HEAD",
                                   claims::first_line(turned.output), made.commit()})
                         .ok()) {
    return;
  }
  session.out.talk("warning: the merge is committed, but " + short_id(parents[1]) +
                   " is not its first parent\n");  // as of a merge by plain git
}

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

// The same for a merge that is not made yet, whose edits are known.
claims::Diagnostics errors_brought_by(Session& session, const std::vector<store::Edit>& edits,
                                      const View& merged, const View& before) {
  const store::ReadingMode mode(store::ReadingMode::repeated);
  CheckAnswer answer;
  Checker(session, merged).errors_in(edits, before, answer);
  return std::move(answer.problems);
}

int finish_merge(Session& session) {
  const std::vector<UnmergedRecord> left = unmerged(session);
  if (!left.empty()) {
    session.out.data(
        session.out.paint(Style::heading, counted(left.size(), "conflict") + " to settle") +
        "\n\n");
    for (const UnmergedRecord& record : left)
      session.out.data(conflict_text(record, session.out) + "\n");
    session.out.data(counted(left.size(), "conflict is left", "conflicts are left") +
                     "; settle each: aver resolve RECORD --with ours|theirs|base|edit\n"
                     "or give the merge up, nothing is lost: aver resolve --give-up\n");
    return kConflict;
  }
  const View head = session.store().view();
  const claims::Diagnostics errors =
      errors_brought(session, head, head, session.store().status().changes);
  if (!errors.empty()) {
    report(errors, session.out);
    session.out.talk("the merge is not committed: mend these, git add them, then: aver resolve\n");
    return kBadData;
  }
  const store::CommitId theirs =
      claims::first_line(git(session, {"rev-parse", "MERGE_HEAD"}).output);
  const bool published = is_published_tip(session, theirs);
  // As it is about to be committed.
  const std::string settings = git(session, {"cat-file", "blob", ":aver.toml"}).output;
  store::require_good_stamp(session.store(), published ? theirs : head.commit(),
                            store::wrong_stamps(settings));
  const store::RunResult committed = store::run_git(
      {"commit", "-q", "--no-edit"},
      {.directory = session.store().root().string(), .environment = {{"AVER_COMMIT", "1"}}});
  if (!committed.ok()) {
    throw StoreError(Fault::refused, "git did not commit the merge",
                     {claims::first_line(committed.errors)});
  }
  if (published) turn_parents(session);
  return say_merged(session);
}

namespace {

// Called where a conflict is left for a person, who needs a work tree: git merges with aver's
// driver and leaves its own state. git cannot rename the references to a stance that was recorded
// twice and gets a new name, so those files are taken from aver's merge.
int merge_with_git(Session& session, const std::string& revision, const View& theirs,
                   const std::string& message, const store::Merge& ours, claims::KeepsName keeps) {
  for (const auto& [kept, moved] : ours.tree.both_kept) {
    std::error_code ignored;
    if (!fs::exists(session.store().root() / moved, ignored)) continue;
    throw StoreError(Fault::dirty, moved + " is in the way: it is not committed", {},
                     "aver commit " + moved + ", or move it away");
  }
  // --no-commit: what others have added is checked before the merge is committed.
  const store::RunResult merged = git_with_driver(
      session, {"merge", "--no-commit", "--no-stat", "-q", "-m", message, theirs.commit()});
  if (is_merging(session)) {
    std::set<std::string> named;
    for (const auto& [kept, moved] : ours.tree.both_kept) named.insert({kept, moved});
    for (const store::Edit& edit : named.empty() ? std::vector<store::Edit>() : ours.edits()) {
      // A file that is theirs unchanged has come in with git's merge.
      if (!edit.blob.empty() && !named.contains(edit.path)) continue;
      settle(session, edit.path,
             edit.blob.empty() ? edit.content : session.store().view().read_blob(edit.blob));
    }
    for (const auto& kept : ours.tree.both_kept)
      session.out.data(kept_line(kept, session.out, keeps));
    keep_both(session, keeps);
    return finish_merge(session);
  }
  if (!merged.ok()) {
    const bool dirty = store::says_would_overwrite(merged);
    throw StoreError(dirty ? Fault::dirty : Fault::conflict, "git could not merge " + revision,
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
        git(session, {"merge", "--ff-only", "--no-stat", "-q", theirs.commit()});
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

std::string kept_line(const std::pair<std::string, std::string>& kept, const Output& out,
                      claims::KeepsName keeps) {
  return hanging("both kept, a possible duplicate: " + safe_line(kept.first) + " and " +
                     safe_line(kept.second) +
                     (keeps == claims::KeepsName::theirs ? ", as yours is named now" : ""),
                 out.width(), 2);
}

int merge_revision(Session& session, const std::string& revision, const std::string& message,
                   claims::KeepsName keeps) {
  store::Store& store = session.store();
  if (store.has_work_tree() && is_merging(session)) {
    throw StoreError(Fault::conflict, "a merge is under way already", {}, "aver resolve");
  }
  if (store.branch().empty()) {
    throw StoreError(Fault::usage, "HEAD is on no branch: there is nothing to merge into", {},
                     "git switch BRANCH");
  }
  const View theirs = store.view(revision);
  if (const View ours = store.view(); ours.commit().empty()) {
    return merge_with_git(session, revision, theirs, message, {}, keeps);
  }
  store::Merge merge;
  claims::Diagnostics errors;
  std::optional<View> ours;
  const bool published =
      keeps == claims::KeepsName::theirs || is_published_tip(session, theirs.commit());
  const auto made = store.commit([&](const View& tip) {
    ours = tip;
    merge = store::merge(store, tip, theirs, keeps);
    store::Change change;
    if (merge.kind == store::Merge::Kind::forward) {
      // To go forward to a commit that has merged the tip in would put others into its line.
      if (published || store::is_first_parent(store, tip.commit(), theirs.commit())) return change;
      auto edits = edits_forward(session, tip, theirs);
      if (!edits) return change;
      errors = errors_brought_by(session, *edits, theirs, tip);
      if (!errors.empty()) return change;
      change.edits = std::move(*edits);
      change.message = message;
      change.merged = {theirs.commit()};
      return change;
    }
    if (merge.kind != store::Merge::Kind::real || !merge.clean()) return change;
    change.edits = merge.edits();
    change.result = store.view_with(tip, change.edits, merge.made);
    errors = errors_brought_by(session, change.edits, *change.result, tip);
    if (!errors.empty()) return store::Change{};
    change.message = message;
    change.merged = {theirs.commit()};
    change.merged_first = published;
    return change;
  });
  if (made) {
    for (const auto& kept : merge.tree.both_kept)
      session.out.data(kept_line(kept, session.out, keeps));
    return say_merged(session);
  }
  if (merge.kind == store::Merge::Kind::nothing) {
    return say_nothing_to_merge(session, revision, *ours, theirs);
  }
  if (merge.kind == store::Merge::Kind::forward) {
    if (errors.empty() && !published) {
      if (const auto edits = edits_forward(session, *ours, theirs))
        errors = errors_brought_by(session, *edits, theirs, *ours);
    }
    return errors.empty() ? forward(session, revision, *ours, theirs)
                          : say_not_sound(session, errors);
  }
  if (store.has_work_tree())
    return merge_with_git(session, revision, theirs, message, merge, keeps);
  if (!errors.empty()) return say_not_sound(session, errors);
  for (const claims::UnmergedFile& file : merge.tree.conflicts) {
    session.out.data(conflict_text({file.path, file.base, file.ours, file.theirs}, session.out) +
                     "\n");
  }
  throw StoreError(Fault::conflict, revision + " needs a person to merge it", {},
                   "in a clone: git switch " + store.branch() + " && aver merge " + revision);
}

}  // namespace aver::cli
