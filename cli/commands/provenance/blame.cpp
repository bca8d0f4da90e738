// SPDX-License-Identifier: MIT
//
// aver blame: for every value of a record, who recorded it, when, and on what evidence.
#include "claims/positions/blame.h"

#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/provenance/file_versions.h"
#include "cli/review/approvals.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::View;

struct Options {
  std::string record;
  std::optional<std::string> key;
  Reading reading;
};

// The files of a record: a claim's own and its stances', or the one.
std::vector<std::string> files_of(const View& view, const claims::RecordRef& record) {
  std::vector<std::string> files = {claims::path_of(record)};
  if (record.kind != RecordKind::claim) return files;
  for (const std::string& name : view.stance_names(record.id)) {
    files.push_back(claims::stance_path(record.id, name));
  }
  return files;
}

// The paths that a file of the record had before, by the record's.
std::vector<std::string> former_paths(const std::vector<std::string>& paths, RecordKind kind,
                                      const std::string& file) {
  std::vector<std::string> former;
  for (std::size_t i = 1; i < paths.size(); ++i) {
    former.push_back(kind == RecordKind::claim ? paths[i] + file.substr(paths.front().size())
                                               : paths[i]);
  }
  return former;
}

// `former` are the paths that the file had before.
BlamedRecord blamed(FileVersions& versions, const std::string& file,
                    const std::vector<std::string>& former, const std::optional<std::string>& key) {
  BlamedRecord answer;
  answer.record = file;
  const auto now = versions.of(file, former);
  if (!now) return answer;
  if (const auto record = claims::record_at(file); record && record->kind == RecordKind::stance) {
    const auto stance = claims::decode_stance(versions.versions()[*now].text, file);
    if (stance.record) answer.evidence = places_of_evidence(*stance.record);
  }
  for (claims::BlamedValue& value : claims::blame(versions.versions(), *now)) {
    if (key && value.key != *key) continue;
    const store::LogEntry& by = versions.commit_of(value.version);
    answer.lines.push_back(
        {std::move(value.key), std::move(value.value), by.commit, by.committed_at, by.author});
  }
  return answer;
}

int run(const Options& options, Session& session) {
  const View view = session.view(options.reading.when);
  if (nothing_was_known(session, view, options.reading, "aver.blame/1")) return kDone;
  const claims::RecordRef record = record_in(session, view, options.record);
  const std::vector<std::string> paths = paths_of(view, record);
  FileVersions versions(session.store(), view, paths);

  BlameAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  answer.title = record.id;
  if (const auto claim = view.claim(
          record.kind == RecordKind::stance ? claims::split_stance_id(record.id).claim : record.id);
      claim && claim->record) {
    answer.text = claim->record->text;
  }
  const Approvals approvals(session, view, paths);
  for (const std::string& file : files_of(view, record)) {
    const std::vector<std::string> former = former_paths(paths, record.kind, file);
    BlamedRecord one = blamed(versions, file, former, options.key);
    one.approved_by = approvals.of(file, former);
    if (!one.lines.empty()) answer.records.push_back(std::move(one));
  }
  if (options.key && answer.records.empty()) {
    throw store::StoreError(store::Fault::not_found,
                            "nothing in " + record.id + " has the key \"" + *options.key + "\"", {},
                            "aver blame " + record.id);
  }
  print(session, options.reading, answer);
  return kDone;
}

}  // namespace

Command blame_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "blame";
  command.description =
      "For every value of a record: who recorded it, when, in which commit, and on what evidence. "
      "Of a "
      "claim, those of all its stances, too. Goes by values and not by lines: layout has no "
      "author, each "
      "element of a list has its own, and a record that was renamed keeps them.";
  command.words = {
      positional("RECORD", options->record, "a claim, stance, actor or source"),
      positional("KEY", options->key, "only this key: quote, position, text, …"),
  };
  add_clock_words(command.words, options->reading, row_formats());
  command.examples = {{"aver blame calda-restrains-dorn", "everything on this claim"},
                      {"aver blame calda-restrains-dorn/2024-10-31-calda quote",
                       "who recorded this quote, when, from where"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
