// SPDX-License-Identifier: MIT
//
// Calendar dates as people know them: a day, a month or a year, exact, approximate or bounded, and
// of a day also the time.
//
// A date is a span of days, of which it means one. No clock: "today" is the caller's to know.
// Written form: claims/FORMAT.md, "Values". The set is the part of EDTF (ISO 8601-2) that records
// use.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aver::claims {

using Day = std::chrono::sys_days;

enum class Precision : std::uint8_t { year, month, day };

// Of a `held` that states one.
struct TimeOfDay {
  std::chrono::nanoseconds since_midnight{};   // less than a day
  std::optional<std::chrono::minutes> offset;  // from UTC, as written; empty: a local time
  friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};

// Years run from 0001 to 9999, Gregorian.
class Date {
 public:
  Date() = default;  // 0001-01-01; only so that records can be built field by field
  explicit Date(Day day, bool approximate = false);
  static Date month(int year, unsigned month, bool approximate = false);
  static Date year(int year, bool approximate = false);

  // "[2024-10-03..2024-10-09]": one of those days. REQUIRES: first <= last.
  static Date between(Day first, Day last);
  // "[2024-10..2024-11]": from the first day of `first` to the last day of `last`. REQUIRES: both
  // are days, months or years, not approximate, without a time, and in this order.
  static Date between(const Date& first, const Date& last);
  // "[..2024-10-31]": that day or an earlier one.
  static Date until(Day last);
  static Date until(const Date& last);  // REQUIRES: as between()

  // The first and the last day the date may mean; equal for a full date. `~` widens the date by one
  // unit of its own precision either way, within the years. What has no first day begins on
  // 0001-01-01.
  Day earliest() const;
  Day latest() const;

  // The first day that is written, as if it were exact: 31 October of "2024-10-31~" and of
  // "[..2024-10-31]", 3 October of "[2024-10-03..2024-10-09]", 1 October of "2024-10".
  Day written() const;

  Precision precision() const { return precision_; }  // of the first part that is written
  bool approximate() const { return approximate_; }
  bool bounded() const { return bounds_ != Bounds::none; }  // written with brackets

  // True where the date is one exactly known day. A time does not matter.
  bool exact() const { return !approximate_ && earliest() == latest(); }

  // Only of a day as such: neither approximate nor bounded.
  const std::optional<TimeOfDay>& time() const { return time_; }
  Date with_time(TimeOfDay time) const;  // REQUIRES: the date is such a day
  Date without_time() const;

  friend bool operator==(const Date&, const Date&) = default;
  friend std::strong_ordering compare(const Date& a, const Date& b);
  friend std::string to_string(const Date& date);
  friend std::string written_part(const Date& date);

 private:
  enum class Bounds : std::uint8_t { none, between, until };

  std::chrono::year_month_day first_{std::chrono::year{1}, std::chrono::month{1},
                                     std::chrono::day{1}};
  // The end of a bounded date, by the first day of it; of others as above.
  std::chrono::year_month_day end_{std::chrono::year{1}, std::chrono::month{1},
                                   std::chrono::day{1}};
  Precision precision_ = Precision::day;
  Precision end_precision_ = Precision::day;
  bool approximate_ = false;
  Bounds bounds_ = Bounds::none;
  std::optional<TimeOfDay> time_;
};

// Orders by earliest day, then latest day, exact before approximate before bounded, then by time:
// none, then local times, then those with an offset, by their moments. Equal where the dates are.
std::strong_ordering compare(const Date& a, const Date& b);

// The instant of a date whose time has an offset; else empty.
std::optional<std::chrono::sys_time<std::chrono::nanoseconds>> moment_of(const Date& date);

// `date` is empty where the text is no date; then `problem` says why ("there is no 30 February
// 2024").
struct ParsedDate {
  std::optional<Date> date;
  std::string problem;
  bool open = false;           // the problem is a missing end: "[2024-10-03..]", "[..]"
  std::optional<Date> from{};  // of "[2024-10-03..]": what stands there
};

// Reads "2024", "2024-10", "2024-10-31", each also with a "~" behind it; "[A..B]" and "[..B]" of
// those without "~"; and a day with a time, "2024-10-31T18:00:00.5", also with an offset behind it,
// "Z" or "+09:00". A blank or "t" for "T", "z" for "Z", "+00:00" and noughts at the end of a
// fraction are read, and written in the one form.
ParsedDate parse_date(std::string_view text);

// Returns the day that "2024-10-31" names, or nothing where the text is anything else.
std::optional<Day> parse_day(std::string_view text);

std::string to_string(const Date& date);  // as parse_date reads it

// The first part that is written, without "~" and time: "2024-10-03" of "[2024-10-03..2024-10-09]".
std::string written_part(const Date& date);

std::string_view month_name(unsigned month);  // "January" of 1. REQUIRES: there is such a month
std::string to_string(Day day);               // "2024-10-31"

}  // namespace aver::claims
