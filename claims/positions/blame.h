// SPDX-License-Identifier: MIT
//
// Which version of a file brought in each of its values.
//
// By value and not by line: a file that was laid out anew, or moved, keeps its authors, and each
// element of a list has its own. Pure: the versions' texts are given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

// One commit's change of the file.
struct Version {
  std::string_view before;  // empty: the file was absent
  std::string_view after;   // empty: it was removed
  bool merge = false;  // compared with its first parent; counts only where no other commit has it
};

struct BlamedValue {
  std::string key;    // top-level; an element of a list has the list's
  std::string value;  // on one line: "affirm", "2024-10-31", "type negates, to dorn/x"
  std::optional<std::size_t> version;  // index; empty where no version brings it in
};

// Returns the values of `now`, in the file's order, each with the newest version that brought it
// in: its `after` has the value, and its `before` has not. `versions` are newest first. A text that
// is no TOML has no values.
std::vector<BlamedValue> blame(std::string_view now, const std::vector<Version>& versions);

}  // namespace aver::claims
