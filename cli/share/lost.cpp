// SPDX-License-Identifier: MIT
//
// Makes each merge again and compares. A merge that is as aver makes it has lost nothing.
#include "cli/share/lost.h"

#include <algorithm>
#include <set>

#include "claims/merge/vanished.h"
#include "claims/text/lines.h"
#include "store/branches.h"
#include "store/process.h"
#include "store/reading_mode.h"

namespace aver::cli {

using store::CommitId;
using store::View;

namespace {

bool says_why(const std::string& message) {
  constexpr std::string_view kDrops = "Drops: ";
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t end = std::min(message.find('\n', at), message.size());
    const std::string_view line = std::string_view(message).substr(at, end - at);
    if (line.starts_with(kDrops) && line.find_first_not_of(' ', kDrops.size()) != line.npos) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

// Of a merge of many: what the pair lost, but for what a third parent decided.
claims::Diagnostics lost_between(Session& session, const View& ours, const View& theirs,
                                 const View& result, const std::vector<View>& others) {
  const store::Branches branches(session.store());
  if (branches.merge_bases(ours.commit(), theirs.commit()).empty()) return {};
  const store::Merge merge = store::merge(session.store(), ours, theirs);
  if (merge.for_git || merge.kind == store::Merge::Kind::nothing) return {};
  claims::Diagnostics found = lost_in(session, merge, ours, result);
  std::erase_if(found, [&](const claims::Diagnostic& lost) {
    return std::any_of(others.begin(), others.end(), [&](const View& other) {
      const auto there = other.blob_id(lost.file);
      return there == result.blob_id(lost.file) &&
             (!merge.base || there != merge.base->blob_id(lost.file));
    });
  });
  return found;
}

// Of a merge, judged by what stands in `result`: the merge itself, or a later commit.
claims::Diagnostics lost_in_commit(Session& session, const View& merge, const View& result) {
  std::vector<View> parents;
  for (const CommitId& parent : merge.parents()) {
    parents.push_back(session.store().view(parent));
  }
  claims::Diagnostics found;
  for (std::size_t i = 0; i < parents.size(); ++i) {
    for (std::size_t k = i + 1; k < parents.size(); ++k) {
      std::vector<View> others;
      for (std::size_t other = 0; other < parents.size(); ++other) {
        if (other != i && other != k) others.push_back(parents[other]);
      }
      for (claims::Diagnostic& lost :
           lost_between(session, parents[i], parents[k], result, others)) {
        found.push_back(std::move(lost));
      }
    }
  }
  return found;
}

// Whether a later commit has put back what a merge lost.
bool is_back(Session& session, const View& merge, const View& tip, const std::string& path) {
  if (merge.commit() == tip.commit()) return false;
  const claims::Diagnostics still = lost_in_commit(session, merge, tip);
  return std::none_of(still.begin(), still.end(),
                      [&](const claims::Diagnostic& lost) { return lost.file == path; });
}

}  // namespace

claims::Diagnostics lost_in(Session& session, const store::Merge& merge, const View& ours,
                            const View& result) {
  const store::ReadingMode mode(store::ReadingMode::repeated);
  store::Store& store = session.store();
  if (!merge.base) return {};
  const View made = store.view_with(ours, merge.edits(), merge.made);
  claims::MadeResult judged;
  for (const store::ChangedPath& path : store.changes(made, result)) {
    if (path.plain) judged.changes.push_back({path.path, path.before, path.after});
  }
  if (judged.changes.empty()) return {};
  for (const claims::UnmergedFile& file : merge.tree.conflicts) judged.settled.insert(file.path);
  judged.base = [&](const std::string& path) { return merge.base->blob_id(path).value_or(""); };
  judged.read = [&](const std::string& blob) { return blob.empty() ? "" : ours.read_blob(blob); };
  return claims::lost_in_merge(judged);
}

claims::Diagnostics lost_in_merges(Session& session, const View& tip,
                                   const std::vector<std::string>& without) {
  claims::Diagnostics found;
  if (tip.commit().empty() || session.store().is_shallow()) return found;
  std::vector<std::string> words = {"rev-list", "--min-parents=2", tip.commit()};
  words.insert(words.end(), without.begin(), without.end());
  const store::RunResult listed =
      store::run_git(std::move(words), {.directory = session.store().root().string()});
  for (std::size_t at = 0; at < listed.output.size();) {
    const std::size_t end = std::min(listed.output.find('\n', at), listed.output.size());
    const View merge = session.store().view(listed.output.substr(at, end - at));
    at = end + 1;
    if (says_why(merge.message())) continue;
    for (claims::Diagnostic& lost : lost_in_commit(session, merge, merge)) {
      if (is_back(session, merge, tip, lost.file)) continue;
      lost.sentence += " (" + merge.commit().substr(0, 7) + ")";
      found.push_back(std::move(lost));
    }
  }
  return found;
}

void add_lost_in_merges(Session& session, const View& tip, const std::vector<std::string>& without,
                        claims::Diagnostics& problems) {
  std::set<std::string> known;
  for (const claims::Diagnostic& problem : problems) {
    if (problem.rule == claims::Rule::record_vanished) known.insert(problem.file);
  }
  for (claims::Diagnostic& lost : lost_in_merges(session, tip, without)) {
    if (!known.contains(lost.file)) problems.push_back(std::move(lost));
  }
}

std::vector<std::pair<std::string, store::BlobId>> staged_changes(Session& session) {
  const store::RunResult listed = store::run_git(
      {"diff-index", "--cached", "--raw", "--no-renames", "--no-abbrev", "-z", "HEAD"},
      {.directory = session.store().root().string()});
  std::vector<std::pair<std::string, store::BlobId>> changes;
  const std::vector<std::string> parts = claims::split_at_zero(listed.output);
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    // ":100644 100644 <before> <after> M"
    const std::size_t last = parts[i].rfind(' ');
    if (last == std::string::npos || last == 0) continue;
    const std::size_t id = parts[i].rfind(' ', last - 1) + 1;
    const std::string blob = parts[i].substr(id, last - id);
    const bool is_gone = blob.find_first_not_of('0') == std::string::npos;
    changes.emplace_back(parts[i + 1], is_gone ? "" : blob);
  }
  return changes;
}

}  // namespace aver::cli
