// SPDX-License-Identifier: MIT
//
// Compares what a record says as tables of keys, an unknown key like any other.
#include "claims/records/edited_keys.h"

#include <algorithm>

namespace aver::claims {
namespace {

const toml::Value* value_of(const toml::Table& table, std::string_view key) {
  const auto at = std::find_if(table.begin(), table.end(),
                               [&](const toml::Entry& entry) { return entry.key == key; });
  return at == table.end() ? nullptr : &at->value;
}

}  // namespace

std::string line_of(const toml::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  std::string line;
  if (const auto* list = std::get_if<toml::Array>(&value.data)) {
    for (const toml::Value& one : *list) line += (line.empty() ? "" : "; ") + line_of(one);
    return line;
  }
  const auto* table = std::get_if<toml::Table>(&value.data);
  if (table == nullptr) return toml::write(value);
  for (const toml::Entry& entry : *table)
    line += (line.empty() ? "" : ", ") + entry.key + " " + line_of(entry.value);
  return line;
}

std::vector<EditedKey> edited_keys(const toml::Table& before, const toml::Table& after) {
  std::vector<EditedKey> edited;
  for (const toml::Entry& entry : after) {
    const toml::Value* was = value_of(before, entry.key);
    if (was == nullptr) {
      edited.push_back({entry.key, "", line_of(entry.value)});
    } else if (!(*was == entry.value)) {
      edited.push_back({entry.key, line_of(*was), line_of(entry.value)});
    }
  }
  for (const toml::Entry& entry : before) {
    if (value_of(after, entry.key) == nullptr)
      edited.push_back({entry.key, line_of(entry.value), ""});
  }
  return edited;
}

}  // namespace aver::claims
