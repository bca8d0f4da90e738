// SPDX-License-Identifier: MIT
//
// Calendar dates as people know them: a day, a month or a year, exact or approximate.
//
// A date is an interval of days. No clock and no time zone: "today" is the caller's to know.
// Written form: claims/FORMAT.md, "Values". The set is the part of EDTF (ISO 8601-2) that records
// use.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace aver::claims {

using Day = std::chrono::sys_days;

enum class Precision { year, month, day };

// Years run from 0001 to 9999, Gregorian.
class Date {
 public:
  Date() = default;  // 0001-01-01; only so that records can be built field by field
  explicit Date(Day day, bool approximate = false);
  static Date month(int year, unsigned month, bool approximate = false);
  static Date year(int year, bool approximate = false);

  // The first and the last day the date may mean; equal for a full date. `~` does not widen them.
  Day earliest() const;
  Day latest() const;

  Precision precision() const { return precision_; }
  bool approximate() const { return approximate_; }

  // True where the date is one exactly known day.
  bool exact() const { return precision_ == Precision::day && !approximate_; }

  friend bool operator==(const Date&, const Date&) = default;

 private:
  std::chrono::year_month_day first_{std::chrono::year{1}, std::chrono::month{1},
                                     std::chrono::day{1}};
  Precision precision_ = Precision::day;
  bool approximate_ = false;
};

// Orders by earliest day, then latest day, then exact before approximate.
std::strong_ordering compare(const Date& a, const Date& b);

// `date` is empty where the text is no date; then `problem` says why ("there is no 30 February
// 2024").
struct ParsedDate {
  std::optional<Date> date;
  std::string problem;
};

// Reads "2024", "2024-10", "2024-10-31", each also with a "~" behind it.
ParsedDate parse_date(std::string_view text);

// Returns the day that "2024-10-31" names, or nothing where the text is no full exact date.
std::optional<Day> parse_day(std::string_view text);

std::string to_string(const Date& date);  // as parse_date reads it
std::string to_string(Day day);           // "2024-10-31"

}  // namespace aver::claims
