// SPDX-License-Identifier: MIT
//
// Named after the process, so that two never share one.
#include "store/repository/passing_index.h"

#include <unistd.h>

#include <cstdio>

#include "store/error.h"

namespace aver::store {

PassingIndex::PassingIndex(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  file_ = (folder / ("attributes-" + std::to_string(getpid()))).string();
}

PassingIndex::~PassingIndex() {
  std::remove(file_.c_str());
  std::remove((file_ + ".lock").c_str());
}

std::string answer_of(RunResult result) {
  if (!result.ok()) {
    throw StoreError(Fault::io, "git could not tell the attributes of the store's files",
                     {result.errors.substr(0, result.errors.find('\n'))});
  }
  return std::move(result.output);
}

}  // namespace aver::store
