// SPDX-License-Identifier: MIT
//
// Newest first, as git tells it: the first commit that touches a file is its latest, the last one
// its first. A file that came with the contents of one that went is that file.
#include "cli/site/record_times.h"

#include <algorithm>

#include "claims/check/clock.h"
#include "claims/text/id.h"
#include "store/error.h"
#include "store/history.h"

namespace aver::cli {

RecordTimes::RecordTimes(Session& session, const store::View& view) {
  if (view.commit().empty() || session.store().is_shallow()) return;
  store::LogOptions asked;
  asked.revision = view.commit();
  asked.paths = {"claims", "actors", "sources", "aver.toml"};
  store::each_commit(session.store(), asked, [&](store::LogEntry&& entry) {
    take(entry);
    return true;
  });
}

void RecordTimes::take(const store::LogEntry& entry) {
  const Place place = commits_.size();
  commits_.push_back({entry.commit, claims::utc_day(entry.committed_at)});
  const auto [author, is_new] = author_numbers_.emplace(entry.author, authors_.size());
  if (is_new) authors_.push_back(entry.author);
  author_of_.push_back(author->second);
  // A file that came with the contents of one that went is that file.
  std::map<std::string, std::string> gone;  // contents -> path
  for (const store::ChangedPath& path : entry.paths) {
    if (path.after.empty()) gone.emplace(path.before, path.path);
  }
  std::map<std::string, std::string> moved;
  for (const store::ChangedPath& path : entry.paths) {
    if (const auto record = claims::record_at(path.path)) {
      if (record->kind == claims::RecordKind::claim) claims_.emplace(record->id, place);
      if (record->kind == claims::RecordKind::stance)
        claims_.emplace(claims::split_stance_id(record->id).claim, place);
    }
    if (path.after.empty()) continue;
    const auto later = became_.find(path.path);
    const std::string& today = later == became_.end() ? path.path : later->second;
    Known& known = files_[today];
    if (known.newest == kNever) known.newest = place;
    known.oldest = place;
    if (!path.before.empty()) continue;
    if (const auto from = gone.find(path.after); from != gone.end()) moved[from->second] = today;
  }
  for (const auto& [from, to] : moved) became_[from] = to;
}

std::optional<SiteRecorded> RecordTimes::recorded(const std::string& path) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return std::nullopt;
  const Place oldest = found->second.oldest;
  return SiteRecorded{authors_[author_of_[oldest]], commits_[oldest].day};
}

RecordTimes::Place RecordTimes::changed(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? kNever : found->second.newest;
}

RecordTimes::Place RecordTimes::claim_changed(const std::string& claim_id) const {
  const auto found = claims_.find(claim_id);
  return found == claims_.end() ? kNever : found->second;
}

SiteCommit RecordTimes::commit(Place place) const {
  return place < commits_.size() ? commits_[place] : SiteCommit{};
}

}  // namespace aver::cli
