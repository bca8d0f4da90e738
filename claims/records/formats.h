// SPDX-License-Identifier: MIT
//
// Which format of a store a record needs: what is in it that an older program would misread.
#pragma once

#include <string>
#include <vector>

#include "claims/text/diagnostic.h"
#include "claims/text/id.h"
#include "claims/toml/toml.h"

namespace aver::claims {

struct NewInFormat {
  int format = 1;    // the first one that has it
  std::string what;  // "the key \"condition\"", "a date in brackets", "a time"
  Place place;       // of the value
};

// The keys and the forms of dates in a record's table that came with a format after this one, in
// the table's order. Keys that no format has do not count: every program keeps them.
std::vector<NewInFormat> newer_than(int format, const toml::Table& table, RecordKind kind);

}  // namespace aver::claims
