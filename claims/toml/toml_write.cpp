// SPDX-License-Identifier: MIT
//
// The canonical writer, and the edit of one value in place.
//
// Our own, as toml++'s formatter loses data: it drops comments and the order of keys, takes the
// first line break off a text, and writes some texts and keys in a form that no parser reads back.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "claims/text/code_points.h"
#include "claims/text/hidden.h"
#include "claims/toml/toml.h"

namespace aver::claims::toml {
namespace {

bool is_bare_key(std::string_view key) {
  if (key.empty()) return false;
  for (const char c : key) {
    const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-';
    if (!good) return false;
  }
  return true;
}

// Characters that would hide in a review stand as escapes.
void append_escape(std::string& to, char32_t point) {
  char buffer[16];
  const auto value = static_cast<unsigned>(point);
  std::snprintf(buffer, sizeof buffer, value > 0xFFFF ? "\\U%08X" : "\\u%04X", value);
  to += buffer;
}

// Stands for itself, wherever in a string it is.
bool is_plain(char c) { return c > ' ' && c < '\x7F' && c != '"' && c != '\\' && c != '<'; }

// A basic string. One with a line break is written over several lines, as people read it.
std::string string_text(std::string_view text, bool allow_lines) {
  const bool lines = allow_lines && text.find('\n') != text.npos;
  std::string to = lines ? "\"\"\"\n" : "\"";
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    to.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const CodePoint decoded = decode(text, at);
    const char32_t point = decoded.value;
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    const bool at_line_end = next == '\0' ? at + 1 == text.size() : next == '\n';
    if (point == '\\') {
      to += "\\\\";
    } else if (point == '"') {
      // Within lines a single quote mark needs no escape, unless it would make up """ with its
      // neighbour.
      to += lines && next != '"' && at + 1 != text.size() ? "\"" : "\\\"";
    } else if (point == '\n') {
      to += lines ? "\n" : "\\n";
    } else if (point == '\t') {
      to += lines && !at_line_end ? "\t" : "\\t";
    } else if (point == '\r') {
      to += "\\r";
    } else if (point == ' ' && lines && at_line_end) {
      to += "\\u0020";
    } else if (is_hidden(point) ||
               (lines && text.substr(at).starts_with("<<<<<<< "))) {  // looks like a conflict
      append_escape(to, point);
    } else {
      to.append(text, at, decoded.bytes);
    }
    at += decoded.bytes;
  }
  return to + (lines ? "\"\"\"" : "\"");
}

std::string float_text(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  std::string text(buffer, end);
  if (text.find_first_of(".e") == text.npos) text += ".0";
  return text;
}

std::string key_text(std::string_view key) {
  return is_bare_key(key) ? std::string(key) : string_text(key, false);
}

std::string value_text(const Value& value, bool allow_lines);

std::string inline_table(const Table& table) {
  std::string text = "{";
  for (const Entry& entry : table) {
    text += text.size() > 1 ? ", " : " ";
    text += key_text(entry.key) + " = " + value_text(entry.value, false);
  }
  return text + (table.empty() ? "}" : " }");
}

// One element stays on the line; more stand one a line, so that adding one is a one-line diff.
std::string array_text(const Array& array, bool allow_lines) {
  if (array.empty()) return "[]";
  if (array.size() == 1) return "[" + value_text(array.front(), false) + "]";
  std::string text = "[";
  for (const Value& item : array) {
    if (allow_lines) {
      text += "\n  " + value_text(item, false) + ",";
    } else {
      text += (text.size() > 1 ? ", " : "") + value_text(item, false);
    }
  }
  return text + (allow_lines ? "\n]" : "]");
}

struct ToText {
  bool allow_lines;
  std::string operator()(const std::string& text) const { return string_text(text, allow_lines); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return float_text(number); }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(Day day) const { return claims::to_string(day); }
  std::string operator()(const Time& time) const { return time.text; }
  std::string operator()(const Array& array) const { return array_text(array, allow_lines); }
  std::string operator()(const Table& table) const { return inline_table(table); }
};

std::string value_text(const Value& value, bool allow_lines) {
  return std::visit(ToText{allow_lines}, value.data);
}

bool is_table(const Value& value) { return std::holds_alternative<Table>(value.data); }

// A list of nothing but tables, and at least one: written as [[header]] blocks.
bool is_table_array(const Value& value) {
  const Array* array = std::get_if<Array>(&value.data);
  if (array == nullptr || array->empty()) return false;
  for (const Value& item : *array) {
    if (!is_table(item)) return false;
  }
  return true;
}

void write_table(std::string& to, const Table& table, const std::string& path) {
  for (const Entry& entry : table) {
    if (is_table(entry.value) || is_table_array(entry.value)) continue;
    to += key_text(entry.key) + " = " + value_text(entry.value, true) + "\n";
  }
  const auto header = [&](const std::string& name, const char* open, const char* close) {
    if (!to.empty()) to += "\n";
    to += open + name + close + "\n";
  };
  for (const Entry& entry : table) {
    if (!is_table(entry.value)) continue;
    const std::string name = path + key_text(entry.key);
    header(name, "[", "]");
    write_table(to, std::get<Table>(entry.value.data), name + ".");
  }
  for (const Entry& entry : table) {
    if (!is_table_array(entry.value)) continue;
    const std::string name = path + key_text(entry.key);
    for (const Value& item : std::get<Array>(entry.value.data)) {
      header(name, "[[", "]]");
      write_table(to, std::get<Table>(item.data), name + ".");
    }
  }
}

// Where the line that `at` stands in ends, its line break included.
std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == text.npos ? text.size() : end + 1;
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
  return before == text.npos ? 0 : before + 1;
}

const Entry* entry_of(const Table& table, std::string_view key) {
  for (const Entry& entry : table) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

// The tree that the edit is to lead to.
Table wanted_tree(Table root, std::string_view key, const std::optional<Value>& value) {
  for (auto at = root.begin(); at != root.end(); ++at) {
    if (at->key != key) continue;
    if (value) {
      at->value = *value;
    } else {
      root.erase(at);
    }
    return root;
  }
  if (value) root.push_back(Entry{std::string(key), *value, {}});
  return root;
}

bool same_keys_and_values(const Table& a, const Table& b) {
  if (a.size() != b.size()) return false;
  for (const Entry& entry : a) {
    const Value* other = find(b, entry.key);
    if (other == nullptr || !(*other == entry.value)) return false;
  }
  return true;
}

}  // namespace

void sort_keys(Table& table) {
  const auto rank = [](const Value& value) {
    if (std::holds_alternative<Table>(value.data)) return 1;
    const Array* array = std::get_if<Array>(&value.data);
    const bool tables = array != nullptr && !array->empty() &&
                        std::all_of(array->begin(), array->end(), [](const Value& item) {
                          return std::holds_alternative<Table>(item.data);
                        });
    return tables ? 2 : 0;
  };
  struct Within {
    void operator()(Value& value) const {
      if (Table* inner = std::get_if<Table>(&value.data)) sort_keys(*inner);
      if (Array* array = std::get_if<Array>(&value.data)) {
        for (Value& item : *array) (*this)(item);
      }
    }
  };
  for (Entry& entry : table) Within{}(entry.value);
  std::stable_sort(table.begin(), table.end(), [&](const Entry& a, const Entry& b) {
    const int x = rank(a.value);
    const int y = rank(b.value);
    return x != y ? x < y : a.key < b.key;
  });
}

std::string write(const Table& table) {
  std::string text;
  write_table(text, table, "");
  return text;
}

std::string write(const Value& value) { return value_text(value, true); }

std::optional<std::string> edit_value(std::string_view text, std::string_view key,
                                      const std::optional<Value>& value,
                                      const std::vector<std::string_view>& key_order) {
  const Parsed parsed = parse(text, "");
  if (!parsed.problems.empty()) return std::nullopt;
  const Entry* old = entry_of(parsed.root, key);
  const bool headed = (old != nullptr && (is_table(old->value) || is_table_array(old->value))) ||
                      (value && (is_table(*value) || is_table_array(*value)));
  if (headed) return std::nullopt;  // tables have headers and bodies of their own
  const bool crlf = text.find("\r\n") != text.npos;
  const std::string line_break = crlf ? "\r\n" : "\n";

  std::string edited(text);
  if (old != nullptr && value) {
    edited.replace(old->value.span.begin, old->value.span.end - old->value.span.begin,
                   write(*value));
  } else if (old != nullptr) {
    const std::size_t begin = line_begin(text, old->key_span.begin);
    edited.erase(begin, line_end(text, old->value.span.end) - begin);
  } else if (value) {
    // Behind the last key that comes before it; in front of everything where there is none.
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (const std::string_view earlier : key_order) {
      if (earlier == key) break;
      const Entry* before = entry_of(parsed.root, earlier);
      if (before == nullptr || is_table(before->value) || is_table_array(before->value)) continue;
      at = std::max(at, line_end(text, before->value.span.end));
    }
    std::string line = key_text(key) + " = " + write(*value) + line_break;
    if (at > 0 && at == text.size() && text.back() != '\n') line.insert(0, line_break);
    edited.insert(at, line);
  }
  const Parsed again = parse(edited, "");
  if (!again.problems.empty()) return std::nullopt;
  if (!same_keys_and_values(again.root, wanted_tree(parsed.root, key, value))) return std::nullopt;
  return edited;
}

std::optional<std::string> append_table(std::string_view text, std::string_view key,
                                        const Table& table) {
  const Parsed parsed = parse(text, "");
  if (!parsed.problems.empty()) return std::nullopt;
  std::string edited(text);
  if (!edited.empty() && edited.back() != '\n') edited += '\n';
  if (!edited.empty()) edited += '\n';
  edited += write(Table{Entry{std::string(key), Value{Array{Value{table, {}}}, {}}, {}}});
  Array list;
  if (const Value* old = find(parsed.root, key)) {
    const Array* array = std::get_if<Array>(&old->data);
    if (array == nullptr) return std::nullopt;
    list = *array;
  }
  list.push_back(Value{table, {}});
  const Parsed again = parse(edited, "");
  if (!again.problems.empty()) return std::nullopt;
  const Table wanted = wanted_tree(parsed.root, key, Value{std::move(list), {}});
  if (!same_keys_and_values(again.root, wanted)) return std::nullopt;
  return edited;
}

Value value_of(const Date& date) {
  if (date.time()) return {Time{to_string(date)}, {}};
  const bool is_day = date.precision() == Precision::day && !date.approximate() && !date.bounded();
  if (is_day) return {date.written(), {}};
  return {to_string(date), {}};
}

bool has_comments(std::string_view text) {
  // A lexer of TOML's four kinds of strings; all else that matters here is "#".
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '#') return true;
    if (c != '"' && c != '\'') continue;
    const std::string triple(3, c);
    const bool lines = text.substr(at, 3) == triple;
    std::size_t end = at + (lines ? 3 : 1);
    while (end < text.size()) {
      if (c == '"' && text[end] == '\\') {
        end += 2;
      } else if (lines ? text.substr(end, 3) == triple : text[end] == c) {
        break;
      } else {
        ++end;
      }
    }
    at = end + (lines ? 2 : 0);
    // Up to two quote marks may stand right before the closing three.
    while (lines && at + 1 < text.size() && text[at + 1] == c) ++at;
  }
  return false;
}

}  // namespace aver::claims::toml
