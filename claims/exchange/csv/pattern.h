// SPDX-License-Identifier: MIT
//
// Patterns of a mapping: text with holes that the cells of a row go into, "un/{session}/{rcid}",
// and the forms that dates are written in.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/date.h"

namespace aver::claims::mapping {

// What a hole does with its cell.
enum class PatternFilter {
  none,   // text as it is; in an id, a segment made of it (stable_slug)
  slug,   // a segment, in texts too
  as_id,  // the cell is an id already: its "/" part segments
  year,   // the year that is in a date
  hash,   // two hex digits: 256 folders, whatever the cells are
  first,  // the first character of the segment: some 36 folders
};

struct Choice {
  std::string name;  // of a column; or the text, where it is a literal
  bool literal = false;
  PatternFilter filter = PatternFilter::none;
  std::size_t column = 0;  // once bound
};

// Literal text, or a hole: its choices in turn, the first that has a value counts.
struct PatternPiece {
  std::string text;
  std::vector<Choice> choices;  // empty: literal text
};

// The cell of a column; empty where it is absent.
using Cell = std::function<std::string_view(std::size_t column)>;

class Pattern {
 public:
  // Reads "{column}", "{column:filter}", "{column|other|"text"}", "{'odd: name'}"; "{{" and "}}"
  // are braces. Returns what is wrong, or "" where nothing is.
  std::string read(std::string_view text);

  // Gives each column its number, or names the first that is unknown.
  std::optional<std::string> bind(
      const std::function<std::optional<std::size_t>(const std::string& name)>& column_of);

  // Returns the text, or nothing where a hole has no value. `as_id`: cells become segments.
  std::optional<std::string> fill(const Cell& cell, bool as_id = false) const;

  // Appends the columns it uses.
  void columns(std::vector<std::size_t>& to) const;

 private:
  std::vector<PatternPiece> pieces_;
};

// A form of dates: YYYY; MM, M (one digit or two); DD, D; MMM (an English month's name or its first
// three letters); "*" for an ignored rest; "ISO" for what parse_date() reads; all else stands for
// itself.
class DateForm {
 public:
  std::string read(std::string_view form);  // what is wrong with the form, or ""
  const std::string& text() const { return form_; }

  // Returns the date, or nothing and `problem` where the text is none of this form.
  std::optional<Date> parse(std::string_view text, std::string& problem) const;

 private:
  std::string form_;
};

}  // namespace aver::claims::mapping
