// SPDX-License-Identifier: MIT
//
// Plain text is copied; any other is nlohmann's to escape, so that there is one way to do it.
#include "cli/render/json/json_writer.h"

#include <algorithm>

#include "claims/text/json_text.h"

namespace aver::cli {
namespace {

constexpr std::size_t kPiece = 1 << 16;  // bytes, and a line more

// No escapes, and nothing outside ASCII.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
  });
}

}  // namespace

void append_json_text(std::string& to, std::string_view text) {
  if (is_plain(text)) {
    to += '"';
    to += text;
    to += '"';
  } else {
    to += claims::json::escape_hidden(
        Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace));
  }
}

void JsonWriter::line_break() {
  if (text_.size() >= kPiece) {
    take_(text_);
    text_.clear();
  }
  text_ += '\n';
  text_.append(2 * level_, ' ');
}

void JsonWriter::before_value() {
  if (has_key_) {
    has_key_ = false;
    return;
  }
  if (level_ == 0) return;
  if (!is_first_) text_ += ',';
  is_first_ = false;
  line_break();
}

void JsonWriter::key(std::string_view name) {
  before_value();
  text_ += '"';
  text_ += name;
  text_ += "\": ";
  has_key_ = true;
}

void JsonWriter::begin(char bracket) {
  before_value();
  text_ += bracket;
  ++level_;
  is_first_ = true;
}

void JsonWriter::end(char bracket) {
  --level_;
  if (!is_first_) line_break();
  text_ += bracket;
  is_first_ = false;
}

void JsonWriter::text(std::string_view given) {
  before_value();
  append_json_text(text_, given);
}

void JsonWriter::text_or_null(std::string_view given) {
  if (given.empty()) return null();
  text(given);
}

void JsonWriter::flag(bool is_true) {
  before_value();
  text_ += is_true ? "true" : "false";
}

void JsonWriter::number(std::int64_t number) {
  before_value();
  text_ += std::to_string(number);
}

void JsonWriter::null() {
  before_value();
  text_ += "null";
}

void JsonWriter::members(const Json& object) {
  for (const auto& [name, one] : object.items()) {
    before_value();
    has_key_ = true;
    text(name);
    text_ += ": ";
    has_key_ = true;
    value(one);
  }
}

void JsonWriter::value(const Json& tree) {
  if (tree.is_object()) {
    begin('{');
    members(tree);
    end('}');
  } else if (tree.is_array()) {
    begin('[');
    for (const Json& one : tree) value(one);
    end(']');
  } else if (tree.is_string()) {
    text(tree.get_ref<const std::string&>());
  } else {
    before_value();
    text_ += tree.dump();
  }
}

void JsonWriter::finish() {
  text_ += '\n';
  take_(text_);
  text_.clear();
}

}  // namespace aver::cli
