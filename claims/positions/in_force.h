// SPDX-License-Identifier: MIT
//
// Who holds what on a day: what is in force on a line, or all that may be.
//
// Dates leave open on which day a position began or ended, and records that begin on one day have
// no order unless both state a time. Every way of filling that in is a possible world. An answer is
// certain where it is the same in all of them; otherwise all that is possible is told. In words:
// claims/FORMAT.md, "In force".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "claims/positions/lines.h"
#include "claims/text/date.h"

namespace aver::claims {

// The days from `first` to `last`, both included.
struct DaySpan {
  Day first;
  Day last;

  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// The date that says no more and no less: "2024-10-31", "2024-10", "[2024-10-03..2024-10-09]".
Date date_of(const DaySpan& days);

// One of the things that may be in force.
struct Possible {
  std::string_view word;                 // today's name; empty: no record
  bool lapsed = false;                   // it was the last to be held, and has ended
  std::vector<const Stance*> stances{};  // one of these; in the order of the line

  bool no_record() const { return word.empty(); }

  friend bool operator==(const Possible&, const Possible&) = default;
};

// What may be in force on a line, for every day there is.
class LineDays {
 public:
  explicit LineDays(const Line& line);

  // The same by the general way, also where a shorter one would do.
  static LineDays by_worlds(const Line& line);

  // A record that may be in force, or none.
  struct Candidate {
    static constexpr std::uint32_t kNoRecord = 0xffffffff;
    std::uint32_t record = kNoRecord;  // index in the line
    bool lapsed = false;

    friend bool operator==(const Candidate&, const Candidate&) = default;
  };

  // The spans of days with the same candidates; the first begins before all records, the last never
  // ends.
  std::size_t size() const { return spans_.size(); }
  Day from(std::size_t span) const { return spans_[span].from; }
  std::span<const Candidate> candidates(std::size_t span) const;

  // The span that has the day.
  std::size_t at(Day day) const;

  // The candidates of a span by word; those without a record come last.
  std::vector<Possible> possible(std::size_t span) const;

 private:
  struct General {};
  LineDays(const Line& line, General);
  void add(Day from, std::vector<Candidate>& candidates);
  void all_exact();
  void walk();

  struct Span {
    Day from;
    std::uint32_t begin;  // in candidates_
  };
  const Line& line_;
  std::vector<Span> spans_;
  std::vector<Candidate> candidates_;
};

// The answer on one line on one day. What it points to belongs to the stances of the claim.
struct Position {
  std::string_view holder;
  const Scale* scale = nullptr;            // null: the word is not of the vocabulary
  std::vector<Possible> possible;          // never empty; more than one: not certain
  DaySpan since{};                         // when it began: the first and the last day that may be
  bool resumed = false;                    // one that began later has ended
  std::optional<Date> last_checked{};      // where nobody has looked since
  const Stance* before_absence = nullptr;  // the last position before an absence
  std::vector<const Stance*> also_looked{};  // absences found since, that take no position's place
  // Of days that were asked about together: those on which it was so; all else is as of their last.
  std::optional<DaySpan> within{};

  bool certain() const { return possible.size() == 1; }
  bool lapsed() const { return certain() && possible.front().lapsed; }
  std::string_view word() const { return certain() ? possible.front().word : std::string_view(); }
  // The record in force; of several that say the same, the last to be shown. Null where it is not
  // certain.
  const Stance* stance() const { return certain() ? possible.front().stances.back() : nullptr; }
  std::string_view scale_name() const {
    return scale != nullptr ? std::string_view(scale->name) : std::string_view();
  }
};

// Nothing where there surely is no record on that day.
std::optional<Position> position_on(const Lines& lines, const Line& line, const LineDays& days,
                                    Day day);
std::optional<Position> position_on(const Lines& lines, const Line& line, Day day);

// The same without what is told beside it: what was looked at, and what was so before an absence.
std::optional<Position> position_alone_on(const Line& line, const LineDays& days, Day day);

// The answers of all lines of a claim that have one.
std::vector<Position> positions_on(const Lines& lines, Day day);

// What was in force from one day to another: by line, then by day, a position for all days on which
// the same records may have been. Days on which there surely is no record have none.
std::vector<Position> positions_within(const Lines& lines, const DaySpan& days);

// The day until which somebody has looked, and found that the record still is so: its `through`, or
// that of its latest check that began on or before `day`. Nothing where nobody has looked again.
std::optional<Date> last_looked(const Lines& lines, const Stance& stance, Day day);

}  // namespace aver::claims
