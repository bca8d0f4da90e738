// SPDX-License-Identifier: MIT
//
// Rows of a table -> records, by a mapping. A problem is reported with the place of its cell. A
// record that many rows repeat (their claim, their actor) is made once.
//
// Checks only the form: whether a holder exists, and what the store has already, is for the caller
// to check.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claims/exchange/csv/csv.h"
#include "claims/exchange/csv/mapping.h"
#include "claims/records/codec.h"

namespace aver::claims::mapping {

// The second table of a join, in memory.
class Joined {
 public:
  // Rows are looked up by the column `key`. Returns the header's problem, or "".
  std::string set_header(const csv::Row& row, std::string_view key);
  // Returns the row's problem, or "".
  std::string add(const csv::Row& row);

  const std::vector<std::string>& header() const { return header_; }
  struct Entry {
    unsigned line = 0;
    std::vector<std::string> fields;
  };
  const Entry* find(std::string_view key) const;
  std::size_t bytes() const { return bytes_; }

 private:
  std::vector<std::string> header_;
  std::size_t key_ = 0;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, Entry> rows_;
};

// A record that a row makes. A stance has no number behind its name yet.
struct Made {
  RecordKind kind = RecordKind::claim;
  std::string id;  // of a stance, its claim's
  std::string path;
  toml::Table table;  // its values' places are cells: see Mapper::place
  std::size_t section = 0;
};

struct MadeRow {
  std::vector<Made> records;    // claims, actors, sources, stances; repeated ones are left out
  Diagnostics problems;         // placed, and without a file where it is the table itself
  unsigned without_stance = 0;  // sections of stances that gave none: no position
};

class Mapper {
 public:
  // `joined` is null where there is no join; it must outlive the mapper. An unknown column is one
  // of the problems(), placed in the mapping file.
  Mapper(Mapping mapping, const csv::Row& header, const Joined* joined, std::string mapping_file);

  const Diagnostics& problems() const { return problems_; }

  void map(const csv::Row& row, MadeRow& to);

  // Tells that the row mapped last was accepted: its claims, actors and sources are not made a
  // second time.
  void accept();

  // A column of either table by its name, and what the row mapped last has there.
  std::optional<std::size_t> column(const std::string& name) const;
  std::string_view cell(std::size_t column) const;
  Place place_of(std::size_t column) const;

  // Turns a place that stands for a cell of the row mapped last into the true one. Sets `file`
  // where the cell is in the joined table.
  Place place(Place cell, const csv::Row& row, std::string& file) const;

 private:
  void make(std::size_t section, const csv::Row& row, MadeRow& to);
  std::optional<toml::Value> value(const MappingRule& rule, const Cell& cell, MadeRow& to);
  std::optional<toml::Value> typed(const MappingRule& rule, std::string text, Place place,
                                   MadeRow& to);
  std::string mapped(const MappingRule& rule, const std::string& text, Place place, bool& good,
                     MadeRow& to);
  toml::Table table(const std::vector<MappingRule>& rules, const Cell& cell, MadeRow& to);
  Place cell_of(const Pattern& pattern) const;
  void key_of(const Section& section, const Cell& cell, std::string& to) const;

  Mapping mapping_;
  std::unordered_map<std::string, std::size_t> columns_;
  std::size_t width_ = 0;  // columns of the first table
  std::optional<std::size_t> join_column_;
  const Joined* joined_;
  Diagnostics problems_;

  // Of the row at hand.
  const csv::Row* row_ = nullptr;
  const Joined::Entry* other_ = nullptr;
  std::string claim_, actor_, source_;  // ids of the first of each

  // What rows repeat: the cells that a section uses -> the id that it made of them.
  struct Memory {
    std::vector<std::size_t> columns;
    std::unordered_map<std::string, std::string> ids;
    std::size_t bytes = 0;
    std::string key;
    std::string id;
    bool fresh = false;
  };
  std::vector<Memory> memory_;
};

}  // namespace aver::claims::mapping
