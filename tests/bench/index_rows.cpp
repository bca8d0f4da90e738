// SPDX-License-Identifier: MIT
#include "tests/bench/index_rows.h"

#include <unistd.h>

#include <vector>

#include "store/process.h"
#include "tests/bench/generate.h"
#include "tests/bench/measure.h"

namespace aver::bench {
namespace {

namespace fs = std::filesystem;

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
void measure_history_behind(const std::string& program, const fs::path& place, int commits,
                            int runs, double goal) {
  const std::vector<std::string> question = {program, "-C", place.string(), "log", "-n", "1"};
  milliseconds(question);
  std::vector<double> behind;
  std::vector<double> current;
  for (int run = 0; run < runs; ++run) {
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
    behind.push_back(milliseconds(question));
    current.push_back(milliseconds(question));
  }
  print_value(9, "history: " + std::to_string(commits) + " commits behind, added to a question",
              median(behind) - median(current), "ms", goal);
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
  print_value(9, "records: " + std::to_string(commits) + " commits behind, added to a question",
              more, "ms", goal);
}

void measure_memory(const char* what, const Command& command) {
  constexpr double kGoal = 60;
  double memory = 0;
  milliseconds(command, &memory);
  print_value(15, std::string("memory of ") + what, memory, "MB", kGoal);
}

// A copy that may be added to.
fs::path copied(const fs::path& store, const fs::path& folder) {
  const fs::path place = folder / (store.stem().string() + "-behind.git");
  std::error_code ignored;
  fs::remove_all(place, ignored);
  store::run_git({"clone", "-q", "--bare", store.string(), place.string()});
  return place;
}

}  // namespace

void measure_index(const std::string& program, const fs::path& store, const fs::path& folder,
                   bool quick) {
  const std::string place = store.string();
  const std::string typical = claim_id(quick ? 600 : 12000);  // a handful of stances
  const auto ours = [&](Command words) {
    words.insert(words.begin(), {program, "-C", place});
    return words;
  };
  const auto git = [&](Command words) {
    words.insert(words.begin(), {"git", "-C", place});
    return words;
  };

  const MakeCommand log = always({"git", "-C", filtered(store, folder).string(), "log", "--oneline",
                                  "--", "claims/" + typical});
  measure({6, "log CLAIM | git log, changed-path filters", always(ours({"log", typical})), log,
           0.05, 20});
  measure({6, "blame CLAIM | git log, changed-path filters", always(ours({"blame", typical})), log,
           0.05, 20});
  measure({7,
           "history index from nothing | git log --raw of all",
           always(ours({"log", "-n", "1"})),
           always(git({"log", "--raw", "--no-renames", "-z"})),
           1.3,
           3,
           {},
           always({"sh", "-c", "rm -f \"$1\"/aver/history.db*", "sh", place})});

  // What is asked of the index, against reading everything once, which is what git can do.
  const std::string rare = std::to_string(quick ? 617 : 12345);
  const Command list = ours({"list", "t000", "--holder", "a003", "--position", "silent"});
  const Command table = ours({"positions", "t000", "--holder", "a003", "--tag", "tag3"});
  const Command search = ours({"search", "case", rare});
  const Command rebuild = ours({"list", "--holder", "a003", "--position", "silent"});
  const MakeCommand grep = always(git({"grep", "-c", "case " + rare, "HEAD"}));
  measure({8,
           "records index from nothing | git grep of one word",
           always(rebuild),
           grep,
           3.5,
           3,
           {},
           always({"sh", "-c", "rm -f \"$1\"/aver/records.db*", "sh", place})});
  if (is_measured(9)) {
    const fs::path behind = copied(store, folder);
    measure_history_behind(program, behind, 1, 15, 3);
    measure_history_behind(program, behind, 1000, 5, 500);
    measure_records_behind(program, behind, 1, 15, 3);
    measure_records_behind(program, behind, 1000, 3, 500);
    fs::remove_all(behind);
  }
  measure({10, "list of some twenty | git grep of one word", always(list), grep, 0.02, 10});
  measure({10, "positions of some twenty | the same", always(table), grep, 0.02, 10});
  measure({10, "search, one hit | the same", always(search), grep, 0.02, 10});
  const std::string far = quick ? "HEAD~3000" : "HEAD~50000";
  measure({11, "diff " + far + " HEAD | git diff --name-status",
           always(ours({"diff", far, "HEAD"})),
           always(git({"diff", "--name-status", "--no-renames", far, "HEAD"})), 1.5, 3});
  measure(
      {11, "show CLAIM --known-at DAY | git rev-list -1 --before",
       always(ours({"show", "--known-at", "2020-01-03", claim_id(1)})),
       always(git({"rev-list", "-1", "--first-parent", "--before=2020-01-03T00:00:00", "HEAD"})),
       0.3, 5});
  if (is_measured(15)) {
    measure_memory(
        "making the records index",
        {"sh", "-c", "rm -f \"$2\"/aver/records.db*; exec \"$1\" -C \"$2\" list --holder a003",
         "sh", program, place});
    measure_memory("list", list);
    measure_memory("history HOLDER", ours({"history", "a003"}));
    measure_memory("search", search);
    measure_memory("log CLAIM", ours({"log", typical}));
  }
}

}  // namespace aver::bench
