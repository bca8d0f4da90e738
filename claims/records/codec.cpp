// SPDX-License-Identifier: MIT
//
// Reads and writes every record by walking the schema's table: one reader and one writer for all
// kinds. What a table cannot say (a retraction needs no position) follows in check_stance().
#include "claims/records/codec.h"

#include <algorithm>
#include <numeric>
#include <type_traits>

#include "claims/records/schema.h"
#include "claims/text/code_points.h"
#include "claims/text/hex.h"
#include "claims/text/hidden.h"
#include "claims/text/lines.h"
#include "claims/text/plain_run.h"
#include "claims/text/similar.h"

namespace aver::claims {
namespace {

using schema::Field;
using schema::Type;

// True where the text has a character that a terminal obeys or that reorders what stands around it,
// or a copy of ASCII that nobody sees. Other invisible ones, such as soft hyphens and joiners, are
// common in sound text.
bool has_hidden(std::string_view text) {
  for (std::size_t at = plain_run(text); at < text.size(); at += plain_run(text.substr(at))) {
    const char32_t point = next_point(text, at);
    if (is_control(point) ? point != '\n' && point != '\t'
                          : is_bidi_control(point) || is_line_separator(point) || is_tag(point)) {
      return true;
    }
  }
  return false;
}

// Reads tables into records by the schema, and gathers what is wrong.
class RecordReader {
 public:
  RecordReader(std::string_view file, Diagnostics& problems, Places& places)
      : file_(file), problems_(problems), places_(places) {}

  // `within` is where the table stands: line 1 for the whole file.
  template <class Record>
  void read(const toml::Table& table, Place within, Record& record) {
    for (const Field<Record>& field : schema::fields(schema::Of<Record>{})) {
      const toml::Value* value = toml::find(table, field.key);
      if (value == nullptr) {
        if (field.required) {
          error(Rule::key_missing, within, "the key " + quoted(field.key) + " is missing");
        }
        continue;
      }
      place_ = value->span.place;
      key_ = field.key;
      places_.add(prefix_ + std::string(field.key), place_);
      std::visit([&](auto member) { this->value(field, *value, record.*member); }, field.member);
    }
    for (const toml::Entry& entry : table) {
      if (!is_known<Record>(entry.key)) {
        unknown_key<Record>(entry);
        record.unknown.push_back(entry);
      }
    }
    toml::sort_keys(record.unknown);
  }

  void error(RuleName rule, Place place, std::string sentence, std::string hint = "") {
    problems_.push_back(
        {Severity::error, rule, file_, place, std::move(sentence), std::move(hint)});
  }
  void warning(RuleName rule, Place place, std::string sentence, std::string hint = "") {
    problems_.push_back(
        {Severity::warning, rule, file_, place, std::move(sentence), std::move(hint)});
  }

 private:
  template <class Record>
  static bool is_known(std::string_view key) {
    const std::vector<Field<Record>>& fields = schema::fields(schema::Of<Record>{});
    return std::any_of(fields.begin(), fields.end(),
                       [&](const Field<Record>& field) { return field.key == key; });
  }

  template <class Record>
  void unknown_key(const toml::Entry& entry) {
    std::vector<std::string> keys;
    for (const Field<Record>& field : schema::fields(schema::Of<Record>{}))
      keys.emplace_back(field.key);
    const std::vector<std::string> near = nearest(entry.key, keys, 1);
    warning(Rule::key_unknown, entry.key_span.place,
            "the key " + quoted(entry.key) + " is not known; it is kept as it is",
            near.empty() ? "" : "did you mean " + quoted(near.front()) + "?");
  }

  void mismatch(std::string_view wanted, const toml::Value& value) {
    error(Rule::type_mismatch, value.span.place,
          quoted(key_) + " must be " + std::string(wanted) + ", not " +
              std::string(toml::type_name(value)));
  }

  template <class Record>
  void value(const Field<Record>& field, const toml::Value& value, std::string& to) {
    const std::string* text = std::get_if<std::string>(&value.data);
    if (text == nullptr) return mismatch("a text", value);
    if (text->empty()) {
      if (field.required) error(Rule::text_empty, place_, quoted(key_) + " is empty");
      return;
    }
    if (sound(field.type, field.choices, *text, value.span.place)) to = *text;
  }

  template <class Record>
  void value(const Field<Record>& field, const toml::Value& value, std::vector<std::string>& to) {
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    if (array == nullptr) return mismatch("a list of texts", value);
    Type each = Type::line;
    if (field.type == Type::ids) each = Type::id;
    if (field.type == Type::urls) each = Type::url;
    for (const toml::Value& item : *array) {
      const std::string* text = std::get_if<std::string>(&item.data);
      places_.add(prefix_ + std::string(field.key) + "[" + std::to_string(to.size()) + "]",
                  item.span.place);
      if (text == nullptr) {
        mismatch("a list of texts", item);
      } else if (text->empty()) {
        error(Rule::text_empty, item.span.place, "an entry of " + quoted(key_) + " is empty");
      } else if (sound(each, {}, *text, item.span.place)) {
        to.push_back(*text);
      }
    }
    if (field.type == Type::set) {
      std::sort(to.begin(), to.end());
      to.erase(std::unique(to.begin(), to.end()), to.end());
    }
  }

  // A date with its time is one of TOML's own, or text.
  std::optional<Date> date(const toml::Value& value, bool timed) {
    if (const Day* day = std::get_if<Day>(&value.data)) return Date{*day};
    const std::string* text = std::get_if<std::string>(&value.data);
    if (const toml::Time* time = std::get_if<toml::Time>(&value.data)) text = &time->text;
    if (text == nullptr) {
      mismatch("a date", value);
      return std::nullopt;
    }
    ParsedDate parsed = parse_date(*text);
    if (!parsed.date) {
      error(parsed.open ? Rule::date_open : Rule::date_impossible, value.span.place,
            std::move(parsed.problem));
    } else if (parsed.date->time() && !timed) {
      error(Rule::type_mismatch, value.span.place,
            quoted(key_) + " takes no time: of all dates only \"held\" does");
      return std::nullopt;
    }
    return parsed.date;
  }

  template <class Record>
  void value(const Field<Record>& field, const toml::Value& value, Date& to) {
    if (const std::optional<Date> read = date(value, field.timed)) to = *read;
  }

  template <class Record>
  void value(const Field<Record>& field, const toml::Value& value, std::optional<Date>& to) {
    to = date(value, field.timed);
  }

  template <class Record>
  void value(const Field<Record>&, const toml::Value& value, std::optional<Moment>& to) {
    if (const toml::Time* time = std::get_if<toml::Time>(&value.data)) {
      const ParsedDate day = parse_date(std::string_view(time->text).substr(0, 10));
      if (!day.date) return mismatch("a date, or a date with a time", value);
      Moment moment{*day.date, time->text};
      if (moment.time.size() > 10) moment.time[10] = 'T';
      to = std::move(moment);
      return;
    }
    if (const std::optional<Date> read = date(value, false)) to = Moment{*read, ""};
  }

  template <class Record>
  void value(const Field<Record>&, const toml::Value& value, bool& to) {
    const bool* given = std::get_if<bool>(&value.data);
    if (given == nullptr) return mismatch("true or false", value);
    to = *given;
  }

  template <class Record>
  void value(const Field<Record>& field, const toml::Value& value, std::optional<int>& to) {
    const std::int64_t* number = std::get_if<std::int64_t>(&value.data);
    if (number == nullptr) return mismatch("a whole number", value);
    if (*number < field.low || *number > field.high) {
      return error(Rule::range_out, place_,
                   quoted(key_) + " must be from " + std::to_string(field.low) + " to " +
                       std::to_string(field.high) + ", not " + std::to_string(*number));
    }
    to = static_cast<int>(*number);
  }

  template <class Record, class Part>
  void value(const Field<Record>& field, const toml::Value& value, std::vector<Part>& to) {
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    const std::string wanted = "a list of tables, each [[" + std::string(field.key) + "]]";
    if (array == nullptr) return mismatch(wanted, value);
    for (const toml::Value& item : *array) {
      const toml::Table* table = std::get_if<toml::Table>(&item.data);
      key_ = field.key;
      if (table == nullptr) {
        mismatch(wanted, item);
        continue;
      }
      const std::string within = prefix_;
      prefix_ += std::string(field.key) + "[" + std::to_string(to.size()) + "]";
      places_.add(prefix_, item.span.place);
      prefix_ += ".";
      read(*table, item.span.place, to.emplace_back());
      prefix_ = within;
    }
    if constexpr (std::is_same_v<Part, Evidence>) sort_tables(field.key, to);
  }

  // Tables without order stand as the canonical form has them.
  template <class Part>
  void sort_tables(std::string_view key, std::vector<Part>& parts) {
    if (std::is_sorted(parts.begin(), parts.end())) return;
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return parts[a] < parts[b]; });
    std::vector<Part> sorted;
    for (const std::size_t at : order) sorted.push_back(std::move(parts[at]));
    parts = std::move(sorted);
    places_.reorder(prefix_ + std::string(key), order);
  }

  // True where the text may stand for the type; else an error has been noted.
  bool sound(Type type, const std::vector<std::string_view>& choices, const std::string& text,
             Place place) {
    if (type != Type::text && text.find('\n') != text.npos) {
      error(Rule::text_lines, place, quoted(key_) + " must be a single line");
      return false;
    }
    if (has_hidden(text)) {
      warning(Rule::text_control, place,
              quoted(key_) + " has invisible characters in it: control or bidirectional ones");
    }
    switch (type) {
      case Type::id:
        if (std::string problem = id_problem(text); !problem.empty()) {
          error(Rule::id_form, place, std::move(problem), "aver help ids");
          return false;
        }
        return true;
      case Type::stance: {
        const StanceId id = split_stance_id(text);
        std::string problem = id.claim.empty() ? "" : id_problem(id.claim);
        if (problem.empty()) problem = id_problem(id.name);
        if (!problem.empty()) error(Rule::id_form, place, std::move(problem), "aver help ids");
        return problem.empty();
      }
      case Type::word:
        return one_of(choices, text, place);
      case Type::url:
        return is_url(text, place);
      case Type::digest:
        if (text.size() == 64 && is_hex(text)) return true;
        error(Rule::digest_form, place, quoted(key_) + " must be 64 lower-case hex digits");
        return false;
      case Type::file_name:
        if (text.find('/') == text.npos && text.front() != '.' && !text.ends_with(".toml"))
          return true;
        error(Rule::path_name, place,
              quoted(key_) + " must be the name of a file beside the record, without folders");
        return false;
      default:
        return true;
    }
  }

  bool one_of(const std::vector<std::string_view>& choices, const std::string& text, Place place) {
    if (std::find(choices.begin(), choices.end(), text) != choices.end()) return true;
    std::string all;
    std::vector<std::string> words;
    for (const std::string_view choice : choices) {
      all += (all.empty() ? "" : ", ") + std::string(choice);
      words.emplace_back(choice);
    }
    const std::vector<std::string> near = nearest(text, words, 1);
    error(Rule::word_unknown, place,
          quoted(text) + " is no " + std::string(key_) + ": one of " + all,
          near.empty() ? "" : "did you mean " + quoted(near.front()) + "?");
    return false;
  }

  bool is_url(const std::string& text, Place place) {
    const std::size_t colon = text.find(':');
    const bool scheme = colon != text.npos && colon > 0 && colon + 1 < text.size() &&
                        text.find_first_of(" \t<>\"") == text.npos;
    if (!scheme)
      error(Rule::url_form, place, quoted(text) + " is no URL", "begin it with https://");
    return scheme;
  }

  std::string file_;
  Diagnostics& problems_;
  Places& places_;
  std::string prefix_;  // of keys within a table of a list: "relation[0]."
  Place place_;
  std::string_view key_;
};

// The record's values as a table, in canonical order.
class Writer {
 public:
  template <class Record>
  static toml::Table table(const Record& record) {
    toml::Table to;
    for (const Field<Record>& field : schema::fields(schema::Of<Record>{})) {
      std::visit([&](auto member) { add(to, field.key, record.*member); }, field.member);
    }
    toml::Table unknown = record.unknown;
    toml::sort_keys(unknown);
    to.insert(to.end(), unknown.begin(), unknown.end());
    return to;
  }

 private:
  template <class T>
  static void put(toml::Table& to, std::string_view key, T&& value) {
    to.push_back(toml::Entry{std::string(key), toml::Value{std::forward<T>(value), {}}, {}});
  }
  static void add(toml::Table& to, std::string_view key, const std::string& text) {
    if (!text.empty()) put(to, key, text);
  }
  static void add(toml::Table& to, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    toml::Array array;
    for (const std::string& text : texts) array.push_back(toml::Value{text, {}});
    put(to, key, std::move(array));
  }
  static void add(toml::Table& to, std::string_view key, const Date& date) {
    to.push_back(toml::Entry{std::string(key), toml::value_of(date), {}});
  }
  static void add(toml::Table& to, std::string_view key, const std::optional<Date>& date) {
    if (date) add(to, key, *date);
  }
  static void add(toml::Table& to, std::string_view key, const std::optional<Moment>& moment) {
    if (!moment) return;
    if (moment->time.empty()) {
      add(to, key, moment->date);
    } else {
      put(to, key, toml::Time{moment->time});
    }
  }
  static void add(toml::Table& to, std::string_view key, const std::optional<int>& number) {
    if (number) put(to, key, std::int64_t{*number});
  }
  static void add(toml::Table& to, std::string_view key, bool flag) {
    if (flag) put(to, key, true);
  }
  template <class Part>
  static void add(toml::Table& to, std::string_view key, const std::vector<Part>& parts) {
    if (parts.empty()) return;
    toml::Array array;
    for (const Part& part : parts) array.push_back(toml::Value{table(part), {}});
    put(to, key, std::move(array));
  }
};

template <class Record>
Decoded<Record> decode(std::string_view text, std::string_view file, Record&& named) {
  Decoded<Record> decoded;
  decoded.file = file;
  toml::Parsed parsed = toml::parse(text, file);
  decoded.problems = std::move(parsed.problems);
  if (has_errors(decoded.problems)) return decoded;
  RecordReader(file, decoded.problems, decoded.places).read(parsed.root, Place{1, 1}, named);
  decoded.record = std::forward<Record>(named);
  return decoded;
}

template <class Record>
Decoded<Record> decode(const toml::Table& table, std::string_view file, Record&& named) {
  Decoded<Record> decoded;
  decoded.file = file;
  RecordReader(file, decoded.problems, decoded.places).read(table, Place{1, 1}, named);
  decoded.record = std::forward<Record>(named);
  return decoded;
}

// What the path says of the record: its id, and whether that is one.
RecordRef named_by(std::string_view file, RecordKind kind, Diagnostics& problems) {
  std::optional<RecordRef> record = record_at(file);
  if (!record || record->kind != kind) {
    problems.push_back({Severity::error,
                        Rule::path_name,
                        std::string(file),
                        {},
                        "no " + std::string(to_string(kind)) + " lives at this path",
                        "aver help format"});
    return {kind, std::string(file)};
  }
  std::string problem;
  if (kind == RecordKind::stance) {
    const StanceId id = split_stance_id(record->id);
    problem = id_problem(id.claim);
    if (problem.empty()) problem = id_problem(id.name);
  } else {
    problem = id_problem(record->id);
  }
  if (!problem.empty()) {
    problems.push_back(
        {Severity::error, Rule::id_form, std::string(file), {}, problem, "aver help ids"});
  }
  return *record;
}

// A record with an error is no record: nobody is to reckon with half of one.
template <class Record>
Decoded<Record> settled(Decoded<Record>&& decoded, Diagnostics&& of_path) {
  decoded.problems.insert(decoded.problems.begin(), of_path.begin(), of_path.end());
  if (has_errors(decoded.problems)) {
    decoded.draft = std::move(decoded.record);
    decoded.record.reset();
  }
  sort(decoded.problems);
  return std::move(decoded);
}

template <class Record, class Form>
Decoded<Record> decode_named(const Form& from, std::string_view file, RecordKind kind) {
  Diagnostics of_path;
  Record record;
  record.id = named_by(file, kind, of_path).id;
  return settled(decode(from, file, std::move(record)), std::move(of_path));
}

void check_stance(Decoded<Stance>& decoded) {
  Stance& stance = *decoded.record;
  const auto note = [&](Severity severity, RuleName rule, Place place, std::string sentence) {
    decoded.problems.push_back({severity, rule, decoded.file, place, std::move(sentence), ""});
  };
  if (stance.position.empty() && stance.retracts.empty() &&
      decoded.places.of("position") == Place{1, 1}) {
    note(Severity::error, Rule::key_missing, {1, 1}, "the key \"position\" is missing");
  }
  if (stance.reason.empty() && !(stance.corrects.empty() && stance.retracts.empty())) {
    note(Severity::error, Rule::key_missing,
         decoded.places.of(stance.corrects.empty() ? "retracts" : "corrects"),
         "a correction says why: the key \"reason\" is missing");
  }
  if (!has_errors(decoded.problems)) {
    // Only the day is compared: a stance keeps its name when its holder is renamed.
    if (!stance.name.starts_with(written_part(stance.held) + "-")) {
      note(Severity::warning, Rule::path_name, {},
           "the file's name does not say when it was held: expected " +
               stance_name(stance.held, stance.holder) + ".toml, or that with a number behind it");
    }
  }
}

template <class Form>
Decoded<Stance> decode_stance_of(const Form& from, std::string_view file) {
  Diagnostics of_path;
  StanceId id = split_stance_id(named_by(file, RecordKind::stance, of_path).id);
  Stance stance;
  stance.claim = std::move(id.claim);
  stance.name = std::move(id.name);
  Decoded<Stance> decoded = decode(from, file, std::move(stance));
  if (decoded.record) check_stance(decoded);
  return settled(std::move(decoded), std::move(of_path));
}

}  // namespace

Place Places::of(std::string_view key) const {
  for (const auto& [name, place] : places_) {
    if (name == key) return place;
  }
  return Place{1, 1};
}

void Places::reorder(std::string_view key, const std::vector<std::size_t>& order) {
  const std::string opening = std::string(key) + "[";
  for (auto& [name, place] : places_) {
    if (!name.starts_with(opening)) continue;
    const std::size_t end = name.find(']', opening.size());
    const std::string number = name.substr(opening.size(), end - opening.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (std::to_string(order[i]) != number) continue;
      name.replace(opening.size(), number.size(), std::to_string(i));
      break;
    }
  }
}

Decoded<Claim> decode_claim(std::string_view text, std::string_view file) {
  return decode_named<Claim>(text, file, RecordKind::claim);
}

Decoded<Stance> decode_stance(std::string_view text, std::string_view file) {
  return decode_stance_of(text, file);
}

Decoded<Actor> decode_actor(std::string_view text, std::string_view file) {
  return decode_named<Actor>(text, file, RecordKind::actor);
}

Decoded<Source> decode_source(std::string_view text, std::string_view file) {
  return decode_named<Source>(text, file, RecordKind::source);
}

Decoded<Review> decode_review(std::string_view text, std::string_view file) {
  return decode_named<Review>(text, file, RecordKind::review);
}

Decoded<Claim> claim_of(const toml::Table& table, std::string_view file) {
  return decode_named<Claim>(table, file, RecordKind::claim);
}

Decoded<Stance> stance_of(const toml::Table& table, std::string_view file) {
  return decode_stance_of(table, file);
}

Decoded<Actor> actor_of(const toml::Table& table, std::string_view file) {
  return decode_named<Actor>(table, file, RecordKind::actor);
}

Decoded<Source> source_of(const toml::Table& table, std::string_view file) {
  return decode_named<Source>(table, file, RecordKind::source);
}

Decoded<Review> review_of(const toml::Table& table, std::string_view file) {
  return decode_named<Review>(table, file, RecordKind::review);
}

toml::Table table_of(const Claim& claim) {
  Claim sorted = claim;
  std::sort(sorted.tags.begin(), sorted.tags.end());
  sorted.tags.erase(std::unique(sorted.tags.begin(), sorted.tags.end()), sorted.tags.end());
  return Writer::table(sorted);
}

toml::Table table_of(const Stance& stance) {
  if (std::is_sorted(stance.further.begin(), stance.further.end())) return Writer::table(stance);
  Stance sorted = stance;
  std::stable_sort(sorted.further.begin(), sorted.further.end());
  return Writer::table(sorted);
}

toml::Table table_of(const Actor& actor) { return Writer::table(actor); }

toml::Table table_of(const Source& source) { return Writer::table(source); }

toml::Table table_of(const Review& review) { return Writer::table(review); }

std::string encode(const Claim& claim) { return toml::write(table_of(claim)); }

std::string encode(const Stance& stance) { return toml::write(table_of(stance)); }

std::string encode(const Actor& actor) { return toml::write(table_of(actor)); }

std::string encode(const Source& source) { return toml::write(table_of(source)); }

std::string encode(const Review& review) { return toml::write(table_of(review)); }

}  // namespace aver::claims
