// SPDX-License-Identifier: MIT
//
// Plain values that describe a store: ids of objects, paths that differ, the state of the work
// tree. For code that prints them and never sees the store.
#pragma once

#include <string>
#include <vector>

namespace aver::store {

// A git object id as 40 hex digits. CommitId and BlobId are aliases that say which is meant.
using ObjectId = std::string;
using CommitId = ObjectId;
using BlobId = ObjectId;

// What git keeps of a file besides its bytes. Those of a link are where it leads.
enum class FileMode { plain, executable, link };

// A file as a tree has it.
struct FileEntry {
  BlobId blob;
  FileMode mode = FileMode::plain;
  friend bool operator==(const FileEntry&, const FileEntry&) = default;
};

struct DirEntry {
  std::string name;
  bool folder = false;
  ObjectId id;
};

// A path whose blob differs between two views; an id is empty where the path is absent.
struct ChangedPath {
  std::string path;
  BlobId before;
  BlobId after;
  bool plain = true;  // files on both sides; no link, no executable, no submodule
};

// A path that differs between the tip, git's index and the work tree.
struct LocalChange {
  enum class Kind { added, modified, deleted, untracked, conflicted } kind = Kind::modified;
  std::string path;
  bool staged = false;      // the index differs from the tip
  bool unstaged = false;    // the work tree differs from the index
  BlobId staged_blob = {};  // what the index has, where that differs from the tip; may be missing
};

struct Status {
  std::string branch;  // "main"; empty where HEAD is detached
  bool unborn = false;
  std::string upstream;  // "origin/main", or empty
  int ahead = 0;
  int behind = 0;
  std::string under_way;             // "merge", "rebase", …, or empty
  std::vector<LocalChange> changes;  // by path
  std::vector<std::string> links;    // committed where records are plain files; not among `changes`
};

}  // namespace aver::store
