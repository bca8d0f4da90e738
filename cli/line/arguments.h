// SPDX-License-Identifier: MIT
//
// From argv to a command with its values filled in. CLI11 does the parsing, behind this header.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/line/command.h"

namespace aver::cli {

// Options that every command takes, before or after its name.
struct Globals {
  std::optional<std::string> directory;  // -C
  std::optional<std::string> color;      // auto, always, never
  bool no_pager = false;
  bool help = false;
  bool version = false;
};
std::vector<Word> global_words(Globals& globals);

// What argv asks for. `command` is empty for `aver`, `aver --help` and `aver --version`, and for
// the name of a group alone ("actor"): then `group` has that name.
struct Request {
  Globals globals;
  std::optional<Command> command;
  CommandTraits traits;  // of `command`
  std::string group;
};

// Throws store::StoreError(usage), with a sentence and a hint of aver's own, for every wrong
// command line.
Request parse_arguments(const std::vector<std::string>& arguments);

// As parse_arguments, for a single command: fills in its words and the globals.
void parse_words(const std::string& name, std::vector<Word> words,
                 const std::vector<std::string>& arguments);

}  // namespace aver::cli
