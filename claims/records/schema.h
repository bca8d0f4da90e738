// SPDX-License-Identifier: MIT
//
// The one table that says which keys a record has. Private to the codec: reader, writer and
// everything that lists keys go by it.
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

template <class Record>
using Member =
    std::variant<std::string Record::*, std::vector<std::string> Record::*, Date Record::*,
                 std::optional<Date> Record::*, std::optional<Moment> Record::*,
                 std::optional<int> Record::*, std::vector<Relation> Record::*,
                 std::vector<Role> Record::*, std::vector<Archived> Record::*,
                 std::vector<Recapture> Record::*, std::vector<Reviewed> Record::*, bool Record::*>;

template <class Record>
struct Field {
  // A constructor, because g++ 12 fails on a default initialiser of `choices` in a template.
  Field(std::string_view k, Type t, Member<Record> m, bool r = false,
        std::vector<std::string_view> c = std::vector<std::string_view>(), int l = 0, int h = 0)
      : key(k), type(t), member(m), required(r), choices(std::move(c)), low(l), high(h) {}

  std::string_view key;
  Type type;
  Member<Record> member;
  bool required;
  std::vector<std::string_view> choices;  // of a word
  int low;                                // of an integer
  int high;
};

// The keys of a record, or of a table in one, in canonical order: values, then lists of tables. The
// argument only chooses the record.
template <class Record>
struct Of {};
const std::vector<Field<Claim>>& fields(Of<Claim>);
const std::vector<Field<Relation>>& fields(Of<Relation>);
const std::vector<Field<Stance>>& fields(Of<Stance>);
const std::vector<Field<Actor>>& fields(Of<Actor>);
const std::vector<Field<Role>>& fields(Of<Role>);
const std::vector<Field<Source>>& fields(Of<Source>);
const std::vector<Field<Archived>>& fields(Of<Archived>);
const std::vector<Field<Recapture>>& fields(Of<Recapture>);
const std::vector<Field<Review>>& fields(Of<Review>);
const std::vector<Field<Reviewed>>& fields(Of<Reviewed>);

// What a key means, in one line. `record` is "claim", …, or the key of the list that a table is in.
std::string_view meaning(std::string_view record, std::string_view key);

}  // namespace aver::claims::schema
