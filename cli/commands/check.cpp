// SPDX-License-Identifier: MIT
//
// aver check: every rule about records and references, over the whole store.
#include <map>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/errors.h"
#include "cli/load.h"
#include "cli/local.h"
#include "cli/render/json.h"
#include "cli/render/text.h"

namespace aver::cli {
namespace {

using claims::Diagnostics;
using claims::RecordKind;
using store::View;

struct Options {
  bool strict = false;
  Reading reading;
};

constexpr std::size_t kWidestFolder = 2000;  // beyond, each commit copies a large tree

// Gathers the files of a view with the local changes over them, and checks all.
class Checker {
 public:
  Checker(Session& session, const View& view, const std::vector<store::LocalChange>& changes)
      : view_(view), local_(session.store(), view, changes) {
    for (const store::LocalChange& change : changes) paths_[change.path] = "";
    view.walk("", [&](const std::string& path, const store::BlobId& blob) {
      if (!local_.changed(path)) paths_[path] = blob;
      return true;
    });
  }

  void run(CheckAnswer& answer) {
    FileCheck check_file(local_.vocabulary(), local_.known(),
                         [this](const std::string& path) { return local_.read(path); });
    for (const auto& [path, blob] : paths_) {
      if (!is_ours(path)) continue;
      const std::optional<std::string> content =
          blob.empty() ? local_.content(path) : std::optional(view_.read_blob(blob));
      if (!content) continue;  // removed by hand
      const auto record = claims::record_at(path);
      answer.records += record ? 1 : 0;
      answer.local += record && blob.empty() ? 1 : 0;
      append(answer.problems, check_file(path, *content));
      if (record) note_in_folder(*record, path, *content);
      count_entry(path);
    }
    for (const auto& [id, folder] : folders_) {
      append(answer.problems, claims::check(folder, local_.vocabulary()));
    }
    for (const auto& [folder, entries] : widths_) {
      if (entries.size() <= kWidestFolder) continue;
      answer.problems.push_back({claims::Severity::warning,
                                 "folder/wide",
                                 folder,
                                 {},
                                 "the folder has " + std::to_string(entries.size()) +
                                     " entries: beyond " + std::to_string(kWidestFolder) +
                                     " every commit slows down",
                                 "spread its records over folders of their own"});
    }
    claims::sort(answer.problems);
  }

 private:
  static bool is_ours(const std::string& path) {
    return path == "aver.toml" || path.starts_with("claims/") || path.starts_with("actors/") ||
           path.starts_with("sources/") || path.starts_with("reviews/");
  }

  static void append(Diagnostics& to, Diagnostics more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  void note_in_folder(const claims::RecordRef& record, const std::string& path,
                      const std::string& content) {
    if (record.kind == RecordKind::claim) {
      claims::ClaimFolder& folder = folders_[record.id];
      folder.id = record.id;
      folder.claim = claims::decode_claim(content, path).record;
    } else if (record.kind == RecordKind::stance) {
      claims::ClaimFolder& folder = folders_[claims::split_stance_id(record.id).claim];
      folder.id = claims::split_stance_id(record.id).claim;
      if (auto stance = claims::decode_stance(content, path).record) {
        folder.stances.push_back(std::move(*stance));
      }
    }
  }

  void count_entry(const std::string& path) {
    for (std::size_t slash = path.rfind('/'); slash != path.npos;
         slash = path.rfind('/', slash - 1)) {
      const std::size_t next = path.find('/', slash + 1);
      widths_[path.substr(0, slash)].insert(
          path.substr(slash + 1, next == path.npos ? next : next - slash - 1));
      if (slash == 0) break;
    }
  }

  const View& view_;
  LocalRecords local_;
  std::map<std::string, store::BlobId> paths_;  // an empty id: as in the work tree
  std::map<std::string, claims::ClaimFolder> folders_;
  std::map<std::string, std::set<std::string>> widths_;
};

int run(const Options& options, Session& session) {
  const View view = session.view(options.reading.when);
  CheckAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  std::vector<store::LocalChange> changes;
  if (!options.reading.when.known_at && !session.store().bare()) {
    changes = session.store().status().changes;
  }
  Checker(session, view, changes).run(answer);
  session.out.data(options.reading.wants_json() ? json(answer) : text(answer, session.out));
  bool warned = false;
  for (const claims::Diagnostic& problem : answer.problems) {
    warned |= problem.severity == claims::Severity::warning;
  }
  return has_errors(answer.problems) || (options.strict && warned) ? kAnswerIsNo : kDone;
}

}  // namespace

Command check_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "check";
  command.description =
      "Checks every record: its form, its ids and dates, what it refers to, the vocabulary, "
      "captures, "
      "corrections and contradictions. Records changed by hand are checked as they stand in the "
      "work "
      "tree, unless --known-at asks for a revision. Exits with 1 where there is an error.";
  command.words = {flag("--strict", options->strict, "exit with 1 for warnings, too")};
  add_reading_words(command.words, options->reading);
  command.examples = {{"aver check", "the store, with what is not committed yet"},
                      {"aver check --known-at origin/main --strict", "a revision, in CI"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
