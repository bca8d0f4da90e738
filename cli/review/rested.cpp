// SPDX-License-Identifier: MIT
//
// Reads each claim, actor and source once, however many stances refer to it.
#include "cli/review/rested.h"

#include <algorithm>
#include <set>
#include <utility>

#include "claims/records/codec.h"
#include "claims/review/review.h"
#include "claims/settings/settings.h"
#include "claims/text/id.h"
#include "claims/text/paths.h"
#include "cli/check/referring.h"
#include "store/digest.h"

namespace aver::cli {
namespace {

namespace reviews = claims::reviews;
using claims::RecordKind;
using claims::RecordRef;
using reviews::ProposedFile;
using store::View;

// The record of a kind, read once; null where there is none that can be read.
template <class Record, class Decode>
const Record* kept(std::map<std::string, std::optional<Record>, std::less<>>& known,
                   const MergedState& state, RecordKind kind, std::string_view id,
                   const Decode& decode) {
  const auto found = known.find(id);
  if (found != known.end()) return found->second ? &*found->second : nullptr;
  std::optional<Record>& to = known[std::string(id)];
  const std::string path = claims::path_of({kind, std::string(id)});
  if (const auto text = state.read(path)) to = decode(*text, path).record;
  return to ? &*to : nullptr;
}

bool is_stance(const std::string& path) {
  const auto record = claims::record_at(path);
  return record && record->kind == RecordKind::stance;
}

// The actor or the source that a changed file is, or whose capture it is.
std::vector<RecordRef> changed_by(const std::string& path, const View& target,
                                  const MergedState& state) {
  const auto record = claims::record_at(path);
  if (record) {
    const bool referred = record->kind == RecordKind::actor || record->kind == RecordKind::source;
    return referred ? std::vector<RecordRef>{*record} : std::vector<RecordRef>{};
  }
  if (!path.starts_with("sources/")) return {};
  std::vector<RecordRef> of;
  const std::string folder(claims::folder_part(path));
  const std::string name(claims::last_part(path));
  for (const store::DirEntry& entry : target.list(folder.substr(0, folder.size() - 1))) {
    const auto source = claims::record_at(folder + entry.name);
    if (!source || source->kind != RecordKind::source) continue;
    for (const auto& text : {target.read(folder + entry.name), state.read(folder + entry.name)}) {
      if (text && text->find(name) != text->npos) {
        of.push_back(*source);
        break;
      }
    }
  }
  return of;
}

}  // namespace

MergedState::MergedState(View view, const std::vector<store::Edit>& edits)
    : view_(std::move(view)) {
  for (const store::Edit& edit : edits) {
    edited_[edit.path] = edit.content        ? edit.content
                         : edit.blob.empty() ? std::optional<std::string>()
                                             : view_.read_blob(edit.blob);
  }
}

std::optional<std::string> MergedState::read(const std::string& path) const {
  const auto found = edited_.find(path);
  return found == edited_.end() ? view_.read(path) : found->second;
}

RestsReader::RestsReader(const MergedState& state) : state_(state) {
  const auto settings = claims::decode_settings(state.read("aver.toml").value_or(""));
  if (settings.record) vocabulary_ = settings.record->vocabulary;
}

reviews::Rests RestsReader::of(const std::string& path, const std::string& text) {
  const auto stance = claims::decode_stance(text, path);
  if (!stance.record) return {};
  reviews::Referred referred;
  referred.claim =
      kept(claims_, state_, RecordKind::claim, stance.record->claim, claims::decode_claim);
  referred.actor = [&](std::string_view id) {
    // By whatever id the record has it: a former one leads to the actor of today.
    return kept(actors_, state_, RecordKind::actor, state_.view().actor_of(std::string(id)),
                claims::decode_actor);
  };
  referred.source = [&](std::string_view id) {
    return kept(sources_, state_, RecordKind::source, id, claims::decode_source);
  };
  referred.vocabulary = vocabulary_ ? &*vocabulary_ : nullptr;
  return reviews::rests_of(*stance.record, referred);
}

std::string RestsReader::digest_of(const std::string& path, const std::string& text) {
  const std::string values = reviews::digest_input(of(path, text));
  return values.empty() ? "" : store::sha256(values);
}

void add_rests(const MergedState& state, std::vector<ProposedFile>& files) {
  RestsReader reader(state);
  for (ProposedFile& file : files) {
    if (!is_stance(file.path)) continue;
    if (const auto text = state.read(file.path)) file.rests = reader.digest_of(file.path, *text);
  }
}

void add_resting(Session& session, const View& target, const MergedState& state,
                 std::vector<ProposedFile>& files) {
  if (target.settings().review.topics.empty()) return;
  std::map<RecordRef, std::vector<ProposedFile*>> changed;
  Referents referents;
  for (ProposedFile& file : files) {
    for (const RecordRef& record : changed_by(file.path, target, state)) {
      changed[record].push_back(&file);
      if (record.kind == RecordKind::source) {
        referents.changed.insert(record.id);
      } else {
        referents.gone.insert(record);
      }
    }
  }
  if (changed.empty()) return;
  std::set<std::string> paths = referring(session, target, referents, true).files;
  for (const ProposedFile& file : files) {
    if (is_stance(file.path)) paths.insert(file.path);
  }
  for (const std::string& path : paths) {
    if (!is_stance(path)) continue;
    for (const std::optional<std::string>& text : {target.read(path), state.read(path)}) {
      if (!text) continue;
      const auto stance = claims::decode_stance(*text, path);
      if (!stance.record) continue;
      for (RecordRef record : reviews::rested_on(*stance.record)) {
        if (record.kind == RecordKind::actor) record.id = target.actor_of(record.id);
        const auto found = changed.find(record);
        if (found == changed.end()) continue;
        for (ProposedFile* file : found->second) {
          std::vector<std::string>& resting = file->resting;
          if (std::find(resting.begin(), resting.end(), path) == resting.end())
            resting.push_back(path);
        }
      }
    }
  }
}

}  // namespace aver::cli
