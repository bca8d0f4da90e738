// SPDX-License-Identifier: MIT
//
// A text that a user is writing and has not recorded yet: a file in the store's private folder,
// which git does not see, and which survives a crash of the editor, an error and a power failure.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace aver::store {

class Draft {
 public:
  // The draft of the file at `path`, seen from the store's root.
  Draft(const Store& store, std::string_view path);

  const std::filesystem::path& file() const { return file_; }  // for an editor
  bool exists() const;

  // The text as the editor saved it. Throws StoreError(io) where it cannot be read.
  std::string read() const;

  // The blob that the draft was begun from; empty for a new file.
  BlobId base() const;

  // Replaces the draft as a whole, or fails and leaves it as it was. Throws StoreError(io).
  void write(std::string_view text, const BlobId& base);

  void remove();

 private:
  std::filesystem::path file_;
  std::filesystem::path base_;
};

// The paths of all unfinished drafts, sorted.
std::vector<std::string> drafts(const Store& store);

}  // namespace aver::store
