// SPDX-License-Identifier: MIT
//
// TOML text <-> a tree of values with their places. The only user of toml++.
//
// Knows TOML, not records: which keys a record has is codec's business. Reading keeps the file's
// order and exact places; writing is canonical (claims/FORMAT.md, "Canonical form") and never goes
// through toml++'s formatter, which loses data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "claims/text/date.h"
#include "claims/text/diagnostic.h"

namespace aver::claims::toml {

struct Entry;
struct Value;
using Array = std::vector<Value>;
using Table = std::vector<Entry>;  // in the order of the file

// A time or a date-time, as RFC 3339 text: "2024-11-01T09:30:00Z".
struct Time {
  std::string text;
  friend bool operator==(const Time&, const Time&) = default;
};

// Where a value stands: its place, and its bytes [begin, end) in the text it was read from. For a
// table or an array of tables that is the header's. Not part of a value's equality.
struct Span {
  Place place;
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) { return true; }
};

struct Value {
  std::variant<std::string, std::int64_t, double, bool, Day, Time, Array, Table> data;
  Span span;

  friend bool operator==(const Value&, const Value&) = default;
};

struct Entry {
  std::string key;
  Value value;
  Span key_span;

  friend bool operator==(const Entry&, const Entry&) = default;
};

// Returns the value of `key`, or null.
const Value* find(const Table& table, std::string_view key);

// "a string", "a date", "an array", …: what a diagnostic calls the value's type.
std::string_view type_name(const Value& value);

struct Parsed {
  Table root;
  Diagnostics problems;  // rules "toml/…"; toml++ stops at the first, so there is one at most
};

// Reads a whole file. Refuses, before toml++ sees it, what would crash it or is no TOML at all:
// more than 1 MiB, more than 1000 dots in a key and those around it (its destructor recurses),
// bytes that are not UTF-8. A byte order mark is accepted. `file` is only named in the problems.
Parsed parse(std::string_view text, std::string_view file);

// Returns the canonical text of `table`, keys in the order given: values first, then tables, then
// arrays of tables. parse() reads it back equal.
std::string write(const Table& table);

// Sorts the keys as write() groups them: values, tables, lists of tables; by bytes within each, and
// in the tables within, too. So writing and reading back gives the same order.
void sort_keys(Table& table);

// Returns the canonical text of one value, as it stands behind "key = ".
std::string write(const Value& value);

// A date as a record has it: a full date, alone or with its time, as TOML's own; any other as text.
Value value_of(const Date& date);

// Returns `text` with the value of the top-level `key` replaced, inserted (behind the last key that
// stands before it in `key_order`) or, for nullopt, removed with its line; comments and layout
// elsewhere stay byte for byte. Returns nothing where that cannot be done safely; then write
// canonically.
std::optional<std::string> edit_value(std::string_view text, std::string_view key,
                                      const std::optional<Value>& value,
                                      const std::vector<std::string_view>& key_order);

// Returns `text` with one more table of the list `key` at its end: "[[key]]" and what is in it.
// Returns nothing where the text has that list in another form.
std::optional<std::string> append_table(std::string_view text, std::string_view key,
                                        const Table& table);

// True where the text has a comment, which a canonical rewrite would lose.
bool has_comments(std::string_view text);

}  // namespace aver::claims::toml
