// SPDX-License-Identifier: MIT
#include "claims/check/clock.h"

#include <doctest/doctest.h>

using namespace aver::claims;

namespace {

constexpr std::int64_t kNow = 1730451600;  // 2024-11-01 09:00 UTC

// Commits "aaaa…", "bbbb…", stamped so many days before or after now.
std::vector<Stamp> line(const std::vector<int>& days) {
  std::vector<Stamp> all;
  for (const int day : days) {
    all.push_back(
        {std::string(40, static_cast<char>('a' + all.size())), kNow + day * kSecondsInDay});
  }
  return all;
}

std::string id(char letter) { return std::string(40, letter); }

std::string known(const std::vector<int>& days, int day,
                  const std::vector<std::string>& wrong = {}) {
  return known_at(line(days), kNow + day * kSecondsInDay, wrong).commit.substr(0, 1);
}

std::string problems(const std::vector<int>& days, std::size_t from = 0,
                     const std::vector<std::string>& wrong = {}) {
  std::string text;
  for (const Diagnostic& problem : check_stamps(line(days), from, wrong, kNow)) {
    CHECK(problem.rule == Rule::recorded_clock);
    CHECK(problem.severity == Severity::error);
    text += problem.sentence + " | " + problem.hint + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("what was known is the last commit whose day is not later; the clock never goes back") {
  CHECK(known({-9, -5, -3}, -10) == "");
  CHECK(known({-9, -5, -3}, -9) == "a");
  CHECK(known({-9, -5, -3}, -4) == "b");
  CHECK(known({-9, -5, -3}, 0) == "c");
  CHECK(known({-9, -5, -7}, -6) == "a");  // c was recorded on the day of b, not before
  CHECK(known({-9, -5, -7}, -5) == "c");
  CHECK(known({}, 0) == "");
}

TEST_CASE("a stamp that is named as wrong has no say, and later knowledge is not known earlier") {
  const auto unnamed = known_at(line({-9, 700, -5, -3}), kNow, {});
  CHECK(unnamed.commit == id('a'));
  CHECK(unnamed.next == Stamp{id('b'), kNow + 700 * kSecondsInDay});
  const auto named = known_at(line({-9, 700, -5, -3}), kNow - 4 * kSecondsInDay, {id('b')});
  CHECK(named.commit == id('c'));
  CHECK(named.skipped == std::vector<std::string>{id('b')});
  CHECK(named.next == Stamp{id('d'), kNow - 3 * kSecondsInDay});
  CHECK(known({-9, 700, -5}, -6, {id('b')}) == "b");
  // Without a stamp that counts there is no day yet.
  CHECK(known({-9, -5}, -6, {id('a')}) == "");
  CHECK(known({-9, -5}, -5, {id('a')}) == "b");
}

TEST_CASE("a commit's clock is the latest stamp that counts") {
  CHECK(clock_of(line({-9, -5, -7}), kNow, {}) == line({-9, -5})[1]);
  CHECK(clock_of(line({-9, 700, -7}), kNow, {}) == line({0, 0, -7})[2]);
  CHECK(clock_of(line({-9, -5, -7}), kNow, {id('b')}) == line({0, 0, -7})[2]);
  CHECK(clock_of(line({700}), kNow, {}) == std::nullopt);
}

TEST_CASE("the time that each commit's day goes by is that of the latest stamp up to there") {
  const auto days = [](const std::vector<int>& stamps, const std::vector<std::string>& wrong) {
    std::string text;
    for (const std::optional<std::int64_t>& time : times_of(line(stamps), wrong)) {
      text += time ? std::to_string((*time - kNow) / kSecondsInDay) + " " : "none ";
    }
    return text;
  };
  CHECK(days({-9, -5, -7, -4}, {}) == "-9 -5 -5 -4 ");
  CHECK(days({-9, 700, -7, -4}, {id('b')}) == "-9 -9 -7 -4 ");
  CHECK(days({700, -7}, {id('a')}) == "none -7 ");
  CHECK(days({}, {}).empty());
}

TEST_CASE("clocks of two machines may differ by ten minutes, and by less than a day backwards") {
  CHECK(!is_in_the_future(kNow + 600, kNow));
  CHECK(is_in_the_future(kNow + 601, kNow));
  CHECK(!is_behind(kNow - kSecondsInDay + 1, kNow));
  CHECK(is_behind(kNow - kSecondsInDay, kNow));
}

TEST_CASE("a stamp in the future is told, with the command that names it, and counts no further") {
  CHECK(problems({-9, -5, -5, -3}) == "");
  CHECK(problems({-9, 700, -5, -3}) ==
        "the stamp of bbbbbbbbbbbb (2026-10-02 09:00 UTC) lies in the future: by --known-at DATE "
        "nothing since is known before that day | aver clock --wrong bbbbbbbbbbbb\n");
  CHECK(problems({-9, 700, -5, -3}, 0, {id('b')}) == "");
  CHECK(problems({-9, 700, -5, -3}, 2) == "");  // it was there before: it stops nobody
}

TEST_CASE("a stamp a day or more before the day of the parent is told once for each such day") {
  CHECK(problems({-9, -5, -6}) ==
        "the stamp of cccccccccccc (2024-10-26 09:00 UTC) lies 1 day before that of bbbbbbbbbbbb "
        "(2024-10-27 09:00 UTC), which it builds on | whichever is wrong: aver clock --wrong "
        "cccccccccccc, or aver clock --wrong bbbbbbbbbbbb\n");
  CHECK(problems({-9, -1, -6, -5}) ==
        "the stamp of cccccccccccc (2024-10-26 09:00 UTC) lies 5 days before that of bbbbbbbbbbbb "
        "(2024-10-31 09:00 UTC), which it builds on; so does that of a commit behind it | if it is "
        "the later stamp that is wrong: aver clock --wrong bbbbbbbbbbbb; else name each of the "
        "others\n");
  CHECK(problems({-9, -1, -6, -5, -4}).find("so do those of 2 commits behind it") !=
        std::string::npos);
  CHECK(problems({-9, -1, -6, -5}, 0, {id('b')}) == "");
  CHECK(problems({-9, -1, -6, -5, 0}, 4) == "");
}

TEST_CASE("a foxtrot names the first day on which the answer may be another") {
  const auto day = [](const std::vector<Stamp>& before, const std::vector<Stamp>& after,
                      const std::vector<std::string>& wrong = {}) {
    const Diagnostic found = foxtrot(id('c'), before, after, wrong);
    CHECK(found.rule == Rule::recorded_foxtrot);
    CHECK(found.severity == Severity::warning);
    return found.sentence;
  };
  const std::string head = "cccccccccccc, the tip until then, is no first parent any more";
  const std::string tail = " on, --known-at DATE may show another state than before";
  const std::vector<Stamp> before = line({-9, -5, -3});
  std::vector<Stamp> after = {before[0], {id('x'), kNow - 4 * kSecondsInDay}, {id('y'), kNow}};
  CHECK(day(before, after) == head + ": from 2024-10-27" + tail);
  CHECK(day(before, after, {id('x')}) == head + ": from 2024-10-23" + tail);  // x is known with a
  CHECK(day(before, after, {id('a'), id('b')}) == head + ": from 2024-10-28" + tail);
  after[1].at = kNow - 20 * kSecondsInDay;  // its day is that of what it builds on
  CHECK(day(before, after) == head + ": from 2024-10-23" + tail);
  CHECK(day({}, {}) == head);
}
