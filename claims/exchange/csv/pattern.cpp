// SPDX-License-Identifier: MIT
//
// Patterns and date forms, read once for a mapping and filled in once a row.
#include "claims/exchange/csv/pattern.h"

#include <algorithm>
#include <array>
#include <utility>

#include "claims/exchange/slugs.h"
#include "claims/text/ascii.h"
#include "claims/text/fold.h"
#include "claims/text/id.h"
#include "claims/text/lines.h"

namespace aver::claims::mapping {
namespace {

constexpr std::array<std::pair<std::string_view, PatternFilter>, 5> kFilters = {
    {{"slug", PatternFilter::slug},
     {"id", PatternFilter::as_id},
     {"year", PatternFilter::year},
     {"hash", PatternFilter::hash},
     {"first", PatternFilter::first}}};

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// The first run of exactly four digits.
std::string year_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at == 4) return std::string(text.substr(at, 4));
    at = end + 1;
  }
  return "";
}

std::string filtered(PatternFilter filter, std::string_view text, bool as_id) {
  switch (filter) {
    case PatternFilter::none:
      return as_id ? stable_slug(text) : std::string(text);
    case PatternFilter::slug:
      return stable_slug(text);
    case PatternFilter::as_id:
      return std::string(text);
    case PatternFilter::year:
      return year_in(text);
    case PatternFilter::hash:
      return text.empty() ? "" : short_hash(text).substr(6);
    case PatternFilter::first:
      return stable_slug(text).substr(0, 1);
  }
  return "";
}

// Parses the text between the braces, from `at` on, and sets `at` after the closing one.
std::string read_hole(std::string_view text, std::size_t& at, PatternPiece& piece) {
  while (true) {
    Choice choice;
    while (at < text.size() && text[at] == ' ') ++at;
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
      const char mark = text[at];
      const std::size_t end = text.find(mark, at + 1);
      if (end == text.npos) return "a quote mark is not closed";
      choice.literal = mark == '"';
      choice.name = text.substr(at + 1, end - at - 1);
      at = end + 1;
    } else {
      const std::size_t end = std::min(text.find_first_of("|}:", at), text.size());
      choice.name = trimmed(text.substr(at, end - at), " ");
      if (choice.name.empty()) return "a hole names no column";
      at = end;
    }
    while (at < text.size() && text[at] == ' ') ++at;
    if (at < text.size() && text[at] == ':') {
      const std::size_t end = std::min(text.find_first_of("|}", at), text.size());
      const std::string name(trimmed(text.substr(at + 1, end - at - 1), " "));
      const auto found = std::find_if(kFilters.begin(), kFilters.end(),
                                      [&](const auto& one) { return one.first == name; });
      if (found == kFilters.end()) {
        return "\"" + name + "\" is nothing to do with a cell: slug, id, year, hash or first";
      }
      choice.filter = found->second;
      at = end;
    }
    piece.choices.push_back(std::move(choice));
    if (at >= text.size()) return "a \"{\" is not closed";
    if (text[at++] == '}') return "";
  }
}

}  // namespace

std::string Pattern::read(std::string_view text) {
  pieces_.clear();
  std::string literal;
  const auto flush = [&] {
    if (!literal.empty()) pieces_.push_back({std::exchange(literal, ""), {}});
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view two = text.substr(at, 2);
    if (two == "{{" || two == "}}") {
      literal += text[at];
      at += 2;
    } else if (text[at] == '}') {
      return "a \"}\" closes nothing: write \"}}\" for the character";
    } else if (text[at] == '{') {
      flush();
      ++at;
      PatternPiece piece;
      if (std::string problem = read_hole(text, at, piece); !problem.empty()) return problem;
      pieces_.push_back(std::move(piece));
    } else {
      literal += text[at++];
    }
  }
  flush();
  return "";
}

std::optional<std::string> Pattern::bind(
    const std::function<std::optional<std::size_t>(const std::string&)>& column_of) {
  for (PatternPiece& piece : pieces_) {
    for (Choice& choice : piece.choices) {
      if (choice.literal) continue;
      const std::optional<std::size_t> column = column_of(choice.name);
      if (!column) return choice.name;
      choice.column = *column;
    }
  }
  return std::nullopt;
}

std::optional<std::string> Pattern::fill(const Cell& cell, bool as_id) const {
  std::string to;
  for (const PatternPiece& piece : pieces_) {
    if (piece.choices.empty()) {
      to += piece.text;
      continue;
    }
    std::string value;
    for (const Choice& choice : piece.choices) {
      value = filtered(choice.filter,
                       choice.literal ? std::string_view(choice.name) : cell(choice.column), as_id);
      if (!value.empty()) break;
    }
    if (value.empty()) return std::nullopt;
    to += value;
  }
  if (to.empty()) return std::nullopt;
  if (!as_id) return to;
  // A segment that Windows keeps may come about only here: "{a}{b}" of "c" and "on".
  std::string id;
  for (std::size_t begin = 0; begin <= to.size();) {
    const std::size_t end = std::min(to.find('/', begin), to.size());
    const std::string segment = to.substr(begin, end - begin);
    id += (begin > 0 ? "/" : "") + (slug(segment) == segment + "-1" ? segment + "-1" : segment);
    begin = end + 1;
  }
  return id;
}

void Pattern::columns(std::vector<std::size_t>& to) const {
  for (const PatternPiece& piece : pieces_) {
    for (const Choice& choice : piece.choices) {
      if (!choice.literal) to.push_back(choice.column);
    }
  }
}

std::string DateForm::read(std::string_view form) {
  form_ = form;
  if (form == "ISO") return "";
  if (form.find("YYYY") == form.npos) {
    return "\"" + form_ + "\" is no form of dates: it has no YYYY";
  }
  if (form.find('D') != form.npos && form.find('M') == form.npos) {
    return "\"" + form_ + "\" is no form of dates: it has a day, and no month";
  }
  return "";
}

// Form and text are walked side by side, and the form decides how many digits a number has: "1.2."
// and "0102" have no other sign of where one ends. What is found is written as an ISO date and read
// by parse_date, so that a day that is none (30 February) is refused here as it is everywhere, in
// the same words.
std::optional<Date> DateForm::parse(std::string_view text, std::string& problem) const {
  if (form_ == "ISO") {
    ParsedDate parsed = parse_date(text);
    problem = std::move(parsed.problem);
    return parsed.date;
  }
  problem = "\"" + std::string(text) + "\" is no date of the form " + form_;
  int year = 0;
  int month = 0;
  int day = 0;
  std::size_t at = 0;
  const auto digits = [&](std::size_t least, std::size_t most, int& to) {
    std::size_t end = at;
    to = 0;
    while (end < text.size() && end - at < most && is_digit(text[end])) {
      to = to * 10 + (text[end++] - '0');
    }
    const bool good = end - at >= least;
    at = end;
    return good;
  };
  for (std::size_t f = 0; f < form_.size();) {
    const std::string_view rest = std::string_view(form_).substr(f);
    if (rest == "*") {
      at = text.size();
      break;
    }
    if (rest.starts_with("YYYY")) {
      if (!digits(4, 4, year)) return std::nullopt;
      f += 4;
    } else if (rest.starts_with("MMM")) {
      std::size_t end = at;
      while (end < text.size() && (text[end] | 32) >= 'a' && (text[end] | 32) <= 'z') ++end;
      const std::string name = lower_case(text.substr(at, end - at));
      for (std::size_t i = 0; i < kMonths.size() && month == 0; ++i) {
        if (name == kMonths[i] || name == kMonths[i].substr(0, 3)) month = static_cast<int>(i) + 1;
      }
      if (month == 0) return std::nullopt;
      at = end;
      f += 3;
    } else if (rest.front() == 'M' || rest.front() == 'D') {
      const bool two = rest.size() > 1 && rest[1] == rest[0];
      if (!digits(two ? 2 : 1, 2, rest.front() == 'M' ? month : day)) return std::nullopt;
      f += two ? 2 : 1;
    } else {
      if (at >= text.size() || text[at] != form_[f]) return std::nullopt;
      ++at;
      ++f;
    }
  }
  if (at != text.size()) return std::nullopt;
  // From here on by the one reader of dates, which knows its sentences.
  std::string iso = std::to_string(year);
  iso.insert(0, 4 - iso.size(), '0');
  const auto add = [&](int number) {
    iso += number < 10 ? "-0" : "-";
    iso += std::to_string(number);
  };
  if (form_.find('M') != form_.npos) add(month);
  if (form_.find('D') != form_.npos) add(day);
  ParsedDate parsed = parse_date(iso);
  problem = std::move(parsed.problem);
  return parsed.date;
}

}  // namespace aver::claims::mapping
