// SPDX-License-Identifier: MIT
//
// Commits on the branch of reviews as plain git makes them, without aver.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claims/text/lines.h"
#include "tests/store/scratch.h"

namespace aver::tests {

struct GitCommitWords {
  std::vector<std::string> parents = {};
  std::map<std::string, std::optional<std::string>> files = {};  // nothing: removed
  std::string who = "Ada Fields <ada@example.org>";
  std::int64_t time = 1700000000;
  std::string committer = {};  // empty: the same
};

// Makes the commit, moves `ref` to it, whatever it was, and returns its id.
inline std::string commit_by_git(const std::filesystem::path& place, const std::string& ref,
                                 const GitCommitWords& words) {
  const std::string stamp = " " + std::to_string(words.time) + " +0000\n";
  const std::string& committer = words.committer.empty() ? words.who : words.committer;
  std::string stream = "feature done\ncommit refs/made/next\nauthor " + words.who + stamp +
                       "committer " + committer + stamp + "data 2\nx\n";
  for (std::size_t i = 0; i < words.parents.size(); ++i) {
    stream += (i == 0 ? "from " : "merge ") + words.parents[i] + "\n";
  }
  for (const auto& [path, text] : words.files) {
    if (!text) {
      stream += "D " + path + "\n";
      continue;
    }
    stream +=
        "M 100644 inline " + path + "\ndata " + std::to_string(text->size()) + "\n" + *text + "\n";
  }
  stream += "done\n";
  store::run_git({"update-ref", "-d", "refs/made/next"}, {.directory = place.string()});
  git(place, {"fast-import", "--quiet", "--date-format=raw", "--force"}, stream);
  git(place, {"update-ref", ref, "refs/made/next"});
  return claims::first_line(git(place, {"rev-parse", "refs/made/next"}));
}

inline constexpr const char* kReviewsRef = "refs/heads/aver/reviews";

}  // namespace aver::tests
