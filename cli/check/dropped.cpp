// SPDX-License-Identifier: MIT
//
// Walks the commits from the oldest on, so that the last removal of a path has the say.
#include "cli/check/dropped.h"

#include <algorithm>

#include "claims/text/lines.h"
#include "cli/check/trailer.h"
#include "store/branches.h"
#include "store/error.h"

namespace aver::cli {
namespace {

using store::CommitId;
using store::View;

constexpr std::size_t kShort = 7;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

// The ids of commits that stand in the message, whole.
std::vector<CommitId> ids_in(const std::string& message) {
  constexpr std::size_t kWholeId = 40;
  std::vector<CommitId> ids;
  for (std::size_t at = 0; at < message.size();) {
    std::size_t end = at;
    while (end < message.size() && is_hex(message[end])) ++end;
    if (end - at == kWholeId) ids.push_back(message.substr(at, kWholeId));
    at = end + 1;
  }
  return ids;
}

// Whether the commit brought the file to its first parent. An id that is no commit's did not.
bool brought_in(const store::Store& store, const CommitId& id, const std::string& path) {
  try {
    const View after = store.view(id);
    const std::vector<CommitId> parents = after.parents();
    return after.blob_id(path) && (parents.empty() || !store.view(parents.front()).blob_id(path));
  } catch (const store::StoreError&) {
    return false;
  }
}

std::string why_dropped(const store::Store& store, const CommitId& commit,
                        const std::string& path) {
  const std::string message = store.view(commit).message();
  if (const std::string why = drops_of(message); !why.empty())
    return why + " (" + commit.substr(0, kShort) + ")";
  for (const CommitId& id : ids_in(message)) {
    if (brought_in(store, id, path))
      return commit.substr(0, kShort) + " takes back " + id.substr(0, kShort);
  }
  return "";
}

// Whether a merge lacks a file that a side of it had.
bool merged_away(const store::Store& store, const CommitId& merge, const std::string& path) {
  const View made = store.view(merge);
  if (made.blob_id(path)) return false;
  const std::vector<CommitId> parents = made.parents();
  return std::any_of(parents.begin(), parents.end(), [&](const CommitId& parent) {
    return store.view(parent).blob_id(path).has_value();
  });
}

}  // namespace

bool is_said_later(const store::Store& store, const CommitId& merge, const CommitId& tip) {
  if (merge == tip) return false;
  const std::string id = merge.substr(0, kShort);
  for (const store::RangeCommit& commit :
       store::Branches(store).range(merge, tip, /*with_paths=*/false)) {
    const std::string message = store.view(commit.commit).message();
    if (message.find(id) != message.npos && !drops_of(message).empty()) return true;
  }
  return false;
}

std::map<std::string, std::string> dropped(const store::Store& store, const Brought& brought,
                                           const std::set<std::string>& paths) {
  std::map<std::string, std::string> why;
  if (paths.empty() || brought.tip.empty() || brought.tip == brought.since) return why;
  std::map<std::string, CommitId> last;
  for (const store::RangeCommit& commit :
       store::Branches(store).range(brought.since, brought.tip)) {
    if (commit.merge) {
      // What a merged commit had taken out is that one's doing, unless the merge says why.
      const bool says_why = !drops_of(store.view(commit.commit).message()).empty();
      for (const std::string& path : paths) {
        if (merged_away(store, commit.commit, path)) last.try_emplace(path, commit.commit);
        const bool is_here = std::any_of(
            commit.paths.begin(), commit.paths.end(),
            [&](const store::ChangedPath& one) { return one.path == path && one.after.empty(); });
        if (says_why && is_here) last[path] = commit.commit;
      }
      continue;
    }
    for (const store::ChangedPath& path : commit.paths) {
      if (!paths.contains(path.path)) continue;
      if (path.after.empty()) {
        last[path.path] = commit.commit;
      } else {
        last.erase(path.path);
      }
    }
  }
  for (const auto& [path, commit] : last) {
    if (std::string found = why_dropped(store, commit, path); !found.empty()) {
      why.emplace(path, std::move(found));
    } else if (is_said_later(store, commit, brought.tip)) {
      why.emplace(path, "said of " + commit.substr(0, kShort) + " later");
    }
  }
  return why;
}

}  // namespace aver::cli
