// SPDX-License-Identifier: MIT
//
// aver import claimreview: other people's fact checks, in JSON-LD, in pages, or from the Fact Check
// Tools API.
#include <memory>

#include "claims/exchange/claimreview/claimreview.h"
#include "claims/exchange/claimreview/labels.h"
#include "cli/commands/commands.h"
#include "cli/exchange/import_input.h"
#include "cli/exchange/importing.h"
#include "cli/terminal/errors.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
namespace claimreview = claims::claimreview;

struct Options {
  std::vector<std::string> files, labels;
  std::optional<std::string> unmapped, folder;
  ImportWords import;
};

Incoming incoming_of(const claimreview::Record& record) {
  Incoming incoming;
  const claims::RecordRef ref = claimreview::ref_of(record);
  incoming.kind = ref.kind;
  incoming.path = claims::path_of(ref);
  incoming.table = std::visit([](const auto& one) { return claims::table_of(one); }, record);
  if (const auto* stance = std::get_if<claims::Stance>(&record)) {
    incoming.path =
        claims::stance_path(stance->claim, claims::stance_name(stance->held, stance->holder));
  }
  return incoming;
}

int run(const Options& options, Session& session) {
  if (options.files.empty()) {
    throw StoreError(Fault::usage, "no file is named", {},
                     "aver import claimreview FILE; - is standard input");
  }
  Import import(session, options.import);
  claims::Labels labels;
  for (const std::string& path : options.labels) {
    const claims::Diagnostics problems =
        labels.add(InputFile(session, path).all(), path, import.vocabulary());
    if (!has_errors(problems)) continue;
    report(problems, session.out);
    throw StoreError(Fault::corrupt, "the table of labels " + path + " cannot be used");
  }
  claimreview::Options how{labels, import.vocabulary()};
  how.unmapped = options.unmapped.value_or("");
  if (options.folder) how.folder = *options.folder;
  how.known_actor = [&](std::string_view name) { return import.actors().called(name); };
  for (const std::string& path : options.files) {
    InputFile input(session, path);
    import.begin(input.name());
    claimreview::read(input.more(), how, [&](claimreview::PublishedReview&& review) {
      ImportRow row;
      row.line = review.place.line;
      row.raw = review.json;
      row.problems = std::move(review.problems);
      const claims::Place place = review.place;
      row.place = [place](claims::Place, std::string&) { return place; };
      for (const claimreview::Record& record : review.records) {
        row.records.push_back(incoming_of(record));
      }
      import.take(row);
      return true;
    });
  }
  return import.finish();
}

}  // namespace

Command import_claimreview_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "import claimreview";
  command.description =
      "Brings in fact checks that are published as ClaimReview: JSON-LD by itself or in the pages "
      "of a site, or the answers of Google's Fact Check Tools API. The publisher is the holder; "
      "its "
      "label is kept word for word, and stands for a position by a table of labels.";
  command.words = {
      positional("FILE", o.files, "JSON, JSON Lines or HTML; - is standard input"),
      option("--labels", "FILE", &o.labels,
             "a table of labels of your own, POSITION <tab> LABEL | LABEL; may be repeated"),
      option("--unmapped", "POSITION", &o.unmapped,
             "for labels that no table has; without it, they are refused"),
      option("--folder", "ID", &o.folder, "of the claims and sources (default: claimreview)"),
  };
  add_import_words(command.words, o.import);
  command.examples = {{"aver import claimreview reviews.json --dry-run", "what would come in"},
                      {"aver import claimreview page.html --labels ours.tsv",
                       "a saved page; ours.tsv is a table of labels"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
