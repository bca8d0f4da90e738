// SPDX-License-Identifier: MIT
//
// Walks the log of the paths from the newest commit on, and passes over what did not give the file
// the contents that are looked for: that is another line of history. Only a merge without a side
// that had them leads several ways.
#include "cli/provenance/file_versions.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "claims/records/codec.h"
#include "claims/text/paths.h"
#include "store/branches.h"
#include "store/bulk.h"
#include "store/error.h"
#include "store/folder_pair.h"
#include "store/merge.h"

namespace aver::cli {
namespace {

using store::BlobId;
using store::ChangedPath;
using store::CommitId;
using store::LogEntry;
using store::View;

bool is_in(const std::string& path, const std::string& asked) {
  return path == asked || path.starts_with(asked + "/");
}

// How many lines of `text` the other one has, too.
std::size_t shared_lines(const std::string& text, const std::string& other) {
  std::set<std::string_view> lines;
  const auto each = [](const std::string& all, const auto& visit) {
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = std::min(all.find('\n', begin), all.size());
      visit(std::string_view(all).substr(begin, end - begin));
      begin = end + 1;
    }
  };
  each(other, [&](std::string_view line) { lines.insert(line); });
  std::size_t count = 0;
  each(text, [&](std::string_view line) { count += lines.contains(line) ? 1 : 0; });
  return count;
}

}  // namespace

// The commits that touched some paths, newest first. One commit may touch all files of a claim, and
// each of them is followed: what it did to a path is looked up.
struct FileVersions::Trail {
  struct Touch {
    std::size_t entry;
    const ChangedPath* change;
  };

  std::vector<LogEntry> entries;
  std::unordered_map<std::string_view, std::vector<Touch>> touching;  // by path; merges left out
  std::unordered_map<std::string_view, std::vector<Touch>> removing;  // by what was removed
  std::vector<std::size_t> merges;
  std::unordered_map<CommitId, std::size_t> by_commit;

  explicit Trail(std::vector<LogEntry> log) : entries(std::move(log)) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      by_commit.emplace(entries[i].commit, i);
      if (entries[i].merge) {
        merges.push_back(i);
        continue;
      }
      for (const ChangedPath& change : entries[i].paths) {
        touching[change.path].push_back({i, &change});
        if (change.after.empty()) removing[change.before].push_back({i, &change});
      }
    }
  }
  Trail(const Trail&) = delete;
  Trail& operator=(const Trail&) = delete;

  // Those that are no merges.
  const std::vector<Touch>& touches(const std::string& path) const {
    static const std::vector<Touch> none;
    const auto at = touching.find(path);
    return at == touching.end() ? none : at->second;
  }

  // The first path that an entry which is no merge removed these contents from; null for none.
  const ChangedPath* removal(std::size_t entry, const BlobId& blob) const {
    const auto all = removing.find(blob);
    if (all == removing.end()) return nullptr;
    const auto at = std::lower_bound(all->second.begin(), all->second.end(), entry, is_before);
    return at == all->second.end() || at->entry != entry ? nullptr : at->change;
  }

  // What an entry that is no merge did to the path; null where it left it alone.
  const ChangedPath* change(std::size_t entry, const std::string& path) const {
    const std::vector<Touch>& all = touches(path);
    const auto at = std::lower_bound(all.begin(), all.end(), entry, is_before);
    return at == all.end() || at->entry != entry ? nullptr : at->change;
  }

  // The first that may tell of the path, from `from` on.
  std::size_t next(const std::string& path, std::size_t from) const {
    const auto merge = std::lower_bound(merges.begin(), merges.end(), from);
    const std::vector<Touch>& all = touches(path);
    const auto own = std::lower_bound(all.begin(), all.end(), from, is_before);
    return std::min(merge == merges.end() ? entries.size() : *merge,
                    own == all.end() ? entries.size() : own->entry);
  }

  // Where what is older than the commit begins.
  std::size_t behind(const LogEntry& commit) const {
    if (const auto at = by_commit.find(commit.commit); at != by_commit.end()) return at->second + 1;
    const auto older = std::find_if(entries.begin(), entries.end(), [&](const LogEntry& entry) {
      return entry.committed_at <= commit.committed_at;
    });
    return static_cast<std::size_t>(older - entries.begin());
  }

 private:
  static bool is_before(const Touch& touch, std::size_t entry) { return touch.entry < entry; }
};

// What differs between a parent and a commit, in the order of the paths.
struct FileVersions::Changes {
  using Those = std::vector<const ChangedPath*>;

  std::vector<ChangedPath> all;
  std::unordered_map<std::string_view, Those> before, after;  // by their contents

  explicit Changes(std::vector<ChangedPath> changes) : all(std::move(changes)) {
    for (const ChangedPath& change : all) {
      before[change.before].push_back(&change);
      after[change.after].push_back(&change);
    }
  }
  Changes(const Changes&) = delete;
  Changes& operator=(const Changes&) = delete;

  static const Those& of(const std::unordered_map<std::string_view, Those>& side,
                         const BlobId& blob) {
    static const Those none;
    const auto at = side.find(blob);
    return at == side.end() ? none : at->second;
  }
};

// A commit beside its parents.
struct FileVersions::Merging {
  const store::Store& store;
  View view;
  std::vector<View> parents{};
  std::map<std::size_t, std::unique_ptr<Changes>> changes{};  // by parent
  std::map<std::string, std::unique_ptr<Changes>> outside{};  // since the first parent, by folder
  std::optional<std::set<BlobId>> merged{};                   // what merging makes

  Merging(const store::Store& in, const CommitId& commit) : store(in), view(in.view(commit)) {
    for (const CommitId& parent : view.parents()) parents.push_back(in.view(parent));
  }

  const Changes& changes_since(std::size_t parent) {
    std::unique_ptr<Changes>& one = changes[parent];
    if (!one) one = std::make_unique<Changes>(store.changes(parents[parent], view));
    return *one;
  }

  const Changes& changes_outside(const std::string& folder) {
    std::unique_ptr<Changes>& one = outside[folder];
    if (!one) one = std::make_unique<Changes>(store::changes_outside(folder, parents[0], view));
    return *one;
  }

  // Another path at which the parent had these contents, and the commit has not.
  std::string moved_from(std::size_t parent, const BlobId& blob, const std::string& path) {
    for (const ChangedPath* change : Changes::of(changes_since(parent).before, blob)) {
      if (change->after != blob && change->path != path) return change->path;
    }
    return "";
  }

  // Whether merging the parents makes such a file. Whose names were kept, git does not say.
  bool makes(const BlobId& blob) {
    if (!merged) {
      merged.emplace();
      note({});
      for (const View& parent : parents) note({{parent}, {}});
    }
    return merged->contains(blob);
  }

  void note(const store::MergeOptions& options) {
    if (parents.size() != 2) return;
    try {
      for (const store::Edit& edit : store::merge(store, parents[0], parents[1], options).edits()) {
        merged->insert(edit.content ? store::Bulk::blob_id_of(*edit.content) : edit.blob);
      }
    } catch (const store::StoreError&) {  // unrelated histories: nothing merges by itself
    }
  }
};

// Contents of a file that are looked for in a trail, from an entry on.
struct FileVersions::At {
  const Trail* trail = nullptr;
  std::size_t index = 0;
  std::string path;
  BlobId blob;
};

FileVersions::FileVersions(const store::Store& store, const View& view,
                           std::vector<std::string> paths)
    : store_(store), view_(view), paths_(std::move(paths)) {}

FileVersions::~FileVersions() = default;

const FileVersions::Trail& FileVersions::trail_of(const std::string& path) {
  const bool asked = std::any_of(paths_.begin(), paths_.end(),
                                 [&](const std::string& one) { return is_in(path, one); });
  std::unique_ptr<Trail>& trail = trails_[asked ? "" : path];
  if (!trail) {
    store::LogOptions options;
    options.revision = view_.commit();
    options.paths = asked ? paths_ : std::vector<std::string>{path};
    options.open_merges = true;
    trail = std::make_unique<Trail>(store::log(store_, options));
  }
  return *trail;
}

FileVersions::Merging& FileVersions::merging(const CommitId& commit) {
  std::unique_ptr<Merging>& one = mergings_[commit];
  if (!one) one = std::make_unique<Merging>(store_, commit);
  return *one;
}

std::size_t FileVersions::add(const LogEntry& commit, const BlobId& blob) {
  auto text = texts_.find(blob);
  if (text == texts_.end()) text = texts_.emplace(blob, view_.read_blob(blob)).first;
  versions_.push_back({.text = text->second, .time = commit.committed_at});
  commits_.push_back(&commit);
  return versions_.size() - 1;
}

std::optional<std::size_t> FileVersions::of(const std::string& path,
                                            const std::vector<std::string>& former) {
  const auto blob = view_.blob_id(path);
  if (!blob) return std::nullopt;
  return follow({&trail_of(path), 0, path, *blob}, former);
}

// An older commit that made the same change beside the entry, as what a squash was made of did.
std::size_t FileVersions::first_to_make(const Trail& trail, std::size_t entry,
                                        const ChangedPath& change) const {
  std::size_t first = entry;
  for (const auto& [other, same] : trail.touches(change.path)) {
    if (other <= entry) continue;
    if (same->before != change.before || same->after != change.after) continue;
    if (!store::Branches(store_).is_ancestor(trail.entries[other].commit,
                                             trail.entries[entry].commit))
      first = other;
  }
  return first;
}

std::size_t FileVersions::follow(At at, const std::vector<std::string>& former) {
  std::optional<std::size_t> newest, child;
  std::vector<const LogEntry*> moved;  // the file came by these, and its contents did not change
  std::vector<At> not_taken;
  std::set<std::string> passed;  // where it was moved: clocks that stand still may lead there again
  const auto link = [&](std::size_t version) {
    if (child) versions_[*child].before.push_back(version);
    if (!newest) newest = version;
    child = version;
    if (!moved.empty()) {
      std::vector<const LogEntry*>& ways = ways_[version];
      ways.insert(ways.end(), moved.begin(), moved.end());
      moved.clear();
    }
    for (At& side : std::exchange(not_taken, {})) {
      const std::size_t other = follow(std::move(side), former);
      beside_[version].push_back(other);
    }
  };
  const auto go_to = [&](const std::string& path, const LogEntry& commit) {
    at.path = path;
    at.trail = &trail_of(path);
    at.index = at.trail->behind(commit);
  };
  const auto key = [&](const LogEntry& commit) { return commit.commit + " " + at.path; };
  // Links the version that the commit made. False where another line has led there before: what is
  // older is known.
  const auto reach = [&](const LogEntry& commit) {
    const auto found = known_.find(key(commit));
    if (found != known_.end()) {
      link(found->second);
      return false;
    }
    const std::size_t version = add(commit, at.blob);
    known_.emplace(key(commit), version);
    link(version);
    return true;
  };
  while ((at.index = at.trail->next(at.path, at.index)) < at.trail->entries.size()) {
    const LogEntry* entry = &at.trail->entries[at.index];
    if (entry->merge) {
      Merging& merge = merging(entry->commit);
      ++at.index;
      if (merge.view.blob_id(at.path) != at.blob) continue;
      std::vector<BlobId> sides;
      for (const View& parent : merge.parents)
        sides.push_back(parent.blob_id(at.path).value_or(""));
      if (const auto same = std::count(sides.begin(), sides.end(), at.blob); same > 0) {
        for (std::size_t i = 0; i < sides.size(); ++i) {
          // Under another name it is another record.
          if (sides[i].empty() || sides[i] == at.blob || is_kept(merge, i, sides[i], at.path))
            continue;
          not_taken.push_back({at.trail, at.index, at.path, sides[i]});
        }
        continue;
      }
      std::string from;
      for (std::size_t i = 0; i < sides.size() && from.empty(); ++i)
        from = merge.moved_from(i, at.blob, at.path);
      if (!from.empty()) {
        if (passed.insert(key(*entry)).second) go_to(from, *entry);
        continue;
      }
      if (!reach(*entry)) return *newest;
      const std::size_t version = *child;
      for (std::size_t i = 0; i < sides.size(); ++i) {
        const std::string path = sides[i].empty() ? like(merge, i, at) : at.path;
        if (path.empty()) continue;
        const Trail& trail = trail_of(path);
        const std::size_t before =
            follow({&trail, trail.behind(*entry), path, *merge.parents[i].blob_id(path)}, former);
        versions_[version].before.push_back(before);
      }
      versions_[version].as_merged = !versions_[version].before.empty() && merge.makes(at.blob);
      return *newest;
    }
    const ChangedPath* change = at.trail->change(at.index, at.path);
    if (change->after != at.blob) {
      ++at.index;
      continue;
    }
    const std::size_t made = first_to_make(*at.trail, at.index, *change);
    entry = &at.trail->entries[made];
    at.index = made + 1;
    if (change->before.empty()) {
      // The same contents under another name: nothing but the name is the commit's.
      const std::string from = came_from(made, at);
      if (!from.empty()) {
        if (!passed.insert(key(*entry)).second) continue;
        moved.push_back(entry);
        go_to(from, *entry);
        continue;
      }
    }
    if (!reach(*entry)) return *newest;
    const std::size_t version = *child;
    if (!change->before.empty()) {
      at.blob = change->before;
      continue;
    }
    const ChangedPath* renamed = nullptr;
    for (const std::string& path : former) {
      const ChangedPath* one = at.trail->change(made, path);
      if (one != nullptr && one->after.empty()) renamed = one;
    }
    if (renamed != nullptr) {
      at.blob = renamed->before;
      go_to(renamed->path, *entry);
      continue;
    }
    note_removed(version, at, former);
    return *newest;
  }
  if (!newest) {  // git cannot say: its history is cut off, or was written by hand
    static const LogEntry nobody;
    link(add(nobody, at.blob));
  }
  return *newest;
}

// Whether the merge has a side's contents of the path under another name.
bool FileVersions::is_kept(Merging& merge, std::size_t side, const BlobId& blob,
                           const std::string& path) {
  const Changes::Those& kept = Changes::of(merge.changes_since(side).after, blob);
  return std::any_of(kept.begin(), kept.end(),
                     [&](const ChangedPath* change) { return change->path != path; });
}

// The path that a commit moved the contents away from, unchanged. The trail knows those in the
// folder that was asked about, whose trees are the large ones.
std::string FileVersions::came_from(std::size_t entry, const At& at) {
  if (const ChangedPath* removal = at.trail->removal(entry, at.blob)) return removal->path;
  Merging& commit = merging(at.trail->entries[entry].commit);
  if (commit.parents.empty()) return "";
  const auto folder = std::find_if(paths_.begin(), paths_.end(), [&](const std::string& one) {
    return one != at.path && is_in(at.path, one);
  });
  const Changes& changes =
      folder == paths_.end() ? commit.changes_since(0) : commit.changes_outside(*folder);
  for (const ChangedPath* change : Changes::of(changes.before, at.blob)) {
    if (change->after.empty()) return change->path;
  }
  return "";
}

// The file of a parent that a merge made these contents of: the one that they name as what they
// were, or else by what they share, as a merge that gives a record a new name brings the links to
// it along. Empty where none has half of it.
std::string FileVersions::like(Merging& merge, std::size_t parent, const At& at) {
  const std::string text = view_.read_blob(at.blob);
  if (const auto stance = claims::decode_stance(text, at.path).record) {
    for (const claims::Formerly& former : stance->formerly) {
      const claims::StanceId id = claims::split_stance_id(former.id);
      std::string path = claims::stance_path(id.claim, id.name);
      if (merge.parents[parent].blob_id(path) == former.blob) return path;
    }
  }
  const std::string_view folder = claims::folder_part(at.path);
  std::string best;
  std::size_t most = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) / 2;
  for (const ChangedPath& change : merge.changes_since(parent).all) {
    if (change.before.empty() || change.before == change.after) continue;
    if (!change.after.empty() && claims::folder_part(change.path) != folder) continue;
    if (!claims::record_at(change.path)) continue;
    const std::size_t shared = shared_lines(text, view_.read_blob(change.before));
    if (shared <= most) continue;
    most = shared;
    best = change.path;
  }
  return best;
}

// A file that had been removed before, and came back: what it was then is behind it, too.
void FileVersions::note_removed(std::size_t version, const At& at,
                                const std::vector<std::string>& former) {
  for (const auto& [entry, change] : at.trail->touches(at.path)) {
    if (entry < at.index || !change->after.empty()) continue;
    ways_[version].push_back(&at.trail->entries[entry]);
    beside_[version].push_back(follow({at.trail, entry + 1, at.path, change->before}, former));
    return;
  }
}

std::vector<LogEntry> FileVersions::commits_behind(std::size_t version) {
  std::set<std::size_t> seen = {version};
  std::vector<std::size_t> waiting = {version};
  std::map<CommitId, const LogEntry*> found;
  while (!waiting.empty()) {
    const std::size_t one = waiting.back();
    waiting.pop_back();
    if (!versions_[one].as_merged) found.emplace(commits_[one]->commit, commits_[one]);
    for (const LogEntry* way : ways_[one]) found.emplace(way->commit, way);
    for (const auto* list : {&versions_[one].before, &beside_[one]}) {
      for (const std::size_t next : *list) {
        if (seen.insert(next).second) waiting.push_back(next);
      }
    }
  }
  std::vector<LogEntry> entries;
  for (const auto& [commit, entry] : found) {
    if (!commit.empty()) entries.push_back(*entry);
  }
  std::stable_sort(entries.begin(), entries.end(), [](const LogEntry& a, const LogEntry& b) {
    return a.committed_at > b.committed_at;
  });
  return entries;
}

}  // namespace aver::cli
