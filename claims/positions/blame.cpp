// SPDX-License-Identifier: MIT
//
// Goes back from version to version, as long as one before has the value. Each text is parsed once,
// however many values are asked about, and each version asked once about a value.
#include "claims/positions/blame.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

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

class Blame {
 public:
  explicit Blame(const std::vector<Version>& versions) : versions_(versions) {}

  std::vector<BlamedValue> run(std::size_t now) {
    std::vector<BlamedValue> answer;
    const Items& items = items_of_version(now);
    for (std::size_t i = 0; i < items.size(); ++i)
      answer.push_back({items[i].key, line_of(items[i].value), brought_by({now, i})});
    return answer;
  }

 private:
  using Place = std::pair<std::size_t, std::size_t>;  // a version, and which of its values

  const Items& items_of_version(std::size_t version) {
    const auto [at, is_new] = items_.try_emplace(version);
    if (is_new) at->second = items_of(versions_[version].text);
    return at->second;
  }

  // The places right before this one that have its value.
  std::vector<Place> before(const Place& place) {
    const Version& version = versions_[place.first];
    const Item item = items_of_version(place.first)[place.second];
    std::vector<Place> found;
    for (const std::size_t one : version.before) {
      const Items& items = items_of_version(one);
      const auto same = std::find(items.begin(), items.end(), item);
      if (same != items.end())
        found.emplace_back(one, static_cast<std::size_t>(same - items.begin()));
    }
    for (std::size_t i = 0; found.empty() && version.as_merged && i < version.before.size(); ++i) {
      const Items& items = items_of_version(version.before[i]);
      const auto has_key = [&](const Item& one) { return one.key == item.key; };
      const auto same = std::find_if(items.begin(), items.end(), has_key);
      if (same == items.end() || std::count_if(same, items.end(), has_key) > 1) continue;
      found.emplace_back(version.before[i], static_cast<std::size_t>(same - items.begin()));
    }
    return found;
  }

  // Histories are long, and merges many: no recursion.
  std::size_t brought_by(const Place& asked) {
    std::vector<Place> waiting = {asked};
    std::set<Place> seen = {asked};
    std::optional<std::size_t> first;
    while (!waiting.empty()) {
      const Place place = waiting.back();
      waiting.pop_back();
      const std::vector<Place> earlier = before(place);
      if (earlier.empty() && (!first || versions_[place.first].time < versions_[*first].time))
        first = place.first;
      for (const Place& one : earlier) {
        if (seen.insert(one).second) waiting.push_back(one);
      }
    }
    return first.value_or(asked.first);
  }

  const std::vector<Version>& versions_;
  std::map<std::size_t, Items> items_;
};

}  // namespace

std::vector<BlamedValue> blame(const std::vector<Version>& versions, std::size_t now) {
  return Blame(versions).run(now);
}

}  // namespace aver::claims
