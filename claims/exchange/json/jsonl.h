// SPDX-License-Identifier: MIT
//
// The files of a store <-> JSON Lines, without loss: one line a file. A record is a line of values;
// where its file is laid out in another than the canonical way, or has comments, the file's text
// goes along. All other files (aver.toml, captures) are lines of their own. The form of a line:
// claims/FORMAT.md, "JSON Lines".
//
// Reports the errors that a line alone can show; whether a holder exists is for check to find.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "claims/exchange/json/json.h"
#include "claims/text/diagnostic.h"
#include "claims/text/id.h"

namespace aver::claims::jsonl {

inline constexpr std::string_view kSchema = "aver.record/1";

enum class Mode { plain, executable, link };  // of a link, the bytes are where it leads

struct File {
  std::string path;  // from the store's root
  std::string bytes;
  Mode mode = Mode::plain;
  std::optional<RecordRef> record;  // where the line was one of a record

  friend bool operator==(const File&, const File&) = default;
};

// Appends the line of a file, with its line break.
void append_line(std::string& to, std::string_view path, std::string_view bytes,
                 Mode mode = Mode::plain);

// A line that was read. `file` is absent where `problems` has an error. The problems name the
// record's path, as far as it is known, and a place in the JSON text.
struct JsonLine {
  std::optional<File> file;
  Diagnostics problems;
  unsigned number = 0;
  std::string text;  // the line itself, without its line break; for a file of rejects
};

JsonLine read_line(std::string_view line, unsigned number);

// A line is at most this long: a capture of 64 MiB is shorter in base64.
inline constexpr std::size_t kLongestLine = std::size_t{96} << 20;

// Passes every line that is not blank to `take`, until it returns false. An overlong line gives one
// problem, and is not kept in memory.
void read(const json::More& more, const std::function<bool(JsonLine&&)>& take);

}  // namespace aver::claims::jsonl
