// SPDX-License-Identifier: MIT
//
// The table of keys for those who know no type of record: FieldInfo, by the kind.
#include <algorithm>
#include <array>
#include <type_traits>

#include "claims/records/codec.h"
#include "claims/records/schema.h"
#include "claims/records/values.h"
#include "claims/text/json_text.h"

namespace aver::claims {
namespace schema {

const Rows<Stance>& in_rows() {
  static const Rows<Stance> rows = arranged<Stance>([](const KeyTraits& key) {
    return key.row ? OutputPlace{.before = key.row->before} : kHidden;
  });
  return rows;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += between;
    all += word;
  }
  return all;
}

namespace {

void append_json(std::string& to, const std::string& text) { json::append_string(to, text); }
void append_json(std::string& to, bool flag) { to += flag ? "true" : "false"; }
void append_json(std::string& to, const std::optional<int>& number) {
  to += std::to_string(number.value_or(0));
}
void append_json(std::string& to, const std::vector<std::string>& words) {
  to += "[";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) to += ",";
    json::append_string(to, words[i]);
  }
  to += "]";
}
}  // namespace

std::string cell(const std::vector<Evidence>& further) {
  if (further.empty()) return "";
  std::string all;
  for (const Evidence& one : further) {
    all += all.empty() ? "[{" : ",{";
    bool first = true;
    for (const Field<Evidence>& field : fields(Of<Evidence>{})) {
      field.with(one, [&]<class Value>(const Value& value) {
        if constexpr (std::is_same_v<Value, std::string> || std::is_same_v<Value, bool> ||
                      std::is_same_v<Value, std::optional<int>> ||
                      std::is_same_v<Value, std::vector<std::string>>) {
          if (!is_given(value)) return;
          if (!first) all += ",";
          first = false;
          json::append_string(all, field.key);
          all += ":";
          append_json(all, value);
        }
      });
    }
    all += "}";
  }
  return all + "]";
}

std::string cell_of(const Stance& stance, std::string_view key) {
  const std::vector<Field<Stance>>& all = fields(Of<Stance>{});
  const auto field = std::find_if(all.begin(), all.end(),
                                  [&](const Field<Stance>& one) { return one.key == key; });
  return field->with(stance, [](const auto& value) { return cell(value); });
}

}  // namespace schema

namespace {

std::string_view name_of(schema::Type type) {
  using schema::Type;
  switch (type) {
    case Type::text:
      return "text";
    case Type::line:
      return "line";
    case Type::url:
      return "url";
    case Type::digest:
      return "digest";
    case Type::file_name:
      return "file";
    case Type::id:
      return "id";
    case Type::stance:
      return "stance";
    case Type::word:
      return "word";
    case Type::date:
      return "date";
    case Type::moment:
      return "moment";
    case Type::lines:
      return "lines";
    case Type::ids:
      return "ids";
    case Type::urls:
      return "urls";
    case Type::set:
      return "set";
    case Type::flag:
      return "flag";
    case Type::integer:
      return "integer";
    case Type::tables:
      return "tables";
  }
  return "";
}

bool merges_by_elements(const schema::KeyTraits& key) {
  using schema::Type;
  return key.type == Type::set || key.type == Type::ids || key.type == Type::urls ||
         key.type == Type::tables || key.unordered;
}

template <class Record>
std::vector<FieldInfo> infos() {
  std::vector<FieldInfo> all;
  for (const schema::Field<Record>& field : schema::fields(schema::Of<Record>{})) {
    FieldInfo info{.key = field.key,
                   .type = name_of(field.type),
                   .required = field.required,
                   .choices = field.choices,
                   .meaning = field.meaning,
                   .low = field.low,
                   .high = field.high,
                   .fields = {},
                   .group = field.group,
                   .since = field.since,
                   .timed = field.timed,
                   .merges_by_elements = merges_by_elements(field)};
    if (field.type == schema::Type::tables) {
      std::visit(
          [&]<class Member>(Member Record::*) {
            if constexpr (requires { schema::fields(schema::Of<typename Member::value_type>{}); }) {
              info.fields = infos<typename Member::value_type>();
            }
          },
          field.member);
    }
    all.push_back(std::move(info));
  }
  return all;
}

}  // namespace

const std::vector<FieldInfo>& fields(RecordKind kind) {
  static const std::array<std::vector<FieldInfo>, 5> all = {
      infos<Claim>(), infos<Stance>(), infos<Actor>(), infos<Source>(), infos<Review>()};
  return all[static_cast<std::size_t>(kind)];
}

const std::vector<std::string_view>& choices(RecordKind kind, std::string_view key) {
  static const std::vector<std::string_view> none;
  for (const FieldInfo& field : fields(kind)) {
    if (field.key == key) return field.choices;
  }
  return none;
}

}  // namespace aver::claims
