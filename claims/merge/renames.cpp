// SPDX-License-Identifier: MIT
//
// A record that is gone, and a new one with its id among the aliases: that was a rename.
#include "claims/merge/renames.h"

#include <set>

#include "claims/records/codec.h"
#include "claims/records/references.h"

namespace aver::claims {

bool can_be_renamed(const std::optional<RecordRef>& record) {
  return record && record->kind != RecordKind::stance && record->kind != RecordKind::review;
}

Renames::Renames(const std::vector<FileChange>& side, const MergeFiles& files) {
  std::set<RecordRef> gone;
  std::map<std::string, std::string> gone_files;  // content -> path
  for (const FileChange& change : side) {
    if (!change.after.empty()) continue;
    const auto record = record_at(change.path);
    if (can_be_renamed(record)) gone.insert(*record);
    if (!record) gone_files.emplace(change.before, change.path);
  }
  if (gone.empty()) return;
  for (const FileChange& change : side) {
    if (!change.before.empty() || change.after.empty()) continue;
    const auto record = record_at(change.path);
    if (!record) {
      const auto file = gone_files.find(change.after);
      if (file != gone_files.end()) files_[file->second] = change.path;
    }
    if (!can_be_renamed(record)) continue;
    for (const std::string& old : aliases_of(files.read(change.after), *record)) {
      if (gone.contains({record->kind, old})) ids_[{record->kind, old}] = record->id;
    }
  }
}

std::optional<std::string> Renames::new_id(const RecordRef& record) const {
  if (!can_be_renamed(record)) return std::nullopt;
  const auto at = ids_.find(record);
  return at == ids_.end() ? std::nullopt : std::optional(at->second);
}

std::string Renames::path_now(const std::string& path) const {
  if (ids_.empty()) return path;
  const auto record = record_at(path);
  if (can_be_renamed(record)) {
    const auto id = new_id(*record);
    return id ? path_of({record->kind, *id}) : path;
  }
  if (const auto file = files_.find(path); file != files_.end()) return file->second;
  constexpr std::string_view kClaims = "claims/";
  const std::size_t slash = path.rfind('/');
  if (!path.starts_with(kClaims) || slash <= kClaims.size()) return path;
  const auto id = new_id({RecordKind::claim, path.substr(kClaims.size(), slash - kClaims.size())});
  return id ? claim_folder(*id) + path.substr(slash) : path;
}

std::string Renames::with_ids_of_now(std::string text, const RecordRef& record) const {
  if (ids_.empty()) return text;
  auto edited = with_new_ids(text, record, [&](const RecordRef& one) { return new_id(one); });
  return edited ? std::move(*edited) : text;
}

}  // namespace aver::claims
