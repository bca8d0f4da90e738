// SPDX-License-Identifier: MIT
//
// An index file of our own, that git is asked about attributes with.
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

 private:
  std::string file_;
};

// What git has written. Throws StoreError(io) where it failed.
std::string answer_of(RunResult result);

}  // namespace aver::store
