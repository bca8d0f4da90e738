// SPDX-License-Identifier: MIT
//
// Merges two sides' changes of a store: records field by field, renamed ones under their new names.
//
// Pure: the caller passes the changes of each side, and returns contents on request. The rules in
// words: claims/FORMAT.md, "Merging".
#pragma once

#include <optional>
#include <set>
#include <string>
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

// A file as it is in a tip that others have seen.
struct SharedFile {
  std::string content_id;  // never empty
  // Whether the side has that tip among its ancestors: it knows the file, and may have changed it.
  bool in_ours = false, in_theirs = false;
};

// A file as it is in a branch that can be cited.
struct CitedFile {
  std::string where;  // "origin/main"
  std::string content_id;
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
  // A digest of a text: of two records, the one with the smaller digest keeps a name that nobody
  // else has seen, so that two people who merge the same without each other make the same of it.
  virtual std::string digest(const std::string& text) const = 0;
  // The file in the tips whose names others have seen, foremost first: what the result goes to.
  virtual std::vector<SharedFile> shared(const std::string&) const { return {}; }
  // The file in all branches that may be cited.
  virtual std::vector<CitedFile> cited(const std::string&) const { return {}; }
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

// Two records that the sides recorded under one name with different words: one keeps the name.
struct BothKept {
  std::string kept, moved;  // paths
  bool ours_moved = false;

  friend bool operator==(const BothKept&, const BothKept&) = default;
};

// A name that could be cited, and means another record now, or none.
struct NameMoved {
  std::string path;        // the name
  std::string where;       // the branch in which it meant
  std::string content_id;  // this
  std::string now;         // where that is now
};

// A record that both sides renamed, differently.
struct RenamedTwice {
  RecordRef kept;     // by the id that stands
  std::string other;  // the id that is a former one now
  bool ours_gave_way = false;
};

struct TreeMerge {
  std::vector<MergedFile> files;  // by path
  std::vector<UnmergedFile> conflicts;
  std::vector<BothKept> both_kept;
  std::vector<NameMoved> moved;
  std::vector<RenamedTwice> renamed_twice;
};

// Returns whether the merge may depend on our changes in claim folders that theirs has not touched:
// `ours` may lack those, and has all others. Only a rename reaches across folders: without one, and
// where none of their records names another claim, the answer is no.
bool reaches_across(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
                    const MergeFiles& files);

// Merges the changes of both sides. With `take`, conflicts are settled with that side. A claim, an
// actor or a source that both sides added is one record, unless it is in `apart`: then the one that
// gives way gets the next free id, and what its side says of it follows.
TreeMerge merge_trees(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
                      const MergeFiles& files, Take take = Take::none,
                      const std::set<RecordRef>& apart = {});

}  // namespace aver::claims
