// SPDX-License-Identifier: MIT
//
// Reads and makes trees as git's bytes: "MODE NAME", a zero byte, twenty bytes of id, in git's
// order.
#include "store/reviews/review_tree.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <utility>

#include "store/objects/sha1.h"
#include "store/objects/tree_entries.h"
#include "store/reviews/rounds.h"
#include "store/trees/tree_editor.h"

namespace aver::store {
namespace {

using Entries = std::map<std::string, ReviewTree::Entry, std::less<>>;

[[noreturn]] void throw_no_tree() {
  throw StoreError(Fault::corrupt, "a folder of the reviews is no folder", {}, "git fsck");
}

Entries entries_of_tree(std::string_view tree) {
  constexpr std::size_t kId = GIT_OID_RAWSZ;
  Entries entries;
  while (!tree.empty()) {
    const std::size_t blank = tree.find(' ');
    const std::size_t zero = tree.find('\0');
    if (blank == tree.npos || zero == tree.npos || blank > zero || zero + kId >= tree.size()) {
      throw_no_tree();
    }
    ReviewTree::Entry entry;
    for (const char digit : tree.substr(0, blank)) {
      if (digit < '0' || digit > '7') throw_no_tree();
      entry.mode = entry.mode * 8 + static_cast<std::uint32_t>(digit - '0');
    }
    std::memcpy(entry.id.id, tree.data() + zero + 1, kId);
    // Of a file and a folder of one name, which git forbids, the folder.
    const auto [at, is_new] = entries.emplace(tree.substr(blank + 1, zero - blank - 1), entry);
    if (!is_new && entry.folder()) at->second = entry;
    tree.remove_prefix(zero + 1 + kId);
  }
  return entries;
}

std::string tree_of_entries(const Entries& entries) {
  std::vector<const Entries::value_type*> sorted;
  for (const auto& entry : entries) sorted.push_back(&entry);
  const auto as_entry = [](const Entries::value_type* one) {
    return TreeEntry{one->first, {one->second.id, one->second.mode}};
  };
  std::sort(sorted.begin(), sorted.end(),
            [&](const auto* a, const auto* b) { return order_of(as_entry(a), as_entry(b)) < 0; });
  std::string tree;
  for (const Entries::value_type* one : sorted) {
    std::string mode;
    for (std::uint32_t rest = one->second.mode; rest != 0; rest /= 8) {
      mode.insert(mode.begin(), static_cast<char>('0' + rest % 8));
    }
    tree += mode + " " + one->first + '\0';
    tree.append(reinterpret_cast<const char*>(one->second.id.id), GIT_OID_RAWSZ);
  }
  return tree;
}

bool is_equal(const git_oid& a, const git_oid& b) { return git_oid_equal(&a, &b) != 0; }

}  // namespace

bool ReviewTree::Entry::folder() const {
  return (mode & TreeEntry::kTypeBits) == TreeEntry::kFolder;
}

ReviewTree::ReviewTree(const Repository& repository, std::optional<git_oid> root)
    : repository_(repository),
      odb_(acquire<GitOdb>("opening the objects of the store", git_repository_odb,
                           repository.get())),
      root_(root) {}

const std::string& ReviewTree::read(const git_oid& tree) {
  if (const auto made = made_.find(tree); made != made_.end()) return made->second;
  if (const auto known = read_.find(tree); known != read_.end()) return known->second;
  const auto object =
      acquire<GitOdbObject>("reading a folder of the reviews", git_odb_read, odb_.get(), &tree);
  if (git_odb_object_type(object.get()) != GIT_OBJECT_TREE) throw_no_tree();
  return read_
      .emplace(tree, std::string(static_cast<const char*>(git_odb_object_data(object.get())),
                                 git_odb_object_size(object.get())))
      .first->second;
}

git_oid ReviewTree::keep(std::string tree) {
  const git_oid id = object_id("tree", tree);
  if (!read_.contains(id)) made_.emplace(id, std::move(tree));
  return id;
}

std::optional<ReviewTree::Entry> ReviewTree::find(std::string_view path) {
  const auto found = in_the_way_of(path);
  return found && found->first == path ? std::optional(found->second) : std::nullopt;
}

std::optional<std::pair<std::string, ReviewTree::Entry>> ReviewTree::in_the_way_of(
    std::string_view path) {
  std::optional<git_oid> folder = root_;
  for (std::size_t begin = 0; folder;) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const Entries entries = entries_of_tree(read(*folder));
    const auto entry = entries.find(path.substr(begin, end - begin));
    if (entry == entries.end()) return std::nullopt;
    if (end == path.size() || !entry->second.folder()) {
      return std::pair(std::string(path.substr(0, end)), entry->second);
    }
    folder = entry->second.id;
    begin = end + 1;
  }
  return std::nullopt;
}

void ReviewTree::take_in(const git_oid& other, const SettleReview& settle,
                         std::vector<AlteredReview>& altered) {
  if (!root_) {
    root_ = other;
    return;
  }
  settle_ = &settle;
  altered_ = &altered;
  std::string path;
  root_ = unite(*root_, other, path);
}

git_oid ReviewTree::unite(const git_oid& ours, const git_oid& theirs, std::string& path) {
  if (is_equal(ours, theirs)) return ours;
  if (static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')) > kDeepestReview) {
    return git_oid_cmp(&ours, &theirs) < 0 ? ours : theirs;
  }
  Entries entries = entries_of_tree(read(ours));
  const std::size_t length = path.size();
  bool is_changed = false;
  for (const auto& [name, entry] : entries_of_tree(read(theirs))) {
    const auto [at, is_new] = entries.emplace(name, entry);
    Entry& here = at->second;
    is_changed = is_changed || is_new;
    if (is_new || (is_equal(here.id, entry.id) && here.mode == entry.mode)) continue;
    path += name;
    Entry both = here;
    if (here.folder() && entry.folder()) {
      path += '/';
      both.id = unite(here.id, entry.id, path);
    } else {
      both = settled(path, here, entry);
    }
    path.resize(length);
    is_changed = is_changed || !is_equal(both.id, here.id) || both.mode != here.mode;
    here = both;
  }
  return is_changed ? keep(tree_of_entries(entries)) : ours;
}

ReviewTree::Entry ReviewTree::settled(const std::string& path, const Entry& ours,
                                      const Entry& theirs) {
  if (is_equal(ours.id, theirs.id)) return ours.mode < theirs.mode ? ours : theirs;
  if (ours.folder() || theirs.folder()) {
    const Entry& file = ours.folder() ? theirs : ours;
    altered_->push_back({path, {to_hex(file.id)}, ""});
    return ours.folder() ? ours : theirs;
  }
  AlteredReview& one = altered_->emplace_back();
  one.path = path;
  one.blobs = {to_hex(ours.id), to_hex(theirs.id)};
  std::sort(one.blobs.begin(), one.blobs.end());
  if (*settle_) one.kept = (*settle_)(path, one.blobs);
  if (one.kept && *one.kept != one.blobs[0] && *one.kept != one.blobs[1]) one.kept.reset();
  return one.kept == to_hex(theirs.id) ? theirs : ours;
}

void ReviewTree::change(const std::vector<Change>& changes) {
  constexpr std::size_t kBudget = std::size_t{256} << 20;  // bytes; one write is over soon
  TreeEditor editor(
      root_, [&](const git_oid& id) { return read(id); }, kBudget);
  // What goes makes room for what comes.
  for (const Change& change : changes) {
    if (change.entry) continue;
    const std::optional<Entry> there = find(change.path);
    if (there && there->folder()) editor.set_folder(change.path, std::nullopt);
    if (there && !there->folder()) editor.set(change.path, std::nullopt);
  }
  for (const Change& change : changes) {
    if (!change.entry) continue;
    if (change.entry->folder()) {
      editor.set_folder(change.path, change.entry->id);
    } else {
      editor.set(change.path, TreeEditor::File{change.entry->id, file_mode(change.entry->mode)});
    }
  }
  const auto root = editor.write(
      [&](const TreeVersion& folder) { made_.insert_or_assign(folder.id, folder.tree); });
  if (root) root_ = root;
}

void ReviewTree::add_new_trees(ObjectBatch& to) {
  for (const auto& [id, tree] : made_) {
    to.add(Packed::tree, id, tree, "writing the folders of the reviews");
  }
}

}  // namespace aver::store
