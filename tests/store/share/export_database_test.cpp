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
  stance.holder = "calda";
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
    database.add(stance("2024-10-calda", "deny"), "in-force", claims::default_vocabulary());
    database.add(stance("2024-10-calda-2", "silent"), "corrected", claims::default_vocabulary());
    // Another scale is another line, with a position of its own.
    database.add(stance("2024-10-calda-3", "done"), "in-force", claims::default_vocabulary());
    claims::Actor actor;
    actor.id = "calda";
    actor.name = "Calda";
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
        "silent|2024-10|2024-10-01|2024-10-31|null|NULL|NULL\n"
        "done|2024-10|2024-10-01|2024-10-31|real|4.0|NULL\n");
  CHECK(rows(file, "SELECT claim, holder, scale, position, stance, held FROM positions_in_force",
             6) ==
        "topic/x|calda|stance|deny|topic/x/2024-10-calda|2024-10\n"
        "topic/x|calda|progress|done|topic/x/2024-10-calda-3|2024-10\n");
  CHECK(rows(file, "SELECT name, kind FROM actors", 2) == "Calda|state\n");
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

TEST_CASE("tables have the columns that programs know, in their order") {
  const Scratch scratch;
  const auto file = scratch / "facts.db";
  write(file, "");
  ExportDatabase(file).finish();
  const auto columns = [&](const std::string& table) {
    const std::string sql =
        "SELECT group_concat(name || ' ' || type || iif(\"notnull\", '!', '') || "
        "iif(pk, '*', ''), ', ') FROM pragma_table_info('" +
        table + "')";
    return rows(file, sql.c_str(), 1);
  };
  CHECK(columns("stances") ==
        "id TEXT!*, claim TEXT!, holder TEXT!, position TEXT, scale TEXT, value REAL, held TEXT!, "
        "held_first TEXT!, held_last TEXT!, standing TEXT!, until TEXT, through TEXT, mode TEXT, "
        "speaker TEXT, via TEXT, summary TEXT, quote TEXT, quote_lang TEXT, translation TEXT, "
        "source TEXT, locator TEXT, rating TEXT, credibility INTEGER, likelihood TEXT, "
        "searched TEXT, unverified INTEGER!, review_by TEXT, corrects TEXT, retracts TEXT, "
        "reason TEXT, note TEXT, condition TEXT, repeats TEXT, first_recorded TEXT\n");
  CHECK(columns("evidence") ==
        "stance TEXT!*, number INTEGER!*, source TEXT, locator TEXT, quote TEXT, quote_lang TEXT, "
        "translation TEXT, speaker TEXT, via TEXT, mode TEXT, unverified INTEGER!, "
        "credibility INTEGER\n");
  CHECK(columns("claims") ==
        "id TEXT!*, text TEXT!, kind TEXT, lang TEXT, deadline TEXT, review_by TEXT, same_as TEXT, "
        "note TEXT\n");
  CHECK(columns("actors") ==
        "id TEXT!*, name TEXT!, kind TEXT, aliases TEXT, same_as TEXT, note TEXT\n");
  CHECK(columns("sources") ==
        "id TEXT!*, title TEXT!, url TEXT, publisher TEXT, author TEXT, published TEXT, "
        "retrieved TEXT, lang TEXT, reliability TEXT, capture TEXT, sha256 TEXT, note TEXT\n");
}

TEST_CASE("every evidence of a stance is a row, the first among them") {
  const Scratch scratch;
  const auto file = scratch / "facts.db";
  write(file, "");
  {
    ExportDatabase database(file);
    claims::Stance one = stance("2024-10-calda", "deny");
    one.source = "2024/a";
    one.further = {{.source = "2024/b", .quote = "No.", .via = {"x", "y"}, .credibility = 2},
                   {.source = "2024/c", .unverified = true}};
    database.add(one, "in-force", claims::default_vocabulary());
    claims::Stance other = stance("2024-10-calda-2", "deny");
    other.further = {{.source = "2024/d"}};
    database.add(other, "earlier", claims::default_vocabulary());
    database.finish();
  }
  CHECK(rows(file,
             "SELECT stance, number, source, quote, via, unverified, credibility FROM evidence "
             "ORDER BY stance, number",
             7) ==
        "topic/x/2024-10-calda|0|2024/a|NULL|NULL|0|NULL\n"
        "topic/x/2024-10-calda|1|2024/b|No.|x; y|0|2\n"
        "topic/x/2024-10-calda|2|2024/c|NULL|NULL|1|NULL\n"
        "topic/x/2024-10-calda-2|1|2024/d|NULL|NULL|0|NULL\n");
}

TEST_CASE("every value stands in the column of its key") {
  const Scratch scratch;
  const auto file = scratch / "facts.db";
  write(file, "");
  {
    ExportDatabase database(file);
    claims::Stance full = stance("2024-10-calda", "partial");
    full.until = *claims::parse_date("2024-12").date;
    full.through = *claims::parse_date("2024-11-05").date;
    full.searched = {"gazette", "briefings"};
    full.mode = "attributed";
    full.speaker = "finch";
    full.via = {"post", "radio"};
    full.summary = "half";
    full.quote = "Half of it";
    full.quote_lang = "en";
    full.translation = "La moitié";
    full.source = "s";
    full.locator = "para 1";
    full.unverified = true;
    full.credibility = 2;
    full.likelihood = "likely";
    full.rating = "Half done";
    full.review_by = *claims::parse_date("2025").date;
    full.corrects = "a";
    full.retracts = "b";
    full.reason = "miscounted";
    full.note = "map";
    full.condition = "if the bank lends";
    full.repeats = "c";
    full.first_recorded = *claims::parse_date("[..2024-10-29]").date;
    database.add(full, "earlier", claims::default_vocabulary());
    claims::Source source;
    source.id = "s";
    source.title = "S";
    source.url = "https://example.org";
    source.publisher = "P";
    source.author = {"A", "B"};
    source.published = *claims::parse_date("2024").date;
    source.retrieved = {*claims::parse_date("2024-11-01").date, "2024-11-01T09:30:00Z"};
    source.lang = "en";
    source.reliability = "B";
    source.capture = "s.txt";
    source.sha256 = "00";
    source.note = "n";
    database.add(source);
    claims::Claim claim;
    claim.id = "topic/x";
    claim.text = "X";
    claim.kind = "pledge";
    claim.lang = "en";
    claim.deadline = *claims::parse_date("2025").date;
    claim.review_by = *claims::parse_date("2024-12").date;
    claim.same_as = {"u:1", "u:2"};
    claim.note = "n";
    database.add(claim);
    claims::Actor actor;
    actor.id = "calda";
    actor.name = "Calda";
    actor.kind = "state";
    actor.aliases = {"PUC", "Peking"};
    actor.same_as = {"u:3"};
    actor.note = "n";
    database.add(actor);
    database.finish();
  }
  CHECK(rows(file, "SELECT * FROM stances", 34) ==
        "topic/x/2024-10-calda|topic/x|calda|partial|progress|3.0|2024-10|2024-10-01|2024-10-31|"
        "earlier|2024-12|2024-11-05|attributed|finch|post; radio|half|Half of it|en|La moitié|s|"
        "para 1|Half done|2|likely|gazette; briefings|1|2025|a|b|miscounted|map|"
        "if the bank lends|c|[..2024-10-29]\n");
  CHECK(rows(file, "SELECT typeof(credibility), typeof(unverified) FROM stances", 2) ==
        "integer|integer\n");
  CHECK(rows(file, "SELECT * FROM sources", 12) ==
        "s|S|https://example.org|P|A; B|2024|2024-11-01T09:30:00Z|en|B|s.txt|00|n\n");
  CHECK(rows(file, "SELECT * FROM claims", 8) == "topic/x|X|pledge|en|2025|2024-12|u:1; u:2|n\n");
  CHECK(rows(file, "SELECT * FROM actors", 6) == "calda|Calda|state|PUC; Peking|u:3|n\n");
}

TEST_CASE("a place that cannot be written is an error of the world, not of SQLite") {
  const Scratch scratch;
  write(scratch / "file", "");
  CHECK_THROWS_AS(ExportDatabase(scratch / "file/facts.db"), StoreError);
}
