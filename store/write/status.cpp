// SPDX-License-Identifier: MIT
//
// Asks `git status` for the uncommitted changes, and reads files of the work tree.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <set>

#include "claims/text/lines.h"
#include "claims/text/record_folders.h"
#include "store/process.h"
#include "store/repository/repository.h"
#include "store/store.h"
#include "store/write/branch_update.h"
#include "store/write/clean_contents.h"
#include "store/write/git_index.h"
#include "store/write/git_listing.h"
#include "store/write/journal.h"
#include "store/write/lost_entries.h"
#include "store/write/worktree.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// The text after the n-th blank of a line of porcelain v2.
std::string behind_blanks(const std::string& line, int n) {
  std::size_t at = 0;
  for (int i = 0; i < n && at != line.npos; ++i) {
    at = line.find(' ', at);
    if (at != line.npos) ++at;
  }
  return at == line.npos ? "" : line.substr(at);
}

void read_branch(const std::string& line, Status& status) {
  const std::string value = behind_blanks(line, 2);
  if (line.starts_with("# branch.oid ")) {
    status.unborn = value == "(initial)";
  } else if (line.starts_with("# branch.head ")) {
    status.branch = value == "(detached)" ? "" : value;
  } else if (line.starts_with("# branch.upstream ")) {
    status.upstream = value;
  } else if (line.starts_with("# branch.ab ")) {
    status.ahead = std::abs(std::atoi(value.c_str()));
    status.behind = std::abs(std::atoi(behind_blanks(line, 3).c_str()));
  }
}

// The blob that the index has of a file whose contents are another size or another date; empty of
// other lines.
std::string blob_of_index(const std::string& line) {
  if (!line.starts_with("1 ") || line.size() < 4 || line[3] != 'M') return "";
  const std::string modes = behind_blanks(line, 4);  // of the index, of the file
  constexpr std::size_t kMode = 6;
  if (modes.substr(0, kMode) != behind_blanks(line, 5).substr(0, kMode)) return "";
  return behind_blanks(line, 7).substr(0, GIT_OID_HEXSZ);
}

// "1 XY sub mH mI mW hH hI path", "u XY sub m1 m2 m3 mW h1 h2 h3 path", "? path"; nothing where it
// is none of these.
std::optional<LocalChange> read_change(const std::string& line) {
  LocalChange change;
  if (line.starts_with("? ")) {
    change.kind = LocalChange::Kind::untracked;
    change.unstaged = true;
    change.path = line.substr(2);
    return change;
  }
  if (line.starts_with("u ")) {
    change.kind = LocalChange::Kind::conflicted;
    change.path = behind_blanks(line, 10);
    return change;
  }
  if (!line.starts_with("1 ") || line.size() < 4) return std::nullopt;
  const char index = line[2];
  const char tree = line[3];
  change.staged = index != '.';
  change.unstaged = tree != '.';
  change.path = behind_blanks(line, 8);
  const bool is_submodule = behind_blanks(line, 4).starts_with("160000");
  if (change.staged && index != 'D' && !is_submodule) {
    change.staged_blob = behind_blanks(line, 7).substr(0, GIT_OID_HEXSZ);
  }
  if (tree == 'D' || (index == 'D' && tree == '.')) {
    change.kind = LocalChange::Kind::deleted;
  } else if (index == 'A') {
    change.kind = LocalChange::Kind::added;
  } else {
    change.kind = LocalChange::Kind::modified;
  }
  return change;
}

// Files whose line ends alone differ from the index are not changed: aver commit would find nothing
// in them. git is told, too.
void leave_out_same(const Repository& repository,
                    const std::vector<std::pair<std::string, std::string>>& of_index,
                    std::vector<LocalChange>& changes) {
  const WorkTree work_tree(repository);
  std::vector<std::string> names;
  std::vector<BlobId> wanted;
  for (const auto& [path, blob] : of_index) {
    if (path.starts_with('"') || path.find('\n') != path.npos) continue;
    const std::optional<WorkTree::File> file = work_tree.file(path);
    if (!file || file->mode == FileMode::link || !could_change(file->bytes)) continue;
    names.push_back(path);
    wanted.push_back(blob);
  }
  const std::vector<BlobId> blobs = blobs_as_added(repository, names);
  std::set<std::string_view> same;
  std::string told;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (blobs[i] != wanted[i]) continue;
    same.insert(names[i]);
    told += names[i] + '\0';
  }
  std::erase_if(changes, [&](LocalChange& change) {
    if (!same.contains(change.path)) return false;
    change.unstaged = false;
    return !change.staged;
  });
  // Where its index is locked, git learns of it another time.
  if (!told.empty()) {
    run_git({"update-index", "-z", "--stdin"},
            {.directory = repository.directory(), .input = told});
  }
}

bool may_be_record(std::string_view path) {
  return path == "aver.toml" || claims::is_in_record_folder(path);
}

// git's index has the modes of all that is committed, and of what is about to be.
std::vector<std::string> links_in_index(const Repository& repository) {
  std::vector<std::string> links;
  if (const std::optional<GitIndex> index = GitIndex::open(repository.git_dir())) {
    constexpr std::uint32_t kLinkMode = 0120000;
    for (std::size_t i = 0; i < index->size(); ++i) {
      if (index->mode(i) == kLinkMode && may_be_record(index->name(i)))
        links.emplace_back(index->name(i));
    }
    return links;
  }
  const RunResult listed = run_git({"ls-files", "-s", "-z"}, {.directory = repository.directory()});
  for (ListedEntry& entry : listed_entries(listed)) {
    if (entry.file.mode == FileMode::link && may_be_record(entry.path))
      links.push_back(std::move(entry.path));
  }
  return links;
}

// Whoever writes meanwhile looks, too, and a store that may not be written has lost nothing by us.
void look_for_lost(const Store& store, const Repository& repository, const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder / kNotes, ignored) || fs::is_empty(folder / kNotes, ignored)) return;
  const auto now = std::chrono::steady_clock::now();
  try {
    const WriteLock lock(folder, now);
    LostEntries(repository, folder).put_back(store.view(), now, store.watcher());
  } catch (const StoreError&) {
    // The next to look finds the notes.
  }
}

}  // namespace

Status Store::status() const {
  const Repository& repository = *repository_;
  Status status;
  const Head head = repository.head();
  status.branch = head.branch();
  status.unborn = head.unborn;
  clear_leftovers(repository);
  if (bare()) return status;
  std::error_code ignored;
  const fs::path folder = repository.git_dir() / "aver";
  if (fs::exists(folder / "journal", ignored) && !fs::is_empty(folder / "journal", ignored)) {
    const auto deadline = std::chrono::steady_clock::now() + patience();
    try {
      const WriteLock lock(folder, deadline);
      recover(repository, view_of(repository.head()), folder, deadline);
    } catch (const StoreError& error) {
      if (error.fault() != Fault::locked && error.fault() != Fault::io) throw;
      if (watcher() != nullptr) note_left(*watcher(), error);
    }
  }
  look_for_lost(*this, repository, folder);
  const auto ask = [&](const char* first) {
    std::vector<std::string> words = {"--literal-pathspecs",
                                      first,
                                      "status",
                                      "--porcelain=v2",
                                      "-z",
                                      "--branch",
                                      "--no-renames",
                                      "--untracked-files=all",
                                      "--",
                                      "aver.toml"};
    words.insert(words.end(), claims::kRecordFolders.begin(), claims::kRecordFolders.end());
    return run_git(std::move(words), {.directory = repository.directory()});
  };
  // git writes what it has found out into its index, which makes the next question cheap; on a full
  // disk it fails over that.
  RunResult result = ask("--no-pager");
  if (!result.ok()) result = ask("--no-optional-locks");
  if (!result.ok()) not_told(result.errors);
  std::vector<std::pair<std::string, std::string>> of_index;
  for (const std::string& line : claims::split_at_zero(result.output)) {
    if (line.starts_with('#')) {
      read_branch(line, status);
    } else if (std::optional<LocalChange> change = read_change(line)) {
      if (std::string blob = blob_of_index(line); !blob.empty())
        of_index.emplace_back(change->path, std::move(blob));
      status.changes.push_back(std::move(*change));
    } else {
      not_told(line);
    }
  }
  // A file that was staged as removed and lies there again comes twice; the work tree's word
  // counts.
  std::stable_sort(status.changes.begin(), status.changes.end(),
                   [](const LocalChange& a, const LocalChange& b) { return a.path < b.path; });
  for (std::size_t i = 1; i < status.changes.size();) {
    LocalChange& first = status.changes[i - 1];
    if (first.path != status.changes[i].path) {
      ++i;
      continue;
    }
    first.kind = LocalChange::Kind::modified;
    first.staged = first.unstaged = true;
    status.changes.erase(status.changes.begin() + static_cast<std::ptrdiff_t>(i));
  }
  leave_out_same(repository, of_index, status.changes);
  status.links = links_in_index(repository);
  std::erase_if(status.links, [&](const std::string& link) {
    return std::ranges::binary_search(status.changes, link, {}, &LocalChange::path);
  });
  status.under_way = under_way(repository);
  return status;
}

std::optional<std::string> Store::read_work_tree(std::string_view path) const {
  if (!has_work_tree()) return std::nullopt;
  const WorkTree work_tree(*repository_);
  std::optional<std::string> bytes = work_tree.read(std::string(path));
  if (!bytes) {
    if (const auto blob = work_tree.left_out(std::string(path))) return view().read_blob(*blob);
  }
  return bytes;
}

}  // namespace aver::store
