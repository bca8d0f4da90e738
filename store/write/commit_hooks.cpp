// SPDX-License-Identifier: MIT
//
// What the hooks see is an index of their own: git's holds what a person has staged, which aver
// does not commit.
#include "store/write/commit_hooks.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "claims/text/lines.h"
#include "store/process.h"

namespace aver::store {

namespace fs = std::filesystem;

std::string prettified(const std::string& message) {
  git_buf buffer{};
  check(git_message_prettify(&buffer, message.c_str(), 0, '#'), "reading the message");
  std::string text(buffer.ptr, buffer.size);
  git_buf_dispose(&buffer);
  return text;
}

CommitHooks::CommitHooks(const Repository& repository, const Hooks& hooks, Of what)
    : repository_(repository),
      hooks_(hooks),
      is_merge_(what == Of::merge),
      first_(is_merge_ ? "pre-merge-commit" : "pre-commit") {}

bool CommitHooks::any() const { return hooks_.has(first_) || any_of_message(); }

bool CommitHooks::any_of_message() const {
  return hooks_.has("prepare-commit-msg") || hooks_.has("commit-msg");
}

std::string CommitHooks::git(std::vector<std::string> words, const std::string& input) const {
  RunResult result =
      run_git(std::move(words),
              {.directory = repository_.directory(), .input = input, .environment = environment_});
  if (!result.ok()) {
    throw StoreError(Fault::io, "no index could be prepared for the commit's hooks",
                     {claims::first_line(result.errors)});
  }
  return std::move(result.output);
}

void CommitHooks::show(const std::string& tree_ish, const std::string& entries) {
  index_.emplace(repository_.git_dir() / "aver");
  environment_ = {{"GIT_INDEX_FILE", index_->file()}};
  git(tree_ish.empty() ? std::vector<std::string>{"read-tree", "--empty"}
                       : std::vector<std::string>{"read-tree", tree_ish});
  if (!entries.empty()) git({"update-index", "-z", "--index-info"}, entries);
}

std::optional<git_oid> CommitHooks::run_first() const {
  if (!hooks_.has(first_)) return std::nullopt;
  hooks_.run(first_, {}, environment_);
  return from_hex(claims::first_line(git({"write-tree"})));
}

std::string CommitHooks::run_for_message(std::string message) const {
  if (!any_of_message()) return message;
  const fs::path file = repository_.git_dir() / "COMMIT_EDITMSG";
  std::ofstream(file, std::ios::binary) << message;
  hooks_.run("prepare-commit-msg", {file.string(), is_merge_ ? "merge" : "message"}, environment_);
  hooks_.run("commit-msg", {file.string()}, environment_);
  std::ifstream in(file, std::ios::binary);
  message = prettified(std::string(std::istreambuf_iterator<char>(in), {}));
  if (message.empty())
    throw StoreError(Fault::refused, "the commit-msg hook left the message empty");
  return message;
}

void CommitHooks::run_last(Watcher* watcher) const {
  const std::string name = is_merge_ ? "post-merge" : "post-commit";
  try {
    hooks_.run(name, is_merge_ ? std::vector<std::string>{"0"} : std::vector<std::string>{});
  } catch (const StoreError& error) {
    if (watcher != nullptr) {
      watcher->note("the " + name + " hook was not run: " + std::string(error.what()));
    }
  }
}

}  // namespace aver::store
