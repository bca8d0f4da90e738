// SPDX-License-Identifier: MIT
//
// The tree of a branch, changed path by path and written once a commit.
//
// Reads only folders on the way to a path. They stay in memory within a budget; beyond it, the
// least recently used are dropped, and read again when they are needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/git.h"
#include "store/trees/tree.h"

namespace aver::store {

// A folder that is to be written. `delta` leads from `before`, the folder's last version, where it
// had one.
struct TreeVersion {
  git_oid id;
  std::string_view tree;
  std::optional<git_oid> before;
  std::string_view delta;
};

class TreeEditor {
 public:
  using Read = std::function<std::string(const git_oid& tree)>;
  using Write = std::function<void(const TreeVersion&)>;

  // `root` is a tree, or nothing to begin with none. `budget` is in bytes.
  TreeEditor(std::optional<git_oid> root, Read read, std::size_t budget);

  struct File {
    git_oid id{};
    FileMode mode = FileMode::plain;
  };

  // The file at `path`, changes included.
  std::optional<File> file(std::string_view path);

  // Sets or (nothing) removes a file. Throws StoreError(conflict) where a file is in the way of a
  // folder or a folder in that of a file.
  void set(std::string_view path, const std::optional<File>& file);

  // Sets a folder to a tree that is in the store, or (no id) removes it. Nothing else may be set
  // below it.
  void set_folder(std::string_view path, const std::optional<git_oid>& tree);

  bool changed() const { return changed_; }

  // Makes and writes the new versions of the folders that were changed. Returns the new root, or
  // nothing where it is as it was.
  std::optional<git_oid> write(const Write& write);

 private:
  struct Node {
    TreeBuilder folder;
    std::optional<git_oid> written;  // the version that `folder` is; nothing for a new one
    std::map<std::string, std::unique_ptr<Node>, std::less<>> children;
    // Changes to come: of files, and of folders that are set whole.
    std::map<std::string, std::optional<File>, std::less<>> files;
    std::map<std::string, std::optional<git_oid>, std::less<>> folders;
    std::vector<std::string> touched;  // children with changes
    bool dirty = false;
    std::uint64_t used = 0;
  };
  // The folders from the root to the one that `path` is in, its name left in `path`. None where one
  // is missing and is not to be made.
  std::vector<Node*> way_to(std::string_view& path, bool make);
  // Those on the way to `path` are to be written.
  void touch(const std::vector<Node*>& way, std::string_view path);
  // The folder `name` in `parent`; null where there is none, unless it is to be made.
  Node* child(Node& parent, std::string_view name, bool make);
  Node& load(const git_oid& tree, std::unique_ptr<Node>& to);
  void write(Node& node, const Write& write);
  void forget_some();
  std::size_t measure(const Node& node, std::vector<std::uint64_t>& uses) const;
  static void forget_older(Node& node, std::uint64_t than);

  Read read_;
  std::size_t budget_;
  std::size_t memory_ = 0;  // about; measured anew when something is forgotten
  std::uint64_t clock_ = 0;
  bool changed_ = false;
  std::unique_ptr<Node> root_;
};

}  // namespace aver::store
