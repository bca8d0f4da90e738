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
#include "cli/share/names_told.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/short_forms.h"
#include "store/process.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using claims::RecordKind;
using claims::RecordRef;
using store::CommitId;
using store::View;
using Kind = Unfinished::Kind;

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The commit that a line of the list applies; empty for a line that applies none, nothing where the
// line does what cannot be foreseen.
std::optional<CommitId> applied_by(Session& session, const std::string& line) {
  constexpr std::array<std::string_view, 11> kApplying = {"pick", "p",      "reword", "r", "edit",
                                                          "e",    "squash", "s",      "fixup", "f",
                                                          "revert"};
  constexpr std::array<std::string_view, 9> kIdle = {"drop", "d", "noop", "break", "b",
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
  std::ifstream list(git / (state.kind == Kind::rebase ? "rebase-merge/git-rebase-todo"
                                                       : "sequencer/todo"));
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

bool is_about(Session& session, const CommitId& commit, const RecordRef& record) {
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
std::string way_out(Session& session, const Unfinished& state,
                    const std::vector<CommitId>& commits, const RecordRef& record) {
  const std::string both = "; aver resolve " + shell_word(record.id) + " --with both";
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

}  // namespace

std::optional<LaterCommits> later_commits_naming(Session& session, const Unfinished& state,
                                                 const RecordRef& record) {
  if (state.is_merge()) return std::nullopt;
  const auto commits = still_to_apply(session, state);
  LaterCommits later;
  if (commits) {
    for (const CommitId& commit : *commits) {
      if (is_about(session, commit, record)) later.naming.push_back(commit);
    }
    if (later.naming.empty()) return std::nullopt;
  }
  later.way_out = way_out(session, state, commits.value_or(std::vector<CommitId>()), record);
  return later;
}

}  // namespace aver::cli
