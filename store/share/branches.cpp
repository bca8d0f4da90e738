// SPDX-License-Identifier: MIT
//
// References and graph by libgit2; by git in a shallow clone, where libgit2 looks for commits that
// are not there.
#include "store/branches.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

#include "claims/text/hex.h"
#include "claims/text/lines.h"
#include "store/process.h"
#include "store/replace_file.h"
#include "store/repository/reference.h"
#include "store/repository/repository.h"

namespace aver::store {
namespace {

constexpr std::string_view kHeads = "refs/heads/";
constexpr std::string_view kRemotes = "refs/remotes/";

using RefIterator = Handle<git_reference_iterator, git_reference_iterator_free>;
using RevWalk = Handle<git_revwalk, git_revwalk_free>;

std::optional<CommitId> id_of(const Repository& repository, const std::string& ref) {
  git_oid id{};
  const int code = git_reference_name_to_id(&id, repository.get(), ref.c_str());
  if (code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC) {
    git_error_clear();
    return std::nullopt;
  }
  check(code, "reading " + ref);
  return to_hex(id);
}

}  // namespace

Branches::Branches(const Store& store) : store_(store), repository_(*store.repository_) {}

std::vector<Branch> Branches::below(std::string_view prefix) const {
  std::vector<Branch> found;
  const auto refs =
      acquire<RefIterator>("listing the branches", git_reference_iterator_new, repository_.get());
  const char* raw = nullptr;
  while (git_reference_next_name(&raw, refs.get()) == 0) {
    const std::string_view ref = raw;
    Branch branch;
    if (ref.starts_with(kHeads)) {
      branch.name = ref.substr(kHeads.size());
    } else if (ref.starts_with(kRemotes)) {
      const std::string_view rest = ref.substr(kRemotes.size());
      const std::size_t at = rest.find("/" + std::string(prefix));
      if (at == rest.npos) continue;
      branch.remote = rest.substr(0, at);
      branch.name = rest.substr(at + 1);
    }
    if (!branch.name.starts_with(prefix)) continue;
    branch.tip = id_of(repository_, std::string(ref)).value_or("");
    if (!branch.tip.empty()) found.push_back(std::move(branch));
  }
  git_error_clear();  // the end of the list is an error to libgit2
  std::sort(found.begin(), found.end(), [](const Branch& a, const Branch& b) {
    return std::tie(a.name, a.remote) < std::tie(b.name, b.remote);
  });
  return found;
}

std::optional<CommitId> Branches::tip(const std::string& branch) const {
  return id_of(repository_, std::string(kHeads) + branch);
}

namespace {

// The reference that git's settings name as the branch's upstream; empty where they name none.
// git_branch_upstream_name() would tell, and leaks what it matches by.
std::string upstream_of(const Repository& repository, const std::string& branch) {
  const auto config = acquire<GitConfig>("reading git's configuration",
                                         git_repository_config_snapshot, repository.get());
  const auto setting = [&](const char* key) {
    const char* value = nullptr;
    const std::string name = "branch." + branch + "." + key;
    if (git_config_get_string(&value, config.get(), name.c_str()) != 0) git_error_clear();
    return value == nullptr ? std::string() : std::string(value);
  };
  const std::string remote = setting("remote"), merged = setting("merge");
  if (remote.empty() || merged.empty()) return {};
  if (remote == ".") return merged;
  std::vector<std::string> specs;
  const auto add = [](const git_config_entry* entry, void* to) {
    static_cast<std::vector<std::string>*>(to)->emplace_back(entry->value);
    return 0;
  };
  const std::string key = "remote." + remote + ".fetch";
  if (git_config_get_multivar_foreach(config.get(), key.c_str(), nullptr, add, &specs) != 0)
    git_error_clear();
  for (const std::string& spec : specs) {
    if (std::string upstream = put_by_fetch(spec, merged); !upstream.empty()) return upstream;
  }
  return {};
}

}  // namespace

std::optional<CommitId> Branches::upstream_tip(const std::string& branch) const {
  const std::string upstream = upstream_of(repository_, branch);
  return upstream.empty() ? std::nullopt : id_of(repository_, upstream);
}

void Branches::create(const std::string& branch, const CommitId& tip) const {
  std::string words;
  try {
    const git_oid nowhere{};
    const Swapped made = move_reference(repository_, std::string(kHeads) + branch, nowhere,
                                        from_hex(tip), "aver: made");
    if (made.swap == Swap::done) return;
    words = "it is locked";
  } catch (const StoreError& error) {
    words = error.reason();
  }
  if (this->tip(branch)) {
    throw StoreError(Fault::usage, "there is a branch " + branch + " already");
  }
  // A branch "a" leaves no room for one "a/b", nor the other way round.
  std::string in_its_way;
  for (std::size_t at = branch.find('/'); at != branch.npos; at = branch.find('/', at + 1)) {
    if (this->tip(branch.substr(0, at))) in_its_way = branch.substr(0, at);
  }
  for (const Branch& other : below(branch + "/")) {
    if (other.remote.empty()) in_its_way = other.name;
  }
  if (in_its_way.empty()) {
    throw StoreError(Fault::io, "the branch " + branch + " cannot be made", {words});
  }
  throw StoreError(Fault::usage,
                   "the branch " + branch + " cannot be made: there is one named " + in_its_way, {},
                   "git branch -m " + in_its_way + " ANOTHER-NAME");
}

bool Branches::move(const std::string& branch, const CommitId& from, const CommitId& to) const {
  if (repository_.head().branch() == branch) {
    throw StoreError(Fault::conflict, branch + " is checked out", {}, "git merge --ff-only");
  }
  return move_reference(repository_, std::string(kHeads) + branch, from_hex(from), from_hex(to),
                        "aver: forward")
             .swap == Swap::done;
}

bool Branches::remove(const std::string& branch, const CommitId& tip) const {
  return remove_reference(repository_, std::string(kHeads) + branch, from_hex(tip)).swap ==
         Swap::done;
}

bool Branches::is_ancestor(const CommitId& ancestor, const CommitId& descendant) const {
  if (ancestor == descendant) return true;
  // libgit2 looks for the parents that a shallow clone has not got; git knows where history ends.
  if (repository_.is_shallow()) {
    return run_git({"merge-base", "--is-ancestor", ancestor, descendant},
                   {.directory = repository_.directory()})
        .ok();
  }
  const git_oid a = from_hex(ancestor);
  const git_oid d = from_hex(descendant);
  return check(git_graph_descendant_of(repository_.get(), &d, &a), "comparing branches") == 1;
}

namespace {

// The commits that git lists, one a line.
std::string rev_list(const Repository& repository, std::vector<std::string> words) {
  words.insert(words.begin(), "rev-list");
  RunResult line = run_git(std::move(words), {.directory = repository.directory()});
  if (!line.ok()) {
    throw StoreError(Fault::corrupt, "git could not walk the history",
                     {claims::first_line(line.errors)});
  }
  return std::move(line.output);
}

}  // namespace

std::vector<CommitId> Branches::merges(const CommitId& tip,
                                       const std::vector<std::string>& without) const {
  std::vector<std::string> words = {"--min-parents=2", tip};
  words.insert(words.end(), without.begin(), without.end());
  std::vector<CommitId> ids;
  std::istringstream lines(rev_list(repository_, std::move(words)));
  for (std::string line; std::getline(lines, line);) ids.push_back(line);
  return ids;
}

bool Branches::is_on_first_parents(const CommitId& commit, const CommitId& tip) const {
  // What the commit's own parents reach lies behind it.
  const std::string line = rev_list(repository_, {"--first-parent", tip, "^" + commit + "^@"});
  return line.find(commit + "\n") != line.npos;
}

std::optional<CommitId> Branches::brought_in_by(const CommitId& commit, const CommitId& tip) const {
  // Newest first, down to where the line leaves what `commit` itself reaches.
  const std::string line = rev_list(repository_, {"--first-parent", tip, "^" + commit});
  const std::size_t size = commit.size() + 1;
  const auto at = [&](std::size_t i) { return line.substr(i * size, size - 1); };
  // Those that have it stand before those that do not.
  std::size_t has = 0;
  std::size_t has_not = line.size() / size;
  if (has_not == 0) return std::nullopt;
  while (has_not - has > 1) {
    const std::size_t middle = has + (has_not - has) / 2;
    (is_ancestor(commit, at(middle)) ? has : has_not) = middle;
  }
  const CommitId found = at(has);
  const std::vector<CommitId> parents = store_.view(found).parents();
  if (parents.empty() || parents.front() == commit) return std::nullopt;
  return found;
}

std::optional<CommitId> Branches::last_to_change(const std::string& path, const CommitId& since,
                                                 const CommitId& tip) const {
  const std::string line = rev_list(
      repository_, {"--first-parent", "-n", "1", tip, "^" + since, "--", ":(top,literal)" + path});
  if (line.empty()) return std::nullopt;
  return claims::first_line(line);
}

CommitId Branches::first_of(const CommitId& tip) const {
  const std::filesystem::path kept = store_.private_dir() / "first-commit";
  std::ifstream known(kept);
  CommitId walked;
  CommitId first;
  constexpr std::size_t kDigits = 40;
  const bool is_kept = known >> walked >> first && first.size() == kDigits &&
                       claims::is_hex(first) && walked.size() == kDigits && claims::is_hex(walked);
  if (is_kept) {
    try {
      if (walked == tip || is_on_first_parents(walked, tip)) return first;
    } catch (const StoreError&) {
      // That commit is not here any more.
    }
  }
  first = claims::first_line(rev_list(repository_, {"--first-parent", "--max-parents=0", tip}));
  // Where it cannot be kept, it is walked again.
  std::error_code ignored;
  replace_file(kept, tip + " " + first + "\n", ignored);
  return first;
}

std::vector<CommitId> Branches::merge_bases(const CommitId& a, const CommitId& b) const {
  std::vector<CommitId> bases;
  if (repository_.is_shallow()) {
    const std::string found =
        run_git({"merge-base", "--all", a, b}, {.directory = repository_.directory()}).output;
    for (std::size_t begin = 0; begin < found.size(); begin += a.size() + 1) {
      bases.push_back(found.substr(begin, a.size()));
    }
    std::sort(bases.begin(), bases.end());
    return bases;
  }
  const git_oid one = from_hex(a);
  const git_oid two = from_hex(b);
  git_oidarray ids{};
  const int code = git_merge_bases(&ids, repository_.get(), &one, &two);
  if (code == GIT_ENOTFOUND) {
    git_error_clear();
    return bases;
  }
  check(code, "looking for what both branches share");
  for (std::size_t i = 0; i < ids.count; ++i) bases.push_back(to_hex(ids.ids[i]));
  git_oidarray_dispose(&ids);
  std::sort(bases.begin(), bases.end());
  return bases;
}

// The commits of `tip` that `base` has not, oldest first, parents before children.
std::vector<CommitId> Branches::ids_in_range(const CommitId& base, const CommitId& tip) const {
  std::vector<CommitId> ids;
  // libgit2 does not know where the history of a shallow clone is cut off.
  if (store_.is_shallow()) {
    std::vector<std::string> words = {"--topo-order", "--reverse", tip};
    if (!base.empty()) words.push_back("^" + base);
    std::istringstream lines(rev_list(repository_, std::move(words)));
    for (std::string line; std::getline(lines, line);) ids.push_back(line);
    return ids;
  }
  const auto walk = acquire<RevWalk>("walking the history", git_revwalk_new, repository_.get());
  git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
  const git_oid to = from_hex(tip);
  check(git_revwalk_push(walk.get(), &to), "walking the history");
  if (!base.empty()) {
    const git_oid from = from_hex(base);
    check(git_revwalk_hide(walk.get(), &from), "walking the history");
  }
  git_oid id{};
  int code = 0;
  while ((code = git_revwalk_next(&id, walk.get())) == 0) ids.push_back(to_hex(id));
  if (code != GIT_ITEROVER) check(code, "walking the history");
  git_error_clear();
  return ids;
}

std::vector<RangeCommit> Branches::range(const CommitId& base, const CommitId& tip,
                                         bool with_paths) const {
  std::vector<RangeCommit> commits;
  for (const CommitId& one : ids_in_range(base, tip)) {
    const git_oid id = from_hex(one);
    const auto handle =
        acquire<GitCommit>("reading a commit", git_commit_lookup, repository_.get(), &id);
    RangeCommit commit;
    commit.commit = one;
    commit.author = git_commit_author(handle.get())->name;
    commit.author_email = git_commit_author(handle.get())->email;
    commit.authored_at = git_commit_author(handle.get())->when.time;
    if (const char* subject = git_commit_summary(handle.get())) commit.subject = subject;
    const unsigned parents = git_commit_parentcount(handle.get());
    commit.merge = parents > 1;
    if (parents > 0 && with_paths) {
      const View after = store_.view(commit.commit);
      const View before = store_.view(to_hex(*git_commit_parent_id(handle.get(), 0)));
      commit.paths = store_.changes(before, after);
    }
    commits.push_back(std::move(commit));
  }
  return commits;
}

namespace {

std::filesystem::path recording_file(const Store& store) {
  return store.git_dir() / "aver" / "recording-branch";
}

}  // namespace

std::string recording_branch(const Store& store) {
  std::ifstream in(recording_file(store), std::ios::binary);
  std::string branch(std::istreambuf_iterator<char>(in), {});
  while (branch.ends_with('\n')) branch.pop_back();
  return branch;
}

void set_recording_branch(const Store& store, const std::string& branch) {
  namespace fs = std::filesystem;
  const fs::path file = recording_file(store);
  std::error_code error;
  if (branch.empty()) {
    fs::remove(file, error);
    if (!error) return;
    throw StoreError(Fault::io, file.string() + " cannot be removed", {error.message()});
  }
  if (replace_file(file, branch + "\n", error)) return;
  throw StoreError(Fault::io, file.string() + " cannot be written",
                   error ? std::vector<std::string>{error.message()} : std::vector<std::string>{});
}

}  // namespace aver::store
