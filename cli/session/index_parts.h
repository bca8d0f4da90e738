// SPDX-License-Identifier: MIT
//
// The parts of the index, as `aver index` sees them: each is a file of its own that can be
// inspected, verified against git, and rebuilt.
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
  bool other_version = false;  // made by another version of aver, and not usable
  std::uintmax_t size = 0;     // bytes
  std::string holds;           // "120,543 records"; only of a usable one
  bool current = false;        // nothing of the tip is missing
};

struct IndexPart {
  std::string name;       // "records"
  std::string looked_at;  // what verify counts: "record"
  std::function<PartStatus(Session&)> status;
  // Compares a sample, or all, with git. Returns one sentence for each difference; `looked_at` is
  // set to the number compared.
  std::function<std::vector<std::string>(Session&, bool all, std::size_t& looked_at)> verify;
  // Throws StoreError where the part cannot be built.
  std::function<void(Session&)> rebuild;
};

// A new part is a row here.
const std::vector<IndexPart>& index_parts();

}  // namespace aver::cli
