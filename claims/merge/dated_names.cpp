// SPDX-License-Identifier: MIT
//
// First which record is which: by contents, and only what is left over by its name. Then the names:
// what others have seen stays, and of the rest the smaller digest has it.
#include "claims/merge/dated_names.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "claims/records/codec.h"
#include "claims/records/references.h"
#include "claims/text/paths.h"

namespace aver::claims {
namespace {

constexpr char kUnreadable = '\x01';  // begins the key of what cannot be read

// What each says.
class WhatIsSaid {
 public:
  WhatIsSaid(const MergeFiles& files, const Renames& ours, const Renames& theirs)
      : files_(files), ours_(ours), theirs_(theirs) {}

  void set(std::map<std::string, Dated>& dated) const {
    std::map<RecordRef, Dated*> by_id;
    for (auto& [path, one] : dated) by_id[*record_at(one.path)] = &one;
    std::set<const Dated*> under_way;
    const std::function<void(Dated&)> set_key = [&](Dated& one) {
      if (!one.key.empty() || !under_way.insert(&one).second) return;
      const RecordRef record = *record_at(one.path);
      std::string text =
          theirs_.with_ids_of_now(ours_.with_ids_of_now(files_.read(one.content), record), record);
      one.key = kUnreadable + one.content;
      if (record.kind == RecordKind::review) {
        if (const auto review = decode_review(text, one.path); review.record)
          one.key = files_.digest(encode(*review.record));
        return;
      }
      auto named =
          with_new_ids(text, record, [&](const RecordRef& to) -> std::optional<std::string> {
            const auto other = by_id.find(to);
            if (to.kind != RecordKind::stance || other == by_id.end()) return std::nullopt;
            set_key(*other->second);
            if (other->second->key.empty() || other->second->key.front() == kUnreadable)
              return std::nullopt;
            return split_stance_id(to.id).claim + "/" + other->second->key;
          });
      if (named) text = std::move(*named);
      auto stance = decode_stance(text, one.path);
      if (!stance.record) return;
      stance.record->formerly.clear();
      one.key = files_.digest(encode(*stance.record));
    };
    for (auto& [path, one] : dated) set_key(one);
  }

 private:
  const MergeFiles& files_;
  const Renames& ours_;
  const Renames& theirs_;
};

// Finds out which record is which: by contents, and only what is left over by its name.
std::vector<OneRecord> records_of(const DatedFolder& folder) {
  std::vector<OneRecord> records;
  std::set<const Dated*> known;
  for (const auto& [path, one] : folder.files[kBase]) {
    records.emplace_back().in[kBase] = &one;
  }
  const auto match = [&](MergeVersion from, MergeVersion to, const auto& fits) {
    for (OneRecord& record : records) {
      if (record.in[from] == nullptr || record.in[to] != nullptr) continue;
      if (from != kBase && record.in[kBase] != nullptr) continue;
      for (const auto& [path, one] : folder.files[to]) {
        if (known.contains(&one) || !fits(*record.in[from], one)) continue;
        record.in[to] = &one;
        known.insert(&one);
        break;
      }
    }
  };
  const auto same = [](const Dated& a, const Dated& b) {
    return a.key == b.key && a.name == b.name;
  };
  const auto same_contents = [](const Dated& a, const Dated& b) { return a.key == b.key; };
  const auto same_name = [](const Dated& a, const Dated& b) { return a.name == b.name; };
  const auto unreadable = [](const Dated& a, const Dated& b) {
    return a.name == b.name && (a.key.front() == kUnreadable || b.key.front() == kUnreadable);
  };
  for (const MergeVersion side : {kOurs, kTheirs}) {
    match(kBase, side, same);
    match(kBase, side, same_contents);
    match(kBase, side, same_name);
  }
  for (const auto& [path, one] : folder.files[kOurs]) {
    if (!known.contains(&one)) records.emplace_back().in[kOurs] = &one;
  }
  match(kOurs, kTheirs, same);
  match(kOurs, kTheirs, same_contents);
  match(kOurs, kTheirs, unreadable);
  for (const auto& [path, one] : folder.files[kTheirs]) {
    if (!known.contains(&one)) records.emplace_back().in[kTheirs] = &one;
  }
  return records;
}

// The names that the versions gave a record: base's where no side gave it another.
std::vector<std::string> names_wanted(const OneRecord& record) {
  const Dated* base = record.in[kBase];
  std::vector<std::string> names;
  if (record.in[kOurs] == nullptr && record.in[kTheirs] == nullptr)
    return names;  // both removed it
  for (const MergeVersion side : {kOurs, kTheirs}) {
    const Dated* one = record.in[side];
    if (one == nullptr || (base != nullptr && one->name == base->name)) continue;
    if (names.empty() || names.front() != one->name) names.push_back(one->name);
  }
  if (names.empty() && base != nullptr) names.push_back(base->name);
  return names;
}

const std::string& key_of(const OneRecord& record) {
  return (*std::find_if(record.in.begin(), record.in.end(),
                        [](const Dated* one) { return one != nullptr; }))
      ->key;
}

class NameChoice {
 public:
  NameChoice(std::vector<OneRecord>& records, const DatedFolder& folder, const MergeFiles& files)
      : records_(records), folder_(folder), files_(files) {}

  void run() {
    std::map<std::string, std::vector<OneRecord*>, decltype(&file_order_less)> wanted(
        &file_order_less);
    const auto want = [&](const std::string& name, OneRecord& record) {
      std::vector<OneRecord*>& all = wanted[name];
      if (std::find(all.begin(), all.end(), &record) == all.end()) all.push_back(&record);
    };
    // The name that a side left it is kept only where others have seen it there.
    for (OneRecord& record : records_) {
      for (const std::string& name : names_wanted(record)) want(name, record);
      const Dated* base = record.in[kBase];
      for (const MergeVersion side : {kOurs, kTheirs}) {
        const Dated* one = record.in[side];
        if (base != nullptr && one != nullptr && one->name == base->name) want(base->name, record);
      }
    }
    for (const bool is_shared : {true, false}) {
      for (auto& [wanted_name, all] : wanted) {
        const std::string& name = wanted_name;
        std::vector<OneRecord*> left;
        bool is_taken = false;
        for (OneRecord* one : all) {
          is_taken |= one->name == name;
          const std::vector<std::string> names = names_wanted(*one);
          const bool is_wanted = std::find(names.begin(), names.end(), name) != names.end();
          if (one->name.empty() && (is_shared || is_wanted)) left.push_back(one);
        }
        if (is_taken || left.empty()) continue;
        OneRecord* keeper = is_shared ? shared_under(name, left) : nullptr;
        if (!is_shared) {
          // Who was there before stays; who could have another name anyway gives way, and else the
          // larger digest.
          keeper = *std::min_element(left.begin(), left.end(), [&](OneRecord* a, OneRecord* b) {
            const auto rank = [&](const OneRecord& one) {
              const bool is_old = one.in[kBase] != nullptr && one.in[kBase]->name == name;
              return std::tuple(!is_old, names_wanted(one).size(), key_of(one));
            };
            return rank(*a) < rank(*b);
          });
        }
        if (keeper != nullptr) keeper->name = name;
      }
    }
    std::vector<OneRecord*> left;
    for (OneRecord& record : records_) {
      if (record.name.empty() && !names_wanted(record).empty()) left.push_back(&record);
    }
    std::sort(left.begin(), left.end(),
              [](OneRecord* a, OneRecord* b) { return key_of(*a) < key_of(*b); });
    for (OneRecord* record : left) record->name = free_name(*record);
  }

 private:
  // The one of them that has the name in the foremost tip that others have seen.
  OneRecord* shared_under(const std::string& name, const std::vector<OneRecord*>& records) const {
    std::set<std::string> paths;
    for (const OneRecord* record : records) {
      for (const Dated* one : record->in) {
        if (one != nullptr && one->name == name) paths.insert(one->path);
      }
    }
    for (const std::string& path : paths) {
      for (const SharedFile& file : files_.shared(path)) {
        const auto only = [&](const auto& fits) -> OneRecord* {
          OneRecord* found = nullptr;
          for (OneRecord* record : records) {
            if (!fits(*record)) continue;
            if (found != nullptr) return nullptr;
            found = record;
          }
          return found;
        };
        OneRecord* found = only([&](const OneRecord& record) {
          return std::any_of(record.in.begin(), record.in.end(), [&](const Dated* one) {
            return one != nullptr && one->content == file.content_id;
          });
        });
        if (found == nullptr && file.in_ours != file.in_theirs) {
          const MergeVersion side = file.in_ours ? kOurs : kTheirs;
          found = only([&](const OneRecord& record) {
            return record.in[side] != nullptr && record.in[side]->name == name;
          });
        }
        if (found != nullptr) return found;
      }
    }
    return nullptr;
  }

  std::string free_name(const OneRecord& record) const {
    const Dated& one = record.in[kOurs] != nullptr ? *record.in[kOurs] : *record.in[kTheirs];
    std::string base = one.name;
    const RecordRef ref = *record_at(one.path);
    if (ref.kind == RecordKind::stance) {
      const auto stance = decode_stance(files_.read(one.content), one.path).record;
      if (stance) base = stance_name(stance->held, stance->holder);
    }
    for (int number = 2;; ++number) {
      const std::string name = base + "-" + std::to_string(number);
      const bool is_taken =
          std::any_of(records_.begin(), records_.end(),
                      [&](const OneRecord& other) { return other.name == name; }) ||
          std::any_of(folder_.files.begin(), folder_.files.end(), [&](const auto& files) {
            return std::any_of(files.begin(), files.end(),
                               [&](const auto& file) { return file.second.name == name; });
          });
      const std::string path = path_of({ref.kind, split_stance_id(ref.id).claim + "/" + name});
      if (!is_taken && files_.ours(path).empty()) return name;
    }
  }

  std::vector<OneRecord>& records_;
  const DatedFolder& folder_;
  const MergeFiles& files_;
};

}  // namespace

bool is_dated(const std::optional<RecordRef>& record) {
  return record && (record->kind == RecordKind::stance || record->kind == RecordKind::review);
}

bool is_in_doubt(const DatedFolder& folder) {
  const auto& base = folder.files[kBase];
  std::map<std::string, std::set<std::string>> of_base;
  for (const auto& [path, one] : base) of_base[one.content].insert(path);
  std::map<std::string, std::string> added;
  for (const MergeVersion side : {kOurs, kTheirs}) {
    for (const auto& [path, one] : folder.files[side]) {
      const auto before = base.find(path);
      if (before != base.end() && before->second.content == one.content) continue;
      if (of_base.contains(one.content)) return true;  // has moved
      if (before != base.end()) continue;
      if (side == kOurs) {
        added[one.content] = path;
        continue;
      }
      const auto ours = folder.files[kOurs].find(path);
      if (ours != folder.files[kOurs].end() && ours->second.content != one.content) return true;
      const auto same = added.find(one.content);
      if (same != added.end() && same->second != path) return true;
    }
  }
  return false;
}

std::vector<OneRecord> named_records(DatedFolder& folder, const Renames& ours,
                                     const Renames& theirs, const MergeFiles& files) {
  const WhatIsSaid keys(files, ours, theirs);
  for (auto& dated : folder.files) keys.set(dated);
  std::vector<OneRecord> records = records_of(folder);
  NameChoice(records, folder, files).run();
  return records;
}

}  // namespace aver::claims
