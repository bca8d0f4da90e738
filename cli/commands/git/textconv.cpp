// SPDX-License-Identifier: MIT
//
// aver textconv: a record as git diff and git log -p show it: a line a value, long texts a line a
// sentence.
#include <fstream>
#include <iterator>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/session/session.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

namespace toml = claims::toml;

struct Options {
  std::string file;
};

// A long text, a line a sentence, so that a changed word changes one line.
std::string sentences(const std::string& text) {
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends = (text[i] == '.' || text[i] == '!' || text[i] == '?') && i + 1 < text.size() &&
                      text[i + 1] == ' ';
    lines += text[i];
    if (ends) {
      lines += "\n  ";
      ++i;
    } else if (text[i] == '\n') {
      lines += "  ";
    }
  }
  return lines;
}

std::string line_of(const toml::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return sentences(*text);
  if (const auto* table = std::get_if<toml::Table>(&value.data)) {
    std::string line;
    for (const toml::Entry& entry : *table) {
      line += (line.empty() ? "" : ", ") + entry.key + " " + line_of(entry.value);
    }
    return line;
  }
  return toml::write(value);
}

int run(const Options& options, Session& session) {
  std::ifstream in(session.user_path(options.file), std::ios::binary);
  if (!in) {
    throw store::StoreError(store::Fault::not_found,
                            "the file " + options.file + " cannot be read");
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const toml::Parsed parsed = toml::parse(text, options.file);
  if (!parsed.problems.empty()) {
    session.out.data(text);  // as it is: git shows what there is
    return kDone;
  }
  for (const toml::Entry& entry : parsed.root) {
    if (const auto* list = std::get_if<toml::Array>(&entry.value.data)) {
      for (const toml::Value& item : *list) {
        session.out.data(safe(entry.key + ": " + line_of(item)) + "\n");
      }
    } else {
      session.out.data(safe(entry.key + ": " + line_of(entry.value)) + "\n");
    }
  }
  return kDone;
}

}  // namespace

Command textconv_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "textconv";
  command.description =
      "Prints a record's file as git diff and git log -p show it once git-install has been run: a "
      "line a "
      "value, long texts a line a sentence, layout left out.";
  command.words = {positional("FILE", options->file, "any record's file")};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
