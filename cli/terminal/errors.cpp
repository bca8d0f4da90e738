// SPDX-License-Identifier: MIT
//
// One table turns a fault into an exit code, and one layout prints errors and findings. All of it
// is made safe for the terminal here.
#include "cli/terminal/errors.h"

#include "cli/terminal/command_echo.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

constexpr std::string_view kPlain =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:,+=@%";

}  // namespace

int exit_code(store::Fault fault) {
  using store::Fault;
  switch (fault) {
    case Fault::usage:
    case Fault::identity:
      return kUsage;
    case Fault::not_found:
    case Fault::ambiguous:
      return kNotFound;
    case Fault::dirty:
    case Fault::conflict:
      return kConflict;
    case Fault::locked:
    case Fault::io:
      return kLocked;
    case Fault::remote:
      return kRemote;
    case Fault::corrupt:
    case Fault::unsupported:
      return kBadData;
    case Fault::refused:
      return kAnswerIsNo;
    case Fault::bug:
      return kBug;
  }
  return kBug;
}

int report(const store::StoreError& error, Output& out) {
  out.talk("error: " + safe(error.what()) + "\n");
  for (const std::string& cause : error.causes()) out.talk("caused by: " + safe(cause) + "\n");
  if (!error.hint().empty()) out.talk("hint: " + safe(error.hint()) + "\n");
  return exit_code(error.fault());
}

void report(const claims::Diagnostics& diagnostics, Output& out) {
  for (const claims::Diagnostic& diagnostic : diagnostics) {
    // "error: " goes first here as everywhere, so that a reader finds it in one place.
    std::string line(to_string(diagnostic.severity));
    line += ": ";
    line += safe_line(diagnostic.file);
    if (diagnostic.place.line != 0) {
      line += ":" + std::to_string(diagnostic.place.line) + ":" +
              std::to_string(diagnostic.place.column);
    }
    line += ": " + safe_line(diagnostic.sentence);
    if (!diagnostic.rule.empty()) line += " [" + std::string(diagnostic.rule.text()) + "]";
    out.talk(line + "\n");
    if (!diagnostic.hint.empty()) out.talk("hint: " + safe_line(diagnostic.hint) + "\n");
  }
}

std::string did_you_mean(const std::vector<std::string>& near) {
  std::string text;
  for (std::size_t i = 0; i < near.size(); ++i) {
    text += i == 0 ? "; did you mean " : (i + 1 == near.size() ? " or " : ", ");
    text += near[i];
  }
  return near.empty() ? "" : text + "?";
}

std::string mended(const std::string& name, const std::vector<std::string>& near,
                   std::string hint) {
  const std::string command = near.empty() ? "" : command_with(name, near.front());
  return command.empty() ? hint : command;
}

void not_found(const std::string& what, const std::string& name,
               const std::vector<std::string>& near, std::string hint) {
  throw store::StoreError(store::Fault::not_found,
                          "there is no " + what + " \"" + name + "\"" + did_you_mean(near), {},
                          mended(name, near, std::move(hint)));
}

std::string shell_word(const std::string& word) {
  if (!word.empty() && word.find_first_not_of(kPlain) == word.npos) return word;
  if (word.find_first_of("\"$`\\!\n") == word.npos) return "\"" + word + "\"";
  std::string answer = "'";
  for (const char c : word) {
    if (c == '\'') {
      answer += "'\\''";
    } else {
      answer += c;
    }
  }
  return answer + "'";
}

}  // namespace aver::cli
