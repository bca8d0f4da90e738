// SPDX-License-Identifier: MIT
#include "tests/bench/import_rows.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "store/process.h"
#include "tests/bench/generate.h"
#include "tests/bench/measure.h"

namespace aver::bench {
namespace {

namespace fs = std::filesystem;

std::string output_of(const fs::path& place, const char* revision) {
  return store::run_git({"-C", place.string(), "rev-parse", revision}).output;
}

// Ours and git's, each into a new bare store; `revision` names what must come to the same.
void measure_import(int number, const std::string& name, const fs::path& folder,
                    const std::function<Command(const fs::path&)>& ours, const fs::path& stream,
                    const char* revision, double goal, int runs) {
  const fs::path places[] = {folder / "import-aver.git", folder / "import-git.git"};
  std::vector<double> times[2];
  double memory = 0;
  for (int run = 0; run < runs; ++run) {
    make_bare(places[0]);
    times[0].push_back(milliseconds(ours(places[0]), &memory));
    make_bare(places[1]);
    times[1].push_back(milliseconds({"sh", "-c", "git -C \"$1\" fast-import --quiet <\"$2\"", "sh",
                                     places[1].string(), stream.string()}));
  }
  if (output_of(places[0], revision) != output_of(places[1], revision)) {
    std::fprintf(stderr, "the imports differ: %s and %s\n", places[0].c_str(), places[1].c_str());
    std::exit(1);
  }
  print_row(number, name, times[0], times[1], goal);
  print_value(15, "memory of it", memory, "MB", 250);
  for (const fs::path& place : places) fs::remove_all(place);
}

}  // namespace

void measure_imports(const std::string& program, const fs::path& folder, bool quick) {
  if (!is_measured(12) && !is_measured(13)) return;
  const std::size_t claims = quick ? 1000 : 20000;
  const fs::path stream = folder / "import.stream";
  const fs::path lines = folder / "import.jsonl";
  const std::string self = fs::read_symlink("/proc/self/exe").string();
  const auto by_writer = [&](const fs::path& place) {
    return Command{self, "--import", stream.string(), place.string()};
  };
  const auto by_command = [&](const std::string& rows) {
    return [&, rows](const fs::path& place) {
      return Command{
          "sh",
          "-c",
          "rm -rf \"$2\" && \"$1\" init --bare \"$2\" >/dev/null && exec \"$1\" -C \"$2\" "
          "import jsonl \"$3\" --commit-every \"$4\"",
          "sh",
          program,
          place.string(),
          lines.string(),
          rows};
    };
  };
  const fs::path source = folder / "import-source.git";
  make_bare(source);
  apart([&] { write_stream({"", claims, false}, stream); });
  store::run({"sh", "-c",
              "git -C \"$2\" fast-import --quiet <\"$3\" && \"$1\" -C \"$2\" export jsonl >\"$4\"",
              "sh", program, source.string(), stream.string(), lines.string()});
  fs::remove_all(source);
  for (const bool each : {true, false}) {
    const int number = each ? 12 : 13;
    if (!is_measured(number)) continue;
    const double goal = each ? 0.4 : 0.7;
    const int runs = quick ? 5 : each ? 1 : 3;
    const std::string what = each ? "a commit a record" : "one commit in all";
    apart([&] { write_stream({"", claims, each}, stream); });
    measure_import(number, "the pack writer, " + what + " | git fast-import", folder, by_writer,
                   stream, "main", goal, runs);
    measure_import(number, "import jsonl, " + what + " | git fast-import", folder,
                   by_command(each ? "1" : "1000000"), stream, "HEAD:claims", goal, runs);
  }
  fs::remove(stream);
  fs::remove(lines);
}

}  // namespace aver::bench
