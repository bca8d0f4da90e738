// SPDX-License-Identifier: MIT
//
// Every file of a revision, once, in order, as fast as the disk and the processors allow: for
// exports. Hashes are not verified on the way, as git itself does not when it archives.
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

// Makes text of files. It is called by several threads at once, for different files: it may only
// read what it shares with others. Appends to `to`.
using MakeText = std::function<void(std::vector<TreeFile>&& files, std::string& to)>;

// Takes the text, piece by piece, in order; by one thread at a time. Stops when it returns false.
using TakeText = std::function<bool(std::string&& text)>;

enum class Batches {
  any,      // files as they come, so that no more is in memory than need be
  folders,  // all files of a folder together, those of the folders in it not: a claim's
};

// Goes through what is below `folders` ("" is all of it): the files of a folder, then the folders
// in it, by name. Throws StoreError(corrupt) where an object cannot be read, and whatever `make` or
// `take` throw.
void read_in_parallel(const View& view, const std::vector<std::string>& folders, Batches batches,
                      const MakeText& make, const TakeText& take);

}  // namespace aver::store
