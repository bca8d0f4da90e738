// SPDX-License-Identifier: MIT
//
// aver export: the records for other programs.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/exchange/export_forms.h"
#include "cli/names/without.h"
#include "cli/render/text/text.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct Options {
  std::string form;
  FilterWords filter;
  When when;
  std::optional<std::string> without;
  std::optional<std::string> file;
  bool force = false;
  std::optional<std::string> guard;
};

// What a form is written from.
struct Exporting {
  Session& session;
  const ExportScope& scope;
  ExportNames& names;
  Target& target;
  bool guard;
};

// The forms, in the order of the help. A new one is a row here and its function in export_forms.
struct Form {
  std::string_view word;
  void (*write)(const Exporting& from);
};
constexpr Form kForms[] = {
    {"jsonl",
     [](const Exporting& from) {
       if (from.scope.filter.any() || from.scope.at.on_given) {
         export_lines(from.session, from.scope, from.target);
       } else {
         export_all_lines(from.session, from.scope.view, from.target);
       }
     }},
    {"csv",
     [](const Exporting& from) {
       export_rows(from.session, from.scope, from.names, from.target, from.guard);
     }},
    {"claimreview",
     [](const Exporting& from) {
       export_reviews(from.session, from.scope, from.names, from.target);
     }},
    {"sqlite",
     [](const Exporting& from) { export_database(from.session, from.scope, from.target); }},
};

int run(const Options& options, Session& session) {
  if (options.without && options.form == "jsonl") {
    throw StoreError(Fault::usage,
                     "jsonl has the records as they are: --without goes with forms that say which "
                     "hold",
                     {}, "aver export csv --without " + shell_word(*options.without));
  }
  const store::View view = asked_view(session, options.when, options.without);
  if (view.commit().empty()) {
    throw StoreError(Fault::not_found, "nothing was known then: that is before the first commit");
  }
  const Coordinates at = session.coordinates(options.when);
  const Filter filter(session, view, options.filter, at.on);
  const ExportScope scope{view, filter, at};
  Target target(session, options.file, options.force);
  ExportNames names(session.store().view(view.commit()));
  for (const Form& form : kForms) {
    if (form.word == options.form)
      form.write({session, scope, names, target, options.guard == "on"});
  }
  target.finish();
  if (const auto told = told_without(view))
    session.out.talk("note: " + safe_line(without_text(told())) + "\n");
  return 0;
}

}  // namespace

Command export_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "export";
  command.description =
      "Writes records for other programs, to standard output or to a file that is there whole or "
      "not at all. Memory does not grow with the store.\n\n"
      "jsonl is the store itself, one line a file, and without loss: an import of it gives the "
      "same files, to the byte; symbolic links alone are left out, and named. csv has one row a "
      "stance, with its claim, holder and source. claimreview is "
      "JSON-LD, the verdicts in force on the scale \"rating\". sqlite is a database for those who "
      "want SQL. \"aver help export-formats\" lists columns and tables.\n\n"
      "With conditions, or with --on, only what fits is written; jsonl then has the claims, their "
      "stances that fit, and the actors and sources that these speak of. Each stance is looked at "
      "by itself, former ones too: csv's column in_force, and sqlite's table "
      "positions_in_force, say which hold. Stances that begin after the day of --on are left "
      "out.";
  command.words.push_back(positional("FORMAT", options->form, "jsonl, csv, claimreview or sqlite"));
  for (const Form& form : kForms) command.words.back().choices.emplace_back(form.word);
  add_filter_words(command.words, options->filter);
  command.words.push_back(
      option("--on", "DATE", &options->when.on, "as held on that day (default: today, and all)"));
  command.words.push_back(option("--known-at", "REV|DATE", &options->when.known_at,
                                 "as the store knew it then: a git revision, or a day"));
  command.words.push_back(without_word(options->without));
  command.words.push_back(option("--output", "-o", "FILE", &options->file, "write to this file"));
  command.words.push_back(guard_word(options->guard, "FORMAT csv", "off"));
  command.words.push_back(flag("--force", options->force, "replace the file where it exists"));
  command.examples = {
      {"aver export jsonl -o facts.jsonl", "everything, to be kept or imported elsewhere"},
      {"aver export csv dorn --on 2024-11-01 >dorn.csv", "one topic, as held on a day"},
      {"aver export claimreview --holder wintermoor-courier", "one reviewer's verdicts"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
