// SPDX-License-Identifier: MIT
#include "store/folders.h"

#include <algorithm>

#include "store/sha1.h"

namespace aver::store {
namespace {

constexpr std::size_t kNode = 320;  // bytes of a node besides its folder, its name among them

[[noreturn]] void in_the_way(std::string_view path, const char* what) {
  throw StoreError(Fault::bug, std::string(path) + " cannot be written: " + what);
}

// Cuts the first folder's name off.
std::string_view take_folder(std::string_view& path) {
  const std::size_t slash = path.find('/');
  const std::string_view name = path.substr(0, slash);
  path.remove_prefix(slash + 1);
  return name;
}

}  // namespace

Folders::Folders(std::optional<git_oid> root, Read read, std::size_t budget)
    : read_(std::move(read)), budget_(budget) {
  if (root) {
    load(*root, root_);
  } else {
    root_ = std::make_unique<Node>();
  }
}

Folders::Node& Folders::load(const git_oid& tree, std::unique_ptr<Node>& to) {
  auto node = std::make_unique<Node>();
  node->folder = Folder(read_(tree));
  node->written = tree;
  memory_ += node->folder.memory() + kNode;
  to = std::move(node);
  return *to;
}

Folders::Node* Folders::child(Node& parent, std::string_view name, bool make) {
  const auto known = parent.children.find(name);
  if (known != parent.children.end()) return known->second.get();
  const std::optional<Folder::Entry> entry = parent.folder.find(name);
  if (entry && entry->kind == EntryKind::folder) {
    return &load(entry->id, parent.children[std::string(name)]);
  }
  if (!make) return nullptr;
  auto& fresh = parent.children[std::string(name)];
  fresh = std::make_unique<Node>();
  memory_ += kNode;
  return fresh.get();
}

std::optional<git_oid> Folders::file(std::string_view path) {
  Node* node = root_.get();
  while (path.find('/') != path.npos) {
    node = child(*node, take_folder(path), false);
    if (node == nullptr) return std::nullopt;
    node->used = ++clock_;
  }
  if (const auto change = node->files.find(path); change != node->files.end()) {
    return change->second;
  }
  const std::optional<Folder::Entry> entry = node->folder.find(path);
  if (!entry || entry->kind != EntryKind::file) return std::nullopt;
  return entry->id;
}

void Folders::set(std::string_view path, const std::optional<git_oid>& blob) {
  const std::string_view whole = path;
  std::vector<Node*> way = {root_.get()};
  while (path.find('/') != path.npos) {
    Node& parent = *way.back();
    const std::string_view name = take_folder(path);
    const auto change = parent.files.find(name);
    const bool file_comes = change != parent.files.end() && change->second;
    const bool file_goes = change != parent.files.end() && !change->second;
    if (blob && (file_comes || (!file_goes && parent.folder.find(name) &&
                                parent.folder.find(name)->kind == EntryKind::file))) {
      in_the_way(whole, "a file is where a folder must be");
    }
    Node* const next = child(parent, name, blob.has_value());
    if (next == nullptr) return;  // nothing there to remove
    way.push_back(next);
  }
  Node& node = *way.back();
  // A folder that changes, too, may be empty in the end: write() sees.
  if (const Node* folder = child(node, path, false); folder != nullptr && !folder->dirty) {
    if (!blob) return;
    in_the_way(whole, "a folder is where the file must be");
  }
  node.files.insert_or_assign(std::string(path), blob);
  changed_ = true;
  for (std::size_t i = 0; i < way.size(); ++i) {
    way[i]->used = clock_ + 1;
    if (i == 0 || way[i]->dirty) continue;
    // The name of this folder in its parent: what the path has there.
    std::string_view rest = whole;
    std::string_view name;
    for (std::size_t j = 0; j < i; ++j) name = take_folder(rest);
    way[i]->dirty = true;
    way[i - 1]->touched.emplace_back(name);
  }
  ++clock_;
}

std::optional<git_oid> Folders::write(const Write& write) {
  if (!changed_) return std::nullopt;
  changed_ = false;
  const std::optional<git_oid> before = root_->written;
  this->write(*root_, write);
  if (!root_->written) {  // a root without anything is a tree, too
    const git_oid nothing = object_id("tree", "");
    write({nothing, "", std::nullopt, ""});
    root_->written = nothing;
  }
  const bool same = before && git_oid_equal(&*before, &*root_->written);
  const git_oid after = *root_->written;
  if (memory_ > budget_) forget_some();
  if (same) return std::nullopt;
  return after;
}

void Folders::write(Node& node, const Write& write) {
  std::vector<FolderChange> changes;
  changes.reserve(node.files.size() + node.touched.size());
  for (const std::string& name : node.touched) {
    const auto at = node.children.find(name);
    this->write(*at->second, write);
    changes.push_back({name, EntryKind::folder, at->second->written});
    const auto file = node.files.find(name);
    if (at->second->written && file != node.files.end() && file->second) {
      in_the_way(name, "a folder is where the file must be");
    }
    if (!at->second->written) node.children.erase(at);
  }
  for (auto& [name, blob] : node.files) changes.push_back({name, EntryKind::file, blob});
  node.touched.clear();
  node.files.clear();
  node.dirty = false;
  const std::size_t memory = node.folder.memory();
  const std::optional<std::string> delta = node.folder.apply(std::move(changes));
  memory_ += node.folder.memory() - memory;
  if (!delta) return;
  if (node.folder.empty()) {
    node.written.reset();
    return;
  }
  const std::string& tree = node.folder.tree();
  const git_oid id = object_id("tree", tree);
  write({id, tree, node.written, *delta});
  node.written = id;
}

std::size_t Folders::measure(const Node& node, std::vector<std::uint64_t>& uses) const {
  std::size_t memory = node.folder.memory() + kNode;
  uses.push_back(node.used);
  for (const auto& [name, child] : node.children) memory += measure(*child, uses);
  return memory;
}

void Folders::forget_older(Node& node, std::uint64_t than) {
  // A folder is used no later than the one it is in, so that what is kept keeps its way.
  std::erase_if(node.children, [than](auto& entry) {
    if (entry.second->used < than) return true;
    forget_older(*entry.second, than);
    return false;
  });
}

void Folders::forget_some() {
  std::vector<std::uint64_t> uses;
  memory_ = measure(*root_, uses);
  if (memory_ <= budget_) return;
  const auto middle = uses.begin() + static_cast<std::ptrdiff_t>(uses.size() / 2);
  std::nth_element(uses.begin(), middle, uses.end());
  forget_older(*root_, *middle);
  uses.clear();
  memory_ = measure(*root_, uses);
}

}  // namespace aver::store
