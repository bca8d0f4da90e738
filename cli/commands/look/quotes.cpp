// SPDX-License-Identifier: MIT
//
// aver quotes: the quotations in a source's saved text, and which of them are recorded.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/evidence/quotations.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"

namespace aver::cli {
namespace {

struct Options {
  std::string source;
  bool unrecorded = false;
  Reading reading;
};

int run(const Options& options, Session& session) {
  const store::View view = session.view(options.reading.when);
  if (nothing_was_known(session, view, options.reading, "aver.quotes/1")) return kDone;
  QuotationsAnswer answer = quotations_of(session, view, source_named(view, options.source));
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  if (options.unrecorded) {
    answer.unrecorded = true;
    std::erase_if(answer.found, [](const auto& one) { return !one.recorded.empty(); });
  }
  print(session, options.reading, answer);
  return kDone;
}

}  // namespace

Command quotes_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "quotes";
  command.description =
      "Lists the quotations in a source's saved text: the paragraph, the words, who is likely to "
      "have said "
      "them (the nearest \"X said\"), and the stances that have them already. Quotation marks of "
      "the usual "
      "languages count, badly paired ones, too.";
  command.words = {positional("SOURCE", options->source, "a source with a capture"),
                   flag("--unrecorded", options->unrecorded, "only those that no stance has yet")};
  add_clock_words(command.words, options->reading, row_formats());
  command.examples = {{"aver quotes ministers-wintermoor", ""},
                      {"aver draft ministers-wintermoor", "record them, in your editor"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
