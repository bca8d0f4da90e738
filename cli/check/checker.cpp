// SPDX-License-Identifier: MIT
//
// A walk in path order gathers each claim's folder, judges it once the walk has passed it, and lets
// it go. The narrower checks read only what the edits touch, and what a touched record may break
// elsewhere.
#include "cli/check/checker.h"

#include <algorithm>

#include "cli/names/load.h"
#include "store/attributes.h"

namespace aver::cli {
namespace {

using claims::Diagnostics;
using claims::RecordKind;
using claims::RecordRef;
using store::View;

constexpr std::size_t kWidestFolder = 2000;  // beyond, each commit copies a large tree

void append(Diagnostics& to, Diagnostics more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// True where a stance names another one of its claim, which may be any holder's.
bool names_another(const claims::Stance& stance) {
  return !stance.corrects.empty() || !stance.retracts.empty() || !stance.repeats.empty();
}

}  // namespace

Checker::Checker(Session& session, const View& view, const std::vector<store::LocalChange>& changes)
    : session_(session),
      view_(view),
      changes_(changes),
      local_(session.store(), view, changes, session.today()),
      check_file_(local_.vocabulary(), local_.known(), session.today(),
                  [this](const std::string& path) { return local_.read(path); }) {
  for (const store::LocalChange& change : changes_) {
    const auto record = claims::record_at(change.path);
    if (record && local_.content(change.path) && !view_.blob_id(change.path)) {
      local_claims_.insert(claim_of(*record));
    }
  }
}

void Checker::file(const std::string& path, const std::string& content, bool is_local,
                   CheckAnswer& answer) {
  const auto record = claims::record_at(path);
  append(answer.problems, unresolved(path, content));
  if (record && local_.format() < claims::kFormatVersion) {
    append(answer.problems, claims::check_format(content, *record, local_.format()));
  }
  answer.records += record ? 1 : 0;
  answer.local += record && is_local ? 1 : 0;
  if (record && record->kind == RecordKind::stance) {
    const auto stance = claims::decode_stance(content, path);
    append(answer.problems, check_file_.of(stance));
    if (const auto before = is_local ? view_.read(path) : std::nullopt) {
      append(answer.problems, claims::check_rewritten(claims::decode_stance(*before, path), stance,
                                                      local_.vocabulary()));
    }
    claims::ClaimFolder& folder = folders_[claim_of(*record)];
    folder.id = claim_of(*record);
    if (stance.record) folder.stances.push_back(*stance.record);
  } else if (record && record->kind == RecordKind::claim) {
    const auto claim = claims::decode_claim(content, path);
    append(answer.problems, claims::check(claim, local_.known()));
    duplicates_.add(claim);
    claims::ClaimFolder& folder = folders_[record->id];
    folder.id = record->id;
    folder.claim = claim.record;
  } else {
    append(answer.problems, check_file_(path, content));
    if (record && record->kind == RecordKind::actor)
      duplicates_.add(claims::decode_actor(content, path));
  }
}

// Judges the folders that the walk has passed: paths come in order.
void Checker::flush_folders(const std::string& path, CheckAnswer& answer) {
  for (auto at = folders_.begin(); at != folders_.end();) {
    auto& [id, folder] = *at;
    if (local_claims_.contains(id) || path.starts_with(claims::claim_folder(id) + "/")) {
      ++at;
      continue;
    }
    std::sort(folder.stances.begin(), folder.stances.end(),
              [](const claims::Stance& a, const claims::Stance& b) {
                return claims::file_order_less(a.name, b.name);
              });
    append(answer.problems, claims::check(folder, local_.vocabulary()));
    at = folders_.erase(at);
  }
}

void Checker::count_entry(const std::string& path) {
  for (std::size_t slash = path.rfind('/'); slash != path.npos;
       slash = path.rfind('/', slash - 1)) {
    const std::size_t next = path.find('/', slash + 1);
    Entries& entries = widths_[path.substr(0, slash)];
    const std::string name = path.substr(slash + 1, next == path.npos ? next : next - slash - 1);
    if (entries.last != name) {
      ++entries.count;
      entries.last = name;
    }
    if (slash == 0) break;
  }
}

void Checker::check_widths(CheckAnswer& answer) {
  for (const auto& [folder, entries] : widths_) {
    if (entries.count <= kWidestFolder) continue;
    answer.problems.push_back({claims::Severity::warning,
                               claims::Rule::folder_wide,
                               folder,
                               {},
                               "the folder has " + std::to_string(entries.count) +
                                   " entries: beyond " + std::to_string(kWidestFolder) +
                                   " every commit slows down",
                               "spread its records over folders of their own"});
  }
}

void Checker::check_attributes(CheckAnswer& answer) {
  const std::vector<store::ConvertedPath> converted =
      store::converted_paths(session_.store(), view_);
  if (converted.empty()) return;
  const store::ConvertedPath& first = converted.front();
  answer.problems.push_back(
      {claims::Severity::warning,
       claims::Rule::store_attributes,
       ".gitattributes",
       {},
       "git may change the line ends of files like " + first.path + ": " + first.why,
       "aver git-install --attributes"});
}

void Checker::whole(CheckAnswer& answer) {
  view_.walk("", [&](const std::string& path, const store::BlobId& blob) {
    if (!is_ours(path)) return true;
    const bool is_local = local_.changed(path);
    const std::optional<std::string> content =
        is_local ? local_.content(path) : std::optional(view_.read_blob(blob));
    if (!content) return true;  // removed by hand
    flush_folders(path, answer);
    file(path, *content, is_local, answer);
    count_entry(path);
    return true;
  });
  for (const store::LocalChange& change : changes_) {
    const std::optional<std::string> content = local_.content(change.path);
    if (!content || view_.blob_id(change.path) || !is_ours(change.path)) continue;
    file(change.path, *content, true, answer);
    count_entry(change.path);
  }
  local_claims_.clear();
  flush_folders("", answer);
  check_widths(answer);
  check_attributes(answer);
  append(answer.problems, duplicates_.take());
  claims::sort(answer.problems);
}

void Checker::check_vanished(const View& base, const std::vector<RecordRef>& gone,
                             CheckAnswer& answer) {
  if (gone.empty()) return;
  // The ids that records have had before, as far as they were touched at all.
  std::set<RecordRef> former;
  for (const store::ChangedPath& path : session_.store().changes(base, view_)) {
    const auto record = claims::record_at(path.path);
    if (!record || path.after.empty()) continue;
    const auto note = [&](const auto& decoded) {
      if (!decoded || !decoded->record) return;
      for (const std::string& alias : decoded->record->aliases)
        former.insert({record->kind, alias});
    };
    if (record->kind == RecordKind::claim) note(view_.claim(record->id));
    if (record->kind == RecordKind::actor) note(view_.actor(record->id));
    if (record->kind == RecordKind::source) note(view_.source(record->id));
  }
  for (const RecordRef& record : gone) {
    const bool moved = record.kind == RecordKind::stance
                           ? former.contains({RecordKind::claim, claim_of(record)})
                           : former.contains(record);
    if (!moved) answer.problems.push_back(claims::vanished(record));
  }
}

// A source that changed may have lost the quotes of stances that did not.
void Checker::check_quotes_of(const std::set<std::string>& sources,
                              const std::set<std::string>& done, CheckAnswer& answer) {
  for (const std::string& source : sources) {
    each_folder(session_, view_, citing(source), [&](claims::ClaimFolder&& folder) {
      for (const claims::Stance& stance : folder.stances) {
        const std::string path = claims::stance_path(stance.claim, stance.name);
        if (stance.source != source || stance.quote.empty() || done.contains(path)) continue;
        append(answer.problems, check_file_(path, local_.read(path).value_or("")));
      }
    });
  }
}

bool Checker::is_there(const std::string& path, const View& base) const {
  if (const auto edit = edits_.find(path); edit != edits_.end()) {
    return edit->second->content || !edit->second->blob.empty();
  }
  // Of a path that no edit touches, the base has what the view has, and its folders are read
  // already.
  if (!edits_.empty()) return base.blob_id(path).has_value();
  return local_.changed(path) ? local_.content(path).has_value() : view_.blob_id(path).has_value();
}

std::optional<std::string> Checker::text_at(const std::string& path) const {
  const auto edit = edits_.find(path);
  if (edit == edits_.end()) return local_.read(path);
  if (!edit->second->blob.empty()) return view_.read_blob(edit->second->blob);
  return edit->second->content;
}

store::BlobId Checker::before(const std::string& path, const View& base) const {
  const auto edit = edits_.find(path);
  if (edit != edits_.end() && edit->second->before) return *edit->second->before;
  return base.blob_id(path).value_or("");
}

Touched Checker::touched_by(const std::set<std::string>& paths, const View& base) const {
  // Nothing is read: there may be thousands.
  return touched(paths, {[&](const std::string& path) { return is_there(path, base); },
                         [&](const std::string& path) { return !before(path, base).empty(); },
                         [&](const std::string& folder) {
                           std::vector<std::string> names;
                           for (const store::DirEntry& entry : view_.list(folder)) {
                             if (!entry.folder) names.push_back(entry.name);
                           }
                           return names;
                         }});
}

// The holders whose stances on the claim differ from the base. Where a changed stance names another
// one, which may be any holder's, it is the empty word, which every text contains.
std::set<std::string> Checker::holders_touched(const std::string& claim, const Touched& all,
                                               const View& base) {
  std::set<std::string> holders;
  const std::string folder = claims::claim_folder(claim) + "/";
  const auto add = [&](const std::string& path, const std::optional<std::string>& text) {
    const auto stance =
        text ? claims::decode_stance(*text, path) : claims::Decoded<claims::Stance>{};
    if (!stance.record) return;
    holders.insert(names_another(*stance.record) ? "" : stance.record->holder);
  };
  for (auto at = all.paths.lower_bound(folder); at != all.paths.end() && at->starts_with(folder);
       ++at) {
    const auto record = claims::record_at(*at);
    if (!record || record->kind != RecordKind::stance) continue;
    add(*at, text_at(*at));
    const store::BlobId old = before(*at, base);
    if (!old.empty()) add(*at, base.read_blob(old));
  }
  if (holders.empty()) holders.insert("\n");  // in no text: the claim alone
  return holders;
}

// The rules between stances of a claim compare those of one holder, so only the holders with a
// change are judged anew, with the local changes. Where the claim's own file is missing, the
// finding is about all of its stances.
void Checker::check_folder(const std::string& claim, const std::set<std::string>& holders,
                           CheckAnswer& answer) {
  claims::ClaimFolder folder;
  const bool alone = !local_.read(claims::claim_path(claim));
  std::optional<View::Folder> known = alone ? view_.folder(claim) : view_.folder(claim, holders);
  if (known) folder = std::move(known->folder);
  folder.id = claim;
  bool any_local = false;
  for (const store::LocalChange& change : changes_) {
    const auto record = claims::record_at(change.path);
    if (!record || claim_of(*record) != claim) continue;
    any_local = true;
    const std::optional<std::string> content = local_.content(change.path);
    if (record->kind == RecordKind::claim) {
      folder.claim = content ? claims::decode_claim(*content, change.path).record : std::nullopt;
      continue;
    }
    const std::string name = claims::split_stance_id(record->id).name;
    std::erase_if(folder.stances, [&](const claims::Stance& one) { return one.name == name; });
    if (!content) continue;
    auto stance = claims::decode_stance(*content, change.path);
    if (stance.record) folder.stances.push_back(std::move(*stance.record));
  }
  if (any_local) {
    std::sort(folder.stances.begin(), folder.stances.end(),
              [](const claims::Stance& a, const claims::Stance& b) {
                return claims::file_order_less(a.name, b.name);
              });
  }
  append(answer.problems, claims::check(folder, local_.vocabulary()));
}

void Checker::since(const View& base, CheckAnswer& answer) {
  std::set<std::string> paths;
  for (const store::ChangedPath& path : session_.store().changes(base, view_))
    paths.insert(path.path);
  for (const store::LocalChange& change : changes_) paths.insert(change.path);
  const Touched all = touched_by(paths, base);
  for (const std::string& path : all.files) {
    file(path, local_.read(path).value_or(""), local_.changed(path), answer);
    const auto record = claims::record_at(path);
    if (!record || record->kind != RecordKind::stance) continue;
    if (const auto before = local_.changed(path) ? std::nullopt : base.read(path)) {
      append(answer.problems,
             claims::check_rewritten(claims::decode_stance(*before, path),
                                     claims::decode_stance(local_.read(path).value_or(""), path),
                                     local_.vocabulary()));
    }
  }
  folders_.clear();
  for (const std::string& claim : all.claims) {
    check_folder(claim, holders_touched(claim, all, base), answer);
  }
  check_vanished(base, all.gone, answer);
  const bool is_new = view_.blob_id(".gitattributes") != base.blob_id(".gitattributes");
  if (is_new && store::converted_paths(session_.store(), base).empty()) check_attributes(answer);
  check_quotes_of(all.sources, all.files, answer);
  append(answer.problems, duplicates_.take());
  claims::sort(answer.problems);
}

// Only naming another stance, or a change of holder or position, can break a rule between stances:
// a new stance that names none cannot, nor one in which all of these are as before.
bool Checker::may_be_at_odds(const std::string& claim, const Touched& all, const View& base) {
  const std::string own = claims::claim_path(claim);
  if (all.files.contains(own) || !is_there(own, base)) return true;
  const auto known = folders_.find(claim);
  if (known == folders_.end()) return false;  // only removals: nothing new to judge
  for (const claims::Stance& stance : known->second.stances) {
    const std::string path = claims::stance_path(claim, stance.name);
    const store::BlobId old_blob = before(path, base);
    if (old_blob.empty()) {
      if (names_another(stance)) return true;
      continue;
    }
    const auto old = claims::decode_stance(base.read_blob(old_blob), path);
    if (!old.record || old.record->holder != stance.holder ||
        old.record->position != stance.position || old.record->corrects != stance.corrects ||
        old.record->retracts != stance.retracts || old.record->repeats != stance.repeats) {
      return true;
    }
  }
  return false;
}

void Checker::errors_in(const std::vector<store::Edit>& edits, const View& base,
                        CheckAnswer& answer) {
  std::set<std::string> paths;
  for (const store::Edit& edit : edits) {
    paths.insert(edit.path);
    edits_.emplace(edit.path, &edit);
  }
  const Touched all = touched_by(paths, base);
  for (const std::string& path : all.files) file(path, text_at(path).value_or(""), false, answer);
  for (const std::string& claim : all.claims) {
    if (may_be_at_odds(claim, all, base)) {
      check_folder(claim, holders_touched(claim, all, base), answer);
    }
  }
  folders_.clear();
  check_quotes_of(all.sources, all.files, answer);
  edits_.clear();
  std::erase_if(answer.problems, [](const claims::Diagnostic& problem) {
    return problem.severity != claims::Severity::error;
  });
  claims::sort(answer.problems);
}

}  // namespace aver::cli
