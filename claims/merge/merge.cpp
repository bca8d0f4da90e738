// SPDX-License-Identifier: MIT
//
// Merges the three tables key by key, then puts the result into the text of a side, so that layout
// and comments survive. Keys that say one thing together are one unit: see groups().
#include "claims/merge/merge.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "claims/records/codec.h"

namespace aver::claims {
namespace {

using toml::Table;
using toml::Value;
using Maybe = std::optional<Value>;

// The keys that say one thing together (schema::Group): lest one side's new position ends up beside
// the other side's quote.
std::vector<std::vector<std::string_view>> groups(RecordKind kind) {
  std::map<schema::Group, std::vector<std::string_view>> groups;
  for (const FieldInfo& field : fields(kind)) {
    if (field.group != schema::Group::none) groups[field.group].push_back(field.key);
  }
  std::vector<std::vector<std::string_view>> all;
  for (auto& [group, keys] : groups) all.push_back(std::move(keys));
  return all;
}

bool is_set(RecordKind kind, std::string_view key) {
  for (const FieldInfo& field : fields(kind)) {
    if (field.key == key) return field.merges_by_elements;
  }
  return false;
}

Maybe value_of(const Table& table, std::string_view key) {
  const Value* value = toml::find(table, key);
  return value == nullptr ? std::nullopt : Maybe(*value);
}

bool is_list(const Maybe& value) {
  return !value || std::holds_alternative<toml::Array>(value->data);
}

toml::Array list_of(const Maybe& value) {
  return value ? std::get<toml::Array>(value->data) : toml::Array{};
}

bool contains(const toml::Array& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// Puts what one side added before what the other did, whichever is called ours: of saved texts what
// was retrieved earlier, of other values the smaller.
bool comes_first(const toml::Array& a, const toml::Array& b) {
  const auto rank = [](const toml::Array& list) {
    std::string day, text;
    for (const Value& value : list) {
      if (const auto* table = std::get_if<Table>(&value.data)) {
        if (const Value* retrieved = toml::find(*table, "retrieved")) day = toml::write(*retrieved);
      }
      text += toml::write(value) + "\n";
    }
    return std::pair(day, text);
  };
  return rank(a) <= rank(b);
}

// What either side removed is gone, what either added is there: base's order, then that of the
// sides.
Maybe merged_set(const Maybe& base, const Maybe& ours, const Maybe& theirs) {
  const toml::Array b = list_of(base);
  const toml::Array o = list_of(ours);
  const toml::Array t = list_of(theirs);
  toml::Array merged;
  for (const Value& value : b) {
    if (contains(o, value) && contains(t, value)) merged.push_back(value);
  }
  std::array<toml::Array, 2> added;
  for (const std::size_t side : {0U, 1U}) {
    for (const Value& value : side == 0 ? o : t) {
      if (!contains(b, value)) added[side].push_back(value);
    }
  }
  if (!comes_first(added[0], added[1])) std::swap(added[0], added[1]);
  for (const toml::Array& side : added) {
    for (const Value& value : side) {
      if (!contains(merged, value)) merged.push_back(value);
    }
  }
  if (merged.empty()) return std::nullopt;
  return Value{std::move(merged), {}};
}

constexpr std::string_view kEvidence = "evidence";

// Puts the further evidence of a stance into its canonical form and order: so it is equal where it
// says the same, and a merge of it does not depend on the order of the sides. What cannot be read
// as evidence stays as it is.
void canonize_evidence(Table& stance) {
  const auto at = std::find_if(stance.begin(), stance.end(),
                               [](const toml::Entry& entry) { return entry.key == kEvidence; });
  if (at == stance.end()) return;
  const auto text = [](const char* key) { return toml::Entry{key, {std::string("x"), {}}, {}}; };
  const Table alone = {
      text("holder"), text("position"), {"held", {Day{}, {}}, {}}, {at->key, at->value, {}}};
  const Decoded<Stance> decoded = stance_of(alone, "claims/x/1970-01-01-x.toml");
  if (!decoded.record) return;
  const Table canonical = table_of(*decoded.record);
  if (const Value* value = toml::find(canonical, kEvidence)) at->value = *value;
}

// The comments of a text, each a line.
std::vector<std::string> comments_of(std::string_view text) {
  std::vector<std::string> comments;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    while (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != line.npos && line[first] == '#') comments.emplace_back(line);
    begin = end + 1;
  }
  return comments;
}

class RecordMerger {
 public:
  RecordMerger(RecordKind kind, Take take) : kind_(kind), take_(take) {
    for (const FieldInfo& field : fields(kind)) order_.push_back(field.key);
  }

  Merged run(const std::string& base, const std::string& ours, const std::string& theirs) {
    const toml::Parsed b = toml::parse(base, "");
    const toml::Parsed o = toml::parse(ours, "");
    const toml::Parsed t = toml::parse(theirs, "");
    Merged merged;
    if (!o.problems.empty() || !t.problems.empty() || !b.problems.empty()) {
      merged.unreadable = true;
      merged.text = take_ == Take::theirs ? theirs : take_ == Take::base ? base : ours;
      if (take_ != Take::none) merged.unreadable = false;
      return merged;
    }
    base_ = b.root;
    ours_ = o.root;
    theirs_ = t.root;
    if (kind_ == RecordKind::stance) {
      for (Table* side : {&base_, &ours_, &theirs_}) canonize_evidence(*side);
    }
    std::set<std::string> done;
    for (const std::vector<std::string_view>& group : groups(kind_)) {
      merge_group(group, merged);
      done.insert(group.begin(), group.end());
    }
    for (const std::string& key : keys()) {
      if (!done.contains(key)) merge_key(key, merged);
    }
    if (kind_ == RecordKind::stance) canonize_evidence(result_);
    std::stable_sort(
        merged.conflicts.begin(), merged.conflicts.end(),
        [&](const FieldConflict& x, const FieldConflict& y) { return rank(x.key) < rank(y.key); });
    if (take_ != Take::none) merged.conflicts.clear();
    merged.text = written(base, ours, theirs);
    return merged;
  }

 private:
  std::size_t rank(const std::string& key) const {
    return static_cast<std::size_t>(std::find(order_.begin(), order_.end(), key) - order_.begin());
  }

  // All keys of the three, the known ones in their order.
  std::vector<std::string> keys() const {
    std::set<std::string> all;
    for (const Table* table : {&base_, &ours_, &theirs_}) {
      for (const toml::Entry& entry : *table) all.insert(entry.key);
    }
    std::vector<std::string> sorted(all.begin(), all.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
    return sorted;
  }

  void put(std::string_view key, const Maybe& value) {
    if (value) result_.push_back({std::string(key), *value, {}});
  }

  const Table& side_taken() const {
    return take_ == Take::theirs ? theirs_ : take_ == Take::base ? base_ : ours_;
  }

  void conflict(std::string_view key, Merged& merged) {
    merged.conflicts.push_back(
        {std::string(key), value_of(base_, key), value_of(ours_, key), value_of(theirs_, key)});
  }

  void merge_group(const std::vector<std::string_view>& group, Merged& merged) {
    const auto same = [&](const Table& a, const Table& b) {
      return std::all_of(group.begin(), group.end(), [&](std::string_view key) {
        return value_of(a, key) == value_of(b, key);
      });
    };
    const Table* taken = nullptr;
    if (same(ours_, theirs_) || same(theirs_, base_)) {
      taken = &ours_;
    } else if (same(ours_, base_)) {
      taken = &theirs_;
    }
    if (taken == nullptr) {
      for (const std::string_view key : group) {
        const Maybe b = value_of(base_, key);
        if (value_of(ours_, key) != b || value_of(theirs_, key) != b) conflict(key, merged);
      }
      taken = &side_taken();
    }
    for (const std::string_view key : group) put(key, value_of(*taken, key));
  }

  void merge_key(const std::string& key, Merged& merged) {
    const Maybe b = value_of(base_, key);
    const Maybe o = value_of(ours_, key);
    const Maybe t = value_of(theirs_, key);
    if (o == t || t == b) {
      put(key, o);
    } else if (o == b) {
      put(key, t);
    } else if (is_set(kind_, key) && is_list(b) && is_list(o) && is_list(t)) {
      put(key, merged_set(b, o, t));
    } else {
      conflict(key, merged);
      put(key, value_of(side_taken(), key));
    }
  }

  // The result as text: a side's own text with the values changed in place where that can be done,
  // else the canonical form; with the comments that would be lost at its top.
  std::string written(const std::string& base, const std::string& ours, const std::string& theirs) {
    std::string text;
    bool in_place = false;
    // Of two canonical texts the evidence of both is put in order, so that both sides write one
    // text.
    const bool in_order = toml::find(result_, kEvidence) != nullptr && ours == toml::write(ours_) &&
                          theirs == toml::write(theirs_);
    for (const auto& [side, root] : {std::pair{&ours, &ours_}, std::pair{&theirs, &theirs_}}) {
      // Our text first, so that a change of layout or comments alone is kept.
      if (in_place || in_order) break;
      if (const auto edited = edited_from(*side, *root)) {
        text = *edited;
        in_place = true;
      }
    }
    if (!in_place) {
      Table sorted = result_;
      std::stable_sort(
          sorted.begin(), sorted.end(),
          [&](const toml::Entry& a, const toml::Entry& b) { return rank(a.key) < rank(b.key); });
      text = toml::write(sorted);
    }
    const std::vector<std::string> old = comments_of(base);
    std::vector<std::string> have = comments_of(text);
    std::string lost;
    for (const std::string* side : {&ours, &theirs}) {
      for (const std::string& comment : comments_of(*side)) {
        const auto is_in = [&](const std::vector<std::string>& list) {
          return std::find(list.begin(), list.end(), comment) != list.end();
        };
        if (is_in(old) || is_in(have)) continue;
        lost += comment + "\n";
        have.push_back(comment);
      }
    }
    return lost + text;
  }

  std::optional<std::string> edited_from(const std::string& text, const Table& root) const {
    std::string edited = text;
    std::set<std::string> all;
    for (const Table* table : {&root, &result_}) {
      for (const toml::Entry& entry : *table) all.insert(entry.key);
    }
    for (const std::string& key : all) {
      const Maybe wanted = value_of(result_, key);
      if (wanted == value_of(root, key)) continue;
      auto next = key == kEvidence ? with_more_evidence(edited, root, wanted)
                                   : toml::edit_value(edited, key, wanted, order_);
      if (!next) return std::nullopt;
      edited = std::move(*next);
    }
    return edited;
  }

  // The text with the evidence that it lacks at its end; nothing where some of its own is to go.
  static std::optional<std::string> with_more_evidence(const std::string& text, const Table& root,
                                                       const Maybe& wanted) {
    const Maybe has = value_of(root, kEvidence);
    if (!is_list(has) || !is_list(wanted)) return std::nullopt;
    const toml::Array there = list_of(has);
    const toml::Array all = list_of(wanted);
    for (const Value& one : there) {
      if (!contains(all, one)) return std::nullopt;
    }
    std::optional<std::string> edited = text;
    for (const Value& one : all) {
      const Table* table = std::get_if<Table>(&one.data);
      if (contains(there, one)) continue;
      if (table == nullptr) return std::nullopt;
      edited = toml::append_table(*edited, kEvidence, *table);
      if (!edited) return std::nullopt;
    }
    return edited;
  }

  RecordKind kind_;
  Take take_;
  std::vector<std::string_view> order_;
  Table base_, ours_, theirs_, result_;
};

}  // namespace

Merged merge(RecordKind kind, const std::optional<std::string>& base,
             const std::optional<std::string>& ours, const std::optional<std::string>& theirs,
             Take take) {
  Merged merged;
  if (ours == theirs || theirs == base) {
    merged.text = ours;
    return merged;
  }
  if (ours == base) {
    merged.text = theirs;
    return merged;
  }
  if (!ours || !theirs) {
    merged.removed_and_changed = take == Take::none;
    merged.text = take == Take::theirs ? theirs : take == Take::base ? base : ours;
    if (take == Take::none && !merged.text) merged.text = theirs;
    return merged;
  }
  return RecordMerger(kind, take).run(base.value_or(""), *ours, *theirs);
}

std::optional<std::string> with_both_captures(const std::optional<std::string>& base,
                                              const std::optional<std::string>& ours,
                                              const std::optional<std::string>& theirs) {
  if (!base || !ours || !theirs) return std::nullopt;
  const std::string path = source_path("x");
  const auto b = decode_source(*base, path).record;
  const auto o = decode_source(*ours, path).record;
  const auto t = decode_source(*theirs, path).record;
  if (!b || !o || !t || !b->capture.empty()) return std::nullopt;
  if (o->capture.empty() || t->capture.empty() || o->capture == t->capture) return std::nullopt;
  const auto retrieved = [](const Source& source) {
    return std::pair(source.retrieved ? to_string(*source.retrieved) : "", source.sha256);
  };
  const bool ours_first = retrieved(*o) <= retrieved(*t);
  // With one side's saved text alone nothing else may be in conflict.
  const auto without = [&](const std::string& text) {
    std::optional<std::string> edited = text;
    for (const FieldInfo& field : fields(RecordKind::source)) {
      if (edited && field.group == schema::Group::capture)
        edited = toml::edit_value(*edited, field.key, std::nullopt, {});
    }
    return edited;
  };
  const auto other = without(ours_first ? *theirs : *ours);
  if (!other) return std::nullopt;
  const Merged merged = ours_first ? merge(RecordKind::source, base, ours, other)
                                   : merge(RecordKind::source, base, other, theirs);
  if (!merged.clean() || !merged.text) return std::nullopt;
  auto source = decode_source(*merged.text, path).record;
  if (!source) return std::nullopt;
  const Source& later = ours_first ? *t : *o;
  source->recaptures.push_back(
      {later.capture, later.sha256, later.original, later.original_sha256, later.retrieved, {}});
  if (toml::has_comments(*merged.text)) return std::nullopt;
  return encode(*source);
}

}  // namespace aver::claims
