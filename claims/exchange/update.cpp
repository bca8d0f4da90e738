// SPDX-License-Identifier: MIT
//
// Compares and merges the tables of two records value by value. The edit is made in the file's own
// text where toml::edit_value() can, else the record is written canonically.
#include "claims/exchange/update.h"

#include <algorithm>
#include <optional>

#include "claims/records/codec.h"

namespace aver::claims {
namespace {

// Whether the present value covers the new one: it is equal, or a list with every element of the
// new list.
bool says(const toml::Value* there, const toml::Value& value) {
  if (there == nullptr) return false;
  const auto* wanted = std::get_if<toml::Array>(&value.data);
  const auto* has = std::get_if<toml::Array>(&there->data);
  if (wanted == nullptr || has == nullptr) return *there == value;
  return std::all_of(wanted->begin(), wanted->end(), [&](const toml::Value& one) {
    return std::find(has->begin(), has->end(), one) != has->end();
  });
}

// Both lists' elements, those that are there first.
toml::Value together(const toml::Value* there, const toml::Value& value) {
  const auto* more = std::get_if<toml::Array>(&value.data);
  const auto* has = there == nullptr ? nullptr : std::get_if<toml::Array>(&there->data);
  if (more == nullptr || has == nullptr) return value;
  toml::Array all = *has;
  for (const toml::Value& one : *more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
  return {std::move(all), {}};
}

}  // namespace

toml::Table table_of_text(const std::string& text, RecordKind kind, const std::string& path) {
  const auto table = [](const auto& decoded) {
    return decoded.record ? table_of(*decoded.record) : toml::Table{};
  };
  switch (kind) {
    case RecordKind::claim:
      return table(decode_claim(text, path));
    case RecordKind::stance:
      return table(decode_stance(text, path));
    case RecordKind::actor:
      return table(decode_actor(text, path));
    case RecordKind::source:
      return table(decode_source(text, path));
    case RecordKind::review:
      return table(decode_review(text, path));
  }
  return {};
}

std::vector<std::string> keys_not_said(const toml::Table& there, const toml::Table& values) {
  std::vector<std::string> keys;
  for (const toml::Entry& entry : values) {
    if (!says(toml::find(there, entry.key), entry.value)) keys.push_back(entry.key);
  }
  return keys;
}

std::string with_values(const std::string& text, const toml::Table& values, RecordKind kind,
                        const std::string& path) {
  std::vector<std::string_view> order;
  for (const FieldInfo& info : fields(kind)) order.push_back(info.key);
  toml::Table there = table_of_text(text, kind, path);
  std::optional<std::string> edited = text;
  for (const toml::Entry& entry : values) {
    const toml::Value* old = toml::find(there, entry.key);
    if (says(old, entry.value)) continue;
    const toml::Value value = together(old, entry.value);
    if (edited) edited = toml::edit_value(*edited, entry.key, value, order);
    const auto at = std::find_if(there.begin(), there.end(),
                                 [&](const toml::Entry& one) { return one.key == entry.key; });
    if (at != there.end()) {
      at->value = value;
    } else {
      there.push_back({entry.key, value, {}});
    }
  }
  if (edited) return *edited;
  switch (kind) {
    case RecordKind::claim:
      return encode(*claim_of(there, path).readable());
    case RecordKind::stance:
      return encode(*stance_of(there, path).readable());
    case RecordKind::actor:
      return encode(*actor_of(there, path).readable());
    case RecordKind::source:
      return encode(*source_of(there, path).readable());
    case RecordKind::review:
      return encode(*review_of(there, path).readable());
  }
  return text;
}

}  // namespace aver::claims
