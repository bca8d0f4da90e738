// SPDX-License-Identifier: MIT
//
// Compares git's index with aver's merge: what is as git left it is put right.
#include "cli/share/settling.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "claims/records/codec.h"
#include "claims/text/lines.h"
#include "cli/share/later_commits.h"
#include "cli/share/merging.h"
#include "cli/share/names_told.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/process.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using claims::RecordKind;
using claims::UnmergedFile;
using store::Fault;
using store::StoreError;
using store::View;
using Kind = Unfinished::Kind;

// What the index has: a blob for each settled path, and the unsettled ones.
struct Index {
  std::map<std::string, store::BlobId> settled;
  std::set<std::string> unsettled;
  std::set<std::string> edited;  // in the work tree
};

Index index_now(Session& session) {
  Index index;
  for (const std::string& entry :
       claims::split_at_zero(git_in(session, {"ls-files", "-s", "-z"}).output)) {
    const std::size_t tab = entry.find('\t');
    if (tab == entry.npos || tab < 3) continue;
    const std::string path = entry.substr(tab + 1);
    const std::size_t id = entry.find(' ') + 1;
    if (entry[tab - 1] == '0') {
      index.settled[path] = entry.substr(id, entry.rfind(' ', tab) - id);
    } else {
      index.unsettled.insert(path);
    }
  }
  for (std::string& path :
       claims::split_at_zero(git_in(session, {"diff-files", "--name-only", "-z"}).output)) {
    index.edited.insert(std::move(path));
  }
  return index;
}

std::optional<std::string> content_of(Session& session, const store::Edit& edit) {
  return edit.blob.empty() ? edit.content : session.store().view().read_blob(edit.blob);
}

// Whether the path is as git left it: as one of the three has it.
bool is_untouched(const Unfinished& state, const Index& index, const store::Edit& edit,
                  const std::vector<View>& sides) {
  if (index.edited.contains(edit.path)) return false;
  const auto settled = index.settled.find(edit.path);
  const store::BlobId now = settled == index.settled.end() ? "" : settled->second;
  if (now == edit.before.value_or("")) return true;
  (void)state;
  return std::any_of(sides.begin(), sides.end(),
                     [&](const View& side) { return side.blob_id(edit.path).value_or("") == now; });
}

std::vector<View> sides_of(Session& session, const Unfinished& state, const store::Merge& merge) {
  if (state.base) return {*state.base, *state.side};
  std::vector<View> sides = {session.store().view(state.theirs)};
  for (const store::CommitId& base : merge.bases) sides.push_back(session.store().view(base));
  return sides;
}

void require_free(Session& session, const Index& index, const store::Edit& edit) {
  if (index.settled.contains(edit.path) || index.unsettled.contains(edit.path)) return;
  std::error_code ignored;
  if (!fs::exists(session.store().root() / edit.path, ignored)) return;
  throw StoreError(Fault::dirty, edit.path + " is in the way: it is not committed", {},
                   "aver commit " + edit.path + ", or move it away");
}

// The edits that are not made yet.
std::vector<store::Edit> edits_left(Session& session, const Unfinished& state,
                                    const store::Merge& merge, const Index& index) {
  std::vector<store::Edit> left;
  const std::vector<View> sides = sides_of(session, state, merge);
  std::set<std::string> open = index.unsettled;
  for (const UnmergedFile& file : merge.tree.conflicts) open.erase(file.path);
  for (store::Edit& edit : merge.edits()) {
    const bool is_open = open.erase(edit.path) > 0;
    if (!is_open) {
      const auto settled = index.settled.find(edit.path);
      const store::BlobId now = settled == index.settled.end() ? "" : settled->second;
      const bool is_gone = edit.blob.empty() && !edit.content;
      if (is_gone ? now.empty() : !edit.blob.empty() && now == edit.blob) continue;
      if (!edit.blob.empty() || is_gone) {
        if (!is_untouched(state, index, edit, sides)) continue;
      } else if (!now.empty() && session.store().view().read_blob(now) == *edit.content) {
        continue;
      } else if (!is_untouched(state, index, edit, sides)) {
        continue;
      }
    }
    left.push_back(std::move(edit));
  }
  // What our side has already, and git leaves to a person.
  const View ours = session.store().view();
  for (const std::string& path : open) {
    store::Edit edit{path, std::nullopt};
    edit.blob = ours.blob_id(path).value_or("");
    left.push_back(std::move(edit));
  }
  return left;
}

}  // namespace

void settle_by_record(Session& session, const Unfinished& state, const store::Merge& merge) {
  const Index index = index_now(session);
  const std::vector<store::Edit> left = edits_left(session, state, merge, index);
  for (const store::Edit& edit : left) {
    if (edit.content || !edit.blob.empty()) require_free(session, index, edit);
  }
  std::set<std::string> settled;
  for (const store::Edit& edit : left) {
    settle(session, edit.path, content_of(session, edit));
    settled.insert(edit.path);
  }
  claims::TreeMerge told;
  for (const claims::BothKept& one : merge.tree.both_kept) {
    if (settled.contains(one.kept) || settled.contains(one.moved)) told.both_kept.push_back(one);
  }
  for (const claims::NameMoved& one : merge.tree.moved) {
    if (settled.contains(one.now)) told.moved.push_back(one);
  }
  for (const claims::RenamedTwice& one : merge.tree.renamed_twice) {
    if (settled.contains(claims::path_of(one.kept))) told.renamed_twice.push_back(one);
  }
  tell_names(session, told,
             state.kind == Kind::merge || state.kind == Kind::revert ? Yours::ours : Yours::theirs);
}

namespace {

// A stance that both sides changed, differently.
bool is_changed_stance(const UnmergedFile& file) {
  const auto record = claims::record_at(file.path);
  return record && record->kind == RecordKind::stance && file.base && file.ours && file.theirs &&
         claims::decode_stance(*file.ours, file.path).record &&
         claims::decode_stance(*file.theirs, file.path).record;
}

// A claim, an actor or a source that both sides added.
bool is_added_twice(const UnmergedFile& file) {
  const auto record = claims::record_at(file.path);
  return record && record->kind != RecordKind::stance && record->kind != RecordKind::review &&
         !file.base && file.ours && file.theirs;
}

std::optional<std::string> with_both_captures(const UnmergedFile& file) {
  const auto record = claims::record_at(file.path);
  if (!record || record->kind != RecordKind::source) return std::nullopt;
  return claims::with_both_captures(file.base, file.ours, file.theirs);
}

}  // namespace

bool can_keep_both(const UnmergedFile& file) {
  return is_changed_stance(file) || is_added_twice(file) || with_both_captures(file).has_value();
}

std::string how_to_keep_both(Session& session, const Unfinished& state, const UnmergedFile& file) {
  const auto record = claims::record_at(file.path);
  const std::string id = safe_line(record->id);
  if (!with_both_captures(file)) {
    if (const auto later = later_commits_naming(session, state, *record)) {
      return "both can be kept, but not in this " + state.word() + "; " + later->way_out;
    }
  }
  return "both can be kept: aver resolve " + id + " --with both";
}

namespace {

// Of two records one gets another name, and what git applies later would mean the other one.
void require_no_later_names(Session& session, const Unfinished& state,
                            const claims::RecordRef& record) {
  const auto later = later_commits_naming(session, state, record);
  if (!later) return;
  std::vector<std::string> causes;
  for (const store::CommitId& commit : later->naming) {
    causes.push_back(short_id(commit) + " " +
                     claims::first_line(session.store().view(commit).message()));
  }
  const std::string what =
      causes.empty() ? "what it has still to apply may name it, and would"
                     : counted(causes.size(), "later commit names", "later commits name") +
                           " it, and would";
  throw StoreError(Fault::refused,
                   record.id + " cannot be kept twice in this " + state.word() + ": " + what +
                       " mean the other one",
                   std::move(causes), later->way_out);
}

}  // namespace

void keep_both(Session& session, const Unfinished& state, const UnmergedFile& file) {
  if (const auto text = with_both_captures(file)) {
    settle(session, file.path, text);
    session.out.data(
        hanging("both saved texts are kept: " + safe_line(file.path), session.out.width(), 2));
    return;
  }
  const auto record = claims::record_at(file.path);
  require_no_later_names(session, state, *record);
  if (is_added_twice(file)) {
    const auto merge = merged_by_record(session, state, {*record});
    if (!merge) {
      throw StoreError(Fault::usage, "there are not two records in " + file.path + " to keep", {},
                       "aver resolve " + record->id + " --with ours|theirs|base|edit");
    }
    const std::vector<claims::UnmergedFile> before = unmerged(session);
    for (const store::Edit& edit : merge->edits()) {
      const auto text = content_of(session, edit);
      if (session.store().read_work_tree(edit.path) == text) {
        const bool is_open = std::any_of(before.begin(), before.end(),
                                         [&](const auto& one) { return one.path == edit.path; });
        if (!is_open && text) {
          settle(session, edit.path, text);
          continue;
        }
        if (!is_open) continue;
      }
      settle(session, edit.path, text);
    }
    // What keeps its name on our side is no edit.
    for (const claims::UnmergedFile& one : unmerged(session)) {
      const bool is_left =
          std::any_of(merge->tree.conflicts.begin(), merge->tree.conflicts.end(),
                      [&](const claims::UnmergedFile& left) { return left.path == one.path; });
      if (!is_left) settle(session, one.path, one.ours);
    }
    tell_names(session, merge->tree, state.kind == Kind::merge ? Yours::ours : Yours::theirs);
    return;
  }
  // Two versions of one stance become two stances: what others have seen stays where it is.
  const View head = session.store().view();
  bool theirs_stays = false;
  for (const View& seen : merge_options(session, state, {}).shared) {
    const auto text = seen.read(file.path);
    if (text == file.ours || text == file.theirs) {
      theirs_stays = text == file.theirs;
      break;
    }
  }
  const auto merged = [&](claims::Take take) {
    return claims::merge(RecordKind::stance, file.base, file.ours, file.theirs, take).text;
  };
  const auto kept = merged(theirs_stays ? claims::Take::theirs : claims::Take::ours);
  const auto other = merged(theirs_stays ? claims::Take::ours : claims::Take::theirs);
  const claims::StanceId id = claims::split_stance_id(record->id);
  const auto stance = claims::decode_stance(*other, file.path).record;
  const std::string name = claims::stance_name(stance->held, stance->holder);
  const auto is_taken = [&](const std::string& path) {
    std::error_code ignored;
    return head.blob_id(path) || fs::exists(session.store().root() / path, ignored);
  };
  std::string next = claims::stance_path(id.claim, name);
  for (int number = 2; is_taken(next); ++number) {
    next = claims::stance_path(id.claim, name + "-" + std::to_string(number));
  }
  settle(session, next, other);
  settle(session, file.path, kept);
  claims::TreeMerge told;
  told.both_kept = {{file.path, next, theirs_stays}};
  tell_names(session, told, state.kind == Kind::merge ? Yours::ours : Yours::theirs);
}

}  // namespace aver::cli
