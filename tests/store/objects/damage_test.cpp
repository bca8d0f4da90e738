// SPDX-License-Identifier: MIT
//
// Objects that are damaged on the disk are refused, and soon: each is read in a process of its own,
// which an alarm ends.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <random>

#include "store/branches.h"
#include "store/merge.h"
#include "store/objects/deflate.h"
#include "store/parallel_read.h"
#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace fs = std::filesystem;

namespace {

constexpr unsigned kPatience = 60;  // seconds; everything here takes milliseconds
constexpr int kNothingThrown = 100;
constexpr int kWaitedForEver = 101;

// The fault that the call throws, as a number; in a process of its own.
int outcome_of(const std::function<void()>& call) {
  const pid_t child = fork();
  if (child == 0) {
    alarm(kPatience);
    int status = kNothingThrown;
    try {
      call();
    } catch (const StoreError& error) {
      status = static_cast<int>(error.fault());
    }
    _exit(status);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : kWaitedForEver;
}

const int kCorrupt = static_cast<int>(Fault::corrupt);

std::string line(std::string text) { return text.substr(0, text.find('\n')); }

// The file of the object that git calls `what`.
fs::path object(const fs::path& place, const std::string& what) {
  const std::string id = line(git(place, {"rev-parse", what}));
  return place / ".git/objects" / id.substr(0, 2) / id.substr(2);
}

void overwrite(const fs::path& file, const std::string& bytes) {
  REQUIRE(fs::exists(file));
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  write(file, bytes);
}

std::string deflated(const std::string& bytes) { return std::string(Deflate(6)(bytes)); }

// All ways in which the file of an object may be damaged.
std::vector<std::pair<std::string, std::string>> damages(const std::string& whole) {
  std::string flipped = whole;
  flipped[whole.size() / 2] = static_cast<char>(~flipped[whole.size() / 2]);
  return {
      {"nothing is left", ""},
      {"one byte is left", whole.substr(0, 1)},
      {"the head of the stream is left", whole.substr(0, 2)},
      {"twenty bytes are left", whole.substr(0, 20)},
      {"half is left", whole.substr(0, whole.size() / 2)},
      {"one byte is missing", whole.substr(0, whole.size() - 1)},
      {"the checksum is missing", whole.substr(0, whole.size() - 4)},
      {"something follows", whole + "x"},
      {"a byte in the middle is another", flipped},
      {"it is zeros, as after a lost power supply", std::string(whole.size(), '\0')},
      {"it is text", "name = \"Calda\"\nkind = \"state\"\n"},
      {"it is of the old form that packs have", "\xb5\x02" + whole},
      {"it holds more than it says", deflated(std::string("blob 3\0", 7) + std::string(50, 'x'))},
      {"it holds less than it says", deflated(std::string("blob 999\0abc", 12))},
      {"it says that it is larger than any memory",
       deflated(std::string("blob 99999999999999999999\0abc", 29))},
      {"it is of no type", deflated(std::string("note 3\0abc", 10))},
      {"it has no head", deflated("abc")},
      {"it is empty inside", deflated("")},
      {"it is another object", deflated(std::string("blob 3\0abc", 10))},
  };
}

constexpr const char* kActor = "actors/calda.toml";

Store one_record(const fs::path& place) {
  Store store = Store::init(place, {});
  put(store, {{kActor, "name = \"Calda\"\nkind = \"state\"\nnote = \"A note of some length\"\n"}});
  return store;
}

}  // namespace

TEST_CASE("a damaged blob, folder or commit is refused at once") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  one_record(place);
  std::string what;
  SUBCASE("a blob") { what = "HEAD:actors/calda.toml"; }
  SUBCASE("a folder") { what = "HEAD:actors"; }
  SUBCASE("the root") { what = "HEAD:"; }
  SUBCASE("a commit") { what = "HEAD"; }
  const fs::path file = object(place, what);
  const std::string whole = read(file);
  const auto look = [&] { Store::open(place).view().read(kActor); };
  REQUIRE(outcome_of(look) == kNothingThrown);
  for (const auto& [how, bytes] : damages(whole)) {
    INFO(how);
    overwrite(file, bytes);
    CHECK(outcome_of(look) == kCorrupt);
  }
  overwrite(file, whole);
  CHECK(outcome_of(look) == kNothingThrown);
}

TEST_CASE("a large object that is cut off anywhere is refused at once") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  Store store = one_record(place);
  std::mt19937 random(1);
  std::string large(3'000'000, '\0');
  SUBCASE("of noise") {
    for (char& byte : large) byte = static_cast<char>(random());
  }
  SUBCASE("of zeros, a thousandth of its size on the disk") {}
  put(store, {{"sources/large.bin", large}});
  const fs::path file = object(place, "HEAD:sources/large.bin");
  const std::string whole = read(file);
  CHECK(Store::open(place).view().read("sources/large.bin") == large);
  for (const std::size_t left : {whole.size() / 100, whole.size() / 2, whole.size() - 1}) {
    overwrite(file, whole.substr(0, left));
    CHECK(outcome_of([&] { Store::open(place).view().read("sources/large.bin"); }) == kCorrupt);
  }
}

TEST_CASE("whatever reads a damaged object refuses it") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  Store store = one_record(place);
  git(place, {"branch", "theirs"});
  put(store, {{"actors/uw.toml", "name = \"UW\"\nkind = \"state\"\n"}});
  git(place, {"switch", "-q", "theirs"});
  put(store, {{"actors/ul.toml", "name = \"UL\"\nkind = \"state\"\n"}});
  const CommitId theirs = store.view().commit();
  git(place, {"switch", "-q", "main"});
  const auto cut = [&](const std::string& what) {
    const fs::path file = object(place, what);
    overwrite(file, read(file).substr(0, 25));
  };

  SUBCASE("a write") {
    cut("main:actors");
    CHECK(outcome_of([&] {
            Store mine = Store::open(place);
            put(mine, {{"actors/fr.toml", "name = \"Fralia\"\nkind = \"state\"\n"}});
          }) == kCorrupt);
  }
  SUBCASE("a merge") {
    std::string what;
    SUBCASE("of a folder") { what = "theirs:actors"; }
    SUBCASE("of a folder of the base") { what = "main~1:actors"; }
    SUBCASE("of a commit of the base") { what = "main~1"; }
    cut(what);
    CHECK(outcome_of([&] {
            const Store mine = Store::open(place);
            merge(mine, mine.view(), mine.view("theirs"));
          }) == kCorrupt);
  }
  SUBCASE("a merge of files") {
    put(store, {{kActor, "name = \"Calda\"\nkind = \"state\"\nnote = \"Ours\"\n"}});
    git(place, {"switch", "-q", "theirs"});
    put(store, {{kActor, "name = \"Calda\"\nkind = \"org\"\nnote = \"A note of some length\"\n"}});
    git(place, {"switch", "-q", "main"});
    cut("theirs:actors/calda.toml");
    CHECK(outcome_of([&] {
            const Store mine = Store::open(place);
            merge(mine, mine.view(), mine.view("theirs"));
          }) == kCorrupt);
  }
  SUBCASE("a revision") {
    std::string name;
    SUBCASE("by its branch") { name = "theirs"; }
    SUBCASE("by its id") { name = theirs; }
    SUBCASE("by the beginning of its id") { name = theirs.substr(0, 8); }
    SUBCASE("by what follows it") { name = "theirs~1"; }
    cut(theirs);
    CHECK(outcome_of([&] { Store::open(place).view(name); }) == kCorrupt);
  }
  SUBCASE("a walk of the history") {
    cut("main~1");
    CHECK(outcome_of([&] {
            const Store mine = Store::open(place);
            Branches(mine).range("", mine.view().commit());
          }) == kCorrupt);
  }
  SUBCASE("a walk of all files") {
    std::string what;
    SUBCASE("with a blob") { what = "main:actors/uw.toml"; }
    SUBCASE("with a folder") { what = "main:actors"; }
    cut(what);
    CHECK(outcome_of([&] {
            const Store mine = Store::open(place);
            read_in_parallel(
                mine.view(), {""}, Batches::any, [](std::vector<TreeFile>&&, std::string&) {},
                [](std::string&&) { return true; });
          }) == kCorrupt);
  }
}

TEST_CASE("objects that are borrowed from another repository are read as safely") {
  const Scratch scratch;
  one_record(scratch / "lender");
  git(scratch / "lender", {"clone", "-q", "--shared", ".", (scratch / "middle").string()});
  git(scratch / "middle", {"clone", "-q", "--shared", ".", (scratch / "borrower").string()});
  const auto look = [&] {
    if (Store::open(scratch / "borrower").view().read(kActor)->empty()) _exit(kWaitedForEver);
  };
  CHECK(outcome_of(look) == kNothingThrown);
  const fs::path file = object(scratch / "lender", "HEAD:actors/calda.toml");
  const std::string whole = read(file);
  overwrite(file, whole.substr(0, whole.size() / 2));
  CHECK(outcome_of(look) == kCorrupt);
  SUBCASE("though the environment alone names the lender") {
    fs::remove(scratch / "borrower/.git/objects/info/alternates");
    setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", (scratch / "lender/.git/objects").c_str(), 1);
    CHECK(outcome_of(look) == kCorrupt);
    overwrite(file, whole);
    CHECK(outcome_of(look) == kNothingThrown);
    unsetenv("GIT_ALTERNATE_OBJECT_DIRECTORIES");
  }
}

TEST_CASE("of a damaged object that is whole in a pack, too, the pack's is read") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  one_record(place);
  const fs::path file = object(place, "HEAD:actors/calda.toml");
  git(place, {"repack", "-q", "-a"});  // leaves the loose ones
  overwrite(file, read(file).substr(0, 20));
  CHECK(outcome_of([&] { Store::open(place).view().read(kActor); }) == kNothingThrown);
}

TEST_CASE("an object that may not be read is no damaged one" *
          Needs(geteuid() != 0, "a user other than root, who may read everything")) {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  one_record(place);
  fs::permissions(object(place, "HEAD:actors/calda.toml"), fs::perms::none);
  CHECK(outcome_of([&] { Store::open(place).view().read(kActor); }) == static_cast<int>(Fault::io));
}
