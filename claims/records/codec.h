// SPDX-License-Identifier: MIT
//
// TOML text <-> a record, by the table of keys (schema.h).
//
// Checks only what a file alone can show: TOML, keys, types, enumerated words, dates, ids
// well-formed. Whether a holder exists or a position is in the vocabulary is check's business.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/records/records.h"
#include "claims/records/schema.h"
#include "claims/text/diagnostic.h"
#include "claims/text/id.h"

namespace aver::claims {

// Where each value stands in the file it was read from. Keys within lists are "via[0]",
// "relation[1].to".
class Places {
 public:
  void add(std::string_view key, Place place) { places_.emplace_back(key, place); }

  // The place of the key's value; line 1, column 1 where the file does not have the key.
  Place of(std::string_view key) const;

  // Names the tables of the list `key` anew: what was number order[i] is number i.
  void reorder(std::string_view key, const std::vector<std::size_t>& order);

 private:
  std::vector<std::pair<std::string, Place>> places_;
};

// `record` is present where the file could be read well enough to be shown: required keys present
// and of the right type. `problems` may hold warnings (unknown keys) even then, and every error
// otherwise.
template <class Record>
struct Decoded {
  std::optional<Record> record;
  std::optional<Record> draft;  // where there are errors: as much as could be read, for check alone
  Diagnostics problems;
  Places places;
  std::string file;

  // What check looks at: the record, or the draft; null where the file is no TOML.
  const Record* readable() const { return record ? &*record : draft ? &*draft : nullptr; }
};

// Each reads one file's text. `file` is its path from the store's root; id, claim and name come
// from it.
Decoded<Claim> decode_claim(std::string_view text, std::string_view file);
Decoded<Stance> decode_stance(std::string_view text, std::string_view file);
Decoded<Actor> decode_actor(std::string_view text, std::string_view file);
Decoded<Source> decode_source(std::string_view text, std::string_view file);
Decoded<Review> decode_review(std::string_view text, std::string_view file);

// The same for a table that was not read from TOML text; places are those that the table has.
Decoded<Claim> claim_of(const toml::Table& table, std::string_view file);
Decoded<Stance> stance_of(const toml::Table& table, std::string_view file);
Decoded<Actor> actor_of(const toml::Table& table, std::string_view file);
Decoded<Source> source_of(const toml::Table& table, std::string_view file);
Decoded<Review> review_of(const toml::Table& table, std::string_view file);

// Returns the record's canonical text. decode_x(encode(r), path) gives r back, equal.
std::string encode(const Claim& claim);
std::string encode(const Stance& stance);
std::string encode(const Actor& actor);
std::string encode(const Source& source);
std::string encode(const Review& review);

// The record's keys and values in canonical order: what encode() writes.
toml::Table table_of(const Claim& claim);
toml::Table table_of(const Stance& stance);
toml::Table table_of(const Actor& actor);
toml::Table table_of(const Source& source);
toml::Table table_of(const Review& review);

// The keys of a record in canonical order, with what a person needs to know of each.
struct FieldInfo {
  std::string_view key;
  // "text", "line", "id", "stance", "word", "date", "moment", "url", "digest", "file", "flag",
  // "integer", "tables", and the lists "lines", "set", "ids", "urls".
  std::string_view type;
  bool required = false;
  std::vector<std::string_view> choices;  // the allowed words, where they are enumerated
  std::string_view meaning;               // one line
  int low = 0;                            // of an integer
  int high = 0;
  std::vector<FieldInfo> fields;  // of the tables in a list
  schema::Group group = schema::Group::none;
  int since = 1;                    // the first format that has the key
  bool timed = false;               // a date that may state a time
  bool merges_by_elements = false;  // a list whose elements are independent of each other
};
const std::vector<FieldInfo>& fields(RecordKind kind);

// The words that an enumerated key allows: "kind" of a claim, "mode" of a stance, …; none for any
// other.
const std::vector<std::string_view>& choices(RecordKind kind, std::string_view key);

}  // namespace aver::claims
