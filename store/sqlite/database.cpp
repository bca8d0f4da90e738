// SPDX-License-Identifier: MIT
//
// Opening, making and emptying a database under SQLite's own locks, and its codes as our kinds of
// error.
#include "store/sqlite/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "store/sqlite/search_words.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// How long a writer waits for another: longer than catching up with a commit takes, shorter than
// anybody notices.
constexpr int kPatience = 30;  // ms

DatabaseError::Kind kind_of(int code) {
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_SCHEMA:
    case SQLITE_CONSTRAINT:
      return DatabaseError::Kind::damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_INTERRUPT:
      return DatabaseError::Kind::busy;
    case SQLITE_FULL:
      return DatabaseError::Kind::no_room;
    case SQLITE_IOERR:
      // A file that ends too early is no failure of the disk.
      return code == SQLITE_IOERR_SHORT_READ ? DatabaseError::Kind::damaged
                                             : DatabaseError::Kind::unusable;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOLFS:
    case SQLITE_NOMEM:
      return DatabaseError::Kind::unusable;
    default:
      return DatabaseError::Kind::bug;
  }
}

[[noreturn]] void fail(sqlite3* handle, int code) {
  throw DatabaseError(kind_of(code),
                      handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
}

// SQLite counts its memory under a lock at each allocation, and nobody asks for the sum. Must come
// before the first database is opened; later calls would do nothing.
void go_without_statistics() {
  static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(done);
}

bool is_read_only_medium(const fs::path& file) {
  struct statvfs about {};
  return statvfs(file.parent_path().c_str(), &about) == 0 && (about.f_flag & ST_RDONLY) != 0;
}

bool has_log(const fs::path& file) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file.string() + "-wal", error);
  return !error && size > 0;
}

// With all the rights that the umask leaves: SQLite leaves out those of others to write.
void make_if_missing(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd >= 0) ::close(fd);
}

// "%" and "?" have a meaning in SQLite's file names.
std::string as_uri(const fs::path& file) {
  std::string uri = "file:";
  for (const char c : file.string()) {
    if (c == '%' || c == '?' || c == '#') {
      std::array<char, 4> escape{};
      sqlite3_snprintf(escape.size(), escape.data(), "%%%02x",
                       static_cast<unsigned>(static_cast<unsigned char>(c)));
      uri += escape.data();
    } else {
      uri += c;
    }
  }
  return uri;
}

void remove_files(const fs::path& file) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    fs::remove(file.string() + ending, ignored);
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(raw_.get()), code);
}

void Statement::bind(int index, std::int64_t value) {
  check(sqlite3_bind_int64(raw_.get(), index, value));
}

void Statement::bind(int index, std::string_view text) {
  const char* bytes = text.data() == nullptr ? "" : text.data();
  check(sqlite3_bind_text64(raw_.get(), index, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, std::nullopt_t) { check(sqlite3_bind_null(raw_.get(), index)); }

void Statement::bind(int index, ObjectIdBytes id) {
  constexpr int kSize = 20;
  check(sqlite3_bind_blob(raw_.get(), index, id.bytes, kSize, SQLITE_TRANSIENT));
}

bool Statement::step() {
  const int code = sqlite3_step(raw_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3* const handle = sqlite3_db_handle(raw_.get());
  const DatabaseError error(kind_of(sqlite3_extended_errcode(handle)), sqlite3_errmsg(handle));
  sqlite3_reset(raw_.get());
  throw error;
}

void Statement::reset() {
  sqlite3_reset(raw_.get());
  sqlite3_clear_bindings(raw_.get());
}

bool Statement::null(int column) const {
  return sqlite3_column_type(raw_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(raw_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(raw_.get(), column); }

std::string_view Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(raw_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(raw_.get(), column))};
}

void Database::Close::operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }

Statement Database::prepare(std::string_view sql) const {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
  Statement statement(raw);
  if (code != SQLITE_OK) {
    // A table that is not there in a file with our mark on it: the file is not what it says.
    const bool lost =
        code == SQLITE_ERROR && std::strstr(sqlite3_errmsg(handle_.get()), "no such ") != nullptr;
    throw DatabaseError(
        lost ? DatabaseError::Kind::damaged : kind_of(sqlite3_extended_errcode(handle_.get())),
        sqlite3_errmsg(handle_.get()));
  }
  return statement;
}

void Database::run(const char* sql) const {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(handle_.get(), sqlite3_extended_errcode(handle_.get()));
}

std::int64_t Database::integer(std::string_view sql) const {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }

std::uintmax_t Database::size() const {
  std::uintmax_t total = 0;
  for (const char* ending : {"", "-wal"}) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file_.string() + ending, error);
    if (!error) total += size;
  }
  return total;
}

bool Database::has_form() const {
  return integer("PRAGMA application_id") == form_.application &&
         integer("PRAGMA user_version") == form_.version;
}

bool Database::empty() const { return integer("SELECT count(*) FROM sqlite_schema") == 0; }

void Database::make_tables() const {
  know_words();  // of a damaged file set_up() does not come to it
  const std::string marks = "PRAGMA application_id=" + std::to_string(form_.application) +
                            ";PRAGMA user_version=" + std::to_string(form_.version);
  run(form_.schema);
  run(marks.c_str());
}

// Makes the tokenizer known, without which no table of words can be opened.
void Database::know_words() const {
  if (!form_.full_text) return;
  const int code = add_search_words(handle_.get());
  if (code != SQLITE_OK) fail(handle_.get(), code);
}

// A commit does not wait for the disk: after a power failure the file is whole, and at worst
// behind.
void Database::set_up() const {
  sqlite3_busy_timeout(handle_.get(), kPatience);
  know_words();
  run("PRAGMA synchronous=NORMAL;PRAGMA secure_delete=OFF");
  // Files that others may have made: nothing in a schema is to run anything but SQL.
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

void Database::keep_log() const {
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

std::optional<Database> Database::connect(const fs::path& file, const DatabaseForm& form,
                                          bool write) {
  const bool frozen = is_read_only_medium(file);
  // The log of a read-only medium cannot be replayed; without it the file is behind, or worse.
  if (frozen && has_log(file)) return std::nullopt;
  const std::string uri = as_uri(file) + (frozen ? "?immutable=1" : "");
  write &= !frozen;
  go_without_statistics();
  sqlite3* raw = nullptr;
  // NOMUTEX: an object is used by one thread at a time.
  const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  if (write) make_if_missing(file);
  const int code = sqlite3_open_v2(uri.c_str(), &raw, flags, nullptr);
  Database database(raw, form);
  if (code != SQLITE_OK) return std::nullopt;
  database.file_ = file;
  database.read_only_ = !write || sqlite3_db_readonly(raw, "main") == 1;
  return database;
}

// Throws DatabaseError.
std::optional<Database> Database::connect_existing(const fs::path& file, const DatabaseForm& form) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return std::nullopt;
  // A reader, too, must be able to write the log's shared memory; where it cannot, read-only.
  for (const bool write : {true, false}) {
    std::optional<Database> database = connect(file, form, write);
    if (!database) continue;
    database->set_up();
    return database;
  }
  return std::nullopt;
}

std::optional<Database> Database::open_existing(const fs::path& file, const DatabaseForm& form) {
  try {
    std::optional<Database> database = connect_existing(file, form);
    if (database && database->has_form()) return database;
  } catch (const DatabaseError&) {
  }
  return std::nullopt;
}

bool Database::is_of_other_version(const fs::path& file, const DatabaseForm& form) {
  try {
    const std::optional<Database> database = connect_existing(file, form);
    return database && !database->has_form() &&
           database->integer("PRAGMA application_id") == form.application;
  } catch (const DatabaseError&) {
    return false;
  }
}

std::optional<Database> Database::open(const fs::path& file, const DatabaseForm& form) {
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  bool damaged = false;
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      std::optional<Database> database = connect(file, form, true);
      if (!database) return open_existing(file, form);
      database->was_damaged_ = damaged;
      database->set_up();
      if (database->read_only()) return database->has_form() ? std::move(database) : std::nullopt;
      if (database->has_form()) return database;
      database->run("PRAGMA journal_mode=WAL");
      // Two that begin at once: the second finds what the first has made.
      std::optional<Transaction> whole(std::in_place, *database);
      if (database->empty()) {
        database->make_tables();
        whole->commit();
      } else if (!database->has_form()) {
        whole.reset();
        const bool is_ours = database->integer("PRAGMA application_id") == form.application;
        (is_ours ? database->was_of_other_version_ : database->was_damaged_) = true;
        database->reset();
      }
      return database;
    } catch (const DatabaseError& error) {
      if (error.kind() != DatabaseError::Kind::damaged) return std::nullopt;
      damaged = true;
    }
    // The file is emptied in place, under SQLite's locks, as others may have it open. One that
    // cannot even be emptied is not a database, and is removed.
    try {
      std::optional<Database> database = connect(file, form, true);
      if (!database || database->read_only()) return std::nullopt;
      database->was_damaged_ = true;
      sqlite3_busy_timeout(database->handle_.get(), kPatience);
      database->reset();
      database->set_up();
      return database;
    } catch (const DatabaseError& error) {
      if (error.kind() != DatabaseError::Kind::damaged) return std::nullopt;
    }
    remove_files(file);
  }
  return std::nullopt;
}

Database Database::in_memory(const DatabaseForm& form) {
  go_without_statistics();
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(
      ":memory:", &raw,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  Database database(raw, form);
  if (code != SQLITE_OK) fail(raw, code);
  database.set_up();
  database.make_tables();
  return database;
}

void Database::reset() {
  sqlite3* const handle = handle_.get();
  sqlite3_table_column_metadata(handle, nullptr, "sqlite_schema", nullptr, nullptr, nullptr,
                                nullptr, nullptr, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
  const int code = sqlite3_exec(handle, "VACUUM", nullptr, nullptr, nullptr);
  const int reason = sqlite3_extended_errcode(handle);
  const std::string words = sqlite3_errmsg(handle);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_RESET_DATABASE, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  if (code != SQLITE_OK) throw DatabaseError(kind_of(reason), words);
  if (on_disk()) run("PRAGMA journal_mode=WAL");
  Transaction whole(*this);
  if (empty()) make_tables();
  whole.commit();
}

Transaction::Transaction(const Database& database, Kind kind) : database_(database) {
  database_.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const DatabaseError&) {  // SQLite has taken it back itself
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace aver::store
