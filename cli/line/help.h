// SPDX-License-Identifier: MIT
//
// Help, made from the table of commands and from each command's declaration; and the topics.
#pragma once

#include <string>
#include <vector>

#include "cli/line/command.h"
#include "cli/terminal/output.h"

namespace aver::cli {

std::string overview(const Output& out);
std::string group_help(const std::string& group, const Output& out);  // "actor"
std::string command_help(const Command& command, const Output& out);

// Texts that explain a matter rather than a command: "dates", "vocabulary".
struct Topic {
  std::string_view name;
  std::string_view summary;
  std::string_view text;
};
const std::vector<Topic>& topics();

// Paragraphs; lines of "term<TAB>meaning" are laid out as rows.
std::string topic_text(const Topic& topic, const Output& out);

}  // namespace aver::cli
