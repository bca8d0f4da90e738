// SPDX-License-Identifier: MIT
//
// Lets git commit or go on: aver only judges what git's index has.
#include "cli/share/finishing.h"

#include <algorithm>
#include <map>

#include "claims/records/codec.h"
#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "cli/check/checker.h"
#include "cli/check/trailer.h"
#include "cli/names/load.h"
#include "cli/render/text/text.h"
#include "cli/share/later_commits.h"
#include "cli/share/lost.h"
#include "cli/share/merging.h"
#include "cli/share/settling.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/clock.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using claims::UnmergedFile;
using store::Fault;
using store::StoreError;
using store::View;
using Kind = Unfinished::Kind;

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

}  // namespace

std::string conflict_text(const claims::UnmergedFile& record, const Output& out,
                          const std::string& source) {
  std::string page = out.paint(Style::heading, safe_line(record.path)) + "\n";
  const auto ref = claims::record_at(record.path);
  if (!ref && !source.empty()) {
    return page + hanging("  a saved text of " + safe_line(source) + ", settled with it by " +
                              "--with both; or: aver resolve " + safe_line(record.path) +
                              " --with ours|theirs",
                          out.width(), 4);
  }
  if (!ref) {
    return page + hanging("  no record: aver resolve " + safe_line(record.path) +
                              " --with ours|theirs; or settle it by hand, then: git add " +
                              safe_line(record.path),
                          out.width(), 4);
  }
  const claims::Merged merged = claims::merge(ref->kind, record.base, record.ours, record.theirs);
  if (merged.removed_and_changed) {
    page += std::string("  ") + (record.ours ? "theirs removed it, ours changed it\n"
                                             : "ours removed it, theirs changed it\n");
  }
  if (merged.unreadable) page += "  a side is no TOML\n";
  for (const claims::FieldConflict& conflict : merged.conflicts) {
    // What goes together is taken together, also where a part of it is the same.
    if (conflict.ours == conflict.theirs) continue;
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
  const std::string text = git_in(session, {"cat-file", "commit", "HEAD"}).output;
  const std::vector<store::CommitId> parents = made.parents();
  if (parents.size() != 2) return;
  const bool is_signed = text.substr(0, text.find("\n\n")).find("\ngpgsig") != text.npos;
  std::vector<std::string> words = {"commit-tree", "-p", parents[1], "-p", parents[0]};
  if (is_signed) words.emplace_back("-S");
  words.push_back(made.tree());
  const auto line = [&](const char* format) {
    return claims::first_line(git_in(session, {"log", "-1", "--no-show-signature", "--date=raw",
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
  if (turned.ok() && git_in(session, {"update-ref", "-m", "commit (merge)", "HEAD",
                                      claims::first_line(turned.output), made.commit()})
                         .ok()) {
    return;
  }
  session.out.talk("warning: the merge is committed, but " + short_id(parents[1]) +
                   " is not its first parent\n");  // as of a merge by plain git
}

int say_done(Session& session, const Unfinished& state) {
  const std::string branch = session.store().branch();
  std::string word = "merged";
  if (state.kind == Kind::rebase) word = "rebased";
  if (state.kind == Kind::cherry_pick) word = "picked";
  if (state.kind == Kind::revert) word = "reverted";
  if (state.kind == Kind::am) word = "applied";
  session.out.data(word + "\n  " + short_id(session.store().view().commit()) +
                   (branch.empty() ? "" : " on " + safe_line(branch)) + "\n");
  return kDone;
}

int say_settled(Session& session) {
  session.out.data("settled\n  it is not committed yet: aver status, aver commit\n");
  if (git_in(session, {"rev-parse", "-q", "--verify", "refs/stash"}).ok()) {
    session.out.data("  the stash has it still: git stash drop\n");
  }
  return kDone;
}

std::string theirs_words(const Unfinished& state) {
  if (state.kind == Kind::am) return "patch " + std::to_string(state.patch) + " brings";
  if (state.theirs.empty()) return "was to be added to it";
  return short_id(state.theirs) + (state.kind == Kind::revert ? " took the place of" : " brings");
}

// The source of which a file is a saved text, if that is unsettled, too.
std::string source_of(const std::string& path, const std::vector<UnmergedFile>& left) {
  for (const UnmergedFile& file : left) {
    const auto record = claims::record_at(file.path);
    if (!record || record->kind != RecordKind::source || !can_keep_both(file)) continue;
    const std::string folder(claims::folder_part(file.path));
    for (const std::optional<std::string>* text : {&file.ours, &file.theirs}) {
      if (!*text) continue;
      const auto source = claims::decode_source(**text, file.path).record;
      if (!source) continue;
      const auto is_it = [&](const std::string& name) { return folder + name == path; };
      if (is_it(source->capture) || is_it(source->original)) return record->id;
      for (const claims::Recapture& later : source->recaptures) {
        if (is_it(later.capture) || is_it(later.original)) return record->id;
      }
    }
  }
  return "";
}

int say_left(Session& session, const Unfinished& state, const std::vector<UnmergedFile>& left) {
  session.out.data(
      session.out.paint(Style::heading, counted(left.size(), "conflict") + " to settle") + "\n");
  if (!state.is_merge()) {
    session.out.data(hanging("ours is what is there, theirs is what " + theirs_words(state),
                             session.out.width(), 2));
  }
  session.out.data("\n");
  for (const UnmergedFile& file : left) {
    session.out.data(conflict_text(file, session.out, source_of(file.path, left)));
    if (can_keep_both(file)) {
      session.out.data(
          hanging("  " + how_to_keep_both(session, state, file), session.out.width(), 4));
    }
    session.out.data("\n");
  }
  session.out.data(counted(left.size(), "conflict is left", "conflicts are left") +
                   "; settle each: aver resolve RECORD --with ours|theirs|base|edit\n");
  if (state.kind != Kind::loose) {
    session.out.data("or give the " + state.word() +
                     " up, nothing is lost: aver resolve --give-up\n");
  }
  return kConflict;
}

// The result as it is in git's index.
View as_staged(Session& session, const View& head) {
  std::vector<store::Edit> edits;
  for (const auto& [path, blob] : staged_changes(session)) {
    store::Edit edit{path, std::nullopt};
    edit.blob = blob;
    edits.push_back(std::move(edit));
  }
  return session.store().view_with(head, edits);
}

// What would be lost in the commit of what is staged.
claims::Diagnostics lost_as_staged(Session& session, const Unfinished& state, const View& head) {
  const View staged = as_staged(session, head);
  if (!state.is_merge()) {
    if (!state.base) return {};
    return lost_in(session, {{*state.base}, head, *state.side, staged});
  }
  if (head.commit().empty()) return {};
  const View theirs = session.store().view(state.theirs);
  const std::vector<View> bases = merge_base_views(session, head, theirs);
  if (bases.empty()) return {};
  return lost_in(session, {bases, head, theirs, staged});
}

int commit_merge(Session& session, const Unfinished& state, const View& head,
                 const std::string& drops) {
  const bool published = is_published_tip(session, state.theirs);
  // As it is about to be committed.
  const std::string settings = git_in(session, {"cat-file", "blob", ":aver.toml"}).output;
  store::require_good_stamp(session.store(), published ? state.theirs : head.commit(),
                            store::wrong_stamps(settings));
  std::vector<std::string> words = {"commit", "-q", "--no-edit", "--cleanup=strip"};
  if (!drops.empty()) words.push_back("--trailer=" + drops_line(drops));
  const store::RunResult committed = store::run_git(
      std::move(words),
      {.directory = session.store().root().string(), .environment = {{"AVER_COMMIT", "1"}}});
  if (!committed.ok()) {
    throw StoreError(Fault::refused, "git did not commit the merge",
                     {claims::first_line(committed.errors)});
  }
  if (published) turn_parents(session);
  return say_done(session, state);
}

// git goes on with a rebase over no edit, and to leave a commit out it may write over one.
void require_no_edits(Session& session, const Unfinished& state) {
  const std::vector<std::string> edited = claims::split_at_zero(
      git_in(session, {"diff", "--name-only", "--ignore-submodules", "-z"}).output);
  if (edited.empty()) return;
  std::string words;
  for (const std::string& path : edited) words += " " + shell_word(path);
  throw StoreError(Fault::dirty,
                   "git does not go on with the " + state.word() + " over edits: " +
                       counted(edited.size(), "file is", "files are") + " edited and not staged",
                   edited, "git stash push --" + words + "; aver resolve; git stash pop");
}

// Lets git go on; nothing where it has come to its end.
std::optional<Unfinished> go_on(Session& session, const Unfinished& state) {
  const bool is_empty = git_in(session, {"diff", "--cached", "--quiet", "HEAD"}).ok();
  if (state.kind == Kind::rebase) require_no_edits(session, state);
  // A patch that does not apply leaves nothing either.
  if (state.kind == Kind::am && is_empty) {
    throw StoreError(Fault::refused,
                     "nothing of patch " + std::to_string(state.patch) + " is staged", {},
                     "git am --skip leaves it out; git am --show-current-patch shows it");
  }
  // A rebase leaves out what has become empty; `--skip` would be a reset of the work tree.
  const bool skips = is_empty && !state.goes_on_empty;
  const store::RunResult went_on = git_with_driver(
      session, {"-c", "core.editor=true", state.command(), skips ? "--skip" : "--continue"});
  std::optional<Unfinished> next = unfinished(session);
  const bool is_further = !next || next->theirs != state.theirs || next->patch != state.patch;
  if (is_empty && is_further && !state.theirs.empty()) {
    session.out.data(hanging(short_id(state.theirs) + " brings nothing now: it is left out",
                             session.out.width(), 2));
  }
  if (!next) return next;
  next->into = state.into;
  if (!is_further && unmerged(session).empty()) {
    std::vector<std::string> causes = {claims::first_line(went_on.errors)};
    if (causes.front().empty()) causes.clear();
    throw StoreError(Fault::refused, "git did not go on with the " + state.word(), causes,
                     "git status");
  }
  if (const auto merge = merged_by_record(session, *next)) settle_by_record(session, *next, *merge);
  return next;
}

// What is in the way of committing what is staged: errors that it brings, and what it has lost.
claims::Diagnostics in_the_way(Session& session, const Unfinished& state, const View& head,
                               bool may_lose) {
  const std::vector<store::LocalChange> changes = session.store().status().changes;
  claims::Diagnostics errors = errors_brought(session, head, head, changes);
  if (may_lose) return errors;
  // Both judges may find one record, and the first one may find it on both sides.
  const auto add = [&](claims::Diagnostic& problem) {
    const bool is_known = std::any_of(errors.begin(), errors.end(), [&](const auto& one) {
      return one.rule == problem.rule && one.file == problem.file;
    });
    if (!is_known) errors.push_back(std::move(problem));
  };
  for (claims::Diagnostic& lost : lost_as_staged(session, state, head)) add(lost);
  for (claims::Diagnostic& gone : gone_in_merge(session, state, head, changes)) add(gone);
  return errors;
}

}  // namespace

int finish(Session& session, const Unfinished& begun, const std::string& drops) {
  const store::CommitId start = session.store().view().commit();
  // Of a rebase or a range of commits, once for each commit at which git stops.
  std::optional<Unfinished> state = begun;
  for (bool may_lose = !drops.empty(); state; may_lose = false) {
    const std::vector<UnmergedFile> left = unmerged(session);
    if (!left.empty()) return say_left(session, *state, left);
    if (state->kind == Kind::loose) return say_settled(session);
    const View head = session.store().view();
    const claims::Diagnostics errors = in_the_way(session, *state, head, may_lose);
    if (!errors.empty()) {
      report(errors, session.out);
      session.out.talk("the " + state->word() +
                       " is not committed: mend these, git add them, then: aver resolve\n");
      return kBadData;
    }
    if (state->is_merge()) return commit_merge(session, *state, head, drops);
    if (const auto merge = merged_as_settled(session, *state)) {
      require_names_followed(session, *state, *merge, as_staged(session, head));
    }
    state = go_on(session, *state);
  }
  const bool is_moved = begun.kind == Kind::rebase || session.store().view().commit() != start;
  return is_moved ? say_done(session, begun) : kDone;
}

}  // namespace aver::cli
