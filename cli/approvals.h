// SPDX-License-Identifier: MIT
//
// Who approved a record as it stands: the reviews in a view that speak of its exact contents.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/answers.h"
#include "store/store.h"

namespace aver::cli {

class Approvals {
 public:
  // Reads the reviews that mention any of `paths` (files or folders): cost follows the number of
  // reviews in the store, and not of records.
  Approvals(const store::View& view, const std::vector<std::string>& paths);

  // Those who approved the file at the first path, as it is in the view: "Name <address>", oldest
  // first. `former` are the paths it had before it was renamed.
  std::vector<std::string> of(const std::string& path,
                              const std::vector<std::string>& former = {}) const;

 private:
  const store::View& view_;
  // (path, blob) to the approvers.
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> approvers_;
};

}  // namespace aver::cli
