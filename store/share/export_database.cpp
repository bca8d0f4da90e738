// SPDX-License-Identifier: MIT
//
// The tables of the export and the rows that go into them, in one transaction without a journal:
// half an export is thrown away, never continued.
#include "store/export_database.h"

#include "store/error.h"
#include "store/sqlite/database.h"

namespace aver::store {
namespace {

constexpr DatabaseForm kForm = {0x61766578, 1, R"(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE actors (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT, aliases TEXT,
  same_as TEXT, note TEXT) WITHOUT ROWID;
CREATE TABLE sources (id TEXT PRIMARY KEY, title TEXT NOT NULL, url TEXT, publisher TEXT,
  author TEXT, published TEXT, retrieved TEXT, lang TEXT, reliability TEXT, capture TEXT,
  sha256 TEXT, note TEXT) WITHOUT ROWID;
CREATE TABLE claims (id TEXT PRIMARY KEY, text TEXT NOT NULL, kind TEXT, lang TEXT, deadline TEXT,
  review_by TEXT, same_as TEXT, note TEXT) WITHOUT ROWID;
CREATE TABLE tags (claim TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (claim, tag)) WITHOUT ROWID;
CREATE TABLE stances (id TEXT PRIMARY KEY, claim TEXT NOT NULL, holder TEXT NOT NULL,
  position TEXT, scale TEXT, value REAL, held TEXT NOT NULL, held_first TEXT NOT NULL,
  held_last TEXT NOT NULL, standing TEXT NOT NULL, until TEXT, through TEXT, mode TEXT,
  speaker TEXT, via TEXT, summary TEXT, quote TEXT, quote_lang TEXT, translation TEXT, source TEXT,
  locator TEXT, rating TEXT, credibility INTEGER, likelihood TEXT, searched TEXT,
  unverified INTEGER NOT NULL, review_by TEXT, corrects TEXT, retracts TEXT, reason TEXT,
  note TEXT) WITHOUT ROWID;
CREATE TABLE positions_in_force (claim TEXT NOT NULL, holder TEXT NOT NULL, position TEXT,
  stance TEXT NOT NULL, held TEXT NOT NULL, PRIMARY KEY (claim, holder)) WITHOUT ROWID;
)"};

constexpr const char* kIndexes = R"(
CREATE INDEX stances_of_claim ON stances (claim);
CREATE INDEX stances_of_holder ON stances (holder, position);
CREATE INDEX stances_of_source ON stances (source);
CREATE INDEX claims_of_tag ON tags (tag);
CREATE INDEX positions_of_holder ON positions_in_force (holder, position);
)";

using Text = std::optional<std::string>;

// What is absent is NULL.
Text text(std::string_view value) { return value.empty() ? Text() : Text(value); }
Text text(const std::optional<claims::Date>& date) {
  return date ? Text(claims::to_string(*date)) : Text();
}
Text text(const std::optional<claims::Moment>& moment) {
  return moment ? Text(claims::to_string(*moment)) : Text();
}
Text text(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : "; ") + word;
  return text(std::string_view(all));
}

// As text: the column's affinity makes a number of it.
Text number(double value) { return std::to_string(value); }

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
  std::optional<Database> database = Database::open(file, kForm);
  if (!database || database->read_only())
    throw StoreError(Fault::io, "cannot write the database " + file.string());
  return std::move(*database);
}

}  // namespace

const std::vector<ExportTable>& export_tables() {
  static const std::vector<ExportTable> all = {
      {"stances",
       "one row a stance: id, claim, holder, position (by its name of today), scale, value (of the "
       "word; NULL of an absence), held, held_first and held_last (the days that it may mean), "
       "standing (as in csv), until, through, mode, speaker, via, summary, quote, quote_lang, "
       "translation, source, locator, rating, credibility, likelihood, searched, unverified (1 or "
       "0), review_by, corrects, retracts, reason, note"},
      {"positions_in_force",
       "one row a holder on a claim, on the day asked for: claim, holder, position, stance, held"},
      {"claims", "id, text, kind, lang, deadline, review_by, same_as, note"},
      {"tags", "claim, tag"},
      {"actors", "id, name, kind, aliases, same_as, note"},
      {"sources",
       "id, title, url, publisher, author, published, retrieved, lang, reliability, capture, "
       "sha256, note"},
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
    actor = database.prepare("INSERT OR REPLACE INTO actors VALUES (?,?,?,?,?,?)");
    source = database.prepare("INSERT OR REPLACE INTO sources VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
    claim = database.prepare("INSERT OR REPLACE INTO claims VALUES (?,?,?,?,?,?,?,?)");
    tag = database.prepare("INSERT OR REPLACE INTO tags VALUES (?,?)");
    stance = database.prepare(
        "INSERT OR REPLACE INTO stances VALUES "
        "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    position = database.prepare("INSERT OR REPLACE INTO positions_in_force VALUES (?,?,?,?,?)");
  }

  Database database;
  std::optional<Transaction> transaction;
  Statement meta, actor, source, claim, tag, stance, position;
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
    state_->claim.run(claim.id, claim.text, text(claim.kind), text(claim.lang),
                      text(claim.deadline), text(claim.review_by), text(claim.same_as),
                      text(claim.note));
    for (const std::string& tag : claim.tags) state_->tag.run(claim.id, tag);
  });
}

void ExportDatabase::add(const claims::Actor& actor) {
  guarded([&] {
    state_->actor.run(actor.id, actor.name, text(actor.kind), text(actor.aliases),
                      text(actor.same_as), text(actor.note));
  });
}

void ExportDatabase::add(const claims::Source& source) {
  guarded([&] {
    state_->source.run(source.id, source.title, text(source.url), text(source.publisher),
                       text(source.author), text(source.published), text(source.retrieved),
                       text(source.lang), text(source.reliability), text(source.capture),
                       text(source.sha256), text(source.note));
  });
}

void ExportDatabase::add(const claims::Stance& stance, std::string_view standing,
                         const claims::Vocabulary& vocabulary) {
  const claims::Meaning meaning = vocabulary.find(stance.position);
  const std::string_view word = vocabulary.canonical(stance.position);
  guarded([&] {
    state_->stance.run(
        stance.id(), stance.claim, stance.holder, text(word),
        meaning ? text(meaning.scale->name) : Text(),
        meaning && !meaning.word->absence ? number(meaning.word->value) : Text(),
        claims::to_string(stance.held), claims::to_string(stance.held.earliest()),
        claims::to_string(stance.held.latest()), standing, text(stance.until), text(stance.through),
        text(stance.mode), text(stance.speaker), text(stance.via), text(stance.summary),
        text(stance.quote), text(stance.quote_lang), text(stance.translation), text(stance.source),
        text(stance.locator), text(stance.rating), stance.credibility, text(stance.likelihood),
        text(stance.searched), stance.unverified, text(stance.review_by), text(stance.corrects),
        text(stance.retracts), text(stance.reason), text(stance.note));
    if (standing == "in-force") {
      state_->position.run(stance.claim, stance.holder, text(word), stance.id(),
                           claims::to_string(stance.held));
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
    state_->position = {};
    state_->database.run("PRAGMA journal_mode=DELETE");
    state_.reset();
  });
}

}  // namespace aver::store
