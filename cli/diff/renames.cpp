// SPDX-License-Identifier: MIT
//
// Finds renames by the aliases of the later side, and rewrites references of the earlier one.
#include "cli/diff/renames.h"

#include <algorithm>

#include "claims/records/people.h"

namespace aver::cli {

using claims::RecordKind;

void rename_ids(claims::Stance& stance,
                const std::function<void(RecordKind, std::string& id)>& rename) {
  claims::each_person(stance, [&](std::string& who) { rename(RecordKind::actor, who); });
  rename(RecordKind::source, stance.source);
  for (claims::Evidence& one : stance.further) rename(RecordKind::source, one.source);
  std::sort(stance.further.begin(), stance.further.end());
}

std::string Renames::id_of_now(RecordKind kind, const std::string& id) const {
  const auto at = now_.find({kind, id});
  return at == now_.end() ? id : at->second;
}

std::string Renames::claim_of_then(const std::string& id) const {
  for (const auto& [old, now] : now_) {
    if (old.kind == RecordKind::claim && now == id) return old.id;
  }
  return id;
}

claims::ClaimFolder Renames::with_ids_of_now(claims::ClaimFolder folder) const {
  folder.id = id_of_now(RecordKind::claim, folder.id);
  if (folder.claim) {
    folder.claim->id = folder.id;
    for (claims::Relation& relation : folder.claim->relations)
      relation.to = id_of_now(RecordKind::claim, relation.to);
  }
  for (claims::Stance& stance : folder.stances) {
    stance.claim = folder.id;
    rename_ids(stance, [&](RecordKind kind, std::string& id) { id = id_of_now(kind, id); });
  }
  return folder;
}

bool Renames::concern(const claims::RecordRef& record) const {
  if (now_.contains(record)) return true;
  for (const auto& [old, now] : now_) {
    if (old.kind == record.kind && now == record.id) return true;
  }
  return false;
}

}  // namespace aver::cli
