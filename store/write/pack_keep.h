// SPDX-License-Identifier: MIT
//
// Packs that git must not remove yet: between a pack's publication and the move of the branch
// nothing names its objects, and `git repack -ad` would drop them. Each has a .keep file, as the
// packs of a `git fetch` have, for as long as the PackKeep lives.
#pragma once

#include <filesystem>
#include <string>

namespace aver::store {

class PackKeep {
 public:
  // `pack` is "pack-<checksum>", and not published yet. A .keep file that is there is a user's, and
  // stays. Throws StoreError(io).
  PackKeep(const std::filesystem::path& folder, const std::string& pack);
  ~PackKeep();
  PackKeep(PackKeep&& other) noexcept;
  PackKeep& operator=(PackKeep&& other) noexcept;

  const std::string& pack() const { return pack_; }

 private:
  std::string pack_;
  std::filesystem::path file_;  // empty where it is not ours
  int fd_ = -1;                 // its lock says that we live
};

// Removes the .keep files of processes that died. `folder` is objects/pack.
void remove_left_keeps(const std::filesystem::path& folder);

}  // namespace aver::store
