// SPDX-License-Identifier: MIT
//
// Three versions of one record's file into one: by record and field, never by line.
//
// Pure. The rules in words: claims/FORMAT.md, "Merging". A change by only one side is taken; sets
// merge as sets; fields that say one thing together (a position and its evidence, a capture and its
// hash) move together or conflict.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/id.h"
#include "claims/toml/toml.h"

namespace aver::claims {

// A field that both sides changed differently; an absent value is one that the side does not have.
struct FieldConflict {
  std::string key;
  std::optional<toml::Value> base;
  std::optional<toml::Value> ours;
  std::optional<toml::Value> theirs;

  friend bool operator==(const FieldConflict&, const FieldConflict&) = default;
};

// Which side's value a conflict is settled with.
enum class Take { none, base, ours, theirs };

struct Merged {
  // The merged file; nothing where it is to be absent. While there are conflicts it has our values
  // for them, so that it can always be read.
  std::optional<std::string> text;
  std::vector<FieldConflict> conflicts;  // in the order of the keys
  bool removed_and_changed = false;      // one side removed the record, the other changed it
  bool unreadable = false;               // a side is no TOML; then `text` is ours

  bool clean() const { return conflicts.empty() && !removed_and_changed && !unreadable; }
};

// Merges a record's file; a side is absent where it has no such file. Comments of both sides are
// kept. With `take`, conflicts are settled with that side's values.
Merged merge(RecordKind kind, const std::optional<std::string>& base,
             const std::optional<std::string>& ours, const std::optional<std::string>& theirs,
             Take take = Take::none);

// The record of a source to which both sides gave its first saved text: both are kept, the one that
// was retrieved later as a later one. Nothing where they differ in more, or are under one name.
std::optional<std::string> with_both_captures(const std::optional<std::string>& base,
                                              const std::optional<std::string>& ours,
                                              const std::optional<std::string>& theirs);

}  // namespace aver::claims
