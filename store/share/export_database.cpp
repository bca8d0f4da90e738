// SPDX-License-Identifier: MIT
//
// The tables are made by the table of keys (claims/records/schema.h): its rows are columns, beside
// the few that are worked out, for those who ask in SQL.
#include "store/export_database.h"

#include "claims/records/schema.h"
#include "claims/records/values.h"
#include "store/error.h"
#include "store/sqlite/database.h"

namespace aver::store {
namespace {

namespace schema = claims::schema;

constexpr const char* kIndexes = R"(
CREATE INDEX stances_of_claim ON stances (claim);
CREATE INDEX stances_of_holder ON stances (holder, position);
CREATE INDEX stances_of_source ON stances (source);
CREATE INDEX evidence_of_source ON evidence (source);
CREATE INDEX claims_of_tag ON tags (tag);
CREATE INDEX positions_of_holder ON positions_in_force (holder, position);
)";

using Text = std::optional<std::string>;

// What is absent is NULL.
Text text(std::string_view value) { return value.empty() ? Text() : Text(value); }

// As text: the column's affinity makes a number of it.
Text number(double value) { return std::to_string(value); }

// One stance with what its row says besides.
struct StanceRow {
  const claims::Stance& stance;
  std::string_view standing;
  std::string_view word;  // of the position, by its name of today
  claims::Meaning meaning;
};

constexpr std::string_view kToldBefore = "-";

struct SqlColumn {
  std::string_view name;
  std::string_view type;
  std::string help{};  // where it is more than the name; kToldBefore where the one before says it
};

constexpr std::string_view kPosition = "position";  // not as the file has it

// A column of a stance that is no key of its file.
struct Extra {
  std::string_view behind;  // the key; "" where it stands before all keys
  SqlColumn column;
  Text (*value)(const StanceRow& row);
};

const std::vector<Extra>& extras() {
  static const std::vector<Extra> all = {
      {"",
       {"id", "TEXT PRIMARY KEY"},
       [](const StanceRow& row) -> Text { return row.stance.id(); }},
      {"",
       {"claim", "TEXT NOT NULL"},
       [](const StanceRow& row) -> Text { return row.stance.claim; }},
      {"position",
       {"scale", "TEXT"},
       [](const StanceRow& row) { return row.meaning ? text(row.meaning.scale->name) : Text(); }},
      {"position",
       {"value", "REAL", "value (of the word; NULL of an absence)"},
       [](const StanceRow& row) {
         return row.meaning && !row.meaning.word->absence ? number(row.meaning.word->value)
                                                          : Text();
       }},
      {"held",
       {"held_first", "TEXT NOT NULL", "held_first and held_last (the days that it may mean)"},
       [](const StanceRow& row) -> Text { return claims::to_string(row.stance.held.earliest()); }},
      {"held",
       {"held_last", "TEXT NOT NULL", std::string(kToldBefore)},
       [](const StanceRow& row) -> Text { return claims::to_string(row.stance.held.latest()); }},
      {"held",
       {"standing", "TEXT NOT NULL", "standing (as in csv)"},
       [](const StanceRow& row) -> Text { return std::string(row.standing); }},
  };
  return all;
}

// A word may be NULL even where a record must have one.
bool is_not_null(const schema::KeyTraits& key) {
  return key.type == schema::Type::flag || (key.required && key.type != schema::Type::word);
}

SqlColumn column_of(const schema::KeyTraits& key) {
  if (key.type == schema::Type::integer) return {key.key, "INTEGER"};
  if (key.type == schema::Type::flag)
    return {key.key, "INTEGER NOT NULL", std::string(key.key) + " (1 or 0)"};
  return {key.key, is_not_null(key) ? "TEXT NOT NULL" : "TEXT"};
}

// Where a column of a stance comes from: either a key or an extra.
struct StanceColumn {
  SqlColumn column;
  const schema::Field<claims::Stance>* field = nullptr;
  const Extra* extra = nullptr;
};

const std::vector<StanceColumn>& stance_columns() {
  static const std::vector<StanceColumn> all = [] {
    std::vector<StanceColumn> to;
    const auto add_behind = [&](std::string_view key) {
      for (const Extra& extra : extras()) {
        if (extra.behind == key) to.push_back({extra.column, nullptr, &extra});
      }
    };
    add_behind("");
    for (const schema::Field<claims::Stance>* field : schema::in_columns<claims::Stance>()) {
      to.push_back({column_of(*field), field, nullptr});
      if (field->key == kPosition) to.back().column.help = "position (by its name of today)";
      add_behind(field->key);
    }
    return to;
  }();
  return all;
}

using Columns = std::vector<SqlColumn>;

template <class Record>
Columns columns() {
  Columns all = {{"id", "TEXT PRIMARY KEY"}};
  for (const schema::Field<Record>* field : schema::in_columns<Record>())
    all.push_back(column_of(*field));
  return all;
}

template <>
Columns columns<claims::Stance>() {
  Columns all;
  for (const StanceColumn& one : stance_columns()) all.push_back(one.column);
  return all;
}

// All evidence of all stances: which one it is of, its number, and its keys.
Columns evidence_columns() {
  Columns all = {{"stance", "TEXT NOT NULL"},
                 {"number", "INTEGER NOT NULL", "number (0: the first, which stances have, too)"}};
  for (const schema::Field<claims::Evidence>* field : schema::in_columns<claims::Evidence>())
    all.push_back(column_of(*field));
  return all;
}

std::string create(const std::string& table, const Columns& columns, const std::string& more = "") {
  std::string sql;
  for (const SqlColumn& column : columns) {
    sql += sql.empty() ? "CREATE TABLE " + table + " (" : ", ";
    sql += std::string(column.name) + " " + std::string(column.type);
  }
  return sql + (more.empty() ? "" : ", " + more) + ") WITHOUT ROWID;\n";
}

std::string insert(const std::string& table, const Columns& columns) {
  std::string sql;
  for (std::size_t i = 0; i < columns.size(); ++i)
    sql += i == 0 ? "INSERT OR REPLACE INTO " + table + " VALUES (?" : ",?";
  return sql + ")";
}

std::string help(const Columns& columns) {
  std::string text;
  for (const SqlColumn& column : columns) {
    if (column.help == kToldBefore) continue;
    if (!text.empty()) text += ", ";
    text += column.help.empty() ? column.name : column.help;
  }
  return text;
}

DatabaseForm form() {
  static const std::string tables =
      "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;\n" +
      create("actors", columns<claims::Actor>()) + create("sources", columns<claims::Source>()) +
      create("claims", columns<claims::Claim>()) +
      "CREATE TABLE tags (claim TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (claim, tag)) "
      "WITHOUT ROWID;\n" +
      create("stances", columns<claims::Stance>()) +
      create("evidence", evidence_columns(), "PRIMARY KEY (stance, number)") +
      "CREATE TABLE positions_in_force (claim TEXT NOT NULL, holder TEXT NOT NULL, scale TEXT, "
      "position TEXT, stance TEXT NOT NULL, held TEXT NOT NULL, "
      "PRIMARY KEY (claim, holder, stance)) WITHOUT ROWID;\n";
  return {0x61766578, 1, tables.c_str()};
}

// Fills the parameters of a statement from left to right.
class RowWriter {
 public:
  explicit RowWriter(Statement& statement) : statement_(statement) { statement_.reset(); }

  void put(const Text& value) { statement_.bind_one(++column_, value); }

  template <class Record>
  void put(const Record& record, const schema::Field<Record>& field) {
    ++column_;
    field.with(record, [&](const auto& value) { bind(value, is_not_null(field)); });
  }

  void run() { statement_.run_bound(); }

 private:
  // A parameter that is not bound is NULL.
  void bind(const std::string& value, bool not_null) {
    if (not_null || !value.empty()) statement_.bind_one(column_, value);
  }
  void bind(bool value, bool) { statement_.bind_one(column_, value); }
  void bind(const std::optional<int>& value, bool) { statement_.bind_one(column_, value); }
  template <class Value>
  void bind(const Value& value, bool not_null) {
    bind(schema::cell(value), not_null);
  }

  Statement& statement_;
  int column_ = 0;
};

template <class Record>
void add_row(Statement& statement, const Record& record) {
  RowWriter row(statement);
  row.put(Text(record.id));
  for (const schema::Field<Record>* field : schema::in_columns<Record>()) row.put(record, *field);
  row.run();
}

void add_evidence(Statement& statement, const std::string& stance, std::size_t number,
                  const claims::Evidence& evidence) {
  RowWriter row(statement);
  row.put(Text(stance));
  row.put(Text(std::to_string(number)));
  for (const schema::Field<claims::Evidence>* field : schema::in_columns<claims::Evidence>())
    row.put(evidence, *field);
  row.run();
}

// SQLite's words are of no use to a user but as a cause.
template <class Do>
void guarded(const Do& work) {
  try {
    work();
  } catch (const DatabaseError& error) {
    throw StoreError(Fault::io, "cannot write the database", {error.what()});
  }
}

Database opened(const std::filesystem::path& file) {
  std::optional<Database> database = Database::open(file, form());
  if (!database || database->read_only())
    throw StoreError(Fault::io, "cannot write the database " + file.string());
  return std::move(*database);
}

}  // namespace

const std::vector<ExportTable>& export_tables() {
  static const std::vector<ExportTable> all = {
      {"stances", "one row a stance: " + help(columns<claims::Stance>())},
      {"evidence", "one row an evidence of a stance: " + help(evidence_columns())},
      {"positions_in_force",
       "what surely is in force on the day asked for, one row a stance: claim, holder, scale, "
       "position, "
       "stance, held"},
      {"claims", help(columns<claims::Claim>())},
      {"tags", "claim, tag"},
      {"actors", help(columns<claims::Actor>())},
      {"sources", help(columns<claims::Source>())},
      {"meta", "key and value: schema (aver.export/1), revision, on (the day of the positions)"},
  };
  return all;
}

struct ExportDatabase::State {
  explicit State(const std::filesystem::path& file) : database(opened(file)) {
    // Nothing is there to be kept until all of it is.
    database.run("PRAGMA journal_mode=OFF;PRAGMA synchronous=OFF");
    transaction.emplace(database);
    meta = database.prepare("INSERT OR REPLACE INTO meta VALUES (?,?)");
    actor = database.prepare(insert("actors", columns<claims::Actor>()));
    source = database.prepare(insert("sources", columns<claims::Source>()));
    claim = database.prepare(insert("claims", columns<claims::Claim>()));
    tag = database.prepare("INSERT OR REPLACE INTO tags VALUES (?,?)");
    stance = database.prepare(insert("stances", columns<claims::Stance>()));
    evidence = database.prepare(insert("evidence", evidence_columns()));
    position = database.prepare("INSERT OR REPLACE INTO positions_in_force VALUES (?,?,?,?,?,?)");
  }

  Database database;
  std::optional<Transaction> transaction;
  Statement meta, actor, source, claim, tag, stance, evidence, position;
};

ExportDatabase::ExportDatabase(const std::filesystem::path& file) {
  guarded([&] { state_ = std::make_unique<State>(file); });
}

ExportDatabase::~ExportDatabase() = default;

void ExportDatabase::add_meta(std::string_view key, std::string_view value) {
  guarded([&] { state_->meta.run(key, text(value)); });
}

void ExportDatabase::add(const claims::Claim& claim) {
  guarded([&] {
    add_row(state_->claim, claim);
    for (const std::string& tag : claim.tags) state_->tag.run(claim.id, tag);
  });
}

void ExportDatabase::add(const claims::Actor& actor) {
  guarded([&] { add_row(state_->actor, actor); });
}

void ExportDatabase::add(const claims::Source& source) {
  guarded([&] { add_row(state_->source, source); });
}

void ExportDatabase::add(const claims::Stance& stance, std::string_view standing,
                         const claims::Vocabulary& vocabulary) {
  const StanceRow of{stance, standing, vocabulary.canonical(stance.position),
                     vocabulary.find(stance.position)};
  guarded([&] {
    RowWriter row(state_->stance);
    for (const StanceColumn& column : stance_columns()) {
      if (column.extra != nullptr) {
        row.put(column.extra->value(of));
      } else if (column.field->key == kPosition) {
        row.put(text(of.word));
      } else {
        row.put(stance, *column.field);
      }
    }
    row.run();
    if (claims::has_first_evidence(stance))
      add_evidence(state_->evidence, stance.id(), 0, claims::first_evidence(stance));
    for (std::size_t i = 0; i < stance.further.size(); ++i)
      add_evidence(state_->evidence, stance.id(), i + 1, stance.further[i]);
    if (standing == "in-force") {
      state_->position.run(stance.claim, stance.holder,
                           of.meaning ? text(of.meaning.scale->name) : Text(), text(of.word),
                           stance.id(), claims::to_string(stance.held));
    }
  });
}

void ExportDatabase::finish() {
  guarded([&] {
    state_->database.run(kIndexes);
    state_->transaction->commit();
    state_->meta = {};
    state_->actor = {};
    state_->source = {};
    state_->claim = {};
    state_->tag = {};
    state_->stance = {};
    state_->evidence = {};
    state_->position = {};
    state_->database.run("PRAGMA journal_mode=DELETE");
    state_.reset();
  });
}

}  // namespace aver::store
