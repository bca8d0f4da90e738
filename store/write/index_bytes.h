// SPDX-License-Identifier: MIT
//
// The bytes of git's index with some entries changed. Pure: opens no file.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/git.h"
#include "store/write/git_index.h"

namespace aver::store {

// A path and the entry that it is to have, or none.
struct IndexChange {
  struct Entry {
    struct stat about {};  // of the file
    std::uint32_t mode = 0;
    git_oid blob{};
  };
  std::string path;
  std::optional<Entry> entry;
};

// Whether rewritten() knows all that is in the index.
bool can_be_rewritten(const GitIndex& index);

// A file in parts, most of them the old one's.
class IndexBytes {
 public:
  const std::vector<std::string_view>& parts() const { return parts_; }

 private:
  friend std::optional<IndexBytes> rewritten(const GitIndex&, std::vector<IndexChange>,
                                             const std::vector<std::size_t>&);
  std::vector<std::string_view> parts_;
  std::vector<std::unique_ptr<std::string>> own_;
};

// All but the checksum at the end. Entries `smudged` get the size 0, by which git knows that it
// must read the file to say whether it has changed. The trees that git keeps of folders are no
// longer those of what the paths are in. Nothing where the kept trees are damaged. REQUIRES:
// can_be_rewritten(index); each path once, with at most one plain entry and nothing in its way. The
// parts live no longer than the index.
std::optional<IndexBytes> rewritten(const GitIndex& index, std::vector<IndexChange> changes,
                                    const std::vector<std::size_t>& smudged);

// The kept trees (the extension TREE) without those that the paths are in, as git takes them out.
// Nothing where they are damaged.
std::optional<std::string> without_trees_of(std::string_view kept,
                                            const std::vector<std::string_view>& paths);

}  // namespace aver::store
