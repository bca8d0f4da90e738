// SPDX-License-Identifier: MIT
//
// An index file of our own: to ask git about attributes with, and to show a hook.
#pragma once

#include <filesystem>
#include <string>

#include "store/process.h"

namespace aver::store {

// A file that goes with its scope.
class PassingIndex {
 public:
  // In `folder`, which is made where it is missing.
  explicit PassingIndex(const std::filesystem::path& folder);
  ~PassingIndex();
  PassingIndex(const PassingIndex&) = delete;
  PassingIndex& operator=(const PassingIndex&) = delete;
  const std::string& file() const { return file_; }

  // Removes those that processes that were killed have left in the folder: what is an hour old.
  static void remove_left(const std::filesystem::path& folder);

 private:
  std::string file_;
};

// What git has written. Throws StoreError(io) where it failed.
std::string answer_of(RunResult result);

}  // namespace aver::store
