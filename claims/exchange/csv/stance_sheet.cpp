// SPDX-License-Identifier: MIT
//
// The columns: what the table of keys (claims/records/schema.h) says of a stance, and what only a
// row says, each behind the key that it explains.
#include "claims/exchange/csv/stance_sheet.h"

#include "claims/records/schema.h"
#include "claims/records/values.h"

namespace aver::claims {
namespace {

struct SheetRow {
  const Stance& stance;
  const StanceContext& context;
  const Vocabulary& vocabulary;
  Meaning meaning;  // of the position

  std::string_view word() const { return vocabulary.canonical(stance.position); }
};

// A column that is no key of the stance's file.
struct Extra {
  std::string_view behind;  // the key; "" where it stands before all keys
  Column column;
  std::string (*cell)(const SheetRow& row);
};

const std::vector<Extra>& extras() {
  static const std::vector<Extra> all = {
      {"", {"claim", "the claim's id"}, [](const SheetRow& row) { return row.stance.claim; }},
      {"",
       {"text", "the claim"},
       [](const SheetRow& row) { return row.context.claim ? row.context.claim->text : ""; }},
      {"",
       {"kind", "of the claim"},
       [](const SheetRow& row) { return row.context.claim ? row.context.claim->kind : ""; }},
      {"",
       {"tags", "of the claim"},
       [](const SheetRow& row) {
         return row.context.claim ? schema::cell(row.context.claim->tags) : "";
       }},
      {"", {"stance", "the stance's id"}, [](const SheetRow& row) { return row.stance.id(); }},
      {"holder",
       {"holder_name", "its name"},
       [](const SheetRow& row) { return row.context.holder_name; }},
      {"position",
       {"scale", "that the word stands on"},
       [](const SheetRow& row) { return row.meaning ? row.meaning.scale->name : ""; }},
      {"held",
       {"held_first", "the first day that it may mean"},
       [](const SheetRow& row) { return to_string(row.stance.held.earliest()); }},
      {"held",
       {"held_last", "the last day that it may mean"},
       [](const SheetRow& row) { return to_string(row.stance.held.latest()); }},
      {"held",
       {"in_force",
        "yes: the holder's position on the day asked for; possible: it may be; lapsed: it was the "
        "last, and has ended; else no"},
       [](const SheetRow& row) -> std::string {
         return row.context.standing == StanceStatus::in_force   ? "yes"
                : row.context.standing == StanceStatus::possible ? "possible"
                : row.context.standing == StanceStatus::lapsed   ? "lapsed"
                                                                 : "no";
       }},
      {"held",
       {"standing",
        "in-force, possible, lapsed, earlier, later, corrected, ended, retracted, retraction, "
        "check"},
       [](const SheetRow& row) { return std::string(to_string(row.context.standing)); }},
      {"source",
       {"source_title", "its title"},
       [](const SheetRow& row) { return row.context.source_title; }},
      {"source",
       {"source_url", "its URL"},
       [](const SheetRow& row) { return row.context.source_url; }},
  };
  return all;
}

// Either a key or an extra.
struct ColumnSource {
  Column column;
  const schema::Field<Stance>* field = nullptr;
  const Extra* extra = nullptr;
};

const std::vector<ColumnSource>& sources() {
  static const std::vector<ColumnSource> all = [] {
    std::vector<ColumnSource> to;
    const auto add_behind = [&](std::string_view key) {
      for (const Extra& extra : extras()) {
        if (extra.behind == key) to.push_back({extra.column, nullptr, &extra});
      }
    };
    add_behind("");
    for (const schema::Field<Stance>* field : schema::in_rows()) {
      to.push_back({{field->key, field->row->meaning}, field, nullptr});
      add_behind(field->key);
    }
    return to;
  }();
  return all;
}

std::string cell(const ColumnSource& from, const SheetRow& row) {
  if (from.extra != nullptr) return from.extra->cell(row);
  if (from.column.name == "position") return std::string(row.word());  // by its name of today
  return from.field->with(row.stance, [](const auto& value) { return schema::cell(value); });
}

}  // namespace

const std::vector<Column>& stance_columns() {
  static const std::vector<Column> all = [] {
    std::vector<Column> columns;
    for (const ColumnSource& source : sources()) columns.push_back(source.column);
    return columns;
  }();
  return all;
}

std::vector<std::string> stance_cells(const Stance& stance, const StanceContext& context,
                                      const Vocabulary& vocabulary) {
  const SheetRow row{stance, context, vocabulary, vocabulary.find(stance.position)};
  std::vector<std::string> cells;
  cells.reserve(sources().size());
  for (const ColumnSource& source : sources()) cells.push_back(cell(source, row));
  return cells;
}

}  // namespace aver::claims
