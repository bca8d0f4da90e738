// SPDX-License-Identifier: MIT
//
// One pass, line by line, which gives up at the first byte that is not plain: nothing is reported
// from here, as toml++ then reads the text from its beginning.
//
// Ten times as fast as toml++ on a record; an index or an export decodes every one. A property test
// holds each result against toml++'s, places included.
#include "claims/toml/toml_plain.h"

#include <algorithm>
#include <charconv>

#include "claims/text/ascii.h"
#include "claims/text/code_points.h"
#include "claims/text/plain_run.h"

namespace aver::claims::toml {
namespace {

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

class Plain {
 public:
  explicit Plain(std::string_view text) : text_(text) {}

  std::optional<Table> read() {
    Table table;
    while (at_ < text_.size()) {
      if (text_[at_] == '\n') {
        next_line();
        continue;
      }
      std::optional<Entry> entry = line();
      constexpr std::size_t kMostKeys = 64;  // each key is compared with all before it
      if (!entry || table.size() == kMostKeys || find(table, entry->key) != nullptr) {
        return std::nullopt;
      }
      table.push_back(std::move(*entry));
      if (at_ == text_.size()) break;
      if (text_[at_] != '\n') return std::nullopt;
      next_line();
    }
    return table;
  }

 private:
  void next_line() {
    ++at_;
    ++line_;
    column_ = 1;
    counted_ = at_;
  }

  // The column counts characters, from 1. Each call must be for a position at or after that of the
  // last call.
  Place place(std::size_t at) {
    for (; counted_ < at; ++counted_) {
      if (!is_continuation(text_[counted_])) ++column_;
    }
    return Place{line_, column_};
  }

  bool take(std::string_view words) {
    if (!text_.substr(at_).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }

  std::optional<Entry> line() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_key_character(text_[at_])) ++at_;
    if (at_ == begin) return std::nullopt;
    Entry entry;
    entry.key = text_.substr(begin, at_ - begin);
    entry.key_span = Span{place(begin), begin, at_};
    if (!take(" = ")) return std::nullopt;
    if (!value(entry.value)) return std::nullopt;
    return entry;
  }

  bool value(Value& to) {
    if (at_ >= text_.size()) return false;
    const std::size_t begin = at_;
    to.span.place = place(begin);
    const char first = text_[at_];
    const bool read = first == '"'      ? text(to)
                      : first == '['    ? list(to)
                      : is_digit(first) ? number_or_date(to)
                                        : word(to);
    to.span.begin = begin;
    to.span.end = at_;
    return read;
  }

  bool text(Value& to) {
    if (text_.substr(at_).starts_with("\"\"\"")) return false;
    std::size_t end = at_ + 1;
    for (;; ++end) {
      end += plain_run<'"', '\\'>(text_.substr(end));
      if (end == text_.size() || text_[end] == '"') break;
      const auto byte = static_cast<unsigned char>(text_[end]);
      // Escapes, forbidden characters, and characters near U+FFFF, where TOML readers differ, are
      // left to toml++.
      if (byte == '\\' || byte == 0x7f || (byte < 0x20 && byte != '\t')) return false;
      if (byte == 0xef && end + 1 < text_.size() && text_[end + 1] == '\xbf') return false;
    }
    if (end == text_.size()) return false;
    to.data = std::string(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return true;
  }

  bool list(Value& to) {
    Array array;
    ++at_;
    while (true) {
      if (at_ >= text_.size()) return false;
      if (array.empty() && text_[at_] == ']') break;
      if (text_[at_] != '"' || !value(array.emplace_back())) return false;
      if (at_ < text_.size() && text_[at_] == ']') break;
      if (!take(", ")) return false;
    }
    ++at_;
    to.data = std::move(array);
    return true;
  }

  bool number_or_date(Value& to) {
    std::size_t end = at_;
    while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '-')) ++end;
    if (end < text_.size() && text_[end] != '\n') return false;
    const std::string_view word = text_.substr(at_, end - at_);
    const auto digits = [&](std::size_t from, std::size_t size) -> std::optional<unsigned> {
      unsigned read = 0;
      const auto [stop, error] =
          std::from_chars(word.data() + from, word.data() + from + size, read);
      if (error != std::errc() || stop != word.data() + from + size) return std::nullopt;
      return read;
    };
    constexpr std::size_t kDate = 10;   // "2024-10-31"
    constexpr std::size_t kNumber = 9;  // digits that are sure to fit
    if (word.size() == kDate && word[4] == '-' && word[7] == '-') {
      const auto year = digits(0, 4);
      const auto month = digits(5, 2);
      const auto day = digits(8, 2);
      if (!year || !month || !day || *year == 0) return false;
      const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)} /
                                             std::chrono::month{*month} / std::chrono::day{*day}};
      if (!date.ok()) return false;
      to.data = Day{date};
    } else if (word.size() <= kNumber && (word.front() != '0' || word.size() == 1)) {
      const auto number = digits(0, word.size());
      if (!number) return false;
      to.data = std::int64_t{*number};
    } else {
      return false;
    }
    at_ = end;
    return true;
  }

  bool word(Value& to) {
    const bool yes = take("true");
    if (!yes && !take("false")) return false;
    to.data = yes;
    return at_ == text_.size() || text_[at_] == '\n';
  }

  std::string_view text_;
  std::size_t at_ = 0;
  unsigned line_ = 1;
  unsigned column_ = 1;
  std::size_t counted_ = 0;
};

}  // namespace

std::optional<Table> parse_plain(std::string_view text) { return Plain(text).read(); }

}  // namespace aver::claims::toml
