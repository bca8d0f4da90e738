// SPDX-License-Identifier: MIT
//
// The repository that a store is in, and how to find it.
#pragma once

#include <filesystem>
#include <string>

#include "store/objects/git.h"
#include "store/repository/replaced_objects.h"

namespace aver::store {

// Where HEAD points.
struct Head {
  std::string ref;  // what a commit moves: "refs/heads/main", or "HEAD" where it is detached
  bool detached = false;
  bool unborn = false;
  git_oid tip{};  // zero where unborn

  std::string branch() const;  // "main"; empty where detached
};

class Repository {
 public:
  // Finds the repository that `start` lies in. Throws StoreError: not_found, unsupported; or with
  // git's own words where the repository belongs to somebody else.
  static Repository find(const std::filesystem::path& start);

  git_repository* get() const { return handle_.get(); }
  bool bare() const { return work_tree_.empty(); }
  const std::filesystem::path& git_dir() const { return git_dir_; }  // of this work tree
  // Shared by all work trees.
  const std::filesystem::path& common_dir() const { return common_dir_; }
  // Empty in a bare repository.
  const std::filesystem::path& work_tree() const { return work_tree_; }

  // Where its objects are, but for borrowed ones.
  std::filesystem::path objects_dir() const;

  // Where programs of git are run: the work tree's top, or the git directory.
  std::string directory() const { return (bare() ? git_dir_ : work_tree_).string(); }

  // Gives an object database of objects_dir() our readers of packs and loose objects, and what git
  // replace put in the place of objects.
  void read_as_git_does(git_odb* odb) const;

  // Whether git replace put anything in the place of objects: ids then do not tell what is read.
  bool has_replacements() const { return !replacements_.empty(); }

  // Its history is cut off: what an answer takes from old commits would be wrong.
  bool is_shallow() const;

  Head head() const;
  Head branch_head(const std::string& ref) const;  // "refs/heads/main"; unborn where there is none

 private:
  GitRepository handle_;
  std::filesystem::path git_dir_, common_dir_, work_tree_;
  Replacements replacements_;
};

// True where both are there, and are one folder, whatever links lead to it.
bool is_same_folder(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace aver::store
