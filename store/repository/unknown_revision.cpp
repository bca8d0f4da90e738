// SPDX-License-Identifier: MIT
//
// Looks through all refs for the name nearest to the one that was typed.
#include "store/repository/unknown_revision.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "claims/text/similar.h"
#include "store/objects/git.h"

namespace aver::store {
namespace {

struct Names {
  std::vector<std::string> all;
  std::vector<std::string> tags;
};

Names names_in(const Repository& repository) {
  Names names;
  git_strarray refs{};
  if (git_reference_list(&refs, repository.get()) != 0) {
    git_error_clear();
    return names;
  }
  for (std::size_t i = 0; i < refs.count; ++i) {
    const std::string_view ref = refs.strings[i];
    for (const std::string_view place : {"refs/tags/", "refs/heads/", "refs/remotes/"}) {
      if (!ref.starts_with(place)) continue;
      names.all.emplace_back(ref.substr(place.size()));
      if (place == "refs/tags/") names.tags.push_back(names.all.back());
    }
  }
  git_strarray_dispose(&refs);
  return names;
}

bool only_repeats(const std::string& words, const std::string& typed) {
  return words == "revspec '" + typed + "' not found" ||
         words == "reference '" + typed + "' not found";
}

}  // namespace

StoreError unknown_revision(const Repository& repository, const std::string& typed,
                            const std::string& words) {
  const Names names = names_in(repository);
  std::string sentence = "there is no revision \"" + typed + "\"";
  std::string hint = "aver log";
  if (const auto near = claims::nearest(typed, names.all, 1); !near.empty()) {
    sentence += "; did you mean " + near.front() + "?";
    const bool is_tag =
        std::find(names.tags.begin(), names.tags.end(), near.front()) != names.tags.end();
    hint = is_tag ? "aver tag" : "git branch --all";
  }
  std::vector<std::string> causes;
  if (!words.empty() && !only_repeats(words, typed)) causes.push_back(words);
  return {Fault::not_found, std::move(sentence), std::move(causes), std::move(hint)};
}

}  // namespace aver::store
