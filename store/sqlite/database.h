// SPDX-License-Identifier: MIT
//
// A derived SQLite database in one file; this room is the only one that knows SQLite.
//
// What is kept in one can always be made again from git, so nothing here is ever worth a failure or
// a wait: a file that is damaged, cut off, foreign or of another version is emptied and begun
// again; where a file cannot be used at all, there is none. Readers then go on without it. Never on
// a network disk: SQLite's log is shared memory.
#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// SQLite's own types, as it declares them.
struct sqlite3;
struct sqlite3_stmt;

namespace aver::store {

// A failure of SQLite. Caught inside store/ by a caller that can do without the database; never
// leaves store/.
class DatabaseError : public std::exception {
 public:
  enum class Kind {
    damaged,   // no database, or one with wrong contents: reset() it
    busy,      // another process writes
    no_room,   // a full disk
    unusable,  // read-only, no permission, a failing disk
    bug,       // SQL that is wrong
  };
  DatabaseError(Kind kind, std::string words) : kind_(kind), words_(std::move(words)) {}
  Kind kind() const { return kind_; }
  const char* what() const noexcept override { return words_.c_str(); }

 private:
  Kind kind_;
  std::string words_;
};

struct ObjectIdBytes {
  const unsigned char* bytes;  // 20 of them; bound as a blob
};

// A prepared statement. Belongs to its database; columns count from 0, parameters from 1.
class Statement {
 public:
  Statement() = default;

  // Begins anew with these values for the parameters, in order: integers, text, std::nullopt,
  // ObjectIdBytes. Text need not outlive the call.
  template <class... Values>
  Statement& with(const Values&... values) {
    reset();
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }

  // One parameter by its number, after a reset(): for a list whose length is not known here.
  template <class Value>
  void bind_one(int index, const Value& value) {
    bind(index, value);
  }

  bool step();  // true where there is a row
  // Runs to the end; for statements without rows.
  template <class... Values>
  void run(const Values&... values) {
    with(values...);
    run_bound();
  }
  // The same with what bind_one() has bound.
  void run_bound() {
    while (step()) {
    }
    reset();
  }
  void reset();

  bool null(int column) const;
  std::int64_t integer(int column) const;  // 0 for null
  double real(int column) const;
  // Text or blob, valid until the next step or reset. Empty for null.
  std::string_view text(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  explicit Statement(sqlite3_stmt* raw) : raw_(raw) {}

  void bind(int index, std::int64_t value);
  void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, std::size_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, bool value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, std::string_view text);
  void bind(int index, const std::string& text) { bind(index, std::string_view(text)); }
  void bind(int index, const char* text) { bind(index, std::string_view(text)); }
  void bind(int index, std::nullopt_t);
  void bind(int index, ObjectIdBytes id);
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    if (value) {
      bind(index, *value);
    } else {
      bind(index, std::nullopt);
    }
  }
  void check(int code) const;

  std::unique_ptr<sqlite3_stmt, Finalize> raw_;
};

// The marks by which a file of ours is recognised, and the tables of a new one.
struct DatabaseForm {
  std::int32_t application = 0;  // SQLite's application_id
  std::int32_t version = 0;      // of the tables and of what they mean: user_version
  const char* schema = "";       // statements that make the tables
  bool full_text = false;        // with tables of words (store/sqlite/search_words)
};

class Database {
 public:
  // Opens the file for reading and writing; makes it, and its folder, where it is not there, or is
  // not as it should be. Read-only where the file system is. Returns nothing where the file cannot
  // be made, or where another process is just making it. Never throws.
  static std::optional<Database> open(const std::filesystem::path& file, const DatabaseForm& form);

  // The same only where the file exists and is sound; makes and changes nothing.
  static std::optional<Database> open_existing(const std::filesystem::path& file,
                                               const DatabaseForm& form);

  // Whether the file is one of ours, of another version: sound, and no use to this one. Never
  // throws.
  static bool is_of_other_version(const std::filesystem::path& file, const DatabaseForm& form);

  // A database in memory, gone with the object.
  static Database in_memory(const DatabaseForm& form);

  // True where the file was damaged or foreign, and was emptied: to be told the user once.
  bool was_damaged() const { return was_damaged_; }
  // The same where another version of aver had made it.
  bool was_of_other_version() const { return was_of_other_version_; }
  bool read_only() const { return read_only_; }
  bool on_disk() const { return !file_.empty(); }
  const std::filesystem::path& file() const { return file_; }
  std::uintmax_t size() const;  // bytes on disk, with the log

  // Statements are compiled once and may be kept as long as the database. Throws DatabaseError.
  Statement prepare(std::string_view sql) const;
  void run(const char* sql) const;                   // one or several statements without parameters
  std::int64_t integer(std::string_view sql) const;  // the first column of the first row, or 0
  std::int64_t last_row() const;                     // rowid of the last row inserted

  // Leaves the log as it is when the database is closed. So it is moved into the file only when it
  // has grown, and not by every process that has written a little, which would wait for the disk
  // twice.
  void keep_log() const;

  // Empties the file and makes the tables anew, under SQLite's own locks: other readers see the old
  // contents or the new. Statements must be reset. Throws DatabaseError.
  void reset();

 private:
  struct Close {
    void operator()(sqlite3* handle) const noexcept;
  };
  Database(sqlite3* raw, const DatabaseForm& form) : handle_(raw), form_(form) {}
  static std::optional<Database> connect(const std::filesystem::path& file,
                                         const DatabaseForm& form, bool write);
  static std::optional<Database> connect_existing(const std::filesystem::path& file,
                                                  const DatabaseForm& form);
  bool has_form() const;
  bool empty() const;
  void make_tables() const;
  void set_up() const;
  void know_words() const;

  std::unique_ptr<sqlite3, Close> handle_;
  DatabaseForm form_;
  std::filesystem::path file_;
  bool was_damaged_ = false;
  bool was_of_other_version_ = false;
  bool read_only_ = false;
};

// Rolled back unless it is committed. `write` takes the lock of the only writer; the constructor
// throws DatabaseError(busy) where another process has it. `read` gives one unchanging snapshot of
// the tables, and waits for nobody.
class Transaction {
 public:
  enum class Kind { write, read };
  explicit Transaction(const Database& database, Kind kind = Kind::write);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();  // throws DatabaseError; then nothing was written

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace aver::store
