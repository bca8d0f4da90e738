// SPDX-License-Identifier: MIT
//
// aver merge-file: git's merge driver for records. "aver git-install" configures git to call it.
#include <fstream>
#include <iterator>
#include <memory>

#include "claims/merge/merge.h"
#include "cli/commands/commands.h"
#include "cli/session/session.h"
#include "cli/session/target.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/given_words.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct Options {
  std::string base, ours, theirs, path;
};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw StoreError(Fault::not_found, "the file " + path + " cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

// git gives an empty file where a side has none.
std::optional<std::string> side(const std::string& path) {
  std::string text = read_file(path);
  if (text.empty()) return std::nullopt;
  return text;
}

std::string shown(const std::optional<claims::toml::Value>& value) {
  if (!value) return "(absent)";
  std::string text = claims::toml::write(*value);
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return text;
}

// The comments before a record with unsettled conflicts: which value each side has.
std::string with_conflicts(const std::string& text, const claims::Merged& merged) {
  std::string page;
  for (const claims::FieldConflict& conflict : merged.conflicts) {
    page += "#! conflict: " + conflict.key + "\n#!   base    " + shown(conflict.base) +
            "\n#!   ours    " + shown(conflict.ours) + "\n#!   theirs  " + shown(conflict.theirs) +
            "\n";
  }
  if (merged.removed_and_changed) page += "#! conflict: one side removed the record\n";
  if (merged.unreadable) page += "#! conflict: a side is no TOML; this is ours\n";
  return page + text;
}

// For a file that is not a record: git's own merge by lines.
int merge_lines(const Options& options, Session& session) {
  const store::RunResult result = store::run_git(store::with_given(
      {"merge-file"}, {session.user_path(options.ours), session.user_path(options.base),
                       session.user_path(options.theirs)}));
  return result.ok() ? kDone : kAnswerIsNo;
}

int run(const Options& options, Session& session) {
  const auto record = claims::record_at(options.path);
  if (!record) return merge_lines(options, session);
  const auto base = side(session.user_path(options.base));
  const auto ours = side(session.user_path(options.ours));
  const auto theirs = side(session.user_path(options.theirs));
  const claims::Merged merged = claims::merge(record->kind, base, ours, theirs);
  // Killed at any moment, OURS is as it was or merged: git would take half a record for ours. What
  // a loss of power takes, git makes again.
  Target target(session, options.ours, true);
  target.write(with_conflicts(merged.text.value_or(""), merged));
  target.finish(Target::Flush::none);
  if (merged.clean()) return kDone;
  std::string keys;
  for (const claims::FieldConflict& conflict : merged.conflicts) {
    keys += (keys.empty() ? ": " : ", ") + conflict.key;
  }
  session.out.talk("aver: conflict in " + safe_line(options.path) + safe_line(keys) +
                   "; the file says what stands where\n");
  return kAnswerIsNo;
}

}  // namespace

Command merge_file_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "merge-file";
  command.description =
      "Merges three versions of a record's file by field, and writes the result over OURS: git's "
      "merge "
      "driver, which git-install sets up. Exits with 1 where there is a conflict; the file then "
      "has our "
      "values, and says in comments at its top what base, ours and theirs have. Edit it, take "
      "those "
      "lines out, and: git add.";
  command.words = {
      positional("BASE", options->base, "the version both come from (%O)"),
      positional("OURS", options->ours, "ours, and where the result goes (%A)"),
      positional("THEIRS", options->theirs, "theirs (%B)"),
      positional("PATH", options->path, "the file's path in the store (%P)"),
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
