// SPDX-License-Identifier: MIT
//
// Named by chance, so that two commands at once have one each.
#include "store/repository/passing_index.h"

#include <chrono>
#include <cstdio>

#include "claims/text/lines.h"
#include "store/error.h"
#include "store/process/random_name.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndexName = "passing-index-";

}  // namespace

PassingIndex::PassingIndex(const fs::path& folder) {
  std::error_code ignored;
  fs::create_directories(folder, ignored);
  file_ = (folder / (std::string(kIndexName) + random_name())).string();
}

PassingIndex::~PassingIndex() {
  std::remove(file_.c_str());
  std::remove((file_ + ".lock").c_str());
}

void PassingIndex::remove_left(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (!entry.path().filename().string().starts_with(kIndexName)) continue;
    const fs::file_time_type written = entry.last_write_time(ignored);
    const bool is_left = fs::file_time_type::clock::now() - written > std::chrono::hours(1);
    if (is_left) fs::remove(entry.path(), ignored);
  }
}

std::string answer_of(RunResult result) {
  if (!result.ok()) {
    throw StoreError(Fault::io, "git could not tell the attributes of the store's files",
                     {claims::first_line(result.errors)});
  }
  return std::move(result.output);
}

}  // namespace aver::store
