// SPDX-License-Identifier: MIT
//
// aver blame: for every value of a record, who recorded it, when, and on what evidence.
#include "claims/positions/blame.h"

#include <algorithm>
#include <map>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/review/approvals.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"
#include "store/history.h"

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

class Blame {
 public:
  Blame(const View& view, std::vector<store::LogEntry> log, std::optional<std::string> key)
      : view_(view), log_(std::move(log)), key_(std::move(key)) {
    for (std::size_t i = 0; i < log_.size(); ++i) {
      for (const store::ChangedPath& path : log_[i].paths)
        changes_[path.path].emplace_back(i, &path);
    }
  }

  // `paths` are all paths that the file has had, the present one first.
  BlamedRecord file(const std::vector<std::string>& paths) {
    BlamedRecord answer;
    answer.record = paths.front();
    const std::string now = view_.read(paths.front()).value_or("");
    if (const auto record = claims::record_at(paths.front());
        record && record->kind == RecordKind::stance) {
      const auto stance = claims::decode_stance(now, paths.front());
      if (stance.record) answer.evidence = places_of_evidence(*stance.record);
    }
    // A commit that moves a file changes two of its paths: one has the text before, the other the
    // text after.
    std::map<std::size_t, claims::Version> by_commit;
    for (const std::string& path : paths) {
      for (const auto& [commit, change] : changes_[path]) {
        claims::Version& version = by_commit[commit];
        if (!change->before.empty()) version.before = blob(change->before);
        if (!change->after.empty()) version.after = blob(change->after);
        version.merge = log_[commit].merge;
      }
    }
    std::vector<claims::Version> versions;
    std::vector<std::size_t> commits;
    for (const auto& [commit, version] : by_commit) {
      versions.push_back(version);
      commits.push_back(commit);
    }
    for (claims::BlamedValue& value : claims::blame(now, versions)) {
      if (key_ && value.key != *key_) continue;
      BlamedLine line{std::move(value.key), std::move(value.value), "", 0, ""};
      if (value.version) {
        const store::LogEntry& by = log_[commits[*value.version]];
        line.commit = by.commit;
        line.time = by.committed_at;
        line.author = by.author;
      }
      answer.lines.push_back(std::move(line));
    }
    return answer;
  }

 private:
  std::string_view blob(const store::BlobId& id) {
    auto at = blobs_.find(id);
    if (at == blobs_.end()) at = blobs_.emplace(id, view_.read_blob(id)).first;
    return at->second;
  }

  const View& view_;
  std::vector<store::LogEntry> log_;
  std::optional<std::string> key_;
  std::map<std::string, std::vector<std::pair<std::size_t, const store::ChangedPath*>>> changes_;
  std::map<store::BlobId, std::string> blobs_;
};

int run(const Options& options, Session& session) {
  const View view = session.view(options.reading.when);
  if (nothing_was_known(session, view, options.reading, "aver.blame/1")) return kDone;
  const claims::RecordRef record = record_in(session, view, options.record);
  const std::vector<std::string> paths = paths_of(view, record);
  store::LogOptions asked;
  asked.revision = view.commit();
  asked.paths = paths;
  asked.open_merges = true;
  Blame blame(view, store::log(session.store(), asked), options.key);

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
    std::vector<std::string> former = {file};
    for (const std::string& path : paths) {
      former.push_back(record.kind == RecordKind::claim ? path + file.substr(paths.front().size())
                                                        : path);
    }
    BlamedRecord blamed = blame.file(former);
    blamed.approved_by = approvals.of(file, former);
    if (!blamed.lines.empty()) answer.records.push_back(std::move(blamed));
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
