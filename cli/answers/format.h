// SPDX-License-Identifier: MIT
//
// The formats that answers are printed in, and the words of --format for them: the one place that
// reads and writes those words. To add one: a value here, its row in format.cpp, and its function
// in cli/render/, called by print (cli/session/print.h) or, where it is one of rows, by in_rows
// (cli/render/rows/sheet.h). The compiler names each switch that lacks it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aver::cli {

enum class Format { text, json, jsonl, csv, markdown, github, sarif, svg };

std::string_view to_string(Format format);

// Returns the format of that word, or nothing.
std::optional<Format> format_named(std::string_view word);

// What most answers come in.
const std::vector<Format>& plain_formats();  // text, json
// What answers that have a sheet come in: the plain ones, and those of rows.
const std::vector<Format>& row_formats();
// What answers over time come in: those, and a picture.
const std::vector<Format>& picture_formats();

// "text, json or markdown".
std::string listed(const std::vector<Format>& formats);

}  // namespace aver::cli
