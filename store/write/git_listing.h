// SPDX-License-Identifier: MIT
//
// What git lists of its index and its work tree, each line ended by a zero (-z).
//
// Never guesses: a line that is lost among other words (of a wrapper around git, or of an alias)
// would be a path that git does not name, which is taken for clean, or for gone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/process.h"
#include "store/values.h"

namespace aver::store {

struct ListedEntry {
  std::string path;
  FileEntry file;
};

// The line of one entry, "100644 <id> 0\t<path>"; nothing where it is not in that form.
std::optional<ListedEntry> entry_in(std::string_view line);

// The answer to `ls-files -s -z`. Throws StoreError(io) where git failed or has said anything else.
std::vector<ListedEntry> listed_entries(const RunResult& git);

// The path of "M  <path>" (`status --porcelain=v1`) and of "H <path>" (`ls-files -t`); nothing of
// another line.
std::optional<std::string> marked_path(std::string_view line);

// git failed, or `line` of its answer is none. Throws StoreError(io).
[[noreturn]] void not_told(std::string_view line);

}  // namespace aver::store
