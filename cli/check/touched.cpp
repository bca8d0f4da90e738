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
    if (record && record->kind != RecordKind::review) {
      const bool was_there = states.was_there(path);
      if (record->kind == RecordKind::source && was_there) all.sources.insert(record->id);
      // Neither: a change that is not committed takes back one that is.
      if (!is_there && was_there) all.gone.push_back(*record);
      if (is_there && !was_there) all.fresh.push_back(*record);
    }
    if (is_there) all.files.insert(path);
    if (record || !path.starts_with("sources/")) continue;
    // A capture: of which source beside it, only the sources say.
    const std::size_t slash = path.rfind('/');
    const std::string folder = path.substr(0, slash);
    for (const std::string& name : states.files_in(folder)) {
      const std::string beside = folder + "/" + name;
      const auto source = claims::record_at(beside);
      if (!source || !states.may_name(beside, path.substr(slash + 1))) continue;
      all.files.insert(beside);
      if (states.was_there(beside)) all.sources.insert(source->id);
    }
  }
  return all;
}

}  // namespace aver::cli
