// SPDX-License-Identifier: MIT
//
// What is put into a database for others stands in its tables, and in one file.
#include "store/export_database.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "store/sqlite/database.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace claims = aver::claims;

namespace {

claims::Stance stance(const std::string& name, const std::string& position) {
  claims::Stance stance;
  stance.claim = "topic/x";
  stance.name = name;
  stance.holder = "china";
  stance.position = position;
  stance.held = *claims::parse_date("2024-10").date;
  return stance;
}

// The tables as the file has them, opened as any program would.
std::string rows(const std::filesystem::path& file, const char* sql, int columns) {
  const auto database = Database::open_existing(file, {0x61766578, 1, ""});
  REQUIRE(database);
  Statement statement = database->prepare(sql);
  std::string text;
  while (statement.step()) {
    for (int i = 0; i < columns; ++i) {
      text += (i == 0 ? "" : "|") +
              (statement.null(i) ? std::string("NULL") : std::string(statement.text(i)));
    }
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a database has what was put in, absent as NULL, with numbers as numbers") {
  const Scratch scratch;
  const auto file = scratch / "facts.db";
  write(file, "");
  {
    ExportDatabase database(file);
    claims::Claim claim;
    claim.id = "topic/x";
    claim.text = "X is so";
    claim.tags = {"a", "b"};
    database.add(claim);
    database.add(stance("2024-10-china", "deny"), "in-force", claims::default_vocabulary());
    database.add(stance("2024-10-china-2", "silent"), "corrected", claims::default_vocabulary());
    claims::Actor actor;
    actor.id = "china";
    actor.name = "China";
    actor.kind = "state";
    database.add(actor);
    claims::Source source;
    source.id = "s";
    source.title = "S";
    source.author = {"A", "B"};
    database.add(source);
    database.add_meta("schema", "aver.export/1");
    database.finish();
  }
  CHECK(rows(file, "SELECT id, text, kind FROM claims", 3) == "topic/x|X is so|NULL\n");
  CHECK(rows(file, "SELECT tag FROM tags", 1) == "a\nb\n");
  CHECK(rows(file,
             "SELECT position, held, held_first, held_last, typeof(value), value + 0, quote "
             "FROM stances",
             7) ==
        "deny|2024-10|2024-10-01|2024-10-31|real|-1.0|NULL\n"
        "silent|2024-10|2024-10-01|2024-10-31|null|NULL|NULL\n");
  CHECK(rows(file, "SELECT claim, holder, position, stance FROM positions_in_force", 4) ==
        "topic/x|china|deny|topic/x/2024-10-china\n");
  CHECK(rows(file, "SELECT name, kind FROM actors", 2) == "China|state\n");
  CHECK(rows(file, "SELECT author FROM sources", 1) == "A; B\n");
  CHECK(rows(file, "SELECT value FROM meta", 1) == "aver.export/1\n");
  // Every table is documented, and nothing else is.
  const std::string tables = rows(file, "SELECT name FROM sqlite_schema WHERE type = 'table'", 1);
  CHECK(static_cast<std::size_t>(std::count(tables.begin(), tables.end(), '\n')) ==
        export_tables().size());
  for (const ExportTable& table : export_tables()) {
    CHECK(tables.find(std::string(table.name) + "\n") != std::string::npos);
  }
}

TEST_CASE("a place that cannot be written is an error of the world, not of SQLite") {
  const Scratch scratch;
  write(scratch / "file", "");
  CHECK_THROWS_AS(ExportDatabase(scratch / "file/facts.db"), StoreError);
}
