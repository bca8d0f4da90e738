// SPDX-License-Identifier: MIT
//
// The packs of one bulk write; reads back what is in them already.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/pack.h"
#include "store/repository/repository.h"
#include "store/trees/tree_editor.h"
#include "store/write/pack_keep.h"

namespace aver::store {

class Packs {
 public:
  explicit Packs(const Repository& repository, LargeTrees large_trees = LargeTrees::deflated);

  // Writes an object, unless it is in the pack already.
  void put(Packed type, const git_oid& id, std::string_view bytes);
  // The same for a folder: as a delta of its last version where that is in the pack.
  void put(const TreeVersion& folder);

  // A tree of the store, or of what was put.
  std::string read_tree(const git_oid& id);

  // Completes the packs and gives them their names, so that other processes see the objects. A pack
  // that stayed small is continued by the next one, which will replace it. git keeps them all until
  // take_keeps()'s result, or else this, is gone.
  void publish();
  std::vector<PackKeep> take_keeps();

  std::uint64_t objects() const { return objects_; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  Pack& open_pack();
  void close_pack();
  void remove(const std::string& name) const;

  const Repository& repository_;
  std::filesystem::path folder_;
  GitOdb odb_;
  LargeTrees large_trees_;
  std::optional<Pack> pack_;
  bool standing_ = false;  // pack_ is closed, and published as name_
  std::string name_;       // of the published pack that pack_ goes on from
  std::vector<ClosedPack> closed_;
  std::vector<PackKeep> keeps_;
  std::vector<std::string> replaced_;  // published packs that are in closed_ whole
  std::uint64_t objects_ = 0, bytes_ = 0;
};

}  // namespace aver::store
