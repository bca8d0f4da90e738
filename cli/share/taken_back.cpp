// SPDX-License-Identifier: MIT
//
// Finds the merge on the line of first parents, and the newest commit that touched what it brought:
// where that commit is the merge's reverse, it is what took it back.
#include "cli/share/taken_back.h"

#include <algorithm>

#include "claims/text/id.h"
#include "store/branches.h"

namespace aver::cli {
namespace {

using store::ChangedPath;
using store::CommitId;
using store::View;

std::vector<ChangedPath> changes_of(const store::Store& store, const View& commit) {
  return store.changes(store.view(commit.parents().front()), commit);
}

bool is_reverse(const std::vector<ChangedPath>& one, const std::vector<ChangedPath>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const ChangedPath& a, const ChangedPath& b) {
                      return a.path == b.path && a.before == b.after && a.after == b.before;
                    });
}

}  // namespace

std::optional<TakenBack> taken_back(const store::Store& store, const View& ours,
                                    const View& theirs) {
  const store::Branches branches(store);
  const std::optional<CommitId> merge = branches.brought_in_by(theirs.commit(), ours.commit());
  if (!merge) return std::nullopt;
  const View after = store.view(*merge);
  const View before = store.view(after.parents().front());
  std::vector<ChangedPath> brought = store.changes(before, after);
  // What was said of it stays.
  std::erase_if(brought, [](const ChangedPath& path) { return claims::is_kept_event(path.path); });
  if (brought.empty()) return std::nullopt;
  for (const ChangedPath& path : brought) {
    if (ours.file(path.path) != before.file(path.path)) return std::nullopt;
  }
  TakenBack found{*merge, branches.last_to_change(brought.front().path, *merge, ours.commit())};
  if (found.by && !is_reverse(changes_of(store, store.view(*found.by)), brought)) found.by.reset();
  return found;
}

}  // namespace aver::cli
