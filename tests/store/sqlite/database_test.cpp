// SPDX-License-Identifier: MIT
//
// A derived database: whatever stands in its place, it comes out sound or not at all.
#include "store/sqlite/database.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/store/scratch.h"

namespace {

namespace fs = std::filesystem;
using aver::store::Database;
using aver::store::DatabaseError;
using aver::store::DatabaseForm;
using aver::store::Statement;
using aver::store::Transaction;
using aver::tests::read;
using aver::tests::Scratch;
using aver::tests::write;

constexpr DatabaseForm kForm = {0x61760001, 3, "CREATE TABLE words (word TEXT, number INTEGER)"};

void fill(const Database& database, int rows) {
  Transaction whole(database);
  Statement insert = database.prepare("INSERT INTO words VALUES (?, ?)");
  for (int i = 0; i < rows; ++i) insert.run("word " + std::to_string(i), i);
  whole.commit();
}

std::int64_t count(const Database& database) {
  return database.integer("SELECT count(*) FROM words");
}

}  // namespace

TEST_CASE("a database is made, kept and found again") {
  const Scratch scratch;
  const fs::path file = scratch / "aver/it's 100% odd?.db";
  {
    auto database = Database::open(file, kForm);
    REQUIRE(database);
    CHECK(!database->was_damaged());
    CHECK(!database->read_only());
    fill(*database, 10);
    CHECK(count(*database) == 10);
  }
  CHECK(fs::exists(file));
  auto database = Database::open(file, kForm);
  REQUIRE(database);
  CHECK(!database->was_damaged());
  Statement find = database->prepare("SELECT word, NULL FROM words WHERE number = ?");
  REQUIRE(find.with(7).step());
  CHECK(find.text(0) == "word 7");
  CHECK(find.null(1));
  CHECK(find.text(1).empty());
  CHECK(!find.step());
  CHECK(Database::open_existing(file, kForm));
  CHECK(!Database::open_existing(scratch / "none.db", kForm));
  CHECK(!fs::exists(scratch / "none.db"));
}

TEST_CASE("what is not committed is not there") {
  const Scratch scratch;
  auto database = Database::open(scratch / "x.db", kForm);
  REQUIRE(database);
  {
    const Transaction whole(*database);
    database->run("INSERT INTO words VALUES ('a', 1)");
    CHECK(count(*database) == 1);
  }
  CHECK(count(*database) == 0);
}

TEST_CASE("whatever stands in a database's place is replaced by an empty one, and that is told") {
  const Scratch scratch;
  const fs::path file = scratch / "x.db";
  {
    auto database = Database::open(file, kForm);
    REQUIRE(database);
    fill(*database, 2000);
  }
  const std::string sound = read(file);
  REQUIRE(sound.size() > 20000);

  const auto damage = [&](const std::string& bytes) {
    write(file, bytes);
    auto database = Database::open(file, kForm);
    REQUIRE(database);
    CHECK(database->was_damaged());
    CHECK(count(*database) == 0);
    fill(*database, 3);
    CHECK(count(*database) == 3);
    database.reset();
    auto again = Database::open(file, kForm);
    REQUIRE(again);
    CHECK(!again->was_damaged());
    CHECK(count(*again) == 3);
  };
  SUBCASE("garbage") { damage(std::string(5000, 'x')); }
  SUBCASE("a text") { damage("hello\n"); }
  SUBCASE("a head of zeros") { damage(std::string(100, '\0') + sound.substr(100)); }
  SUBCASE("half of a head") { damage(sound.substr(0, 50)); }
  SUBCASE("another version") {
    { REQUIRE(Database::open(file, {kForm.application, 4, "CREATE TABLE words (other)"})); }
    auto database = Database::open(file, kForm);
    REQUIRE(database);
    CHECK(!database->was_damaged());
    CHECK(database->was_of_other_version());
    CHECK(count(*database) == 0);
  }
  SUBCASE("another program's") {
    fs::remove(file);
    { REQUIRE(Database::open(file, {1, 3, "CREATE TABLE words (word, number)"})); }
    auto database = Database::open(file, kForm);
    REQUIRE(database);
    CHECK(database->was_damaged());
    CHECK(count(*database) == 0);
  }
  SUBCASE("an empty file is a new one") {
    write(file, "");
    auto database = Database::open(file, kForm);
    REQUIRE(database);
    CHECK(!database->was_damaged());
    CHECK(count(*database) == 0);
  }
  SUBCASE("a folder") {
    fs::remove(file);
    fs::create_directories(file / "below");
    CHECK(!Database::open(file, kForm));
    CHECK(fs::exists(file / "below"));
  }
}

TEST_CASE("damage that shows only when it is read is an error that a reset heals") {
  const Scratch scratch;
  const fs::path file = scratch / "x.db";
  {
    auto database = Database::open(file, kForm);
    REQUIRE(database);
    fill(*database, 2000);
  }
  std::string bytes = read(file);
  std::fill(bytes.begin() + 8192, bytes.end(), '\xff');
  write(file, bytes);
  auto database = Database::open(file, kForm);
  REQUIRE(database);
  std::optional<DatabaseError::Kind> kind;
  try {
    Statement all = database->prepare("SELECT sum(number), max(word) FROM words");
    all.step();
  } catch (const DatabaseError& error) {
    kind = error.kind();
  }
  CHECK(kind == DatabaseError::Kind::damaged);
  database->reset();
  CHECK(count(*database) == 0);
  fill(*database, 5);
  CHECK(count(*database) == 5);
}

TEST_CASE("nobody waits for a writer to read, and only one writes") {
  const Scratch scratch;
  const fs::path file = scratch / "x.db";
  auto one = Database::open(file, kForm);
  REQUIRE(one);
  fill(*one, 4);
  const Transaction writing(*one);
  one->run("INSERT INTO words VALUES ('a', 1)");
  auto other = Database::open(file, kForm);
  REQUIRE(other);
  CHECK(count(*other) == 4);
  std::optional<DatabaseError::Kind> kind;
  try {
    const Transaction second(*other);
  } catch (const DatabaseError& error) {
    kind = error.kind();
  }
  CHECK(kind == DatabaseError::Kind::busy);
}

TEST_CASE("a read keeps its sight while another writes and even while another empties the file") {
  const Scratch scratch;
  const fs::path file = scratch / "x.db";
  auto one = Database::open(file, kForm);
  auto other = Database::open(file, kForm);
  REQUIRE(one);
  REQUIRE(other);
  fill(*one, 4);
  const Transaction reading(*other, Transaction::Kind::read);
  CHECK(count(*other) == 4);
  fill(*one, 4);
  CHECK(count(*one) == 8);
  CHECK(count(*other) == 4);
}

TEST_CASE("where nothing may be written there is no database, and nothing is thrown") {
  const Scratch scratch;
  CHECK(!Database::open("/proc/aver/x.db", kForm));
  write(scratch / "file", "");
  CHECK(!Database::open(scratch / "file/x.db", kForm));
  Database database = Database::in_memory(kForm);
  fill(database, 2);
  CHECK(count(database) == 2);
  CHECK(!database.on_disk());
}
