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

bool may_be_cleaned(const TouchedPath& path) {
  return !path.after.empty() && !path.in_store && path.after_mode != FileMode::link &&
         could_change(path.content);
}

BlobId written_as_added(const Repository& repository, const TouchedPath& path) {
  const RunResult added =
      run_git({"hash-object", "-w", "--stdin", "--path=" + path.path},
              {.directory = repository.directory(), .input = path.content, .in_english = true});
  if (added.ok()) return claims::first_line(added.output);
  throw StoreError(Fault::io, "git could not add " + path.path, {claims::first_line(added.errors)});
}

bool is_unchanged(const TouchedPath& path) {
  return path.before == path.after && path.before_mode == path.after_mode;
}

}  // namespace

void clean_as_git_adds(const Repository& repository, bool by_hand,
                       std::vector<TouchedPath>& paths) {
  if (repository.bare()) return;  // what it has of attributes is for no work tree
  for (TouchedPath& path : paths) {
    if (!may_be_cleaned(path)) continue;
    const BlobId added = written_as_added(repository, path);
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

bool could_change(const std::string& content) {
  return content.find('\r') != std::string::npos || content.find("$Id") != std::string::npos;
}

std::vector<BlobId> blobs_as_added(const Repository& repository,
                                   const std::vector<std::string>& paths) {
  std::vector<BlobId> blobs;
  if (paths.empty()) return blobs;
  std::string names;
  for (const std::string& path : paths) names += path + "\n";
  const RunResult hashed = run_git({"hash-object", "--stdin-paths"},
                                   {.directory = repository.directory(), .input = names});
  // git ends with the first that it cannot read.
  std::string_view ids = hashed.output;
  while (blobs.size() < paths.size()) {
    const std::string_view id = ids.substr(0, ids.find('\n'));
    blobs.emplace_back(id);
    ids.remove_prefix(std::min(id.size() + 1, ids.size()));
  }
  return blobs;
}

}  // namespace aver::store
