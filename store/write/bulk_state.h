// SPDX-License-Identifier: MIT
//
// What a bulk write holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/bulk.h"
#include "store/repository/author.h"
#include "store/repository/hooks.h"
#include "store/repository/repository.h"
#include "store/trees/tree_editor.h"
#include "store/write/packs.h"
#include "store/write/stamp.h"
#include "store/write/worktree.h"

namespace aver::store {

struct Bulk::State {
  explicit State(Store& store);

  // bulk.cpp: edits and commits.
  void require_going_on() const;
  void set(std::string_view path, const std::optional<TreeEditor::File>& file);
  void put(Packed type, const git_oid& id, std::string_view bytes);
  void write_folders();
  void commit(const std::string& author, const std::string& committer, std::string_view message);
  git_oid signed_commit(const std::string& message, const CommitTimes& times);
  void begin_on(const Head& head);
  void require_unasked_unfiltered();

  // bulk_publish.cpp: the branch and the work tree.
  void checkpoint();
  bool land();  // false where somebody has moved the branch
  void make_anew_on(const Head& head);
  void require_apart(const View& theirs) const;
  void run_pre_commit() const;
  Head head_now() const;
  bool follows() const;  // the branch is the one that is checked out here

  Store& store;
  const Repository& repository;
  Author who;
  std::optional<Hooks> hooks;
  std::int64_t began_at = 0;
  bool fixed_time = false;          // GIT_AUTHOR_DATE or GIT_COMMITTER_DATE rule
  std::optional<StampRule> stamps;  // on top of `base`

  Head base;                    // the branch at the last checkpoint
  std::optional<git_oid> tip;   // the last commit; that of `base` at first
  std::optional<git_oid> tree;  // of the tip
  std::optional<git_oid> root;  // what `folders` last wrote; the next commit's, if nothing follows
  Packs packs;
  std::optional<TreeEditor> folders;
  std::size_t edits = 0;      // since the last commit
  std::size_t unwritten = 0;  // since the folders were written
  std::uint64_t commits = 0;  // since the last checkpoint
  std::string subject;        // of the last commit
  // Paths of which git was not asked yet whether they go through a filter.
  std::vector<std::string> unasked;
  bool has_asked = false;
  std::string buffer;
  Counts counts;
  bool over = false;
};

}  // namespace aver::store
