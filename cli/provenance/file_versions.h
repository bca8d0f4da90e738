// SPDX-License-Identifier: MIT
//
// Where the contents of a file come from: which commits gave it its contents, back to the first.
//
// Goes by contents. A commit, or a side of a merge, that had these contents is where they come
// from, whatever the file was called there; so a record that a merge gave a new name is followed
// into the branch of whoever recorded it. What no side of a merge has is the merge's own. Where two
// lines of history made the same change of a file, as a squash does, the earlier one made it.
//
// Reads only. Names and authors: claims/positions/blame.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "claims/positions/blame.h"
#include "store/history.h"
#include "store/store.h"

namespace aver::cli {

class FileVersions {
 public:
  // `paths` (files or folders) are those that the files to ask about are and were in.
  FileVersions(const store::Store& store, const store::View& view, std::vector<std::string> paths);
  ~FileVersions();

  // The version that the file has in the view: an index into versions(). `former` are other paths
  // that it had, by its aliases. Nothing where the file is not there.
  std::optional<std::size_t> of(const std::string& path, const std::vector<std::string>& former);

  const std::vector<claims::Version>& versions() const { return versions_; }

  // The commit that a version is of.
  const store::LogEntry& commit_of(std::size_t version) const { return *commits_[version]; }

  // All commits that the version came by, newest first: also those that only moved the file, that
  // removed it before it came back, and those of a side that a merge has not taken. Merges that
  // have nothing of their own are left out.
  std::vector<store::LogEntry> commits_behind(std::size_t version);

 private:
  struct Trail;
  struct Changes;
  struct Merging;
  struct At;
  std::size_t follow(At at, const std::vector<std::string>& former);
  const Trail& trail_of(const std::string& path);
  Merging& merging(const store::CommitId& commit);
  std::size_t add(const store::LogEntry& commit, const store::BlobId& blob);
  std::size_t first_to_make(const Trail& trail, std::size_t entry,
                            const store::ChangedPath& change) const;
  bool is_kept(Merging& merge, std::size_t side, const store::BlobId& blob,
               const std::string& path);
  std::string came_from(std::size_t entry, const At& at);
  std::string like(Merging& merge, std::size_t parent, const At& at);
  void note_removed(std::size_t version, const At& at, const std::vector<std::string>& former);

  const store::Store& store_;
  const store::View& view_;
  std::vector<std::string> paths_;
  std::map<std::string, std::unique_ptr<Trail>> trails_;  // by path; "": of paths_
  std::map<store::CommitId, std::unique_ptr<Merging>> mergings_;
  std::unordered_map<std::string, std::size_t> known_;  // by commit and path
  std::vector<claims::Version> versions_;
  std::vector<const store::LogEntry*> commits_;
  std::map<std::size_t, std::vector<const store::LogEntry*>> ways_;  // moves, removals
  std::map<std::size_t, std::vector<std::size_t>> beside_;  // versions of sides not taken, removed
  std::unordered_map<store::BlobId, std::string> texts_;
};

}  // namespace aver::cli
