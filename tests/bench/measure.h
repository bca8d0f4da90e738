// SPDX-License-Identifier: MIT
//
// Whole processes, ours and theirs in turn, and the ratio of their medians.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace aver::bench {

// A command that is made anew for each run, so that every run has something new to do.
using Command = std::vector<std::string>;
using MakeCommand = std::function<Command(int run)>;
MakeCommand always(Command command);

struct Row {
  int number;
  std::string name;
  MakeCommand ours;
  MakeCommand theirs;
  double goal;  // for the time of ours divided by theirs
  int runs;
  Command and_start = {};        // its time counts with theirs: a start of our process
  MakeCommand before = nullptr;  // run before each of ours, and not timed
};

// The rows to measure; empty: all.
void measure_only(std::set<int> numbers);
bool is_measured(int number);

void measure(const Row& row);
void print_row(int number, const std::string& name, const std::vector<double>& ours,
               const std::vector<double>& theirs, double goal);
// A row of one value: "ms", "MB", "MB/s".
void print_value(int number, const std::string& name, double value, const char* unit, double goal,
                 bool at_least = false);

// Runs a command with its output thrown away; a failure ends the program. `memory`: where to, the
// most that it had in memory, in MB.
double milliseconds(const Command& command, double* memory = nullptr);
double median(std::vector<double> times);

// Does something in a process of its own: what is started later would inherit the memory that it
// took, as far as the system's count goes.
void apart(const std::function<void()>& work);

}  // namespace aver::bench
