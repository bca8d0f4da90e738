// SPDX-License-Identifier: MIT
//
// aver import jsonl: imports JSON Lines as aver export jsonl, or another program, writes them.
#include <memory>

#include "claims/exchange/json/jsonl.h"
#include "cli/commands/commands.h"
#include "cli/exchange/import_input.h"
#include "cli/exchange/importing.h"
#include "cli/terminal/errors.h"

namespace aver::cli {
namespace {

using claims::Severity;
using store::Fault;
using store::StoreError;
namespace jsonl = claims::jsonl;

struct Options {
  std::vector<std::string> files;
  ImportWords import;
};

void take_line(jsonl::JsonLine&& line, Import& import) {
  ImportRow row;
  row.line = line.number;
  row.raw = line.text;
  for (claims::Diagnostic& problem : line.problems) {
    problem.file.clear();  // the record's; the place is one in this line
    row.problems.push_back(std::move(problem));
  }
  if (line.file) {
    jsonl::File& file = *line.file;
    if (file.mode == jsonl::Mode::link) {
      row.problems.push_back({Severity::warning,
                              claims::InputRule::jsonl_mode,
                              "",
                              {line.number, 1},
                              file.path + " is a symbolic link, and is left out",
                              ""});
      import.take(row);
      return;
    }
    Incoming incoming;
    incoming.mode =
        file.mode == jsonl::Mode::executable ? store::FileMode::executable : store::FileMode::plain;
    if (file.record) incoming.kind = file.record->kind;
    incoming.path = std::move(file.path);
    incoming.bytes = std::move(file.bytes);
    incoming.exact = true;
    row.records.push_back(std::move(incoming));
  }
  import.take(row);
}

int run(const Options& options, Session& session) {
  if (options.files.empty()) {
    throw StoreError(Fault::usage, "no file is named", {},
                     "aver import jsonl FILE; - is standard input");
  }
  Import import(session, options.import);
  for (const std::string& path : options.files) {
    InputFile input(session, path);
    import.begin(input.name());
    jsonl::read(input.more(), [&](jsonl::JsonLine&& line) {
      take_line(std::move(line), import);
      return true;
    });
  }
  return import.finish();
}

}  // namespace

Command import_jsonl_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "import jsonl";
  command.description =
      "Brings in records from JSON Lines, one a line: what \"aver export jsonl\" wrote of another "
      "store comes in as it was, to the byte; symbolic links are left out.\n\n"
      "Everything is judged before anything is written. What is in the store already is passed "
      "over; what says something else there stays, and is told. A store without records takes the "
      "vocabulary that comes in.";
  command.words = {positional("FILE", o.files, "JSON Lines; - is standard input")};
  add_import_words(command.words, o.import);
  command.examples = {
      {"aver export jsonl | aver -C ../other import jsonl -", "into the store in ../other"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
