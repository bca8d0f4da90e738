// SPDX-License-Identifier: MIT
//
// Fills the patterns of a mapping with the cells of one row after the other. Values carry the
// number of their cell in place of a line and column; the true place, which costs a look at the
// whole row, is made only for a value that has a problem.
#include "claims/exchange/csv/mapper.h"

#include <algorithm>
#include <charconv>
#include <type_traits>

#include "claims/exchange/json/json.h"
#include "claims/text/ascii.h"
#include "claims/text/lines.h"
#include "claims/text/similar.h"

namespace aver::claims::mapping {
namespace {

// Places of cells stand in for true ones, which cost a look at the whole row.
constexpr unsigned kCell = 0x40000000;
constexpr std::size_t kShown = 60;  // bytes of a cell in a sentence
constexpr std::size_t kMemory = std::size_t{8} << 20;

// "2024-11-01T09:30:00Z", "2024-11-01 09:30:00.5+01:00": what TOML has for a date with a time.
bool is_time(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00";
  if (text.size() < kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool good = kForm[i] == '0'   ? is_digit(text[i])
                      : kForm[i] == 'T' ? text[i] == 'T' || text[i] == ' '
                                        : text[i] == kForm[i];
    if (!good) return false;
  }
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  if (two(11) > 23 || two(14) > 59 || two(17) > 59) return false;
  std::string_view rest = text.substr(kForm.size());
  if (rest.starts_with('.')) {
    const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    if (end == 1 || end > 10) return false;
    rest.remove_prefix(end);
  }
  if (rest.empty() || rest == "Z") return true;
  return rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && is_digit(rest[1]) &&
         is_digit(rest[2]) && rest[3] == ':' && is_digit(rest[4]) && is_digit(rest[5]) &&
         rest.substr(1, 2) < "24" && rest.substr(4, 2) < "60";
}

// The name of a stance without a number. A stance without a valid day or holder gets a placeholder:
// the codec reports its errors.
std::string stance_base(const toml::Table& table) {
  const toml::Value* held = toml::find(table, "held");
  const toml::Value* holder = toml::find(table, "holder");
  const std::string* who = holder ? std::get_if<std::string>(&holder->data) : nullptr;
  if (held == nullptr || who == nullptr || !id_problem(*who).empty()) return "0001-01-01-x";
  if (const Day* day = std::get_if<Day>(&held->data)) return stance_name(Date{*day}, *who);
  const std::string* text = std::get_if<std::string>(&held->data);
  if (const toml::Time* time = std::get_if<toml::Time>(&held->data)) text = &time->text;
  const ParsedDate parsed = parse_date(text ? *text : "");
  return parsed.date ? stance_name(*parsed.date, *who) : "0001-01-01-x";
}

// A JSON value as one of TOML; null is nothing.
std::optional<toml::Value> value_of_json(const json::Node& node, const toml::Span& span) {
  return std::visit(
      [&]<class Data>(const Data& data) -> std::optional<toml::Value> {
        if constexpr (std::is_same_v<Data, std::nullptr_t>) {
          return std::nullopt;
        } else if constexpr (std::is_same_v<Data, json::Array>) {
          toml::Array list;
          for (const json::Node& item : data) {
            if (auto value = value_of_json(item, span)) list.push_back(std::move(*value));
          }
          return toml::Value{std::move(list), span};
        } else if constexpr (std::is_same_v<Data, json::Object>) {
          toml::Table table;
          for (const json::Member& member : data) {
            if (auto value = value_of_json(member.value, span))
              table.push_back({member.key, std::move(*value), span});
          }
          return toml::Value{std::move(table), span};
        } else {
          return toml::Value{data, span};
        }
      },
      node.data);
}

// The tables of a cell that has a JSON list of objects; nothing where it has another thing.
std::optional<toml::Value> tables_of_json(std::string_view text, Place place) {
  json::ByteStream bytes(json::more_of(text));
  Diagnostics problems;
  const std::optional<json::Node> node = json::read(bytes, {}, problems);
  const auto* array = node ? std::get_if<json::Array>(&node->data) : nullptr;
  while (!bytes.ended() && (bytes.peek() == ' ' || bytes.peek() == '\n')) bytes.next();
  const bool is_tables = array != nullptr && bytes.ended() &&
                         std::all_of(array->begin(), array->end(), [](const json::Node& one) {
                           return std::holds_alternative<json::Object>(one.data);
                         });
  if (!is_tables) return std::nullopt;
  return value_of_json(*node, {place, 0, 0});
}

}  // namespace

std::string Joined::set_header(const csv::Row& row, std::string_view key) {
  header_.assign(row.fields.begin(), row.fields.end());
  const auto at = std::find(header_.begin(), header_.end(), key);
  if (at == header_.end()) return "it has no column " + quoted(key, kShown);
  key_ = static_cast<std::size_t>(at - header_.begin());
  return "";
}

std::string Joined::add(const csv::Row& row) {
  if (row.fields.size() != header_.size()) {
    return "the row has " + std::to_string(row.fields.size()) + " fields, and the header " +
           std::to_string(header_.size());
  }
  Entry entry{row.line, {row.fields.begin(), row.fields.end()}};
  bytes_ += row.raw.size() + row.fields.size() * sizeof(std::string);
  const auto [at, fresh] = rows_.emplace(std::string(row.fields[key_]), std::move(entry));
  if (fresh) return "";
  return "the key " + quoted(row.fields[key_], kShown) + " stands in line " +
         std::to_string(at->second.line) + " already";
}

const Joined::Entry* Joined::find(std::string_view key) const {
  const auto at = rows_.find(std::string(key));
  return at == rows_.end() ? nullptr : &at->second;
}

Mapper::Mapper(Mapping mapping, const csv::Row& header, const Joined* joined,
               std::string mapping_file)
    : mapping_(std::move(mapping)), width_(header.fields.size()), joined_(joined) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    const std::string name(header.fields[i]);
    if (!columns_.emplace(name, i).second && !name.empty()) {
      problems_.push_back({Severity::error, InputRule::csv_header, "", header.place(i),
                           "two columns are called " + quoted(name, kShown), ""});
    }
    names.push_back(name);
  }
  if (joined_ != nullptr && mapping_.join) {
    const auto at = columns_.find(mapping_.join->key);
    if (at != columns_.end()) join_column_ = at->second;
    for (std::size_t i = 0; i < joined_->header().size(); ++i) {
      columns_.emplace(joined_->header()[i], width_ + i);  // the first table's columns go first
      names.push_back(joined_->header()[i]);
    }
  }
  const auto column_of = [&](const std::string& name) { return column(name); };
  const auto unknown = [&](const std::string& name, Place place) {
    const std::vector<std::string> near = nearest(name, names, 1);
    std::string all;
    for (const std::string& one : names) all += (all.empty() ? "" : ", ") + one;
    problems_.push_back({Severity::error, InputRule::mapping_column, mapping_file, place,
                         "there is no column " + quoted(name, kShown),
                         near.empty() ? "the columns are " + all
                                      : "did you mean " + quoted(near.front(), kShown) + "?"});
  };
  if (joined_ != nullptr && mapping_.join && !join_column_) {
    unknown(mapping_.join->key, mapping_.join->place);
  }
  const auto bind_rules = [&](auto&& self, std::vector<MappingRule>& rules,
                              std::vector<std::size_t>& used) -> void {
    for (MappingRule& rule : rules) {
      for (Pattern& part : rule.parts) {
        if (const auto name = part.bind(column_of)) unknown(*name, rule.place);
        part.columns(used);
      }
      for (std::vector<MappingRule>& one : rule.tables) self(self, one, used);
    }
  };
  for (Section& section : mapping_.sections) {
    Memory memory;
    if (const auto name = section.id.bind(column_of)) unknown(*name, section.place);
    section.id.columns(memory.columns);
    bind_rules(bind_rules, section.rules, memory.columns);
    std::sort(memory.columns.begin(), memory.columns.end());
    memory.columns.erase(std::unique(memory.columns.begin(), memory.columns.end()),
                         memory.columns.end());
    memory_.push_back(std::move(memory));
  }
}

std::optional<std::size_t> Mapper::column(const std::string& name) const {
  const auto at = columns_.find(name);
  if (at == columns_.end()) return std::nullopt;
  return at->second;
}

std::string_view Mapper::cell(std::size_t column) const {
  if (column < width_) return column < row_->fields.size() ? row_->fields[column] : "";
  return other_ == nullptr ? std::string_view{} : std::string_view(other_->fields[column - width_]);
}

Place Mapper::place_of(std::size_t column) const {
  return {kCell + static_cast<unsigned>(column), 1};
}

Place Mapper::cell_of(const Pattern& pattern) const {
  std::vector<std::size_t> columns;
  pattern.columns(columns);
  return {kCell + static_cast<unsigned>(columns.empty() ? 0 : columns.front()), 1};
}

Place Mapper::place(Place cell, const csv::Row& row, std::string& file) const {
  if (cell.line < kCell) return {row.line, 1};
  const std::size_t column = cell.line - kCell;
  if (column < width_) return row.place(column);
  if (other_ == nullptr || !mapping_.join) return {row.line, 1};
  file = mapping_.join->file;
  return {other_->line, 1};
}

std::string Mapper::mapped(const MappingRule& rule, const std::string& text, Place place,
                           bool& good, MadeRow& to) {
  if (!rule.mapped) return text;
  for (const auto& [from, wanted] : rule.values) {
    if (from == text) return wanted;
  }
  if (rule.keep) return text;
  if (rule.otherwise) return *rule.otherwise;
  good = false;
  std::string known;
  for (std::size_t i = 0; i < rule.values.size() && i < 8; ++i) {
    known += (i > 0 ? ", " : "") + rule.values[i].first;
  }
  to.problems.push_back(
      {Severity::error, InputRule::mapping_value, "", place,
       quoted(text, kShown) + " is not among the values of " + rule.key + ": " + known,
       "add it to the mapping's values, or say what is otherwise"});
  return "";
}

std::optional<toml::Value> Mapper::typed(const MappingRule& rule, std::string text, Place place,
                                         MadeRow& to) {
  const auto error = [&](RuleName broken, std::string sentence) -> std::optional<toml::Value> {
    to.problems.push_back({Severity::error, broken, "", place, std::move(sentence), ""});
    return std::nullopt;
  };
  const toml::Span span{place, 0, 0};
  if (rule.type == "date" || rule.type == "moment") {
    if (rule.type == "moment" && is_time(text) && parse_date(text.substr(0, 10)).date) {
      return toml::Value{toml::Time{std::move(text)}, span};
    }
    std::string problem;
    std::optional<Date> with_time;
    for (const DateForm& form : rule.dates) {
      const std::optional<Date> date = form.parse(text, problem);
      if (date && !date->time()) return toml::Value{toml::value_of(*date).data, span};
      if (date) with_time = date;
    }
    // A form that leaves the time out goes first, wherever it stands.
    if (with_time && rule.timed) return toml::Value{toml::value_of(*with_time).data, span};
    if (with_time) {
      return error(Rule::type_mismatch,
                   quoted(rule.key) + " takes no time: of all dates only \"held\" does");
    }
    return error(Rule::date_impossible, std::move(problem));
  }
  if (rule.type == "integer") {
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc() || end != text.data() + text.size()) {
      return error(Rule::type_mismatch, quoted(text, kShown) + " is no whole number");
    }
    return toml::Value{number, span};
  }
  if (rule.type == "flag") {
    for (const std::string_view yes : {"true", "yes", "1"}) {
      if (text == yes) return toml::Value{true, span};
    }
    for (const std::string_view no : {"false", "no", "0"}) {
      if (text == no) return std::nullopt;
    }
    return error(Rule::type_mismatch, quoted(text, kShown) + " is neither true nor false");
  }
  return toml::Value{std::move(text), span};
}

// A cell becomes a value in one order, whatever the key: words for "nothing" are taken out, the
// pattern is filled, its text is split, each element is mapped, and only then is it read as the
// type of the key. So what a mapping says of a cell can be told from its lines alone. Nothing at
// all is no value and no error: a spreadsheet leaves cells empty, and whether the key was needed is
// the record's to say. A table of which a required key is empty is left out whole, as its constants
// stand in every row.
std::optional<toml::Value> Mapper::value(const MappingRule& rule, const Cell& cell, MadeRow& to) {
  const Cell present = [&](std::size_t column) {
    const std::string_view text = cell(column);
    for (const std::string& absent : rule.absent) {
      if (text == absent) return std::string_view{};
    }
    return text;
  };
  const bool as_id = rule.type == "id" || rule.type == "ids" || rule.type == "stance";
  if (rule.type == "tables" && !rule.parts.empty()) {
    const std::optional<std::string> text = rule.parts.front().fill(present, false);
    if (!text || text->empty()) return std::nullopt;
    const Place place = cell_of(rule.parts.front());
    std::optional<toml::Value> tables = tables_of_json(*text, place);
    if (!tables) {
      to.problems.push_back({Severity::error, Rule::type_mismatch, "", place,
                             quoted(*text, kShown) + " is no JSON list of objects", ""});
    }
    return tables;
  }
  if (rule.type == "tables") {
    toml::Array array;
    for (const std::vector<MappingRule>& rules : rule.tables) {
      toml::Table one = table(rules, cell, to);
      // Constants alone make no table: "type" without a "to", "mode" without a "source".
      const bool whole = std::all_of(rules.begin(), rules.end(), [&](const MappingRule& inner) {
        const bool required = inner.required || (rule.key == "evidence" && inner.key == "source");
        return !required || toml::find(one, inner.key) != nullptr;
      });
      if (whole && !one.empty()) array.push_back(toml::Value{std::move(one), {}});
    }
    if (array.empty()) return std::nullopt;
    return toml::Value{std::move(array), {}};
  }
  if (!rule.is_list()) {
    if (rule.parts.empty()) return std::nullopt;
    std::optional<std::string> text = rule.parts.front().fill(present, as_id && !rule.mapped);
    if (!text) return std::nullopt;
    const Place place = cell_of(rule.parts.front());
    bool good = true;
    if (rule.mapped) text = mapped(rule, *text, place, good, to);
    if (text->empty()) return std::nullopt;
    return typed(rule, std::move(*text), place, to);
  }
  toml::Array array;
  for (const Pattern& part : rule.parts) {
    std::optional<std::string> text =
        part.fill(present, as_id && rule.split.empty() && !rule.mapped);
    if (!text) continue;
    const Place place = cell_of(part);
    std::string_view rest = *text;
    while (!rest.empty()) {
      const std::size_t end =
          rule.split.empty() ? rest.size() : std::min(rest.find(rule.split), rest.size());
      std::string_view one = rest.substr(0, end);
      rest.remove_prefix(std::min(rest.size(), end + rule.split.size()));
      if (!rule.split.empty()) {  // blanks around what parts elements belong to neither
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
      }
      bool good = true;
      const std::string element = mapped(rule, std::string(one), place, good, to);
      if (!element.empty()) array.push_back(toml::Value{element, {place, 0, 0}});
    }
  }
  if (array.empty()) return std::nullopt;
  const Place place = array.front().span.place;
  return toml::Value{std::move(array), {place, 0, 0}};
}

toml::Table Mapper::table(const std::vector<MappingRule>& rules, const Cell& cell, MadeRow& to) {
  toml::Table table;
  table.reserve(rules.size() + 2);
  for (const MappingRule& rule : rules) {
    if (std::optional<toml::Value> made = value(rule, cell, to)) {
      table.push_back(toml::Entry{rule.key, std::move(*made), {}});
    }
  }
  return table;
}

void Mapper::key_of(const Section& section, const Cell& cell, std::string& to) const {
  to.clear();
  const auto number = static_cast<std::size_t>(&section - mapping_.sections.data());
  for (const std::size_t column : memory_[number].columns) {
    const std::string_view text = cell(column);
    to += text;
    to += '\0';
    to += static_cast<char>(text.size() & 0xff);
  }
}

// One section of the mapping for one row. Claims, actors and sources come again in most rows of a
// sheet: their cells are looked up before anything is made of them, and the record is made the
// first time only; a million rows about a thousand claims would else be read a thousand times over.
// The order of sections matters, as a stance takes over what the row has named before it. A row
// without a position is counted, and is none of the errors: sheets of votes have the absent, too.
void Mapper::make(std::size_t number, const csv::Row& row, MadeRow& to) {
  const Section& section = mapping_.sections[number];
  Memory& memory = memory_[number];
  const Cell cell = [this](std::size_t column) { return this->cell(column); };
  const bool is_stance = section.kind == RecordKind::stance;
  std::string* const first = section.kind == RecordKind::claim    ? &claim_
                             : section.kind == RecordKind::actor  ? &actor_
                             : section.kind == RecordKind::source ? &source_
                                                                  : nullptr;
  if (!is_stance) {
    key_of(section, cell, memory.key);
    const auto known = memory.ids.find(memory.key);
    if (known != memory.ids.end()) {
      if (first->empty()) *first = known->second;
      return;
    }
  }
  const Cell present = [&](std::size_t column) {
    const std::string_view text = cell(column);
    for (const std::string& absent : section.absent) {
      if (text == absent) return std::string_view{};
    }
    return text;
  };
  Made made;
  made.kind = section.kind;
  made.section = number;
  made.id = section.has_id ? section.id.fill(present, true).value_or("") : claim_;
  if (made.id.empty()) {
    // Without an id the row has no actor or source of this section; without a claim it is in error.
    if (section.kind == RecordKind::actor || section.kind == RecordKind::source) return;
    if (is_stance && has_errors(to.problems)) return;  // that is why
    to.problems.push_back({Severity::error, InputRule::mapping_id, "",
                           section.has_id ? cell_of(section.id) : Place{row.line, 1},
                           is_stance ? "the row names no claim for its stance"
                                     : "the row has nothing to make the claim's id of",
                           ""});
    return;
  }
  made.table = table(section.rules, cell, to);
  if (is_stance) {
    const auto standing = [&](std::string_view key, const std::string& id) {
      if (!id.empty() && toml::find(made.table, key) == nullptr &&
          std::none_of(section.rules.begin(), section.rules.end(),
                       [&](const MappingRule& rule) { return rule.key == key; })) {
        made.table.push_back(toml::Entry{std::string(key), toml::Value{id, {}}, {}});
      }
    };
    standing("holder", actor_);
    standing("source", source_);
    const bool has_rule =
        std::any_of(section.rules.begin(), section.rules.end(),
                    [](const MappingRule& rule) { return rule.key == "position"; });
    if (has_rule && !has_errors(to.problems) && toml::find(made.table, "position") == nullptr &&
        toml::find(made.table, "retracts") == nullptr) {
      ++to.without_stance;
      return;
    }
    made.path = stance_path(made.id, stance_base(made.table));
  } else {
    if (first->empty()) *first = made.id;
    made.path = path_of({made.kind, made.id});
    memory.fresh = true;
    memory.id = made.id;
  }
  to.records.push_back(std::move(made));
}

void Mapper::map(const csv::Row& row, MadeRow& to) {
  to.records.clear();
  to.problems.clear();
  to.without_stance = 0;
  row_ = &row;
  other_ = nullptr;
  claim_.clear();
  actor_.clear();
  source_.clear();
  for (Memory& memory : memory_) memory.fresh = false;
  if (row.fields.size() != width_) {
    to.problems.push_back({Severity::error, InputRule::csv_width, "",
                           row.place(std::min(row.fields.size(), width_)),
                           "the row has " + std::to_string(row.fields.size()) +
                               (row.fields.size() == 1 ? " field" : " fields") +
                               ", and the header " + std::to_string(width_),
                           ""});
    return;
  }
  if (joined_ != nullptr && join_column_) {
    other_ = joined_->find(row.fields[*join_column_]);
    if (other_ == nullptr) {
      to.problems.push_back(
          {Severity::error, InputRule::csv_join, "", row.place(*join_column_),
           quoted(row.fields[*join_column_], kShown) + " is not in " + mapping_.join->file, ""});
      return;
    }
  }
  for (std::size_t i = 0; i < mapping_.sections.size(); ++i) make(i, row, to);
  for (Diagnostic& problem : to.problems) {
    if (problem.place.line >= kCell) problem.place = place(problem.place, row, problem.file);
  }
}

void Mapper::accept() {
  for (Memory& memory : memory_) {
    if (!memory.fresh) continue;
    memory.fresh = false;
    if (memory.bytes > kMemory) {
      memory.ids.clear();
      memory.bytes = 0;
    }
    memory.bytes += memory.key.size() + memory.id.size() + 64;
    memory.ids.emplace(std::move(memory.key), std::move(memory.id));
    memory.key.clear();
  }
}

}  // namespace aver::claims::mapping
