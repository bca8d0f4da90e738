// SPDX-License-Identifier: MIT
//
// Merges a branch into the present one: records field by field, renamed records under their new
// names.
//
// A merge without conflicts is committed at once (store/merge.h), with a work tree or without. One
// with conflicts is left as git's own merge state: aver resolve, or plain git, can continue or
// abandon it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claims/merge/merge.h"
#include "claims/merge/tree_merge.h"
#include "cli/session/session.h"
#include "store/process.h"

namespace aver::cli {

struct UnmergedRecord {
  std::string path;
  std::optional<std::string> base, ours, theirs;  // texts; absent where that side has no such file
};

// The unsettled files of the merge in progress, by path.
std::vector<UnmergedRecord> unmerged(Session& session);

// True where a merge is in progress.
bool is_merging(Session& session);

// Whether the commit is the tip of the present branch's upstream, as last fetched.
bool is_published_tip(Session& session, const store::CommitId& commit);

// Puts the settled text in place (or removes the file) and tells git that it is settled.
void settle(Session& session, const std::string& path, const std::optional<std::string>& text);

// Merges `revision`. Where two people recorded different stances under one name, both are kept and
// reported; `keeps` says whose keeps the name. Conflicts are reported field by field. Returns the
// exit code: kConflict where a conflict is left.
int merge_revision(Session& session, const std::string& revision, const std::string& message,
                   claims::KeepsName keeps = claims::KeepsName::ours);

// What makes `theirs` of `ours`, which it has merged in already; nothing where links or submodules
// differ: only git merges those.
std::optional<std::vector<store::Edit>> edits_forward(Session& session, const store::View& ours,
                                                      const store::View& theirs);

// Commits the merge in progress once no conflict is left and what it brings has no errors.
int finish_merge(Session& session);

// The errors that a merge brings in: those of `merged` that `before` did not have. Rewritten and
// removed records are not reported again; that was done where they were recorded.
claims::Diagnostics errors_brought(Session& session, const store::View& merged,
                                   const store::View& before,
                                   const std::vector<store::LocalChange>& local);

// The same for a merge that is only planned, given its edits: reads only what they touch.
claims::Diagnostics errors_brought_by(Session& session, const std::vector<store::Edit>& edits,
                                      const store::View& merged, const store::View& before);

// The line which says that a stance was recorded twice and that both are kept.
std::string kept_line(const std::pair<std::string, std::string>& kept, const Output& out,
                      claims::KeepsName keeps = claims::KeepsName::ours);

// The text of a conflict: base, ours and theirs, with their evidence.
std::string conflict_text(const UnmergedRecord& record, const Output& out);

// Runs git in the store with our merge driver; standard input and error are the user's.
store::RunResult git_with_driver(Session& session, std::vector<std::string> words);

}  // namespace aver::cli
