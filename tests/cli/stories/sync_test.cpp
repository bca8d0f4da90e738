// SPDX-License-Identifier: MIT
//
// Four people, one remote, and no order among them: whatever is synced when, all end with the same.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::tests;

namespace {

namespace fs = std::filesystem;

std::string run_in(const fs::path& place, std::vector<std::string> words) {
  const aver::store::RunResult result = aver::store::run(words, {.directory = place.string()});
  CHECK_MESSAGE(result.ok(), place.filename().string() << ": " << words[0] << " " << words[1]
                                                       << ": " << result.output << result.errors);
  return result.output;
}

}  // namespace

TEST_CASE("four clones with fifty records each come to the same tree, with all of them") {
  const Scratch scratch;
  const std::string aver = aver_program();
  const fs::path server = scratch / "server.git";
  aver::store::run_git({"init", "-q", "--bare", "--initial-branch=main", server.string()});
  const fs::path first = scratch / "c0";
  fs::create_directories(first);
  run_in(first, {aver, "init"});
  run_in(first, {"git", "branch", "-q", "-M", "main"});
  run_in(first, {"git", "remote", "add", "origin", server.string()});
  for (int i = 0; i < 5; ++i) {
    run_in(first, {aver, "actor", "add", "a" + std::to_string(i), "Actor " + std::to_string(i)});
    run_in(first, {aver, "add", "t/c" + std::to_string(i), "Claim number " + std::to_string(i)});
  }
  run_in(first, {aver, "sync"});
  std::vector<fs::path> clones = {first};
  for (int i = 1; i < 4; ++i) {
    clones.push_back(scratch / ("c" + std::to_string(i)));
    aver::store::run_git({"clone", "-q", server.string(), clones.back().string()});
  }

  constexpr int kEach = 50;
  std::mt19937 random(7);
  std::vector<int> left(clones.size(), kEach);
  for (int total = kEach * static_cast<int>(clones.size()); total > 0;) {
    const std::size_t who = random() % clones.size();
    if (random() % 8 == 0) run_in(clones[who], {aver, "sync"});
    if (left[who] == 0) continue;
    // Few claims, few holders, few days: names clash all the time.
    const std::string mark = std::to_string(who) + "-" + std::to_string(left[who]);
    run_in(clones[who], {aver, "record", "t/c" + std::to_string(random() % 5),
                         "a" + std::to_string(random() % 5), "affirm", "--held",
                         "2024-10-0" + std::to_string(1 + random() % 9), "--summary", mark});
    --left[who];
    --total;
  }
  for (int round = 0; round < 2; ++round) {
    for (const fs::path& clone : clones) run_in(clone, {aver, "sync"});
  }
  const std::string tree = run_in(first, {"git", "rev-parse", "HEAD^{tree}"});
  for (const fs::path& clone : clones) {
    CHECK(run_in(clone, {"git", "rev-parse", "HEAD^{tree}"}) == tree);
  }
  std::set<std::string> marks;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(first / "claims")) {
    if (entry.path().filename().string().starts_with("2024-")) {
      const std::string text = read(entry.path());
      const std::size_t at = text.find("summary = \"");
      REQUIRE(at != text.npos);
      marks.insert(text.substr(at + 11, text.find('"', at + 11) - at - 11));
    }
  }
  CHECK(marks.size() == kEach * clones.size());
  run_in(first, {aver, "check"});  // no error: it would exit with 1
}
