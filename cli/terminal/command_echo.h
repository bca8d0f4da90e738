// SPDX-License-Identifier: MIT
//
// The command line as it was typed, for hints: the same command with a name mended. Set once, by
// main.
#pragma once

#include <string>
#include <vector>

namespace aver::cli {

// `reads`: the command records nothing, so that no hint of it should be one that makes a record.
void remember_command_line(std::vector<std::string> arguments, bool reads);

bool only_reads();

// Returns the command line with `better` where `name` stands in it as a whole, ready for a shell:
// "aver list holder:china"; empty where it does not stand there.
std::string command_with(const std::string& name, const std::string& better);

}  // namespace aver::cli
