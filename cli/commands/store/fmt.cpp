// SPDX-License-Identifier: MIT
//
// aver fmt: records in their canonical form. A file with comments is left alone.
#include <memory>

#include "claims/text/record_folders.h"
#include "cli/commands/commands.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::View;

struct Options {
  std::vector<std::string> records;
  bool check = false;
  Writing writing;
};

template <class Record>
std::optional<std::string> written(const claims::Decoded<Record>& decoded) {
  if (!decoded.record) return std::nullopt;
  return claims::encode(*decoded.record);
}

// The canonical form; nothing where the file has errors.
std::optional<std::string> canonical(const claims::RecordRef& record, const std::string& text,
                                     const std::string& path) {
  switch (record.kind) {
    case RecordKind::claim:
      return written(claims::decode_claim(text, path));
    case RecordKind::stance:
      return written(claims::decode_stance(text, path));
    case RecordKind::actor:
      return written(claims::decode_actor(text, path));
    case RecordKind::source:
      return written(claims::decode_source(text, path));
    case RecordKind::review:
      return written(claims::decode_review(text, path));
  }
  return std::nullopt;
}

struct Formatted {
  std::vector<store::Edit> edits;
  std::vector<std::string> left_alone;  // "path: why"
  std::size_t canonical = 0;            // those that are so already
};

Formatted format(const View& tip, const std::vector<std::string>& records) {
  Formatted formatted;
  const auto one = [&](const std::string& path, const std::string& text) {
    const auto record = claims::record_at(path);
    if (!record) return;
    const std::optional<std::string> form = canonical(*record, text, path);
    if (!form) {
      formatted.left_alone.push_back(path + ": it has errors (aver check)");
    } else if (*form == text) {
      ++formatted.canonical;
    } else if (claims::toml::has_comments(text)) {
      formatted.left_alone.push_back(path + ": it has comments, which would be lost");
    } else {
      formatted.edits.push_back({path, form});
    }
  };
  if (records.empty()) {
    for (const std::string_view folder : claims::kRecordFolders) {
      tip.walk(folder, [&](const std::string& path, const store::BlobId& blob) {
        if (path.ends_with(".toml")) one(path, tip.read_blob(blob));
        return true;
      });
    }
  }
  for (const std::string& typed : records) {
    const std::string path = claims::path_of(record_named(tip, typed));
    one(path, tip.read(path).value_or(""));
  }
  return formatted;
}

std::string nothing_to_do(const Formatted& formatted) {
  if (formatted.left_alone.empty()) {
    return "nothing to do: every committed record is in its canonical form\n";
  }
  if (formatted.canonical == 0) return "nothing is written\n";
  return "nothing else to do: every other committed record is in its canonical form\n";
}

int run(const Options& options, Session& session) {
  Formatted formatted;
  if (options.check) {
    formatted = format(session.store().view(), options.records);
    for (const store::Edit& edit : formatted.edits) session.out.data(safe_line(edit.path) + "\n");
    return formatted.edits.empty() ? kDone : kAnswerIsNo;
  }
  const auto saved = save(session, options.writing, [&](const View& tip) {
    formatted = format(tip, options.records);
    store::Change change{formatted.edits, "Write " + counted(formatted.edits.size(), "record") +
                                              " in canonical form\n"};
    return change;
  });
  for (const std::string& why : formatted.left_alone) {
    session.out.talk("warning: left alone, " + safe_line(why) + "\n");
  }
  if (!saved) {
    session.out.data(nothing_to_do(formatted));
    return kDone;
  }
  session.out.data("formatted " + counted(formatted.edits.size(), "record") + "\n");
  session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace

Command fmt_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "fmt";
  command.description =
      "Writes records in their canonical form (claims/FORMAT.md): the order of keys, one form for "
      "each value. "
      "It changes no record's meaning, and is never needed: aver reads every form. A file with "
      "comments is "
      "left alone, as they would be lost.";
  command.words = {positional("RECORD", options->records, "only these (default: all)"),
                   flag("--check", options->check,
                        "only list what is not canonical; exit with 1 where anything is")};
  add_writing_words(command.words, options->writing);
  command.examples = {{"aver fmt", ""}, {"aver fmt --check", "in CI"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
