// SPDX-License-Identifier: MIT
//
// Runs the user's hooks as git would, and only where they exist.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "store/repository/repository.h"

namespace aver::store {

class Hooks {
 public:
  // `hooks_path` is core.hooksPath, or empty.
  Hooks(const Repository& repository, const std::string& hooks_path);

  bool has(const std::string& name) const;

  // Runs the hook where there is one; its output goes to standard error. Throws StoreError(refused)
  // where it exits with a failure, unless it is one that comes after ("post-…").
  void run(const std::string& name, const std::vector<std::string>& arguments,
           const std::vector<std::pair<std::string, std::string>>& environment = {}) const;

 private:
  const Repository& repository_;
  std::filesystem::path folder_;
};

}  // namespace aver::store
