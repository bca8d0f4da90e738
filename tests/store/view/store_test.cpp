// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/digest.h"
#include "store/history.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace claims = aver::claims;

namespace {

const std::string kActor = "name = \"Calda\"\nkind = \"state\"\n";

Fault fault_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const StoreError& error) {
    CHECK_FALSE(std::string(error.what()).empty());
    return error.fault();
  }
  FAIL("nothing was thrown");
  return Fault::bug;
}

}  // namespace

TEST_CASE("a new store opens from any folder below, and reads what was committed") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  put(store, {{"actors/uw/x.toml", kActor}, {"sources/a.txt", "text\n"}});
  Store again = Store::open(scratch / "facts/actors/uw");
  CHECK(again.root() == scratch / "facts");
  CHECK(again.view().read("actors/uw/x.toml") == kActor);
  CHECK(again.view().has({claims::RecordKind::actor, "uw/x"}));
  CHECK_FALSE(again.view().read("actors/uw"));
  CHECK_FALSE(again.view().read("actors/uw/y.toml"));
  CHECK(again.view().find(claims::RecordKind::actor, "x") == std::vector<std::string>{"uw/x"});
  CHECK(git(scratch / "facts", {"status", "--porcelain"}) == "");
  CHECK(read(scratch / "facts/actors/uw/x.toml") == kActor);
  CHECK(git(scratch / "facts", {"fsck", "--strict"}) == "");
}

TEST_CASE("an existing repository becomes a store in one commit on top") {
  const Scratch scratch;
  write(scratch / "r/notes.md", "mine\n");
  git(scratch / "r", {"init", "-q"});
  SUBCASE("with commits, and work in progress") {
    git(scratch / "r", {"add", "."});
    git(scratch / "r", {"commit", "-qm", "one"});
    write(scratch / "r/notes.md", "mine, edited\n");
    write(scratch / "r/staged.md", "staged\n");
    git(scratch / "r", {"add", "staged.md"});
    Store::init(scratch / "r", {});
    CHECK(git(scratch / "r", {"status", "--porcelain"}) == " M notes.md\nA  staged.md\n");
    CHECK(git(scratch / "r", {"rev-list", "--count", "HEAD"}) == "2\n");
  }
  SUBCASE("without a commit") {
    Store::init(scratch / "r", {});
    CHECK(git(scratch / "r", {"status", "--porcelain"}) == "?? notes.md\n");
  }
  CHECK(fault_of([&] { Store::init(scratch / "r", {}); }) == Fault::usage);
}

TEST_CASE("a bare store commits without a work tree") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts.git", {.bare = true});
  CHECK(store.bare());
  put(store, {{"actors/x.toml", kActor}});
  CHECK(git(scratch / "facts.git", {"show", "HEAD:actors/x.toml"}) == kActor);
  CHECK(fault_of([&] { store.write_only({{"actors/y.toml", kActor}}); }) == Fault::usage);
}

TEST_CASE("a linked work tree has a branch of its own") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  git(scratch / "facts", {"worktree", "add", "-q", "-b", "side", (scratch / "side").string()});
  Store side = Store::open(scratch / "side");
  put(side, {{"actors/x.toml", kActor}});
  CHECK(side.branch() == "side");
  CHECK(git(scratch / "side", {"status", "--porcelain"}) == "");
  CHECK(git(scratch / "facts", {"status", "--porcelain"}) == "");
  CHECK_FALSE(store.view().blob_id("actors/x.toml"));
  CHECK(store.view("side").blob_id("actors/x.toml"));
}

TEST_CASE("a detached HEAD moves on by itself") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  git(scratch / "facts", {"checkout", "-q", "--detach"});
  put(store, {{"actors/x.toml", kActor}});
  CHECK(store.branch() == "");
  CHECK(git(scratch / "facts", {"rev-list", "--count", "HEAD"}) == "2\n");
  CHECK(git(scratch / "facts", {"rev-list", "--count", "main"}) == "1\n");
  CHECK(git(scratch / "facts", {"status", "--porcelain"}) == "");
}

TEST_CASE("nothing is committed where nothing differs") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  put(store, {{"actors/x.toml", kActor}});
  CHECK_FALSE(put(store, {{"actors/x.toml", kActor}}));
  CHECK_FALSE(put(store, {}));
  CHECK(git(scratch / "facts", {"rev-list", "--count", "HEAD"}) == "2\n");
}

TEST_CASE("an edit that leads elsewhere, twice to one file, or without a message is not made") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  for (const char* path : {"../x", "", "a//b", ".git/config", "/etc/passwd"}) {
    const std::string sentence = "an edit has the path \"" + std::string(path) + "\"";
    CHECK_THROWS_WITH_AS(put(store, {{path, kActor}}), sentence.c_str(), StoreError);
  }
  CHECK_THROWS_WITH_AS(put(store, {{"actors/x.toml", kActor}, {"actors/x.toml", kActor}}),
                       "an edit has the path \"actors/x.toml\"", StoreError);
  CHECK_THROWS_WITH_AS(put(store, {{"actors/x.toml", kActor}}, " \n"),
                       "the commit's message is empty", StoreError);
  CHECK(git(scratch / "facts", {"rev-list", "--count", "HEAD"}) == "1\n");
  CHECK(git(scratch / "facts", {"status", "--porcelain"}) == "");
}

TEST_CASE("a removal takes the file and the empty folders") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  put(store, {{"actors/uw/x.toml", kActor}});
  put(store, {{"actors/uw/x.toml", std::nullopt}});
  CHECK_FALSE(std::filesystem::exists(scratch / "facts/actors"));
  CHECK(git(scratch / "facts", {"status", "--porcelain"}) == "");
}

TEST_CASE("what a user has not committed is never touched") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/x.toml", kActor}, {"actors/other.toml", kActor}});
  const std::string before = git(facts, {"rev-parse", "HEAD"});
  const std::string mine = "name = \"Mine\"\nkind = \"state\"\n";
  std::string path = "actors/x.toml";
  SUBCASE("an edited file") { write(facts / path, mine); }
  SUBCASE("a staged edit") {
    write(facts / path, mine);
    git(facts, {"add", path});
  }
  SUBCASE("a staged edit, taken back in the work tree") {
    write(facts / path, mine);
    git(facts, {"add", path});
    write(facts / path, kActor);
  }
  SUBCASE("a removed file") { std::filesystem::remove(facts / path); }
  SUBCASE("an untracked file in the way") {
    path = "actors/new.toml";
    write(facts / path, mine);
  }
  SUBCASE("an ignored file in the way") {
    path = "actors/new.toml";
    write(facts / ".gitignore", "new.toml\n");
    write(facts / path, mine);
  }
  SUBCASE("a file where a folder must be") {
    path = "actors/uw/y.toml";
    write(facts / "actors/uw", mine);
  }
  SUBCASE("a link where a folder must be") {
    path = "claims/a/claim.toml";
    std::filesystem::create_directory_symlink(scratch / "elsewhere", facts / "claims");
  }
  write(facts / "actors/other.toml", mine);
  const std::string status = git(facts, {"status", "--porcelain"});
  CHECK(fault_of([&] {
          put(store, {{path, "name = \"New\"\nkind = \"state\"\n"}});
        }) == Fault::dirty);
  CHECK(git(facts, {"status", "--porcelain"}) == status);
  CHECK(git(facts, {"rev-parse", "HEAD"}) == before);
  CHECK(read(facts / "actors/other.toml") == mine);
}

TEST_CASE("a commit keeps unrelated staged and unstaged work") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  put(store, {{"actors/a.toml", kActor}, {"actors/b.toml", kActor}});
  write(facts / "actors/a.toml", "edited\n");
  write(facts / "actors/b.toml", "staged\n");
  git(facts, {"add", "actors/b.toml"});
  put(store, {{"actors/c.toml", kActor}});
  CHECK(git(facts, {"status", "--porcelain"}) == " M actors/a.toml\nM  actors/b.toml\n");
  CHECK(read(facts / "actors/a.toml") == "edited\n");
}

TEST_CASE("a merge that is under way is not concluded by a record") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  write(scratch / "facts/.git/MERGE_HEAD", git(scratch / "facts", {"rev-parse", "HEAD"}));
  CHECK(fault_of([&] { put(store, {{"actors/x.toml", kActor}}); }) == Fault::conflict);
}

TEST_CASE("hooks run as in git") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const auto hook = [&](const std::string& name, const std::string& script) {
    const auto file = facts / ".git/hooks" / name;
    write(file, "#!/bin/sh\n" + script);
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  };
  const std::string before = git(facts, {"rev-parse", "HEAD"});
  SUBCASE("pre-commit sees the record in the index, and may refuse") {
    hook("pre-commit", "git diff --cached --name-only > seen; exit 1\n");
    CHECK(fault_of([&] { put(store, {{"actors/x.toml", kActor}}); }) == Fault::refused);
    CHECK(read(facts / "seen") == "actors/x.toml\n");
    CHECK(git(facts, {"rev-parse", "HEAD"}) == before);
    CHECK_FALSE(std::filesystem::exists(facts / "actors"));
    CHECK(git(facts, {"status", "--porcelain"}) == "?? seen\n");
  }
  SUBCASE("commit-msg may edit the message") {
    hook("commit-msg", "echo 'Reviewed: yes' >> \"$1\"\n");
    put(store, {{"actors/x.toml", kActor}}, "Put\n\n");
    CHECK(git(facts, {"log", "-1", "--format=%B"}) == "Put\nReviewed: yes\n\n");
  }
  SUBCASE("commit-msg may refuse") {
    hook("commit-msg", "exit 3\n");
    CHECK(fault_of([&] { put(store, {{"actors/x.toml", kActor}}); }) == Fault::refused);
    CHECK(git(facts, {"rev-parse", "HEAD"}) == before);
    CHECK(git(facts, {"status", "--porcelain"}) == "");
  }
  SUBCASE("post-commit runs behind the commit") {
    hook("post-commit", "git rev-parse HEAD > ../after\n");
    const auto commit = put(store, {{"actors/x.toml", kActor}});
    CHECK(read(scratch / "after") == *commit + "\n");
  }
  SUBCASE("core.hooksPath is honoured") {
    git(facts, {"config", "core.hooksPath", "../hooks"});
    write(scratch / "hooks/commit-msg", "#!/bin/sh\nexit 1\n");
    std::filesystem::permissions(scratch / "hooks/commit-msg", std::filesystem::perms::owner_all);
    CHECK(fault_of([&] { put(store, {{"actors/x.toml", kActor}}); }) == Fault::refused);
  }
}

TEST_CASE("commit.gpgSign is honoured, and a signature that fails leaves nothing behind") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  git(facts, {"config", "commit.gpgSign", "true"});
  git(facts, {"config", "gpg.format", "ssh"});
  SUBCASE("with a key") {
    if (!run({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", (scratch / "key").string()})
             .ok())
      return;
    git(facts, {"config", "user.signingKey", (scratch / "key.pub").string()});
    put(store, {{"actors/x.toml", kActor}});
    CHECK(git(facts, {"cat-file", "commit", "HEAD"}).find("BEGIN SSH SIGNATURE") !=
          std::string::npos);
    CHECK(git(facts, {"status", "--porcelain"}) == "");
  }
  SUBCASE("without one") {
    git(facts, {"config", "user.signingKey", (scratch / "no-such-key").string()});
    const std::string before = git(facts, {"rev-parse", "HEAD"});
    CHECK(fault_of([&] { put(store, {{"actors/x.toml", kActor}}); }) == Fault::refused);
    CHECK(git(facts, {"rev-parse", "HEAD"}) == before);
    CHECK(git(facts, {"status", "--porcelain"}) == "");
  }
}

TEST_CASE("an unset identity is told, and nothing is made") {
  const Scratch scratch;
  for (const char* name :
       {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"}) {
    unsetenv(name);
  }
  write(scratch / ".gitconfig", "[user]\n\tuseConfigOnly = true\n");
  CHECK(fault_of([&] { Store::init(scratch / "facts", {}); }) == Fault::identity);
  CHECK_FALSE(std::filesystem::exists(scratch / "facts"));
}

TEST_CASE("forms of repository that cannot be read are refused by name") {
  const Scratch scratch;
  SUBCASE("SHA-256") {
    git(scratch / "", {"init", "-q", "--object-format=sha256", "r"});
    CHECK(fault_of([&] { Store::open(scratch / "r"); }) == Fault::unsupported);
  }
  SUBCASE("an unknown extension") {
    git(scratch / "", {"init", "-q", "r"});
    git(scratch / "r", {"config", "core.repositoryFormatVersion", "1"});
    git(scratch / "r", {"config", "extensions.refStorage", "reftable"});
    CHECK(fault_of([&] { Store::open(scratch / "r"); }) == Fault::unsupported);
  }
  SUBCASE("no repository") {
    CHECK(fault_of([&] { Store::open(scratch / ""); }) == Fault::not_found);
  }
  SUBCASE("no store") {
    git(scratch / "", {"init", "-q", "r"});
    CHECK(fault_of([&] { Store::open(scratch / "r"); }) == Fault::not_found);
  }
}

TEST_CASE("a shallow clone reads, and refuses to tell its history") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  put(store, {{"actors/x.toml", kActor}});
  git(scratch / "",
      {"clone", "-q", "--depth=1", "file://" + (scratch / "facts").string(), "clone"});
  Store clone = Store::open(scratch / "clone");
  CHECK(clone.view().read("actors/x.toml") == kActor);
  CHECK(fault_of([&] { log(clone, {}); }) == Fault::unsupported);
}

TEST_CASE("the log tells who touched which path, newest first") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  const auto one = put(store, {{"actors/x.toml", kActor}}, "One\n");
  put(store, {{"actors/y.toml", kActor}}, "Two\n");
  const auto three = put(store, {{"actors/x.toml", "name = \"X\"\nkind = \"org\"\n"}}, "Three\n");
  const std::vector<LogEntry> entries =
      log(store, {.revision = "", .paths = {"actors/x.toml"}, .limit = 0});
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].commit == *three);
  CHECK(entries[0].subject == "Three");
  CHECK(entries[0].author == "Ada Fields");
  REQUIRE(entries[0].paths.size() == 1);
  CHECK(entries[0].paths[0].path == "actors/x.toml");
  CHECK(entries[1].commit == *one);
  CHECK(entries[1].paths[0].before == "");
  CHECK(log(store, {.revision = "", .paths = {}, .limit = 0}).size() == 4);
  CHECK(log(store, {.revision = "", .paths = {}, .limit = 1}).size() == 1);
}

TEST_CASE("changes between two revisions are those that git tells") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  Store store = Store::init(facts, {});
  const View before = store.view();
  put(store, {{"claims/a/claim.toml", "1"},
              {"claims/a/b/claim.toml", "2"},
              {"claims/a.b", "3"},
              {"actors/x.toml", "4"}});
  put(store,
      {{"claims/a/claim.toml", "1b"}, {"actors/x.toml", std::nullopt}, {"actors/x/y.toml", "5"}});
  put(store, {{"claims/a/b/claim.toml", std::nullopt}});
  for (const char* from : {"HEAD~3", "HEAD~2", "HEAD~1"}) {
    std::string ours;
    for (const ChangedPath& path : store.changes(store.view(from), store.view())) {
      const char* what = path.before.empty() ? "A" : path.after.empty() ? "D" : "M";
      ours += std::string(what) + "\t" + path.path + "\n";
    }
    CHECK(ours == git(facts, {"diff", "--no-renames", "--name-status", from, "HEAD"}));
  }
  CHECK(before.commit() == store.view("HEAD~3").commit());
}

TEST_CASE("what was known at the end of a day is the last commit of that day") {
  const Scratch scratch;
  setenv("TZ", "UTC", 1);
  const auto date = [](const char* text) {
    setenv("GIT_COMMITTER_DATE", text, 1);
    setenv("GIT_AUTHOR_DATE", text, 1);
  };
  date("2024-11-01T09:00:00+0000");
  Store store = Store::init(scratch / "facts", {});
  date("2024-11-02T23:59:59+0000");
  const auto second = put(store, {{"actors/x.toml", kActor}});
  date("2024-11-03T00:00:00+0000");
  put(store, {{"actors/y.toml", kActor}});
  unsetenv("GIT_COMMITTER_DATE");
  unsetenv("GIT_AUTHOR_DATE");
  CHECK(store.view_known_on(*claims::parse_day("2024-11-02")).view.commit() == *second);
  CHECK(store.view_known_on(*claims::parse_day("2024-10-31")).view.commit() == "");
  CHECK(store.view_known_on(*claims::parse_day("2024-12-01")).view.commit() ==
        store.view().commit());
}

TEST_CASE("revisions that do not exist, or could be several, are told apart") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  CHECK(fault_of([&] { store.view("no-such-thing"); }) == Fault::not_found);
  CHECK(fault_of([&] { store.view("HEAD~9"); }) == Fault::not_found);
  git(scratch / "facts", {"tag", "-a", "-m", "edition", "v1"});
  CHECK(store.view("v1").commit() == store.view().commit());
}

TEST_CASE("SHA-256 is that of the standard") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("eight processes record fifty times each, and nothing is lost") {
  const Scratch scratch;
  bool bare = false;
  SUBCASE("with a work tree") { bare = false; }
  SUBCASE("bare") { bare = true; }
  setenv("AVER_PATIENCE_MS", "300000", 1);  // the machine may have other things to do
  const auto place = scratch / "facts";
  Store::init(place, {.bare = bare});
  constexpr int kProcesses = 8;
  constexpr int kRecords = 50;
  std::vector<pid_t> children;
  for (int p = 0; p < kProcesses; ++p) {
    const pid_t child = fork();
    if (child == 0) {
      int status = 0;
      try {
        Store mine = Store::open(place);
        for (int r = 0; r < kRecords; ++r) {
          const std::string id = "p" + std::to_string(p) + "/r" + std::to_string(r);
          put(mine, {{claims::actor_path(id), "name = \"" + id + "\"\nkind = \"org\"\n"}},
              "Add " + id + "\n");
        }
      } catch (const StoreError&) {
        status = 1;
      }
      _exit(status);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  unsetenv("AVER_PATIENCE_MS");
  CHECK(git(place, {"rev-list", "--count", "HEAD"}) == "401\n");
  CHECK(Store::open(place).view().ids(claims::RecordKind::actor).size() == 400);
  CHECK(git(place, {"fsck", "--strict", "--no-dangling"}) == "");
  if (!bare) CHECK(git(place, {"status", "--porcelain"}) == "");
}
