// SPDX-License-Identifier: MIT
//
// Reads git's settings of the remotes; asks no remote.
#include "store/reviews/tips.h"

#include <algorithm>
#include <map>
#include <memory>

#include "store/objects/git.h"
#include "store/repository/reference.h"

namespace aver::store {
namespace {

using ConfigIterator = Handle<git_config_iterator, git_config_iterator_free>;

// The names of the remotes, each with the references that it is fetched by.
std::map<std::string, std::vector<std::string>> fetches_of_remotes(const Repository& repository) {
  constexpr std::string_view kRemote = "remote.";
  constexpr std::string_view kUrl = ".url";
  constexpr std::string_view kFetch = ".fetch";
  std::map<std::string, std::vector<std::string>> found;
  const auto config = acquire<GitConfig>("reading git's configuration",
                                         git_repository_config_snapshot, repository.get());
  const auto entries =
      acquire<ConfigIterator>("reading git's configuration", git_config_iterator_new, config.get());
  git_config_entry* entry = nullptr;
  while (git_config_next(&entry, entries.get()) == 0) {
    const std::string_view key = entry->name;
    if (!key.starts_with(kRemote)) continue;
    for (const std::string_view ending : {kUrl, kFetch}) {
      if (!key.ends_with(ending) || key.size() <= kRemote.size() + ending.size()) continue;
      const std::string name(
          key.substr(kRemote.size(), key.size() - kRemote.size() - ending.size()));
      std::vector<std::string>& fetches = found[name];
      if (ending == kFetch && entry->value != nullptr) fetches.emplace_back(entry->value);
    }
  }
  git_error_clear();  // the end of the list is an error to libgit2
  return found;
}

}  // namespace

std::vector<std::string> tracking_refs(const Repository& repository, std::string_view branch) {
  const std::string ref = "refs/heads/" + std::string(branch);
  std::vector<std::string> refs;
  const auto add = [&](std::string one) {
    if (one.empty() || std::find(refs.begin(), refs.end(), one) != refs.end()) return;
    refs.push_back(std::move(one));
  };
  for (const auto& [remote, fetches] : fetches_of_remotes(repository)) {
    for (const std::string& fetch : fetches) add(put_by_fetch(fetch, ref));
    add(tracking_ref(remote, branch));
  }
  return refs;
}

bool has_commit(const Repository& repository, const CommitId& id) {
  git_oid oid{};
  git_commit* raw = nullptr;
  const bool is_there = id.size() == GIT_OID_HEXSZ && git_oid_fromstr(&oid, id.c_str()) == 0 &&
                        git_commit_lookup(&raw, repository.get(), &oid) == 0;
  const GitCommit owner(raw);
  git_error_clear();
  return is_there;
}

std::string tracking_ref(std::string_view remote, std::string_view branch) {
  return "refs/remotes/" + std::string(remote) + "/" + std::string(branch);
}

}  // namespace aver::store
