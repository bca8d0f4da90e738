// SPDX-License-Identifier: MIT
//
// Which stance is which in base, ours and theirs, and what it is called in the result of a merge:
// told by what they say, never by names. Reviews are named by day and person, too, and are treated
// alike.
//
// Pure. Works on one folder at a time, and only where its files leave a doubt.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claims/merge/renames.h"
#include "claims/merge/tree_merge.h"

namespace aver::claims {

enum MergeVersion { kBase, kOurs, kTheirs, kVersions };

// Named after a day and a person.
bool is_dated(const std::optional<RecordRef>& record);

// A stance or a review as it is compared.
struct Dated {
  std::string path;   // in its own version
  std::string place;  // where the renames of both sides are made
  std::string name;
  std::string content;   // its id
  std::string key = {};  // equal where two say the same
};

// The dated files of a folder in each version, by their places.
struct DatedFolder {
  std::array<std::map<std::string, Dated>, kVersions> files;
};

// One record: where each version has it. As good as long as the folder is.
struct OneRecord {
  std::array<const Dated*, kVersions> in{};
  std::string name = {};  // of the result; empty where no side has it any more
};

// Whether two names may be one record's, or two records may have one name. Goes by the ids of
// contents; reads no file.
bool is_in_doubt(const DatedFolder& folder);

// Returns the records of the folder. Sets the keys of its files; two are equal where the files say
// the same with the ids of now, apart from names: their own, former ones, and those by which they
// speak of each other.
std::vector<OneRecord> named_records(DatedFolder& folder, const Renames& ours,
                                     const Renames& theirs, const MergeFiles& files);

}  // namespace aver::claims
