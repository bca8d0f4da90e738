// SPDX-License-Identifier: MIT
//
// Upkeep of a store's repository: how its objects lie, and which of git's own tasks would help.
//
// Nothing here removes an object, reachable or not, and nothing is done unasked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace aver::store {

// How the objects of a repository lie on the disk.
struct Upkeep {
  std::uint64_t loose = 0;  // objects in files of their own
  std::uint64_t packs = 0;
  std::uint64_t packed = 0;  // objects in them, each counted as often as it is there
  bool stepped = true;       // each pack has at least twice the objects of the next smaller one
  std::uint64_t bytes = 0;   // of all of these
  std::uint64_t loose_refs = 0;
  bool commit_graph = false;  // with the paths that commits changed, or without
  bool partial = false;       // objects are fetched from a remote when they are needed
};

// Looks at every file of objects; reads none.
Upkeep upkeep(const Store& store);

// One of git's tasks, and why it is to be done or is not.
struct UpkeepTask {
  std::string name;                    // "refs", "objects", "history"
  std::vector<std::string> arguments;  // of git
  std::string why;
  bool needed = false;
};
std::vector<UpkeepTask> upkeep_tasks(const Upkeep& now);

// Why upkeep is due, in a few words; nothing where it is not. Reads only two folders: the number of
// loose objects is estimated from a 256th of them.
std::optional<std::string> upkeep_due(const Store& store);

}  // namespace aver::store
