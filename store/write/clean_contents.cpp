// SPDX-License-Identifier: MIT
//
// Asks git itself (hash-object --path), but only of contents that could change: most have neither a
// carriage return nor a keyword.
#include "store/write/clean_contents.h"

#include <algorithm>
#include <optional>
#include <string_view>

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

enum class Write { no, yes };

BlobId as_added(const Repository& repository, const std::string& path, std::string_view content,
                Write write) {
  std::vector<std::string> words = {"hash-object", "--stdin", "--path=" + path};
  if (write == Write::yes) words.emplace_back("-w");
  const RunResult added = run_git(
      words,
      {.directory = repository.directory(), .input = std::string(content), .in_english = true});
  if (added.ok()) return claims::first_line(added.output);
  throw StoreError(Fault::io, "git could not add " + path, {claims::first_line(added.errors)});
}

[[noreturn]] void must_stay(const std::string& path) {
  throw StoreError(
      Fault::unsupported,
      "git would change the line ends of " + path + ", and it must stay as it was saved", {},
      "aver git-install --attributes");
}

std::string contents_of(const Repository& repository, const BlobId& blob) {
  const auto odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository.get());
  return contents(repository, odb.get(), from_hex(blob));
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
    const BlobId added = as_added(repository, path.path, path.content, Write::yes);
    if (added == path.after) continue;
    if (!by_hand && !claims::record_at(path.path)) must_stay(path.path);
    path.after = added;
    path.in_store = true;
    if (by_hand) continue;
    path.content = contents_of(repository, added);
  }
  std::erase_if(paths, is_unchanged);
}

std::optional<std::string> cleaned(const Repository& repository, const std::string& path,
                                   std::string_view content) {
  if (repository.bare() || !could_change(content)) return std::nullopt;
  std::string added = contents_of(repository, as_added(repository, path, content, Write::yes));
  if (added == content) return std::nullopt;
  if (path.starts_with("sources/") && !claims::record_at(path)) must_stay(path);
  return added;
}

bool could_change(std::string_view content) {
  return content.find('\r') != std::string::npos || content.find("$Id") != std::string::npos;
}

bool is_added_as(const Repository& repository, const std::string& path, std::string_view content,
                 const BlobId& blob) {
  return could_change(content) && as_added(repository, path, content, Write::no) == blob;
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
