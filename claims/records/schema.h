// SPDX-License-Identifier: MIT
//
// The one table that says which keys a record has, and all that is known of each: its type, what it
// means, how it is merged and compared, and under which name and where every output shows it.
//
// Reader, writer, text, JSON, rows, the SQLite export, has: and no: of a query, diff and merge go
// by it: a new key is a member in records.h, a row in schema.cpp and a line in FORMAT.md. What no
// row says is a command's own: which options set a key, and which rule of check.cpp is about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "claims/records/records.h"

namespace aver::claims::schema {

enum class Type {
  text,  // may have several lines
  line,  // one line
  id,    // of a claim, an actor or a source
  word,  // one of `choices`
  date,
  moment,  // a date or an instant
  url,
  lines,  // a list of lines
  set,    // a list of lines without order, kept sorted
  ids,    // a list of ids
  urls,
  flag,       // true, or absent
  integer,    // from `low` to `high`
  digest,     // 64 lower-case hex digits
  file_name,  // of a file beside the record
  stance,     // a stance's name, or its whole id
  tables,
};

// Keys that say one thing together, for a merge: a change of one on one side and of another on the
// other is a conflict.
enum class Group { none, evidence, correction, capture };

// What a stance's file that was rewritten in place has changed by the key, for a diff.
enum class Matter { other, evidence, position };

// Where an output shows a key. Those that say nothing stand in the table's order under the key.
struct OutputPlace {
  bool at_all = true;
  std::string_view name{};    // where it is not the key
  std::string_view before{};  // the key it is put before, where that is not the table's order
};
inline constexpr OutputPlace kHidden{.at_all = false};
inline constexpr std::string_view kEnd = "(end)";  // for `before`

// A key of a row for spreadsheets (claims/exchange/csv/stance_sheet).
struct Cell {
  std::string_view meaning{};  // one line; "" where the name says it
  std::string_view
      before{};  // as in OutputPlace; a new key takes kEnd, for columns keep their places
};

struct KeyTraits {
  std::string_view key;
  Type type = Type::line;
  bool required = false;
  std::vector<std::string_view> choices{};  // of a word
  int low = 0;                              // of an integer
  int high = 0;
  std::string_view meaning{};  // one line, for editors that complete records
  Group group = Group::none;
  Matter matter = Matter::other;  // of a stance
  int since = 1;                  // the first format that has the key
  bool timed = false;             // a date that may state a time
  bool unordered = false;         // lines that merge by their elements; other types say it
  std::string_view has{};         // the word of has: and no: in a query; "" where there is none
  OutputPlace json{};             // never hidden
  OutputPlace text{};             // below the heading of "show"; "_" of a key becomes a blank
  std::optional<Cell> row{};      // of a stance: where rows have it
  bool column = true;             // of the SQLite export, in the order of rows
};

template <class Record>
using Member =
    std::variant<std::string Record::*, std::vector<std::string> Record::*, Date Record::*,
                 std::optional<Date> Record::*, std::optional<Moment> Record::*,
                 std::optional<int> Record::*, std::vector<Relation> Record::*,
                 std::vector<Role> Record::*, std::vector<Archived> Record::*,
                 std::vector<Recapture> Record::*, std::vector<Reviewed> Record::*,
                 std::vector<Evidence> Record::*, std::vector<Formerly> Record::*, bool Record::*>;

template <class Record>
struct Field : KeyTraits {
  Field(KeyTraits traits, Member<Record> of) : KeyTraits(std::move(traits)), member(of) {}

  Member<Record> member;

  // Calls `use` with the record's value of the key.
  template <class Use>
  decltype(auto) with(const Record& record, Use&& use) const {
    return std::visit([&](auto at) -> decltype(auto) { return use(record.*at); }, member);
  }

  bool equal(const Record& a, const Record& b) const {
    return std::visit([&](auto at) { return a.*at == b.*at; }, member);
  }
};

// The keys of a record, or of a table in one, in canonical order: values, then lists of tables. The
// argument only chooses the record.
template <class Record>
struct Of {};
const std::vector<Field<Claim>>& fields(Of<Claim>);
const std::vector<Field<Relation>>& fields(Of<Relation>);
const std::vector<Field<Stance>>& fields(Of<Stance>);
const std::vector<Field<Evidence>>& fields(Of<Evidence>);  // each as in a stance
const std::vector<Field<Formerly>>& fields(Of<Formerly>);
const std::vector<Field<Actor>>& fields(Of<Actor>);
const std::vector<Field<Role>>& fields(Of<Role>);
const std::vector<Field<Source>>& fields(Of<Source>);
const std::vector<Field<Archived>>& fields(Of<Archived>);
const std::vector<Field<Recapture>>& fields(Of<Recapture>);
const std::vector<Field<Review>>& fields(Of<Review>);
const std::vector<Field<Reviewed>>& fields(Of<Reviewed>);

// Rows of the table that an output shows, in its order. Pointers into fields().
template <class Record>
using Rows = std::vector<const Field<Record>*>;

// Puts the rows that `place` shows into the order that it asks for.
// `place`: const KeyTraits& -> OutputPlace.
template <class Record, class Place>
Rows<Record> arranged(const Place& place) {
  const std::vector<Field<Record>>& all = fields(Of<Record>{});
  Rows<Record> rows;
  const auto stays = [](const OutputPlace& shown) { return shown.at_all && shown.before.empty(); };
  for (const Field<Record>& field : all) {
    if (stays(place(field))) rows.push_back(&field);
  }
  for (const Field<Record>& field : all) {
    const OutputPlace shown = place(field);
    if (!shown.at_all || shown.before.empty()) continue;
    auto at = rows.begin();
    while (at != rows.end() && (*at)->key != shown.before) ++at;
    rows.insert(at, &field);
  }
  return rows;
}

template <class Record>
const Rows<Record>& in_json() {
  static const Rows<Record> rows = arranged<Record>([](const KeyTraits& key) { return key.json; });
  return rows;
}

template <class Record>
const Rows<Record>& in_text() {
  static const Rows<Record> rows = arranged<Record>([](const KeyTraits& key) { return key.text; });
  return rows;
}

// Of a stance: in rows for spreadsheets.
const Rows<Stance>& in_rows();

// In the SQLite export; lists of tables never are.
template <class Record>
const Rows<Record>& in_columns() {
  static const Rows<Record> rows = arranged<Record>([](const KeyTraits& key) {
    return OutputPlace{.at_all = key.column && key.type != Type::tables,
                       .before = key.row ? key.row->before : std::string_view{}};
  });
  return rows;
}

}  // namespace aver::claims::schema
