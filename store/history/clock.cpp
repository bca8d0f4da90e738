// SPDX-License-Identifier: MIT
//
// Without an index, git lists the first parents, and the first of them that has a record is looked
// for in their trees, from the oldest on: mostly it is the second commit of a store.
#include "store/clock.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "claims/text/lines.h"
#include "claims/text/record_folders.h"
#include "store/index_history.h"
#include "store/process.h"
#include "store/store.h"

namespace aver::store {
namespace {

using claims::Stamp;

std::string first_parents(const Store& store, std::vector<std::string> words) {
  words.insert(words.begin() + 1, "--first-parent");
  const RunResult found = run_git(std::move(words), {.directory = store.root().string()});
  if (!found.ok()) {
    throw StoreError(Fault::corrupt, "git could not walk the history",
                     {claims::first_line(found.errors)});
  }
  return found.output;
}

std::vector<Stamp> stamps_by_git(const Store& store, const CommitId& tip) {
  const std::string text = first_parents(store, {"log", "--reverse", "--no-show-signature",
                                                 "--encoding=UTF-8", "--format=%H %ct", tip});
  std::vector<Stamp> stamps;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t blank = std::min(text.find(' ', at), end);
    Stamp& stamp = stamps.emplace_back(Stamp{text.substr(at, blank - at), 0});
    // A line that git cannot read has no time: 0, as in the index.
    if (blank < end) std::from_chars(text.data() + blank + 1, text.data() + end, stamp.at);
    at = end + 1;
  }
  return stamps;
}

bool has_record(const View& view) {
  bool found = false;
  for (const std::string_view folder : claims::kRecordFolders) {
    view.walk(folder, [&](const std::string& path, const BlobId&) {
      found = claims::record_at(path).has_value();
      return !found;
    });
    if (found) return true;
  }
  return false;
}

std::vector<Stamp> without_those_before_records(const Store& store, std::vector<Stamp>&& stamps) {
  const auto first = std::find_if(stamps.begin(), stamps.end(), [&](const Stamp& stamp) {
    return has_record(store.view(stamp.commit));
  });
  stamps.erase(stamps.begin(), first);
  return std::move(stamps);
}

}  // namespace

std::vector<CommitId> wrong_stamps(const std::string& settings) {
  // Mostly neither is there, which spares the reading.
  if (settings.find("clock") == settings.npos && settings.find('\\') == settings.npos) return {};
  auto decoded = claims::decode_settings(settings);
  return decoded.record ? std::move(decoded.record->wrong_stamps) : std::vector<CommitId>();
}

std::vector<CommitId> wrong_stamps(const View& view) {
  return wrong_stamps(view.read("aver.toml").value_or(""));
}

claims::KnownThen known_at(const Store& store, const CommitId& tip, std::int64_t time,
                           const std::vector<CommitId>& wrong) {
  if (auto index = HistoryIndex::with(store, tip)) {
    if (auto known = index->known_at(tip, time, wrong)) return std::move(*known);
  }
  return claims::known_at(without_those_before_records(store, stamps_by_git(store, tip)), time,
                          wrong);
}

std::optional<Stamp> clock_of(const Store& store, const CommitId& tip, std::int64_t latest,
                              const std::vector<CommitId>& wrong) {
  if (auto index = wrong.empty() ? HistoryIndex::with(store, tip) : std::nullopt) {
    const std::optional<Stamp> clock = index->clock_of(tip);
    if (clock && clock->commit.empty()) return std::nullopt;
    if (clock && clock->at <= latest) return clock;
  }
  return claims::clock_of(stamps_of(store, tip), latest, wrong);
}

bool clock_has_begun(const Store& store, const CommitId& tip) {
  return !stamps_of(store, tip).empty();
}

bool is_first_parent(const Store& store, const CommitId& commit, const CommitId& tip) {
  if (commit == tip) return true;
  if (auto index = HistoryIndex::with(store, tip)) {
    if (const auto line = index->stamps(tip, commit)) return line->has_since;
  }
  return first_parents(store, {"rev-list", tip}).find(commit + "\n") != std::string::npos;
}

std::vector<Stamp> stamps_of(const Store& store, const CommitId& tip) {
  if (auto index = HistoryIndex::with(store, tip)) {
    if (auto line = index->stamps(tip)) return std::move(line->stamps);
  }
  return without_those_before_records(store, stamps_by_git(store, tip));
}

NewStamps stamps_since(const Store& store, const CommitId& since, const CommitId& tip,
                       std::int64_t latest, const std::vector<CommitId>& wrong) {
  NewStamps found;
  std::size_t count = 0;  // that are new
  if (auto index = HistoryIndex::with(store, tip)) {
    auto line = index->stamps(tip, since);
    found.has_since = line && line->has_since;
    const auto clock =
        found.has_since && wrong.empty() ? index->clock_of(since) : std::optional<Stamp>();
    if (clock && clock->at <= latest) {
      found.line = std::move(line->stamps);
      if (clock->commit.empty()) return found;
      found.line.insert(found.line.begin(), *clock);
      found.from = 1;
      return found;
    }
    if (found.has_since) count = line->stamps.size();
    found.line = stamps_of(store, tip);
  } else {
    std::vector<Stamp> all = stamps_by_git(store, tip);
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Stamp& one) { return one.commit == since; });
    found.has_since = at != all.end();
    if (found.has_since) count = static_cast<std::size_t>(all.end() - at) - 1;
    found.line = without_those_before_records(store, std::move(all));
  }
  if (!found.has_since) {
    const std::string fresh = first_parents(store, {"rev-list", "--count", since + ".." + tip});
    count = std::strtoull(fresh.c_str(), nullptr, 10);
  }
  found.from = found.line.size() - std::min(found.line.size(), count);
  return found;
}

}  // namespace aver::store
