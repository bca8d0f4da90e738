// SPDX-License-Identifier: MIT
//
// Laying text out in columns of a terminal: safe, measured, wrapped, aligned.
//
// Text from files and git goes through safe() or safe_line() first; what is painted (Output::paint)
// may then be measured and wrapped: colour codes count as nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aver::cli {

// Returns `text` with everything taken out that a terminal would obey or hide: control characters
// become pictures (U+2400…), other hidden ones (claims/text/hidden.h) "<U+XXXX>", bad UTF-8 U+FFFD.
// Joiners stay within words and emoji that are shaped by them. Keeps newlines; a tab becomes a
// blank.
std::string safe(std::string_view text);

// The same on one line: newlines become blanks, too.
std::string safe_line(std::string_view text);

// The text with the glyphs that aver itself draws with (lines, dots, ellipses) in ASCII, column for
// column, for terminals without UTF-8; all else stays.
std::string without_glyphs(std::string_view text);

// Columns that the text takes; wide characters count two, combining marks none.
int width_of(std::string_view text);

// Breaks `text` into lines of at most `width` columns, at blanks where there are any.
std::vector<std::string> wrap(std::string_view text, int width);

// `text` wrapped, each line behind `indent` blanks, the first behind `first` instead; ends in a
// newline.
std::string paragraph(std::string_view text, int width, int indent, std::string_view first);
std::string paragraph(std::string_view text, int width, int indent);

// `text` wrapped, each line but the first behind `indent` blanks; ends in a newline.
std::string hanging(std::string_view text, int width, int indent);

std::string padded(std::string_view text, int width);

// The beginning of the text that fits into `width` columns, with no mark of a cut.
std::string fitting(std::string_view text, int width);

// At most `width` columns of the text, with "…" where something was cut.
std::string shortened(std::string_view text, int width);

// Rows of cells, aligned; the last cell of a row is wrapped beside its column, or, where less than
// a third of the width is left for it, below.
class Columns {
 public:
  explicit Columns(int width, int indent = 0) : width_(width), indent_(indent) {}
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }
  std::string text() const;

 private:
  int width_;
  int indent_;
  std::vector<std::vector<std::string>> rows_;
};

// "1 claim", "3 claims".
std::string counted(std::size_t count, std::string_view one, std::string_view many = "");

// "4.1 MB", "30 kB".
std::string size_on_disk(std::uintmax_t bytes);

}  // namespace aver::cli
