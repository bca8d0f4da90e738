// SPDX-License-Identifier: MIT
//
// The import of records, in whatever format: a reader passes rows, each with the records that it
// makes; here they are checked against the store and against each other, and, when all are good,
// written in bulk.
//
// Nothing is written before everything has been judged. Memory is 24 bytes a record; what is good
// waits on disk. Nothing in the store is overwritten unless that was asked for.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/codec.h"
#include "cli/exchange/import_actors.h"
#include "cli/exchange/import_file_table.h"
#include "cli/exchange/import_rejects.h"
#include "cli/exchange/import_settle.h"
#include "cli/exchange/import_spool.h"
#include "cli/session/session.h"
#include "store/bulk.h"
#include "store/store.h"

namespace aver::cli {

// What every import takes.
struct ImportWords {
  bool dry_run = false;
  bool skip_bad = false;
  bool update = false;
  std::optional<std::string> rejects, unknown, message;
  std::optional<int> commit_every;
};
void add_import_words(std::vector<Word>& words, ImportWords& to);

// A record, or another file, as it came in.
struct Incoming {
  std::optional<claims::RecordKind> kind;  // nothing for a file that is not a record
  std::string path;  // of a stance without a number behind its name, unless `exact`
  claims::toml::Table table;
  std::string bytes;   // of the file, where the input has them exactly; then no table
  bool exact = false;  // the record is all that is said, under this very path
  std::optional<store::FileMode> mode = {};  // where the input says it
};

// The records that one place of the input makes: all of them come in, or none.
struct ImportRow {
  unsigned line = 0;
  std::int64_t day = 0;  // since 1970, recorded on; of no meaning where that was not asked for
  std::string_view raw;  // the row's own text, for the file of rejects
  std::vector<Incoming> records;
  claims::Diagnostics problems;  // found by the reader
  // The true place of one that a value of a record has; may name another file.
  std::function<claims::Place(claims::Place, std::string& file)> place;
};

class Import {
 public:
  // With a marker ("Recorded-From: …") rows have days on which they were recorded. In a store
  // without records each day gets commits of its own, stamped so, in order, which say the marker;
  // elsewhere the clock goes on, and new stances get the day as `first_recorded`.
  Import(Session& session, const ImportWords& words, std::string marker = "");
  bool by_day() const { return !marker_.empty(); }

  const claims::Vocabulary& vocabulary() const { return vocabulary_; }
  const store::View& tip() const { return tip_; }

  ImportActors& actors() { return actors_; }

  // The input that the next rows come from; `header` begins its file of rejects.
  void begin(std::string file, std::string header = "");

  // Returns whether the row was taken.
  bool take(ImportRow& row);

  // Reports a problem of the input as a whole. An error makes the import write nothing, even where
  // bad rows may be skipped.
  void refuse(claims::Diagnostic problem);
  void note(std::string line) { notes_.push_back(std::move(line)); }

  // Makes the checks that need all rows, writes, and reports. Returns the exit code.
  int finish();

 private:
  struct Counts {
    std::uint64_t made[5] = {};  // by RecordKind
    std::uint64_t files = 0;
    std::uint64_t updated = 0;
    std::uint64_t there = 0;     // in the store already
    std::uint64_t repeated = 0;  // stances that an earlier row gave alike
    std::uint64_t conflicts = 0;
    std::uint64_t rows = 0;
    std::uint64_t bad_rows = 0;
  };
  // A record after its judgement, before it is kept.
  struct Judged {
    claims::RecordKind kind = claims::RecordKind::claim;
    bool is_record = true;
    std::string path;
    std::string written;  // the path by the holder's id as it came in
    std::string bytes;
    claims::toml::Table table;
    claims::Diagnostics problems;
    claims::Diagnostics waiting;  // of what misses a record that may still come
    bool exact = false;
    std::optional<store::FileMode> mode;
  };
  template <class Record>
  void judge(claims::Decoded<Record>&& decoded, const Incoming& from, Judged& to);
  void judge(const Incoming& from, Judged& to);
  void judge_settings(const Incoming& from, Judged& to);
  bool has(const std::string& path);
  Fate settle(Judged& judged, unsigned line);
  Fate settle_stance(Judged& judged, unsigned line);
  Fate against_store(Judged& judged, ImportFileTable::File& there, unsigned line);
  bool has_another_mode(const Judged& judged) const;
  std::string who_is_meant(const std::string& who);
  bool is_same_stance(const Judged& judged, const claims::toml::Table& there);
  std::vector<std::string> keys_not_said(const Judged& judged, const claims::toml::Table& there);
  claims::toml::Table said_otherwise(const Judged& judged, const claims::toml::Table& there);
  bool is_equal(const Judged& judged, const ImportFileTable::File& there);
  std::string likest(const Judged& judged, const std::vector<std::string>& paths);
  void conflict(const Judged& judged, unsigned line);
  bool find_voices(claims::toml::Value& value);
  bool find_unknown(claims::toml::Table& table, unsigned line);
  bool create_unknown(const std::string& path);
  std::string ask_unknown(claims::RecordKind kind, const std::string& id, unsigned line);
  claims::Diagnostic placed(claims::Diagnostic problem, const ImportRow& row,
                            const Incoming& incoming) const;
  void need_format_of(const Judged& judged);
  void set_first_recorded(Judged& judged, std::int64_t day) const;
  bool settle_all(ImportRow& row, std::vector<Judged>& judged);
  void tell(claims::Diagnostic problem);
  bool leads_to_an_actor(const claims::RecordRef& record) const;
  void settle_wanted();
  void recount();
  void progress(const char* what, std::uint64_t count);
  store::CommitId write();
  std::string message(std::uint64_t files, std::int64_t day) const;
  void summary(const store::CommitId& before, const store::CommitId& after, std::uint64_t commits);

  Session& session_;
  const ImportWords& words_;
  std::string marker_;           // empty: not by days
  bool first_recorded_ = false;  // days become a key of stances
  std::unique_ptr<store::Bulk> bulk_;
  store::View tip_;
  claims::Vocabulary vocabulary_;
  bool empty_ = false;  // the store has no record yet
  int format_ = 1;      // that the store has, or that what comes in needs
  std::map<std::string, std::set<std::string>> former_actors_;  // aliases of incoming actors
  ImportActors actors_;
  ImportFileTable seen_;
  std::unique_ptr<Spool> spool_;

  std::string file_;
  std::vector<std::string> files_;
  std::unique_ptr<Rejects> rejects_;  // null where none are asked for

  Counts counts_;
  std::uint64_t errors_ = 0;
  std::uint64_t warnings_ = 0;
  bool refused_ = false;  // the input as a whole
  std::vector<std::string> notes_;
  std::vector<std::string> conflicts_;          // the first few
  std::map<std::string, std::string> created_;  // path -> bytes, of what --unknown create adds
  std::set<std::string> asked_;
  std::vector<std::string> row_paths_;  // of the records of the row at hand

  // References to records that have not come yet: the rows that have them, and the findings for the
  // case that they never come.
  struct Wanted {
    claims::Diagnostic problem;
    std::vector<std::uint64_t> rows;
    std::vector<std::string> raw;  // of those rows, where rejects are kept
  };
  std::map<std::string, Wanted> wanted_;
  std::map<std::string, Wanted> missed_;  // that may be missing: with a warning
  std::set<std::uint64_t> bad_;           // rows in the spool that are not to be written

  std::vector<std::pair<std::int64_t, std::uint64_t>> days_;  // of rows, with their place on disk
};

}  // namespace aver::cli
