// SPDX-License-Identifier: MIT
//
// CSV text <-> rows of fields, by RFC 4180 and nothing looser: what is not quoted as it should be
// is refused with its place, never guessed at. Bytes are asked for as they are needed, and memory
// follows the longest row, not the file.
//
// Knows fields, not records: the meaning of a column is in mapping.h. No text is changed: blanks,
// control characters and composition (NFC, NFD) stay as they are.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/diagnostic.h"

namespace aver::claims::csv {

struct Format {
  char delimiter = ',';
  bool quotes = true;  // false: a quote mark is a character like any other, and a line is a row
};

// Writes at most `size` bytes to `to` and returns how many; 0 at the end.
using More = std::function<std::size_t(char* to, std::size_t size)>;

// More of a text in memory, which must outlive it.
More more_of(std::string_view text);

inline constexpr std::size_t kLongestRow = std::size_t{16} << 20;

// A row as it was read. The views hold until the next row is read.
struct Row {
  std::vector<std::string_view> fields;
  unsigned line = 0;     // it begins on
  bool blank = false;    // a line with nothing on it: a row of one empty field
  std::string_view raw;  // its bytes, line end included; empty where it was too long to keep
  // Rules "csv/…", without a file; with an error, the fields are not to be used.
  Diagnostics problems;

  // Where a field begins: at its quote mark, where it has one.
  Place place(std::size_t field) const;

  std::vector<std::size_t> begins;  // of the fields, in `raw`
};

class Reader {
 public:
  explicit Reader(More more, Format format = {}, std::size_t longest = kLongestRow);

  // Reads the next row; returns false at the end. After a row with an error the reading goes on
  // with the next line, where there is one.
  bool next(Row& row);

 private:
  struct Field {
    std::size_t begin = 0;  // in the row; of what is between the quote marks
    std::size_t end = 0;
    bool escaped = false;  // has "" in it
  };

  bool has(std::size_t at) { return begin_ + at < end_ || refill(at); }
  char byte(std::size_t at) const { return buffer_[begin_ + at]; }
  bool refill(std::size_t at);
  void start(Row& row);
  bool read_quoted(std::size_t& at, Field& field, Row& row);
  bool read_plain(std::size_t& at, Field& field, Row& row);
  void skip_line(std::size_t& at);
  void skip_row(std::size_t& at, bool in_quotes, Row& row);
  void finish(Row& row, std::size_t size);
  void check_text(Row& row);
  Place place_at(std::size_t at) const;

  More more_;
  Format format_;
  std::size_t longest_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of the row, in the buffer
  std::size_t end_ = 0;
  bool ended_ = false;
  bool started_ = false;
  unsigned line_ = 1;   // the row begins on
  unsigned lines_ = 0;  // that end within the row
  std::vector<Field> fields_;
  std::string unescaped_;
};

// How rows are written.
struct Form {
  char delimiter = ',';
  // Puts a "'" before a field that a spreadsheet would run as a formula: one that begins with = + -
  // @, tab or CR. That changes the field, so it is for files that only people look at.
  bool guard = false;
};

// Appends a row and its line end (CR LF, as RFC 4180 has it). Fields are quoted where they must be;
// without a guard, Reader reads the same fields back.
void append_row(std::string& to, const std::vector<std::string_view>& fields,
                const Form& form = {});

}  // namespace aver::claims::csv
