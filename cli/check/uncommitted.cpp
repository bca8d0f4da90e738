// SPDX-License-Identifier: MIT
//
// Dispatches a file by its path to the decoder and the rules of its kind, and answers for the work
// tree where a file was changed there, for the view where not.
#include "cli/check/uncommitted.h"

#include <algorithm>

#include "claims/check/changed.h"
#include "claims/review/event.h"
#include "claims/text/id.h"
#include "claims/text/paths.h"
#include "store/digest.h"
#include "store/error.h"

namespace aver::cli {
namespace {

using claims::Diagnostics;
using claims::RecordKind;

constexpr std::string_view kSettingsFile = "aver.toml";
constexpr std::string_view kReviews = "reviews/";

Diagnostics stray(const std::string& path) {
  return {{claims::Severity::warning,
           claims::Rule::path_stray,
           path,
           {},
           "no record lives here: aver does not read this file",
           "aver help format"}};
}

// Its name has the digest of its bytes.
Diagnostics check_event(const std::string& path, const std::string& content) {
  const auto event = claims::reviews::event_path(std::string_view(path).substr(kReviews.size()));
  if (!event) return stray(path);
  if (event->signature || claims::reviews::name_fits(event->name, store::sha256(content)))
    return {};
  return {{claims::Severity::error,
           claims::Rule::review_altered,
           path,
           {},
           "the event was altered: its name does not fit what is in it",
           "git log -- " + path}};
}

// A stance of a claim is claims/<claim>/<name>.toml; any other file in these folders is a stray
// one. Captures lie beside their sources.
Diagnostics check_other_file(const std::string& path, const std::string& content) {
  if (claims::is_kept_event(path)) return check_event(path, content);
  if (path.starts_with("claims/") || path.starts_with("actors/") || path.starts_with("reviews/")) {
    return stray(path);
  }
  return {};
}

}  // namespace

void Overlay::add(const claims::Actor& actor) {
  add(claims::RecordRef{RecordKind::actor, actor.id});
  actors_.insert_or_assign(actor.id, actor);
  for (const std::string& alias : actor.aliases) {
    if (claims::id_problem(alias).empty()) former_[alias].insert(actor.id);
  }
}

std::string Overlay::actor_of(const std::string& id) const {
  if (has({RecordKind::actor, id})) return id;
  std::set<std::string> whose;
  if (const auto found = former_.find(id); found != former_.end()) whose = found->second;
  // Of two that have it in the view, the user may have taken it from one.
  for (const std::string& actor : view_.actors_once_called(id)) {
    const claims::RecordRef known{RecordKind::actor, actor};
    if (!added_.contains(known) && !removed_.contains(known)) whose.insert(actor);
  }
  return whose.size() == 1 ? *whose.begin() : "";
}

std::optional<std::string> Overlay::called_now(const claims::RecordRef& record) const {
  const std::optional<std::string> now = known_.called_now(record);
  if (!now || has({record.kind, *now})) return now;
  // That one is gone, too: it may have become part of another.
  const std::string led = record.kind == RecordKind::actor ? actor_of(*now) : "";
  return led.empty() ? std::nullopt : std::optional(led);
}

std::vector<std::string> Overlay::called(const std::string& words) const {
  if (!tells_names_) return {};
  if (!names_) {
    names_.emplace();
    for (const std::string& id : view_.ids(RecordKind::actor)) {
      if (removed_.contains({RecordKind::actor, id}) || actors_.contains(id)) continue;
      if (const auto decoded = view_.actor(id); decoded && decoded->record)
        names_->add(*decoded->record);
    }
    for (const auto& [id, actor] : actors_) names_->add(actor);
  }
  return names_->called(words);
}

Diagnostics FileCheck::of(const claims::Decoded<claims::Stance>& stance) {
  Diagnostics problems = claims::check(stance, words_, known_);
  if (stance.record) {
    const Diagnostics days = claims::check_held(stance, source(stance.record->source), today_);
    problems.insert(problems.end(), days.begin(), days.end());
  }
  if (stance.record) {
    for (const claims::EvidenceView& one : claims::evidences(*stance.record)) {
      if (one.quote.empty()) continue;
      const Diagnostics more = claims::check_quote(stance, one, evidence_.of(one));
      problems.insert(problems.end(), more.begin(), more.end());
    }
  }
  return problems;
}

const claims::Source* FileCheck::source(const std::string& id) {
  if (id.empty()) return nullptr;
  const auto [at, is_new] = sources_.try_emplace(id);
  if (is_new) {
    if (const auto text = read_(claims::source_path(id)))
      at->second = claims::decode_source(*text, claims::source_path(id)).record;
  }
  return at->second ? &*at->second : nullptr;
}

Diagnostics FileCheck::of(const claims::Decoded<claims::Source>& source) {
  Diagnostics problems = claims::check(source, known_);
  if (source.readable() == nullptr) return problems;
  const std::string folder(claims::folder_part(source.file));
  for (const claims::CapturedFile& file : claims::captured_files(*source.readable())) {
    const auto bytes = read_(folder + file.file);
    const Diagnostics more = claims::check_capture(
        source, file, bytes ? std::optional(store::sha256(*bytes)) : std::nullopt,
        bytes && claims::is_lfs_pointer(*bytes));
    problems.insert(problems.end(), more.begin(), more.end());
  }
  return problems;
}

Diagnostics unresolved(const std::string& path, const std::string& content) {
  unsigned line = 1;
  for (std::size_t begin = 0; begin < content.size(); ++line) {
    const std::size_t end = std::min(content.find('\n', begin), content.size());
    if (std::string_view(content).substr(begin, end - begin).starts_with("#! conflict: ")) {
      return {{claims::Severity::error,
               claims::Rule::merge_unresolved,
               path,
               {line, 1},
               "the file has a conflict that nobody has settled",
               "edit it, then: git add " + path}};
    }
    begin = end + 1;
  }
  return {};
}

Diagnostics FileCheck::operator()(const std::string& path, const std::string& content) {
  if (path == kSettingsFile) return claims::decode_settings(content, path).problems;
  const std::optional<claims::RecordRef> record = claims::record_at(path);
  if (!record) return check_other_file(path, content);
  switch (record->kind) {
    case RecordKind::claim:
      return claims::check(claims::decode_claim(content, path), known_);
    case RecordKind::stance:
      return of(claims::decode_stance(content, path));
    case RecordKind::actor:
      return claims::check(claims::decode_actor(content, path), known_);
    case RecordKind::source:
      return of(claims::decode_source(content, path));
    case RecordKind::review:
      return claims::check(claims::decode_review(content, path));
  }
  return {};
}

LocalRecords::LocalRecords(store::Store& store, const store::View& head,
                           const std::vector<store::LocalChange>& changes, claims::Day today)
    : head_(head), today_(today), known_(head) {
  known_.tell_names();
  for (const store::LocalChange& change : changes)
    add(change.path, {text_of(store, change.path), ""});
}

LocalRecords::LocalRecords(const store::View& head, const std::vector<store::Edit>& edits,
                           claims::Day today)
    : head_(head), today_(today), known_(head) {
  known_.tell_names();
  for (const store::Edit& edit : edits) add(edit.path, {edit.content, edit.blob});
}

void LocalRecords::add(const std::string& path, Content content) {
  const bool is_there = content.text || !content.blob.empty();
  if (const auto record = claims::record_at(path)) {
    if (is_there) {
      known_.add(*record);
    } else {
      known_.remove(*record);
    }
  }
  contents_.emplace(path, std::move(content));
  if (is_there) add_actor(path);
  if (path != kSettingsFile || !is_there) return;
  settings_ = claims::decode_settings(this->content(path).value_or("")).record;
}

// An actor leads its earlier ids, and those of actors that it became one with, as it is now.
void LocalRecords::add_actor(const std::string& path) {
  const auto record = claims::record_at(path);
  if (!record || record->kind != RecordKind::actor) return;
  if (const auto actor = claims::decode_actor(content(path).value_or(""), path); actor.record)
    known_.add(*actor.record);
}

std::optional<std::string> LocalRecords::text_of(const store::Store& store,
                                                 const std::string& path) {
  try {
    return store.read_work_tree(path);
  } catch (const store::StoreError& error) {
    if (error.fault() != store::Fault::dirty) throw;
    links_.emplace(path, claims::symbolic_link(path));
    return std::nullopt;
  }
}

std::optional<std::string> LocalRecords::content(const std::string& path) const {
  const auto found = contents_.find(path);
  if (found == contents_.end()) return std::nullopt;
  const Content& content = found->second;
  return content.blob.empty() ? content.text : head_.read_blob(content.blob);
}

std::optional<std::string> LocalRecords::read(const std::string& path) const {
  return changed(path) ? content(path) : head_.read(path);
}

bool LocalRecords::is_same_actor(const std::string& was, const std::string& now) const {
  // Who was renamed may have been merged since: the record keeps the id that it got by the rename.
  const std::string led = known_.actor_of(now);
  const std::string path = claims::path_of({RecordKind::actor, led.empty() ? now : led});
  const auto text = read(path);
  const auto actor = text ? claims::decode_actor(*text, path) : claims::Decoded<claims::Actor>{};
  return actor.record &&
         std::ranges::find(actor.record->aliases, was) != actor.record->aliases.end();
}

Diagnostics LocalRecords::rewritten(const std::string& path, const std::string& before,
                                    const std::string& after) const {
  return claims::check_rewritten(
      claims::decode_stance(before, path), claims::decode_stance(after, path), vocabulary(),
      [this](const std::string& was, const std::string& now) { return is_same_actor(was, now); });
}

const claims::Vocabulary& LocalRecords::vocabulary() const {
  return settings_ ? settings_->vocabulary : head_.vocabulary();
}

const std::vector<store::CommitId>& LocalRecords::wrong_stamps() const {
  return settings_ ? settings_->wrong_stamps : head_.settings().wrong_stamps;
}

const claims::ReviewPolicy& LocalRecords::review() const {
  return settings_ ? settings_->review : head_.settings().review;
}

int LocalRecords::format() const { return settings_ ? settings_->format : head_.settings().format; }

Diagnostics LocalRecords::problems(const std::string& path) const {
  if (const auto link = links_.find(path); link != links_.end()) return {link->second};
  const std::optional<std::string> text = content(path);
  if (!text) return {};
  Diagnostics found = FileCheck(vocabulary(), known_, today_, [this](const std::string& other) {
    return read(other);
  })(path, *text);
  const Diagnostics conflict = unresolved(path, *text);
  found.insert(found.end(), conflict.begin(), conflict.end());
  const auto record = claims::record_at(path);
  if (record && format() < claims::kFormatVersion) {
    const Diagnostics more = claims::check_format(*text, *record, format());
    found.insert(found.end(), more.begin(), more.end());
  }
  const auto before = head_.read(path);
  if (record && before && record->kind == RecordKind::stance) {
    const Diagnostics more = rewritten(path, *before, *text);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

}  // namespace aver::cli
