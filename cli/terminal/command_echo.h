// SPDX-License-Identifier: MIT
//
// The command line as it was typed, for hints: the same command with one name corrected. Set once,
// by main.
#pragma once

#include <string>
#include <vector>

namespace aver::cli {

// `reads`: the command only reads, so its hints must not suggest commands that make a record.
void remember_command_line(std::vector<std::string> arguments, bool reads);

bool only_reads();

// Returns the command line, quoted for a shell, with the whole word `name` replaced by `better`:
// "aver list holder:calda". Empty where `name` does not occur in it as a whole word.
std::string command_with(const std::string& name, const std::string& better);

}  // namespace aver::cli
