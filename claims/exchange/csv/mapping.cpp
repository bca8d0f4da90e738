// SPDX-License-Identifier: MIT
//
// Compiles a mapping file: TOML tables to sections and rules, each checked against the keys that
// the schema knows. All problems are gathered before any row is read.
#include "claims/exchange/csv/mapping.h"

#include <algorithm>
#include <array>

#include "claims/text/lines.h"
#include "claims/text/similar.h"

namespace aver::claims::mapping {
namespace {

constexpr std::array<std::pair<std::string_view, RecordKind>, 4> kSections = {
    {{"claim", RecordKind::claim},
     {"actor", RecordKind::actor},
     {"source", RecordKind::source},
     {"stance", RecordKind::stance}}};

constexpr std::array<std::string_view, 5> kOthers = {"join", "absent", "dates", "delimiter",
                                                     "quoting"};
constexpr std::array<std::string_view, 6> kRuleKeys = {"from",  "values", "otherwise",
                                                       "split", "absent", "dates"};

class Compiler {
 public:
  Compiler(std::string_view file, MappingRead& to) : file_(file), to_(to) {}

  void run(const toml::Table& root) {
    absent_ = texts(root, "absent");
    dates_ = forms(root);
    if (dates_.empty()) {
      DateForm iso;
      iso.read("ISO");
      dates_.push_back(iso);
    }
    to_.mapping.dates = dates_;
    if (const toml::Value* value = toml::find(root, "delimiter")) {
      const std::string text = string_of(*value, "delimiter");
      if (text == "tab" || text == "\t") {
        to_.mapping.delimiter = '\t';
      } else if (text.size() == 1 && text != "\"" && text != "\n" && text != "\r") {
        to_.mapping.delimiter = text[0];
      } else {
        error(*value, quoted(text) + " is no delimiter: one character, or \"tab\"");
      }
    }
    if (const toml::Value* value = toml::find(root, "quoting")) {
      const std::string text = string_of(*value, "quoting");
      to_.mapping.quotes = text != "none";
      if (text != "none" && text != "standard") {
        error(*value, quoted(text) + " is no quoting: standard or none");
      }
    }
    if (const toml::Value* value = toml::find(root, "join")) join(*value);
    for (const auto& [name, kind] : kSections) {
      const toml::Value* value = toml::find(root, name);
      if (value == nullptr) continue;
      if (const toml::Table* table = std::get_if<toml::Table>(&value->data)) {
        section(name, kind, *table, value->span.place);
      } else if (const toml::Array* array = std::get_if<toml::Array>(&value->data)) {
        for (const toml::Value& item : *array) {
          const toml::Table* one = std::get_if<toml::Table>(&item.data);
          if (one == nullptr) {
            error(item, quoted(name) + " must be a table");
          } else {
            section(name, kind, *one, item.span.place);
          }
        }
      } else {
        error(*value, quoted(name) + " must be a table");
      }
    }
    for (const toml::Entry& entry : root) {
      std::vector<std::string> known(kOthers.begin(), kOthers.end());
      for (const auto& [name, kind] : kSections) known.emplace_back(name);
      require_known(entry, known);
    }
    if (to_.mapping.sections.empty() && to_.problems.empty()) {
      to_.problems.push_back({Severity::error,
                              InputRule::mapping_empty,
                              file_,
                              {},
                              "the mapping makes no record",
                              "aver help import"});
    }
  }

 private:
  void error(const toml::Value& value, std::string sentence, std::string hint = "") {
    to_.problems.push_back({Severity::error, InputRule::mapping_form, file_, value.span.place,
                            std::move(sentence), std::move(hint)});
  }

  void require_known(const toml::Entry& entry, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) return;
    const std::vector<std::string> near = nearest(entry.key, known, 1);
    to_.problems.push_back(
        {Severity::error, InputRule::mapping_key, file_, entry.key_span.place,
         "the key " + quoted(entry.key) + " is not known here",
         near.empty() ? "aver help import" : "did you mean " + quoted(near.front()) + "?"});
  }

  std::string string_of(const toml::Value& value, std::string_view key) {
    if (const std::string* text = std::get_if<std::string>(&value.data)) return *text;
    if (std::holds_alternative<toml::Array>(value.data) ||
        std::holds_alternative<toml::Table>(value.data)) {
      error(value, quoted(key) + " must be a text, not " + std::string(toml::type_name(value)));
      return "";
    }
    return toml::write(value);  // a number, a date, true: as it is written
  }

  std::vector<std::string> texts(const toml::Table& table, std::string_view key) {
    const toml::Value* value = toml::find(table, key);
    std::vector<std::string> to;
    if (value == nullptr) return to;
    if (const toml::Array* array = std::get_if<toml::Array>(&value->data)) {
      for (const toml::Value& item : *array) to.push_back(string_of(item, key));
    } else {
      to.push_back(string_of(*value, key));
    }
    return to;
  }

  std::vector<DateForm> forms(const toml::Table& table) {
    std::vector<DateForm> to;
    for (const std::string& text : texts(table, "dates")) {
      DateForm form;
      const std::string problem = form.read(text);
      if (!problem.empty()) error(*toml::find(table, "dates"), problem, "aver help import");
      to.push_back(std::move(form));
    }
    return to;
  }

  void join(const toml::Value& value) {
    const toml::Table* table = std::get_if<toml::Table>(&value.data);
    if (table == nullptr) return error(value, "\"join\" must be a table");
    Join to;
    to.place = value.span.place;
    for (const toml::Entry& entry : *table) {
      require_known(entry, {"file", "key", "to"});
      if (entry.key == "file") to.file = string_of(entry.value, "file");
      if (entry.key == "key") to.key = string_of(entry.value, "key");
      if (entry.key == "to") to.to = string_of(entry.value, "to");
    }
    if (to.to.empty()) to.to = to.key;
    if (to.file.empty() || to.key.empty()) error(value, "a join has a \"file\" and a \"key\"");
    to_.mapping.join = std::move(to);
  }

  Pattern pattern(const toml::Value& value, std::string_view key) {
    Pattern to;
    const std::string problem = to.read(string_of(value, key));
    if (!problem.empty()) error(value, quoted(key) + ": " + problem, "aver help import");
    return to;
  }

  void parts(const toml::Value& value, MappingRule& rule) {
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    if (array == nullptr) {
      rule.parts.push_back(pattern(value, rule.key));
      return;
    }
    if (!rule.is_list()) return error(value, quoted(rule.key) + " is one value, not a list");
    for (const toml::Value& item : *array) rule.parts.push_back(pattern(item, rule.key));
  }

  // A rule in full: { from = "{vote}", values = { yes = "affirm" } }.
  void in_full(const toml::Table& table, const toml::Value& value, MappingRule& rule) {
    for (const toml::Entry& entry : table) {
      require_known(entry, {kRuleKeys.begin(), kRuleKeys.end()});
      if (entry.key == "from") parts(entry.value, rule);
      if (entry.key == "split") {
        rule.split = string_of(entry.value, "split");
        if (!rule.is_list()) error(entry.value, "only a list is split");
      }
      if (entry.key == "otherwise") {
        const std::string text = string_of(entry.value, "otherwise");
        rule.keep = text == "{}";
        if (!rule.keep) rule.otherwise = text;
      }
      if (entry.key == "values") {
        rule.mapped = true;
        const toml::Table* map = std::get_if<toml::Table>(&entry.value.data);
        if (map == nullptr) {
          error(entry.value, "\"values\" must be a table");
          continue;
        }
        for (const toml::Entry& one : *map) {
          rule.values.emplace_back(one.key, string_of(one.value, one.key));
        }
      }
    }
    if (toml::find(table, "absent") != nullptr) rule.absent = texts(table, "absent");
    if (toml::find(table, "dates") != nullptr) rule.dates = forms(table);
    if (rule.parts.empty()) error(value, quoted(rule.key) + " has no \"from\"");
  }

  std::vector<MappingRule> rules(const toml::Table& table, const std::vector<FieldInfo>& infos,
                                 const std::vector<std::string_view>& besides) {
    std::vector<std::string> known(besides.begin(), besides.end());
    for (const FieldInfo& info : infos) known.emplace_back(info.key);
    for (const toml::Entry& entry : table) require_known(entry, known);
    std::vector<MappingRule> to;
    for (const FieldInfo& info : infos) {  // in canonical order, whatever the file's is
      const toml::Value* value = toml::find(table, info.key);
      if (value == nullptr) continue;
      MappingRule rule;
      rule.key = info.key;
      rule.type = info.type;
      rule.required = info.required;
      rule.place = value->span.place;
      rule.absent = absent_;
      rule.dates = dates_;
      rule.timed = info.timed;
      if (info.type == "tables") {
        const toml::Array* array = std::get_if<toml::Array>(&value->data);
        if (array == nullptr && !std::holds_alternative<std::string>(value->data)) {
          error(*value, quoted(info.key) + " must be a list of tables, or a column of JSON");
          continue;
        }
        if (array == nullptr) {
          parts(*value, rule);
          to.push_back(std::move(rule));
          continue;
        }
        for (const toml::Value& item : *array) {
          if (const toml::Table* one = std::get_if<toml::Table>(&item.data)) {
            rule.tables.push_back(rules(*one, info.fields, {}));
          } else {
            error(item, quoted(info.key) + " must be a list of tables");
          }
        }
      } else if (const toml::Table* full = std::get_if<toml::Table>(&value->data)) {
        in_full(*full, *value, rule);
      } else {
        parts(*value, rule);
      }
      to.push_back(std::move(rule));
    }
    return to;
  }

  void section(std::string_view name, RecordKind kind, const toml::Table& table, Place place) {
    Section to;
    to.kind = kind;
    to.place = place;
    to.absent = absent_;
    const std::string_view id = kind == RecordKind::stance ? "claim" : "id";
    to.rules = rules(table, fields(kind), {id});
    if (const toml::Value* value = toml::find(table, id)) {
      to.id = pattern(*value, id);
      to.has_id = true;
    } else if (kind != RecordKind::stance) {
      to_.problems.push_back({Severity::error, InputRule::mapping_form, file_, place,
                              "the " + std::string(name) + " has no \"id\"", "aver help import"});
    }
    to_.mapping.sections.push_back(std::move(to));
  }

  std::string file_;
  MappingRead& to_;
  std::vector<std::string> absent_;
  std::vector<DateForm> dates_;
};

// The table below `table` of this name, made where there is none; null where it is something else.
toml::Table* below(toml::Table& table, std::string_view name) {
  for (toml::Entry& entry : table) {
    if (entry.key != name) continue;
    if (toml::Array* array = std::get_if<toml::Array>(&entry.value.data); array && !array->empty())
      return std::get_if<toml::Table>(&array->front().data);
    return std::get_if<toml::Table>(&entry.value.data);
  }
  table.push_back(toml::Entry{std::string(name), toml::Value{toml::Table{}, {}}, {}});
  return std::get_if<toml::Table>(&table.back().value.data);
}

toml::Value& at(toml::Table& table, std::string_view name) {
  for (toml::Entry& entry : table) {
    if (entry.key == name) return entry.value;
  }
  table.push_back(toml::Entry{std::string(name), toml::Value{std::string(), {}}, {}});
  return table.back().value;
}

}  // namespace

MappingRead read_mapping(const toml::Table& table, std::string_view file) {
  MappingRead read;
  Compiler(file, read).run(table);
  return read;
}

std::string set(toml::Table& table, std::string_view key, std::string_view value) {
  const std::size_t dot = key.find('.');
  if (dot == key.npos) {
    if (key.empty()) return "a setting has a name";
    at(table, key).data = std::string(value);
    return "";
  }
  toml::Table* section = below(table, key.substr(0, dot));
  if (section == nullptr) return quoted(key.substr(0, dot)) + " is no table";
  toml::Value& rule = at(*section, key.substr(dot + 1));
  if (toml::Table* full = std::get_if<toml::Table>(&rule.data)) {
    at(*full, "from").data = std::string(value);
  } else {
    rule.data = std::string(value);
  }
  return "";
}

std::string set_value(toml::Table& table, std::string_view key, std::string_view from,
                      std::string_view to) {
  const std::size_t dot = key.find('.');
  if (dot == key.npos) return quoted(key) + " is no key of a record: stance.position";
  toml::Table* section = below(table, key.substr(0, dot));
  if (section == nullptr) return quoted(key.substr(0, dot)) + " is no table";
  toml::Value& rule = at(*section, key.substr(dot + 1));
  if (!std::holds_alternative<toml::Table>(rule.data)) {
    toml::Table full;
    full.push_back(toml::Entry{"from", toml::Value{rule.data, {}}, {}});
    rule.data = std::move(full);
  }
  toml::Table* values = below(std::get<toml::Table>(rule.data), "values");
  if (values == nullptr) return "\"values\" is no table";
  at(*values, from).data = std::string(to);
  return "";
}

}  // namespace aver::claims::mapping
