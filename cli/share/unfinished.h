// SPDX-License-Identifier: MIT
//
// What git has begun and left to a person: a merge, a rebase, a cherry-pick, a revert, patches, or
// conflicts alone, as a stash leaves them. Whoever began it, it is settled as aver merges: by
// record and field, and two records under one name are both kept.
//
// The state is git's own: plain git can continue or abandon it at any time.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/text/id.h"
#include "cli/session/session.h"
#include "store/merge.h"

namespace aver::cli {

struct Unfinished {
  // `loose`: conflicts in the index, and nothing that would be committed with them.
  enum class Kind { merge, rebase, cherry_pick, revert, am, loose } kind = Kind::merge;
  std::string branch;      // that the result goes to; empty where HEAD was on none
  std::string into;        // of a proposal: the branch that it is for; the caller knows it
  store::CommitId theirs;  // what is merged, applied or taken back; empty where it is no commit
  // Of all but a merge: what git takes for the base and for theirs. Nothing where git alone knows.
  std::optional<store::View> base, side;
  std::optional<store::View> onto;  // of a rebase
  int patch = 0;                    // of `git am`, from 1 on
  bool goes_on_empty = false;       // `--continue` leaves a commit out that has become empty

  bool is_merge() const { return kind == Kind::merge; }
  std::string word() const;     // "merge", "patch series"
  std::string command() const;  // git's: "merge", "am"
};

// Nothing where nothing is under way.
std::optional<Unfinished> unfinished(Session& session);

// Whose names stand in it, and what is kept apart.
store::MergeOptions merge_options(Session& session, const Unfinished& state,
                                  const std::set<claims::RecordRef>& apart = {});

// What aver makes of the same; nothing where only git can merge it.
std::optional<store::Merge> merged_by_record(Session& session, const Unfinished& state,
                                             const std::set<claims::RecordRef>& apart = {});

// The unsettled files, by path; texts are absent where that side has no such file.
std::vector<claims::UnmergedFile> unmerged(Session& session);

// Puts the settled text in place (or removes the file) and tells git that it is settled.
void settle(Session& session, const std::string& path, const std::optional<std::string>& text);

// Back to what was before.
void give_up(Session& session, const Unfinished& state);

}  // namespace aver::cli
