// SPDX-License-Identifier: MIT
//
// Asks git itself (hash-object --path), but only of contents that could change: most have neither a
// carriage return nor a keyword.
#include "store/write/clean_contents.h"

#include <algorithm>

#include "claims/records/references.h"
#include "claims/text/lines.h"
#include "store/process.h"
#include "store/repository/contents.h"

namespace aver::store {
namespace {

bool could_change(const std::string& content) {
  return content.find('\r') != std::string::npos || content.find("$Id") != std::string::npos;
}

bool could_change(const TouchedPath& path) {
  return !path.after.empty() && !path.in_store && path.after_mode != FileMode::link &&
         could_change(path.content);
}

BlobId as_added(const Repository& repository, const std::string& path, const std::string& content,
                bool write) {
  std::vector<std::string> words = {"hash-object", "--stdin", "--path=" + path};
  if (write) words.emplace_back("-w");
  const RunResult added =
      run_git(words, {.directory = repository.directory(), .input = content, .in_english = true});
  if (added.ok()) return claims::first_line(added.output);
  throw StoreError(Fault::io, "git could not add " + path, {claims::first_line(added.errors)});
}

bool is_unchanged(const TouchedPath& path) {
  return path.before == path.after && path.before_mode == path.after_mode;
}

}  // namespace

void clean_as_git_adds(const Repository& repository, bool by_hand,
                       std::vector<TouchedPath>& paths) {
  if (repository.bare()) return;  // what it has of attributes is for no work tree
  for (TouchedPath& path : paths) {
    if (!could_change(path)) continue;
    const BlobId added = as_added(repository, path.path, path.content, true);
    if (added == path.after) continue;
    if (!by_hand && !claims::record_at(path.path)) {
      throw StoreError(
          Fault::unsupported,
          "git would change the line ends of " + path.path + ", and it must stay as it was saved",
          {}, "aver git-install --attributes");
    }
    path.after = added;
    path.in_store = true;
    if (by_hand) continue;
    const auto odb =
        acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository.get());
    path.content = contents(repository, odb.get(), from_hex(added));
  }
  std::erase_if(paths, is_unchanged);
}

bool is_added_as(const Repository& repository, const std::string& path, const std::string& content,
                 const BlobId& blob) {
  return could_change(content) && as_added(repository, path, content, false) == blob;
}

}  // namespace aver::store
