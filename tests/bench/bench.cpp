// SPDX-License-Identifier: MIT
//
// aver against git, side by side: whole processes, in turn, and the ratio of the medians.
//
//   aver_bench [--quick] [--large] [--votes] [--rows N,…] PROGRAM FOLDER
//
// A row is a name, our command, theirs, and the goal for ours divided by theirs. A goal that is
// missed is said, and fails nothing: machines differ.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "store/process.h"
#include "tests/bench/branches.h"
#include "tests/bench/generate.h"
#include "tests/bench/import.h"
#include "tests/bench/import_rows.h"
#include "tests/bench/index_rows.h"
#include "tests/bench/measure.h"
#include "tests/bench/resting_rows.h"
#include "tests/bench/votes.h"

namespace {

namespace fs = std::filesystem;
using aver::bench::always;
using aver::bench::claim_id;
using aver::bench::Command;
using aver::bench::is_measured;
using aver::bench::MakeCommand;
using aver::bench::measure;
using aver::bench::median;
using aver::bench::milliseconds;
using aver::bench::print_value;
using aver::bench::Row;

// In a topic of a thousand claims in every store, with about as many stances in the small as in the
// large one.
const std::string kClaim = claim_id(950);

// A store with a work tree, cloned from the bare one; made once.
void clone(const fs::path& bare, const fs::path& place) {
  if (fs::exists(place / ".git/aver-bench-done")) return;
  std::error_code ignored;
  fs::remove_all(place, ignored);
  aver::store::run_git({"clone", "-q", bare.string(), place.string()});
  aver::store::run_git({"-C", place.string(), "config", "gc.auto", "0"});
  aver::store::run_git({"-C", place.string(), "status"});
  aver::store::run({"touch", (place / ".git/aver-bench-done").string()});
}

// `git add` and `git commit` of a new stance's file, as a person without aver would.
MakeCommand git_commit(const fs::path& place, const std::string& tag) {
  return [place, tag](int run) {
    const std::string path = "claims/" + kClaim + "/2025-01-01-" + tag + std::to_string(getpid()) +
                             "-" + std::to_string(run) + ".toml";
    const std::string script =
        "cd \"$1\" && printf 'holder = \"a001\"\\nposition = \"deny\"\\nheld = 2025-01-01\\nnote = "
        "\"%s\"\\n' \"$2\" "
        ">\"$2\" && git add \"$2\" && git commit -q -m \"Record $2\"";
    return std::vector<std::string>{"sh", "-c", script, "sh", place.string(), path};
  };
}

MakeCommand record(const std::string& program, const fs::path& place) {
  return [program, place](int run) {
    char holder[8];  // another one each time, as in life
    std::snprintf(holder, sizeof holder, "a%03d", run % 200);
    return std::vector<std::string>{program,
                                    "-C",
                                    place.string(),
                                    "record",
                                    kClaim,
                                    holder,
                                    "deny",
                                    "--held",
                                    "2025-01-01",
                                    "--source",
                                    "2024/s001",
                                    "--note",
                                    "run " + std::to_string(getpid()) + " " + std::to_string(run)};
  };
}

// The check of quotes: of all, and of what the last commit brought.
void measure_quotes(const std::string& program, const fs::path& folder) {
  if (!is_measured(14) && !is_measured(21)) return;
  const fs::path quotes = folder / "Q.git";
  aver::bench::apart([&] { aver::bench::generate_quotes(quotes); });
  const fs::path tree = folder / "Q";
  clone(quotes, tree);
  if (is_measured(14)) {
    std::vector<double> times;
    for (int run = 0; run < 3; ++run) {
      times.push_back(milliseconds({program, "-C", quotes.string(), "check"}));
    }
    const double megabytes =
        static_cast<double>(aver::bench::kQuotes) * aver::bench::kCaptureSize / 1e6;
    print_value(14, "check of 20,000 quotes in 2,000 captures", megabytes / (median(times) / 1000),
                "MB/s looked through", 60, true);
  }
  measure({21, "check --base HEAD~1 | git diff --name-only",
           always({program, "-C", tree.string(), "check", "--base", "HEAD~1"}),
           always({"git", "-C", tree.string(), "diff", "--name-only", "HEAD~1"}), 3, 20});
}

// A proposal of fifty records, each on another claim of usual size; made once.
void propose(const std::string& program, const fs::path& store) {
  constexpr int kRecords = 50;
  const std::string place = store.string();
  if (aver::store::run_git({"-C", place, "rev-parse", "-q", "--verify", "proposal/fifty"}).ok()) {
    return;
  }
  aver::store::run({program, "-C", place, "propose", "fifty", "--from", "main"});
  const int step = store.stem() == "S-merge" ? 10 : 300;
  for (int i = 1; i <= kRecords; ++i) {
    aver::store::run({program, "-C", place, "record",
                      claim_id(static_cast<std::size_t>(i * step + step)), "a001", "deny", "--held",
                      "2025-01-01", "--source", "2024/s001"});
  }
  aver::store::run({program, "-C", place, "propose", "--end"});
}

// Merging, and what is read before.
void measure_review(const std::string& program, const fs::path& store, const fs::path& folder) {
  if (!is_measured(16) && !is_measured(17)) return;
  const fs::path merged = folder / (store.stem().string() + "-merge.git");
  aver::bench::apart([&] { aver::bench::generate_branches(store, merged); });
  const MakeCommand merge = [&](int) {
    aver::store::run_git({"-C", merged.string(), "update-ref", "refs/heads/merged", "ours"});
    return Command{program, "-C", merged.string(), "merge", "theirs"};
  };
  measure({16, "merge of 1,000 + 1,000 records | git merge-tree", merge,
           always({"git", "-C", merged.string(), "merge-tree", "--write-tree", "ours", "theirs"}),
           1.5, 20});
  propose(program, merged);
  measure({17, "review show of 50 records | git diff --stat",
           always({program, "-C", merged.string(), "review", "show", "fifty", "--into", "main"}),
           always({"git", "-C", merged.string(), "diff", "--stat", "main", "proposal/fifty"}), 2,
           20});
}

}  // namespace

int main(int argc, char** argv) {
  bool quick = false;
  bool large = false;
  bool votes = false;
  std::set<int> only;
  std::vector<std::string> words;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--quick") {
      quick = true;
    } else if (word == "--large") {
      large = true;
    } else if (word == "--votes") {
      votes = true;
    } else if (word == "--rows" && i + 1 < argc) {
      std::istringstream numbers(argv[++i]);
      for (std::string number; std::getline(numbers, number, ',');) only.insert(std::stoi(number));
    } else {
      words.push_back(word);
    }
  }
  if (words.size() == 3 && words[0] == "--import") {
    aver::bench::import_stream(words[1], words[2]);
    return 0;
  }
  if (words.size() != 2) {
    std::fprintf(stderr,
                 "usage: aver_bench [--quick] [--large] [--votes] [--rows N,…] PROGRAM FOLDER\n");
    return 2;
  }
  aver::bench::measure_only(std::move(only));
  const std::string program = fs::absolute(words[0]).string();
  const fs::path folder = fs::absolute(words[1]);
  for (const char* who : {"AUTHOR", "COMMITTER"}) {
    setenv(("GIT_" + std::string(who) + "_NAME").c_str(), "Ada Fields", 1);
    setenv(("GIT_" + std::string(who) + "_EMAIL").c_str(), "ada@example.org", 1);
  }
  setenv("GIT_CONFIG_NOSYSTEM", "1", 1);

  const fs::path small = folder / "S.git";
  const fs::path middle = quick ? small : folder / "M.git";
  std::printf("making the stores (once) in %s\n", words[1].c_str());
  std::fflush(stdout);
  aver::bench::apart([&] {
    aver::bench::generate({"S", 1000, true}, small);
    if (!quick) aver::bench::generate({"M", 20000, true}, middle);
    if (large) aver::bench::generate({"L", 100000, false}, folder / "L.git");
  });
  if (votes) aver::bench::generate_votes(folder / "votes.git");
  const fs::path work_tree = folder / (quick ? "S" : "M");
  clone(middle, work_tree);
  const fs::path git_tree = folder / (quick ? "S-git" : "M-git");
  clone(middle, git_tree);

  std::printf("\n    %-52s %9s %9s   %6s\n", "medians of interleaved runs, in ms", "aver", "git",
              "ratio");
  const std::string typical = claim_id(quick ? 600 : 12000);  // a handful of stances
  const MakeCommand tree =
      always({"git", "-C", middle.string(), "ls-tree", "-r", "HEAD", "claims/" + typical + "/"});
  const std::vector<std::string> start = {program, "--version"};
  const std::vector<Row> rows = {
      {1, "aver --version | git --version", always({program, "--version"}),
       always({"git", "--version"}), 1.2, 200},
      {2, "aver show CLAIM | git show HEAD:FILE",
       always({program, "-C", middle.string(), "show", typical}),
       always({"git", "-C", middle.string(), "show", "HEAD:claims/" + typical + "/claim.toml"}), 2,
       100},
      {3, "record in the large | in the small bare store", record(program, middle),
       record(program, small), 1.3, 40},
      {4, "record, work tree | git add + git commit", record(program, work_tree),
       git_commit(git_tree, "a"), 0.25, 12},
      {5, "record, bare | git add + git commit", record(program, middle), git_commit(git_tree, "b"),
       0.06, 12},
      {18, "history CLAIM | git ls-tree FOLDER, and a start",
       always({program, "-C", middle.string(), "history", typical}), tree, 1.3, 100, start},
      {19, "positions of a claim | the same",
       always({program, "-C", middle.string(), "positions", typical}), tree, 1.3, 100, start},
      {20, "show CLAIM | the same", always({program, "-C", middle.string(), "show", typical}), tree,
       1.3, 100, start},
  };
  for (const Row& row : rows) measure(row);
  aver::bench::measure_index(program, middle, folder, quick);
  aver::bench::measure_resting(program, folder, quick);
  aver::bench::measure_imports(program, folder, quick);
  measure_quotes(program, folder);
  measure_review(program, large ? folder / "L.git" : middle, folder);
  return 0;
}
