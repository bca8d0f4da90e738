// SPDX-License-Identifier: MIT
//
// Many people recording at once, each with the program itself.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "tests/places.h"
#include "tests/property.h"
#include "tests/store/scratch.h"

using namespace aver::tests;

namespace {

// Somebody who does something in a process of their own.
pid_t in_a_process(const std::function<bool()>& what) {
  const pid_t child = fork();
  if (child == 0) {
    bool is_well = false;
    try {
      is_well = what();
    } catch (const std::exception& error) {
      std::cerr << error.what() << '\n';
    }
    _exit(is_well ? 0 : 1);
  }
  return child;
}

bool ends_well(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return status == 0;
}

// Adds a note to the tip by git's plumbing, and moves the branch if it is still there. Returns
// whether it was.
bool commit_note(const std::filesystem::path& bare, const std::string& name,
                 const std::filesystem::path& index) {
  const auto plumb = [&](std::vector<std::string> words, const std::string& input = "") {
    aver::store::RunResult result = aver::store::run_git(
        std::move(words), {.directory = bare.string(),
                           .input = input,
                           .environment = {{"GIT_INDEX_FILE", index.string()}}});
    if (!result.ok()) throw std::runtime_error("git: " + result.errors);
    while (result.output.ends_with('\n')) result.output.pop_back();
    return result.output;
  };
  const std::string tip = plumb({"rev-parse", "refs/heads/main"});
  const std::string note = plumb({"hash-object", "-w", "--stdin"}, name + "\n");
  plumb({"read-tree", tip});
  plumb({"update-index", "--add", "--cacheinfo", "100644," + note + ",notes/" + name});
  const std::string tree = plumb({"write-tree"});
  const std::string commit = plumb({"commit-tree", tree, "-p", tip, "-m", "Note " + name});
  return aver::store::run_git({"update-ref", "refs/heads/main", commit, tip},
                              {.directory = bare.string()})
      .ok();
}

std::size_t number_of_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

// `make test-long` has 32 people record 20 stances each.
TEST_CASE(
    "people record in a bare store beside commits by hand and git's upkeep, and all is there") {
  const bool is_whole = rc::detail::configuration().testParams.maxSuccess >= 10000;
  const int people = is_whole ? 32 : 6;
  const int stances = is_whole ? 20 : 5;
  const int notes = is_whole ? 40 : 6;
  const Scratch scratch;
  const auto bare = scratch / "facts.git";
  const auto done = scratch / "done";
  const auto aver = [&](std::vector<std::string> words) {
    words.insert(words.begin(),
                 {"env", "AVER_PATIENCE_MS=300000", aver_program(), "-C", bare.string()});
    return aver::store::run(words);
  };
  REQUIRE(aver::store::run({aver_program(), "init", "--bare", bare.string()}).ok());
  REQUIRE(aver({"add", "topic/x", "X is so"}).ok());
  REQUIRE(aver({"actor", "add", "calda", "Calda", "--kind", "state"}).ok());
  const int before = std::stoi(git(bare, {"rev-list", "--count", "main"}));
  std::vector<pid_t> all;
  for (int person = 0; person < people; ++person) {
    all.push_back(in_a_process([&] {
      bool is_well = true;
      for (int i = 0; i < stances; ++i) {
        const std::string note = "by " + std::to_string(person) + ", " + std::to_string(i);
        const aver::store::RunResult told =
            aver({"record", "x", "calda", "affirm", "--held", "2024-11-01", "--note", note});
        if (!told.ok()) std::cerr << told.status << ": " << told.errors;
        is_well &= told.ok();
      }
      return is_well;
    }));
  }
  all.push_back(in_a_process([&] {
    // git's own tidying removes the folder of an object that git is about to write, now and then:
    // then git says so, and a person tries again.
    int failed = 0;
    for (int i = 0; i < notes; ++i) {
      for (bool is_in = false; !is_in;) {
        try {
          is_in = commit_note(bare, std::to_string(i), scratch / "index-by-hand");
        } catch (const std::runtime_error&) {
          if (++failed > 5 * notes) throw;
        }
      }
    }
    return true;
  }));
  const pid_t upkeep = in_a_process([&] {
    while (!std::filesystem::exists(done)) {
      git(bare, {"repack", "-adq"});
      git(bare, {"gc", "-q"});
    }
    return true;
  });
  for (const pid_t one : all) CHECK(ends_well(one));
  write(done, "");
  CHECK(ends_well(upkeep));
  CHECK(std::stoi(git(bare, {"rev-list", "--count", "main"})) == before + people * stances + notes);
  CHECK(number_of_lines(git(bare, {"ls-tree", "--name-only", "main:claims/topic/x"})) ==
        static_cast<std::size_t>(people * stances + 1));
  CHECK(number_of_lines(git(bare, {"ls-tree", "--name-only", "main:notes"})) ==
        static_cast<std::size_t>(notes));
  CHECK(git(bare, {"fsck", "--strict", "--no-dangling"}) == "");
  CHECK(aver({"check", "--strict", "--except", "position/twice"}).ok());
}

TEST_CASE("eight people record fifty stances each at once, and all four hundred are there") {
  const Scratch scratch;
  const auto facts = scratch / "facts";
  const auto aver = [&](std::vector<std::string> words) {
    // The machine may have other things to do: nobody is to give up for want of time.
    words.insert(words.begin(),
                 {"env", "AVER_PATIENCE_MS=300000", aver_program(), "-C", facts.string()});
    return aver::store::run(words);
  };
  REQUIRE(aver::store::run({aver_program(), "init", facts.string()}).ok());
  REQUIRE(aver({"add", "topic/x", "X is so"}).ok());
  REQUIRE(aver({"actor", "add", "calda", "Calda", "--kind", "state"}).ok());
  const std::string before = git(facts, {"rev-list", "--count", "HEAD"});
  constexpr int kPeople = 8;
  constexpr int kStances = 50;
  std::vector<pid_t> people;
  for (int person = 0; person < kPeople; ++person) {
    const pid_t child = fork();
    if (child == 0) {
      bool all = true;
      // All on one claim, one holder and one day: even the names of the files are fought over.
      for (int i = 0; i < kStances; ++i) {
        const std::string note = "by " + std::to_string(person) + ", " + std::to_string(i);
        all &=
            aver({"record", "x", "calda", "affirm", "--held", "2024-11-01", "--note", note}).ok();
      }
      _exit(all ? 0 : 1);
    }
    people.push_back(child);
  }
  for (const pid_t person : people) {
    int status = 0;
    waitpid(person, &status, 0);
    CHECK(status == 0);
  }
  CHECK(std::stoi(git(facts, {"rev-list", "--count", "HEAD"})) ==
        std::stoi(before) + kPeople * kStances);
  const std::string files = git(facts, {"ls-files", "claims/topic/x"});
  CHECK(std::count(files.begin(), files.end(), '\n') == kPeople * kStances + 1);
  CHECK(git(facts, {"grep", "-h", "-c", "by ", "--", "claims"}).size() == 2 * kPeople * kStances);
  CHECK(git(facts, {"fsck", "--strict", "--no-dangling"}) == "");
  CHECK(git(facts, {"status", "--porcelain"}) == "");
  CHECK(aver({"check", "--strict", "--except", "position/twice"}).ok());
}
