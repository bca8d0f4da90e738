// SPDX-License-Identifier: MIT
//
// Lines as files.
#include "claims/exchange/json/jsonl.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "claims/exchange/json/base64.h"
#include "claims/exchange/json/jsonl_keys.h"
#include "claims/records/codec.h"
#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "claims/text/similar.h"

namespace aver::claims::jsonl {
namespace {

constexpr std::size_t kLargestRecord = std::size_t{1} << 20;  // as in FORMAT.md, "Limits"

// The known members of a line's object.
constexpr std::array<std::string_view, 9> kMembers = {
    "schema", "kind", "id", "record", "text", "path", "path_base64", "base64", "mode"};

class LineReader {
 public:
  explicit LineReader(JsonLine& line) : line_(line) {}

  void read(const json::Node& value) {
    if (!std::holds_alternative<json::Object>(value.data))
      return error(InputRule::jsonl_form, value.place, "the line is no JSON object");
    check_members(value);
    const std::string schema = json::text_of(value, "schema");
    if (schema != kSchema) {
      return error(InputRule::jsonl_schema, value.place,
                   schema.empty() ? "no \"schema\": expected " + quoted(kSchema)
                                  : "the schema " + quoted(schema) + " is not known: expected " +
                                        quoted(kSchema));
    }
    const std::string kind = json::text_of(value, "kind");
    if (kind == "file") return read_file(value);
    for (const RecordKind one : {RecordKind::claim, RecordKind::stance, RecordKind::actor,
                                 RecordKind::source, RecordKind::review}) {
      if (kind == to_string(one)) return read_record(value, one);
    }
    error(InputRule::jsonl_kind, value.place,
          quoted(kind) + " is no kind: claim, stance, actor, source, review or file");
  }

 private:
  void error(RuleName rule, Place place, std::string sentence, std::string hint = "") {
    line_.problems.push_back(
        {Severity::error, rule, path_, place, std::move(sentence), std::move(hint)});
  }

  // An unknown member is an error: it would be lost silently.
  void check_members(const json::Node& value) {
    for (const json::Member& member : std::get<json::Object>(value.data)) {
      if (std::find(kMembers.begin(), kMembers.end(), member.key) != kMembers.end()) continue;
      const std::vector<std::string> near =
          nearest(member.key, std::vector<std::string>(kMembers.begin(), kMembers.end()), 1);
      error(InputRule::jsonl_member, member.value.place,
            quoted(member.key) + " is not known here: a record's keys stand in \"record\"",
            near.empty() ? "" : "did you mean " + quoted(near.front()) + "?");
    }
  }

  // A text that may be empty, or nothing.
  const std::string* text(const json::Node& value, std::string_view key) {
    const json::Node* found = json::find(value, key);
    if (found == nullptr) return nullptr;
    const std::string* is = std::get_if<std::string>(&found->data);
    if (is == nullptr) error(InputRule::jsonl_form, found->place, quoted(key) + " must be a text");
    return is;
  }

  void read_file(const json::Node& value) {
    File file;
    file.path = json::text_of(value, "path");
    if (const std::string* coded = text(value, "path_base64")) {
      file.path = from_base64(*coded).value_or("");
    }
    path_ = file.path;
    if (!is_plain_path(file.path)) {
      return error(InputRule::jsonl_path, value.place,
                   file.path.empty() ? "a file without a \"path\""
                                     : quoted(file.path) + " is no path within a store");
    }
    if (!is_safe_path(file.path)) {
      return error(InputRule::jsonl_path, value.place,
                   quoted(file.path) +
                       " is a path that git refuses: some file systems open .git by such a name");
    }
    read_mode(value, file.mode);
    const std::string* plain = text(value, "text");
    const std::string* coded = text(value, "base64");
    if ((plain == nullptr) == (coded == nullptr)) {
      return error(InputRule::jsonl_form, value.place,
                   "a file has either a \"text\" or a \"base64\"");
    }
    if (plain != nullptr) {
      file.bytes = *plain;
    } else if (std::optional<std::string> bytes = from_base64(*coded)) {
      file.bytes = std::move(*bytes);
    } else {
      return error(InputRule::jsonl_base64, value.place, "\"base64\" is not valid base64");
    }
    keep(std::move(file));
  }

  void read_mode(const json::Node& value, Mode& to) {
    const json::Node* found = json::find(value, "mode");
    if (found == nullptr) return;
    const std::string* word = std::get_if<std::string>(&found->data);
    if (word != nullptr && *word == "executable") {
      to = Mode::executable;
    } else if (word != nullptr && *word == "link") {
      to = Mode::link;
    } else {
      error(InputRule::jsonl_mode, found->place,
            "\"mode\" must be \"executable\" or \"link\"" +
                (word == nullptr ? "" : ", not " + quoted(*word)));
    }
  }

  void read_record(const json::Node& value, RecordKind kind) {
    File file;
    file.record = RecordRef{kind, json::text_of(value, "id")};
    if (file.record->id.empty())
      return error(InputRule::jsonl_form, value.place, "a record without an \"id\"");
    file.path = path_of(*file.record);
    path_ = file.path;
    if (const json::Node* mode = json::find(value, "mode")) {
      return error(InputRule::jsonl_mode, mode->place,
                   "\"mode\" is of a file: a record's line has none",
                   "an executable record is a line of kind \"file\"");
    }
    const json::Node* values = json::find(value, "record");
    const std::string* carried = text(value, "text");
    if (values == nullptr && carried == nullptr) {
      return error(InputRule::jsonl_form, value.place,
                   "a record without a \"record\" or a \"text\"");
    }
    switch (kind) {
      case RecordKind::claim:
        return record<Claim>(file, values, carried, claim_of, decode_claim);
      case RecordKind::stance:
        return record<Stance>(file, values, carried, stance_of, decode_stance);
      case RecordKind::actor:
        return record<Actor>(file, values, carried, actor_of, decode_actor);
      case RecordKind::source:
        return record<Source>(file, values, carried, source_of, decode_source);
      case RecordKind::review:
        return record<Review>(file, values, carried, review_of, decode_review);
    }
  }

  template <class Record>
  void record(File& file, const json::Node* values, const std::string* carried,
              Decoded<Record> (*of_table)(const toml::Table&, std::string_view),
              Decoded<Record> (*of_text)(std::string_view, std::string_view)) {
    std::optional<Record> said;
    if (values != nullptr) {
      if (!std::holds_alternative<json::Object>(values->data))
        return error(InputRule::jsonl_form, values->place, "\"record\" must be an object");
      const toml::Table table = this->table(*values, &fields(file.record->kind));
      if (has_errors(line_.problems)) return;
      Decoded<Record> decoded = of_table(table, file.path);
      take(std::move(decoded.problems), values->place);
      if (!decoded.record) return;
      file.bytes = encode(*decoded.record);
      said = std::move(decoded.record);
    }
    if (carried != nullptr) {
      Decoded<Record> decoded = of_text(*carried, file.path);
      if (!decoded.record) {
        take(std::move(decoded.problems), {line_.number, 1});
        return;
      }
      if (said && !(*said == *decoded.record)) {
        return error(InputRule::jsonl_text, {line_.number, 1},
                     "\"text\" says something else than \"record\"",
                     "leave \"text\" out where \"record\" was edited");
      }
      file.bytes = *carried;
    }
    if (file.bytes.size() > kLargestRecord)
      return error(Rule::toml_size, {line_.number, 1}, "the record is larger than 1 MiB");
    keep(std::move(file));
  }

  // Places within the record's own text, or none, become the line's.
  void take(Diagnostics&& problems, Place place) {
    for (Diagnostic& problem : problems) {
      if (problem.place.line != line_.number) problem.place = place;
      line_.problems.push_back(std::move(problem));
    }
  }

  void keep(File&& file) {
    if (!has_errors(line_.problems)) line_.file = std::move(file);
  }

  toml::Table table(const json::Node& value, const std::vector<FieldInfo>* known) {
    toml::Table to;
    for (const json::Member& member : std::get<json::Object>(value.data)) {
      if (std::holds_alternative<std::nullptr_t>(member.value.data)) continue;  // absent
      const FieldInfo* field = field_of(known, member.key);
      const toml::Span span{member.value.place, 0, 0};
      to.push_back(toml::Entry{member.key, this->value(member.value, field), span});
    }
    return to;
  }

  toml::Value value(const json::Node& from, const FieldInfo* field) {
    toml::Value to;
    to.span.place = from.place;
    if (const auto* text = std::get_if<std::string>(&from.data)) {
      if (field != nullptr && field->type == "moment" && text->size() > 10 && is_time(*text)) {
        to.data = toml::Time{*text};
      } else {
        to.data = *text;
      }
    } else if (const auto* number = std::get_if<std::int64_t>(&from.data)) {
      to.data = *number;
    } else if (const auto* decimal = std::get_if<double>(&from.data)) {
      to.data = *decimal;
    } else if (const auto* flag = std::get_if<bool>(&from.data)) {
      to.data = *flag;
    } else if (const auto* array = std::get_if<json::Array>(&from.data)) {
      toml::Array list;
      for (const json::Node& item : *array) list.push_back(value(item, field));
      to.data = std::move(list);
    } else if (const auto* object = std::get_if<json::Object>(&from.data)) {
      if (field == nullptr && object->size() == 1 && object->front().key == kTag)
        return tagged(object->front().value);
      to.data = table(from, field == nullptr ? nullptr : &field->fields);
    } else {
      error(InputRule::jsonl_null, from.place, "a null in a list");
    }
    return to;
  }

  // True where TOML reads it as a date with a time.
  static bool is_time(const std::string& text) {
    const toml::Parsed parsed = toml::parse("v = " + text, "");
    return parsed.problems.empty() && parsed.root.size() == 1 &&
           std::holds_alternative<toml::Time>(parsed.root.front().value.data);
  }

  toml::Value tagged(const json::Node& value) {
    const std::string* text = std::get_if<std::string>(&value.data);
    toml::Parsed parsed;
    if (text != nullptr) parsed = toml::parse("v = " + *text, "");
    if (text == nullptr || !parsed.problems.empty() || parsed.root.size() != 1) {
      error(InputRule::jsonl_tag, value.place, "\"$toml\" must be the text of one TOML value");
      return {};
    }
    toml::Value found = std::move(parsed.root.front().value);
    found.span = {value.place, 0, 0};
    return found;
  }

  JsonLine& line_;
  std::string path_;
};

}  // namespace

const FieldInfo* field_of(const std::vector<FieldInfo>* known, std::string_view key) {
  if (known == nullptr) return nullptr;
  for (const FieldInfo& field : *known) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

JsonLine read_line(std::string_view text, unsigned number) {
  JsonLine line;
  line.number = number;
  line.text = text;
  json::Limits limits;
  limits.longest = kLongestLine;
  json::ByteStream source(json::more_of(text), {number, 1});
  const std::optional<json::Node> value = json::read(source, limits, line.problems);
  if (!value) return line;
  while (!source.ended()) {
    const char c = source.peek();
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
      line.problems.push_back({Severity::error, InputRule::json_syntax, "", source.place(),
                               "not valid JSON: something stands behind the object", ""});
      return line;
    }
    source.next();
  }
  LineReader(line).read(*value);
  return line;
}

void read(const json::More& more, const std::function<bool(JsonLine&&)>& take) {
  std::string buffer(std::size_t{64} << 10, '\0');
  std::string line;
  unsigned number = 1;
  bool too_long = false;
  // Returns false where no more is wanted.
  const auto finish = [&] {
    bool go_on = true;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (too_long) {
      JsonLine refused;
      refused.number = number;
      refused.problems.push_back(
          {Severity::error,
           InputRule::jsonl_long,
           "",
           {number, 1},
           "the line is longer than " + std::to_string(kLongestLine >> 20) + " MiB",
           ""});
      go_on = take(std::move(refused));
    } else if (line.find_first_not_of(" \t\r") != line.npos) {
      go_on = take(read_line(line, number));
    }
    line.clear();
    if (line.capacity() > (std::size_t{1} << 20)) line.shrink_to_fit();
    too_long = false;
    ++number;
    return go_on;
  };
  while (const std::size_t got = more(buffer.data(), buffer.size())) {
    std::string_view rest(buffer.data(), got);
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view part = rest.substr(0, end);
      if (!too_long && line.size() + part.size() > kLongestLine) {
        too_long = true;
        line = std::string();
      }
      if (!too_long) line += part;
      if (end == rest.npos) break;
      rest.remove_prefix(end + 1);
      if (!finish()) return;
    }
  }
  if (too_long || !line.empty()) finish();
}

}  // namespace aver::claims::jsonl
