// SPDX-License-Identifier: MIT
//
// Merges a branch into the present one: records field by field, renamed records under their new
// names.
//
// A merge without conflicts is committed at once (store/merge.h), with a work tree or without. One
// with conflicts is left as git's own merge state: cli/share/unfinished.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claims/merge/merge.h"
#include "claims/merge/tree_merge.h"
#include "cli/check/dropped.h"
#include "cli/session/session.h"
#include "cli/share/unfinished.h"
#include "store/process.h"

namespace aver::cli {

// True where a merge is in progress.
bool is_merging(Session& session);

// Whether the commit is the tip of the present branch's upstream, as last fetched.
bool is_published_tip(Session& session, const store::CommitId& commit);

struct MergeWords {
  std::string revision;
  std::string message;
  bool is_seen = false;   // it is what the result will be pushed onto: its names stand
  std::string into = {};  // where the result goes to a proposal: the branch that it is for
};

// Merges a revision. Where two people recorded different stances under one name, both are kept and
// reported. Conflicts are reported field by field. Returns the exit code: kConflict where a
// conflict is left.
int merge_revision(Session& session, const MergeWords& words);

// What makes `theirs` of `ours`, which it has merged in already; nothing where links or submodules
// differ: only git merges those.
std::optional<std::vector<store::Edit>> edits_forward(Session& session, const store::View& ours,
                                                      const store::View& theirs);

// The errors that a merge brings in: those of `merged` that `before` did not have. Rewritten and
// removed records are not reported again; that was done where they were recorded.
claims::Diagnostics errors_brought(Session& session, const store::View& merged,
                                   const store::View& before,
                                   const std::vector<store::LocalChange>& local);

// The records that the merge under way would take out without a word of why: of the published side,
// if it merges that, and else of ours. So it would be refused by aver sync.
claims::Diagnostics gone_in_merge(Session& session, const Unfinished& state,
                                  const store::View& head,
                                  const std::vector<store::LocalChange>& local);

// The same as errors_brought() for a merge that is only planned, given its edits: reads only what
// they touch. With `brought`, also the records that are gone, and those commits do not say why.
claims::Diagnostics errors_brought_by(Session& session, const std::vector<store::Edit>& edits,
                                      const store::View& merged, const store::View& before,
                                      const std::optional<Brought>& brought);

// Runs git in the store, in English.
store::RunResult git_in(Session& session, std::vector<std::string> words, std::string input = "");

// The same with our merge driver.
store::RunResult git_with_driver(Session& session, std::vector<std::string> words);

}  // namespace aver::cli
