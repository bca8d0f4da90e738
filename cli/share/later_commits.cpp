// SPDX-License-Identifier: MIT
//
// Reads git's list of what is left to do.
#include "cli/share/later_commits.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "claims/records/references.h"
#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "cli/share/merging.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/process.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using claims::RecordKind;
using claims::RecordRef;
using store::CommitId;
using store::Fault;
using store::StoreError;
using store::View;
using Kind = Unfinished::Kind;

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The commit that a line of the list applies; empty for a line that applies none, nothing where the
// line does what cannot be foreseen.
std::optional<CommitId> applied_by(Session& session, const std::string& line) {
  constexpr std::array<std::string_view, 11> kApplying = {
      "pick", "p", "reword", "r", "edit", "e", "squash", "s", "fixup", "f", "revert"};
  constexpr std::array<std::string_view, 9> kIdle = {"drop", "d", "noop",  "break", "b",
                                                     "exec", "x", "label", "l"};
  std::istringstream words(line);
  std::string word;
  words >> word;
  if (word.empty() || std::isalpha(static_cast<unsigned char>(word.front())) == 0) return "";
  if (is_one_of(kIdle, word) || word == "update-ref" || word == "u") return "";
  if (!is_one_of(kApplying, word)) return std::nullopt;
  while (words >> word && word.starts_with("-")) {
  }
  const store::RunResult found =
      git_in(session, {"rev-parse", "-q", "--verify", "--end-of-options", word + "^{commit}"});
  if (!found.ok()) return std::nullopt;
  return claims::first_line(found.output);
}

// The commits still to apply, in their order; nothing where that cannot be told.
std::optional<std::vector<CommitId>> still_to_apply(Session& session, const Unfinished& state) {
  const fs::path git = session.store().git_dir();
  std::error_code ignored;
  if (fs::exists(git / "rebase-apply", ignored)) {
    const auto number = [&](const char* name) {
      int value = 0;
      std::ifstream(git / "rebase-apply" / name) >> value;
      return value;
    };
    if (number("next") < number("last")) return std::nullopt;
    return std::vector<CommitId>();
  }
  std::ifstream list(
      git / (state.kind == Kind::rebase ? "rebase-merge/git-rebase-todo" : "sequencer/todo"));
  std::vector<CommitId> commits;
  for (std::string line; std::getline(list, line);) {
    auto commit = applied_by(session, line);
    if (!commit) return std::nullopt;
    // A cherry-pick's list begins with the commit at which it stopped.
    if (!commit->empty() && *commit != state.theirs) commits.push_back(std::move(*commit));
  }
  return commits;
}

bool names(const View& view, const store::BlobId& blob, const RecordRef& at,
           const RecordRef& record) {
  if (blob.empty()) return false;
  const std::string text = view.read_blob(blob);
  const auto references = claims::references(text, at);
  return std::any_of(references.begin(), references.end(),
                     [&](const claims::Reference& one) { return one.to == record; });
}

// `staged`: as for require_names_followed(); null where git's stop does not help.
bool is_about(Session& session, const CommitId& commit, const RecordRef& record,
              const View* staged) {
  const View after = session.store().view(commit);
  const std::vector<CommitId> parents = after.parents();
  if (parents.size() != 1) return true;
  const View before = session.store().view(parents.front());
  for (const store::ChangedPath& change : session.store().changes(before, after)) {
    if (change.path == claims::path_of(record)) return true;
    if (record.kind == RecordKind::claim &&
        change.path.starts_with(claims::claim_folder(record.id) + "/")) {
      return true;
    }
    const auto at = claims::record_at(change.path);
    if (!at || !change.plain) continue;
    if (staged != nullptr && change.before.empty() && staged->blob_id(change.path)) continue;
    if (names(after, change.before, *at, record) || names(after, change.after, *at, record)) {
      return true;
    }
  }
  return false;
}

// What a rebase goes onto, as people call it.
std::string name_of_onto(Session& session, const Unfinished& state) {
  const store::RunResult upstream =
      git_in(session, {"rev-parse", "-q", "--abbrev-ref", state.branch + "@{upstream}"});
  if (upstream.ok()) {
    const std::string name = claims::first_line(upstream.output);
    const store::RunResult tip = git_in(session, {"rev-parse", "-q", "--verify", name});
    if (tip.ok() && claims::first_line(tip.output) == state.onto->commit()) return name;
  }
  return short_id(state.onto->commit());
}

// A merge keeps both, and all else follows; of what is picked, one commit with all that is left
// does.
std::string way_out(Session& session, const Unfinished& state, const std::vector<CommitId>& commits,
                    const std::string& both) {
  if (state.kind == Kind::rebase && state.onto && !state.branch.empty()) {
    return "merge instead: aver resolve --give-up; aver merge " +
           shell_word(name_of_onto(session, state)) + both;
  }
  CommitId last = state.theirs;
  bool is_line = state.kind == Kind::cherry_pick && state.base && !commits.empty();
  for (const CommitId& commit : commits) {
    is_line = is_line && session.store().view(commit).parents() == std::vector<CommitId>{last};
    last = commit;
  }
  if (!is_line) return "aver resolve --give-up";
  return "pick what is left as one commit: git cherry-pick --quit; git reset -q --merge; "
         "git cherry-pick $(git commit-tree " +
         short_id(last) + "^{tree} -p " + short_id(state.base->commit()) + " -m WHY)" + both;
}

std::optional<LaterCommits> later_naming(Session& session, const Unfinished& state,
                                         const RecordRef& record, const View* staged) {
  if (state.is_merge()) return std::nullopt;
  const auto commits = still_to_apply(session, state);
  LaterCommits later;
  if (commits) {
    for (const CommitId& commit : *commits) {
      if (is_about(session, commit, record, staged)) later.naming.push_back(commit);
    }
    if (later.naming.empty()) return std::nullopt;
  }
  const std::string both =
      staged != nullptr ? "" : "; aver resolve " + shell_word(record.id) + " --with both";
  later.way_out = way_out(session, state, commits.value_or(std::vector<CommitId>()), both);
  return later;
}

void require_none(Session& session, const Unfinished& state, const RecordRef& record,
                  const View* staged) {
  const auto later = later_naming(session, state, record, staged);
  if (!later) return;
  std::vector<std::string> causes;
  for (const CommitId& commit : later->naming) {
    causes.push_back(short_id(commit) + " " +
                     claims::first_line(session.store().view(commit).message()));
  }
  const std::string what =
      causes.empty() ? "what it has still to apply may name it"
                     : counted(causes.size(), "later commit names it", "later commits name it");
  throw StoreError(Fault::refused,
                   record.id + " cannot be kept twice in this " + state.word() + ": " + what +
                       ", and would mean the other one",
                   std::move(causes), later->way_out);
}

}  // namespace

std::optional<LaterCommits> later_commits_naming(Session& session, const Unfinished& state,
                                                 const RecordRef& record) {
  return later_naming(session, state, record, nullptr);
}

void require_no_later_names(Session& session, const Unfinished& state, const RecordRef& record) {
  require_none(session, state, record, nullptr);
}

void require_names_followed(Session& session, const Unfinished& state, const store::Merge& merge,
                            const View& staged) {
  for (const claims::BothKept& one : merge.tree.both_kept) {
    const auto record = claims::record_at(one.kept);
    if (one.ours_moved || !record || record->kind != RecordKind::stance) continue;
    // Settled by hand otherwise.
    if (!staged.blob_id(one.moved)) continue;
    require_none(session, state, *record, &staged);
  }
}

}  // namespace aver::cli
