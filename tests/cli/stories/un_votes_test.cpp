// SPDX-License-Identifier: MIT
//
// The roll calls of the UN General Assembly, imported: counts to the row. The tables are not part
// of this project; where they are not beside it, the tests are skipped.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::tests;

namespace {

namespace fs = std::filesystem;

constexpr const char* kUnVotes = "../shared/data/un-votes";
const fs::path kTables = source_dir() / kUnVotes;

aver::store::RunResult run(const fs::path& store, std::vector<std::string> words) {
  std::vector<std::string> argv = {aver_program(), "-C", store.string()};
  argv.insert(argv.end(), words.begin(), words.end());
  return aver::store::run(argv);
}

std::string must(const fs::path& store, std::vector<std::string> words) {
  const aver::store::RunResult result = run(store, std::move(words));
  REQUIRE_MESSAGE(result.ok(), result.errors);
  return result.output;
}

// The rows of every `step`-th roll call, with the header.
std::size_t some_of(const fs::path& from, const fs::path& to, int step) {
  std::ifstream in(from, std::ios::binary);
  std::ofstream out(to, std::ios::binary);
  std::string line;
  std::getline(in, line);
  out << line << "\n";
  std::size_t rows = 0;
  while (std::getline(in, line)) {
    if (std::atoi(line.c_str()) % step != 0) continue;
    out << line << "\n";
    ++rows;
  }
  return rows;
}

}  // namespace

TEST_CASE("the UN's votes: every row is counted, by a dry run" * Needs(kUnVotes) *
          needs_quick_build()) {
  const Scratch scratch;
  must(scratch / "", {"init", "--bare", "un"});
  const std::string said = must(
      scratch / "un",
      {"import", "csv", (kTables / "un_votes.csv").string(), "--preset", "un-votes", "--dry-run"});
  CHECK_MESSAGE(said.find("870,109 stances, 6,203 claims, 200 actors") != said.npos, said);
  CHECK(git(scratch / "un", {"rev-list", "--count", "HEAD"}) == "1\n");
}

TEST_CASE("the UN's votes: a part of them in a store, and again" * Needs(kUnVotes) *
          needs_quick_build()) {
  const Scratch scratch;
  must(scratch / "", {"init", "--bare", "un"});
  const fs::path table = scratch / "votes.csv";
  const std::size_t rows = some_of(kTables / "un_votes.csv", table, 20);
  REQUIRE(rows > 40000);
  const std::vector<std::string> import = {"import",
                                           "csv",
                                           table.string(),
                                           "--preset",
                                           "un-votes",
                                           "--join",
                                           (kTables / "un_roll_calls.csv").string()};
  must(scratch / "un", import);
  std::istringstream files(git(scratch / "un", {"ls-tree", "-r", "--name-only", "HEAD"}));
  std::map<std::string, std::size_t> folders;
  std::size_t stances = 0;
  for (std::string path; std::getline(files, path);) {
    ++folders[path.substr(0, path.rfind('/'))];
    if (path.starts_with("claims/") && !path.ends_with("/claim.toml")) ++stances;
  }
  CHECK(stances == rows);
  for (const auto& [folder, count] : folders) CHECK(count <= 1000);
  git(scratch / "un", {"fsck", "--strict"});
  const std::string tip = git(scratch / "un", {"rev-parse", "HEAD"});
  const std::string again = must(scratch / "un", import);
  CHECK_MESSAGE(again.find("imported nothing") != again.npos, again);
  CHECK(git(scratch / "un", {"rev-parse", "HEAD"}) == tip);
  CHECK(run(scratch / "un", {"check"}).ok());
}

TEST_CASE("the UN's votes: Namibia's code is NA, and no missing value" * Needs(kUnVotes)) {
  const Scratch scratch;
  must(scratch / "", {"init", "--bare", "un"});
  std::ifstream in(kTables / "un_votes.csv", std::ios::binary);
  std::ofstream out(scratch / "votes.csv", std::ios::binary);
  std::size_t rows = 0;
  for (std::string line; std::getline(in, line);) {
    const bool namibia = line.find(",Namibia,NA,") != line.npos;
    if (!namibia && !line.starts_with("rcid")) continue;
    out << line << "\n";
    if (namibia) ++rows;
  }
  out.close();
  CHECK(rows == 2455);
  const std::string said =
      must(scratch / "un", {"import", "csv", (scratch / "votes.csv").string(), "--preset",
                            "un-votes", "--join", (kTables / "un_roll_calls.csv").string()});
  CHECK_MESSAGE(said.find("2,455 stances") != said.npos, said);
  CHECK(git(scratch / "un", {"show", "HEAD:actors/namibia.toml"}) ==
        "name = \"Namibia\"\nkind = \"state\"\naliases = [\"NA\"]\n");
}

TEST_CASE("the UN's votes: votes of one day on one topic keep the order of the rows" *
          Needs(kUnVotes)) {
  const Scratch scratch;
  must(scratch / "", {"init", "--bare", "un"});
  std::ifstream in(kTables / "stances_p5plus.csv", std::ios::binary);
  std::ofstream out(scratch / "votes.csv", std::ios::binary);
  std::vector<std::string> votes;
  for (std::string line; std::getline(in, line);) {
    const bool row = line.starts_with("1971-10-07,") && line.find(",India,") != line.npos;
    if (!row && !line.starts_with("date,")) continue;
    out << line << "\n";
    if (row) votes.push_back(line.substr(line.rfind(',') + 1));
  }
  out.close();
  REQUIRE(votes.size() >= 3);
  must(scratch / "un", {"import",
                        "csv",
                        (scratch / "votes.csv").string(),
                        "--set",
                        "claim.id=un/{topic}",
                        "--set",
                        "claim.text={topic}",
                        "--set",
                        "actor.id={country}",
                        "--set",
                        "actor.name={country}",
                        "--set",
                        "actor.kind=state",
                        "--set",
                        "stance.held={date}",
                        "--set",
                        "stance.summary={unres}",
                        "--set",
                        "stance.position={vote}",
                        "--value",
                        "stance.position:yes=affirm",
                        "--value",
                        "stance.position:no=deny",
                        "--value",
                        "stance.position:abstain=neutral"});
  const std::map<std::string, std::string> words = {
      {"yes", "affirm"}, {"no", "deny"}, {"abstain", "neutral"}};
  std::string name = "HEAD:claims/un/china-representation/1971-10-07-india";
  for (std::size_t i = 0; i < votes.size(); ++i) {
    std::string vote = votes[i];
    while (!vote.empty() && (vote.back() == '\r' || vote.back() == '"')) vote.pop_back();
    const std::string number = i == 0 ? "" : "-" + std::to_string(i + 1);
    const std::string text = git(scratch / "un", {"show", name + number + ".toml"});
    CHECK_MESSAGE(text.find("position = \"" + words.at(vote) + "\"") != text.npos, text);
  }
}
