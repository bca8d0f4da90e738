// SPDX-License-Identifier: MIT
//
// Follows from each changed path to the records and claims that a rule may judge differently now.
#include "cli/check/touched.h"

#include "claims/text/record_folders.h"

namespace aver::cli {

using claims::RecordKind;

bool is_ours(const std::string& path) {
  return path == "aver.toml" || claims::is_in_record_folder(path);
}

std::string claim_of(const claims::RecordRef& record) {
  if (record.kind == RecordKind::claim) return record.id;
  return record.kind == RecordKind::stance ? claims::split_stance_id(record.id).claim : "";
}

Touched touched(const std::set<std::string>& paths, const States& states) {
  Touched all;
  all.paths = paths;
  for (const std::string& path : paths) {
    if (!is_ours(path)) continue;
    const auto record = claims::record_at(path);
    const bool is_there = states.is_there(path);
    if (record && !claim_of(*record).empty()) all.claims.insert(claim_of(*record));
    if (record && record->kind == RecordKind::source && states.was_there(path))
      all.sources.insert(record->id);
    if (record && !is_there && record->kind != RecordKind::review) all.gone.push_back(*record);
    if (is_there) all.files.insert(path);
    if (record || !path.starts_with("sources/")) continue;
    // A capture: of which source beside it, only the sources say.
    const std::string folder = path.substr(0, path.rfind('/'));
    for (const std::string& name : states.files_in(folder)) {
      if (!name.ends_with(".toml")) continue;
      all.files.insert(folder + "/" + name);
      const auto source = claims::record_at(folder + "/" + name);
      if (source && states.was_there(path)) all.sources.insert(source->id);
    }
  }
  return all;
}

}  // namespace aver::cli
