// SPDX-License-Identifier: MIT
//
// Reads dates digit by digit, with a sentence for the slips that people make most. The calendar is
// std::chrono's.
//
// A time is kept as a number, so that equal times are equal values. What can be written in several
// ways ("+00:00" and "Z", "18:00:00.50" and "18:00:00.5") is written in one.
#include "claims/text/date.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>

namespace aver::claims {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::nanoseconds;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr Day kFirstDay{year_month_day{year{1}, month{1}, day{1}}};
constexpr Day kLastDay{year_month_day{year{9999}, month{12}, day{31}}};
constexpr int kFractionDigits = 9;  // of a second

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

// The last day of the year, the month or the day that begins on `first`.
Day last_day(const year_month_day& first, Precision precision) {
  switch (precision) {
    case Precision::year:
      return Day{year_month_day{first.year(), std::chrono::December, day{31}}};
    case Precision::month:
      return Day{std::chrono::year_month_day_last{first.year(),
                                                  std::chrono::month_day_last{first.month()}}};
    case Precision::day:
      break;
  }
  return Day{first};
}

// The year, month or day that lies `by` units behind the one that begins on `first`.
year_month_day moved(const year_month_day& first, Precision precision, int by) {
  switch (precision) {
    case Precision::year:
      return first + std::chrono::years{by};
    case Precision::month:
      return first + std::chrono::months{by};
    case Precision::day:
      break;
  }
  return Day{first} + days{by};
}

// A year, a month or a day, each also with "~" behind it.
ParsedDate parse_plain(std::string_view text) {
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
  const year_month_day full{year{*y}, month{month_number}, day{static_cast<unsigned>(*d)}};
  if (!full.ok()) {
    return no_date("there is no " + std::to_string(*d) + " " +
                   std::string(month_name(month_number)) + " " + std::to_string(*y));
  }
  return {Date{Day{full}, rest == "~"}, ""};
}

// Where a day ends and its time begins; TOML has three ways to write it.
constexpr std::size_t kDayLength = 10;
bool has_time(std::string_view text) {
  return text.size() > kDayLength &&
         std::string_view("Tt ").find(text[kDayLength]) != std::string_view::npos;
}

// "[2024-10-03..2024-10-09]", "[..2024-10-31]".
ParsedDate parse_bounded(std::string_view text) {
  const std::string shown = "\"" + std::string(text) + "\"";
  if (text.find('~') != text.npos) {
    return no_date("a date in brackets takes no \"~\": the brackets in " + shown +
                   " say which days it may be");
  }
  const std::size_t dots = text.find("..");
  if (dots == text.npos || !text.ends_with(']')) {
    return no_date(shown +
                   " is no date: in brackets it is [2024-10-03..2024-10-09], or "
                   "[..2024-10-31]");
  }
  const std::string_view from = text.substr(1, dots - 1);
  const std::string_view to = text.substr(dots + 2, text.size() - dots - 3);
  if (has_time(from) || has_time(to)) return no_date("a date in brackets takes no time: " + shown);
  ParsedDate first;
  if (!from.empty()) {
    first = parse_plain(from);
    if (!first.date) return first;
  }
  if (to.empty()) {
    return {.date = std::nullopt,
            .problem = from.empty()
                           ? shown + " may be any day: a date in brackets says at least the last"
                           : shown + " has no last day: write it as in [2024-10-03..2024-10-09]",
            .open = true,
            .from = first.date};
  }
  const ParsedDate last = parse_plain(to);
  if (!last.date) return last;
  if (!first.date) return {Date::until(*last.date), ""};
  if (first.date->earliest() > last.date->latest()) {
    return no_date(shown + " ends before it begins");
  }
  return {Date::between(*first.date, *last.date), ""};
}

// "18:00:00", "18:00:00.5Z", "18:00:00+09:00"; nothing, and why, where it is none.
std::optional<TimeOfDay> parse_time(std::string_view text, std::string& problem) {
  problem = "\"" + std::string(text) +
            "\" is no time: write 18:00:00, with Z or +09:00 behind it for its offset from UTC";
  std::string_view rest = text;
  const std::optional<int> h = take_digits(rest, 2);
  if (!h || !take(rest, ':')) return std::nullopt;
  const std::optional<int> m = take_digits(rest, 2);
  if (!m || !take(rest, ':')) return std::nullopt;
  const std::optional<int> s = take_digits(rest, 2);
  if (!s) return std::nullopt;
  if (*h > 23 || *m > 59 || *s > 59) {
    problem = "there is no time " + std::string(text.substr(0, 8));
    return std::nullopt;
  }
  TimeOfDay time;
  time.since_midnight = std::chrono::hours{*h} + minutes{*m} + std::chrono::seconds{*s};
  if (take(rest, '.')) {
    int digits = 0;
    std::int64_t fraction = 0;
    while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
      if (++digits > kFractionDigits) {
        problem =
            "a second has at most nine digits behind its point: \"" + std::string(text) + "\"";
        return std::nullopt;
      }
      fraction = fraction * 10 + (rest.front() - '0');
      rest.remove_prefix(1);
    }
    if (digits == 0) return std::nullopt;
    for (; digits < kFractionDigits; ++digits) fraction *= 10;
    time.since_midnight += nanoseconds{fraction};
  }
  if (rest.empty()) return time;
  if (rest == "Z" || rest == "z") {
    time.offset = minutes{0};
    return time;
  }
  const bool west = rest.front() == '-';
  if (!west && rest.front() != '+') return std::nullopt;
  rest.remove_prefix(1);
  const std::optional<int> hours = take_digits(rest, 2);
  if (!hours || !take(rest, ':')) return std::nullopt;
  const std::optional<int> more = take_digits(rest, 2);
  if (!more || !rest.empty()) return std::nullopt;
  if (*hours > 23 || *more > 59) {
    problem = "there is no offset " + std::string(text.substr(text.size() - 6)) + " from UTC";
    return std::nullopt;
  }
  const int offset = *hours * 60 + *more;
  time.offset = minutes{west ? -offset : offset};
  return time;
}

ParsedDate parse_with_time(std::string_view text) {
  ParsedDate at = parse_plain(text.substr(0, kDayLength));
  // What is no day at all is some other text with a blank in it.
  if (!at.date) return text[4] == '-' && text[7] == '-' ? at : explain(text);
  std::string problem;
  const std::optional<TimeOfDay> time = parse_time(text.substr(kDayLength + 1), problem);
  if (!time) return no_date(std::move(problem));
  return {at.date->with_time(*time), ""};
}

std::string time_text(const TimeOfDay& time) {
  using std::chrono::seconds;
  std::array<char, 64> buffer{};
  const auto whole = std::chrono::floor<seconds>(time.since_midnight);
  const auto s = static_cast<int>(whole.count());
  std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
  std::string text = buffer.data();
  if (const auto rest = (time.since_midnight - whole).count(); rest != 0) {
    std::snprintf(buffer.data(), buffer.size(), ".%09d", static_cast<int>(rest));
    text += buffer.data();
    while (text.back() == '0') text.pop_back();
  }
  if (!time.offset) return text;
  const auto offset = static_cast<int>(time.offset->count());
  if (offset == 0) return text + "Z";
  const int far = offset < 0 ? -offset : offset;
  std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", offset < 0 ? '-' : '+', far / 60,
                far % 60);
  return text + buffer.data();
}

std::string plain_text(const year_month_day& first, Precision precision) {
  std::string text = to_string(Day{first});
  if (precision == Precision::year) text.resize(4);
  if (precision == Precision::month) text.resize(7);
  return text;
}

// For the order of times of one day: those without an offset stand apart from those with one, as
// the two cannot be compared, and an order by both would run in a circle.
std::tuple<int, nanoseconds, minutes> order_of(const std::optional<TimeOfDay>& time) {
  if (!time) return {0, {}, {}};
  if (!time->offset) return {1, time->since_midnight, {}};
  return {2, time->since_midnight - *time->offset, *time->offset};
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

Date Date::between(Day first, Day last) { return between(Date{first}, Date{last}); }

Date Date::between(const Date& first, const Date& last) {
  Date date = first;
  date.end_ = last.first_;
  date.end_precision_ = last.precision_;
  date.bounds_ = Bounds::between;
  return date;
}

Date Date::until(Day last) { return until(Date{last}); }

Date Date::until(const Date& last) {
  Date date = between(last, last);
  date.bounds_ = Bounds::until;
  return date;
}

Day Date::earliest() const {
  if (bounds_ == Bounds::until) return kFirstDay;
  if (!approximate_) return Day{first_};
  return std::max(kFirstDay, Day{moved(first_, precision_, -1)});
}

Day Date::latest() const {
  if (bounds_ != Bounds::none) return last_day(end_, end_precision_);
  if (!approximate_) return last_day(first_, precision_);
  return std::min(kLastDay, last_day(moved(first_, precision_, 1), precision_));
}

Day Date::written() const { return Day{first_}; }

Date Date::with_time(TimeOfDay time) const {
  Date date = *this;
  date.time_ = time;
  return date;
}

Date Date::without_time() const {
  Date date = *this;
  date.time_.reset();
  return date;
}

std::strong_ordering compare(const Date& a, const Date& b) {
  const auto order = [](const auto& x, const auto& y) {
    return x < y   ? std::strong_ordering::less
           : y < x ? std::strong_ordering::greater
                   : std::strong_ordering::equal;
  };
  if (const auto c = order(a.earliest(), b.earliest()); c != 0) return c;
  if (const auto c = order(a.latest(), b.latest()); c != 0) return c;
  if (const auto c = a.approximate_ <=> b.approximate_; c != 0) return c;
  if (const auto c = a.bounds_ <=> b.bounds_; c != 0) return c;
  if (const auto c = a.precision_ <=> b.precision_; c != 0) return c;
  if (const auto c = a.end_precision_ <=> b.end_precision_; c != 0) return c;
  return order(order_of(a.time_), order_of(b.time_));
}

std::optional<std::chrono::sys_time<nanoseconds>> moment_of(const Date& date) {
  if (!date.time() || !date.time()->offset) return std::nullopt;
  // Nanoseconds since 1970 count as far as 1677 and 2262; an offset is less than a day.
  using Moment = std::chrono::sys_time<nanoseconds>;
  const Day at = date.written();
  if (at <= std::chrono::floor<days>(Moment::min()) + days{2} ||
      at >= std::chrono::floor<days>(Moment::max()) - days{2}) {
    return std::nullopt;
  }
  return Moment{at} + date.time()->since_midnight - *date.time()->offset;
}

ParsedDate parse_date(std::string_view text) {
  if (text.starts_with('[')) return parse_bounded(text);
  return has_time(text) ? parse_with_time(text) : parse_plain(text);
}

std::optional<Day> parse_day(std::string_view text) {
  const ParsedDate parsed = text.size() == kDayLength ? parse_plain(text) : ParsedDate{};
  if (!parsed.date || !parsed.date->exact()) return std::nullopt;
  return parsed.date->written();
}

std::string to_string(Day at) {
  const year_month_day date{at};
  const int year = static_cast<int>(date.year());
  // By hand: an answer may have some hundred thousand of them.
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t end, unsigned number) {
    for (; number > 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
  };
  put(7, static_cast<unsigned>(date.month()));
  put(10, static_cast<unsigned>(date.day()));
  // Those beyond four digits are bounds of what is counted, and of no record.
  if (year < 0 || year > 9999) return std::to_string(year) + text.substr(4);
  put(4, static_cast<unsigned>(year));
  return text;
}

std::string to_string(const Date& date) {
  if (date.bounded()) {
    const std::string last = plain_text(date.end_, date.end_precision_);
    const bool until = date.bounds_ == Date::Bounds::until;
    return "[" + (until ? std::string() : written_part(date)) + ".." + last + "]";
  }
  std::string text = written_part(date);
  if (date.approximate_) text += "~";
  if (date.time_) text += "T" + time_text(*date.time_);
  return text;
}

std::string written_part(const Date& date) { return plain_text(date.first_, date.precision_); }

std::string_view month_name(unsigned month) { return kMonths[month - 1]; }

}  // namespace aver::claims
