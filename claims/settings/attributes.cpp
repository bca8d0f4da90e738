// SPDX-License-Identifier: MIT
//
// The table of attributes, and what it means for one path.
#include "claims/settings/attributes.h"

namespace aver::claims {
namespace {

struct AttributeRow {
  std::string_view pattern;
  std::string_view line_ends;
  std::string_view drivers;
  bool overridden = false;  // an earlier line of a file of our own says something else
};

// Captures keep their bytes whatever the user's line-end settings are: their SHA-256 is on record.
constexpr AttributeRow kRows[] = {
    {"sources/**", "-text", ""},
    {"sources/**/*.toml", "text eol=lf", "merge=aver diff=aver", true},
    {"claims/**/*.toml", "text eol=lf", "merge=aver diff=aver"},
    {"actors/**/*.toml", "text eol=lf", "merge=aver diff=aver"},
    {"reviews/**/*.toml", "text eol=lf", "merge=aver diff=aver"},
};

// In a file of our own one line says it for aver.toml, too.
constexpr std::string_view kAllToml = "*.toml text eol=lf\n";
constexpr std::string_view kSettings = "aver.toml text eol=lf\n";

void append(std::string& to, std::string_view word) {
  if (word.empty()) return;
  to += ' ';
  to += word;
}

bool is_capture(std::string_view path) {
  return path.starts_with("sources/") && !path.ends_with(".toml");
}

}  // namespace

std::string own_attributes() {
  std::string text(kAllToml);
  for (const AttributeRow& row : kRows) {
    text += row.pattern;
    if (row.overridden || row.drivers.empty()) append(text, row.line_ends);
    append(text, row.drivers);
    text += '\n';
  }
  return text;
}

std::string added_attributes() {
  std::string text(kSettings);
  for (const AttributeRow& row : kRows) {
    text += row.pattern;
    append(text, row.line_ends);
    append(text, row.drivers);
    text += '\n';
  }
  return text;
}

std::string driver_attributes() {
  std::string text;
  for (const AttributeRow& row : kRows) {
    if (row.drivers.empty()) continue;
    text += row.pattern;
    append(text, row.drivers);
    text += '\n';
  }
  return text;
}

const std::vector<std::string_view>& attribute_probes() {
  static const std::vector<std::string_view> paths = {
      "sources/x/x.txt",  "sources/x/x.html", "sources/x/x.pdf",     "sources/x.txt",
      "sources/x/x.toml", "aver.toml",        "claims/x/claim.toml", "claims/x/2024-x.toml",
      "actors/x.toml",    "reviews/x/x.toml"};
  return paths;
}

const std::vector<std::string_view>& attribute_names() {
  static const std::vector<std::string_view> names = {"text", "eol", "ident",
                                                      "working-tree-encoding"};
  return names;
}

std::string conversion(std::string_view path, const std::vector<std::string>& values) {
  const auto is = [&](std::size_t at) {
    return std::string(attribute_names()[at]) + " is " + values[at];
  };
  constexpr std::size_t kText = 0, kEol = 1, kIdent = 2, kEncoding = 3;
  if (values[kIdent] == "set") return is(kIdent);
  if (values[kEncoding] != "unspecified" && values[kEncoding] != "unset") return is(kEncoding);
  if (values[kText] == "unset") return "";
  if (is_capture(path)) return is(kText);
  return values[kEol] == "lf" ? "" : is(kEol);
}

}  // namespace aver::claims
