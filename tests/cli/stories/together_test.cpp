// SPDX-License-Identifier: MIT
//
// Many people recording at once, each with the program itself.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::tests;

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
