// SPDX-License-Identifier: MIT
//
// Follows the renames of both sides, keeps apart what two people recorded under one name, and
// merges what is left file by file.
#include "claims/merge/tree_merge.h"

#include <algorithm>
#include <map>
#include <set>

#include "claims/records/codec.h"
#include "claims/records/references.h"

namespace aver::claims {
namespace {

using Changes = std::map<std::string, const FileChange*>;

Changes by_path(const std::vector<FileChange>& all) {
  Changes changes;
  for (const FileChange& change : all) changes.emplace(change.path, &change);
  return changes;
}

std::vector<std::string> aliases_of(RecordKind kind, const std::string& text,
                                    const std::string& path) {
  const auto of = [](const auto& decoded) {
    return decoded.record ? decoded.record->aliases : std::vector<std::string>();
  };
  if (kind == RecordKind::claim) return of(decode_claim(text, path));
  if (kind == RecordKind::actor) return of(decode_actor(text, path));
  return of(decode_source(text, path));
}

bool can_be_renamed(const std::optional<RecordRef>& record) {
  return record && record->kind != RecordKind::stance && record->kind != RecordKind::review;
}

// Records that are named after a day and a person: two that were added under one name are two
// records, not two versions of one.
bool is_dated(RecordKind kind) { return kind == RecordKind::stance || kind == RecordKind::review; }

// Whether two texts are the same record; nothing where one cannot be read.
std::optional<bool> say_the_same(RecordKind kind, const std::string& ours,
                                 const std::string& theirs, const std::string& path) {
  const auto compare = [](const auto& a, const auto& b) -> std::optional<bool> {
    if (!a.record || !b.record) return std::nullopt;
    return *a.record == *b.record;
  };
  if (kind == RecordKind::review) {
    return compare(decode_review(ours, path), decode_review(theirs, path));
  }
  return compare(decode_stance(ours, path), decode_stance(theirs, path));
}

// The name before any "-2".
std::string plain_name(RecordKind kind, const std::string& name, const std::string& text,
                       const std::string& path) {
  if (kind != RecordKind::stance) return name;
  const auto stance = decode_stance(text, path);
  return stance.record ? stance_name(stance.record->held, stance.record->holder) : name;
}

// Whether the text refers to a claim, or to a stance of one, that is not its own.
bool names_other_claim(const RecordRef& record, const std::string& text) {
  if (record.kind != RecordKind::claim && record.kind != RecordKind::stance) return false;
  // Hardly any does: it is parsed only where one of the keys may be in it, be it in escapes.
  const auto has = [&](std::string_view word) { return text.find(word) != text.npos; };
  if (!has("relation") && !has("corrects") && !has("retracts") && !has("repeats") && !has("\\")) {
    return false;
  }
  const std::vector<Reference> all = references(text, record);
  return std::any_of(all.begin(), all.end(), [&](const Reference& reference) {
    if (reference.to.kind == RecordKind::claim) return true;
    return reference.to.kind == RecordKind::stance &&
           split_stance_id(reference.to.id).claim != split_stance_id(record.id).claim;
  });
}

// What a side has given another id, as `aver mv` does it: the old file is gone, and a new one has
// the old id among its aliases. Stances go with their claims, captures with their sources.
class Renames {
 public:
  Renames(const std::vector<FileChange>& side, const MergeFiles& files) {
    std::set<RecordRef> gone;
    std::map<std::string, std::string> gone_files;  // content -> path
    for (const FileChange& change : side) {
      if (!change.after.empty()) continue;
      const auto record = record_at(change.path);
      if (can_be_renamed(record)) gone.insert(*record);
      if (!record) gone_files.emplace(change.before, change.path);
    }
    if (gone.empty()) return;
    for (const FileChange& change : side) {
      if (!change.before.empty() || change.after.empty()) continue;
      const auto record = record_at(change.path);
      if (!record) {
        const auto file = gone_files.find(change.after);
        if (file != gone_files.end()) files_[file->second] = change.path;
      }
      if (!can_be_renamed(record)) continue;
      for (const std::string& old :
           aliases_of(record->kind, files.read(change.after), change.path)) {
        if (gone.contains({record->kind, old})) ids_[{record->kind, old}] = record->id;
      }
    }
  }

  bool empty() const { return ids_.empty() && stances_.empty(); }

  std::optional<std::string> new_id(const RecordRef& record) const {
    if (record.kind == RecordKind::stance) {
      const auto at = stances_.find(record.id);
      return at == stances_.end() ? std::nullopt : std::optional(at->second);
    }
    const auto at = ids_.find(record);
    return at == ids_.end() ? std::nullopt : std::optional(at->second);
  }

  // Where the file at `path` lives now; `path` itself where it was not renamed.
  std::string path_now(const std::string& path) const {
    if (ids_.empty()) return path;
    const auto record = record_at(path);
    if (can_be_renamed(record)) {
      const auto id = new_id(*record);
      return id ? path_of({record->kind, *id}) : path;
    }
    if (const auto file = files_.find(path); file != files_.end()) return file->second;
    constexpr std::string_view kClaims = "claims/";
    const std::size_t slash = path.rfind('/');
    if (!path.starts_with(kClaims) || slash <= kClaims.size()) return path;
    const auto id =
        new_id({RecordKind::claim, path.substr(kClaims.size(), slash - kClaims.size())});
    return id ? claim_folder(*id) + path.substr(slash) : path;
  }

  // What both renamed, each in its own way: their new id is ours now.
  Renames(const Renames& ours, const Renames& theirs) {
    for (const auto& [old, id] : theirs.ids_) {
      const auto mine = ours.new_id(old);
      if (mine && *mine != id) ids_[{old.kind, id}] = *mine;
    }
  }

  void rename_stance(const std::string& from, const std::string& to) { stances_[from] = to; }

 private:
  std::map<RecordRef, std::string> ids_;        // old -> id of now
  std::map<std::string, std::string> stances_;  // whole ids
  std::map<std::string, std::string> files_;    // paths of what is no record
};

class TreeMerger {
 public:
  TreeMerger(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
             const MergeFiles& files, Take take, KeepsName keeps)
      : files_(files),
        take_(take),
        keeps_(keeps),
        ours_(by_path(ours)),
        theirs_(by_path(theirs)),
        our_renames_(ours, files),
        their_renames_(theirs, files),
        renamed_twice_(our_renames_, their_renames_) {}

  TreeMerge run() {
    find_origins();
    find_twins();
    for (const auto& [path, change] : theirs_) bring_in(*change);
    if (!their_renames_.empty() || (keeps_ == KeepsName::theirs && !twin_names_.empty())) {
      for (const auto& [path, change] : ours_) follow_their_renames(*change);
    }
    for (auto& [path, file] : result_) {
      file.ours = our_content(path);
      const bool as_it_is = !file.text && file.content_id == file.ours;
      if (!as_it_is) answer_.files.push_back(std::move(file));
    }
    return std::move(answer_);
  }

 private:
  const FileChange* at(const Changes& side, const std::string& path) const {
    const auto found = side.find(path);
    return found == side.end() ? nullptr : found->second;
  }

  // What we have at a path: what we have changed is known, and the rest is as in the base.
  std::string our_content(const std::string& path) const {
    if (const FileChange* ours = at(ours_, path)) return ours->after;
    if (const FileChange* theirs = at(theirs_, path)) return theirs->before;
    return files_.ours(path);
  }

  // Finds the records that both sides added under one name ("twins").
  //
  // A stance is named after its day and its holder, so two people who record the same news choose
  // the same name without knowing of each other. These are two records with evidence of their own,
  // not two versions of one: they have no common base, and a merge by field would put one's quote
  // beside the other's source. So both are kept, and the one that gives way gets the next free
  // number. Texts that differ in layout alone are one record.
  //
  // A number may be taken by either side, or by another twin of this merge (`taken`). Whatever
  // refers to the one that was renamed follows it: twin_names_ holds for texts of its own side
  // only, as the other side means its own record by the same name.
  void find_twins() {
    std::set<std::string> taken;
    std::map<std::string, const FileChange*> added;  // ours, by the path that they will have
    for (const auto& [path, change] : ours_) {
      if (change->before.empty()) added.emplace(their_renames_.path_now(path), change);
    }
    for (const auto& [path, change] : theirs_) {
      if (!change->before.empty() || change->after.empty()) continue;
      const auto record = record_at(path);
      if (!record || !is_dated(record->kind)) continue;
      const std::string place = our_place(path);
      const auto found = added.find(place);
      if (found == added.end() || origin_.contains(path)) continue;
      const std::string ours =
          with_ids_of_now(files_.read(found->second->after), found->second->path, false);
      const std::string theirs = with_ids_of_now(files_.read(change->after), path, true);
      if (ours == theirs && place == path) continue;
      const std::optional<bool> same = say_the_same(record->kind, ours, theirs, place);
      if (!same) continue;
      if (*same) {
        same_.emplace(path, found->second);  // but for layout
        beside_ours_.insert(found->second->path);
        continue;
      }
      const StanceId id = split_stance_id(record_at(place)->id);
      const bool ours_moves = keeps_ == KeepsName::theirs;
      const std::string base = plain_name(record->kind, id.name, ours_moves ? ours : theirs, place);
      for (int number = 2;; ++number) {
        const std::string name = base + "-" + std::to_string(number);
        const std::string next = path_of({record->kind, id.claim + "/" + name});
        if (!files_.ours(next).empty() || at(theirs_, next) != nullptr ||
            !taken.insert(next).second) {
          continue;
        }
        const std::string& moves = ours_moves ? found->second->path : path;
        twin_names_.rename_stance(record_at(moves)->id, id.claim + "/" + name);
        twins_.emplace(path, Twin{found->second, place, next});
        if (!ours_moves) beside_ours_.insert(found->second->path);
        break;
      }
    }
  }

  // Of their renamed files: new path -> old path.
  void find_origins() {
    if (their_renames_.empty()) return;
    for (const auto& [path, change] : theirs_) {
      if (!change->after.empty()) continue;
      const std::string now = their_renames_.path_now(path);
      const FileChange* moved = now == path ? nullptr : at(theirs_, now);
      if (moved != nullptr && !moved->after.empty()) origin_.emplace(now, path);
    }
  }

  // The path at which our side has, or will have, the record that is at this path of theirs.
  std::string our_place(const std::string& path) const {
    return our_renames_.path_now(renamed_twice_.path_now(path));
  }

  // A text with the ids of now: what either side renamed. `path` is where the text comes from.
  std::string with_ids_of_now(std::string text, const std::string& path, bool is_theirs) const {
    const auto record = record_at(path);
    if (!record) return text;
    for (const Renames* renames : {&twin_names_, &renamed_twice_, &our_renames_, &their_renames_}) {
      if (renames->empty()) continue;
      if (renames == &twin_names_ && is_theirs != (keeps_ == KeepsName::ours)) continue;
      if (renames == &renamed_twice_ && !is_theirs) continue;
      auto edited =
          with_new_ids(text, *record, [&](const RecordRef& one) { return renames->new_id(one); });
      if (edited) text = std::move(*edited);
    }
    return text;
  }

  bool any_renames() const {
    return !our_renames_.empty() || !their_renames_.empty() || !twin_names_.empty();
  }

  void put(const std::string& path, const std::string& content_id,
           std::optional<std::string> text = std::nullopt) {
    if (text && !content_id.empty() && files_.read(content_id) == *text) text.reset();
    result_[path] = {path, text ? "" : content_id, std::move(text)};
  }
  void remove(const std::string& path) {
    if (!result_.contains(path)) result_[path] = {path, "", std::nullopt};
  }

  void bring_in(const FileChange& theirs) {
    const std::string& path = theirs.path;
    if (const auto same = same_.find(path); same != same_.end()) {
      if (keeps_ == KeepsName::theirs) keep_theirs(theirs, *same->second, our_place(path));
      return;
    }
    if (const auto found = twins_.find(path); found != twins_.end()) {
      const Twin& twin = found->second;
      answer_.both_kept.emplace_back(twin.place, twin.next);
      if (keeps_ == KeepsName::ours) {
        put(twin.next, theirs.after, with_ids_of_now(files_.read(theirs.after), path, true));
        return;
      }
      keep_theirs(theirs, *twin.ours, twin.place);
      put(twin.next, twin.ours->after,
          with_ids_of_now(files_.read(twin.ours->after), twin.ours->path, false));
      return;
    }
    if (theirs.after.empty()) {
      const std::string now = their_renames_.path_now(path);
      if (now != path && origin_.contains(now)) return;  // told by its new path
    }
    const auto origin = origin_.find(path);
    const std::string& old = origin == origin_.end() ? path : origin->second;
    const FileChange* mine = at(ours_, old);
    const std::string our_path = our_place(old);
    const bool we_renamed = our_path != old;
    const std::string target = we_renamed ? our_path : path;
    const std::string base = origin == origin_.end() ? theirs.before : theirs_.at(old)->before;
    const std::string ours = we_renamed        ? files_.ours(our_path)
                             : mine != nullptr ? mine->after
                                               : base;
    if (!we_renamed && target != old) remove(old);
    if (ours == base && !any_renames()) {
      put(target, theirs.after);
      return;
    }
    if (ours == theirs.after && !any_renames()) return;
    merge_file(old, our_path, path, target, base, ours, theirs.after,
               we_renamed && origin != origin_.end());
  }

  // Their stance stands where ours of that name did.
  void keep_theirs(const FileChange& theirs, const FileChange& ours, const std::string& place) {
    if (ours.path != place) remove(ours.path);
    put(place, theirs.after, with_ids_of_now(files_.read(theirs.after), theirs.path, true));
  }

  // `old`, `our_path` and `their_path` are where the three contents stand, `target` where the
  // result goes.
  void merge_file(const std::string& old, const std::string& our_path,
                  const std::string& their_path, const std::string& target, const std::string& base,
                  const std::string& ours, const std::string& theirs, bool renamed_twice) {
    const auto text = [&](const std::string& id, const std::string& at,
                          bool is_theirs) -> std::optional<std::string> {
      if (id.empty()) return std::nullopt;
      return with_ids_of_now(files_.read(id), at, is_theirs);
    };
    const std::optional<std::string> b = text(base, old, false);
    const std::optional<std::string> o = text(ours, our_path, false);
    std::optional<std::string> t = text(theirs, their_path, true);
    const auto record = record_at(target);
    if (renamed_twice && record && t) t = with_alias_of(*t, their_path, target);
    Merged merged;
    if (record) {
      merged = merge(record->kind, b, o, t, take_);
    } else {
      merged = merge_other(target, b, o, t);
    }
    if (merged.clean()) {
      if (!merged.text) {
        remove(target);
      } else {
        put(target, merged.text == t ? theirs : ours, merged.text);
      }
      return;
    }
    answer_.conflicts.push_back({target, b, o, t});
  }

  Merged merge_other(const std::string& path, const std::optional<std::string>& b,
                     const std::optional<std::string>& o,
                     const std::optional<std::string>& t) const {
    Merged merged;
    if (o == t || t == b) {
      merged.text = o;
    } else if (o == b) {
      merged.text = t;
    } else {
      if (o && t) merged.text = files_.merge_lines(path, b.value_or(""), *o, *t);
      if (!merged.text && take_ != Take::none) {
        merged.text = take_ == Take::theirs ? t : take_ == Take::base ? b : o;
      } else if (!merged.text) {
        merged.unreadable = true;
      }
    }
    return merged;
  }

  // Both sides renamed the record: our new id is kept, and theirs becomes an alias of it.
  static std::string with_alias_of(const std::string& text, const std::string& their_path,
                                   const std::string& target) {
    const auto theirs = record_at(their_path);
    if (!can_be_renamed(theirs) || their_path == target) return text;
    std::vector<std::string> aliases = aliases_of(theirs->kind, text, their_path);
    aliases.push_back(theirs->id);
    toml::Array list;
    for (std::string& alias : aliases) list.push_back({std::move(alias), {}});
    std::vector<std::string_view> order;
    for (const FieldInfo& field : fields(theirs->kind)) order.push_back(field.key);
    return toml::edit_value(text, "aliases", toml::Value{std::move(list), {}}, order)
        .value_or(text);
  }

  // Brings along what only we added or changed: to the new path where they renamed its record, and
  // with new ids where it names a record that has moved.
  void follow_their_renames(const FileChange& ours) {
    const bool theirs_too = theirs_.contains(ours.path);
    if (ours.after.empty() || (theirs_too && !beside_ours_.contains(ours.path))) return;
    const std::string target = their_renames_.path_now(ours.path);
    if (target == ours.path && result_.contains(target)) return;
    if (target != ours.path) {
      if (result_.contains(target)) return;  // merged already
      remove(ours.path);
    }
    const std::string before = files_.read(ours.after);
    const std::string after = with_ids_of_now(before, ours.path, false);
    if (target != ours.path || after != before) put(target, ours.after, after);
  }

  const MergeFiles& files_;
  Take take_;
  KeepsName keeps_;
  Changes ours_, theirs_;
  Renames our_renames_, their_renames_, renamed_twice_;
  Renames twin_names_{{}, files_};
  std::map<std::string, const FileChange*> same_;  // their path -> ours
  std::set<std::string> beside_ours_;              // ours that theirs leaves as they are
  struct Twin {
    const FileChange* ours;
    std::string place;  // the name that both have, in ids of now
    std::string next;   // the free one
  };
  std::map<std::string, Twin> twins_;          // by their path
  std::map<std::string, std::string> origin_;  // of their renames: new path -> old
  std::map<std::string, MergedFile> result_;
  TreeMerge answer_;
};

}  // namespace

bool reaches_across(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
                    const MergeFiles& files) {
  for (const std::vector<FileChange>* side : {&ours, &theirs}) {
    for (const FileChange& change : *side) {
      if (change.after.empty() && can_be_renamed(record_at(change.path))) return true;
    }
  }
  return std::any_of(theirs.begin(), theirs.end(), [&](const FileChange& change) {
    const auto record = record_at(change.path);
    return record && !change.after.empty() && names_other_claim(*record, files.read(change.after));
  });
}

TreeMerge merge_trees(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
                      const MergeFiles& files, Take take, KeepsName keeps) {
  return TreeMerger(ours, theirs, files, take, keeps).run();
}

}  // namespace aver::claims
