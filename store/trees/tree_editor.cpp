// SPDX-License-Identifier: MIT
//
// The folders on the way to changed paths, as a tree of nodes in memory. A folder is written once a
// commit, children first; what was not used for longest is forgotten beyond the budget.
#include "store/trees/tree_editor.h"

#include <algorithm>

#include "store/objects/sha1.h"

namespace aver::store {
namespace {

constexpr std::size_t kNode = 320;  // bytes of a node besides its folder, its name among them

[[noreturn]] void in_the_way(std::string_view path, const char* what) {
  throw StoreError(Fault::conflict, std::string(path) + " cannot be written: " + what);
}

// Cuts the first folder's name off.
std::string_view take_folder(std::string_view& path) {
  const std::size_t slash = path.find('/');
  const std::string_view name = path.substr(0, slash);
  path.remove_prefix(slash + 1);
  return name;
}

}  // namespace

TreeEditor::TreeEditor(std::optional<git_oid> root, Read read, std::size_t budget)
    : read_(std::move(read)), budget_(budget) {
  if (root) {
    load(*root, root_);
  } else {
    root_ = std::make_unique<Node>();
  }
}

TreeEditor::Node& TreeEditor::load(const git_oid& tree, std::unique_ptr<Node>& to) {
  auto node = std::make_unique<Node>();
  node->folder = TreeBuilder(read_(tree));
  node->written = tree;
  memory_ += node->folder.memory() + kNode;
  to = std::move(node);
  return *to;
}

TreeEditor::Node* TreeEditor::child(Node& parent, std::string_view name, bool make) {
  const auto known = parent.children.find(name);
  if (known != parent.children.end()) return known->second.get();
  const std::optional<TreeBuilder::Entry> entry = parent.folder.find(name);
  if (entry && entry->kind == EntryKind::folder) {
    return &load(entry->id, parent.children[std::string(name)]);
  }
  if (!make) return nullptr;
  auto& fresh = parent.children[std::string(name)];
  fresh = std::make_unique<Node>();
  memory_ += kNode;
  return fresh.get();
}

std::optional<TreeEditor::File> TreeEditor::file(std::string_view path) {
  // An import that finds everything there already commits nothing, and looks at every folder.
  if (!changed_ && memory_ > budget_) forget_some();
  Node* node = root_.get();
  while (path.find('/') != path.npos) {
    node = child(*node, take_folder(path), false);
    if (node == nullptr) return std::nullopt;
    node->used = ++clock_;
  }
  if (const auto change = node->files.find(path); change != node->files.end()) {
    return change->second;
  }
  const std::optional<TreeBuilder::Entry> entry = node->folder.find(path);
  if (!entry || entry->kind != EntryKind::file) return std::nullopt;
  return File{entry->id, entry->mode};
}

std::vector<TreeEditor::Node*> TreeEditor::way_to(std::string_view& path, bool make) {
  const std::string_view whole = path;
  std::vector<Node*> way = {root_.get()};
  while (path.find('/') != path.npos) {
    Node& parent = *way.back();
    const std::string_view name = take_folder(path);
    const auto change = parent.files.find(name);
    const bool file_comes = change != parent.files.end() && change->second;
    const bool file_goes = change != parent.files.end() && !change->second;
    if (make && (file_comes || (!file_goes && parent.folder.find(name) &&
                                parent.folder.find(name)->kind == EntryKind::file))) {
      in_the_way(whole, "a file is where a folder must be");
    }
    if (parent.folders.find(name) != parent.folders.end()) {
      in_the_way(whole, "the folder that it is in is set whole");
    }
    Node* const next = child(parent, name, make);
    if (next == nullptr) return {};
    way.push_back(next);
  }
  return way;
}

void TreeEditor::touch(const std::vector<Node*>& way, std::string_view path) {
  changed_ = true;
  for (std::size_t i = 0; i < way.size(); ++i) {
    way[i]->used = clock_ + 1;
    if (i == 0) continue;
    const std::string_view name = take_folder(path);  // of this folder in its parent
    if (way[i]->dirty) continue;
    way[i]->dirty = true;
    way[i - 1]->touched.emplace_back(name);
  }
  ++clock_;
}

void TreeEditor::set(std::string_view path, const std::optional<File>& file) {
  std::string_view name = path;
  const std::vector<Node*> way = way_to(name, file.has_value());
  if (way.empty()) return;  // nothing there to remove
  Node& node = *way.back();
  // A folder that changes, too, may be empty in the end: write() sees.
  if (const Node* folder = child(node, name, false); folder != nullptr && !folder->dirty) {
    if (!file) return;
    in_the_way(path, "a folder is where the file must be");
  }
  node.files.insert_or_assign(std::string(name), file);
  touch(way, path);
}

void TreeEditor::set_folder(std::string_view path, const std::optional<git_oid>& tree) {
  std::string_view name = path;
  const std::vector<Node*> way = way_to(name, tree.has_value());
  if (way.empty()) return;
  Node& node = *way.back();
  const auto known = node.children.find(name);
  if (known != node.children.end()) {
    if (known->second->dirty) in_the_way(path, "files in it are set one by one");
    node.children.erase(known);
  }
  const auto file = node.files.find(name);
  const bool file_goes = file != node.files.end() && !file->second;
  const std::optional<TreeBuilder::Entry> entry = node.folder.find(name);
  if (tree && !file_goes &&
      (file != node.files.end() || (entry && entry->kind == EntryKind::file))) {
    in_the_way(path, "a file is where the folder must be");
  }
  node.folders.insert_or_assign(std::string(name), tree);
  touch(way, path);
}

std::optional<git_oid> TreeEditor::write(const Write& write) {
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

void TreeEditor::write(Node& node, const Write& write) {
  std::vector<EntryChange> changes;
  changes.reserve(node.files.size() + node.folders.size() + node.touched.size());
  for (const std::string& name : node.touched) {
    const auto at = node.children.find(name);
    this->write(*at->second, write);
    changes.push_back({name, EntryKind::folder, at->second->written, FileMode::plain});
    const auto file = node.files.find(name);
    if (at->second->written && file != node.files.end() && file->second) {
      in_the_way(name, "a folder is where the file must be");
    }
    if (!at->second->written) node.children.erase(at);
  }
  for (auto& [name, comes] : node.files) {
    EntryChange& change = changes.emplace_back();
    change.name = name;
    if (comes) change.id = comes->id;
    if (comes) change.mode = comes->mode;
  }
  for (auto& [name, tree] : node.folders) {
    changes.push_back({name, EntryKind::folder, tree, FileMode::plain});
  }
  node.touched.clear();
  node.files.clear();
  node.folders.clear();
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

std::size_t TreeEditor::measure(const Node& node, std::vector<std::uint64_t>& uses) const {
  std::size_t memory = node.folder.memory() + kNode;
  uses.push_back(node.used);
  for (const auto& [name, child] : node.children) memory += measure(*child, uses);
  return memory;
}

void TreeEditor::forget_older(Node& node, std::uint64_t than) {
  // A folder is used no later than the one it is in, so that what is kept keeps its way.
  std::erase_if(node.children, [than](auto& entry) {
    if (entry.second->used < than) return true;
    forget_older(*entry.second, than);
    return false;
  });
}

void TreeEditor::forget_some() {
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
