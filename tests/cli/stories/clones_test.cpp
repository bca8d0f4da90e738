// SPDX-License-Identifier: MIT
//
// Two and three people, each with a clone, and bare repositories between them: races, several
// remotes, shallow clones, and what three people do to one claim.
#include "tests/cli/stories/clones.h"

#include "tests/places.h"

using namespace aver::tests;

namespace {

namespace fs = std::filesystem;
using aver::store::RunResult;

fs::path clone_of(const fs::path& server, const fs::path& place) {
  git(server, {"clone", "-q", server.string(), place.string()});
  return place;
}

std::string tree(const fs::path& place) { return git(place, {"rev-parse", "main^{tree}"}); }

void sync(const fs::path& place) {
  const RunResult result = run_aver(place, {"sync"});
  CHECK_MESSAGE(result.ok(), place.filename().string() << ": " << result.output << result.errors);
}

// How many stances on the claim the clone has.
std::size_t stances(const fs::path& place) {
  std::size_t count = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(place / "claims")) {
    count += entry.path().filename().string().starts_with("2024-");
  }
  return count;
}

}  // namespace

TEST_CASE("somebody pushes between our fetch and our push: sync merges again and gets through") {
  const Scratch scratch;
  const fs::path server = scratch / "server.git";
  const fs::path ann = scratch / "ann";
  make_store(ann, server);
  git(ann, {"remote", "add", "origin", server.string()});
  sync(ann);
  const fs::path ben = clone_of(server, scratch / "ben");
  record(ben, "2024-11-02", "Ben heard it");
  record(ann, "2024-11-01", "Ann heard it");

  // Before the server looks at its branches for us, Ben is there.
  const fs::path gate = scratch / "receive-pack";
  write(gate, "#!/bin/sh\nif mkdir '" + (scratch / "once").string() + "' 2>/dev/null; then\n(cd '" +
                  ben.string() + "' && " + aver_program() +
                  " sync) >&2\nfi\nexec git-receive-pack \"$@\"\n");
  fs::permissions(gate, fs::perms::owner_all);
  git(ann, {"config", "remote.origin.receivepack", gate.string()});
  const RunResult raced = run_aver(ann, {"sync"});
  CHECK_MESSAGE(raced.ok(), raced.errors);
  CHECK(says(raced, "somebody was quicker: once more"));
  CHECK(stances(ann) == 2);
  sync(ben);
  CHECK(tip(ann) == tip(ben));
  git(ann, {"config", "--unset", "remote.origin.receivepack"});

  // He moves the branch after the server has shown us its own, while it takes our objects.
  record(ben, "2024-11-04", "Ben heard more");
  record(ann, "2024-11-03", "Ann heard more");
  set_hook(server, "pre-receive",
           "if mkdir '" + (scratch / "twice").string() +
               "' 2>/dev/null; then\n"
               "unset GIT_DIR GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY "
               "GIT_ALTERNATE_OBJECT_DIRECTORIES\n(cd '" +
               ben.string() + "' && " + aver_program() + " sync) >&2\nfi");
  const RunResult later = run_aver(ann, {"sync"});
  CHECK_MESSAGE(later.ok(), later.errors);
  CHECK(says(later, "somebody was quicker: once more"));
  sync(ben);
  CHECK(tip(ann) == tip(ben));
  CHECK(stances(ann) == 4);

  // Whoever only pushes is told.
  record(ben, "2024-11-06", "Ben");
  sync(ben);
  record(ann, "2024-11-05", "Ann");
  CHECK(run_aver(ann, {"sync", "--push"}).status == 5);
  CHECK(stances(ann) == 5);
}

TEST_CASE(
    "one edition's name given by two people at once: the second is told, and both syncs end well") {
  const Scratch scratch;
  const fs::path server = scratch / "server.git";
  const fs::path ann = scratch / "ann";
  make_store(ann, server);
  git(ann, {"remote", "add", "origin", server.string()});
  sync(ann);
  const fs::path ben = clone_of(server, scratch / "ben");
  REQUIRE(run_aver(ann, {"tag", "v1", "-m", "Ann's"}).ok());
  REQUIRE(run_aver(ben, {"tag", "v1", "-m", "Ben's"}).ok());
  set_hook(server, "pre-receive",
           "if mkdir '" + (scratch / "once").string() +
               "' 2>/dev/null; then\n"
               "unset GIT_DIR GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY "
               "GIT_ALTERNATE_OBJECT_DIRECTORIES\n(cd '" +
               ben.string() + "' && " + aver_program() + " sync) >&2\nfi");
  const RunResult second = run_aver(ann, {"sync"});
  CHECK_MESSAGE(second.ok(), second.errors);
  CHECK(says(second, "origin has another edition v1 than this clone"));
  CHECK(git(server, {"cat-file", "tag", "v1"}).ends_with("Ben's\n"));
  CHECK(git(ann, {"cat-file", "tag", "v1"}).ends_with("Ann's\n"));
}

TEST_CASE("several remotes: the branch's own, or the one that is named; a path with blanks") {
  const Scratch scratch;
  const fs::path server = scratch / "our server.git";
  const fs::path backup = scratch / "a backup.git";
  const fs::path ann = scratch / "ann";
  make_store(ann, server);
  aver::store::run_git({"init", "-q", "--bare", "--initial-branch=main", backup.string()});
  git(ann, {"remote", "add", "server", server.string()});
  git(ann, {"remote", "add", "backup", backup.string()});
  const RunResult which = run_aver(ann, {"sync"});
  CHECK(which.status == 4);
  CHECK(says(which, "hint: aver sync REMOTE"));
  CHECK(run_aver(ann, {"sync", "nowhere"}).status == 6);
  REQUIRE(run_aver(ann, {"tag", "v1"}).ok());
  CHECK(run_aver(ann, {"sync", "server"}).ok());
  CHECK(run_aver(ann, {"sync", "backup"}).ok());
  CHECK(git(server, {"rev-parse", "main", "v1"}) == git(backup, {"rev-parse", "main", "v1"}));
  // From now on the branch has its own: the one it was last synced with.
  record(ann, "2024-11-01", "More");
  sync(ann);
  CHECK(tip(backup) == tip(ann));
  CHECK(tip(server) != tip(ann));
  CHECK(run_aver(ann, {"sync", "server"}).ok());
  CHECK(tip(server) == tip(ann));
}

TEST_CASE(
    "three people rename, correct and add on one claim, and end with the same, in any order") {
  for (const std::vector<int>& order : {std::vector{0, 1, 2}, {2, 1, 0}, {1, 2, 0}}) {
    const Scratch scratch;
    const fs::path server = scratch / "server.git";
    const fs::path first = scratch / "first";
    make_store(first, server);
    record(first, "2024-10-30", "To begin with");
    git(first, {"remote", "add", "origin", server.string()});
    sync(first);
    std::vector<fs::path> people;
    for (const char* name : {"ann", "ben", "cy"}) {
      people.push_back(clone_of(server, scratch / name));
    }
    CHECK(run_aver(people[0], {"mv", "t/x", "news/y"}).ok());
    CHECK(run_aver(people[1], {"correct", "2024-10-30-uw", "deny", "--reason", "misheard"}).ok());
    CHECK(run_aver(people[1], {"mv", "actors/uw", "uwa"}).ok());
    record(people[2], "2024-11-02", "Cy heard it");
    for (int round = 0; round < 2; ++round) {
      for (const int who : order) sync(people[static_cast<std::size_t>(who)]);
    }
    for (const fs::path& person : people) {
      CHECK(tree(person) == tree(people[0]));
      CHECK(stances(person) == 3);
      CHECK(run_aver(person, {"check"}).ok());
      CHECK(fs::exists(person / "claims/news/y/claim.toml"));
      CHECK_FALSE(fs::exists(person / "claims/t/x"));
      CHECK_FALSE(
          aver::store::run_git({"grep", "-q", "holder = \"uw\""}, {.directory = person.string()})
              .ok());
    }
  }
}

TEST_CASE("a shallow clone records and pushes; where what both share is cut off, it says so") {
  const Scratch scratch;
  const fs::path server = scratch / "server.git";
  const fs::path ann = scratch / "ann";
  make_store(ann, server);
  git(ann, {"remote", "add", "origin", server.string()});
  sync(ann);
  const fs::path shallow = scratch / "shallow";
  git(ann, {"clone", "-q", "--depth", "1", "file://" + server.string(), shallow.string()});
  record(shallow, "2024-11-01", "From the shallows");
  sync(shallow);
  sync(ann);
  CHECK(tip(ann) == tip(shallow));
  record(ann, "2024-11-03", "Ann meanwhile");
  record(shallow, "2024-11-04", "The other side meanwhile");
  sync(ann);
  sync(shallow);
  sync(ann);
  CHECK(tip(ann) == tip(shallow));
  // Somebody writes the shared history anew: nothing is shared with it here but what is cut off.
  git(ann, {"commit", "-q", "--amend", "--no-edit", "--date", "2020-01-01T00:00:00Z"});
  git(ann, {"push", "-q", "--force", "origin", "main"});
  record(shallow, "2024-11-02", "Still there");
  const std::string before = tip(shallow);
  git(shallow, {"fetch", "-q", "--depth", "1", "origin"});
  const RunResult cut = run_aver(shallow, {"sync"});
  CHECK(cut.status == 7);
  CHECK_MESSAGE(says(cut, "hint: git fetch --unshallow"), cut.errors);
  check_whole(shallow, before);
  git(shallow, {"fetch", "-q", "--unshallow"});
  sync(shallow);
  CHECK(stances(shallow) == 4);
}

TEST_CASE("what a merge brings is looked at, and what stands beside it, before it counts") {
  const Scratch scratch;
  const fs::path ann = scratch / "ann";
  make_store(ann, scratch / "server.git");
  REQUIRE(run_aver(ann, {"actor", "add", "calda", "Calda", "--kind", "state"}).ok());
  REQUIRE(run_aver(ann, {"add", "t/y", "Y is so"}).ok());
  record(ann, "2024-11-01", "To begin with");
  REQUIRE(
      run_aver(ann, {"again", "t/x/2024-11-01-uw", "--held", "2024-11-01", "--searched", "papers"})
          .ok());
  const auto on_branch = [&](const std::string& name, const std::string& path,
                             const std::string& text) {
    git(ann, {"switch", "-q", "-c", name, "main"});
    write(ann / path, text);
    git(ann, {"add", path});
    git(ann, {"commit", "-q", "-m", name});
    git(ann, {"switch", "-q", "main"});
  };
  const std::string stance = "position = \"affirm\"\nheld = 2024-11-02\n";
  on_branch("good", "claims/t/x/2024-11-02-calda.toml", "holder = \"calda\"\n" + stance);
  on_branch("right", "claims/t/x/2024-11-02-uw.toml",
            "holder = \"uw\"\n" + stance + "corrects = \"2024-11-01-uw\"\nreason = \"r\"\n");
  on_branch("wrong", "claims/t/x/2024-11-03-calda.toml",
            "holder = \"calda\"\n" + stance + "repeats = \"2024-11-01-uw\"\n");
  on_branch("rewritten", "claims/t/x/2024-11-01-uw.toml", "holder = \"calda\"\n" + stance);
  on_branch("orphan", "claims/t/y/2024-11-02-uw.toml", "holder = \"uw\"\n" + stance);
  on_branch("nobody", "claims/t/x/2024-11-04-ul.toml", "holder = \"ul\"\n" + stance);
  REQUIRE(run_aver(ann, {"rm", "t/y"}).ok());
  CHECK(run_aver(ann, {"merge", "good"}).ok());
  CHECK(run_aver(ann, {"merge", "right"}).ok());
  const std::string before = tip(ann);
  const auto refused = [&](const std::string& name, const std::string& rule) {
    const RunResult result = run_aver(ann, {"merge", name});
    CHECK(result.status == 7);
    CHECK_MESSAGE(says(result, "[" + rule + "]"), result.output << result.errors);
    git(ann, {"merge", "--abort"});
    check_whole(ann, before);
    // Without a work tree nothing is left behind at all.
    const fs::path bare = scratch / (name + ".git");
    git(ann, {"clone", "-q", "--bare", ann.string(), bare.string()});
    const RunResult in_bare = run_aver(bare, {"merge", name});
    CHECK(in_bare.status == 7);
    CHECK_MESSAGE(says(in_bare, "[" + rule + "]"), in_bare.output << in_bare.errors);
    CHECK(tip(bare) == before);
  };
  refused("wrong", "repeats/target");
  refused("rewritten", "repeats/target");
  refused("orphan", "claim/missing");
  refused("nobody", "reference/holder");
}
