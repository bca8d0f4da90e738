// SPDX-License-Identifier: MIT
//
// Compares the files of a merge with the target and with the proposal's tip. An approval is of
// exact contents, so what the merge makes of a file decides.
#include "cli/review/merged_files.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "store/bulk.h"

namespace aver::cli {
namespace {

using claims::reviews::ProposedFile;
using store::View;

std::vector<std::string> everybody(const std::vector<ProposedFile>& proposed) {
  std::vector<std::string> all;
  for (const ProposedFile& file : proposed) {
    for (const std::string& who : file.authors) {
      if (std::find(all.begin(), all.end(), who) == all.end()) all.push_back(who);
    }
  }
  return all;
}

}  // namespace

std::vector<ProposedFile> merged_files(const std::vector<store::ChangedPath>& changes,
                                       const View& tip, const std::vector<ProposedFile>& proposed) {
  std::map<std::string_view, const ProposedFile*> by_path;
  for (const ProposedFile& file : proposed) by_path.emplace(file.path, &file);
  std::vector<ProposedFile> files;
  for (const store::ChangedPath& change : changes) {
    if (change.path.starts_with("reviews/")) continue;
    ProposedFile file{change.path, claims::blob_or_removed(change.after), {}, ""};
    const auto known = by_path.find(file.path);
    const bool is_known = known != by_path.end();
    const std::string shown = is_known
                                  ? known->second->blob
                                  : claims::blob_or_removed(tip.blob_id(file.path).value_or(""));
    if (shown != file.blob) file.shown = shown;
    file.authors = is_known ? known->second->authors : everybody(proposed);
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(),
            [](const ProposedFile& a, const ProposedFile& b) { return a.path < b.path; });
  return files;
}

std::vector<ProposedFile> merged_files(const store::Merge& merge, const View& target,
                                       const View& tip, const std::vector<ProposedFile>& proposed) {
  if (merge.kind != store::Merge::Kind::real || !merge.clean()) return proposed;
  std::vector<store::ChangedPath> changes;
  for (const store::Edit& edit : merge.edits()) {
    const std::string before = target.blob_id(edit.path).value_or("");
    const std::string after =
        edit.content ? store::Bulk::blob_id_of(*edit.content) : store::BlobId(edit.blob);
    if (after != before) changes.push_back({edit.path, before, after, true});
  }
  return merged_files(changes, tip, proposed);
}

}  // namespace aver::cli
