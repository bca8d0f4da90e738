// SPDX-License-Identifier: MIT
//
// What a table's columns mean: the mapping file (aver help import), read from TOML into rules. One
// rule makes one key of a record, out of patterns, constants, maps of values and forms of dates.
//
// Pure. Knows nothing of rows: mapper.h applies the rules to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/exchange/csv/pattern.h"
#include "claims/records/codec.h"
#include "claims/toml/toml.h"

namespace aver::claims::mapping {

// How one key of a record is made.
struct MappingRule {
  std::string key;
  std::string type;                                         // as in FieldInfo
  std::vector<Pattern> parts;                               // one; of a list, one for each element
  std::vector<std::pair<std::string, std::string>> values;  // of the cell -> of the record
  bool mapped = false;                   // `values` is a map: a cell outside it is an error,
  std::optional<std::string> otherwise;  // unless this says what it becomes ("" is absent)
  bool keep = false;                     // or the cell is kept as it is
  std::string split;                     // of a list: the separator of its elements in a cell
  std::vector<std::string> absent;       // cells that mean nothing, besides the empty one
  std::vector<DateForm> dates;           // tried in turn
  bool timed = false;                    // a date that may state a time
  // Of a list of tables; none where `parts` has the pattern of a cell with a JSON list of objects.
  std::vector<std::vector<MappingRule>> tables;
  bool required = false;
  Place place;  // in the mapping file

  bool is_list() const {
    return type == "lines" || type == "set" || type == "ids" || type == "urls";
  }
};

// One record of every row.
struct Section {
  RecordKind kind = RecordKind::claim;
  Pattern id;  // of a stance, its claim's; without one, that of the first claim of the row
  bool has_id = false;
  std::vector<std::string> absent;
  std::vector<MappingRule> rules;
  Place place;
};

// A second table, whose columns stand beside those of the first where the keys are equal.
struct Join {
  std::string file;  // as written; relative to the first table
  std::string key;   // column of the first table
  std::string to;    // column of the second
  Place place;
};

struct Mapping {
  std::vector<Section> sections;  // claims, actors, sources, stances
  std::optional<Join> join;
  std::optional<char> delimiter;
  std::optional<bool> quotes;
  std::vector<DateForm> dates;  // of columns that no rule has another form for
};

struct MappingRead {
  Mapping mapping;
  Diagnostics problems;  // rules "mapping/…"
};

// `file` is only named in the problems.
MappingRead read_mapping(const toml::Table& table, std::string_view file);

// Puts one setting into a mapping's table, over what is there: "stance.position", "{vote}". Returns
// what is wrong with it, or "".
std::string set(toml::Table& table, std::string_view key, std::string_view value);
// Likewise one row of a map of values: "stance.position", "yes" -> "affirm".
std::string set_value(toml::Table& table, std::string_view key, std::string_view from,
                      std::string_view to);

// The mapping files that come with the program, and what each is for.
struct Preset {
  std::string_view name;
  std::string_view what;
  std::string_view text;
};
const std::vector<Preset>& presets();

}  // namespace aver::claims::mapping
