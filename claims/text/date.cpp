// SPDX-License-Identifier: MIT
//
// Reads dates digit by digit, with a sentence for the slips that people make most. The calendar is
// std::chrono's.
#include "claims/text/date.h"

#include <array>
#include <cstdio>

namespace aver::claims {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};

// Reads exactly `width` digits at the front of `text` and takes them off.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

ParsedDate no_date(std::string problem) { return {std::nullopt, std::move(problem)}; }

ParsedDate not_a_date(std::string_view text) {
  return no_date(
      "\"" + std::string(text) +
      "\" is no date: write 2024, 2024-10 or 2024-10-31, with ~ behind it for \"about\"");
}

// "2024-5-1" and "1.5.2024" are the commonest slips; both get a sentence of their own.
ParsedDate explain(std::string_view text) {
  if (text.find_first_of("./") != std::string_view::npos && text.size() <= 10) {
    return no_date("\"" + std::string(text) +
                   "\" is no date: write year, month, day with \"-\", as 2024-10-31");
  }
  return not_a_date(text);
}

}  // namespace

Date::Date(Day at, bool approximate) : first_(at), approximate_(approximate) {}

Date Date::month(int y, unsigned m, bool approximate) {
  Date date;
  date.first_ = year_month_day{std::chrono::year{y}, std::chrono::month{m}, day{1}};
  date.precision_ = Precision::month;
  date.approximate_ = approximate;
  return date;
}

Date Date::year(int y, bool approximate) {
  Date date = month(y, 1, approximate);
  date.precision_ = Precision::year;
  return date;
}

Day Date::earliest() const { return Day{first_}; }

Day Date::latest() const {
  switch (precision_) {
    case Precision::year:
      return Day{year_month_day{first_.year(), std::chrono::December, day{31}}};
    case Precision::month:
      return Day{std::chrono::year_month_day_last{first_.year(),
                                                  std::chrono::month_day_last{first_.month()}}};
    case Precision::day:
      break;
  }
  return Day{first_};
}

std::strong_ordering compare(const Date& a, const Date& b) {
  const auto days = [](Day day) { return day.time_since_epoch().count(); };
  if (const auto c = days(a.earliest()) <=> days(b.earliest()); c != 0) return c;
  if (const auto c = days(a.latest()) <=> days(b.latest()); c != 0) return c;
  return a.approximate() <=> b.approximate();
}

ParsedDate parse_date(std::string_view text) {
  std::string_view rest = text;
  const std::optional<int> y = take_digits(rest, 4);
  if (!y) return explain(text);
  if (*y == 0) return no_date("there is no year 0000");
  if (rest.empty()) return {Date::year(*y), ""};
  if (rest == "~") return {Date::year(*y, true), ""};
  if (!take(rest, '-')) return explain(text);

  const std::optional<int> m = take_digits(rest, 2);
  if (!m) return explain(text);
  if (*m < 1 || *m > 12) {
    return no_date("there is no month " + std::string(text.substr(5, 2)) + " in \"" +
                   std::string(text) + "\"");
  }
  const auto month_number = static_cast<unsigned>(*m);
  if (rest.empty()) return {Date::month(*y, month_number), ""};
  if (rest == "~") return {Date::month(*y, month_number, true), ""};
  if (!take(rest, '-')) return explain(text);

  const std::optional<int> d = take_digits(rest, 2);
  if (!d || (!rest.empty() && rest != "~")) return explain(text);
  const year_month_day full{std::chrono::year{*y}, std::chrono::month{month_number},
                            day{static_cast<unsigned>(*d)}};
  if (!full.ok()) {
    return no_date("there is no " + std::to_string(*d) + " " + kMonths[month_number - 1] + " " +
                   std::to_string(*y));
  }
  return {Date{Day{full}, rest == "~"}, ""};
}

std::optional<Day> parse_day(std::string_view text) {
  const ParsedDate parsed = parse_date(text);
  if (!parsed.date || !parsed.date->exact()) return std::nullopt;
  return parsed.date->earliest();
}

std::string to_string(Day at) {
  const year_month_day date{at};
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer.data();
}

std::string to_string(const Date& date) {
  std::string text = to_string(date.earliest());
  if (date.precision() == Precision::year) text.resize(4);
  if (date.precision() == Precision::month) text.resize(7);
  if (date.approximate()) text += "~";
  return text;
}

}  // namespace aver::claims
