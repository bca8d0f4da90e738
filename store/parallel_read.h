// SPDX-License-Identifier: MIT
//
// Reads every file of a revision once, in order, on several threads: for exports. Hashes are not
// verified, as git does not verify them when it archives.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace aver::store {

struct TreeFile {
  std::string path;  // from the store's root
  FileMode mode = FileMode::plain;
  std::string bytes;
};

// Makes text of files and appends it to `to`. Called by several threads at once, for different
// files: whatever these calls share they may only read.
using MakeText = std::function<void(std::vector<TreeFile>&& files, std::string& to)>;

// Takes the text, piece by piece, in order; by one thread at a time. Stops when it returns false.
using TakeText = std::function<bool(std::string&& text)>;

enum class Batches {
  any,      // files as they come, with the least memory
  folders,  // all files of one folder together, without its subfolders: a claim's
};

// Goes through what is below `folders` ("" is all of it): the files of a folder, then the folders
// in it, by name. Throws StoreError(corrupt) where an object cannot be read, and whatever `make` or
// `take` throw.
void read_in_parallel(const View& view, const std::vector<std::string>& folders, Batches batches,
                      const MakeText& make, const TakeText& take);

}  // namespace aver::store
