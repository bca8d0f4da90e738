// SPDX-License-Identifier: MIT
//
// Merging a branch into ours: records by field, whatever was renamed under its new name.
//
// A merge without conflicts is made at once (store/merge.h), with a work tree or without. One that
// needs a person is left as git's own state: it can be taken up again by aver resolve or by hand,
// or given up, and nothing is lost.
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

// The files that the merge under way has not settled, by path.
std::vector<UnmergedRecord> unmerged(Session& session);

// True where a merge is under way.
bool is_merging(Session& session);

// Puts the settled text in place (or removes the file) and tells git that it is settled.
void settle(Session& session, const std::string& path, const std::optional<std::string>& text);

// Merges `revision`. Two stances that two people recorded under one name are both kept, and told;
// `keeps` says whose keeps the name. What nobody can settle but a person is told field by field.
// Returns the exit code: kConflict where something is left.
int merge_revision(Session& session, const std::string& revision, const std::string& message,
                   claims::KeepsName keeps = claims::KeepsName::ours);

// Commits the merge under way once nothing is left to settle, and what it brings is sound.
int finish_merge(Session& session);

// What a merge brings must hold together before it counts: the errors of `merged` that `before` had
// not. What others have rewritten or removed is not asked again; they were asked when they did.
claims::Diagnostics errors_brought(Session& session, const store::View& merged,
                                   const store::View& before,
                                   const std::vector<store::LocalChange>& local);

// The same for a merge that is not made yet, whose edits are known: reads what they touch.
claims::Diagnostics errors_brought_by(Session& session, const std::vector<store::Edit>& edits,
                                      const store::View& merged, const store::View& before);

// Tells that a stance was recorded twice, and that both are kept.
std::string kept_line(const std::pair<std::string, std::string>& kept, const Output& out,
                      claims::KeepsName keeps = claims::KeepsName::ours);

// Tells a conflict: base, ours and theirs, with their evidence.
std::string conflict_text(const UnmergedRecord& record, const Output& out);

// Runs git in the store with our merge driver; standard input and error are the user's.
store::RunResult git_with_driver(Session& session, std::vector<std::string> words);

}  // namespace aver::cli
