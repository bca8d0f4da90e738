// SPDX-License-Identifier: MIT
#include "store/folder_pair.h"

#include <algorithm>
#include <unordered_map>

#include "store/index_history.h"

namespace aver::store {
namespace {

constexpr std::string_view kToml = ".toml";
constexpr std::string_view kClaim = "claim.toml";

struct Named {
  std::string name;
  BlobId blob;
};

// The stances' names in file order, and the claim's blob.
struct Listing {
  std::vector<Named> stances;
  BlobId claim;
};

Listing listing_of(const View& view, std::string_view claim) {
  Listing listing;
  for (DirEntry& entry : view.list(claims::claim_folder(claim))) {
    if (entry.folder) continue;
    if (entry.name == kClaim) {
      listing.claim = std::move(entry.id);
    } else if (entry.name.ends_with(kToml)) {
      entry.name.resize(entry.name.size() - kToml.size());
      listing.stances.push_back({std::move(entry.name), std::move(entry.id)});
    }
  }
  std::sort(listing.stances.begin(), listing.stances.end(),
            [](const Named& a, const Named& b) { return claims::file_order_less(a.name, b.name); });
  return listing;
}

using Stances = std::unordered_map<std::string_view, const claims::Stance*>;  // by blob and name

void add_problems(View::Folder& folder, const claims::Diagnostics& problems) {
  folder.problems.insert(folder.problems.end(), problems.begin(), problems.end());
}

// `known` are stances of the other side by name; `blobs` their blobs. A file of the same name and
// blob in a folder of the same id is the same stance, if it was without fault.
std::optional<View::Folder> folder_of(
    const View& view, std::string_view claim, const Listing& listing,
    const std::unordered_map<std::string_view, const BlobId*>& blobs, const Stances& known) {
  if (listing.claim.empty() && listing.stances.empty()) return std::nullopt;
  View::Folder answer;
  answer.folder.id = claim;
  if (!listing.claim.empty()) {
    claims::Decoded<claims::Claim> decoded =
        claims::decode_claim(view.read_blob(listing.claim), claims::claim_path(claim));
    add_problems(answer, decoded.problems);
    answer.folder.claim = std::move(decoded.record);
  }
  answer.folder.stances.reserve(listing.stances.size());
  for (const Named& one : listing.stances) {
    const auto blob = blobs.find(one.name);
    const auto stance = known.find(one.name);
    if (blob != blobs.end() && stance != known.end() && *blob->second == one.blob) {
      answer.folder.stances.push_back(*stance->second);
      continue;
    }
    claims::Decoded<claims::Stance> decoded =
        claims::decode_stance(view.read_blob(one.blob), claims::stance_path(claim, one.name));
    add_problems(answer, decoded.problems);
    if (decoded.record) answer.folder.stances.push_back(std::move(*decoded.record));
  }
  return answer;
}

}  // namespace

FolderPair folders(const View& before, std::string_view claim_before, const View& after,
                   std::string_view claim_after) {
  FolderPair pair;
  const Listing then = listing_of(before, claim_before);
  const Listing now = listing_of(after, claim_after);
  pair.before = folder_of(before, claim_before, then, {}, {});
  std::unordered_map<std::string_view, const BlobId*> blobs;
  Stances known;
  // Where anything is wrong in the folder, each side tells it for itself.
  if (pair.before && pair.before->problems.empty() && claim_before == claim_after) {
    for (const Named& one : then.stances) blobs.emplace(one.name, &one.blob);
    for (const claims::Stance& stance : pair.before->folder.stances) {
      known.emplace(stance.name, &stance);
    }
  }
  pair.after = folder_of(after, claim_after, now, blobs, known);
  return pair;
}

std::vector<ChangedPath> changes_between(const Store& store, const View& before,
                                         const View& after) {
  // A view may hold edits on top of its commit: only the commits' own trees are in the index.
  if (store.view_is_commit(before) && store.view_is_commit(after)) {
    if (auto index = HistoryIndex::with_both(store, before.commit(), after.commit())) {
      if (auto changes = index->changes(before.commit(), after.commit()))
        return std::move(*changes);
    }
  }
  return store.changes(before, after);
}

}  // namespace aver::store
