// SPDX-License-Identifier: MIT
//
// Which keys of a record differ between two texts of it, and from what to what: for people.
#pragma once

#include <string>
#include <vector>

#include "claims/toml/toml.h"

namespace aver::claims {

struct EditedKey {
  std::string key;
  std::string before;  // on one line, as line_of() has it; empty: it is not there
  std::string after;

  friend bool operator==(const EditedKey&, const EditedKey&) = default;
};

// A value on one line: "affirm", "2024-10-31", "en; fr", "type negates, to dorn/x".
std::string line_of(const toml::Value& value);

// The keys that differ, in the order of `after`, then those that are gone. Give the tables of two
// records (table_of): then the order of keys and the layout never count.
std::vector<EditedKey> edited_keys(const toml::Table& before, const toml::Table& after);

}  // namespace aver::claims
