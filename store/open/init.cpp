// SPDX-License-Identifier: MIT
//
// Making a store of a directory.
#include <unistd.h>

#include "claims/text/lines.h"
#include "store/attributes.h"
#include "store/process.h"
#include "store/repository/author.h"
#include "store/repository/repository.h"
#include "store/store.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// True where `directory` is itself the top of a repository, or a bare one.
bool is_repository(const fs::path& directory) {
  const RunResult top = run_git({"-C", directory.string(), "rev-parse", "--show-cdup"});
  if (!top.ok()) return false;
  if (top.output == "\n" || top.output.empty()) return true;
  return false;
}

// The top of the work tree that a new repository in `directory` would be nested in. Nothing where
// it is in none, or in a folder that the other repository ignores: a build folder, say.
std::optional<fs::path> work_tree_around(const fs::path& directory) {
  std::error_code ignored;
  fs::path there = directory;  // the nearest folder that exists
  while (!fs::is_directory(there, ignored) && there.has_relative_path())
    there = there.parent_path();
  const RunResult top = run_git({"-C", there.string(), "rev-parse", "--show-toplevel"});
  if (!top.ok()) return std::nullopt;
  if (run_git({"-C", there.string(), "check-ignore", "-q", directory.string()}).ok()) {
    return std::nullopt;
  }
  return claims::first_line(top.output);
}

[[noreturn]] void refuse_to_nest(const fs::path& directory, const fs::path& around, bool bare) {
  std::error_code ignored;
  const bool is_store = fs::exists(around / "aver.toml", ignored);
  const std::string there = (bare ? "--bare " : "") + directory.string();
  throw StoreError(Fault::usage,
                   directory.string() + " is in the repository " + around.string() +
                       ": a store there would be a repository in a repository",
                   {},
                   (is_store ? "that is a store already: aver status"
                             : "records beside its files: aver init " + around.string()) +
                       "; if you mean it: git init " + there + " && aver init " + there);
}

// A directory that does not exist yet is made; what was made is removed again unless keep() is
// called.
class NewRepository {
 public:
  NewRepository(const fs::path& directory, bool bare) : directory_(directory), bare_(bare) {
    std::error_code error;
    made_directory_ = !fs::exists(directory, error);
    fs::create_directories(directory, error);
    if (error) {
      throw StoreError(Fault::io, "the directory " + directory.string() + " could not be made",
                       {error.message()});
    }
    std::vector<std::string> words = {"init", "-q"};
    if (bare) words.push_back("--bare");
    words.push_back(directory.string());
    const RunResult made = run_git(words);
    if (!made.ok()) {
      remove();
      throw StoreError(Fault::io, "git could not make a repository in " + directory.string(),
                       {claims::first_line(made.errors)});
    }
  }
  ~NewRepository() {
    if (!kept_) remove();
  }
  NewRepository(const NewRepository&) = delete;
  NewRepository& operator=(const NewRepository&) = delete;
  void keep() { kept_ = true; }

 private:
  void remove() {
    std::error_code ignored;
    // Only what we made: a bare repository fills its directory, which was empty or not there.
    if (made_directory_) {
      fs::remove_all(directory_, ignored);
    } else if (!bare_) {
      fs::remove_all(directory_ / ".git", ignored);
    }
  }

  fs::path directory_;
  bool bare_;
  bool made_directory_ = false;
  bool kept_ = false;
};

}  // namespace

Store Store::init(const fs::path& dir, const InitOptions& options) {
  std::error_code ignored;
  fs::path directory = fs::absolute(dir, ignored).lexically_normal();
  if (!directory.has_filename()) directory = directory.parent_path();  // "facts/", "."
  const bool exists = fs::is_directory(directory, ignored);
  if (!exists && fs::exists(directory, ignored)) {
    throw StoreError(Fault::usage, directory.string() + " is a file, not a directory");
  }
  if (options.bare && exists && !fs::is_empty(directory, ignored) && !is_repository(directory)) {
    throw StoreError(Fault::usage, "a bare store needs a directory of its own, and " +
                                       directory.string() + " is not empty");
  }
  const bool is_new = !exists || !is_repository(directory);
  if (const auto around = is_new ? work_tree_around(directory) : std::nullopt) {
    refuse_to_nest(directory, *around, options.bare);
  }
  // Who commits is asked first: a store without its first commit is none.
  AuthorQuestion(exists ? directory.string() : fs::current_path().string()).finish();

  std::optional<NewRepository> made;
  if (is_new) made.emplace(directory, options.bare);
  Store store(std::make_unique<Repository>(Repository::find(directory)));
  store.set_clock(options.now);
  if (store.view().blob_id("aver.toml")) {
    throw StoreError(Fault::usage, store.root().string() + " is an aver store already", {},
                     "aver status");
  }
  store.commit([&](const View& tip) {
    Change change;
    change.edits.push_back(
        {"aver.toml",
         claims::encode(claims::Settings{claims::kFormatVersion, claims::default_vocabulary()})});
    if (std::optional<Edit> edit = attributes_edit(store, tip)) {
      change.edits.push_back(std::move(*edit));
    }
    for (const Edit& file : options.files) {
      if (!tip.blob_id(file.path)) change.edits.push_back(file);
    }
    change.message = "Start an aver store\n";
    return change;
  });
  if (made) made->keep();
  return store;
}

}  // namespace aver::store
