// SPDX-License-Identifier: MIT
//
// The parts of the index, as `aver index` sees them: each a file of its own that can be looked at,
// held against git, and made anew.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/session/session.h"

namespace aver::cli {

struct PartStatus {
  std::string file;  // path
  bool exists = false;
  bool usable = false;
  std::uintmax_t size = 0;  // bytes
  std::string holds;        // "120,543 records"; only of a usable one
  bool current = false;     // nothing of the tip is missing
};

struct IndexPart {
  std::string name;       // "records"
  std::string looked_at;  // what verify counts: "record"
  std::function<PartStatus(Session&)> status;
  // What differs from git, a sentence each; a sample, or all. `looked_at` counts.
  std::function<std::vector<std::string>(Session&, bool all, std::size_t& looked_at)> verify;
  // Throws StoreError where it cannot be made.
  std::function<void(Session&)> rebuild;
};

// A new part is a row here.
const std::vector<IndexPart>& index_parts();

}  // namespace aver::cli
