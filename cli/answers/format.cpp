// SPDX-License-Identifier: MIT
//
// The table of the words of --format.
#include "cli/answers/format.h"

namespace aver::cli {
namespace {

struct FormatWord {
  Format format;
  std::string_view word;
  bool of_rows = false;  // made of an answer's sheet
};

constexpr FormatWord kWords[] = {
    {Format::text, "text"},
    {Format::json, "json"},
    {Format::jsonl, "jsonl", true},
    {Format::csv, "csv", true},
    {Format::markdown, "markdown", true},
    {Format::github, "github"},
    {Format::sarif, "sarif"},
    {Format::svg, "svg"},
};

}  // namespace

std::string_view to_string(Format format) {
  for (const FormatWord& row : kWords) {
    if (row.format == format) return row.word;
  }
  return "";
}

std::optional<Format> format_named(std::string_view word) {
  for (const FormatWord& row : kWords) {
    if (row.word == word) return row.format;
  }
  return std::nullopt;
}

const std::vector<Format>& plain_formats() {
  static const std::vector<Format> formats = {Format::text, Format::json};
  return formats;
}

const std::vector<Format>& row_formats() {
  static const std::vector<Format> formats = [] {
    std::vector<Format> all = plain_formats();
    for (const FormatWord& row : kWords) {
      if (row.of_rows) all.push_back(row.format);
    }
    return all;
  }();
  return formats;
}

const std::vector<Format>& picture_formats() {
  static const std::vector<Format> formats = [] {
    std::vector<Format> all = row_formats();
    all.push_back(Format::svg);
    return all;
  }();
  return formats;
}

std::string listed(const std::vector<Format>& formats) {
  std::string text;
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (i > 0) text += i + 1 == formats.size() ? " or " : ", ";
    text += to_string(formats[i]);
  }
  return text;
}

}  // namespace aver::cli
