// SPDX-License-Identifier: MIT
//
// Keeps the words of the command line for the life of the process, and replaces one name in them
// where it stands between characters that no name has.
#include "cli/terminal/command_echo.h"

#include <utility>

#include "cli/terminal/errors.h"

namespace aver::cli {
namespace {

struct CommandLine {
  std::vector<std::string> arguments;
  bool reads = false;
};
CommandLine& command_line() {
  static CommandLine one;
  return one;
}

bool is_of_a_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

void remember_command_line(std::vector<std::string> arguments, bool reads) {
  command_line() = {std::move(arguments), reads};
}

bool only_reads() { return command_line().reads; }

std::string command_with(const std::string& name, const std::string& better) {
  if (name.empty()) return "";
  bool found = false;
  std::string line = "aver";
  for (const std::string& argument : command_line().arguments) {
    std::string word = argument;
    for (std::size_t at = 0; !found && (at = word.find(name, at)) != word.npos; ++at) {
      const std::size_t end = at + name.size();
      // "-cadla" and "-holder:cadla" are terms of a query.
      const bool begins = at == 0 || !is_of_a_name(word[at - 1]) || (at == 1 && word[0] == '-');
      if (!begins || (end < word.size() && is_of_a_name(word[end]))) continue;
      word.replace(at, name.size(), better);
      found = true;
    }
    line += " " + shell_word(word);
  }
  return found ? line : "";
}

}  // namespace aver::cli
