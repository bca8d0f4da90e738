// SPDX-License-Identifier: MIT
//
// What can be asked of any value of a record, whatever its key: whether it is given, and how it
// stands in a cell. For those who walk the table of keys (schema.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/records.h"

namespace aver::claims::schema {

// False where the value says no more than that the key is absent.
inline bool is_given(const std::string& text) { return !text.empty(); }
inline bool is_given(bool flag) { return flag; }
inline bool is_given(const Date&) { return true; }
template <class T>
bool is_given(const std::optional<T>& value) {
  return value.has_value();
}
template <class T>
bool is_given(const std::vector<T>& list) {
  return !list.empty();
}

// The words with `between` in between.
std::string joined(const std::vector<std::string>& words, std::string_view between);

// A value as one cell of a row: lists are joined by "; ", a flag is "yes". Absent is empty. Other
// lists of tables than further evidence have no cell.
inline std::string cell(const std::string& text) { return text; }
inline std::string cell(const Date& date) { return to_string(date); }
inline std::string cell(int number) { return std::to_string(number); }
inline std::string cell(bool flag) { return flag ? "yes" : ""; }
inline std::string cell(const Moment& moment) { return to_string(moment); }
inline std::string cell(const std::vector<std::string>& words) { return joined(words, "; "); }
template <class T>
std::string cell(const std::optional<T>& value) {
  return value ? cell(*value) : std::string();
}
template <class Table>
std::string cell(const std::vector<Table>&) {
  return "";
}
// Further evidence is a JSON list, each an object with the keys that it has, as in the file.
std::string cell(const std::vector<Evidence>& further);

// The cell of a stance's key. REQUIRES: a stance has it.
std::string cell_of(const Stance& stance, std::string_view key);

}  // namespace aver::claims::schema
