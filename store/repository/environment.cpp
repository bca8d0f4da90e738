// SPDX-License-Identifier: MIT
//
// Compares the repository that a directory lies in with the one that the variables name, and
// changes our own environment, which programs that we start inherit.
#include "store/environment.h"

#include <cstdlib>
#include <string>
#include <string_view>

#include "store/error.h"
#include "store/objects/git.h"
#include "store/repository/repository.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// `git rev-parse --local-env-vars` of git 2.39, and GIT_QUARANTINE_PATH.
constexpr const char* kOfARepository[] = {"GIT_DIR",
                                          "GIT_WORK_TREE",
                                          "GIT_COMMON_DIR",
                                          "GIT_INDEX_FILE",
                                          "GIT_PREFIX",
                                          "GIT_IMPLICIT_WORK_TREE",
                                          "GIT_CONFIG",
                                          "GIT_CONFIG_PARAMETERS",
                                          "GIT_CONFIG_COUNT",
                                          "GIT_GRAFT_FILE",
                                          "GIT_SHALLOW_FILE",
                                          "GIT_NO_REPLACE_OBJECTS",
                                          "GIT_REPLACE_REF_BASE",
                                          "GIT_INTERNAL_SUPER_PREFIX"};
constexpr const char* kOfObjects[] = {"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                      "GIT_QUARANTINE_PATH"};
constexpr const char* kPaths[] = {
    "GIT_DIR",        "GIT_WORK_TREE",    "GIT_COMMON_DIR",       "GIT_INDEX_FILE",
    "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_OBJECT_DIRECTORY", "GIT_QUARANTINE_PATH"};

bool is_set(const char* name) { return std::getenv(name) != nullptr; }

bool any_set() {
  for (const char* name : kOfARepository) {
    if (is_set(name)) return true;
  }
  for (const char* name : kOfObjects) {
    if (is_set(name)) return true;
  }
  return false;
}

void make_absolute() {
  std::error_code ignored;
  for (const char* name : kPaths) {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == '\0' || *value == '/') continue;
    setenv(name, fs::absolute(value, ignored).lexically_normal().c_str(), 1);
  }
  const char* const listed = std::getenv("GIT_ALTERNATE_OBJECT_DIRECTORIES");
  // One in quotation marks may have colons in it; git makes none that is relative.
  if (listed == nullptr || std::string_view(listed).find('"') != std::string_view::npos) return;
  std::string all;
  std::string_view rest = listed;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    if (!all.empty()) all += ':';
    if (end > 0) all += fs::absolute(rest.substr(0, end), ignored).string();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", all.c_str(), 1);
}

struct RepositoryPlace {
  fs::path git_dir, common_dir, work_tree;
};

// Of the repository that a directory is in, or that a git directory is; nothing where it is none.
std::optional<RepositoryPlace> place_of(const fs::path& directory, unsigned flags) {
  start_libgit2();
  git_repository* raw = nullptr;
  const int code = git_repository_open_ext(&raw, directory.c_str(), flags, nullptr);
  const GitRepository repository(raw);
  if (code < 0) {
    git_error_clear();
    return std::nullopt;
  }
  const char* const work_tree = git_repository_workdir(raw);
  return RepositoryPlace{git_repository_path(raw), git_repository_commondir(raw),
                         work_tree == nullptr ? "" : work_tree};
}

// The repository that the variables name, or that they belong to where they name none.
std::optional<RepositoryPlace> named_place() {
  const char* const git_dir = std::getenv("GIT_DIR");
  return git_dir == nullptr ? place_of(".", 0) : place_of(git_dir, GIT_REPOSITORY_OPEN_NO_SEARCH);
}

// libgit2 knows neither of the two. Where they say what is so anyway, nothing is lost without them.
void drop_if_own(const char* name, const fs::path& own) {
  const char* const value = std::getenv(name);
  if (value == nullptr) return;
  if (!is_same_folder(value, own)) {
    throw StoreError(Fault::unsupported,
                     std::string(name) + " names " + value +
                         ", which is not the repository's own: aver does not follow it",
                     {}, std::string("unset ") + name);
  }
  unsetenv(name);
}

}  // namespace

void settle_environment(const std::optional<fs::path>& directory) {
  if (!any_set()) return;
  make_absolute();
  std::optional<RepositoryPlace> place = named_place();
  if (directory) {
    const std::optional<RepositoryPlace> wanted = place_of(*directory, 0);
    const bool is_same = place && wanted && is_same_folder(place->git_dir, wanted->git_dir);
    const bool has_same_objects =
        place && wanted && is_same_folder(place->common_dir, wanted->common_dir);
    if (!is_same) {
      for (const char* name : kOfARepository) unsetenv(name);
    }
    if (!is_same && !has_same_objects) {
      for (const char* name : kOfObjects) unsetenv(name);
    }
    place = wanted;
  }
  if (!place) return;  // opening it says why
  drop_if_own("GIT_WORK_TREE", place->work_tree);
  drop_if_own("GIT_COMMON_DIR", place->common_dir);
}

}  // namespace aver::store
