// SPDX-License-Identifier: MIT
//
// Follows the renames of both sides, and merges file by file. Where the sides gave one record two
// names, or two records one, claims/merge/names has settled that before.
#include "claims/merge/tree_merge.h"

#include <algorithm>
#include <map>
#include <set>

#include "claims/merge/merged_actors.h"
#include "claims/merge/names.h"
#include "claims/merge/renames.h"
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

class TreeMerger {
 public:
  TreeMerger(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
             const MergeFiles& files, Take take)
      : files_(files),
        take_(take),
        ours_(by_path(ours)),
        theirs_(by_path(theirs)),
        our_renames_(ours, files),
        their_renames_(theirs, files) {}

  TreeMerge run() {
    find_origins();
    for (const auto& [path, change] : theirs_) bring_in(*change);
    if (!their_renames_.empty()) {
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
  std::string our_place(const std::string& path) const { return our_renames_.path_now(path); }

  // A text with the ids of now: what either side renamed. `path` is where the text comes from.
  std::string with_ids_of_now(std::string text, const std::string& path) const {
    const auto record = record_at(path);
    if (!record) return text;
    return their_renames_.with_ids_of_now(our_renames_.with_ids_of_now(std::move(text), *record),
                                          *record);
  }

  bool any_renames() const { return !our_renames_.empty() || !their_renames_.empty(); }

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
    const FileChange* other = origin == origin_.end() ? nullptr : at(ours_, path);
    if (!we_renamed && other != nullptr && !other->after.empty()) {
      return meet(*other, old, path, base, ours, theirs.after);
    }
    if (ours == base && !any_renames()) {
      put(target, theirs.after);
      return;
    }
    if (ours == theirs.after && !any_renames()) return;
    merge_file(old, our_path, path, target, base, ours, theirs.after);
  }

  // They have given a record an id under which we have another one.
  void meet(const FileChange& other, const std::string& old, const std::string& path,
            const std::string& base, const std::string& ours, const std::string& theirs) {
    const auto text = [&](const std::string& id,
                          const std::string& at) -> std::optional<std::string> {
      if (id.empty()) return std::nullopt;
      return with_ids_of_now(files_.read(id), at);
    };
    const std::optional<std::string> b = text(base, old), o = text(ours, old);
    std::optional<std::string> t = text(theirs, path);
    const auto record = record_at(path);
    if (record) {
      const Merged merged = merge(record->kind, b, o, t, take_);
      if (merged.clean()) {
        t = merged.text;
      } else {
        answer_.conflicts.push_back({old, b, o, t});
      }
    }
    const std::optional<std::string> here = text(other.after, path);
    if (here == t || take_ == Take::ours) return put(path, other.after, here);
    if (take_ == Take::theirs) return put(path, theirs, t);
    answer_.conflicts.push_back({path, std::nullopt, here, t});
  }

  // `old`, `our_path` and `their_path` are where the three contents stand, `target` where the
  // result goes.
  void merge_file(const std::string& old, const std::string& our_path,
                  const std::string& their_path, const std::string& target, const std::string& base,
                  const std::string& ours, const std::string& theirs) {
    const auto text = [&](const std::string& id,
                          const std::string& at) -> std::optional<std::string> {
      if (id.empty()) return std::nullopt;
      return with_ids_of_now(files_.read(id), at);
    };
    const std::optional<std::string> b = text(base, old);
    const std::optional<std::string> o = text(ours, our_path);
    const std::optional<std::string> t = text(theirs, their_path);
    const auto record = record_at(target);
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

  // Brings along what only we added or changed: to the new path where they renamed its record, and
  // with new ids where it names a record that has moved.
  void follow_their_renames(const FileChange& ours) {
    if (ours.after.empty() || theirs_.contains(ours.path)) return;
    const std::string target = their_renames_.path_now(ours.path);
    if (target == ours.path && result_.contains(target)) return;
    const std::string before = files_.read(ours.after);
    const std::string after = with_ids_of_now(before, ours.path);
    if (target != ours.path) {
      if (result_.contains(target)) return;  // merged already
      remove(ours.path);
      // We have another record under the id that they gave.
      if (const std::string there = our_content(target); !there.empty()) {
        answer_.conflicts.push_back({target, std::nullopt, files_.read(there), after});
        return;
      }
    }
    if (target != ours.path || after != before) put(target, ours.after, after);
  }

  const MergeFiles& files_;
  Take take_;
  Changes ours_, theirs_;
  Renames our_renames_, their_renames_;
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
                      const MergeFiles& files, Take take, const std::set<RecordRef>& apart) {
  const NamedSides named(ours, theirs, files, apart);
  TreeMerge merge = TreeMerger(named.ours(), named.theirs(), named.files(), take).run();
  follow_merged_actors(named.ours(), named.theirs(), named.files(), merge);
  named.write_on_ours(merge);
  return merge;
}

}  // namespace aver::claims
