// SPDX-License-Identifier: MIT
//
// Which commit brought which file to the branch of reviews: of all commits of its history, kept in
// a file below the private folder, so that only new commits are ever looked at.
//
// The file is keyed by the tips that it is about. Deleting it, or damaging it, costs time alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/reviews/review_walk.h"

namespace aver::store {

class BroughtTable {
 public:
  struct Commit {
    CommitId id;
    std::vector<std::uint32_t> parents;       // places in commits(), those that are here
    std::uint32_t author = 0, committer = 0;  // places in people()
    std::int64_t committed_at = 0;
    bool cut_off = false;
  };
  struct File {
    std::string path;
    BlobId blob;
    std::uint32_t commit = 0;
  };

  const std::vector<CommitId>& tips() const { return tips_; }
  const std::vector<std::string>& people() const { return people_; }
  const std::vector<Commit>& commits() const { return commits_; }  // parents first
  const std::vector<File>& files() const { return files_; }        // as they came

  // Adds the commits of these tips that are not there yet. The tips are the ones it is about then.
  // REQUIRES: `tips` have those of before among their ancestors.
  void extend(const Repository& repository, std::vector<CommitId> tips);

  // As text, and back; nothing where it is damaged or of another version.
  std::string encode() const;
  static std::optional<BroughtTable> decode(std::string_view text);

 private:
  std::uint32_t person(const std::string& who);
  void add(const WalkedCommit& commit);
  void make_places();

  std::vector<CommitId> tips_;
  std::vector<std::string> people_;
  std::vector<Commit> commits_;
  std::vector<File> files_;
  // Made when something is added.
  std::unordered_map<std::string, std::uint32_t> place_of_person_, place_of_commit_;
};

}  // namespace aver::store
