// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "store/history/builder.h"
#include "store/history/tables.h"
#include "store/index_history.h"
#include "tests/property.h"
#include "tests/store/histories.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

// Sets AVER_INDEX while it lives.
class Use {
 public:
  explicit Use(const char* how) { setenv("AVER_INDEX", how, 1); }
  ~Use() { unsetenv("AVER_INDEX"); }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
};

std::vector<LogEntry> asked(const Store& store, const LogOptions& options, const char* how) {
  const Use use(how);
  return log(store, options);
}

// What differs between the index's answer and git's; nothing is well.
std::string differs(const Store& store, const LogOptions& options) {
  const std::vector<LogEntry> index = asked(store, options, "always");
  const std::string text = difference(index, asked(store, options, "off"));
  if (text.empty()) return "";
  std::string question = options.revision + (options.open_merges ? " merges open" : "");
  for (const std::string& path : options.paths) question += " " + path;
  return question + ": " + text;
}

const std::vector<std::vector<std::string>>& questions() {
  static const std::vector<std::vector<std::string>> all = {
      {},
      {"claims/t/x"},
      {"claims/t/x/claim.toml"},
      {"claims/t/x", "claims/t/y", "claims/t/x/claim.toml"},
      {"claims"}};
  return all;
}

std::string differs_anywhere(const Store& store, const std::string& revision) {
  for (const std::vector<std::string>& paths : questions()) {
    for (const bool open : {false, true}) {
      std::string found = differs(store, {revision, paths, 0, open});
      if (!found.empty()) return found;
    }
  }
  return differs(store, {revision, {"claims/t"}, 2, true});
}

std::filesystem::path file_of(const Store& store) { return store.private_dir() / "history.db"; }

bool covers(const Store& store, const std::string& revision) {
  const CommitId commit = store.view(revision).commit();
  return HistoryIndex::with_both(store, commit, commit).has_value();
}

// A store with some commits on one record, and an index.
Store indexed_store(const std::filesystem::path& place) {
  Store store = Store::init(place, {});
  for (int i = 0; i < 6; ++i) {
    put(store,
        {{"claims/t/x/claim.toml", "text = \"" + std::to_string(i) + "\"\n"},
         {"actors/a" + std::to_string(i % 2) + ".toml", "name = \"" + std::to_string(i) + "\"\n"}},
        "Change " + std::to_string(i) + "\n");
  }
  REQUIRE(differs_anywhere(store, "HEAD") == "");
  REQUIRE(covers(store, "HEAD"));
  return store;
}

struct Notes : Watcher {
  std::vector<std::string> sentences;
  std::size_t last = 0;
  std::size_t most = 0;
  bool wants_progress() const override { return true; }
  void progress(std::string_view, std::size_t done, std::size_t total) override {
    last = done;
    most = std::max(most, total);
  }
  void note(std::string_view sentence) override { sentences.emplace_back(sentence); }
};

}  // namespace

TEST_CASE("the index answers as git does, whatever the history") {
  CHECK(holds_for_one_in(200, [] {
    const Scratch scratch;
    const MadeHistory history = make_history(*rc::gen::inRange<std::size_t>(1, 40));
    write_history(scratch / "r.git", history);
    const Store store = Store::open(scratch / "r.git");
    // Filled in one of two ways, or in both, up to here or there first.
    const int way = *rc::gen::inRange(0, 3);
    const std::size_t first = *rc::gen::inRange<std::size_t>(0, history.size());
    if (way > 0) {
      const Use use("always");
      asked(store, {"refs/made/" + std::to_string(first), {}, 1, false}, "always");
    }
    if (way > 1) {
      const auto database = Database::open(file_of(store), kHistoryForm);
      RC_ASSERT(database.has_value());
      const Repository repository = Repository::find(scratch / "r.git");
      RC_ASSERT(add_many(repository, *database, store.view().commit(), {}));
    }
    for (const std::size_t revision : {history.size() - 1, first}) {
      for (int i = 0; i < 3; ++i) {
        LogOptions options;
        options.revision = "refs/made/" + std::to_string(revision);
        options.paths = *rc::gen::elementOf(questions());
        options.limit = *rc::gen::element<std::size_t>(0, 0, 0, 1, 4);
        options.open_merges = *rc::gen::arbitrary<bool>();
        const std::string found = differs(store, options);
        if (!found.empty()) RC_FAIL(found);
      }
    }
    if (way == 2) RC_ASSERT(HistoryIndex::verify(store, 0).wrong.empty());
  }));
}

TEST_CASE("a side of which a merge kept nothing is in the log, and an ordinary merge is not") {
  const Scratch scratch;
  const auto place = scratch / "facts";
  Store store = Store::init(place, {});
  const std::string path = "actors/a.toml";
  put(store, {{path, "name = \"A\"\n"}}, "Base\n");
  git(place, {"branch", "lost"});
  git(place, {"branch", "kept"});
  const auto on = [&](const std::string& branch, const Edit& edit, const std::string& message) {
    store.aim_at(branch);
    put(store, {edit}, message);
    store.aim_at("");
  };
  on("lost", {path, "name = \"Lost\"\n"}, "Lost\n");
  on("kept", {"actors/b.toml", "name = \"B\"\n"}, "Elsewhere\n");
  git(place, {"merge", "-q", "-s", "ours", "-m", "Lose it", "lost"});
  git(place, {"merge", "-q", "-m", "Keep it", "kept"});
  for (const char* how : {"off", "always"}) {
    std::set<std::string> subjects;  // all of one second: in no order
    for (const LogEntry& entry : asked(store, {"HEAD", {path}, 0, false}, how))
      subjects.insert(entry.subject);
    CHECK(subjects == std::set<std::string>{"Base", "Lost"});
    CHECK(asked(store, {"HEAD", {path}, 1, false}, how).size() == 1);
  }
}

TEST_CASE("what differs between two revisions is the same by the index and by the trees") {
  CHECK(holds_for_one_in(200, [] {
    const Scratch scratch;
    const MadeHistory history = make_history(*rc::gen::inRange<std::size_t>(2, 30));
    write_history(scratch / "r.git", history);
    const Store store = Store::open(scratch / "r.git");
    const View after = store.view();
    std::size_t at = history.size() - 1;
    const std::size_t steps = *rc::gen::inRange<std::size_t>(0, 20);
    for (std::size_t i = 0; i < steps && !history[at].parents.empty(); ++i) {
      at = history[at].parents.front();
    }
    const View before = store.view("refs/made/" + std::to_string(at));
    asked(store, {after.commit(), {}, 1, false}, "always");
    auto index = HistoryIndex::with_both(store, before.commit(), after.commit());
    RC_ASSERT(index.has_value());
    const auto told = index->changes(before.commit(), after.commit());
    RC_ASSERT(told.has_value());
    const std::vector<ChangedPath> walked = store.changes(before, after);
    RC_ASSERT(told->size() == walked.size());
    std::size_t steps_taken = 0;
    for (std::size_t i = history.size() - 1; i != at; i = history[i].parents.front()) ++steps_taken;
    RC_ASSERT(index->first_parent(after.commit(), steps_taken) == before.commit());
    for (std::size_t i = 0; i < walked.size(); ++i) {
      RC_ASSERT((*told)[i].path == walked[i].path);
      RC_ASSERT((*told)[i].before == walked[i].before);
      RC_ASSERT((*told)[i].after == walked[i].after);
      RC_ASSERT((*told)[i].plain == walked[i].plain);
    }
  }));
}

TEST_CASE("a commit that is told is always an ancestor: after reset, rebase, merge and gc") {
  const Scratch scratch;
  Store store = indexed_store(scratch / "facts");
  const std::filesystem::path place = scratch / "facts";
  SUBCASE("reset") {
    git(place, {"reset", "-q", "--hard", "HEAD~3"});
    CHECK(differs_anywhere(store, "HEAD") == "");
    put(store, {{"claims/t/x/claim.toml", "text = \"another\"\n"}});
  }
  SUBCASE("rebase") {
    git(place, {"checkout", "-q", "-b", "side", "HEAD~3"});
    git(place, {"commit", "-q", "--allow-empty", "-m", "Between"});
    git(place, {"rebase", "-q", "side", "main"});
  }
  SUBCASE("merge") {
    git(place, {"checkout", "-q", "-b", "side", "HEAD~3"});
    write(place / "claims/t/x/2024-01-01-a.toml", "holder = \"a\"\n");
    git(place, {"add", "."});
    git(place, {"commit", "-q", "-m", "On the side"});
    git(place, {"checkout", "-q", "main"});
    git(place, {"merge", "-q", "--no-ff", "-m", "Merge side", "side"});
  }
  SUBCASE("gc of what nobody reaches any more") {
    git(place, {"reset", "-q", "--hard", "HEAD~3"});
    git(place, {"reflog", "expire", "--expire=now", "--all"});
    git(place, {"gc", "-q", "--prune=now"});
    git(place, {"commit", "-q", "--allow-empty", "-m", "On top"});
  }
  SUBCASE("an amended commit of a linked work tree") {
    git(place, {"worktree", "add", "-q", "-b", "other", (scratch / "other").string()});
    git(scratch / "other", {"commit", "-q", "--amend", "-m", "Said differently"});
    const Store other = Store::open(scratch / "other");
    CHECK(differs_anywhere(other, "HEAD") == "");
    CHECK(file_of(other) == file_of(store));
  }
  const Store again = Store::open(place);
  CHECK(differs_anywhere(again, "HEAD") == "");
  CHECK(differs_anywhere(again, "HEAD~1") == "");
  CHECK(covers(again, "HEAD"));
  CHECK(HistoryIndex::verify(again, 0).wrong.empty());
}

TEST_CASE("an index that is no good is made anew, and that is said once") {
  const Scratch scratch;
  Notes notes;
  Store store = indexed_store(scratch / "facts");
  const std::filesystem::path file = file_of(store);
  store.set_watcher(&notes);
  std::size_t said = 1;
  std::string sentence = "the index of the history was damaged, and is made anew";
  {  // all of it in the file, which else the log beside it would heal
    const auto database = Database::open(file, kHistoryForm);
    REQUIRE(database.has_value());
    database->run("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  const std::string whole = read(file);
  for (const char* rest : {"-wal", "-shm"}) std::filesystem::remove(file.string() + rest);
  SUBCASE("deleted") {
    std::filesystem::remove(file);
    said = 0;
  }
  SUBCASE("cut off") { std::filesystem::resize_file(file, 5000); }
  SUBCASE("empty") {
    std::filesystem::resize_file(file, 0);
    said = 0;  // nothing is what SQLite begins with
  }
  SUBCASE("garbage") { write(file, std::string(20000, 'x')); }
  SUBCASE("of a newer version") {
    aver::store::run({"sqlite3", file.string(), "PRAGMA user_version=99"});
    std::optional<Database> newer = Database::open_existing(
        file, {kHistoryForm.application, kHistoryForm.version, kHistoryForm.schema});
    if (newer) newer->run("PRAGMA user_version=99");
    sentence = "the index of the history was made by another version of aver, and is made anew";
  }
  SUBCASE("with a hole in its pages") {
    std::string torn = read(file);
    if (torn.size() > 8192) torn.replace(4096, torn.size() - 4096, torn.size() - 4096, '\0');
    write(file, torn);
  }
  CHECK(differs_anywhere(store, "HEAD") == "");
  CHECK(covers(store, "HEAD"));
  CHECK(notes.sentences == std::vector<std::string>(said, sentence));
  CHECK(HistoryIndex::verify(store, 0).wrong.empty());
}

TEST_CASE("an index that is deleted while it is in use goes on answering") {
  const Scratch scratch;
  const Store store = indexed_store(scratch / "facts");
  const CommitId tip = store.view().commit();
  auto index = HistoryIndex::with_both(store, tip, tip);
  REQUIRE(index.has_value());
  std::filesystem::remove_all(store.private_dir());
  std::size_t told = 0;
  CHECK(index->log(tip, {}, [&](LogEntry&&) { return ++told > 0; }));
  CHECK(told == 7);
  CHECK(differs_anywhere(store, "HEAD") == "");
}

TEST_CASE("verify finds what was changed by hand") {
  const Scratch scratch;
  const Store store = indexed_store(scratch / "facts");
  CHECK(HistoryIndex::verify(store, 3).wrong.empty());
  {
    const auto database = Database::open(file_of(store), kHistoryForm);
    REQUIRE(database.has_value());
    SUBCASE("a subject") { database->run("UPDATE commits SET subject='mine' WHERE number=3"); }
    SUBCASE("a touch that is missing") { database->run("DELETE FROM touches WHERE number=4"); }
    SUBCASE("a touch too many") {
      database->run("INSERT INTO touches VALUES('claims/t/q/claim.toml', 5, NULL, NULL, NULL)");
    }
    SUBCASE("a parent") { database->run("UPDATE commits SET first=1 WHERE number=5"); }
  }
  CHECK_FALSE(HistoryIndex::verify(store, 0).wrong.empty());
  CHECK(HistoryIndex::rebuild(store, store.view().commit()));
  CHECK(HistoryIndex::verify(store, 0).wrong.empty());
  CHECK(HistoryIndex::status(store, store.view().commit()).commits == 7);
}

TEST_CASE("a builder that is killed leaves what it has saved, and the next goes on there") {
  const Scratch scratch;
  git(scratch / ".", {"init", "-q", "--bare", (scratch / "r.git").string()});
  std::string stream;
  constexpr int kCommits = 12000;
  for (int i = 0; i < kCommits; ++i) {
    stream += "commit refs/heads/main\ncommitter A <a@b> " + std::to_string(1700000000 + i) +
              " +0000\ndata 2\nc\nM 100644 inline " +
              (i == 0 ? std::string("aver.toml\ndata 11\nformat = 1\n\n")
                      : "claims/t/c" + std::to_string(i % 50) + "/claim.toml\ndata 8\n" +
                            std::to_string(10000000 + i) + "\n");
  }
  git(scratch / "r.git", {"fast-import", "--quiet"}, stream);
  Notes notes;
  Store store = Store::open(scratch / "r.git");
  store.set_watcher(&notes);
  const CommitId tip = store.view().commit();
  const pid_t child = fork();
  if (child == 0) {
    const auto database = Database::open(file_of(store), kHistoryForm);
    const Repository repository = Repository::find(scratch / "r.git");
    if (database) {
      add_many(repository, *database, tip, [](std::size_t done, std::size_t) {
        if (done > kCommits / 2) kill(getpid(), SIGKILL);
      });
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  const std::size_t saved = HistoryIndex::status(store, tip).commits;
  CHECK(saved >= 5000);
  CHECK(saved < kCommits);
  CHECK(HistoryIndex::status(store, tip).behind == kCommits - saved);
  CHECK(differs(store, {tip, {"claims/t/c7"}, 0, true}) == "");
  CHECK(notes.last == kCommits - saved);
  CHECK(notes.most == kCommits - saved);
  CHECK(HistoryIndex::status(store, tip).behind == 0);
  CHECK(HistoryIndex::status(store, tip).commits == kCommits);
  CHECK(HistoryIndex::verify(store, 200).wrong.empty());

  // A revision far back is found by it, and one before the first commit is not.
  for (const char* revision : {"HEAD~300", "HEAD~11999", "HEAD~500~500"}) {
    CHECK(store.view(revision).commit() + "\n" == git(scratch / "r.git", {"rev-parse", revision}));
  }
  CHECK_THROWS_AS(store.view("HEAD~12000"), StoreError);

  // Two at once, from nothing: both answer, and what they leave is sound.
  std::filesystem::remove_all(store.private_dir());
  std::vector<pid_t> both;
  for (int i = 0; i < 2; ++i) {
    both.push_back(fork());
    if (both.back() == 0) {
      const Store mine = Store::open(scratch / "r.git");
      _exit(asked(mine, {tip, {"claims/t/c7"}, 0, false}, "always").size() == kCommits / 50 ? 0
                                                                                            : 1);
    }
  }
  for (const pid_t one : both) {
    waitpid(one, &status, 0);
    CHECK(status == 0);
  }
  CHECK(differs(store, {tip, {"claims/t/c7"}, 3, false}) == "");
  CHECK(HistoryIndex::status(store, tip).commits == kCommits);
  CHECK(HistoryIndex::verify(store, 200).wrong.empty());
}

TEST_CASE("a store whose private folder cannot be written is asked through git") {
  const Scratch scratch;
  const Store store = indexed_store(scratch / "facts");
  std::filesystem::remove_all(store.private_dir());
  write(store.private_dir(), "a file, where a folder should be\n");
  CHECK(differs_anywhere(store, "HEAD") == "");
  CHECK_FALSE(covers(store, "HEAD"));
}

TEST_CASE("replaced commits are git's to tell, and a shallow clone is refused") {
  const Scratch scratch;
  const Store store = indexed_store(scratch / "facts");
  git(scratch / "facts", {"replace", "--graft", "HEAD", "HEAD~3"});
  CHECK(asked(store, {"HEAD", {}, 0, false}, "always").size() == 5);
  CHECK(differs_anywhere(store, "HEAD") == "");
}

TEST_CASE("an unusual author or encoding is as git has it") {
  const Scratch scratch;
  Store store = indexed_store(scratch / "facts");
  const std::filesystem::path place = scratch / "facts";
  const std::string tree = git(place, {"rev-parse", "HEAD^{tree}"}).substr(0, 40);
  const std::string parent = store.view().commit();
  const auto commit = [&](const std::string& lines) {
    const std::string id =
        git(place, {"hash-object", "-t", "commit", "-w", "--stdin", "--literally"},
            "tree " + tree + "\nparent " + parent + "\n" + lines);
    git(place, {"update-ref", "refs/heads/main", id.substr(0, 40)});
  };
  SUBCASE("Latin-1") {
    commit(
        "author J\xe9r\xf4me <j@x> 1700000000 +0000\ncommitter J <j@x> 1700000000 +0000\n"
        "encoding ISO-8859-1\n\ncaf\xe9\n");
  }
  SUBCASE("no name") {
    commit("author <j@x> 1700000000 +0000\ncommitter J <j@x> 1700000000 +0000\n\nx\n");
  }
  SUBCASE("blanks and brackets") {
    commit("author  J  > K <<j@x> > 1700000000 +0000\ncommitter J <j@x> 1700000000 +0000\n\nx\n");
  }
  SUBCASE("a subject of several lines with blanks around") {
    commit(
        "author J <j@x> 1700000000 +0000\ncommitter J <j@x> 1700000000 +0000\n\n\n  one  \n two\t\n"
        "\nthree\n");
  }
  SUBCASE("no message") {
    commit("author J <j@x> 1700000000 +0000\ncommitter J <j@x> 1700000000 +0000\n\n");
  }
  CHECK(differs_anywhere(Store::open(place), "HEAD") == "");
}
