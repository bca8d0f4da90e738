// SPDX-License-Identifier: MIT
//
// Finds by the aliases of both sides which actor each gone one became part of. Aliases are added by
// a merge of fields, so that the file stays as it was written.
#include "claims/merge/merged_actors.h"

#include <algorithm>
#include <map>
#include <set>

#include "claims/records/codec.h"

namespace aver::claims {
namespace {

using Changes = std::map<std::string, const FileChange*>;

bool is_actor(const std::string& path) {
  const auto record = record_at(path);
  return record && record->kind == RecordKind::actor;
}

Changes actors_in(const std::vector<FileChange>& all) {
  Changes changes;
  for (const FileChange& change : all) {
    if (is_actor(change.path)) changes.emplace(change.path, &change);
  }
  return changes;
}

std::optional<Actor> actor_of(const std::optional<std::string>& text, const std::string& path) {
  return text ? decode_actor(*text, path).record : std::nullopt;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

class Following {
 public:
  Following(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
            const MergeFiles& files, TreeMerge& merge)
      : files_(files), merge_(merge), ours_(actors_in(ours)), theirs_(actors_in(theirs)) {}

  void run() {
    for (const UnmergedFile& conflict : merge_.conflicts) note(conflict);
    for (const auto& [path, gone] : gone_) {
      const auto other = gone_.find(gone.into);
      if (other == gone_.end()) {
        if (!is_in_conflict(gone.into)) settle(path, gone, text_now(gone.into));
      } else if (other->second.into == path && path < gone.into) {
        settle_pair(path, gone, gone.into, other->second);
      }
    }
    std::erase_if(merge_.conflicts,
                  [&](const UnmergedFile& conflict) { return settled_.contains(conflict.path); });
  }

 private:
  // An actor that one side merged into another, and that the other side has with more aliases.
  struct Gone {
    std::string into;                // a path
    std::vector<std::string> added;  // aliases
    bool by_ours = false;
    std::optional<std::string> kept;  // the other side's text
  };

  void note(const UnmergedFile& conflict) {
    if (!is_actor(conflict.path) || !conflict.base || !conflict.ours == !conflict.theirs) return;
    Gone gone;
    gone.by_ours = !conflict.ours;
    gone.kept = gone.by_ours ? conflict.theirs : conflict.ours;
    gone.into = survivor(gone.by_ours ? ours_ : theirs_, record_at(conflict.path)->id);
    const auto base = actor_of(conflict.base, conflict.path);
    auto kept = actor_of(gone.kept, conflict.path);
    if (gone.into.empty() || !base || !kept) return;
    for (const std::string& alias : kept->aliases) {
      if (!has(base->aliases, alias)) gone.added.push_back(alias);
    }
    const bool lacks = std::any_of(base->aliases.begin(), base->aliases.end(),
                                   [&](const auto& one) { return !has(kept->aliases, one); });
    kept->aliases = base->aliases;
    if (lacks || *kept != *base) return;  // for a person
    gone_.emplace(conflict.path, std::move(gone));
  }

  // The one actor that the side gave the id, which it had taken from another; empty for none.
  std::string survivor(const Changes& side, const std::string& id) const {
    std::string found;
    for (const auto& [path, change] : side) {
      if (change->before.empty() || change->after.empty()) continue;
      const auto now = actor_of(files_.read(change->after), path);
      const auto then = actor_of(files_.read(change->before), path);
      if (!now || !then || !has(now->aliases, id) || has(then->aliases, id)) continue;
      if (!found.empty()) return "";
      found = path;
    }
    return found;
  }

  bool is_in_conflict(const std::string& path) const {
    return std::any_of(merge_.conflicts.begin(), merge_.conflicts.end(),
                       [&](const UnmergedFile& one) { return one.path == path; });
  }

  // What the merge has at the path, as far as it is settled.
  std::optional<std::string> text_now(const std::string& path) const {
    const auto at = std::find_if(merge_.files.begin(), merge_.files.end(),
                                 [&](const MergedFile& one) { return one.path == path; });
    if (at != merge_.files.end() && at->text) return at->text;
    const std::string id = at == merge_.files.end() ? files_.ours(path) : at->content_id;
    return id.empty() ? std::nullopt : std::optional(files_.read(id));
  }

  void put(const std::string& path, std::optional<std::string> text) {
    auto at = std::lower_bound(
        merge_.files.begin(), merge_.files.end(), path,
        [](const MergedFile& one, const std::string& to) { return one.path < to; });
    const std::string ours = files_.ours(path);
    if (at == merge_.files.end() || at->path != path)
      at = merge_.files.insert(at, {path, "", std::nullopt, ours});
    const bool as_it_is = text ? !ours.empty() && files_.read(ours) == *text : ours.empty();
    if (as_it_is) {
      merge_.files.erase(at);
    } else {
      at->content_id.clear();
      at->text = std::move(text);
    }
  }

  // The text with more aliases, but for its own id; nothing where that cannot be.
  static std::optional<std::string> with_aliases(const std::optional<std::string>& text,
                                                 const std::string& path,
                                                 const std::vector<std::string>& added) {
    const auto actor = actor_of(text, path);
    if (!actor) return std::nullopt;
    Actor more = *actor;
    for (const std::string& alias : added) {
      if (alias != actor->id && alias != actor->name && !has(more.aliases, alias))
        more.aliases.push_back(alias);
    }
    if (more == *actor) return text;
    const Merged merged = merge(RecordKind::actor, encode(*actor), *text, encode(more));
    return merged.clean() ? merged.text : std::nullopt;
  }

  void settle(const std::string& path, const Gone& gone, const std::optional<std::string>& into) {
    const auto text = with_aliases(into, gone.into, gone.added);
    if (!text) return;
    put(gone.into, text);
    put(path, std::nullopt);
    settled_.insert(path);
  }

  void settle_pair(const std::string& path, const Gone& gone, const std::string& other_path,
                   const Gone& other) {
    if (gone.by_ours == other.by_ours) return;
    const bool stays = is_shared(path, *gone.kept) != is_shared(other_path, *other.kept)
                           ? is_shared(path, *gone.kept)
                           : files_.digest(*gone.kept) < files_.digest(*other.kept);
    const std::string& lost_path = stays ? other_path : path;
    const Gone& lost = stays ? other : gone;
    settle(lost_path, lost, stays ? gone.kept : other.kept);
    if (!settled_.contains(lost_path)) return;
    settled_.insert(lost.into);
    merge_.renamed_twice.push_back(
        {*record_at(lost.into), record_at(lost_path)->id, !lost.by_ours});
  }

  bool is_shared(const std::string& path, const std::string& text) const {
    const std::vector<SharedFile> all = files_.shared(path);
    return std::any_of(all.begin(), all.end(),
                       [&](const SharedFile& one) { return files_.read(one.content_id) == text; });
  }

  const MergeFiles& files_;
  TreeMerge& merge_;
  Changes ours_, theirs_;
  std::map<std::string, Gone> gone_;
  std::set<std::string> settled_;
};

}  // namespace

void follow_merged_actors(const std::vector<FileChange>& ours,
                          const std::vector<FileChange>& theirs, const MergeFiles& files,
                          TreeMerge& merge) {
  if (!merge.conflicts.empty()) Following(ours, theirs, files, merge).run();
}

}  // namespace aver::claims
