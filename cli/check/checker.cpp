// SPDX-License-Identifier: MIT
//
// A walk in path order gathers each claim's folder, judges it once the walk has passed it, and lets
// it go. The narrower checks read only what the edits touch, and what a touched record may break
// elsewhere.
#include "cli/check/checker.h"

#include <algorithm>

#include "claims/check/changed.h"
#include "claims/positions/set_aside.h"
#include "claims/records/people.h"
#include "claims/records/references.h"
#include "cli/check/recorded.h"
#include "cli/check/referring.h"
#include "cli/names/load.h"
#include "store/attributes.h"
#include "store/branches.h"
#include "store/history.h"

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

// A committed symbolic link; its contents are its target. To ask for the mode of each file would
// take long, and few are on one line.
bool is_link(const std::string& path, const std::string& content, const View& view) {
  if (content.find('\n') != content.npos) return false;
  const std::optional<store::FileEntry> file = view.file(path);
  return file && file->mode == store::FileMode::link;
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

Checker::Checker(Session& session, const View& view, const std::vector<store::Edit>& edits)
    : session_(session),
      view_(view),
      by_hand_(false),
      local_(view, edits, session.today()),
      check_file_(local_.vocabulary(), local_.known(), session.today(),
                  [this](const std::string& path) { return local_.read(path); }) {
  for (const store::Edit& edit : edits) {
    changes_.emplace_back();
    changes_.back().path = edit.path;
  }
}

void Checker::file(const std::string& path, const std::string& content, bool is_local,
                   CheckAnswer& answer) {
  const auto record = claims::record_at(path);
  if (!is_local && is_link(path, content, view_)) {
    answer.problems.push_back(claims::symbolic_link(path));
    return;
  }
  append(answer.problems, unresolved(path, content));
  if (record && local_.format() < claims::kFormatVersion) {
    append(answer.problems, claims::check_format(content, *record, local_.format()));
  }
  answer.records += record ? 1 : 0;
  answer.local += record && is_local && by_hand_ ? 1 : 0;
  if (record && record->kind == RecordKind::stance) {
    const auto stance = claims::decode_stance(content, path);
    append(answer.problems, check_file_.of(stance));
    if (const auto before = is_local ? view_.read(path) : std::nullopt)
      append(answer.problems, local_.rewritten(path, *before, content));
    claims::ClaimFolder& folder = folders_[claim_of(*record)];
    folder.id = claim_of(*record);
    if (stance.record) folder.stances.push_back(with_actors(*stance.record));
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

// The stance as it is read: whoever it names by a former id is the actor that has it now.
claims::Stance Checker::with_actors(claims::Stance stance) const {
  claims::replace_people(stance, [&](const std::string& who) {
    std::string actor = local_.known().actor_of(who);
    return actor.empty() ? who : actor;
  });
  return stance;
}

// What the rules say of a claim's stances together. Where the claim has moved, also where to.
Diagnostics Checker::check_stances(const claims::ClaimFolder& folder) const {
  Diagnostics found = claims::check(folder, local_.vocabulary());
  for (claims::Diagnostic& problem : found) {
    if (problem.rule != claims::Rule::claim_missing) continue;
    if (const auto now = local_.known().called_now({RecordKind::claim, folder.id}))
      problem.hint = "it is called " + *now + " now: move them to " + claims::claim_folder(*now);
  }
  return found;
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
    append(answer.problems, check_stances(folder));
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

// Topics that the review policy names, and that have no claims.
void Checker::check_topics(CheckAnswer& answer) {
  for (const claims::TopicPolicy& one : local_.review().topics) {
    const std::string folder = claims::claim_folder(one.topic);
    const bool has_claims =
        claims::id_problem(one.topic).empty() &&
        (!view_.list(folder).empty() ||
         std::any_of(changes_.begin(), changes_.end(), [&](const store::LocalChange& change) {
           return change.path.starts_with(folder + "/") && local_.content(change.path);
         }));
    if (has_claims || one.topic.empty()) continue;
    answer.problems.push_back(
        {claims::Severity::warning,
         claims::Rule::review_topic,
         "aver.toml",
         {},
         "approvals are asked for the topic \"" + one.topic + "\", and no claim is below it",
         "aver list shows the topics"});
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

void Checker::name_links(CheckAnswer& answer) const {
  for (const auto& [path, problem] : local_.links()) answer.problems.push_back(problem);
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
  std::set<std::string> by_hand;
  for (const store::LocalChange& change : changes_) by_hand.insert(change.path);
  check_changed(touched_by(by_hand, view_), view_, answer);
  name_links(answer);
  check_widths(answer);
  check_topics(answer);
  check_attributes(answer);
  append(answer.problems, check_recorded(session_, view_, local_.wrong_stamps()));
  append(answer.problems, duplicates_.take());
  claims::sort(answer.problems);
}

void Checker::check_vanished(const std::vector<RecordRef>& gone, const Brought& brought,
                             CheckAnswer& answer) {
  if (gone.empty()) return;
  // The ids that records have had before, as far as they were touched at all; and those they have.
  std::map<RecordRef, std::string> former;
  for (const std::string& path : files_) {
    const auto record = claims::record_at(path);
    const auto text = record ? local_.read(path) : std::nullopt;
    if (!text) continue;
    for (const std::string& alias : claims::aliases_of(*text, *record))
      former.emplace(RecordRef{record->kind, alias}, record->id);
  }
  std::vector<RecordRef> lost;
  std::set<std::string> paths;
  for (const RecordRef& record : gone) {
    const bool is_stance = record.kind == RecordKind::stance;
    const auto moved =
        former.find(is_stance ? RecordRef{RecordKind::claim, claim_of(record)} : record);
    // A claim takes its stances along, but one of them may have been left behind.
    const bool is_there =
        moved != former.end() &&
        (!is_stance ||
         local_.read(claims::stance_path(moved->second, claims::split_stance_id(record.id).name)));
    if (is_there) continue;
    lost.push_back(record);
    paths.insert(claims::path_of(record));
  }
  const std::map<std::string, std::string> why = dropped(session_.store(), brought, paths);
  for (const RecordRef& record : lost) {
    const auto meant = why.find(claims::path_of(record));
    answer.problems.push_back(meant == why.end() ? claims::vanished(record)
                                                 : claims::dropped(record, meant->second));
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
  return touched(
      paths, {[&](const std::string& path) { return is_there(path, base); },
              [&](const std::string& path) { return !before(path, base).empty(); },
              [&](const std::string& folder) {
                std::set<std::string> names;
                for (const store::DirEntry& entry : view_.list(folder)) {
                  if (!entry.folder) names.insert(entry.name);
                }
                // Those that only the work tree has, or edits that nobody has made.
                for (auto at = paths.lower_bound(folder + "/");
                     at != paths.end() && at->starts_with(folder + "/"); ++at) {
                  const std::string name = at->substr(folder.size() + 1);
                  if (name.find('/') == name.npos && local_.changed(*at) && local_.content(*at)) {
                    names.insert(name);
                  }
                }
                return std::vector<std::string>(names.begin(), names.end());
              },
              [&](const std::string& source, const std::string& file) {
                const std::string text = local_.read(source).value_or("");
                return text.find('\\') != text.npos || text.find(file) != text.npos;
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
// change are judged anew. Where the claim's own file is missing, the finding is about all of its
// stances.
void Checker::check_folder(const std::string& claim, const std::set<std::string>& holders,
                           CheckAnswer& answer) {
  std::set<std::string> whose = holders;
  claims::ClaimFolder folder = folder_now(claim, whose);
  if (!folder.claim && !whose.contains("")) {
    whose = {""};
    folder = folder_now(claim, whose);
  }
  append(answer.problems, check_stances(folder));
  check_links(folder, answer);
  together_[claim] = std::move(whose);
}

bool Checker::loses_a_stance(const std::string& claim) const {
  const auto at = gone_stances_.lower_bound(claim + "/");
  return at != gone_stances_.end() && at->starts_with(claim + "/");
}

// What names a stance that is gone. All that name another are in the folder.
void Checker::check_links(const claims::ClaimFolder& folder, CheckAnswer& answer) {
  if (!loses_a_stance(folder.id)) return;
  for (const claims::Stance& stance : folder.stances) {
    for (const std::string* named : {&stance.corrects, &stance.retracts, &stance.repeats}) {
      if (named->empty()) continue;
      const std::string name = claims::split_stance_id(*named).name;
      if (gone_stances_.contains(folder.id + "/" + name))
        check_unchanged(claims::stance_path(folder.id, stance.name), answer);
    }
  }
}

// A file that is as it was at the base, and may be judged differently. Notes on it help nobody.
void Checker::check_unchanged(const std::string& path, CheckAnswer& answer) {
  if (files_.contains(path) || !unchanged_.insert(path).second) return;
  const auto text = local_.read(path);
  if (!text) return;
  Diagnostics found = check_file_(path, *text);
  std::erase_if(found, [](const claims::Diagnostic& problem) {
    return problem.severity == claims::Severity::note;
  });
  append(answer.problems, std::move(found));
}

// The ids that may lead to another actor, or to none any more, as a touched actor has another
// alias: of two that have an id among theirs, neither is meant.
std::set<RecordRef> Checker::led_otherwise(const Touched& all, const View& base) const {
  std::set<RecordRef> ids;
  for (const std::string& path : all.paths) {
    const auto record = claims::record_at(path);
    if (!record || record->kind != RecordKind::actor) continue;
    std::set<std::string> aliases;
    for (const auto& text : {base.read(path), local_.read(path)}) {
      if (!text) continue;
      for (const std::string& alias : claims::aliases_of(*text, *record)) {
        if (!claims::id_problem(alias).empty()) continue;
        if (!aliases.insert(alias).second) aliases.erase(alias);
      }
    }
    for (const std::string& id : aliases) ids.insert({record->kind, id});
  }
  return ids;
}

// The rules that look at several records: between the stances of a claim, and between a record and
// those that refer to it.
void Checker::check_together(const Touched& all, const View& base, bool only_errors,
                             CheckAnswer& answer) {
  files_ = all.files;
  for (const RecordRef& record : all.gone) {
    if (record.kind == RecordKind::stance) gone_stances_.insert(record.id);
  }
  const claims::Vocabulary& now = local_.vocabulary();
  const claims::Vocabulary& then = all.paths.contains("aver.toml") ? base.vocabulary() : now;
  Referents what = referents(all, then, now);
  what.gone.merge(led_otherwise(all, base));
  Referring referring = cli::referring(session_, base, what, !only_errors);
  const bool leads_otherwise = std::any_of(what.gone.begin(), what.gone.end(), [](const auto& one) {
    return one.kind == RecordKind::actor;
  });
  // Rules between stances go by whom they name.
  for (const std::string& path : leads_otherwise ? referring.files : std::set<std::string>()) {
    const auto record = claims::record_at(path);
    const bool is_stance = record && record->kind == RecordKind::stance;
    if (is_stance && !all.paths.contains(path)) referring.claims.insert(claim_of(*record));
  }
  for (const std::string& claim : all.claims) {
    if (referring.claims.contains(claim)) continue;
    if (only_errors && !loses_a_stance(claim) && !may_be_at_odds(claim, all, base)) continue;
    check_folder(claim, holders_touched(claim, all, base), answer);
  }
  for (const std::string& claim : referring.claims) check_folder(claim, {""}, answer);
  folders_.clear();
  for (const std::string& path : referring.files) {
    if (!all.paths.contains(path)) check_unchanged(path, answer);
  }
}

// What the rules said of a file at the base: those of the file, and where its claim's stances were
// judged together, those between the same stances.
Diagnostics Checker::found_before(const std::string& path, const View& base, FileCheck& check) {
  Diagnostics found;
  if (const auto text = base.read(path)) {
    found = unresolved(path, *text);
    append(found, check(path, *text));
  }
  const auto record = claims::record_at(path);
  const auto whose = together_.find(record ? claim_of(*record) : "");
  if (whose == together_.end()) return found;
  const auto folder = base.folder(whose->first, whose->second);
  if (!folder) return found;
  for (claims::Diagnostic& problem : claims::check(folder->folder, base.vocabulary())) {
    // Which stance has it says nothing about the file.
    if (problem.file == path || problem.rule == claims::Rule::claim_missing)
      found.push_back(std::move(problem));
  }
  return found;
}

void Checker::leave_out_known(const View& base, CheckAnswer& answer) {
  const auto is_unchanged = [&](const std::string& file) { return !files_.contains(file); };
  std::map<std::string, Diagnostics> by_file;
  std::erase_if(answer.problems, [&](claims::Diagnostic& problem) {
    const bool asked = problem.severity == claims::Severity::error || is_unchanged(problem.file);
    if (asked) by_file[problem.file].push_back(std::move(problem));
    return asked;
  });
  if (by_file.empty()) return;
  const store::KnownIn known(base);
  FileCheck check(base.vocabulary(), known, session_.today(),
                  [&](const std::string& path) { return base.read(path); });
  for (auto& [file, found] : by_file) {
    claims::leave_out(found, found_before(file, base, check), is_unchanged);
    append(answer.problems, std::move(found));
  }
}

// The stances with one of the words in them, with the local changes.
claims::ClaimFolder Checker::folder_now(const std::string& claim,
                                        const std::set<std::string>& holders) {
  claims::ClaimFolder folder;
  // The view reads whom a stance names by its own actors, which may be others now.
  const bool are_actors_changed =
      std::any_of(changes_.begin(), changes_.end(), [](const store::LocalChange& change) {
        const auto record = claims::record_at(change.path);
        return record && record->kind == RecordKind::actor;
      });
  if (are_actors_changed) {
    if (const auto own = view_.claim(claim); own && own->record) folder.claim = own->record;
    for (const std::string& name : view_.stance_names(claim)) {
      const std::string path = claims::stance_path(claim, name);
      const auto text = view_.read(path);
      auto stance = text ? claims::decode_stance(*text, path) : claims::Decoded<claims::Stance>{};
      if (stance.record) folder.stances.push_back(with_actors(std::move(*stance.record)));
    }
  } else if (std::optional<View::Folder> known = view_.folder(claim, holders)) {
    folder = std::move(known->folder);
  }
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
    if (stance.record) folder.stances.push_back(with_actors(std::move(*stance.record)));
  }
  if (any_local) {
    std::sort(folder.stances.begin(), folder.stances.end(),
              [](const claims::Stance& a, const claims::Stance& b) {
                return claims::file_order_less(a.name, b.name);
              });
  }
  return folder;
}

// True where a stance of the base set another aside, and does so no longer.
bool Checker::changes_links(const std::string& claim, const std::string& then, const Touched& all,
                            const View& base) const {
  const std::string folder = claims::claim_folder(then) + "/";
  for (auto at = all.paths.lower_bound(folder); at != all.paths.end() && at->starts_with(folder);
       ++at) {
    const auto record = claims::record_at(*at);
    const store::BlobId blob = base.blob_id(*at).value_or("");
    if (!record || record->kind != RecordKind::stance || blob.empty()) continue;
    const auto old = claims::decode_stance(base.read_blob(blob), *at);
    if (!old.record || claims::set_aside_by(*old.record).empty()) continue;
    const std::string path = claims::stance_path(claim, claims::split_stance_id(record->id).name);
    const auto text = local_.read(path);
    const auto now = text ? claims::decode_stance(*text, path) : claims::Decoded<claims::Stance>{};
    if (!now.record || claims::set_aside_by(*now.record) != claims::set_aside_by(*old.record))
      return true;
  }
  return false;
}

// The id that the base has a claim, an actor or a source under: its own, or a former one.
std::optional<std::string> Checker::id_at(const View& base, const RecordRef& record) const {
  if (base.has(record)) return record.id;
  const auto text = local_.read(claims::path_of(record));
  if (!text) return std::nullopt;
  for (const std::string& alias : claims::aliases_of(*text, record)) {
    if (claims::id_problem(alias).empty() && base.has({record.kind, alias})) return alias;
  }
  return std::nullopt;
}

// What the base has of a stance, where its claim may have had another id. Nothing where file() has
// compared it already.
std::optional<std::string> Checker::text_before(const std::string& path, const RecordRef& stance,
                                                const View& base) const {
  if (base.blob_id(path)) return local_.changed(path) ? std::nullopt : base.read(path);
  const std::string claim = claim_of(stance);
  const std::optional<std::string> called = id_at(base, {RecordKind::claim, claim});
  if (!called || *called == claim) return std::nullopt;
  return base.read(claims::stance_path(*called, claims::split_stance_id(stance.id).name));
}

// What has become of the claims that were there: of their texts, and of what was set aside. Only
// where one of these did change are all stances of a claim read.
void Checker::check_changed(const Touched& all, const View& base, CheckAnswer& answer) {
  for (const std::string& id : all.claims) {
    const std::string path = claims::claim_path(id);
    const bool touched = all.paths.contains(path);
    const auto text = local_.read(path);
    if (!text) continue;
    std::string then = id;
    if (touched) {
      const std::optional<std::string> called = id_at(base, {RecordKind::claim, id});
      if (!called) continue;
      then = *called;
    }
    const auto claim =
        touched ? claims::decode_claim(*text, path) : claims::Decoded<claims::Claim>{};
    const auto was = touched ? base.claim(then) : std::nullopt;
    const bool reworded =
        was && was->record && claim.record && was->record->text != claim.record->text;
    if (!reworded && !changes_links(id, then, all, base)) continue;
    const auto before = base.folder(then);
    if (!before) continue;
    const claims::ClaimFolder after = folder_now(id, {""});
    if (reworded) append(answer.problems, claims::check_reworded(before->folder, claim, after));
    append(answer.problems, claims::check_withdrawn(before->folder, after));
  }
}

// The new records whose ids are not their own former ones.
std::set<std::string> Checker::new_ids(const Touched& all, const View& base) const {
  std::set<std::string> paths;
  std::map<RecordRef, bool> goes_back;  // of claims, actors and sources
  for (const std::string& path : all.files) {
    const auto record = claims::record_at(path);
    if (!record || record->kind == RecordKind::review || !before(path, base).empty()) continue;
    const std::string claim = claim_of(*record);
    const RecordRef named = claim.empty() ? *record : RecordRef{RecordKind::claim, claim};
    const auto [at, is_new] = goes_back.try_emplace(named, false);
    if (is_new) {
      const std::optional<std::string> called = id_at(base, named);
      at->second = called && *called != named.id;
    }
    if (!at->second) paths.insert(path);
  }
  return paths;
}

// Whether ids that are new since the base were given to other records in its history. Only what a
// record was when it went counts: until then it may have been put in better words.
void Checker::check_reused(const Touched& all, const View& base, CheckAnswer& answer) {
  std::set<std::string> paths = new_ids(all, base);
  if (paths.empty() || base.commit().empty()) return;
  if (session_.store().is_shallow()) {
    answer.problems.push_back({claims::Severity::note,
                               claims::Rule::id_reused,
                               *paths.begin(),
                               {},
                               "whether its id was used before cannot be told in a shallow clone",
                               "git fetch --unshallow"});
    return;
  }
  store::LogOptions asked;
  asked.revision = base.commit();
  asked.open_merges = true;                 // a merge may have taken it out
  constexpr std::size_t kMostWords = 1000;  // of git's command line
  if (paths.size() <= kMostWords) {
    asked.paths.assign(paths.begin(), paths.end());
  } else {
    asked.paths = {"actors", "claims", "sources"};
  }
  const store::Branches branches(session_.store());
  store::each_commit(session_.store(), asked, [&](store::LogEntry&& entry) {
    for (const store::ChangedPath& path : entry.paths) {
      if (!path.after.empty() || path.before.empty() || !paths.contains(path.path)) continue;
      const auto record = claims::record_at(path.path);
      if (!record) continue;
      const Diagnostics found =
          claims::check_reused(*record, base.read_blob(path.before),
                               local_.read(path.path).value_or(""), entry.commit.substr(0, 7));
      if (found.empty() || !branches.is_on_first_parents(entry.commit, base.commit())) continue;
      append(answer.problems, found);
      paths.erase(path.path);
    }
    return !paths.empty();
  });
}

void Checker::since(const View& base, CheckAnswer& answer, const std::optional<Brought>& brought) {
  std::set<std::string> paths;
  for (const store::ChangedPath& path : session_.store().changes(base, view_))
    paths.insert(path.path);
  for (const store::LocalChange& change : changes_) paths.insert(change.path);
  const Touched all = touched_by(paths, base);
  for (const std::string& path : all.files) {
    file(path, local_.read(path).value_or(""), local_.changed(path), answer);
    const auto record = claims::record_at(path);
    if (!record || record->kind != RecordKind::stance) continue;
    if (const auto before = text_before(path, *record, base))
      append(answer.problems, local_.rewritten(path, *before, local_.read(path).value_or("")));
  }
  check_together(all, base, false, answer);
  leave_out_known(base, answer);
  name_links(answer);
  check_vanished(all.gone, brought.value_or(Brought{base.commit(), view_.commit()}), answer);
  check_changed(all, base, answer);
  check_reused(all, base, answer);
  if (all.files.contains("aver.toml")) check_topics(answer);
  const bool is_new = view_.blob_id(".gitattributes") != base.blob_id(".gitattributes");
  if (is_new && store::converted_paths(session_.store(), base).empty()) check_attributes(answer);
  append(answer.problems, check_recorded_since(session_, base, view_, local_.wrong_stamps()));
  append(answer.problems, duplicates_.take());
  claims::sort(answer.problems);
}

// Only naming another stance, or a change of holder or position, can break a rule between stances:
// a new stance that names none cannot, nor one in which all of these are as before. What named it
// before it came was in error then, too.
bool Checker::may_be_at_odds(const std::string& claim, const Touched& all, const View& base) {
  const std::string own = claims::claim_path(claim);
  if (all.files.contains(own) || !is_there(own, base)) return true;
  const auto known = folders_.find(claim);
  // What cannot be read sets nothing aside any more.
  const std::string folder = claims::claim_folder(claim) + "/";
  std::size_t changed = 0;
  for (auto at = all.files.lower_bound(folder); at != all.files.end() && at->starts_with(folder);
       ++at) {
    const auto record = claims::record_at(*at);
    changed += record && record->kind == RecordKind::stance && claim_of(*record) == claim ? 1 : 0;
  }
  if (changed > (known == folders_.end() ? 0 : known->second.stances.size())) return true;
  if (known == folders_.end()) return false;  // only removals: nothing new to judge
  bool all_new = true;
  for (const claims::Stance& stance : known->second.stances) {
    const std::string path = claims::stance_path(claim, stance.name);
    const store::BlobId old_blob = before(path, base);
    if (old_blob.empty()) {
      if (names_another(stance)) return true;
      continue;
    }
    all_new = false;
    const auto old = claims::decode_stance(base.read_blob(old_blob), path);
    if (!old.record || old.record->holder != stance.holder ||
        old.record->position != stance.position || old.record->corrects != stance.corrects ||
        old.record->retracts != stance.retracts || old.record->repeats != stance.repeats) {
      return true;
    }
  }
  // The first stances of a claim that cannot be read stand beside none.
  if (!all_new || !base.stance_names(claim).empty()) return false;
  const auto text = local_.read(own);
  return !text || !claims::decode_claim(*text, own).record;
}

void Checker::errors_in(const std::vector<store::Edit>& edits, const View& base,
                        CheckAnswer& answer, const std::optional<Brought>& brought) {
  std::set<std::string> paths;
  for (const store::Edit& edit : edits) {
    paths.insert(edit.path);
    edits_.emplace(edit.path, &edit);
  }
  const Touched all = touched_by(paths, base);
  for (const std::string& path : all.files) file(path, text_at(path).value_or(""), false, answer);
  check_together(all, base, true, answer);
  edits_.clear();
  const auto leave_errors = [&] {
    std::erase_if(answer.problems, [](const claims::Diagnostic& problem) {
      return problem.severity != claims::Severity::error;
    });
  };
  leave_errors();
  leave_out_known(base, answer);
  if (brought) check_vanished(all.gone, *brought, answer);
  leave_errors();
  claims::sort(answer.problems);
}

}  // namespace aver::cli
