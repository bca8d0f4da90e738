// SPDX-License-Identifier: MIT
//
// aver against git, side by side: whole processes, in turn, and the ratio of the medians.
//
//   aver_bench [--quick] [--large] [--votes] PROGRAM FOLDER
//
// A row is a name, our command, theirs, and the goal for ours divided by theirs. A goal that is
// missed is said, and fails nothing: machines differ.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "store/process.h"
#include "tests/bench/branches.h"
#include "tests/bench/generate.h"
#include "tests/bench/import.h"
#include "tests/bench/votes.h"

extern char** environ;

namespace {

namespace fs = std::filesystem;
using aver::bench::claim_id;

// In a topic of a thousand claims in every store, with about as many stances in the small as in the
// large one.
const std::string kClaim = claim_id(950);

// A command that is made anew for each run, so that every run has something new to do.
using MakeCommand = std::function<std::vector<std::string>(int run)>;

struct Row {
  int number;
  std::string name;
  MakeCommand ours;
  MakeCommand theirs;
  double goal;
  int runs;
  std::vector<std::string> and_start = {};  // its time counts with theirs: a start of our process
};

// `memory`: where to, the most that it had in memory, in MB.
double milliseconds(const std::vector<std::string>& command, double* memory = nullptr) {
  std::vector<std::string> words = command;
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = -1;
  const int failed = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  int status = 0;
  rusage used{};
  if (failed == 0) wait4(child, &status, 0, &used);
  if (memory != nullptr) *memory = static_cast<double>(used.ru_maxrss) / 1024;
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0 || status != 0) {
    std::fprintf(stderr, "failed:");
    for (const std::string& word : command) std::fprintf(stderr, " %s", word.c_str());
    std::fprintf(stderr, "\n");
    std::exit(1);
  }
  return took.count();
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void print_row(int number, const std::string& name, const std::vector<double>& ours,
               const std::vector<double>& theirs, double goal) {
  const double ratio = median(ours) / median(theirs);
  std::printf("%2d  %-48s %9.2f %9.2f   %6.3f  <= %-5g %s\n", number, name.c_str(), median(ours),
              median(theirs), ratio, goal, ratio <= goal ? "ok" : "over");
  std::fflush(stdout);
}

void measure(const Row& row) {
  constexpr int kWarmUps = 2;
  std::vector<double> ours;
  std::vector<double> theirs;
  for (int run = 0; run < row.runs + kWarmUps; ++run) {
    const double a = milliseconds(row.ours(run));
    double b = milliseconds(row.theirs(run));
    if (!row.and_start.empty()) b += milliseconds(row.and_start);
    if (run < kWarmUps) continue;
    ours.push_back(a);
    theirs.push_back(b);
  }
  print_row(row.number, row.name, ours, theirs, row.goal);
}

// A stream of a store into new bare repositories, ours and git's, and the same commits in both.
void measure_import(int number, const std::string& name, const fs::path& folder, bool commit_each,
                    std::size_t claims, double goal, int runs) {
  const fs::path stream = folder / "import.stream";
  const fs::path ours = folder / "import-aver.git";
  const fs::path theirs = folder / "import-git.git";
  aver::bench::write_stream({"", claims, commit_each}, stream);
  std::vector<double> times[2];
  for (int run = 0; run < runs; ++run) {
    aver::bench::make_bare(ours);
    times[0].push_back(milliseconds(
        {fs::read_symlink("/proc/self/exe").string(), "--import", stream.string(), ours.string()}));
    aver::bench::make_bare(theirs);
    times[1].push_back(milliseconds({"sh", "-c", "git -C \"$1\" fast-import --quiet <\"$2\"", "sh",
                                     theirs.string(), stream.string()}));
  }
  const auto tip = [](const fs::path& place) {
    return aver::store::run_git({"-C", place.string(), "rev-parse", "main"}).output;
  };
  if (tip(ours) != tip(theirs)) {
    std::fprintf(stderr, "the imports differ: %s and %s\n", ours.c_str(), theirs.c_str());
    std::exit(1);
  }
  print_row(number, name, times[0], times[1], goal);
  for (const fs::path& made : {stream, ours, theirs}) fs::remove_all(made);
}

MakeCommand always(std::vector<std::string> command) {
  return [command](int) { return command; };
}

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

// A copy of the store for git alone, with a commit-graph and changed-path filters: the best that
// git can do. A copy, so that no other row's git gets better by it.
fs::path filtered(const fs::path& store, const fs::path& folder) {
  const fs::path place = folder / (store.stem().string() + "-filters.git");
  if (!fs::exists(place / "aver-bench-done")) {
    std::error_code ignored;
    fs::remove_all(place, ignored);
    aver::store::run_git({"clone", "-q", "--bare", store.string(), place.string()});
    aver::store::run_git(
        {"-C", place.string(), "commit-graph", "write", "--reachable", "--changed-paths"});
    aver::store::run({"touch", (place / "aver-bench-done").string()});
  }
  return place;
}

// What catching up adds to a question: the first one after new commits, less the one after it.
void measure_catching_up(const std::string& program, const fs::path& place, int commits,
                         double goal) {
  const std::vector<std::string> question = {program, "-C", place.string(), "log", "-n", "1"};
  milliseconds(question);
  std::vector<double> added;
  for (int run = 0; run < 5; ++run) {
    std::string stream;
    for (int i = 0; i < commits; ++i) {
      stream += "commit refs/heads/main\ncommitter Ada <a@b> 1735689600 +0000\ndata 2\nx\n";
      if (i == 0) stream += "from refs/heads/main^0\n";
      const std::string content =
          "name = \"" + std::to_string(run) + " " + std::to_string(i) + "\"\n";
      stream += "M 100644 inline claims/" + claim_id(static_cast<std::size_t>(i)) +
                "/2025-01-02-x.toml\ndata " + std::to_string(content.size()) + "\n" + content +
                "\n";
    }
    aver::store::run_git({"-C", place.string(), "fast-import", "--quiet", "--force"},
                         {.input = stream});
    const double first = milliseconds(question);
    added.push_back(first - milliseconds(question));
  }
  std::printf("    catching up with %d commits adds %.1f ms to a question   <= %g %s\n", commits,
              median(added), goal, median(added) <= goal ? "ok" : "over");
  std::fflush(stdout);
}

// The history part of the index.
void measure_history(const std::string& program, const fs::path& store, const fs::path& folder,
                     bool quick) {
  const std::string place = store.string();
  const std::string build = "rm -f \"$2\"/aver/history.db* && \"$1\" -C \"$2\" log -n 1";
  measure({13, "history index from nothing | git log --raw of all",
           always({"sh", "-c", build, "sh", program, place}),
           always({"git", "-C", place, "log", "--raw", "--no-renames", "-z"}), 1.3, 1});
  const std::string far = quick ? "HEAD~3000" : "HEAD~50000";
  measure({14, "diff " + far + " HEAD | git diff --name-status",
           always({program, "-C", place, "diff", far, "HEAD"}),
           always({"git", "-C", place, "diff", "--name-status", "--no-renames", far, "HEAD"}), 1.5,
           3});
  measure({15, "show CLAIM --known-at DAY | git rev-list -1 --before",
           always({program, "-C", place, "show", "--known-at", "2020-01-03", claim_id(1)}),
           always({"git", "-C", place, "rev-list", "-1", "--first-parent",
                   "--before=2020-01-03T00:00:00", "HEAD"}),
           0.3, 5});
  const fs::path behind = folder / (store.stem().string() + "-behind.git");
  std::error_code ignored;
  fs::remove_all(behind, ignored);
  aver::store::run_git({"clone", "-q", "--bare", place, behind.string()});
  measure_catching_up(program, behind, 1, 3);
  measure_catching_up(program, behind, 1000, 500);
  fs::remove_all(behind, ignored);
}

// A proposal of fifty records, each on another claim of usual size; made once.
void propose(const std::string& program, const fs::path& store, bool quick) {
  constexpr int kRecords = 50;
  const std::string place = store.string();
  if (aver::store::run_git({"-C", place, "rev-parse", "-q", "--verify", "proposal/fifty"}).ok()) {
    return;
  }
  aver::store::run({program, "-C", place, "propose", "fifty", "--from", "main"});
  const int step = quick ? 10 : 300;
  for (int i = 1; i <= kRecords; ++i) {
    aver::store::run({program, "-C", place, "record",
                      claim_id(static_cast<std::size_t>(i * step + step)), "a001", "deny", "--held",
                      "2025-01-01", "--source", "2024/s001"});
  }
  aver::store::run({program, "-C", place, "propose", "--end"});
}

// What a question costs more where the index is so many commits behind the tip.
void measure_records_behind(const std::string& program, const fs::path& store, std::size_t commits,
                         int runs, double goal) {
  const std::vector<std::string> question = {program,    "-C",   store.string(), "list",
                                             "--holder", "a003", "--position",   "silent"};
  std::vector<double> behind;
  std::vector<double> current;
  milliseconds(question);
  for (int run = 0; run < runs; ++run) {
    std::string stream;
    for (std::size_t i = 0; i < commits; ++i) {
      const std::string tag =
          std::to_string(getpid()) + "-" + std::to_string(run) + "-" + std::to_string(i);
      const std::string text =
          "holder = \"a001\"\nposition = \"deny\"\nheld = 2025-01-01\n"
          "summary = \"run " +
          tag + "\"\n";
      stream +=
          "commit refs/heads/main\ncommitter Ada Fields <ada@example.org> 1800000000 +0000\n"
          "data 4\nMore\n" +
          std::string(i == 0 ? "from refs/heads/main^0\n" : "") + "M 100644 inline claims/" +
          claim_id((i * 37) % 900) + "/2025-01-01-" + tag + ".toml\ndata " +
          std::to_string(text.size()) + "\n" + text + "\n";
    }
    aver::store::run_git({"-C", store.string(), "fast-import", "--quiet"}, {.input = stream});
    behind.push_back(milliseconds(question));
    current.push_back(milliseconds(question));
  }
  const double more = median(behind) - median(current);
  std::printf("17  catching up with %-5zu commits, added to a question %9.2f ms   <= %-5g %s\n",
              commits, more, goal, more <= goal ? "ok" : "over");
}

void measure_memory(const char* what, const std::vector<std::string>& command) {
  constexpr double kGoal = 60;
  double memory = 0;
  milliseconds(command, &memory);
  std::printf("18  memory of %-36s %9.1f MB   <= %-5g %s\n", what, memory, kGoal,
              memory <= kGoal ? "ok" : "over");
}

}  // namespace

int main(int argc, char** argv) {
  bool quick = false;
  bool large = false;
  bool votes = false;
  std::vector<std::string> words;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--quick") {
      quick = true;
    } else if (word == "--large") {
      large = true;
    } else if (word == "--votes") {
      votes = true;
    } else {
      words.push_back(word);
    }
  }
  if (words.size() == 3 && words[0] == "--import") {
    aver::bench::import_stream(words[1], words[2]);
    return 0;
  }
  if (words.size() != 2) {
    std::fprintf(stderr, "usage: aver_bench [--quick] [--large] [--votes] PROGRAM FOLDER\n");
    return 2;
  }
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
  aver::bench::generate({"S", 1000, true}, small);
  if (!quick) aver::bench::generate({"M", 20000, true}, middle);
  if (large) aver::bench::generate({"L", 100000, false}, folder / "L.git");
  if (votes) aver::bench::generate_votes(folder / "votes.git");
  const fs::path work_tree = folder / (quick ? "S" : "M");
  clone(middle, work_tree);
  const fs::path git_tree = folder / (quick ? "S-git" : "M-git");
  clone(middle, git_tree);

  std::printf("\n    %-48s %9s %9s   %6s\n", "medians of interleaved runs, in ms", "aver", "git",
              "ratio");
  const std::string typical = claim_id(quick ? 600 : 12000);  // a handful of stances
  const MakeCommand tree =
      always({"git", "-C", middle.string(), "ls-tree", "-r", "HEAD", "claims/" + typical + "/"});
  const MakeCommand log = always({"git", "-C", filtered(middle, folder).string(), "log",
                                  "--oneline", "--", "claims/" + typical});
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
       git_commit(git_tree, "a"), 0.35, 12},
      {5, "record, bare | git add + git commit", record(program, middle), git_commit(git_tree, "b"),
       0.06, 12},
      {6, "history CLAIM | git ls-tree FOLDER, and a start",
       always({program, "-C", middle.string(), "history", typical}), tree, 1.3, 100, start},
      {7, "positions of a claim | the same",
       always({program, "-C", middle.string(), "positions", typical}), tree, 1.3, 100, start},
      {8, "show CLAIM | the same", always({program, "-C", middle.string(), "show", typical}), tree,
       1.3, 100, start},
      {9, "log CLAIM | git log, changed-path filters",
       always({program, "-C", middle.string(), "log", typical}), log, 0.05, 20},
      {10, "blame CLAIM | git log, changed-path filters",
       always({program, "-C", middle.string(), "blame", typical}), log, 0.05, 20},
  };
  for (const Row& row : rows) measure(row);
  measure_history(program, middle, folder, quick);

  const fs::path merged = folder / (quick ? "S-merge.git" : "M-merge.git");
  aver::bench::generate_branches(middle, merged);
  const MakeCommand merge = [&](int) {
    aver::store::run_git({"-C", merged.string(), "update-ref", "refs/heads/merged", "ours"});
    return std::vector<std::string>{program, "-C", merged.string(), "merge", "theirs"};
  };
  measure({16, "merge of 1,000 + 1,000 records | git merge-tree", merge,
           always({"git", "-C", merged.string(), "merge-tree", "--write-tree", "ours", "theirs"}),
           1.5, 20});
  propose(program, merged, quick);
  measure({17, "review show of 50 records | git diff --stat",
           always({program, "-C", merged.string(), "review", "show", "fifty", "--into", "main"}),
           always({"git", "-C", merged.string(), "diff", "--stat", "main", "proposal/fifty"}), 2,
           20});

  // What is asked of the index, against reading everything once, which is what git can do.
  const std::string rare = std::to_string(quick ? 617 : 12345);
  const auto aver = [&](std::vector<std::string> asked) {
    asked.insert(asked.begin(), {program, "-C", middle.string()});
    return asked;
  };
  const std::vector<std::string> list =
      aver({"list", "t000", "--holder", "a003", "--position", "silent"});
  const std::vector<std::string> table =
      aver({"positions", "t000", "--holder", "a003", "--tag", "tag3"});
  const std::vector<std::string> search = aver({"search", "case", rare});
  const std::vector<std::string> rebuild = aver({"index", "rebuild"});
  const std::vector<std::string> grep = {"git", "-C",           middle.string(), "grep",
                                         "-c",  "case " + rare, "HEAD"};
  measure({13, "index rebuild | git grep of one word", always(rebuild), always(grep), 3.5, 3});
  measure({14, "list of some twenty | the same", always(list), always(grep), 0.02, 10});
  measure({15, "positions of some twenty | the same", always(table), always(grep), 0.02, 10});
  measure({16, "search, one hit | the same", always(search), always(grep), 0.02, 10});
  measure_records_behind(program, middle, 1, 15, 3);
  measure_records_behind(program, middle, 1000, 3, 500);
  measure_memory("making the index", rebuild);
  measure_memory("list", list);
  measure_memory("history HOLDER", aver({"history", "a003"}));
  measure_memory("search", search);

  const fs::path quotes = folder / "Q.git";
  aver::bench::generate_quotes(quotes);
  const fs::path quotes_tree = folder / "Q";
  clone(quotes, quotes_tree);
  measure({11, "check --base HEAD~1 | git diff --name-only",
           always({program, "-C", quotes_tree.string(), "check", "--base", "HEAD~1"}),
           always({"git", "-C", quotes_tree.string(), "diff", "--name-only", "HEAD~1"}), 3, 20});
  std::vector<double> times;
  for (int run = 0; run < 3; ++run) {
    times.push_back(milliseconds({program, "-C", quotes.string(), "check"}));
  }
  const double megabytes =
      static_cast<double>(aver::bench::kQuotes) * aver::bench::kCaptureSize / 1e6;
  std::printf(
      "12  check of 20,000 quotes in 2,000 captures: %.0f ms, %.0f MB/s of the text looked through "
      "  >= 60\n",
      median(times), megabytes / (median(times) / 1000));
  const std::size_t claims = quick ? 1000 : 20000;
  measure_import(13, "import, a commit a record | git fast-import", folder, true, claims, 0.4,
                 quick ? 5 : 1);
  measure_import(14, "import, one commit in all | git fast-import", folder, false, claims, 0.7,
                 quick ? 5 : 3);
  return 0;
}
