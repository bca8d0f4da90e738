// SPDX-License-Identifier: MIT
//
// aver mv: another id for a record, or for all claims of a topic. Whatever names it follows.
#include <map>
#include <memory>

#include "claims/records/references.h"
#include "claims/text/paths.h"
#include "cli/check/uncommitted.h"
#include "cli/commands/commands.h"
#include "cli/names/load.h"
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
  std::string record, new_id;
  Writing writing;
};

// One rename. It may run several times, once for each new tip; the last run counts.
class Rename {
 public:
  Rename(Session& session, const Options& options) : session_(session), options_(options) {}

  store::Change on(const View& tip) {
    change_ = {};
    ids_.clear();
    moved_.clear();
    rewritten_ = 0;
    choose(tip);
    for (const auto& [from, to] : ids_) require_free(tip, {kind_, to}, from);
    for (const auto& [from, to] : ids_) move(tip, from, to);
    rewrite_the_others(tip);
    change_.message = title() + "\n";
    return std::move(change_);
  }

  std::string told() const {
    std::string line = "renamed " + what_ + " " + options_.new_id + ": " +
                       counted(moved_.size(), "file") + " moved";
    if (rewritten_ > 0) line += ", rewritten in " + counted(rewritten_, "other record");
    return line;
  }

 private:
  std::string title() const { return "Rename " + what_ + " " + options_.new_id; }

  void choose(const View& tip) {
    require_good_id(options_.new_id);
    const std::string topic = claims::claim_folder(options_.record);
    if (claims::id_problem(options_.record).empty() && !tip.list(topic).empty() &&
        !tip.has({RecordKind::claim, options_.record})) {
      kind_ = RecordKind::claim;
      what_ = "topic " + options_.record + " to";
      for (const std::string& id : tip.ids(RecordKind::claim)) {
        if (!id.starts_with(options_.record + "/")) continue;
        const std::string to = options_.new_id + id.substr(options_.record.size());
        require_good_id(to);
        ids_.emplace(id, to);
      }
      return;
    }
    const RecordRef record = record_named(tip, options_.record);
    if (record.kind == RecordKind::stance) {
      throw StoreError(Fault::usage, "a stance is named after its day and its holder", {},
                       "aver correct " + record.id + " --reason \"WHY\"");
    }
    if (record.kind == RecordKind::review) {
      throw StoreError(Fault::usage, "a review keeps its name");
    }
    if (record.id == options_.new_id) {
      throw StoreError(Fault::usage, record.id + " has that id already");
    }
    kind_ = record.kind;
    what_ = std::string(to_string(record.kind)) + " " + record.id + " to";
    ids_.emplace(record.id, options_.new_id);
  }

  void put(const View& tip, const std::string& from, const std::string& to, std::string content) {
    if (tip.blob_id(to) && !moved_.contains(to)) {
      throw StoreError(Fault::usage, "there is a file at " + to + " already");
    }
    store::Edit edit{to, std::move(content)};
    if (const auto file = tip.file(from)) edit.mode = file->mode;
    change_.edits.push_back(std::move(edit));
    change_.edits.push_back({from, std::nullopt});
    moved_.insert(from);
  }

  std::string with_alias(const std::string& text, const std::string& path,
                         const std::string& old_id, std::vector<std::string> aliases,
                         const std::string& new_id) const {
    std::erase(aliases, new_id);
    std::erase(aliases, old_id);
    aliases.push_back(old_id);
    claims::toml::Array list;
    for (std::string& alias : aliases) list.push_back({std::move(alias), {}});
    std::vector<std::string_view> order;
    for (const claims::FieldInfo& field : claims::fields(kind_)) order.push_back(field.key);
    auto edited =
        claims::toml::edit_value(text, "aliases", claims::toml::Value{std::move(list), {}}, order);
    if (!edited) {
      throw StoreError(Fault::usage, path + " cannot be edited in place", {}, "aver edit " + path);
    }
    return *edited;
  }

  template <class Record>
  void move_record(const View& tip, const std::optional<claims::Decoded<Record>>& decoded,
                   const std::string& from_path, const std::string& to_path,
                   const std::string& from, const std::string& to) {
    const Record record = require_readable(session_, decoded, from_path);
    std::string text = renamed(*tip.read(from_path), {kind_, from});
    put(tip, from_path, to_path, with_alias(text, from_path, from, record.aliases, to));
  }

  void move(const View& tip, const std::string& from, const std::string& to) {
    const std::string from_path = claims::path_of({kind_, from});
    const std::string to_path = claims::path_of({kind_, to});
    switch (kind_) {
      case RecordKind::claim:
        for (const store::DirEntry& entry : tip.list(claims::claim_folder(from))) {
          const std::string path = claims::claim_folder(from) + "/" + entry.name;
          if (entry.folder || path == from_path) continue;
          const auto record = claims::record_at(path);
          const std::string text = tip.read_blob(entry.id);
          put(tip, path, claims::claim_folder(to) + "/" + entry.name,
              record ? renamed(text, *record) : text);
        }
        move_record(tip, tip.claim(from), from_path, to_path, from, to);
        break;
      case RecordKind::actor:
        move_record(tip, tip.actor(from), from_path, to_path, from, to);
        break;
      case RecordKind::source: {
        const auto source = tip.source(from);
        move_record(tip, source, from_path, to_path, from, to);
        const std::string& capture = source->record->capture;
        const std::string from_folder(claims::folder_part(from_path));
        const std::string to_folder(claims::folder_part(to_path));
        if (capture.empty() || from_folder == to_folder) break;
        if (const auto bytes = tip.read(from_folder + capture)) {
          put(tip, from_folder + capture, to_folder + capture, *bytes);
        }
        break;
      }
      case RecordKind::stance:
      case RecordKind::review:
        break;
    }
  }

  std::string renamed(const std::string& text, const RecordRef& record) const {
    return claims::with_new_ids(text, record, [&](const RecordRef& one) { return new_id(one); })
        .value_or(text);
  }

  std::optional<std::string> new_id(const RecordRef& record) const {
    if (record.kind != kind_) return std::nullopt;
    const auto at = ids_.find(record.id);
    if (at == ids_.end()) return std::nullopt;
    return at->second;
  }

  void rewrite_the_others(const View& tip) {
    for (const char* folder : {"claims", "actors"}) {
      tip.walk(folder, [&](const std::string& path, const store::BlobId& blob) {
        const auto record = claims::record_at(path);
        if (!record || moved_.contains(path)) return true;
        const std::string text = tip.read_blob(blob);
        const auto mentions = [&](const auto& id) { return text.find(id.first) != text.npos; };
        if (ids_.size() == 1 && !mentions(*ids_.begin()) && text.find('\\') == text.npos)
          return true;
        std::string edited = renamed(text, *record);
        if (edited == text) return true;
        change_.edits.push_back({path, std::move(edited)});
        ++rewritten_;
        return true;
      });
    }
  }

  Session& session_;
  const Options& options_;
  RecordKind kind_ = RecordKind::claim;
  std::string what_;
  std::map<std::string, std::string> ids_;  // old -> new
  std::set<std::string> moved_;             // paths that they leave
  std::size_t rewritten_ = 0;
  store::Change change_;
};

int run(const Options& options, Session& session) {
  Rename rename(session, options);
  const auto saved =
      save(session, options.writing, [&](const View& tip) { return rename.on(tip); });
  session.out.data(hanging(safe_line(rename.told()), session.out.width(), 2));
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace

Command mv_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "mv";
  command.description =
      "Gives a claim, an actor or a source another id. Stances and captures move along, every "
      "record that "
      "names it is rewritten in place, and the old id goes on working: it is kept among the "
      "aliases, and "
      "\"aver log\" and \"aver blame\" follow it. Of a topic, all claims below it are renamed.";
  command.words = {
      positional("RECORD", options->record, "a claim, an actor, a source, or a topic"),
      positional("NEW-ID", options->new_id, "its id from now on, whole"),
  };
  add_writing_words(command.words, options->writing);
  command.examples = {
      {"aver mv dorn/calda-restrains-dorn dorn/restraint", "a claim, with what is said on it"},
      {"aver mv calda puc", "an actor, in every stance"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
