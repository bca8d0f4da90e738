// SPDX-License-Identifier: MIT
//
// Each part of a line is looked at, also those that nobody needs.
#include "store/write/git_listing.h"

#include <algorithm>

#include "claims/text/lines.h"
#include "store/error.h"
#include "store/objects/tree_entries.h"

namespace aver::store {
namespace {

constexpr std::size_t kModeSize = 6;
constexpr std::string_view kStages = "0123";

bool is_made_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == text.npos;
}

}  // namespace

std::optional<ListedEntry> entry_in(std::string_view line) {
  constexpr std::size_t kIdAt = kModeSize + 1;
  constexpr std::size_t kStageAt = kIdAt + GIT_OID_HEXSZ + 1;
  constexpr std::size_t kPathAt = kStageAt + 2;
  if (line.size() <= kPathAt) return std::nullopt;
  const std::string_view mode = line.substr(0, kModeSize);
  const std::string_view id = line.substr(kIdAt, GIT_OID_HEXSZ);
  const bool is_in_form = is_made_of(mode, "01234567") && line[kIdAt - 1] == ' ' &&
                          is_made_of(id, "0123456789abcdef") && line[kStageAt - 1] == ' ' &&
                          kStages.find(line[kStageAt]) != kStages.npos && line[kPathAt - 1] == '\t';
  if (!is_in_form) return std::nullopt;
  ListedEntry entry{std::string(line.substr(kPathAt)), FileEntry{std::string(id)}};
  for (const FileMode one : {FileMode::executable, FileMode::link}) {
    if (mode == octal(one)) entry.file.mode = one;
  }
  return entry;
}

std::vector<ListedEntry> listed_entries(const RunResult& git) {
  if (!git.ok()) not_told(git.errors);
  std::vector<ListedEntry> entries;
  for (const std::string& line : claims::split_at_zero(git.output)) {
    std::optional<ListedEntry> entry = entry_in(line);
    if (!entry) not_told(line);
    entries.push_back(std::move(*entry));
  }
  return entries;
}

std::optional<std::string> marked_path(std::string_view line) {
  if (line.size() > 3 && line[2] == ' ' && is_made_of(line.substr(0, 2), " MTADRCU?!")) {
    return std::string(line.substr(3));
  }
  if (line.size() > 2 && line[1] == ' ' && is_made_of(line.substr(0, 1), "HSMRCKU?")) {
    return std::string(line.substr(2));
  }
  return std::nullopt;
}

void not_told(std::string_view line) {
  throw StoreError(Fault::io, "git could not tell the state of the work tree",
                   {claims::first_line(line)});
}

}  // namespace aver::store
