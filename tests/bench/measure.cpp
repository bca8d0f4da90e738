// SPDX-License-Identifier: MIT
#include "tests/bench/measure.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

extern char** environ;

namespace aver::bench {
namespace {

std::set<int>& wanted() {
  static std::set<int> numbers;
  return numbers;
}

}  // namespace

MakeCommand always(Command command) {
  return [command = std::move(command)](int) { return command; };
}

void measure_only(std::set<int> numbers) { wanted() = std::move(numbers); }

bool is_measured(int number) { return wanted().empty() || wanted().contains(number); }

double milliseconds(const Command& command, double* memory) {
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

void apart(const std::function<void()>& work) {
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (status != 0) std::exit(1);
}

void print_row(int number, const std::string& name, const std::vector<double>& ours,
               const std::vector<double>& theirs, double goal) {
  const double ratio = median(ours) / median(theirs);
  std::printf("%2d  %-52s %9.2f %9.2f   %6.3f  <= %-5g %s\n", number, name.c_str(), median(ours),
              median(theirs), ratio, goal, ratio <= goal ? "ok" : "over");
  std::fflush(stdout);
}

void print_value(int number, const std::string& name, double value, const char* unit, double goal,
                 bool at_least) {
  const bool reached = at_least ? value >= goal : value <= goal;
  std::printf("%2d  %-52s %9.2f %-18s  %s %-5g %s\n", number, name.c_str(), value, unit,
              at_least ? ">=" : "<=", goal, reached ? "ok" : "over");
  std::fflush(stdout);
}

void measure(const Row& row) {
  if (!is_measured(row.number)) return;
  constexpr int kWarmUps = 2;
  std::vector<double> ours;
  std::vector<double> theirs;
  for (int run = 0; run < row.runs + kWarmUps; ++run) {
    if (row.before) milliseconds(row.before(run));
    const double a = milliseconds(row.ours(run));
    double b = milliseconds(row.theirs(run));
    if (!row.and_start.empty()) b += milliseconds(row.and_start);
    if (run < kWarmUps) continue;
    ours.push_back(a);
    theirs.push_back(b);
  }
  print_row(row.number, row.name, ours, theirs, row.goal);
}

}  // namespace aver::bench
