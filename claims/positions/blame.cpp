// SPDX-License-Identifier: MIT
//
// Compares sets of values between versions: a value is its commit's where the commit's text has it
// and the text before has not. Each text is parsed once, however many values are asked about.
#include "claims/positions/blame.h"

#include <algorithm>
#include <map>

#include "claims/records/edited_keys.h"
#include "claims/toml/toml.h"

namespace aver::claims {
namespace {

struct Item {
  std::string key;
  toml::Value value;
  friend bool operator==(const Item&, const Item&) = default;
};
using Items = std::vector<Item>;

// The top-level values; lists element by element, as each may have another author.
Items items_of(std::string_view text) {
  const toml::Parsed parsed = toml::parse(text, "");
  Items items;
  if (!parsed.problems.empty()) return items;
  for (const toml::Entry& entry : parsed.root) {
    if (const auto* list = std::get_if<toml::Array>(&entry.value.data)) {
      for (const toml::Value& element : *list) items.push_back({entry.key, element});
    } else {
      items.push_back({entry.key, entry.value});
    }
  }
  return items;
}

bool has(const Items& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

std::vector<BlamedValue> blame(std::string_view now, const std::vector<Version>& versions) {
  std::map<std::string_view, Items> read;
  const auto items = [&](std::string_view text) -> const Items& {
    auto at = read.find(text);
    if (at == read.end()) at = read.emplace(text, items_of(text)).first;
    return at->second;
  };
  const auto brought_by = [&](const Item& item, bool merges) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < versions.size(); ++i) {
      const Version& version = versions[i];
      if (version.merge != merges || !has(items(version.after), item)) continue;
      if (!has(items(version.before), item)) return i;
    }
    return std::nullopt;
  };
  std::vector<BlamedValue> answer;
  for (const Item& item : items_of(now)) {
    std::optional<std::size_t> version = brought_by(item, false);
    if (!version) version = brought_by(item, true);
    answer.push_back({item.key, line_of(item.value), version});
  }
  return answer;
}

}  // namespace aver::claims
