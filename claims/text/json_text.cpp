// SPDX-License-Identifier: MIT
//
// Runs of plain ASCII, which is most of any text, are copied whole.
#include "claims/text/json_text.h"

#include <cstdio>

#include "claims/text/code_points.h"
#include "claims/text/hidden.h"

namespace aver::claims::json {
namespace {

void append_escape(std::string& to, char32_t point) {
  char buffer[16];
  const auto value = static_cast<unsigned>(point);
  if (value > 0xFFFF) {
    const unsigned rest = value - 0x10000;
    std::snprintf(buffer, sizeof buffer, "\\u%04x\\u%04x", 0xD800 + (rest >> 10),
                  0xDC00 + (rest & 0x3FFu));
  } else {
    std::snprintf(buffer, sizeof buffer, "\\u%04x", value);
  }
  to += buffer;
}

// Appends the code point at `at`, which is no ASCII, and moves on.
void append_beyond_ascii(std::string& to, std::string_view text, std::size_t& at) {
  const CodePoint point = decode(text, at);
  if (!point.valid() || is_hidden(point.value)) {
    append_escape(to, point.value);
  } else {
    to.append(text, at, point.bytes);
  }
  at += point.bytes;
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' && c != '<';
}

}  // namespace

void append_string(std::string& to, std::string_view text) {
  to += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(text[end])) ++end;
    to.append(text, at, end - at);
    at = end;
    if (at == text.size()) break;
    const char c = text[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      append_beyond_ascii(to, text, at);
      continue;
    }
    if (c == '"' || c == '\\') {
      to += '\\';
      to += c;
    } else if (c == '\n') {
      to += "\\n";
    } else if (c == '\t') {
      to += "\\t";
    } else {
      append_escape(to, static_cast<unsigned char>(c));
    }
    ++at;
  }
  to += '"';
}

std::string string(std::string_view text) {
  std::string to;
  append_string(to, text);
  return to;
}

std::string escape_hidden(std::string_view text) {
  std::string to;
  to.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x7F) ++end;
    to.append(text, at, end - at);
    at = end;
    if (at == text.size()) break;
    if (text[at] == 0x7F) {
      append_escape(to, 0x7F);
      ++at;
    } else {
      append_beyond_ascii(to, text, at);
    }
  }
  return to;
}

}  // namespace aver::claims::json
