// SPDX-License-Identifier: MIT
//
// Private to store/: what one write adds to the objects of a store.
#pragma once

#include <future>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/pack.h"
#include "store/repository/repository.h"
#include "store/view/state.h"
#include "store/write/worktree.h"

namespace aver::store {

// Objects that are kept until they are written together.
class ObjectBatch {
 public:
  explicit ObjectBatch(const Repository& repository) : repository_(repository) {}

  // `doing` completes "failed while …".
  void add(Packed type, const git_oid& id, std::string_view bytes, std::string doing);

  // Writes them, each to a file of its own, or, where they are many, to one pack: that is a hundred
  // times fewer files to bring to the disk. Returns when they are there.
  void write();

  // The same, but returns at once where they are many: this process can read them already, others
  // when get() of what is returned is over. It throws what writing has thrown.
  std::shared_future<void> begin_to_write();

  struct Object {
    Packed type;
    git_oid id;
    std::string bytes;
    std::string doing;
  };

 private:
  GitOdb odb() const;
  void write_few();

  const Repository& repository_;
  std::vector<Object> objects_;
};

// The blobs of the paths, as far as they are not in the store.
void add_blobs(const std::vector<TouchedPath>& paths, ObjectBatch& to);

// The tree of `tip` with the paths changed; only the folders on the way to them are read and made
// anew. What the paths make of the folders `made` is known, and taken. Throws StoreError(corrupt)
// for a path that git would not have, io; bug where files and folders are in each other's way.
git_oid add_tree(const Repository& repository, const View::State& tip,
                 const std::vector<TouchedPath>& paths, const std::vector<MadeTree>& made,
                 ObjectBatch& to);

}  // namespace aver::store
