// SPDX-License-Identifier: MIT
//
// Goes through what each side has changed, and asks where the result has it. Nothing is read where
// the result has the very file.
#include "claims/merge/vanished.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "claims/merge/renames.h"
#include "claims/records/codec.h"
#include "claims/records/references.h"

namespace aver::claims {
namespace {

bool is_capture(const std::string& path) {
  return path.starts_with("sources/") && !record_at(path);
}

// The keys that say what a record is called, and where its saved texts lie.
bool is_of_names(std::string_view key) {
  constexpr std::array kOfNames = {"aliases",   "formerly", "capture",  "original",
                                   "recapture", "corrects", "retracts", "repeats"};
  return std::find(kOfNames.begin(), kOfNames.end(), key) != kOfNames.end();
}

// What a record says, whatever it and those that it refers to are called.
std::string said(const std::string& text, const RecordRef& record) {
  const std::string plain = with_new_ids(text, record, [](const RecordRef&) {
                              return std::optional<std::string>("x");
                            }).value_or(text);
  const toml::Parsed parsed = toml::parse(plain, "");
  if (!parsed.problems.empty()) return text;
  toml::Table table;
  for (const toml::Entry& entry : parsed.root) {
    if (!is_of_names(entry.key)) table.push_back(entry);
  }
  std::sort(table.begin(), table.end(),
            [](const toml::Entry& a, const toml::Entry& b) { return a.key < b.key; });
  return std::to_string(static_cast<int>(record.kind)) + toml::write(table);
}

// Whether one side has taken a value away from a list that merges by elements.
bool lacks_elements(const RecordRef& record, const toml::Entry& wanted, const toml::Value* old,
                    const toml::Value* has, const std::set<std::string>& own) {
  for (const FieldInfo& field : fields(record.kind)) {
    if (field.key != wanted.key || !field.merges_by_elements) continue;
    const auto* all = std::get_if<toml::Array>(&wanted.value.data);
    const auto* there = has == nullptr ? nullptr : std::get_if<toml::Array>(&has->data);
    const auto* before = old == nullptr ? nullptr : std::get_if<toml::Array>(&old->data);
    if (all == nullptr) return false;
    const auto contains = [](const toml::Array* list, const toml::Value& value) {
      return list != nullptr && std::find(list->begin(), list->end(), value) != list->end();
    };
    return std::any_of(all->begin(), all->end(), [&](const toml::Value& value) {
      const auto* text = std::get_if<std::string>(&value.data);
      const bool is_own = text != nullptr && own.contains(*text);
      return !is_own && !contains(there, value) && !contains(before, value);
    });
  }
  return false;
}

bool merges_by_elements(const RecordRef& record, const std::string& key) {
  for (const FieldInfo& field : fields(record.kind)) {
    if (field.key == key) return field.merges_by_elements;
  }
  return false;
}

class Losses {
 public:
  explicit Losses(const JoinedSides& joined) : joined_(joined) {
    for (const FileChange& change : joined.result) now_[change.path] = change.after;
    for (const std::size_t side : {0U, 1U}) {
      for (const FileChange& change : joined.sides[side]) touched_[side][change.path] = &change;
    }
  }

  Diagnostics run() {
    for (const std::size_t side : {0U, 1U}) {
      std::vector<const FileChange*> pending;
      for (const FileChange& change : joined_.sides[side]) {
        if (change.after.empty() || now(change) == change.after) continue;
        if (!record_at(change.path) && !is_capture(change.path)) continue;
        if (!joined_.is_older(change.path, change.after)) pending.push_back(&change);
      }
      if (pending.empty()) continue;
      look_at_all();
      for (const FileChange* change : pending) judge(side, *change);
    }
    return std::move(found_);
  }

 private:
  // What the result has at the path of a side's change.
  std::string now(const FileChange& change) const {
    const auto found = now_.find(change.path);
    return found == now_.end() ? change.before : found->second;
  }

  const FileChange* touched(std::size_t side, const std::string& path) const {
    const auto found = touched_[side].find(path);
    return found == touched_[side].end() ? nullptr : found->second;
  }

  std::string key_of(const std::string& path, const std::string& content) const {
    const auto record = record_at(path);
    return record ? said(joined_.read(content), *record) : content;
  }

  // Everything that the result has where a side, or the merge, has changed anything.
  void look_at_all() {
    if (looked_) return;
    looked_ = true;
    const auto look = [&](const std::string& path, const std::string& content) {
      if (content.empty() || (!record_at(path) && !is_capture(path))) return;
      if (!present_.emplace(path, content).second) return;
      ++there_[key_of(path, content)];
      const auto record = record_at(path);
      if (!can_be_renamed(record)) return;
      for (std::string& alias : aliases_of(joined_.read(content), *record))
        by_former_id_.emplace(RecordRef{record->kind, std::move(alias)}, record->id);
    };
    for (const FileChange& change : joined_.result) look(change.path, change.after);
    for (const std::size_t side : {0U, 1U}) {
      for (const FileChange& change : joined_.sides[side]) {
        look(change.path, now(change));
        if (change.after.empty()) continue;
        const std::string key = key_of(change.path, change.after);
        said_by_sides_.insert(key);
        if (now(change) == change.after) ++used_[side][key];
      }
    }
  }

  // Of a record that a side has renamed, its change under the id that it had; null where it is new.
  const FileChange* origin(std::size_t side, const FileChange& change,
                           const RecordRef& record) const {
    if (!change.before.empty() || !can_be_renamed(record)) return nullptr;
    for (const std::string& alias : aliases_of(joined_.read(change.after), record)) {
      const FileChange* old = touched(side, path_of({record.kind, alias}));
      if (old != nullptr && !old->before.empty() && old->after.empty()) return old;
    }
    return nullptr;
  }

  // Whether the result says the same somewhere, and nothing else of this side is accounted for by
  // it.
  bool takes_same(std::size_t side, const FileChange& change) {
    const std::string key = key_of(change.path, change.after);
    const auto there = there_.find(key);
    if (there == there_.end() || used_[side][key] >= there->second) return false;
    ++used_[side][key];
    return true;
  }

  void judge(std::size_t side, const FileChange& change) {
    const FileChange* other = touched(1 - side, change.path);
    const auto record = record_at(change.path);
    if (can_be_renamed(record)) return judge_named(side, change, *record, other);
    if (takes_same(side, change)) return;
    if (record) return judge_dated(change, *record, other);
    if (other == nullptr || now(change).empty()) tell(change.path, "the saved text");
  }

  // A claim, an actor or a source: its id says which it is, or a former one.
  void judge_named(std::size_t side, const FileChange& change, const RecordRef& record,
                   const FileChange* other) {
    const FileChange* old = origin(side, change, record);
    const RecordRef first = old == nullptr ? record : *record_at(old->path);
    if (old != nullptr) other = touched(1 - side, old->path);
    const std::string base = old == nullptr ? change.before : old->before;
    const auto is_it = [&](const RecordRef& one, const std::string& content) {
      if (content.empty()) return false;
      if (old == nullptr) return !is_another(side, change, one, content);
      const std::vector<std::string> aliases = aliases_of(joined_.read(content), one);
      return one.id == first.id ||
             std::find(aliases.begin(), aliases.end(), first.id) != aliases.end();
    };
    std::set<std::string> ids = {record.id, first.id};
    for (const RecordRef& known : {record, first}) {
      if (const auto led = by_former_id_.find(known); led != by_former_id_.end())
        ids.insert(led->second);
    }
    for (const std::string& id : ids) {
      const std::string path = path_of({record.kind, id});
      const std::string content = path == change.path ? now(change) : at_present(path);
      if (!is_it({record.kind, id}, content)) continue;
      // One that the other side has added there, blended with this one, is neither.
      if (old != nullptr && path == change.path && has_another(1 - side, change)) {
        if (key_of(path, content) != key_of(change.path, change.after)) continue;
      }
      // Of two that want an id, one has it.
      const bool is_taken = !now(change).empty();
      if (id != record.id && !is_taken && !leads_to(record, id)) return tell(change.path, "its id");
      // What both have added under one id, somebody has settled.
      if (base.empty() && other != nullptr && !other->after.empty()) return;
      return judge_keys({record.kind, id}, change.path, base, change.after,
                        other == nullptr ? base : other_text(side, *other), content);
    }
    if (base.empty() ? takes_same(side, change) : other != nullptr && other->after.empty()) return;
    tell(change.path, "the record");
  }

  // Whether the side has a record of its own at the path, that is no renamed one.
  bool has_another(std::size_t side, const FileChange& at) const {
    const FileChange* there = touched(side, at.path);
    return there != nullptr && !there->after.empty() && there->before.empty() &&
           origin(side, *there, *record_at(at.path)) == nullptr;
  }

  bool leads_to(const RecordRef& former, const std::string& id) const {
    const auto led = by_former_id_.find(former);
    return led != by_former_id_.end() && led->second == id;
  }

  // The other side's version of a record, where it may have renamed it.
  std::string other_text(std::size_t side, const FileChange& other) const {
    if (!other.after.empty()) return other.after;
    const auto record = record_at(other.path);
    for (const auto& [path, change] : touched_[1 - side]) {
      const auto one = record_at(path);
      if (!one || one->kind != record->kind || change->after.empty() || !change->before.empty())
        continue;
      if (origin(1 - side, *change, *one) == &other) return change->after;
    }
    return "";
  }

  // Where only the other side's record of that id has a former one, it is that other record.
  bool is_another(std::size_t side, const FileChange& change, const RecordRef& one,
                  const std::string& content) const {
    if (!change.before.empty() || one.id != record_at(change.path)->id) return false;
    const FileChange* other = touched(1 - side, change.path);
    if (other == nullptr || other->after.empty()) return joined_.is_later;
    const FileChange* old = origin(1 - side, *other, one);
    if (old == nullptr) return false;
    const std::vector<std::string> aliases = aliases_of(joined_.read(content), one);
    return std::find(aliases.begin(), aliases.end(), record_at(old->path)->id) != aliases.end();
  }

  std::string at_present(const std::string& path) const {
    const auto found = present_.find(path);
    return found == present_.end() ? std::string() : found->second;
  }

  // A stance or a review: many may want one name, and what it says tells which it is.
  void judge_dated(const FileChange& change, const RecordRef& record, const FileChange* other) {
    std::string place = change.path;
    if (record.kind == RecordKind::stance) {
      const StanceId id = split_stance_id(record.id);
      if (const auto led = by_former_id_.find({RecordKind::claim, std::string(id.claim)});
          led != by_former_id_.end() && now(change).empty())
        place = stance_path(led->second, id.name);
    }
    const std::string content = place == change.path ? now(change) : at_present(place);
    const bool is_new = change.before.empty();
    const bool is_another =
        is_new && (joined_.is_later || (other != nullptr && !other->after.empty()) ||
                   said_by_sides_.contains(key_of(place, content)));
    if (!content.empty() && !is_another) {
      return judge_keys(record, change.path, change.before, change.after,
                        other == nullptr ? change.before : other->after, content);
    }
    if (!is_new && other != nullptr && other->after.empty()) return;
    tell(change.path, "the record");
  }

  void judge_keys(const RecordRef& record, const std::string& path, const std::string& base,
                  const std::string& side, const std::string& other, const std::string& result) {
    const auto table = [&](const std::string& content) {
      return content.empty() ? toml::Parsed{} : toml::parse(joined_.read(content), "");
    };
    const toml::Parsed before = table(base);
    const toml::Parsed wanted = table(side);
    const toml::Parsed others = table(other);
    const toml::Parsed there = table(result);
    if (!there.problems.empty() || !wanted.problems.empty()) return;
    for (const toml::Entry& entry : wanted.root) {
      const toml::Value* old = toml::find(before.root, entry.key);
      if (old != nullptr && *old == entry.value) continue;
      const toml::Value* has = toml::find(there.root, entry.key);
      bool is_lost = false;
      if (merges_by_elements(record, entry.key)) {
        // Of two actors that became one, the id and the name of the one that stays are no aliases.
        std::set<std::string> own = {record.id};
        if (const toml::Value* name = toml::find(there.root, "name")) {
          if (const auto* text = std::get_if<std::string>(&name->data)) own.insert(*text);
        }
        is_lost = lacks_elements(record, entry, old, has, own);
      } else {
        // A third value was chosen by hand, and so was the other side's.
        const toml::Value* theirs = toml::find(others.root, entry.key);
        const auto same = [](const toml::Value* a, const toml::Value* b) {
          return a == nullptr || b == nullptr ? a == b : *a == *b;
        };
        is_lost = same(has, old) || has == nullptr;
        if (!same(theirs, old) && same(theirs, has)) is_lost = false;
      }
      if (is_lost) return tell(path, "what it says by \"" + entry.key + "\"");
    }
  }

  void tell(const std::string& path, const std::string& what) {
    found_.push_back(
        {Severity::error,
         Rule::record_vanished,
         path,
         {},
         "one side of the merge added or changed it, and " + what + " is not in the result",
         "put it back; or say why it goes: aver resolve --drops \"WHY\", or a line Drops: WHY in "
         "the merge's message"});
  }

  const JoinedSides& joined_;
  std::map<std::string, std::string> now_;  // by path, where the result differs from the base
  std::array<std::map<std::string, const FileChange*>, 2> touched_;
  bool looked_ = false;
  std::map<std::string, std::string> present_;  // what the result has, by path
  std::set<std::string> said_by_sides_;
  std::map<std::string, int> there_;                // how many say the same
  std::array<std::map<std::string, int>, 2> used_;  // of these, by which a side's are accounted for
  std::map<RecordRef, std::string> by_former_id_;   // in the result
  Diagnostics found_;
};

}  // namespace

Diagnostics lost_in_merge(const JoinedSides& joined) { return Losses(joined).run(); }

}  // namespace aver::claims
