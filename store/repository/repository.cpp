// SPDX-License-Identifier: MIT
//
// Opens the repository with libgit2 and puts our readers of objects in front of its own. Why
// libgit2 refuses a repository is asked of git, which says it better.
#include "store/repository/repository.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "claims/text/lines.h"
#include "store/git_words.h"
#include "store/objects/loose.h"
#include "store/objects/pack_reader.h"
#include "store/process.h"
#include "store/repository/shared_repository.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// The path from the root, as people write it.
std::string whole(const fs::path& path) {
  std::error_code ignored;
  fs::path answer = fs::absolute(path, ignored).lexically_normal();
  if (!answer.has_filename() && answer.has_relative_path()) answer = answer.parent_path();
  return answer.string();
}

bool is_ours(const fs::path& path) {
  struct stat about {};
  return stat(path.c_str(), &about) == 0 && about.st_uid == geteuid();
}

// Somebody else's repository may run code of theirs; git knows when that is allowed
// (safe.directory).
void ask_git_whose(const fs::path& start) {
  const RunResult gate =
      run_git({"-C", start.string(), "rev-parse", "--git-dir"}, {.in_english = true});
  if (gate.ok() || !says_owned_by_another(gate)) return;
  throw StoreError(Fault::unsupported, "the repository at " + whole(start) + " is somebody else's",
                   {claims::first_line(gate.errors)},
                   "if you trust it: git config --global --add safe.directory " + whole(start));
}

// Where libgit2 refuses: whose words say best why, its own or git's.
[[noreturn]] void refuse(const fs::path& start, const std::string& words) {
  ask_git_whose(start);
  const RunResult format = run_git({"-C", start.string(), "rev-parse", "--show-object-format"});
  if (claims::first_line(format.output) == "sha256") {
    throw StoreError(Fault::unsupported,
                     "the repository uses SHA-256 object ids, which aver cannot read", {words},
                     "make the store with: git init --object-format=sha1");
  }
  std::vector<std::string> causes = {words};
  if (!format.ok()) causes.push_back(claims::first_line(format.errors));
  throw StoreError(Fault::unsupported,
                   "the repository at " + whole(start) + " has a form that aver cannot read",
                   std::move(causes), "git config --list --show-origin shows its extensions");
}

}  // namespace

std::string Head::branch() const {
  constexpr std::string_view kHeads = "refs/heads/";
  if (detached) return "";
  return ref.starts_with(kHeads) ? ref.substr(kHeads.size()) : ref;
}

Repository Repository::find(const fs::path& start) {
  start_libgit2();
  std::error_code ignored;
  if (!fs::is_directory(start, ignored)) {
    throw StoreError(Fault::not_found, "there is no directory " + start.string());
  }
  Repository repository;
  git_repository* raw = nullptr;
  // Given a path, libgit2 does not look at GIT_DIR, and git does.
  const bool is_named = std::getenv("GIT_DIR") != nullptr;
  const int code = git_repository_open_ext(&raw, is_named ? nullptr : start.c_str(),
                                           GIT_REPOSITORY_OPEN_FROM_ENV, nullptr);
  if (code == GIT_ENOTFOUND) {
    git_error_clear();
    throw StoreError(Fault::not_found,
                     "this is no aver store: " + whole(start) + " is in no git repository", {},
                     "aver init");
  }
  if (code < 0) refuse(start, last_git_words());
  repository.handle_.reset(raw);
  repository.git_dir_ = git_repository_path(raw);
  repository.common_dir_ = git_repository_commondir(raw);
  if (const char* work_tree = git_repository_workdir(raw)) repository.work_tree_ = work_tree;
  if (!is_ours(repository.git_dir_) || (!repository.bare() && !is_ours(repository.work_tree_))) {
    ask_git_whose(start);
  }
  // git has GIT_NAMESPACE for what it serves to others, libgit2 for all references.
  git_repository_set_namespace(raw, nullptr);
  honour_shared_repository(raw);
  repository.replacements_ = replacements_of(raw, repository.common_dir_);
  const auto odb = acquire<GitOdb>("opening the objects of the store", git_repository_odb, raw);
  repository.read_as_git_does(odb.get());
  return repository;
}

bool Repository::is_shallow() const {
  std::error_code ignored;
  return std::filesystem::exists(common_dir_ / "shallow", ignored);
}

fs::path Repository::objects_dir() const {
  const char* const elsewhere = std::getenv("GIT_OBJECT_DIRECTORY");
  return elsewhere == nullptr ? common_dir_ / "objects" : fs::path(elsewhere);
}

void Repository::read_as_git_does(git_odb* odb) const {
  read_loose_safely(odb, objects_dir());
  read_packs_quickly(odb, objects_dir());
  follow_replacements(odb, objects_dir(), replacements_);
}

Head Repository::head() const {
  Head head;
  const auto reference = acquire<GitReference>("reading HEAD", git_reference_lookup, get(), "HEAD");
  if (git_reference_type(reference.get()) == GIT_REFERENCE_DIRECT) {
    head.ref = "HEAD";
    head.detached = true;
    head.tip = *git_reference_target(reference.get());
    return head;
  }
  return branch_head(git_reference_symbolic_target(reference.get()));
}

Head Repository::branch_head(const std::string& ref) const {
  Head head;
  head.ref = ref;
  const int code = git_reference_name_to_id(&head.tip, get(), head.ref.c_str());
  if (code == GIT_ENOTFOUND) {
    git_error_clear();
    head.unborn = true;
    head.tip = git_oid{};
  } else {
    check(code, "reading " + head.ref);
  }
  return head;
}

bool is_same_folder(const fs::path& a, const fs::path& b) {
  std::error_code ignored;
  return fs::equivalent(a, b, ignored);
}

}  // namespace aver::store
