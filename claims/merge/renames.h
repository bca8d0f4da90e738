// SPDX-License-Identifier: MIT
//
// What a side of a merge has given other ids: found by what `aver mv` leaves.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claims/merge/tree_merge.h"

namespace aver::claims {

// Claims, actors and sources: the other records are named after what they say.
bool can_be_renamed(const std::optional<RecordRef>& record);

// What a side has given another id: the old file is gone, and a new one has the old id among its
// aliases. Stances go with their claims, captures with their sources.
class Renames {
 public:
  Renames() = default;
  Renames(const std::vector<FileChange>& side, const MergeFiles& files);

  bool empty() const { return ids_.empty(); }

  std::optional<std::string> new_id(const RecordRef& record) const;

  // Where the file at `path` is now; `path` itself where it was not renamed.
  std::string path_now(const std::string& path) const;

  // A text with the ids of now; `record` is the one whose text it is.
  std::string with_ids_of_now(std::string text, const RecordRef& record) const;

  const std::map<RecordRef, std::string>& ids() const { return ids_; }  // old -> id of now

 private:
  std::map<RecordRef, std::string> ids_;
  std::map<std::string, std::string> files_;  // paths of what is no record
};

}  // namespace aver::claims
