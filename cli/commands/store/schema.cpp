// SPDX-License-Identifier: MIT
//
// aver schema: the records' JSON Schemas, for editors.
#include "cli/render/json/schema.h"

#include <memory>

#include "cli/commands/commands.h"
#include "cli/record/save.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::RecordKind;

struct Options {
  std::optional<std::string> kind;
  bool update = false;
  Writing writing;
};

constexpr RecordKind kKinds[] = {RecordKind::claim, RecordKind::stance, RecordKind::actor,
                                 RecordKind::source, RecordKind::review};

// The store's own words where there is a store.
claims::Vocabulary vocabulary(Session& session) {
  try {
    return session.store().view().vocabulary();
  } catch (const store::StoreError&) {
    return claims::default_vocabulary();
  }
}

int update(const Options& options, Session& session) {
  const auto saved = save(session, options.writing, [](const store::View& tip) {
    store::Change change;
    for (auto& [path, content] : editor_files(tip.vocabulary()))
      change.edits.push_back({path, content});
    change.message = "Update the schemas for editors\n";
    return change;
  });
  session.out.data(saved ? "updated .taplo.toml and .schemas\n"
                         : "the schemas are as they should be\n");
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

int run(const Options& options, Session& session) {
  if (options.update) return update(options, session);
  if (!options.kind) {
    throw store::StoreError(store::Fault::usage, "say of which record, or --update", {},
                            "aver schema stance");
  }
  for (const RecordKind kind : kKinds) {
    if (to_string(kind) == *options.kind) session.out.data(json_schema(kind, vocabulary(session)));
  }
  return kDone;
}

}  // namespace

Command schema_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "schema";
  command.description =
      "Prints the JSON Schema of a kind of record, made from the table that aver itself reads by, "
      "with the "
      "store's vocabulary in it. \"aver init\" puts all of them into a new store (.schemas, and "
      ".taplo.toml "
      "that says which is for which), so that an editor with a TOML language server completes and "
      "checks "
      "records; --update brings them up to date after the vocabulary or aver has changed.";
  Word kind = positional("KIND", options->kind, "claim, stance, actor, source or review");
  kind.choices = {"claim", "stance", "actor", "source", "review"};
  command.words = {kind, flag("--update", options->update, "write the store's own copies anew")};
  add_writing_words(command.words, options->writing);
  command.examples = {{"aver schema stance >stance.json", ""}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
