// SPDX-License-Identifier: MIT
//
// One call of Store::commit, or a write of the files with --no-commit, and the line that the user
// sees; and the checks of words and ids before it.
#include "cli/record/save.h"

#include "claims/text/code_points.h"
#include "claims/text/hidden.h"
#include "claims/text/lines.h"
#include "cli/check/format.h"
#include "cli/check/touched.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

std::string branch_of(store::Store& store) {
  const std::string branch = store.branch();
  return branch.empty() ? "a detached HEAD" : branch;
}

std::string listed_paths(const std::vector<store::Edit>& edits) {
  std::string line;
  for (const store::Edit& edit : edits) line += " " + edit.path;
  return line;
}

// "aver commit" takes what is of the store; other files, which an undo brings back, are git's.
std::string how_to_commit(const std::vector<store::Edit>& edits) {
  std::string others;
  bool has_ours = false;
  for (const store::Edit& edit : edits) {
    if (is_ours(edit.path)) {
      has_ours = true;
    } else {
      others += " " + shell_word(edit.path);
    }
  }
  if (others.empty()) return "aver commit";
  return (has_ours ? "aver commit; " : "") + ("git add --" + others) + " && git commit";
}

}  // namespace

std::optional<std::string> save(Session& session, const Writing& writing,
                                const store::Prepare& prepare) {
  store::Store& store = session.store();
  std::string note;
  const auto with_message = [&](const store::View& tip) {
    store::Change change = prepare(tip);
    const std::optional<int> format = raise_format(tip, change);
    note = format ? "; " + format_note(*format) : "";
    if (writing.message) change.message = *writing.message;
    return change;
  };
  if (writing.no_commit) {
    const store::Change change = with_message(store.view());
    if (change.edits.empty()) return std::nullopt;
    store.write_only(change.edits);
    return "not committed:" + listed_paths(change.edits) +
           "; commit: " + how_to_commit(change.edits) + note;
  }
  const std::optional<store::CommitId> commit = store.commit(with_message);
  if (!commit) return std::nullopt;
  return short_id(*commit) + " on " + branch_of(store) + "; undo: aver undo " + short_id(*commit) +
         note;
}

void require_sound(Session& session, const claims::Diagnostics& problems) {
  std::vector<std::string> sentences;
  std::string hint;
  for (const claims::Diagnostic& problem : problems) {
    if (problem.severity == claims::Severity::error) {
      sentences.push_back(problem.sentence);
      if (hint.empty()) hint = problem.hint;
    } else if (problem.severity == claims::Severity::warning || !problem.hint.empty()) {
      session.out.talk(std::string(to_string(problem.severity)) + ": " + problem.sentence + " [" +
                       std::string(problem.rule.text()) + "]\n");
      if (!problem.hint.empty()) session.out.talk("hint: " + problem.hint + "\n");
    }
  }
  if (sentences.empty()) return;
  std::string first = sentences.front();
  sentences.erase(sentences.begin());
  throw StoreError(Fault::usage, std::move(first), std::move(sentences), std::move(hint));
}

void require_free(const store::View& tip, const claims::RecordRef& record,
                  std::string_view except) {
  const std::string what = "the " + std::string(to_string(record.kind)) + " \"" + record.id + "\"";
  if (tip.has(record)) {
    throw StoreError(Fault::usage, what + " exists already", {}, "aver show " + record.id);
  }
  const auto is_former_id_of = [&](const auto& decoded) {
    if (!decoded || !decoded->record) return false;
    const std::vector<std::string>& aliases = decoded->record->aliases;
    return std::find(aliases.begin(), aliases.end(), record.id) != aliases.end();
  };
  for (const std::string& id : tip.may_have_been(record.kind, record.id)) {
    if (id == except) continue;
    const bool leads_there =
        record.kind == claims::RecordKind::claim   ? is_former_id_of(tip.claim(id))
        : record.kind == claims::RecordKind::actor ? is_former_id_of(tip.actor(id))
                                                   : is_former_id_of(tip.source(id));
    if (!leads_there) continue;
    throw StoreError(Fault::usage,
                     "\"" + record.id + "\" still leads to " + id +
                         ": what was published under that id would mean another " +
                         std::string(to_string(record.kind)),
                     {}, "aver show " + id);
  }
}

std::string clean_text(const std::string& what, const std::string& text, bool lines) {
  std::size_t at = 0;
  while (at < text.size()) {
    const claims::CodePoint point = claims::decode(text, at);
    if (!point.valid()) throw StoreError(Fault::usage, what + " is not UTF-8 text");
    at += point.bytes;
    const bool allowed = point.value == '\t' || (lines && point.value == '\n');
    if (claims::is_control(point.value) && !allowed) {
      throw StoreError(Fault::usage, point.value == '\n' ? what + " must be a single line"
                                                         : what + " has a control character in it");
    }
  }
  return std::string(claims::trimmed(text, " \t\n"));
}

}  // namespace aver::cli
