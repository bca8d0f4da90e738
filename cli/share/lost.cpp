// SPDX-License-Identifier: MIT
//
// Compares what each parent has changed since the merge bases with what the merge has.
#include "cli/share/lost.h"

#include <algorithm>
#include <set>

#include "claims/merge/vanished.h"
#include "claims/text/lines.h"
#include "cli/check/dropped.h"
#include "cli/check/trailer.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
#include "store/process.h"
#include "store/reading_mode.h"

namespace aver::cli {

using store::CommitId;
using store::View;

namespace {

// Of a merge of many: what the pair lost, but for what a third parent decided.
claims::Diagnostics lost_between(Session& session, const View& ours, const View& theirs,
                                 const View& result, bool is_later,
                                 const std::vector<View>& others) {
  const std::vector<View> bases = merge_base_views(session, ours, theirs);
  if (bases.empty()) return {};
  claims::Diagnostics found = lost_in(session, {bases, ours, theirs, result, is_later});
  std::erase_if(found, [&](const claims::Diagnostic& lost) {
    return std::any_of(others.begin(), others.end(), [&](const View& other) {
      const auto there = other.blob_id(lost.file);
      return there == result.blob_id(lost.file) && there != bases.front().blob_id(lost.file);
    });
  });
  return found;
}

// Of a merge, judged by what stands in `result`: the merge itself, or a later commit.
claims::Diagnostics lost_in_commit(Session& session, const View& merge, const View& result) {
  const bool is_later = result.commit() != merge.commit();
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
           lost_between(session, parents[i], parents[k], result, is_later, others)) {
        found.push_back(std::move(lost));
      }
    }
  }
  return found;
}

}  // namespace

std::vector<View> merge_base_views(Session& session, const View& a, const View& b) {
  std::vector<View> bases;
  for (const CommitId& base : store::Branches(session.store()).merge_bases(a.commit(), b.commit()))
    bases.push_back(session.store().view(base));
  return bases;
}

claims::Diagnostics lost_in(Session& session, const Joined& joined) {
  const store::ReadingMode mode(store::ReadingMode::repeated);
  const View& base = joined.bases.front();
  const auto changes = [&](const View& to) {
    std::vector<claims::FileChange> all;
    for (const store::ChangedPath& path : session.store().changes(base, to)) {
      if (path.plain) all.push_back({path.path, path.before, path.after});
    }
    return all;
  };
  claims::JoinedSides sides;
  sides.sides = {changes(joined.ours), changes(joined.theirs)};
  sides.result = changes(joined.result);
  sides.is_later = joined.is_later;
  sides.is_older = [&](const std::string& path, const std::string& blob) {
    return std::any_of(joined.bases.begin() + 1, joined.bases.end(),
                       [&](const View& other) { return other.blob_id(path) == blob; });
  };
  sides.read = [&](const std::string& blob) { return blob.empty() ? "" : base.read_blob(blob); };
  return claims::lost_in_merge(sides);
}

namespace {

claims::Diagnostics lost_in_merges(Session& session, const View& tip,
                                   const std::vector<std::string>& without) {
  claims::Diagnostics found;
  if (tip.commit().empty() || session.store().is_shallow()) return found;
  for (const CommitId& id : store::Branches(session.store()).merges(tip.commit(), without)) {
    const View merge = session.store().view(id);
    if (!drops_of(merge.message()).empty()) continue;
    claims::Diagnostics lost_there = lost_in_commit(session, merge, merge);
    if (lost_there.empty() || is_said_later(session.store(), id, tip.commit())) continue;
    // A later commit may have put it back.
    const bool is_tip = merge.commit() == tip.commit();
    const claims::Diagnostics still = is_tip ? lost_there : lost_in_commit(session, merge, tip);
    for (claims::Diagnostic& lost : lost_there) {
      const bool is_lost =
          std::any_of(still.begin(), still.end(),
                      [&](const claims::Diagnostic& one) { return one.file == lost.file; });
      if (!is_lost) continue;
      const std::string short_of_merge = short_id(merge.commit());
      lost.sentence += " (" + short_of_merge + ")";
      lost.hint = "put it back; or say why it goes: git commit --allow-empty -m \"On " +
                  short_of_merge + "\" -m \"" + drops_line("WHY") + "\"";
      found.push_back(std::move(lost));
    }
  }
  return found;
}

}  // namespace

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
