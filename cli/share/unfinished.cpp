// SPDX-License-Identifier: MIT
//
// Reads git's state files and index: nothing of the state is aver's.
#include "cli/share/unfinished.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "claims/text/lines.h"
#include "cli/share/merging.h"
#include "cli/share/shared_tips.h"
#include "store/branches.h"
#include "store/process.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using claims::UnmergedFile;
using store::Fault;
using store::StoreError;
using store::View;
using Kind = Unfinished::Kind;

bool has(Session& session, const char* file) {
  std::error_code ignored;
  return fs::exists(session.store().git_dir() / file, ignored);
}

std::string first_line_of(Session& session, const std::string& file) {
  std::ifstream in(session.store().git_dir() / file, std::ios::binary);
  std::string line;
  std::getline(in, line);
  return line;
}

store::CommitId commit_at(Session& session, const std::string& revision) {
  const store::RunResult found = git_in(session, {"rev-parse", "-q", "--verify", revision});
  return found.ok() ? claims::first_line(found.output) : "";
}

// The parent against which git takes the commit. Which one of a merge it was told to take, git
// keeps nowhere: it is the one whose files it has put into the index as the base, the first where
// several fit.
std::optional<View> parent_taken(Session& session, const View& picked) {
  const std::vector<store::CommitId> parents = picked.parents();
  const std::vector<UnmergedFile> open =
      parents.size() > 1 ? unmerged(session) : std::vector<UnmergedFile>();
  for (const store::CommitId& commit : parents) {
    View parent = session.store().view(commit);
    const bool fits = std::all_of(open.begin(), open.end(), [&](const UnmergedFile& file) {
      return parent.read(file.path) == file.base;
    });
    if (fits) return parent;
  }
  return std::nullopt;
}

}  // namespace

std::string Unfinished::word() const {
  switch (kind) {
    case Kind::merge:
      return "merge";
    case Kind::rebase:
      return "rebase";
    case Kind::cherry_pick:
      return "cherry-pick";
    case Kind::revert:
      return "revert";
    case Kind::am:
      return "patch series";
    case Kind::loose:
      return "conflict";
  }
  return "";
}

std::string Unfinished::command() const { return kind == Kind::am ? "am" : word(); }

std::optional<Unfinished> unfinished(Session& session) {
  if (session.store().bare()) return std::nullopt;
  Unfinished state;
  std::string head = "MERGE_HEAD";
  for (const char* folder : {"rebase-merge", "rebase-apply"}) {
    if (!has(session, folder)) continue;
    // `git am` uses the same folder, for patches that are no commits.
    if (has(session, (std::string(folder) + "/applying").c_str())) {
      state.kind = Kind::am;
      state.branch = session.store().checked_out();
      std::ifstream(session.store().git_dir() / folder / "next") >> state.patch;
      return state;
    }
    state.kind = Kind::rebase;
    state.goes_on_empty = std::string_view(folder) == "rebase-merge";
    head = "REBASE_HEAD";
    constexpr std::string_view kHeads = "refs/heads/";
    const std::string name = first_line_of(session, std::string(folder) + "/head-name");
    if (name.starts_with(kHeads)) state.branch = name.substr(kHeads.size());
    const std::string onto = first_line_of(session, std::string(folder) + "/onto");
    if (!onto.empty()) state.onto = session.store().view(onto);
  }
  if (state.kind != Kind::rebase) {
    state.branch = session.store().checked_out();
    if (has(session, "CHERRY_PICK_HEAD")) {
      state.kind = Kind::cherry_pick;
      head = "CHERRY_PICK_HEAD";
    } else if (has(session, "REVERT_HEAD")) {
      state.kind = Kind::revert;
      head = "REVERT_HEAD";
    } else if (!has(session, "MERGE_HEAD")) {
      if (unmerged(session).empty()) return std::nullopt;
      state.kind = Kind::loose;
      return state;
    }
  }
  state.theirs = commit_at(session, head);
  if (state.is_merge() || state.theirs.empty()) return state;
  const View picked = session.store().view(state.theirs);
  const auto found = parent_taken(session, picked);
  if (!found) return state;
  const View& parent = *found;
  const bool forward = state.kind != Kind::revert;
  state.base = forward ? parent : picked;
  state.side = forward ? picked : parent;
  return state;
}

store::MergeOptions merge_options(Session& session, const Unfinished& state,
                                  const std::set<claims::RecordRef>& apart) {
  store::MergeOptions options;
  options.shared = shared_tips(session, state.branch, state.into);
  if (state.onto) options.shared.push_back(*state.onto);
  // A commit that is applied gives way to what is there, also where nobody has seen that yet.
  if (!state.is_merge()) options.shared.push_back(session.store().view());
  options.apart = apart;
  return options;
}

std::optional<store::Merge> merged_by_record(Session& session, const Unfinished& state,
                                             const std::set<claims::RecordRef>& apart) {
  const store::Store& store = session.store();
  const View ours = store.view();
  const store::MergeOptions options = merge_options(session, state, apart);
  store::Merge merge;
  if (!state.is_merge()) {
    if (!state.base) return std::nullopt;
    merge = store::merge_over(store, *state.base, ours, *state.side, options);
  } else {
    // Where the histories share nothing, there is no base to go by.
    const store::Branches branches(store);
    if (ours.commit().empty() || branches.merge_bases(ours.commit(), state.theirs).empty())
      return std::nullopt;
    merge = store::merge(store, ours, store.view(state.theirs), options);
  }
  if (merge.for_git || merge.kind != store::Merge::Kind::real) return std::nullopt;
  return merge;
}

std::vector<claims::UnmergedFile> unmerged(Session& session) {
  const store::RunResult listed = git_in(session, {"ls-files", "-u", "-z"});
  std::map<std::string, claims::UnmergedFile> found;
  for (const std::string& entry : claims::split_at_zero(listed.output)) {
    const std::size_t tab = entry.find('\t');
    if (tab == entry.npos || tab < 3) continue;
    const std::string path = entry.substr(tab + 1);
    const std::string id =
        entry.substr(entry.find(' ') + 1, entry.rfind(' ', tab) - entry.find(' ') - 1);
    claims::UnmergedFile& record = found[path];
    record.path = path;
    std::string text = session.store().view().read_blob(id);
    switch (entry[tab - 1]) {
      case '1':
        record.base = std::move(text);
        break;
      case '2':
        record.ours = std::move(text);
        break;
      case '3':
        record.theirs = std::move(text);
        break;
      default:
        break;
    }
  }
  std::vector<claims::UnmergedFile> records;
  for (auto& [path, record] : found) records.push_back(std::move(record));
  return records;
}

namespace {

// A git that was ended may have done it all the same: its index says so.
bool is_taken(Session& session, const std::string& path, bool has_file) {
  const store::RunResult staged = git_in(session, {"ls-files", "-s", "-z", "--", path});
  if (!staged.ok()) return false;
  if (!has_file) return staged.output.empty();
  return staged.output.find(" 0\t") != staged.output.npos &&
         git_in(session, {"diff-files", "--quiet", "--", path}).ok();
}

}  // namespace

void settle(Session& session, const std::string& path, const std::optional<std::string>& text) {
  store::Store& store = session.store();
  const std::optional<std::string> before = store.read_work_tree(path);
  store.settle_file(path, text);
  const store::RunResult added = git_in(
      session,
      text ? std::vector<std::string>{"add", "--", path}
           : std::vector<std::string>{"rm", "-q", "--cached", "--ignore-unmatch", "--", path});
  if (added.ok() || is_taken(session, path, text.has_value())) return;
  store.settle_file(path, before);  // what is not settled stays as git's merge has left it
  throw StoreError(Fault::io, "git could not take " + path, {claims::first_line(added.errors)});
}

void give_up(Session& session, const Unfinished& state) {
  if (state.kind == Kind::loose) {
    throw StoreError(
        Fault::usage, "git keeps nothing of before these conflicts", {},
        "aver resolve RECORD --with ours for each; a stash that did not apply is kept: "
        "git stash list");
  }
  const store::RunResult result = git_in(session, {state.command(), "--abort"});
  if (!result.ok()) {
    throw StoreError(Fault::conflict, "git could not give the " + state.word() + " up",
                     {claims::first_line(result.errors)});
  }
}

}  // namespace aver::cli
