// SPDX-License-Identifier: MIT
//
// The objects that one write adds to a store.
#pragma once

#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/pack.h"
#include "store/repository/repository.h"
#include "store/view/state.h"
#include "store/write/worktree.h"

namespace aver::store {

// Collects objects, and writes them together.
class ObjectBatch {
 public:
  explicit ObjectBatch(const Repository& repository) : repository_(repository) {}

  // `doing` completes "failed while …".
  void add(Packed type, const git_oid& id, std::string_view bytes, std::string doing);

  // Writes them, each to a file of its own, or, where they are many, to one pack: a hundred times
  // fewer files to sync to disk. Returns when they are on disk. While the result lives, git does
  // not remove a pack that no branch needs yet.
  std::shared_ptr<void> write();

  // The same, but returns at once where they are many: this process can read them already, others
  // once get() of the returned future has returned. get() throws what writing has thrown.
  std::shared_future<std::shared_ptr<void>> begin_to_write();

  // Writes those that are not on disk any more: `git gc --prune=now` removes what no branch names
  // yet, also while it is being written.
  void write_what_is_gone();

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

// From here on objects are worth a pack of their own; git makes one of fifty of those when it
// tidies up, as it does with some thousands of loose objects.
inline constexpr std::size_t kManyObjects = 100;

// Adds the blobs of the paths that are not in the store yet.
void add_blobs(const std::vector<TouchedPath>& paths, ObjectBatch& to);

// The tree of `tip` with the paths changed; only the folders on the way to them are read and made
// anew. The trees that the paths make of the folders `made` are known, and are taken as they are.
// Throws StoreError: corrupt for a path that git does not allow; io; bug where a file and a folder
// have one name.
git_oid add_tree(const Repository& repository, const View::State& tip,
                 const std::vector<TouchedPath>& paths, const std::vector<MadeTree>& made,
                 ObjectBatch& to);

}  // namespace aver::store
