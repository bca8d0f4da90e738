// SPDX-License-Identifier: MIT
//
// Walks the trees of all tips at once. Mostly they are one, or share all but a few folders: a tree
// that several tips have is read once.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "store/branches.h"
#include "store/objects/git.h"
#include "store/objects/tree_entries.h"
#include "store/repository/contents.h"
#include "store/repository/reference.h"
#include "store/repository/repository.h"
#include "store/reviews.h"
#include "store/reviews/rounds.h"
#include "store/reviews/tips.h"
#include "store/view/state.h"
#include "store/view/tree_changes.h"

namespace aver::store {
namespace {

// Trees that lie at one place, each once.
using Trees = std::vector<git_oid>;

void add_tree_once(const git_oid& id, Trees& to) {
  const auto is_it = [&](const git_oid& one) { return git_oid_equal(&one, &id) != 0; };
  if (std::none_of(to.begin(), to.end(), is_it)) to.push_back(id);
}

void collect(const Repository& repository, const Trees& trees, Rounds rounds, std::string& path,
             std::vector<ReviewFile>& to) {
  if (rounds == Rounds::without && is_in_rounds(path)) return;
  if (static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')) > kDeepestReview) return;
  struct Name {
    std::vector<git_oid> blobs;
    Trees folders;
  };
  std::map<std::string, Name> names;
  for (const git_oid& id : trees) {
    const GitTree tree = read_tree(repository.get(), id);
    for (TreeEntries entries(tree.get()); entries; entries.next()) {
      const TreeSide& side = entries->side;
      const bool is_file = is_blob(side) && file_mode(side.mode) != FileMode::link;
      if (!entries->folder() && !is_file) continue;
      Name& name = names[std::string(entries->name)];
      add_tree_once(side.id, is_file ? name.blobs : name.folders);
    }
  }
  const std::size_t length = path.size();
  for (const auto& [name, found] : names) {
    path += name;
    for (const git_oid& blob : found.blobs) to.push_back({path, to_hex(blob)});
    path += '/';
    if (!found.folders.empty()) collect(repository, found.folders, rounds, path, to);
    path.resize(length);
  }
}

Trees trees_at(const std::vector<View>& views, std::string_view folder) {
  Trees trees;
  for (const View& view : views) {
    if (const git_tree* tree = view.state().tree(folder)) add_tree_once(*git_tree_id(tree), trees);
  }
  return trees;
}

}  // namespace

ReviewFiles::ReviewFiles(const Store& store, std::vector<ReviewTip> tips)
    : store_(&store), tips_(std::move(tips)) {
  std::set<CommitId> seen;
  for (const ReviewTip& tip : tips_) {
    if (seen.insert(tip.tip).second) views_.push_back(store.view(tip.tip));
  }
}

std::vector<std::string> ReviewFiles::folders(std::string_view folder) const {
  std::set<std::string> names;
  for (const View& view : views_) {
    for (DirEntry& entry : view.list(folder)) {
      if (entry.folder) names.insert(std::move(entry.name));
    }
  }
  return {names.begin(), names.end()};
}

std::vector<ReviewFile> ReviewFiles::below(std::string_view folder, Rounds rounds) const {
  std::vector<ReviewFile> files;
  std::string path = folder.empty() ? "" : std::string(folder) + "/";
  const Repository& repository = *views_.front().state().repository;
  collect(repository, trees_at(views_, folder), rounds, path, files);
  std::sort(files.begin(), files.end(), [](const ReviewFile& a, const ReviewFile& b) {
    return std::tie(a.path, a.blob) < std::tie(b.path, b.blob);
  });
  return files;
}

std::vector<ObjectId> ReviewFiles::trees(std::string_view folder) const {
  std::vector<ObjectId> ids;
  for (const git_oid& id : trees_at(views_, folder)) ids.push_back(to_hex(id));
  return ids;
}

std::string ReviewFiles::read(const BlobId& blob) const { return views_.front().read_blob(blob); }

ContainsTip ReviewFiles::contains(const CommitId& tip) const {
  const Repository& repository = *views_.front().state().repository;
  if (!has_commit(repository, tip)) {
    return repository.is_shallow() ? ContainsTip::untold : ContainsTip::no;
  }
  const Branches branches(*store_);
  for (const ReviewTip& one : tips_) {
    if (branches.is_ancestor(tip, one.tip)) return ContainsTip::yes;
  }
  return repository.is_shallow() ? ContainsTip::untold : ContainsTip::no;
}

Reviews::Reviews(const Store& store, std::string branch)
    : store_(store), repository_(*store.repository_), branch_(std::move(branch)) {
  const std::string ref = "refs/heads/" + branch_;
  int is_name = 0;
  if (git_reference_name_is_valid(&is_name, ref.c_str()) != 0) git_error_clear();
  if (is_name == 1 && !branch_.starts_with('-') && branch_ != "HEAD" &&
      !branch_.starts_with("proposal/"))
    return;
  throw StoreError(Fault::usage, "the branch of reviews cannot be called \"" + branch_ + "\"", {},
                   "[review] branch of aver.toml; without it: " + std::string(kReviewBranch));
}

std::vector<ReviewTip> Reviews::tips() const {
  std::vector<std::string> refs = {std::string(kSeenReviews), "refs/heads/" + branch_};
  for (std::string& ref : tracking_refs(repository_, branch_)) {
    if (std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(std::move(ref));
  }
  std::vector<ReviewTip> found;
  for (std::string& ref : refs) {
    if (const auto tip = target_of(repository_, ref)) {
      found.push_back({std::move(ref), to_hex(*tip)});
    }
  }
  return found;
}

std::optional<ReviewFiles> Reviews::files(const std::vector<CommitId>& also) const {
  std::vector<ReviewTip> tips = this->tips();
  for (const CommitId& one : also) tips.push_back({"", one});
  if (tips.empty()) return std::nullopt;
  return ReviewFiles(store_, std::move(tips));
}

std::string Reviews::fetch_spec(std::string_view remote) const {
  return "+refs/heads/" + branch_ + ":" + tracking_ref(remote, branch_);
}

}  // namespace aver::store
