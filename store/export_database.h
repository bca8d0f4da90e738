// SPDX-License-Identifier: MIT
//
// Writes records to an SQLite database, for people who want to query them in SQL. It is a copy:
// aver never reads it. Tables and columns: "aver help export-formats".
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/records.h"
#include "claims/records/vocabulary.h"

namespace aver::store {

struct ExportTable {
  std::string_view name;
  std::string meaning;  // with its columns
};
const std::vector<ExportTable>& export_tables();

class ExportDatabase {
 public:
  // Makes the tables in `file`, which is new or empty. Throws StoreError(io), as all below.
  explicit ExportDatabase(const std::filesystem::path& file);
  ~ExportDatabase();
  ExportDatabase(const ExportDatabase&) = delete;
  ExportDatabase& operator=(const ExportDatabase&) = delete;

  void add_meta(std::string_view key, std::string_view value);
  void add(const claims::Claim& claim);
  void add(const claims::Actor& actor);
  void add(const claims::Source& source);
  // `standing` is claims::to_string() of it; "in-force" gives a row of positions_in_force, too.
  void add(const claims::Stance& stance, std::string_view standing,
           const claims::Vocabulary& vocabulary);

  // Adds the indexes, and leaves one file that needs nothing beside it.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aver::store
