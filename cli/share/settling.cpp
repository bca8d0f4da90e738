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
  std::set<std::string> chosen;  // settled, where git had left them unsettled
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
  for (const std::string& entry :
       claims::split_at_zero(git_in(session, {"ls-files", "--resolve-undo", "-z"}).output)) {
    const std::size_t tab = entry.find('\t');
    if (tab != entry.npos) index.chosen.insert(entry.substr(tab + 1));
  }
  return index;
}

std::optional<std::string> content_of(Session& session, const store::Edit& edit) {
  return edit.blob.empty() ? edit.content : session.store().view().read_blob(edit.blob);
}

// Whether a person has set the path to a side's contents, which git had left unsettled.
bool is_chosen(const Index& index, const std::string& path) {
  return index.chosen.contains(path) && !index.unsettled.contains(path);
}

// Whether the path is as git left it: as one of the three has it.
bool is_untouched(const Index& index, const store::Edit& edit, const std::vector<View>& sides) {
  if (index.edited.contains(edit.path)) return false;
  const auto settled = index.settled.find(edit.path);
  const store::BlobId now = settled == index.settled.end() ? "" : settled->second;
  if (now == edit.before.value_or("")) return true;
  return std::any_of(sides.begin(), sides.end(),
                     [&](const View& side) { return side.blob_id(edit.path).value_or("") == now; });
}

std::vector<View> sides_of(Session& session, const Unfinished& state, const store::Merge& merge) {
  if (state.base) return {*state.base, *state.side};
  std::vector<View> sides = {session.store().view(state.theirs)};
  for (const store::CommitId& base : merge.bases) sides.push_back(session.store().view(base));
  return sides;
}

// A stance that both sides changed or added, differently.
bool is_changed_stance(const UnmergedFile& file) {
  const auto record = claims::record_at(file.path);
  return record && record->kind == RecordKind::stance && file.ours && file.theirs &&
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

// What a merge makes of each path.
class Made {
 public:
  Made(Session& session, const store::Merge& merge) : session_(session), edits_(merge.edits()) {
    for (const UnmergedFile& file : merge.tree.conflicts) open_[file.path] = &file;
    for (const store::Edit& edit : edits_) by_path_[edit.path] = &edit;
  }

  // Nothing for a path without a file.
  std::optional<std::string> text(const std::string& path) const {
    const auto edit = by_path_.find(path);
    return edit == by_path_.end() ? session_.store().view().read(path)
                                  : content_of(session_, *edit->second);
  }
  // Null where no person is needed.
  const UnmergedFile* conflict(const std::string& path) const {
    const auto found = open_.find(path);
    return found == open_.end() ? nullptr : found->second;
  }
  void add_paths(std::set<std::string>& paths) const {
    for (const auto& [path, edit] : by_path_) paths.insert(path);
    for (const auto& [path, file] : open_) paths.insert(path);
  }

 private:
  Session& session_;
  std::vector<store::Edit> edits_;
  std::map<std::string, const store::Edit*> by_path_;
  std::map<std::string, const UnmergedFile*> open_;
};

std::optional<std::string> text_in(Session& session, const Index& index, const std::string& path) {
  const auto settled = index.settled.find(path);
  if (settled == index.settled.end()) return std::nullopt;
  return session.store().view().read_blob(settled->second);
}

// What of the record is kept twice by the merge; null where nothing is.
const claims::BothKept* kept_of(const store::Merge& merge, const std::string& path) {
  for (const claims::BothKept& one : merge.tree.both_kept) {
    if (one.kept == path) return &one;
  }
  return nullptr;
}

// The records that both sides added and of which the index has both.
std::set<claims::RecordRef> kept_apart(Session& session, const Unfinished& state,
                                       const store::Merge& merge, const Index& index) {
  std::set<claims::RecordRef> apart;
  for (const UnmergedFile& file : merge.tree.conflicts) {
    if (!is_added_twice(file) || index.unsettled.contains(file.path)) continue;
    const claims::RecordRef record = *claims::record_at(file.path);
    const auto parted = merged_by_record(session, state, {record});
    const claims::BothKept* both = parted ? kept_of(*parted, file.path) : nullptr;
    if (both == nullptr || !index.settled.contains(both->moved)) continue;
    const Made made(session, *parted);
    const auto is_there = [&](const std::string& path) {
      return text_in(session, index, path) == made.text(path);
    };
    if (is_there(both->kept) && is_there(both->moved)) apart.insert(record);
  }
  return apart;
}

void require_free(Session& session, const Index& index, const std::string& path) {
  if (index.settled.contains(path) || index.unsettled.contains(path)) return;
  std::error_code ignored;
  if (!fs::exists(session.store().root() / path, ignored)) return;
  throw StoreError(Fault::dirty, path + " is in the way: it is not committed", {},
                   "move it away, then: aver resolve");
}

// The edits that are not made yet.
std::vector<store::Edit> edits_left(Session& session, const Unfinished& state,
                                    const store::Merge& merge, const Index& index) {
  std::vector<store::Edit> left;
  const std::vector<View> sides = sides_of(session, state, merge);
  std::set<std::string> open = index.unsettled;
  for (const UnmergedFile& file : merge.tree.conflicts) open.erase(file.path);
  // Which record has which name is no choice between two sides of one.
  std::set<std::string> named;
  for (const claims::BothKept& one : merge.tree.both_kept) named.insert({one.kept, one.moved});
  for (store::Edit& edit : merge.edits()) {
    const bool is_open = open.erase(edit.path) > 0;
    if (!is_open) {
      const auto settled = index.settled.find(edit.path);
      const store::BlobId now = settled == index.settled.end() ? "" : settled->second;
      const bool is_gone = edit.blob.empty() && !edit.content;
      if (is_gone ? now.empty() : !edit.blob.empty() && now == edit.blob) continue;
      const bool is_made = edit.blob.empty() && !is_gone;
      if (is_made && !now.empty() && session.store().view().read_blob(now) == *edit.content) {
        continue;
      }
      if (is_chosen(index, edit.path) && !named.contains(edit.path)) continue;
      if (!is_untouched(index, edit, sides)) continue;
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

std::optional<store::Merge> merged_as_settled(Session& session, const Unfinished& state) {
  auto merge = merged_by_record(session, state);
  if (!merge) return merge;
  const auto apart = kept_apart(session, state, *merge, index_now(session));
  return apart.empty() ? merge : merged_by_record(session, state, apart);
}

void settle_by_record(Session& session, const Unfinished& state, const store::Merge& merge) {
  const Index index = index_now(session);
  const std::vector<store::Edit> left = edits_left(session, state, merge, index);
  for (const store::Edit& edit : left) {
    if (edit.content || !edit.blob.empty()) require_free(session, index, edit.path);
  }
  std::set<std::string> settled;
  for (const store::Edit& edit : left) {
    settle(session, edit.path, content_of(session, edit));
    settled.insert(edit.path);
  }
  claims::TreeMerge told;
  for (const claims::BothKept& one : merge.tree.both_kept) {
    // One that is there already under its other name is not kept anew.
    if (settled.contains(one.moved)) told.both_kept.push_back(one);
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

// Whether the conflict was settled by taking a side.
bool is_side_of(const UnmergedFile& file, const std::optional<std::string>& text) {
  if (text == file.ours || text == file.theirs || text == file.base) return true;
  const auto record = claims::record_at(file.path);
  if (!record) return false;
  for (const claims::Take take : {claims::Take::ours, claims::Take::theirs, claims::Take::base}) {
    if (text == claims::merge(record->kind, file.base, file.ours, file.theirs, take).text)
      return true;
  }
  return false;
}

// The files that are others once the record is two, with their texts. What the merge has made as
// long as it was one is taken out again.
std::map<std::string, std::optional<std::string>> parted_files(Session& session, const Index& index,
                                                               const Made& before,
                                                               const Made& after) {
  std::set<std::string> paths = index.unsettled;
  before.add_paths(paths);
  after.add_paths(paths);
  std::map<std::string, std::optional<std::string>> files;
  for (const std::string& path : paths) {
    if (after.conflict(path) != nullptr) continue;
    const auto text = after.text(path);
    const UnmergedFile* open = before.conflict(path);
    if (index.unsettled.contains(path)) {
      files.emplace(path, text);
      continue;
    }
    const auto now = text_in(session, index, path);
    if (now == text || (open == nullptr && before.text(path) == text)) continue;
    const bool is_as_made = open != nullptr ? is_side_of(*open, now) : now == before.text(path);
    const bool is_edited = index.edited.contains(path);
    if (!is_as_made || is_edited) {
      throw StoreError(
          Fault::dirty, path + " was changed by hand, and would be another file now", {},
          is_edited ? "copy it elsewhere, then: git checkout -- " + path + "; and again"
                    : "aver resolve --give-up; and keep both before you change it");
    }
    files.emplace(path, text);
  }
  return files;
}

// Makes two of a record that both sides added.
void part(Session& session, const Unfinished& state, const UnmergedFile& file) {
  const claims::RecordRef record = *claims::record_at(file.path);
  const Index index = index_now(session);
  const auto before = merged_as_settled(session, state);
  std::optional<store::Merge> after;
  if (before) {
    auto apart = kept_apart(session, state, *merged_by_record(session, state), index);
    apart.insert(record);
    after = merged_by_record(session, state, apart);
  }
  if (!after || kept_of(*after, file.path) == nullptr) {
    throw StoreError(Fault::usage, "there are not two records in " + file.path + " to keep", {},
                     "aver resolve " + record.id + " --with ours|theirs|base|edit");
  }
  const auto files = parted_files(session, index, Made(session, *before), Made(session, *after));
  for (const auto& [path, text] : files) {
    if (text) require_free(session, index, path);
  }
  for (const auto& [path, text] : files) settle(session, path, text);
  claims::TreeMerge told;
  for (const claims::BothKept& one : after->tree.both_kept) {
    const auto& known = before->tree.both_kept;
    if (std::find(known.begin(), known.end(), one) == known.end()) told.both_kept.push_back(one);
  }
  tell_names(session, told, state.kind == Kind::merge ? Yours::ours : Yours::theirs);
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
  if (is_added_twice(file)) return part(session, state, file);
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
    if (!file.base) return take == claims::Take::ours ? file.ours : file.theirs;
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
