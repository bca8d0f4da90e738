// SPDX-License-Identifier: MIT
//
// Merges two sides' changes of a store: records field by field, renamed ones under their new names.
//
// Pure: the caller passes the changes of each side, and returns contents on request. The rules in
// words: claims/FORMAT.md, "Merging".
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claims/merge/merge.h"

namespace aver::claims {

// A file that a side has changed since the base. Contents are named by ids that are equal where the
// contents are (git's blob ids); an empty id is an absent file.
struct FileChange {
  std::string path;
  std::string before;
  std::string after;
};

// What merging may ask of the store.
class MergeFiles {
 public:
  virtual ~MergeFiles() = default;
  virtual std::string read(const std::string& content_id) const = 0;
  // Our file at a path, changed or not; empty where there is none.
  virtual std::string ours(const std::string& path) const = 0;
  // Merges a file that is not a record (aver.toml, a page of notes) line by line; nothing where
  // that cannot be done without a person.
  virtual std::optional<std::string> merge_lines(const std::string& path, const std::string& base,
                                                 const std::string& ours,
                                                 const std::string& theirs) const = 0;
};

// A file to write on top of our side. With `content_id`, their content as it is; with `text`, a
// text made here; with neither, the file is removed.
struct MergedFile {
  std::string path;
  std::string content_id;
  std::optional<std::string> text;
  std::string ours = {};  // the content that it replaces; empty where there is none
};

// A file that only a person can settle.
struct UnmergedFile {
  std::string path;
  std::optional<std::string> base, ours, theirs;
};

struct TreeMerge {
  std::vector<MergedFile> files;  // by path
  std::vector<UnmergedFile> conflicts;
  // Stances that two people recorded under one name with different words: the path of the one that
  // keeps the name, and the new path of the other.
  std::vector<std::pair<std::string, std::string>> both_kept;
};

// Whose stance keeps its name where both sides recorded one under it. A name that others have seen
// must go on meaning the same stance: theirs keeps it where theirs is published and ours is not.
enum class KeepsName { ours, theirs };

// Returns whether the merge may depend on our changes in claim folders that theirs has not touched:
// `ours` may lack those, and has all others. Only a rename reaches across folders: without one, and
// where none of their records names another claim, the answer is no.
bool reaches_across(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
                    const MergeFiles& files);

// Merges the changes of both sides. With `take`, conflicts are settled with that side.
TreeMerge merge_trees(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
                      const MergeFiles& files, Take take = Take::none,
                      KeepsName keeps = KeepsName::ours);

}  // namespace aver::claims
