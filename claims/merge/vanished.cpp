// SPDX-License-Identifier: MIT
//
// Goes through what differs from aver's merge, and asks of each whether a side had brought it, and
// whether it is there all the same.
#include "claims/merge/vanished.h"

#include <algorithm>
#include <map>
#include <optional>

#include "claims/merge/renames.h"
#include "claims/records/codec.h"

namespace aver::claims {
namespace {

// Reads only: for Renames.
class Reading : public MergeFiles {
 public:
  explicit Reading(const MadeResult& result) : result_(result) {}
  std::string read(const std::string& id) const override { return result_.read(id); }
  std::string ours(const std::string&) const override { return {}; }
  std::optional<std::string> merge_lines(const std::string&, const std::string&, const std::string&,
                                         const std::string&) const override {
    return std::nullopt;
  }
  std::string digest(const std::string& text) const override { return text; }

 private:
  const MadeResult& result_;
};

// What a stance says, whatever it and the ones that it names are called.
std::string contents(const std::string& text, const std::string& path) {
  auto stance = decode_stance(text, path).record;
  if (!stance) return text;
  stance->formerly.clear();
  for (std::string* name : {&stance->corrects, &stance->retracts, &stance->repeats}) {
    if (!name->empty()) *name = "x";
  }
  return encode(*stance);
}

bool is_capture(const std::string& path) {
  return path.starts_with("sources/") && !record_at(path);
}

class Losses {
 public:
  explicit Losses(const MadeResult& result)
      : result_(result), reading_(result), renames_(result.changes, reading_) {
    for (const FileChange& change : result.changes) {
      if (!change.before.empty()) ++left_[text_key(change.path, change.before)];
      if (!change.after.empty()) {
        ++there_[text_key(change.path, change.after)];
        after_[change.path] = change.after;
      }
    }
  }

  Diagnostics run() {
    for (const FileChange& change : result_.changes) judge(change);
    return std::move(found_);
  }

 private:
  std::string text_key(const std::string& path, const std::string& content) const {
    const auto record = record_at(path);
    if (!record || record->kind != RecordKind::stance) return content;
    return contents(result_.read(content), path);
  }

  void judge(const FileChange& change) {
    if (change.before.empty() || result_.settled.contains(change.path)) return;
    const std::string base = result_.base(change.path);
    if (base == change.before) return;  // no side has touched it
    const auto record = record_at(change.path);
    if (!record && !is_capture(change.path)) return;
    // Under another name, or in another place.
    const std::string key = text_key(change.path, change.before);
    if (const auto at = there_.find(key); at != there_.end() && at->second > 0) {
      --at->second;
      return;
    }
    const std::string place = renames_.path_now(change.path);
    const auto after = after_.find(place);
    if (after == after_.end()) return tell(change.path, "the record");
    if (!record) return tell(change.path, "the saved text");
    // Another record of aver's merge stands there instead.
    if (record->kind == RecordKind::stance && base.empty() &&
        left_.contains(text_key(place, after->second))) {
      return tell(change.path, "the record");
    }
    judge_keys(*record, change.path, base, change.before, after->second);
  }

  void judge_keys(const RecordRef& record, const std::string& path, const std::string& base,
                  const std::string& made, const std::string& now) {
    const auto table = [&](const std::string& content) {
      return content.empty() ? toml::Parsed{} : toml::parse(result_.read(content), "");
    };
    const toml::Parsed before = table(base);
    const toml::Parsed wanted = table(made);
    const toml::Parsed there = table(now);
    if (!there.problems.empty() || !wanted.problems.empty()) return;
    for (const toml::Entry& entry : wanted.root) {
      const toml::Value* old = toml::find(before.root, entry.key);
      if (old != nullptr && *old == entry.value) continue;
      const toml::Value* has = toml::find(there.root, entry.key);
      // A third value was chosen by hand.
      const bool is_lost = has == nullptr || (old != nullptr && *has == *old);
      if (is_lost || lacks_elements(record, entry, old, has)) {
        tell(path, "what it says by \"" + entry.key + "\"");
        return;
      }
    }
  }

  // Of a list that merges by elements: whether a new element is missing.
  static bool lacks_elements(const RecordRef& record, const toml::Entry& wanted,
                             const toml::Value* old, const toml::Value* has) {
    if (has == nullptr) return false;
    for (const FieldInfo& field : fields(record.kind)) {
      if (field.key != wanted.key || !field.merges_by_elements) continue;
      const auto* all = std::get_if<toml::Array>(&wanted.value.data);
      const auto* there = std::get_if<toml::Array>(&has->data);
      const auto* before = old == nullptr ? nullptr : std::get_if<toml::Array>(&old->data);
      if (all == nullptr || there == nullptr) return false;
      const auto contains = [](const toml::Array& list, const toml::Value& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
      };
      return std::any_of(all->begin(), all->end(), [&](const toml::Value& value) {
        return !contains(*there, value) && (before == nullptr || !contains(*before, value));
      });
    }
    return false;
  }

  void tell(const std::string& path, const std::string& what) {
    found_.push_back(
        {Severity::error,
         Rule::record_vanished,
         path,
         {},
         "one side of the merge added or changed it, and " + what + " is not in the result",
         "put it back; or say why it goes: aver resolve --drops \"WHY\", or a line Drops: WHY in "
         "the "
         "merge's message"});
  }

  const MadeResult& result_;
  Reading reading_;
  Renames renames_;
  std::map<std::string, int> left_, there_;  // by what is said: in aver's merge, in the result
  std::map<std::string, std::string> after_;
  Diagnostics found_;
};

}  // namespace

Diagnostics lost_in_merge(const MadeResult& result) { return Losses(result).run(); }

}  // namespace aver::claims
