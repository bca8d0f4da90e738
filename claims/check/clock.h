// SPDX-License-Identifier: MIT
//
// The recorded clock: on which day a commit was recorded, and what is wrong with the stamps that
// this goes by.
//
// The day of a commit is the latest stamp (of a committer, in UTC) among itself and its first
// parents, from the first commit on that has a record. So it never goes back, and nothing that is
// added later changes it. Stamps of commits that `[clock] wrong` of aver.toml names have no say.
// Pure: reads no history and no clock.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/text/date.h"
#include "claims/text/diagnostic.h"

namespace aver::claims {

constexpr std::int64_t kSecondsInDay = 86400;
// So many seconds may the clocks of two machines differ.
constexpr std::int64_t kClocksDiffer = 600;

// A commit and its committer's stamp.
struct Stamp {
  std::string commit;   // 40 hex digits
  std::int64_t at = 0;  // seconds since 1970

  friend bool operator==(const Stamp&, const Stamp&) = default;
};

// "2024-11-05 09:30 UTC"; "@253402300800", the seconds, behind the year 9999.
std::string utc_text(std::int64_t at);

// The day of a time, in UTC.
Day utc_day(std::int64_t at);

// The last second of the day, in UTC, in seconds since 1970.
std::int64_t end_of(Day day);

// What was known at a time.
struct KnownThen {
  std::string commit;                // the last whose day is not later; empty where there is none
  std::vector<std::string> skipped;  // commits up to there whose later stamps have no say
  std::optional<Stamp> next;         // the first commit that is later
};

// `line` is a line of first parents, oldest first, from the first commit that has a record.
KnownThen known_at(const std::vector<Stamp>& line, std::int64_t time,
                   const std::vector<std::string>& wrong);

// For each commit of the line the time that its day goes by; nothing where no stamp up to there
// counts.
std::vector<std::optional<std::int64_t>> times_of(const std::vector<Stamp>& line,
                                                  const std::vector<std::string>& wrong);

// The stamp that the day of the last commit of the line goes by; nothing where none counts. Those
// later than `latest` do not.
std::optional<Stamp> clock_of(const std::vector<Stamp>& line, std::int64_t latest,
                              const std::vector<std::string>& wrong);

// True where nobody whose clock is right stamps a commit so that is made `now`.
bool is_in_the_future(std::int64_t stamp, std::int64_t now);

// True where the stamp lies a day or more before the one that the day of its parent goes by.
bool is_behind(std::int64_t stamp, std::int64_t clock);

// Rule recorded/clock: stamps in the future, and those that lie a day or more before the day of
// their parent. Reports only what the commits from `from` on have a part in: a stamp before them
// that is in the future stops nobody.
Diagnostics check_stamps(const std::vector<Stamp>& line, std::size_t from,
                         const std::vector<std::string>& wrong, std::int64_t now);

// Rule recorded/foxtrot: `tip` was the tip of a branch, and is no first parent of its tip any more.
// `before` and `after` are the lines of first parents of the two, as above.
Diagnostic foxtrot(const std::string& tip, const std::vector<Stamp>& before,
                   const std::vector<Stamp>& after, const std::vector<std::string>& wrong);

}  // namespace aver::claims
