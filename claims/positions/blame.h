// SPDX-License-Identifier: MIT
//
// Which version of a file brought in each of its values.
//
// By value and not by line: a file that was laid out anew, or moved, keeps its authors, and each
// element of a list has its own. Pure: the versions' texts are given, and what each was made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

// The contents that one commit gave a file.
struct Version {
  std::string_view text;
  std::int64_t time = 0;              // of the commit
  std::vector<std::size_t> before{};  // the versions it was made of; several, of a merge
  // It is a merge, and has what merging gives: its values are those of the versions before it, also
  // where a reference was brought to a new name.
  bool as_merged = false;
};

struct BlamedValue {
  std::string key;          // top-level; an element of a list has the list's
  std::string value;        // on one line: "affirm", "2024-10-31", "type negates, to dorn/x"
  std::size_t version = 0;  // index
};

// Returns the values of `versions[now]`, in the file's order, each with the version that brought it
// in: none before that one has it. Where several lines of history brought it, the earliest counts.
// A text that is no TOML has no values.
// REQUIRES: no version comes before itself.
std::vector<BlamedValue> blame(const std::vector<Version>& versions, std::size_t now);

}  // namespace aver::claims
