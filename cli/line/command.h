// SPDX-License-Identifier: MIT
//
// What a command is: its words, its help, and what it does. Help, completion and the parser all
// read the same declaration; CLI11 itself is seen by arguments.cpp alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cli/answers/format.h"

namespace aver::cli {

class Session;

// One positional word, option or flag, and where its value goes.
struct Word {
  enum class Kind { positional, option, flag };
  using Target = std::variant<std::string*, std::optional<std::string>*, std::vector<std::string>*,
                              std::optional<int>*, std::optional<Format>*, bool*>;

  Kind kind = Kind::positional;
  std::string name{};   // "CLAIM", "--held"
  std::string alias{};  // "-m", or empty
  std::string value{};  // what stands for the value in the help: "DATE"
  std::string help{};
  bool required = false;
  std::vector<std::string> choices{};  // the values allowed, where they are few and fixed
  Target target{};
  bool is_query = false;  // words of a query: those that begin with one "-", too
  std::string beside{};   // a word and its value that it only goes with: "--format csv"
};

// A positional is required where it goes into a string, optional for an optional, and takes all the
// rest for a vector.
inline Word positional(std::string name, std::string& to, std::string help) {
  return {.name = std::move(name), .help = std::move(help), .required = true, .target = &to};
}
inline Word positional(std::string name, std::optional<std::string>& to, std::string help) {
  return {.name = std::move(name), .help = std::move(help), .target = &to};
}
inline Word positional(std::string name, std::vector<std::string>& to, std::string help) {
  return {.name = std::move(name), .help = std::move(help), .target = &to};
}

// An option takes a value each time it is given; into a vector it may be given several times.
inline Word option(std::string name, std::string value, Word::Target to, std::string help,
                   std::vector<std::string> choices = {}) {
  return {.kind = Word::Kind::option,
          .name = std::move(name),
          .value = std::move(value),
          .help = std::move(help),
          .choices = std::move(choices),
          .target = to};
}
inline Word option(std::string name, std::string alias, std::string value, Word::Target to,
                   std::string help) {
  return {.kind = Word::Kind::option,
          .name = std::move(name),
          .alias = std::move(alias),
          .value = std::move(value),
          .help = std::move(help),
          .target = to};
}
inline Word flag(std::string name, bool& to, std::string help) {
  return {
      .kind = Word::Kind::flag, .name = std::move(name), .help = std::move(help), .target = &to};
}

struct Example {
  std::string command;
  std::string what;
};

struct Command {
  std::string name;         // "record", "actor add"
  std::string summary;      // one line, no full stop
  std::string description;  // paragraphs; may be empty
  std::vector<Word> words;
  std::vector<Example> examples;
  std::function<int(Session&)> run;  // returns the exit code
};

// The groups of --help, in its order.
enum class CommandGroup { store, record, look, provenance, review, share, git, help };

// Whether a command goes by the branch of the proposal that the user is recording (aver propose),
// and tells so.
enum class Follow { nothing, silently, and_say_so };

// What main must know of a command before it runs.
struct CommandTraits {
  // What it writes are records: a hint of it may be a command that makes one more.
  bool makes_records = false;
  Follow follow = Follow::nothing;
};

// A row of the table of commands. Only the command that is asked for is made.
struct CommandRow {
  std::string_view name;  // that of the Command, too
  CommandGroup group;
  CommandTraits traits;
  std::string_view summary;
  Command (*make)();
};

// All commands in the order of --help (commands/commands.cpp).
const std::vector<CommandRow>& command_table();

}  // namespace aver::cli
