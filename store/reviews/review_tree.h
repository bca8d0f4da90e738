// SPDX-License-Identifier: MIT
//
// The tree of the branch of reviews, changed in memory: another one taken in, files added, given
// back, left out.
//
// The union of two trees is the same whichever is taken into the other: what one has alone, and
// what both have. Folders that one has alone are taken whole, unread. Where one has a folder and
// the other a file of its name, the folder stays: no file of reviews has others below its name.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/git.h"
#include "store/repository/repository.h"
#include "store/reviews.h"
#include "store/write/object_batch.h"

namespace aver::store {

class ReviewTree {
 public:
  // `root` is a tree, or nothing to begin with none.
  ReviewTree(const Repository& repository, std::optional<git_oid> root);

  const std::optional<git_oid>& root() const { return root_; }

  struct Entry {
    git_oid id{};
    std::uint32_t mode = 0;
    bool folder() const;
  };
  std::optional<Entry> find(std::string_view path);

  // What is there already, a file or a folder, in the way of `path`: the path itself, or a file on
  // the way to it. Nothing where it is free.
  std::optional<std::pair<std::string, Entry>> in_the_way_of(std::string_view path);

  // Takes in all of another tree. Each file that has other contents there is told to `altered`;
  // where `settle` names none of them, the one here stays.
  void take_in(const git_oid& other, const SettleReview& settle,
               std::vector<AlteredReview>& altered);

  // Sets files and folders, each at a path that is free, or (no id) takes them out.
  struct Change {
    std::string path;
    std::optional<Entry> entry;
  };
  void change(const std::vector<Change>& changes);

  // The trees that are not in the store yet. They are to be written before anything names the root.
  void add_new_trees(ObjectBatch& to);

 private:
  const std::string& read(const git_oid& tree);
  git_oid unite(const git_oid& ours, const git_oid& theirs, std::string& path);
  git_oid keep(std::string tree);
  Entry settled(const std::string& path, const Entry& ours, const Entry& theirs);

  struct OidBefore {
    bool operator()(const git_oid& a, const git_oid& b) const { return git_oid_cmp(&a, &b) < 0; }
  };

  const Repository& repository_;
  GitOdb odb_;
  std::optional<git_oid> root_;
  std::map<git_oid, std::string, OidBefore> made_;  // not in the store yet
  std::map<git_oid, std::string, OidBefore> read_;
  const SettleReview* settle_ = nullptr;
  std::vector<AlteredReview>* altered_ = nullptr;
};

}  // namespace aver::store
