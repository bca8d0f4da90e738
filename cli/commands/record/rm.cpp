// SPDX-License-Identifier: MIT
//
// aver rm: removes a record from the present state of the store; history keeps it.
#include <algorithm>
#include <memory>
#include <set>

#include "claims/records/references.h"
#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "cli/check/trailer.h"
#include "cli/commands/commands.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using claims::RecordRef;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string record;
  bool with_stances = false;
  Writing writing;
};

constexpr std::size_t kMaxShown = 10;

// The files of the record, and the other records that refer to it.
struct Removal {
  RecordRef record;
  std::set<std::string> files;
  std::vector<std::string> referring;  // "claims/x/….toml: holder"
};

bool is_among(const Removal& removal, const View& tip, const RecordRef& one) {
  if (one == removal.record) return true;
  if (one.kind == RecordKind::actor && removal.record.kind == RecordKind::actor)
    return tip.actor_of(one.id) == removal.record.id;
  return removal.files.contains(claims::path_of(one));
}

Removal find(const View& tip, const RecordRef& record, bool with_stances) {
  Removal removal{record, {claims::path_of(record)}, {}};
  if (record.kind == RecordKind::claim) {
    for (const std::string& name : tip.stance_names(record.id)) {
      const std::string path = claims::stance_path(record.id, name);
      if (with_stances) {
        removal.files.insert(path);
      } else {
        removal.referring.push_back(path + ": is about it");
      }
    }
  }
  if (record.kind == RecordKind::source) {
    const auto source = tip.source(record.id);
    if (source && source->record && !source->record->capture.empty()) {
      const std::string path = claims::source_path(record.id);
      const std::string capture = std::string(claims::folder_part(path)) + source->record->capture;
      if (tip.blob_id(capture)) removal.files.insert(capture);
    }
  }
  const std::vector<std::string> needles =
      record.kind == RecordKind::stance  ? std::vector{claims::split_stance_id(record.id).name}
      : record.kind == RecordKind::actor ? tip.ids_of_actor(record.id)
                                         : std::vector{record.id};
  for (const char* folder : {"claims", "actors"}) {
    tip.walk(folder, [&](const std::string& path, const store::BlobId& blob) {
      const auto from = claims::record_at(path);
      if (!from || removal.files.contains(path)) return true;
      const std::string text = tip.read_blob(blob);
      const bool mentions =
          std::any_of(needles.begin(), needles.end(),
                      [&](const std::string& needle) { return text.find(needle) != text.npos; });
      if (!mentions && text.find('\\') == text.npos) return true;
      for (const claims::Reference& reference : claims::references(text, *from)) {
        if (is_among(removal, tip, reference.to))
          removal.referring.push_back(path + ": " + reference.key);
      }
      return true;
    });
  }
  return removal;
}

int run(const Options& options, Session& session) {
  std::string told;
  Writing writing = options.writing;
  if (writing.message) {
    *writing.message += "\n\n" + drops_line(claims::first_line(*writing.message));
  }
  const auto saved = save(session, writing, [&](const View& tip) {
    const RecordRef record = record_named(tip, options.record);
    Removal removal = find(tip, record, options.with_stances);
    const std::string what = std::string(to_string(record.kind)) + " " + record.id;
    if (!removal.referring.empty()) {
      const std::size_t all = removal.referring.size();
      const bool only_stances = record.kind == RecordKind::claim && !options.with_stances &&
                                all == tip.stance_names(record.id).size();
      if (all > kMaxShown) {
        removal.referring.resize(kMaxShown);
        removal.referring.push_back("and " + std::to_string(all - kMaxShown) + " more");
      }
      throw StoreError(Fault::conflict,
                       what + " is still referred to, by " + counted(all, "record"),
                       std::move(removal.referring),
                       only_stances ? "aver rm " + record.id + " --with-stances" : "");
    }
    store::Change change;
    for (const std::string& path : removal.files) change.edits.push_back({path, std::nullopt});
    change.message = "Remove " + what + "\n\n" + drops_line("by aver rm") + "\n";
    told = "removed " + what;
    if (removal.files.size() > 1) told += ", " + counted(removal.files.size(), "file");
    return change;
  });
  session.out.data(hanging(safe_line(told), session.out.width(), 2));
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace

Command rm_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "rm";
  command.description =
      "Removes a record; refused, with the list, while others refer to it. History keeps what was "
      "removed: "
      "\"aver show RECORD --known-at REV\" goes on showing it. A stance that was wrong is better "
      "retracted: "
      "then the reason stands beside it.";
  command.words = {
      positional("RECORD", options->record, "a claim, stance, actor or source"),
      flag("--with-stances", options->with_stances, "of a claim: its stances, too"),
  };
  add_writing_words(command.words, options->writing);
  command.examples = {{"aver rm 2024/delivery", "a source that nothing cites, with its capture"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
