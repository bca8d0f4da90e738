// SPDX-License-Identifier: MIT
//
// Guards toml++ (size, depth of keys, UTF-8), tries the quick reader first, and turns toml++'s tree
// into ours with byte offsets and the order of the file.
#include "claims/toml/toml.h"

#include <toml++/toml.h>

#include <algorithm>
#include <utility>

#include "claims/text/code_points.h"
#include "claims/text/plain_run.h"
#include "claims/toml/toml_plain.h"

namespace aver::claims::toml {
namespace {

constexpr std::size_t kLargestFile = 1u << 20;
constexpr std::size_t kMostDotsInAKey = 1000;

Day day_of(const ::toml::date& date) {
  return Day{std::chrono::year{date.year} / std::chrono::month{date.month} /
             std::chrono::day{date.day}};
}

// Turns toml++'s tree into ours: places to bytes, and the order of the file restored.
class TableReader {
 public:
  explicit TableReader(std::string_view text) : text_(text) {
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    lines_.push_back({at, 0});
    for (std::size_t columns = 0; at < text.size(); ++at) {
      if (text[at] == '\n') {
        lines_.push_back({at + 1, steps_.size()});
        columns = 0;
      } else if (!is_continuation(text[at]) && columns++ == kStep) {
        steps_.push_back(at);
        columns = 1;
      }
    }
  }

  Table table(const ::toml::table& from) const {
    Table to;
    to.reserve(from.size());
    for (auto&& [key, node] : from) {
      to.push_back(Entry{std::string(key.str()), value(node), span(key.source())});
    }
    std::stable_sort(to.begin(), to.end(), [](const Entry& a, const Entry& b) {
      return a.key_span.place < b.key_span.place;
    });
    return to;
  }

  std::size_t offset(unsigned line, unsigned column) const {
    if (line == 0 || line > lines_.size()) return text_.size();
    const Line& from = lines_[line - 1];
    std::size_t at = from.begin;
    unsigned c = 1;
    // A line may be all of the file, with a value in each of its columns.
    const std::size_t last = line < lines_.size() ? lines_[line].first_step : steps_.size();
    const std::size_t jumps =
        std::min<std::size_t>(column == 0 ? 0 : (column - 1) / kStep, last - from.first_step);
    if (jumps > 0) {
      at = steps_[from.first_step + jumps - 1];
      c += static_cast<unsigned>(jumps * kStep);
    }
    for (; c < column && at < text_.size(); ++c) {
      ++at;
      while (at < text_.size() && is_continuation(text_[at])) ++at;
    }
    return at;
  }

 private:
  Span span(const ::toml::source_region& region) const {
    return Span{Place{region.begin.line, region.begin.column},
                offset(region.begin.line, region.begin.column),
                offset(region.end.line, region.end.column)};
  }

  Value value(const ::toml::node& node) const {
    Value to;
    to.span = span(node.source());
    switch (node.type()) {
      case ::toml::node_type::table:
        to.data = table(*node.as_table());
        break;
      case ::toml::node_type::array: {
        Array array;
        for (auto&& item : *node.as_array()) array.push_back(value(item));
        to.data = std::move(array);
        break;
      }
      case ::toml::node_type::string:
        to.data = node.as_string()->get();
        break;
      case ::toml::node_type::integer:
        to.data = node.as_integer()->get();
        break;
      case ::toml::node_type::floating_point:
        to.data = node.as_floating_point()->get();
        break;
      case ::toml::node_type::boolean:
        to.data = node.as_boolean()->get();
        break;
      case ::toml::node_type::date:
        to.data = day_of(node.as_date()->get());
        break;
      case ::toml::node_type::time:
      case ::toml::node_type::date_time:
        // As it stands in the file, so that fractions and offsets survive.
        to.data = Time{std::string(text_.substr(to.span.begin, to.span.end - to.span.begin))};
        break;
      case ::toml::node_type::none:
        break;
    }
    return to;
  }

  struct Line {
    std::size_t begin = 0;
    std::size_t first_step = 0;  // in steps_
  };

  static constexpr std::size_t kStep = 64;  // columns

  std::string_view text_;
  std::vector<Line> lines_;
  std::vector<std::size_t> steps_;  // where every 64th column of a line begins
};

// Finds keys that nest tables deeper than toml++ and whoever walks its tree can take. Each dot of a
// key is a level, and a key within an inline table is below the one that the table belongs to. Dots
// in texts, comments and numbers are none.
class KeyDepth {
 public:
  explicit KeyDepth(std::string_view text) : text_(text) {}

  // The place of the dot that is one too many.
  std::optional<Place> too_deep() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        skip_text(c);
        continue;
      }
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
        continue;
      }
      if (c == '.' && above_ + ++dots_ > kMostDotsInAKey) return place();
      structure(c);
      ++at_;
    }
    return std::nullopt;
  }

 private:
  void structure(char c) {
    switch (c) {
      case '=':
        key_ = std::exchange(dots_, 0);
        break;
      case ',':
      case '\n':
        dots_ = 0;
        if (c == ',' || open_.empty()) key_ = 0;
        break;
      case '{':
      case '[':
        open_.push_back(key_);
        above_ += std::exchange(key_, 0);
        dots_ = 0;
        break;
      case '}':
      case ']':
        if (!open_.empty()) {
          above_ -= open_.back();
          open_.pop_back();
        }
        key_ = dots_ = 0;
        break;
      default:
        break;
    }
  }

  void skip_text(char mark) {
    const std::string three(3, mark);
    const bool lines = text_.substr(at_).starts_with(three);
    at_ += lines ? 3 : 1;
    while (at_ < text_.size()) {
      if (mark == '"' && text_[at_] == '\\') {
        at_ += 2;
      } else if (lines ? text_.substr(at_).starts_with(three) : text_[at_] == mark) {
        at_ += lines ? 3 : 1;
        return;
      } else if (!lines && text_[at_] == '\n') {
        return;  // not closed: toml++ says so
      } else {
        ++at_;
      }
    }
    at_ = text_.size();
  }

  Place place() const {
    Place place{1, 1};
    for (std::size_t i = 0; i < at_; ++i) {
      if (text_[i] == '\n') {
        ++place.line;
        place.column = 1;
      } else if (!is_continuation(text_[i])) {
        ++place.column;
      }
    }
    return place;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t dots_ = 0;           // of the key or number under way
  std::size_t key_ = 0;            // of the key whose value is under way
  std::size_t above_ = 0;          // of the keys that the value is below
  std::vector<std::size_t> open_;  // of the key of each table or list that is open
};

Diagnostic problem(std::string_view file, Place place, RuleName rule, std::string sentence,
                   std::string hint = "") {
  return {Severity::error, rule, std::string(file), place, std::move(sentence), std::move(hint)};
}

// What must not reach toml++: it would crash, or name a place of its own making.
std::optional<Diagnostic> refused(std::string_view text, std::string_view file) {
  if (text.size() > kLargestFile) {
    return problem(file, {}, Rule::toml_size, "the file is larger than 1 MiB");
  }
  Place place{1, 1};
  std::size_t dots = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_run<'.'>(text.substr(at));
    place.column += static_cast<unsigned>(plain);
    at += plain;
    if (at == text.size()) break;
    const CodePoint point = decode(text, at);
    if (!point.valid()) {
      return problem(file, place, Rule::toml_encoding, "the file is not UTF-8", "save it as UTF-8");
    }
    if (text[at] == '\0') {
      return problem(file, place, Rule::toml_encoding,
                     "the file has a zero byte in it: it is no text");
    }
    if (text[at] == '\n') {
      ++place.line;
      place.column = 0;
    } else if (text[at] == '.') {
      ++dots;
    }
    ++place.column;
    at += point.bytes;
  }
  if (dots <= kMostDotsInAKey) return std::nullopt;
  if (const std::optional<Place> dot = KeyDepth(text).too_deep()) {
    return problem(file, *dot, Rule::toml_dots, "the key has more than 1000 dots");
  }
  return std::nullopt;
}

// The line, from 1, at which git has left a conflict; 0 where there is none. Within a text of many
// lines it is valid TOML, and no less a conflict: the writer escapes what only looks like one.
unsigned conflict_line(std::string_view text) {
  constexpr std::string_view kMarks[] = {"<<<<<<< ", "=======", ">>>>>>> "};
  std::size_t marks = 0;
  unsigned at = 0;
  if (text.find(kMarks[0]) == text.npos) return 0;
  unsigned line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text.substr(begin, end - begin).starts_with(kMarks[marks])) {
      if (marks == 0) at = line;
      if (++marks == std::size(kMarks)) return at;
    }
    begin = end + 1;
  }
  return 0;
}

// toml++ speaks of "Error while parsing key-value pair: …"; the front says nothing to a reader. The
// commonest slip, a text that is not closed, it calls a control character.
std::string sentence_of(const ::toml::parse_error& error, std::string_view at) {
  std::string text(error.description());
  if (text.find("control character") != text.npos &&
      (at.starts_with('\n') || at.starts_with('\r'))) {
    return "not valid TOML: the text is not closed before the end of the line";
  }
  constexpr std::string_view kFront = "Error while parsing ";
  if (text.starts_with(kFront)) text.erase(0, kFront.size());
  return "not valid TOML: " + text;
}

}  // namespace

const Value* find(const Table& table, std::string_view key) {
  for (const Entry& entry : table) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

std::string_view type_name(const Value& value) {
  constexpr std::string_view kNames[] = {"a text",        "a whole number", "a decimal number",
                                         "true or false", "a date",         "a time",
                                         "a list",        "a table"};
  return kNames[value.data.index()];
}

Parsed parse(std::string_view text, std::string_view file) {
  Parsed parsed;
  if (std::optional<Diagnostic> no = refused(text, file)) {
    parsed.problems.push_back(std::move(*no));
    return parsed;
  }
  if (const unsigned line = conflict_line(text); line != 0) {
    Diagnostic conflict = problem(file, Place{line, 1}, Rule::merge_unresolved,
                                  "a merge conflict is left in the file");
    conflict.hint =
        "choose between its sides, take the marks out, then: git add " + std::string(file);
    parsed.problems.push_back(std::move(conflict));
    return parsed;
  }
  if (std::optional<Table> plain = parse_plain(text)) {
    parsed.root = std::move(*plain);
    return parsed;
  }
  try {
    parsed.root = TableReader(text).table(::toml::parse(text, std::string_view{}));
  } catch (const ::toml::parse_error& error) {
    const ::toml::source_position at = error.source().begin;
    parsed.problems.push_back(
        problem(file, Place{at.line, at.column}, Rule::toml_syntax,
                sentence_of(error, text.substr(TableReader(text).offset(at.line, at.column)))));
  }
  return parsed;
}

}  // namespace aver::claims::toml
