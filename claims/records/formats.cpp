// SPDX-License-Identifier: MIT
//
// Walks a table by the table of keys, which says since when there is each key. Forms of dates are
// few, and stand here.
#include "claims/records/formats.h"

#include <algorithm>

#include "claims/records/codec.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

constexpr int kVagueDates = 2;  // the format with dates in brackets, and times of `held`

void add_newer(int format, const toml::Table& table, const std::vector<FieldInfo>& fields,
               std::vector<NewInFormat>& to) {
  for (const toml::Entry& entry : table) {
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const FieldInfo& one) { return one.key == entry.key; });
    if (field == fields.end()) continue;
    const Place place = entry.value.span.place;
    if (field->since > format) to.push_back({field->since, "the key " + quoted(entry.key), place});
    if (kVagueDates > format && (field->type == "date" || field->type == "moment")) {
      const std::string* text = std::get_if<std::string>(&entry.value.data);
      const bool has_time = std::holds_alternative<toml::Time>(entry.value.data) ||
                            (text != nullptr && text->find(':') != text->npos);
      if (text != nullptr && text->starts_with('[')) {
        to.push_back({kVagueDates, "a date in brackets", place});
      } else if (field->timed && has_time) {
        to.push_back({kVagueDates, "a time of " + quoted(entry.key), place});
      }
    }
    const toml::Array* array = std::get_if<toml::Array>(&entry.value.data);
    if (array == nullptr || field->fields.empty()) continue;
    for (const toml::Value& item : *array) {
      if (const toml::Table* inner = std::get_if<toml::Table>(&item.data)) {
        add_newer(format, *inner, field->fields, to);
      }
    }
  }
}

}  // namespace

std::vector<NewInFormat> newer_than(int format, const toml::Table& table, RecordKind kind) {
  std::vector<NewInFormat> all;
  add_newer(format, table, fields(kind), all);
  return all;
}

}  // namespace aver::claims
