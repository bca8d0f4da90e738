// SPDX-License-Identifier: MIT
//
// Files as lines.
#include <cmath>

#include "claims/exchange/json/base64.h"
#include "claims/exchange/json/jsonl.h"
#include "claims/exchange/json/jsonl_keys.h"
#include "claims/records/codec.h"
#include "claims/text/code_points.h"
#include "claims/text/json_text.h"

namespace aver::claims::jsonl {
namespace {

void append_table(std::string& to, const toml::Table& table, const std::vector<FieldInfo>* known);

// A value that JSON has no word for, as TOML writes it: {"$toml":"2024-10-31"}. A table of that one
// key would look like it, and is written so, too.
void append_tagged(std::string& to, const toml::Value& value) {
  to += "{\"$toml\":";
  json::append_string(to, toml::write(value));
  to += '}';
}

struct Append {
  std::string& to;
  const toml::Value& value;
  const FieldInfo* field;  // of a key that the format knows: dates are plain texts there

  void operator()(const std::string& text) const { json::append_string(to, text); }
  void operator()(std::int64_t number) const { to += std::to_string(number); }
  void operator()(double number) const {
    if (std::isfinite(number)) {
      to += toml::write(value);
    } else {
      append_tagged(to, value);
    }
  }
  void operator()(bool flag) const { to += flag ? "true" : "false"; }
  void operator()(Day day) const {
    if (field == nullptr) return append_tagged(to, value);
    json::append_string(to, claims::to_string(day));
  }
  void operator()(const toml::Time& time) const {
    if (field == nullptr) return append_tagged(to, value);
    json::append_string(to, time.text);
  }
  void operator()(const toml::Array& array) const {
    to += '[';
    for (const toml::Value& item : array) {
      if (&item != &array.front()) to += ',';
      std::visit(Append{to, item, field}, item.data);
    }
    to += ']';
  }
  void operator()(const toml::Table& table) const {
    if (field == nullptr && table.size() == 1 && table.front().key == kTag)
      return append_tagged(to, value);
    append_table(to, table, field == nullptr ? nullptr : &field->fields);
  }
};

void append_table(std::string& to, const toml::Table& table, const std::vector<FieldInfo>* known) {
  to += '{';
  for (const toml::Entry& entry : table) {
    if (&entry != &table.front()) to += ',';
    json::append_string(to, entry.key);
    to += ':';
    std::visit(Append{to, entry.value, field_of(known, entry.key)}, entry.value.data);
  }
  to += '}';
}

template <class Record>
bool append_decoded(std::string& to, const RecordRef& ref, const Decoded<Record>& decoded,
                    std::string_view bytes) {
  if (!decoded.record) return false;
  const toml::Table table = table_of(*decoded.record);
  to += "{\"schema\":\"";
  to += kSchema;
  to += "\",\"kind\":\"";
  to += to_string(ref.kind);
  to += "\",\"id\":";
  json::append_string(to, ref.id);
  to += ",\"record\":";
  append_table(to, table, &fields(ref.kind));
  if (toml::write(table) != bytes) {
    to += ",\"text\":";
    json::append_string(to, bytes);
  }
  to += "}\n";
  return true;
}

bool append_record(std::string& to, const RecordRef& ref, std::string_view path,
                   std::string_view bytes) {
  switch (ref.kind) {
    case RecordKind::claim:
      return append_decoded(to, ref, decode_claim(bytes, path), bytes);
    case RecordKind::stance:
      return append_decoded(to, ref, decode_stance(bytes, path), bytes);
    case RecordKind::actor:
      return append_decoded(to, ref, decode_actor(bytes, path), bytes);
    case RecordKind::source:
      return append_decoded(to, ref, decode_source(bytes, path), bytes);
    case RecordKind::review:
      return append_decoded(to, ref, decode_review(bytes, path), bytes);
  }
  return false;
}

}  // namespace

void append_line(std::string& to, std::string_view path, std::string_view bytes, Mode mode) {
  if (mode == Mode::plain) {
    if (const std::optional<RecordRef> ref = record_at(path);
        ref && append_record(to, *ref, path, bytes))
      return;
  }
  to += "{\"schema\":\"";
  to += kSchema;
  to += "\",\"kind\":\"file\",";
  // git's paths are bytes; one that is no text goes as they are.
  const bool named = is_utf8(path);
  to += named ? "\"path\":" : "\"path_base64\":\"";
  if (named) {
    json::append_string(to, path);
  } else {
    append_base64(to, path);
    to += '"';
  }
  if (mode != Mode::plain)
    to += mode == Mode::link ? ",\"mode\":\"link\"" : ",\"mode\":\"executable\"";
  if (is_utf8(bytes)) {
    to += ",\"text\":";
    json::append_string(to, bytes);
  } else {
    to += ",\"base64\":\"";
    append_base64(to, bytes);
    to += '"';
  }
  to += "}\n";
}

}  // namespace aver::claims::jsonl
