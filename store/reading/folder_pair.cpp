// SPDX-License-Identifier: MIT
//
// Lists both folders first, then decides for each file whether the other view's decoded record or
// the index's brief one will do, and reads what is left.
#include "store/folder_pair.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "claims/positions/set_aside.h"
#include "store/index/indexed_stances_state.h"
#include "store/index_history.h"
#include "store/repository/contents.h"
#include "store/view/claim_folder_builder.h"
#include "store/view/state.h"
#include "store/view/tree_changes.h"

namespace aver::store {
namespace {

constexpr std::string_view kToml = ".toml";
constexpr std::string_view kClaim = "claim.toml";

struct Named {
  std::string name;
  git_oid blob{};
};

// The stances' names in file order, and the claim's blob.
struct TreeListing {
  std::vector<Named> stances;
  std::optional<git_oid> claim;
};

TreeListing listing_of(const View::State& state, std::string_view claim) {
  TreeListing listing;
  const git_tree_entry* folder = state.entry(claims::claim_folder(claim));
  if (folder == nullptr || git_tree_entry_type(folder) != GIT_OBJECT_TREE) return listing;
  const GitTree tree = read_tree(state.repository->get(), *git_tree_entry_id(folder));
  for (TreeEntries entry(tree.get()); entry; entry.next()) {
    if (!is_blob(entry->side)) continue;
    if (entry->name == kClaim) {
      listing.claim = entry->side.id;
    } else if (entry->name.ends_with(kToml)) {
      const std::string_view name = entry->name.substr(0, entry->name.size() - kToml.size());
      listing.stances.push_back({std::string(name), entry->side.id});
    }
  }
  // Most are in order already: git's is nearly the same.
  const auto less = [](const Named& a, const Named& b) {
    return claims::file_order_less(a.name, b.name);
  };
  if (!std::is_sorted(listing.stances.begin(), listing.stances.end(), less))
    std::sort(listing.stances.begin(), listing.stances.end(), less);
  return listing;
}

bool same(const git_oid& a, const git_oid& b) { return git_oid_equal(&a, &b) != 0; }

void assume(const View& view, claims::ClaimFolder& folder) {
  if (view.assumption() != nullptr) view.assumption()->change(folder);
}

using Names = std::set<std::string, std::less<>>;
using Blobs = std::unordered_map<std::string_view, git_oid>;

Blobs blobs_of(const TreeListing& listing) {
  Blobs blobs;
  blobs.reserve(listing.stances.size());
  for (const Named& one : listing.stances) blobs.emplace(one.name, one.blob);
  return blobs;
}

// Makes the folder of one view, and takes from elsewhere what need not be read for it.
class FolderOf {
 public:
  FolderOf(const View& view, std::string_view claim, const TreeListing& listing)
      : state_(view.state()), claim_(claim), listing_(listing), maker_(view, claim) {}

  // The files of the other view: one of the same name and another blob was rewritten.
  void compare_with(const Blobs& other) { other_ = &other; }
  void take_brief_from(const IndexedStances::State::Folder& brief) { brief_ = &brief; }
  // Takes the records of the other view's folder whose files are identical here and were read
  // without a problem. What names somebody by a former id may mean another actor here.
  void take_same_from(const TreeListing& listing, const FolderOf& made,
                      const claims::ClaimFolder& other) {
    for (const claims::Stance& stance : other.stances) {
      if (!made.maker_.renamed.contains(stance.name)) read_.emplace(stance.name, &stance);
    }
    if (listing.claim && listing_.claim && same(*listing.claim, *listing_.claim)) {
      claim_read_ = other.claim ? &*other.claim : nullptr;
    }
  }

  // Of a folder in brief: reads what is not known in brief, and adds to `names` the records that
  // others set aside. What is set aside is read whole, in both folders: it is held against what
  // replaces it key by key. A brief stance sets nothing aside, so that all links are known then.
  void find_set_aside(Names& names) {
    if (brief_ == nullptr) return;
    whole_.resize(listing_.stances.size());
    for (std::size_t i = 0; i < whole_.size(); ++i) {
      const claims::Stance* stance = unread(listing_.stances[i]);
      if (stance == nullptr) {
        whole_[i] = decoded(listing_.stances[i]);
        if (whole_[i]->record) stance = &*whole_[i]->record;
      }
      if (stance != nullptr) names.emplace(claims::set_aside_by(*stance));
    }
  }

  std::optional<View::Folder> make(const Names& set_aside) {
    if (!listing_.claim && listing_.stances.empty()) return std::nullopt;
    if (claim_read_ != nullptr) {
      maker_.add(*claim_read_);
    } else if (listing_.claim) {
      maker_.add(claims::decode_claim(read(*listing_.claim), claims::claim_path(claim_)));
    }
    maker_.folder.folder.stances.reserve(listing_.stances.size());
    if (brief_ == nullptr) {
      for (const Named& one : listing_.stances) {
        if (const claims::Stance* known = unread(one)) {
          maker_.add(*known);
        } else {
          maker_.add(decoded(one));
        }
      }
    } else {
      add_in_brief(set_aside);
    }
    return std::move(maker_.folder);
  }

 private:
  claims::Decoded<claims::Stance> decoded(const Named& one) const {
    return claims::decode_stance(read(one.blob), claims::stance_path(claim_, one.name));
  }

  void add_in_brief(const Names& set_aside) {
    for (std::size_t i = 0; i < whole_.size(); ++i) {
      const Named& one = listing_.stances[i];
      if (whole_[i]) {
        maker_.add(std::move(*whole_[i]));
      } else if (!set_aside.contains(one.name)) {
        maker_.add(*unread(one));
      } else if (const claims::Stance* known = same_in_other(one)) {
        maker_.add(*known);
      } else {
        maker_.add(decoded(one));
      }
    }
  }

  // The other view's record of the same file, where that was read.
  const claims::Stance* same_in_other(const Named& one) const {
    if (other_ == nullptr) return nullptr;
    const auto other = other_->find(one.name);
    const auto known = read_.find(one.name);
    const bool is_same = other != other_->end() && same(other->second, one.blob);
    return is_same && known != read_.end() ? known->second : nullptr;
  }

  // What the file says, where that is known without reading it; or null.
  const claims::Stance* unread(const Named& one) const {
    if (other_ != nullptr) {
      const auto other = other_->find(one.name);
      if (other != other_->end() && !same(other->second, one.blob)) return nullptr;
      if (const claims::Stance* known = same_in_other(one)) return known;
    }
    if (brief_ == nullptr) return nullptr;
    const auto brief = brief_->find(one.name);
    return brief != brief_->end() && same(brief->second.blob, one.blob) ? &brief->second.stance
                                                                        : nullptr;
  }

  std::string read(const git_oid& blob) const {
    return contents(*state_.repository, state_.odb.get(), blob);
  }

  const View::State& state_;
  std::string_view claim_;
  const TreeListing& listing_;
  const Blobs* other_ = nullptr;
  const IndexedStances::State::Folder* brief_ = nullptr;
  std::unordered_map<std::string_view, const claims::Stance*> read_;
  const claims::Claim* claim_read_ = nullptr;
  std::vector<std::optional<claims::Decoded<claims::Stance>>> whole_;  // as the listing's stances
  ClaimFolderBuilder maker_;
};

}  // namespace

FolderPair read_both(const View& before, std::string_view claim_before, const View& after,
                     std::string_view claim_after, IndexedStances* brief) {
  FolderPair pair;
  const bool one_id = claim_before == claim_after;
  const TreeListing then = listing_of(before.state(), claim_before);
  const TreeListing now = listing_of(after.state(), claim_after);
  const Blobs blobs_then = blobs_of(then);
  const Blobs blobs_now = blobs_of(now);
  FolderOf old(before, claim_before, then);
  FolderOf young(after, claim_after, now);
  if (one_id) {
    old.compare_with(blobs_now);
    young.compare_with(blobs_then);
  }
  if (one_id && brief != nullptr) {
    const IndexedStances::State::Folder& known = brief->state().of(claim_after);
    old.take_brief_from(known);
    young.take_brief_from(known);
  }
  Names set_aside;
  old.find_set_aside(set_aside);
  young.find_set_aside(set_aside);
  pair.before = old.make(set_aside);
  // Where anything is wrong in the folder, each side tells it for itself.
  if (one_id && pair.before && pair.before->problems.empty()) {
    young.take_same_from(then, old, pair.before->folder);
  }
  pair.after = young.make(set_aside);
  // Only now: a record that was taken from the other folder is the file's.
  if (pair.before) assume(before, pair.before->folder);
  if (pair.after) assume(after, pair.after->folder);
  return pair;
}

std::optional<View::Folder> read_claim(const View& view, std::string_view claim,
                                       IndexedStances* brief) {
  const TreeListing listing = listing_of(view.state(), claim);
  FolderOf one(view, claim, listing);
  if (brief != nullptr) one.take_brief_from(brief->state().of(claim));
  Names set_aside;
  one.find_set_aside(set_aside);
  std::optional<View::Folder> folder = one.make(set_aside);
  if (folder) assume(view, folder->folder);
  return folder;
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

std::vector<ChangedPath> changes_outside(std::string_view folder, const View& before,
                                         const View& after) {
  std::vector<ChangedPath> found;
  add_changes(*before.state().repository, before.state().tree(""), after.state().tree(""), "",
              found, folder);
  return found;
}

}  // namespace aver::store
