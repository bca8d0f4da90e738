// SPDX-License-Identifier: MIT
//
// A record as the row that stands for it in records.db, and the form of that file.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/full_text.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"
#include "store/objects/git.h"
#include "store/sqlite/database.h"

namespace aver::store {

// What kind of file a row stands for. The numbers are stored in the database.
enum class RowKind { claim = 0, stance = 1, actor = 2, source = 3, review = 4, capture = 5 };

// The condition of SQL: "kind = 1".
inline std::string is_kind(RowKind kind) {
  return "kind = " + std::to_string(static_cast<int>(kind));
}

// Days since 1970 in rows. What has no end ends here.
inline constexpr std::int64_t kForGood = 1 << 30;

// What questions ask of a further evidence of a stance. Absent texts are empty.
struct EvidenceRow {
  std::string source, speaker, mode;

  friend auto operator<=>(const EvidenceRow&, const EvidenceRow&) = default;
};

// A file of a store, with the fields that questions ask for. Absent texts are empty.
struct Row {
  RowKind kind = RowKind::claim;
  std::string folder;  // "claims/dorn/calda-restrains-dorn", "actors", "sources/2024"
  std::string name;    // the last part of the id; of a capture: the file's name
  git_oid blob{};
  bool errors = false;  // it has errors, or takes no place, and is proposed for every question

  std::string holder, position;
  std::string source, speaker, mode;             // of the first evidence
  std::vector<EvidenceRow> further;              // those that have one of the three
  std::optional<std::int64_t> earliest, latest;  // of `held`
  std::string held_text;              // `held` as recorded, where that is more than one day
  std::optional<std::int64_t> until;  // the last day it may mean; so all below
  std::optional<std::int64_t> checked, review_by, deadline;
  std::optional<std::int64_t> until_first;  // the first day that `until` may mean
  std::string sets_aside;                   // the name of the stance that it corrects or retracts
  bool retracts = false;
  bool repeats = false;  // it is a check
  std::string claim_kind;
  std::vector<std::string> tags;
  std::vector<std::string> former;    // last parts of former ids; of actors: the whole ids
  std::vector<std::string> voices;    // of a stance: who speaks and who reports, by an id
  std::vector<std::string> captures;  // of a source: the files that hold its text
  // The first day on which it may be in force, and the day behind the last; made by
  // put_positions().
  std::optional<std::int64_t> from, to;

  claims::FullText text;
  std::string capture;  // the text of a capture

  std::optional<claims::Date> held() const;
};

// `held`, of the first day and the text of a row.
claims::Date held_of(std::int64_t earliest, std::string_view held_text);

// The folder and name of the file at `path`, and its kind; nothing where no row stands for it.
std::optional<Row> row_at(std::string_view path);

// Fills in a row from the file's contents.
void read_row(Row& row, std::string_view contents);

std::string path_of(const Row& row);

// Fills in the days on which stances may be in force, from the first to the last; they must be all
// of a folder.
void put_positions(const std::vector<Row*>& stances, const claims::Vocabulary& words);

// records.db. A change of the tables, or of anything that read_row() finds, is a new version.
inline constexpr DatabaseForm kRecordsForm = {0x61767231, 10, R"sql(
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folder (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE record (
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, folder INTEGER NOT NULL, name TEXT NOT NULL,
  blob BLOB NOT NULL, errors INTEGER, holder INTEGER, position INTEGER, source INTEGER,
  speaker INTEGER, mode INTEGER, earliest INTEGER, latest INTEGER, held TEXT, until INTEGER,
  checked INTEGER, review_by INTEGER, deadline INTEGER, until_first INTEGER, sets_aside TEXT,
  retracts INTEGER, repeats INTEGER, claim_kind INTEGER,
  from_day INTEGER, to_day INTEGER);
CREATE INDEX record_pair ON record (folder, holder);
CREATE TABLE evidence (record INTEGER NOT NULL, place INTEGER NOT NULL, folder INTEGER NOT NULL,
  source INTEGER, speaker INTEGER, mode INTEGER, PRIMARY KEY (record, place)) WITHOUT ROWID;
CREATE TABLE tag (tag INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (tag, record))
  WITHOUT ROWID;
CREATE TABLE voice (who INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (who, record))
  WITHOUT ROWID;
CREATE TABLE former (name TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (name, record))
  WITHOUT ROWID;
CREATE TABLE capture_of (folder INTEGER NOT NULL, name TEXT NOT NULL, record INTEGER NOT NULL,
  PRIMARY KEY (folder, name, record)) WITHOUT ROWID;
CREATE VIRTUAL TABLE text USING fts5 (title, body, capture, content='',
  tokenize='aver_words');
)sql",
                                              true};

// The indexes for look-ups, made when all rows are in: sorted at once, they cost a fifth of the
// writes.
inline constexpr const char* kRecordsLookUps = R"sql(
CREATE UNIQUE INDEX IF NOT EXISTS record_name ON record (name, kind, folder);
CREATE INDEX IF NOT EXISTS record_holder ON record (holder, position, from_day, to_day, folder)
  WHERE holder IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_position ON record (position, from_day, to_day, folder)
  WHERE from_day IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_source ON record (source, folder) WHERE source IS NOT NULL;
CREATE INDEX IF NOT EXISTS evidence_source ON evidence (source, folder);
CREATE INDEX IF NOT EXISTS evidence_speaker ON evidence (speaker);
CREATE INDEX IF NOT EXISTS record_speaker ON record (speaker, folder) WHERE speaker IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_latest ON record (latest, earliest, folder) WHERE latest IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_until ON record (until, folder) WHERE until IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_review ON record (review_by, folder) WHERE review_by IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_deadline ON record (deadline, folder) WHERE deadline IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_links ON record (folder)
  WHERE sets_aside IS NOT NULL OR repeats IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_errors ON record (folder) WHERE errors IS NOT NULL;
)sql";

}  // namespace aver::store
