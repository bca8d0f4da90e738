// SPDX-License-Identifier: MIT
//
// Branches and how they stand to each other, for proposals and for merging. Moves a branch only by
// compare-and-swap; never touches the one that is checked out, nor a work tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace aver::store {

struct Branch {
  std::string name;    // "proposal/x"
  std::string remote;  // "origin"; empty for a branch of this repository
  CommitId tip;
};

// A commit of a short range, with what it changed against its first parent.
struct RangeCommit {
  CommitId commit;
  std::string author, author_email;
  std::int64_t authored_at = 0;  // seconds since 1970
  std::string subject;
  bool merge = false;
  std::vector<ChangedPath> paths;
};

class Branches {
 public:
  explicit Branches(const Store& store);

  // The branches whose name begins with `prefix`, here and at the remotes as last fetched, by name.
  std::vector<Branch> below(std::string_view prefix) const;

  std::optional<CommitId> tip(const std::string& branch) const;

  // The tip, as last fetched, of the branch that git's settings name as this one's upstream.
  std::optional<CommitId> upstream_tip(const std::string& branch) const;

  // Throws StoreError(usage) where the name is taken, or where another branch's name excludes it
  // ("a" excludes "a/b").
  void create(const std::string& branch, const CommitId& tip) const;
  // False where the branch is not at `from` any more. Throws StoreError(conflict) where it is
  // checked out.
  bool move(const std::string& branch, const CommitId& from, const CommitId& to) const;
  bool remove(const std::string& branch, const CommitId& tip) const;

  // The merges that `tip` has, newest first, but for those that git leaves out by `without`
  // ("^main", "--not", "--remotes"). Throws StoreError(corrupt).
  std::vector<CommitId> merges(const CommitId& tip, const std::vector<std::string>& without) const;

  bool is_ancestor(const CommitId& ancestor, const CommitId& descendant) const;
  // Whether the branch itself went through `commit`: it is `tip`, or a first parent on the way
  // back.
  bool is_on_first_parents(const CommitId& commit, const CommitId& tip) const;
  // The first parent of `tip`, or `tip` itself, by which `commit` came in as another's commit.
  // Nothing where is_on_first_parents().
  // REQUIRES: is_ancestor(commit, tip).
  std::optional<CommitId> brought_in_by(const CommitId& commit, const CommitId& tip) const;
  // The newest first parent of `tip`, or `tip` itself, that is no ancestor of `since` and changed
  // the file against its own first parent.
  std::optional<CommitId> last_to_change(const std::string& path, const CommitId& since,
                                         const CommitId& tip) const;
  // The first commit of all on the line of first parents: it says which store this is. Is found by
  // walking that line once, and remembered for the commits that come on top.
  CommitId first_of(const CommitId& tip) const;
  std::vector<CommitId> merge_bases(const CommitId& a, const CommitId& b) const;

  // The commits in `tip` that are not in `base`, oldest first.
  std::vector<RangeCommit> range(const CommitId& base, const CommitId& tip,
                                 bool with_paths = true) const;

 private:
  std::vector<CommitId> ids_in_range(const CommitId& base, const CommitId& tip) const;

  const Store& store_;
  const Repository& repository_;
};

// The branch that the user has chosen to record on instead of the one that is checked out; empty
// for none. Kept for each work tree, in its git directory.
std::string recording_branch(const Store& store);
void set_recording_branch(const Store& store, const std::string& branch);

}  // namespace aver::store
